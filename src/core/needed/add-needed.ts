import type { CheckContext } from "../checks/check.ts";
import { operandOf } from "../checks/describe.ts";
import { leafMembers } from "../checks/members.ts";
import { inUnitOf, isNotDue, targetAt } from "../checks/target-at.ts";
import { findWholes } from "../checks/wholes.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import { constant, overlaps, quantityOf, rangeOf, scale, shareOf } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import {
  fieldsOf,
  findField,
  isPriorPeriod,
  isSamePeriod,
  periodOf,
  readPlace,
} from "../model/table-index.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import type { Observation } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { isWholeYear } from "../rules/target-columns.ts";
import type { Target } from "../rules/resolve.ts";
import {
  impliedBase,
  isGrowthOf,
  neededForGrowth,
  neededForLevel,
  neededForShare,
} from "./still-needed.ts";
import type { Amount, Shortfall, StillNeeded } from "./still-needed.ts";

type Judged = Omit<CheckContext, "index">;

/** The findings, with what is still needed on every target of a growth, a share or a level that is not reached. */
export function addNeeded(findings: readonly Finding[], judged: Judged): readonly Finding[] {
  if (!findings.some(isOfTarget)) return findings;
  const places = new Map(judged.book.map((index) => [index.table.sheet, [] as TableIndex[]]));
  for (const index of judged.book) places.get(index.table.sheet)?.push(index);
  const cells: CellsOf = new Map();
  return findings.map((finding) => {
    if (!isOfTarget(finding)) return finding;
    const place = placeOf(places.get(finding.at.sheet) ?? [], finding, cells);
    const needed =
      place === undefined
        ? null
        : neededAt({ ...judged, index: place.index }, place, finding.params.target);
    return needed === null ? finding : withNeeded(finding, needed);
  });
}

type OfTarget = Extract<Finding, { code: "target-unmet" | "target-behind-pace" }>;

function isOfTarget(finding: Finding): finding is OfTarget {
  return finding.code === "target-unmet" || finding.code === "target-behind-pace";
}

function withNeeded(finding: OfTarget, needed: StillNeeded): Finding {
  return finding.code === "target-unmet"
    ? { ...finding, params: { ...finding.params, needed } }
    : { ...finding, params: { ...finding.params, needed } };
}

/** The observations of tables by row and column of the sheet; a long table is gone through once. */
type CellsOf = Map<TableIndex, ReadonlyMap<string, Observation>>;

function cellsOf(index: TableIndex, known: CellsOf): ReadonlyMap<string, Observation> {
  const cells =
    known.get(index) ??
    new Map(
      index.table.cells
        .flat()
        .flatMap((cell): readonly (readonly [string, Observation])[] =>
          cell === null ? [] : [[`${cell.at.row},${cell.at.column}`, cell]]
        )
    );
  known.set(index, cells);
  return cells;
}

function placeOf(
  tables: readonly TableIndex[],
  { at }: Finding,
  cells: CellsOf
): Place | undefined {
  for (const index of tables) {
    const { area } = index.table;
    const isInside =
      at.area.row >= area.row &&
      at.area.row < area.row + area.rows &&
      at.area.column >= area.column &&
      at.area.column < area.column + area.columns;
    if (!isInside) continue;
    const found = cellsOf(index, cells).get(`${at.area.row},${at.area.column}`);
    const subject = found === undefined ? undefined : index.table.subjects[found.subject];
    const field = found === undefined ? undefined : index.table.fields[found.field];
    if (subject !== undefined && field !== undefined) return { index, subject, field };
  }
  return undefined;
}

/** What is needed at a growth, a share or a level below `target` (in the unit of the field); null where nothing can be said. */
function neededAt(context: CheckContext, place: Place, target: number): StillNeeded | null {
  const own = amountsAt(context, place, target);
  if (own === null) return null;
  const { subject, index } = place;
  const isSum = subject.role === "total" || subject.role === "subtotal";
  const members = isSum ? leafMembers(index.table, subject) : [];
  const shortfalls = members
    .flatMap((member): Shortfall[] => {
      const there = { ...place, subject: member };
      const reading = readPlace(index, member, place.field);
      const required = targetAt(context, there);
      const value = required === undefined ? undefined : inUnitOf(required, place.field.unit);
      if (value === undefined || reading.kind === "none" || reading.stated.value >= value)
        return [];
      const amounts = amountsAt(context, there, value);
      const amount = amounts?.now ?? amounts?.rest ?? null;
      if (amounts === null || amount === null) return [];
      return [{ zone: member.label, amount, at: amounts.at }];
    })
    .sort((a, b) => b.amount.value - a.amount.value);
  return { ...own.needed, shortfalls };
}

interface Amounts extends Pick<StillNeeded, "now" | "rest"> {
  readonly needed: Omit<StillNeeded, "shortfalls">;
  readonly at: Shortfall["at"];
}

function amountsAt(context: CheckContext, place: Place, target: number): Amounts | null {
  if (place.field.indicator.direction === "lower-is-better") return null;
  switch (place.field.measure) {
    case "growth":
      return amountsOfGrowth(context, place, target);
    case "share":
      return amountsOfShare(context, place, target);
    case "actual":
    case "done":
      return place.field.indicator.kind === "rate" ? null : amountsOfLevel(context, place, target);
    default:
      return null;
  }
}

function amountsOfLevel(context: CheckContext, place: Place, target: number): Amounts | null {
  const reading = readPlace(place.index, place.subject, place.field);
  if (reading.kind === "none") return null;
  const required = targetAt(context, place);
  const amount = neededForLevel(reading.stated, target);
  if (amount === null) return null;
  const isOfYear = isForTheYear(required, place);
  return toAmounts(reading, [], {
    now: isOfYear ? null : amount,
    rest: isOfYear ? amount : null,
    base: "none",
  });
}

/**
 * 占工业投资 82 %: of the whole that the header names or the printed share fits, less what is done. Where the book sets
 * the whole's amount for the year, the rest of the year must bring the share of that.
 */
function amountsOfShare(context: CheckContext, place: Place, target: number): Amounts | null {
  const share = readPlace(place.index, place.subject, place.field);
  if (share.kind === "none") return null;
  for (const whole of findWholes(context, place.field)) {
    const part =
      whole.part === null
        ? readBeside(context, place, "actual")
        : readPlace(place.index, place.subject, whole.part);
    const value = whole.valueFor(place.subject);
    if (part?.kind !== "number" || value === undefined) continue;
    const factor = unitFactor(value.unit, part.place.field.unit);
    if (factor === undefined) continue;
    const by = factor * value.scale;
    const quantity = scale(quantityOf(value.stated), by);
    const computed = shareOf(quantityOf(part.stated), quantity);
    // A share that its own whole does not give says nothing of what is lacking.
    if (computed === undefined || !overlaps(computed.range, rangeOf(share.stated))) continue;
    const decimals = Math.max(0, value.stated.decimals - Math.round(Math.log10(by)));
    return toAmounts(part, [], {
      now: neededForShare(part.stated, { quantity, decimals }, target),
      rest: restOfShare(context, part, value.reading, target),
      base: "whole",
      whole: value.operand,
    });
  }
  return null;
}

/** The share of the whole's amount for the year, less what is done. */
function restOfShare(
  context: CheckContext,
  part: NumberReading,
  whole: NumberReading | null,
  target: number
): Amount | null {
  if (whole === null) return null;
  const aim = targetAt({ ...context, index: whole.place.index }, whole.place);
  if (aim?.rule.kind !== "annual-level") return null;
  const value = inUnitOf(aim, part.place.field.unit);
  if (value === undefined) return null;
  return neededForShare(
    part.stated,
    { quantity: constant(value), decimals: part.stated.decimals },
    target
  );
}

/** A year's amount is due at its end; one for a part of the year is due now. */
function isForTheYear(required: Target | undefined, place: Place): boolean {
  const period = periodOf(place.index.table, place.field);
  const isYear = period !== null && isWholeYear(period);
  return required !== undefined && isNotDue(required.rule, isYear);
}

function amountsOfGrowth(context: CheckContext, place: Place, target: number): Amounts | null {
  const growth = readPlace(place.index, place.subject, place.field);
  const actual = readBeside(context, place, "actual");
  if (growth.kind === "none" || actual === undefined) return null;
  const prior = readBeside(context, place, "prior");
  const year = readBeside(context, place, "prior-year");
  const stated =
    prior !== undefined && isGrowthOf(growth.stated, actual.stated, prior.stated)
      ? baseOf(prior, actual)
      : undefined;
  const implied = stated === undefined ? impliedBase(actual.stated, growth.stated) : undefined;
  const base =
    stated ??
    (implied === undefined ? undefined : { quantity: implied, decimals: actual.stated.decimals });
  const ofYear = year === undefined ? undefined : baseOf(year, actual);
  const now = base === undefined ? null : neededForGrowth(actual.stated, base, target);
  const period = periodOf(actual.place.index.table, actual.place.field);
  const isOver = period !== null && isWholeYear(period);
  const rest =
    ofYear === undefined || isOver ? null : neededForGrowth(actual.stated, ofYear, target);
  if (now === null && rest === null) return null;
  const operands = [
    ...(stated !== undefined && prior !== undefined ? [{ role: "prior", reading: prior }] : []),
    ...(rest !== null && year !== undefined ? [{ role: "prior-year", reading: year }] : []),
  ];
  return toAmounts(actual, operands, {
    now,
    rest,
    base: stated === undefined ? "implied" : "stated",
  });
}

function toAmounts(
  actual: NumberReading,
  others: readonly { readonly role: string; readonly reading: NumberReading }[],
  amounts: Pick<StillNeeded, "now" | "rest" | "base"> & { readonly whole?: Operand }
): Amounts {
  const { whole, ...said } = amounts;
  const first = operandOf("actual", actual);
  return {
    now: amounts.now,
    rest: amounts.rest,
    at: {
      sheet: actual.place.index.table.sheet,
      area: { ...actual.observation.at, rows: 1, columns: 1 },
    },
    needed: {
      ...said,
      unit: first.unit,
      monthsLeft: monthsLeft(actual),
      operands: [
        first,
        ...others.map(({ role, reading }) => operandOf(role, reading)),
        ...(whole === undefined ? [] : [whole]),
      ],
    },
  };
}

function monthsLeft({ place }: NumberReading): number | null {
  const period = periodOf(place.index.table, place.field);
  const done =
    period?.kind === "cumulative"
      ? period.months
      : period?.kind === "stock"
        ? period.month
        : undefined;
  return done === undefined || done >= 12 ? null : 12 - done;
}

/** Last year's number in the unit of this year's. */
function baseOf(
  prior: NumberReading,
  actual: NumberReading
): { readonly quantity: Quantity; readonly decimals: number } | undefined {
  const factor = unitFactor(prior.place.field.unit, actual.place.field.unit);
  if (factor === undefined) return undefined;
  const decimals = Math.max(0, prior.stated.decimals - Math.round(Math.log10(factor)));
  return { quantity: scale(quantityOf(prior.stated), factor), decimals };
}

/** The level beside a growth: in the same table, else the only value another table of the book gives for this zone. */
function readBeside(
  context: CheckContext,
  { index, subject, field }: Place,
  measure: Extract<Measure, "actual" | "prior" | "prior-year">
): NumberReading | undefined {
  const read = (
    table: TableIndex,
    whom: Place["subject"],
    beside: Place["field"] | null
  ): NumberReading | undefined => {
    const own =
      measure === "prior-year" || beside === null
        ? fieldsOf(table, field.indicator.id, measure)[0]
        : findField(
            table,
            field.indicator.id,
            measure,
            beside,
            measure === "prior" ? isPrior : isSamePeriod
          );
    const reading = readPlace(table, whom, own);
    return reading.kind === "number" ? reading : undefined;
  };
  const here = read(index, subject, field);
  if (here !== undefined) return here;
  const period = periodOf(index.table, field);
  const elsewhere = context.book.flatMap((other) => {
    if (other === index) return [];
    const whom = other.table.subjects.find(
      ({ name, role }) => name === subject.name && role === subject.role
    );
    const there = whom === undefined ? undefined : read(other, whom, null);
    if (there === undefined) return [];
    const own = periodOf(other.table, there.place.field);
    const fits =
      measure === "prior-year" || own === null || period === null || isPrior(own, period);
    return fits &&
      (measure !== "actual" || own === null || period === null || isSamePeriod(own, period))
      ? [there]
      : [];
  });
  const values = new Set(elsewhere.map(({ stated }) => stated.value));
  return values.size === 1 ? elsewhere[0] : undefined;
}

/** Last year's column carries this year's period in many forms: both readings pass. */
function isPrior(
  a: Parameters<typeof isPriorPeriod>[0],
  b: Parameters<typeof isPriorPeriod>[1]
): boolean {
  return isPriorPeriod(a, b) || isSamePeriod(a, b);
}
