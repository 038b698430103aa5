import type { Outcome } from "../evaluation/evaluation.ts";
import { normaliseText } from "../catalog/index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Subject, ZoneKind } from "../model/zone.ts";
import type { CellRef } from "../workbook/address.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressAround, found, passed } from "./describe.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { remarkFor } from "./relation.ts";

const ID = "zone-missing";

/** Fewer zones than this make no roster. */
const FEWEST_ZONES = 3;
/** A table that lacks one of this many zones was meant to hold them all. */
const ENOUGH_FOR_ONE = 5;

/**
 * Every zone of the roster is listed, and as many as the sheet says: the roster is what tables with the same zones
 * name, and the zones that target rules name; a stated number (10个工业类开发区) is held against the rows it speaks of.
 */
export const zoneMissing: Check = {
  id: ID,
  severity: "warning",
  run: (context) => [
    ...checkNumber(context.index),
    ...checkTitle(context.index),
    ...checkRoster(context),
    ...checkRules(context),
  ],
};

const DIGITS = new Map(
  "一 二 三 四 五 六 七 八 九".split(" ").map((digit, index) => [digit, index + 1])
);

/** 10个工业类开发区, 十二个开发区: the number, and the kind it is limited to. */
const STATED =
  /(\d{1,3}|[一二三四五六七八九十]{1,3})个(?:省级|国家级)?(工业类|农业类|文旅类|服务业类)?(?:开发区|园区|示范区)/u;

function checkNumber(index: TableIndex): readonly Outcome[] {
  return index.table.subjects.flatMap((total) => {
    if (total.role !== "total" && total.role !== "subtotal") return [];
    const match = STATED.exec(normaliseText(total.label));
    const members = leafMembers(index.table, total);
    const stated = match?.[1] === undefined ? undefined : parseNumber(match[1]);
    if (stated === undefined || members.length === 0) return [];
    if (isOfZonesInside(members, stated)) return [];
    const at = placeOf(index, total);
    if (at === undefined) return [];
    return stated === members.length
      ? [passed(ID, addressAround(index, [at]), false)]
      : [found(findingOf(index, [at], { zone: null, stated, rows: members.length, namedIn: [] }))];
  });
}

/** 合计(13个开发区) over 工业类, 农业类 and 文旅类, 33个开发区合计 over four cities: the zones stand in the rows, and are none of them. */
function isOfZonesInside(members: readonly Subject[], stated: number): boolean {
  return (
    members.some(({ isKindOfThing }) => isKindOfThing === true) || stated > 1.5 * members.length
  );
}

/**
 * 运城市10个工业类开发区… over nine rows, or eleven. A title that is more than one off speaks of another scope: 12个省级开发区
 * over the ten industrial ones.
 */
function checkTitle(index: TableIndex): readonly Outcome[] {
  const { table } = index;
  const match = table.title === null ? null : STATED.exec(normaliseText(table.title));
  const stated = match?.[1] === undefined ? undefined : parseNumber(match[1]);
  if (stated === undefined || stated < ENOUGH_FOR_ONE) return [];
  const kind = KINDS.get(match?.[2] ?? "");
  const zones = [...zonesOf(index).values()].filter(
    (subject) => kind === undefined || (subject.kind ?? "industrial") === kind
  );
  const cells = zones.flatMap((subject) => placeOf(index, subject) ?? []);
  if (cells.length === 0) return [];
  if (stated === zones.length) return [passed(ID, addressAround(index, cells), false)];
  if (Math.abs(stated - zones.length) !== 1) return [];
  const params = { zone: null, stated, rows: zones.length, namedIn: [] };
  return [found(findingOf(index, cells, params))];
}

const KINDS: ReadonlyMap<string, ZoneKind> = new Map([
  ["工业类", "industrial"],
  ["农业类", "agricultural"],
  ["文旅类", "cultural-tourism"],
  ["服务业类", "service"],
]);

/**
 * Zones that target rules name and no table of the book has, told at the first table of the rule's indicator. Only
 * where most zones the rules name are there: else they are other cities' too.
 */
function checkRules({ index, book, targets }: CheckContext): readonly Outcome[] {
  const own = zonesOf(index);
  if (own.size + 1 < ENOUGH_FOR_ONE) return [];
  const indicators = new Set(index.table.fields.map(({ indicator }) => indicator.id));
  const hasIndicator = (other: TableIndex, id: string): boolean =>
    other.table.fields.some(({ indicator }) => indicator.id === id);
  const all = [...new Set(book.flatMap((other) => [...zonesOf(other).keys()]))];
  const isThere = (zone: string): boolean =>
    all.some((name) => name === zone || name.startsWith(zone) || zone.startsWith(name));
  const absent = new Map<string, string>();
  const present = new Set<string>();
  for (const { origin, indicator, zones, except } of targets.rules) {
    if (origin.kind === "target-column" || !indicators.has(indicator)) continue;
    if (book.find((other) => hasIndicator(other, indicator)) !== index) continue;
    for (const zone of [...zones, ...except.map((one) => one.zone)]) {
      if (isThere(zone)) present.add(zone);
      else absent.set(zone, origin.kind === "rules-file" ? origin.file : origin.sheet);
    }
  }
  const cells = [...own.values()].flatMap((subject) => placeOf(index, subject) ?? []);
  // A province's rules name the zones of every city.
  const isOfThisCity = absent.size * 2 <= present.size;
  if (!isOfThisCity || cells.length === 0) return [];
  return [...absent].map(([zone, place]) =>
    found(findingOf(index, cells, { zone, stated: null, rows: own.size, namedIn: [place] }))
  );
}

/** 10, 十, 十二, 二十, 二十一. */
function parseNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (match === null) return undefined;
  const [, tens, ten, ones] = match;
  const digit = (letter: string | undefined): number =>
    letter === undefined ? 0 : (DIGITS.get(letter) ?? 0);
  if (ten === undefined) return ones === undefined ? digit(tens) : undefined;
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones);
}

function checkRoster(context: CheckContext): readonly Outcome[] {
  const { index } = context;
  const own = zonesOf(index);
  if (own.size < FEWEST_ZONES) return [];
  const cells = [...own.values()].flatMap((subject) => {
    const at = placeOf(index, subject);
    return at === undefined ? [] : [at];
  });
  if (cells.length === 0) return [];
  const absent = absentZones(context, own);
  return absent.length === 0
    ? [passed(ID, addressAround(index, cells), false)]
    : absent.map(({ zone, namedIn }) =>
        found(findingOf(index, cells, { zone, stated: null, rows: own.size, namedIn }))
      );
}

/** Zones by name. A county in the same sheet is none. */
function zonesOf({ table }: TableIndex): ReadonlyMap<string, Subject> {
  return new Map(
    table.subjects.filter(({ role }) => role === "zone").map((subject) => [subject.name, subject])
  );
}

interface Absent {
  readonly zone: string;
  readonly namedIn: readonly string[];
}

/**
 * Zones of the same kind that are named by two or more tables which hold all of this one's zones; by one such table,
 * where this one lacks nothing else.
 */
function absentZones(
  { index, book }: CheckContext,
  own: ReadonlyMap<string, Subject>
): readonly Absent[] {
  const kinds = new Set([...own.values()].map(kindOf));
  const named = new Map<string, { readonly label: string; readonly sheets: string[] }>();
  let tables = 0;
  for (const other of book) {
    if (other === index || other.table.city !== index.table.city) continue;
    const theirs = zonesOf(other);
    if (theirs.size <= own.size || ![...own.keys()].every((name) => theirs.has(name))) continue;
    tables += 1;
    for (const [name, subject] of theirs) {
      if (own.has(name) || !kinds.has(kindOf(subject))) continue;
      const entry = named.get(name) ?? { label: subject.label, sheets: [] };
      entry.sheets.push(other.table.sheet);
      named.set(name, entry);
    }
  }
  const isOnlyOne = named.size === 1 && own.size + 1 >= ENOUGH_FOR_ONE;
  return [...named.values()]
    .filter(({ sheets }) => (sheets.length >= 2 && sheets.length === tables) || isOnlyOne)
    .map(({ label, sheets }) => ({ zone: label, namedIn: [...new Set(sheets)] }));
}

/** 示范区 beside 开发区 is another kind of zone, which other forms leave out. */
function kindOf({ kind, label }: Subject): string {
  return `${kind ?? "industrial"}|${label.includes("示范区") ? "demonstration" : ""}`;
}

function placeOf({ table }: TableIndex, subject: Subject): CellRef | undefined {
  return subject.at.kind === "cell" && table.orientation !== "indicators-in-rows"
    ? { row: subject.at.row, column: subject.at.column }
    : undefined;
}

function findingOf(
  index: TableIndex,
  cells: readonly CellRef[],
  params: {
    readonly zone: string | null;
    readonly stated: number | null;
    readonly rows: number;
    readonly namedIn: readonly string[];
  }
) {
  return {
    code: ID,
    class: "consistency",
    severity: "warning",
    remark: remarkFor("warning"),
    subject: { zone: params.zone, indicator: null, measure: null, period: null },
    at: addressAround(index, cells),
    stated: params.stated,
    expected: null,
    params: { ...params, serial: null },
    trace: {
      operands: [],
      arithmetic:
        params.stated === null
          ? null
          : `${params.stated} − ${params.rows} = ${params.stated - params.rows}`,
      allowed: null,
      decimals: 0,
    },
    alternatives: [],
    consequences: [],
  } as const;
}
