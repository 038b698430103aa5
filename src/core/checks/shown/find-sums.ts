import { unitFactor } from "../../model/unit-factor.ts";
import type { Field } from "../../model/table.ts";
import { weigh } from "./evidence.ts";
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
  const tried = alike.length ** (alike.length <= MOST_FOR_THREE ? 3 : 2);
  const needed = MARGIN + Math.log2(tried + 1);
  for (const terms of waysToAdd(alike)) {
    const evidence = weigh(claim, (row) => sumAt(row, terms, claim));
    if (evidence === undefined || evidence.bits < needed) continue;
    const together = [claim, ...terms.map(({ column }) => column)];
    if (isSenseless(together) || isTaken(together)) continue;
    const isFirst = best === undefined || isBetter(evidence, best.evidence);
    if (isFirst) best = { claim, terms, evidence };
  }
  return best;
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
  if (units !== null) return true;
  const [a, b] = [one.unit?.family, other.unit?.family];
  const isRelative = (family: string | undefined, { indicator }: Field): boolean =>
    family === undefined ? indicator.kind === "rate" : RELATIVE.has(family);
  if (isRelative(a, one) !== isRelative(b, other)) return false;
  return isRelative(a, one) || unitFactor(one.unit, other.unit) === 1;
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
function sumAt(row: number, terms: readonly ShownTerm[], claim: ShownColumn): Estimate | null {
  let value = 0;
  let room = 0;
  const sizes: number[] = [];
  for (const { column, sign } of terms) {
    const own = column.values[row] ?? NaN;
    if (Number.isNaN(own) || !isOneUnit(column, claim, row)) return null;
    value += sign * own;
    room += column.halves[row] ?? 0;
    sizes.push(Math.abs(own));
  }
  const least = 2 * (room + (claim.halves[row] ?? 0));
  const telling = sizes.map((size) => size > least);
  return { value, room: room + Math.abs(value) * 1e-12, telling };
}
