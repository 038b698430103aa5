import { constant, minus, quantityOf, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Measure } from "../../../model/measure.ts";
import type { StatedNumber } from "../../../model/stated-number.ts";
import { observationAt } from "../../../model/table.ts";
import type { Field, IndicatorTable } from "../../../model/table.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import type { Unit } from "../../../model/unit.ts";
import type { ReferenceScope } from "../../../model/zone.ts";
import type { Address } from "../../../workbook/address.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { cellsOfWhose, isMember } from "./whose.ts";
import type { Whose } from "./whose.ts";

/** A number that a workbook gives for what a text says: of one cell, or of several by an arithmetic. */
export interface BookNumber {
  readonly quantity: Quantity;
  readonly unit: Unit | null;
  /** Where it comes from. */
  readonly table: IndicatorTable;
  /** Of how many zones it is. */
  readonly zones: number;
  readonly cells: readonly Address[];
  /** 表!D6 = 109.24亿元 · 1.2 + 3.4 = 4.6. */
  readonly arithmetic: string;
  /** As it stands in a longer arithmetic: 109.24 · (1.2 + 3.4). */
  readonly term: string;
}

/** Measures whose numbers of several zones make a number of all of them. */
const ADDITIVE: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior",
  "done",
  "remaining",
  "increase",
]);
const NEVER_ADDED: ReadonlySet<Unit["family"]> = new Set([
  "rate",
  "points",
  "rank",
  "score",
  "intensity",
]);

export function isRate(unit: Unit | null): boolean {
  return unit?.family === "rate" || unit?.family === "points";
}

/** From the unit of a cell to that of the text; % and 个百分点 are the same scale. */
export function factorFor(from: Unit | null, to: Unit | null): number | undefined {
  if (isRate(from) && isRate(to)) return 1;
  return from === null && to === null ? 1 : unitFactor(from, to);
}

/**
 * The numbers that cells of a list give for somebody, the likeliest first: single cells; of tables without such a row, what
 * his zones add up to.
 */
export function numbersOf(list: readonly BookCell[], whose: Whose): readonly BookNumber[] {
  const own = cellsOfWhose(list, whose);
  const tables = new Set(own.map(({ table }) => table));
  const others = list.filter(({ table }) => !tables.has(table));
  return [...own.map(numberOfCell), ...sumsOf(others, whose)];
}

export function numberOfCell({ table, stated, unit, at, members }: BookCell): BookNumber {
  return { ...numberAt(table, at, stated, unit), zones: members.length };
}

function numberAt(
  table: IndicatorTable,
  at: Address,
  stated: StatedNumber,
  unit: Unit | null
): BookNumber {
  return {
    table,
    quantity: quantityOf(stated),
    unit,
    zones: 0,
    cells: [at],
    arithmetic: `${formatAddress(at)} = ${stated.value}${unit?.name ?? ""}`,
    term: String(stated.value),
  };
}

/** A column of zones that no row adds up: each of them must have a number, or be declared to have none. */
function sumsOf(list: readonly BookCell[], whose: Whose): readonly BookNumber[] {
  if (whose.kind === "reference" || (whose.kind === "zones" && whose.names.length < 2)) return [];
  const columns = new Map<string, BookCell[]>();
  for (const cell of list) {
    if (cell.subject.role !== "zone" || !isAdditive(cell)) continue;
    const key = `${cell.field.index}|${cell.at.sheet}|${cell.table.area.row}|${cell.table.area.column}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [cell]);
    else column.push(cell);
  }
  return [...columns.values()].flatMap((column) => sumOf(column, whose) ?? []);
}

function isAdditive({ measure, unit, field }: BookCell): boolean {
  if (field.indicator.kind === "rate" || !ADDITIVE.has(measure)) return false;
  return unit === null || !NEVER_ADDED.has(unit.family);
}

function sumOf(column: readonly BookCell[], whose: Whose): BookNumber | undefined {
  const [first] = column;
  if (first === undefined) return undefined;
  const { table, field } = first;
  const wanted = table.subjects.filter((subject) => isMember(subject, whose));
  if (whose.kind === "zones" && wanted.length !== whose.names.length) return undefined;
  const isWhole = wanted.every(({ index }) => {
    const content = observationAt(table, index, field.index)?.content;
    if (content?.kind === "missing") return content.reason === "declared";
    return content?.kind === "number";
  });
  const added = column.filter(({ subject }) => wanted.includes(subject));
  const [head, ...rest] = added;
  if (!isWhole || head === undefined) return undefined;
  const quantity = rest.reduce(
    (sum: Quantity, { stated }) => minus(sum, scale(addendOf(stated), -1)),
    addendOf(head.stated)
  );
  const terms = added.map(({ stated }) => String(stated.value)).join(" + ");
  return {
    quantity,
    table,
    unit: first.unit,
    zones: wanted.length,
    cells: added.map(({ at }) => at),
    arithmetic: terms,
    term: added.length > 1 ? `(${terms})` : terms,
  };
}

/** 0 among hundredths is nothing, no number up to a half: with that for a range, a small sum could be below zero. */
function addendOf(stated: StatedNumber): Quantity {
  return stated.value === 0 ? constant(0) : quantityOf(stated);
}

/** Wholes that the header of a share prints, 占全市(177.53亿元)比重. */
export function headerWholes(
  { tables }: BookCells,
  indicator: string,
  scope: ReferenceScope
): readonly BookNumber[] {
  return tables.flatMap((table) =>
    table.fields.flatMap(
      ({ indicator: { id }, measure, against, header }): readonly BookNumber[] => {
        if (id !== indicator || measure !== "share" || against?.kind !== "reference") return [];
        if (against.scope !== scope || against.stated === null) return [];
        const at = { sheet: table.sheet, area: header };
        const { stated, statedUnit = null } = against;
        return [numberAt(table, at, stated, statedUnit ?? levelUnit(table.fields, id))];
      }
    )
  );
}

function levelUnit(fields: readonly Field[], indicator: string): Unit | null {
  return (
    fields.find((field) => field.indicator.id === indicator && field.measure === "actual")?.unit ??
    null
  );
}
