import { unitFactor } from "../../model/unit-factor.ts";
import type { Field } from "../../model/table.ts";
import { weighBoth } from "./evidence.ts";
import type { Estimate, Evidence } from "./evidence.ts";
import { isBetter } from "./find-quotients.ts";
import { ANY_UNIT } from "./grid.ts";
import type { ShownColumn } from "./grid.ts";

export interface ShownTerm {
  readonly column: ShownColumn;
  readonly sign: 1 | -1;
}

/** claim = Σ terms, as most rows of a table show it. */
export interface ShownSum {
  readonly claim: ShownColumn;
  readonly terms: readonly ShownTerm[];
  readonly evidence: Evidence;
}

const MARGIN = 16;
/** What is headed as what remains or is lacking is a difference of something, most likely of what stands beside it. */
const MARGIN_OF_NAMED = 10;
const RESULT =
  /累计|差额|差距|缺口|净增|增减|增加|减少|剩余|结余|结存|结转下|未[^\d]{1,3}(?:数|量|额)?$|合计|小计|总计/u;
/** Three terms are looked for among so many columns; two among all. */
const MOST_FOR_THREE = 16;
/** Parts that stand side by side, as many as there are. */
const MOST_SIDE_BY_SIDE = 8;

/** The sum or difference that a column is of others, where its rows leave no doubt. */
export function findSum(
  claim: ShownColumn,
  columns: readonly ShownColumn[],
  isTaken: (columns: readonly ShownColumn[]) => boolean
): ShownSum | undefined {
  const alike = columns.filter((column) => column !== claim && addUp(column, claim));
  let best: ShownSum | undefined;
  const margin = RESULT.test(lastWordsOf(claim.field)) ? MARGIN_OF_NAMED : MARGIN;
  for (const terms of waysToAdd(alike)) {
    // Of two terms there are fewer ways to be right by chance.
    const tried = alike.length ** (terms.length === 2 ? 2 : 3);
    const needed = margin + Math.log2(2 * tried + 1);
    const evidence = weighBoth(claim, (row, isExact) => sumAt(row, isExact, terms, claim), needed);
    if (evidence === undefined) continue;
    const together = [claim, ...terms.map(({ column }) => column)];
    if (isSenseless(together) || isTaken(together)) continue;
    const isFirst = best === undefined || isBetter(evidence, best.evidence);
    if (isFirst) best = { claim, terms, evidence };
  }
  return best;
}

function lastWordsOf({ path }: Field): string {
  return (path.at(-1) ?? "").replace(/[(（].*$/u, "").trim();
}

function* waysToAdd(columns: readonly ShownColumn[]): Generator<readonly ShownTerm[]> {
  const all = columns.length;
  for (let first = 0; first < all; first += 1) {
    for (let second = 0; second < all; second += 1) {
      const [a, b] = [columns[first], columns[second]];
      if (a === undefined || b === undefined || first === second) continue;
      if (first < second) yield [plus(a), plus(b)];
      yield [plus(a), minus(b)];
      if (all > MOST_FOR_THREE) continue;
      for (let third = 0; third < all; third += 1) {
        const c = columns[third];
        if (c === undefined || third === first || third === second) continue;
        if (first < second && second < third) yield [plus(a), plus(b), plus(c)];
        if (first < second) yield [plus(a), plus(b), minus(c)];
        if (second < third) yield [plus(a), minus(b), minus(c)];
      }
    }
  }
  for (let size = 4; size <= MOST_SIDE_BY_SIDE; size += 1) {
    for (let first = 0; first + size <= all; first += 1)
      yield columns.slice(first, first + size).map(plus);
  }
}

function plus(column: ShownColumn): ShownTerm {
  return { column, sign: 1 };
}

function minus(column: ShownColumn): ShownTerm {
  return { column, sign: -1 };
}

const RELATIVE: ReadonlySet<string> = new Set(["rate", "points"]);
const LAST_YEARS: ReadonlySet<Field["measure"]> = new Set(["prior", "prior-year", "prior-month"]);

/** Amounts of one unit, or rates with points; where rows have units of their own, each row by itself. */
function addUp({ field: one, units }: ShownColumn, { field: other }: ShownColumn): boolean {
  if (units !== null || isOpen(one) || isOpen(other)) return true;
  const [a, b] = [one.unit?.family, other.unit?.family];
  const isRelative = (family: string | undefined, { indicator }: Field): boolean =>
    family === undefined ? indicator.kind === "rate" : RELATIVE.has(family);
  if (isRelative(a, one) !== isRelative(b, other)) return false;
  return isRelative(a, one) || unitFactor(one.unit, other.unit) === 1;
}

/** 差额 behind a rate may be of the amounts before it. */
function isOpen({ measure, unit }: Field): boolean {
  return unit === null && (measure === "gap" || measure === "increase");
}

function isOneUnit(one: ShownColumn, other: ShownColumn, row: number): boolean {
  const [a = ANY_UNIT, b = ANY_UNIT] = [one.units?.[row], other.units?.[row]];
  return a === b || a === ANY_UNIT || b === ANY_UNIT;
}

/**
 * What is aimed at and what came in last year make nothing together, no year is made of others, and nor are the months up
 * to May: 1-2月 and 1-3月 have the first two in common.
 */
function isSenseless(columns: readonly ShownColumn[]): boolean {
  const years = new Set(
    columns.map(({ field: { period } }) => period?.kind === "year" && period.year)
  );
  if (years.size === columns.length && !years.has(false)) return true;
  const spans = new Set(
    columns.map(
      ({ field: { period } }) => period?.kind === "cumulative" && `${period.year}|${period.months}`
    )
  );
  if (spans.size === columns.length && !spans.has(false)) return true;
  return (
    columns.some(({ field }) => field.measure === "target") &&
    columns.some(({ field }) => LAST_YEARS.has(field.measure))
  );
}

/** Every term must be more than the rounding leaves open, or the row says nothing of it. */
function sumAt(
  row: number,
  isExact: boolean,
  terms: readonly ShownTerm[],
  claim: ShownColumn
): Estimate | null {
  let value = 0;
  let room = 0;
  const sizes: number[] = [];
  for (const { column, sign } of terms) {
    const own = column.values[row] ?? NaN;
    if (Number.isNaN(own) || !isOneUnit(column, claim, row)) return null;
    value += sign * own;
    if (!isExact) room += column.halves[row] ?? 0;
    sizes.push(Math.abs(own));
  }
  const least = isExact ? 0 : 2 * (room + (claim.halves[row] ?? 0));
  const telling = sizes.map((size) => size > least);
  return { value, room: room + Math.abs(value) * 1e-12, telling };
}
