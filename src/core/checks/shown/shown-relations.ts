import type { Outcome } from "../../evaluation/evaluation.ts";
import { readingsOf } from "../../evaluation/localise/identity.ts";
import type { NumberReading, TableIndex } from "../../model/table-index.ts";
import type { Field } from "../../model/table.ts";
import type { Area } from "../../workbook/address.ts";
import { gridsOf } from "./grid.ts";
import type { ShownColumn, ShownGrid } from "./grid.ts";
import { findChange } from "./find-changes.ts";
import { findQuotient } from "./find-quotients.ts";
import { findSum } from "./find-sums.ts";
import { withoutHeldElsewhere } from "./held-elsewhere.ts";
import { judgeShownChange } from "./judge-change.ts";
import { judgeShownQuotient } from "./judge-quotient.ts";
import { judgeShownSum } from "./judge-sum.ts";

/**
 * What a table shows by its numbers where no header says it: a column that in nearly every row is the quotient, change, sum
 * or difference of others beside it, beyond what chance gives; where its rows are indicators or periods, a row as well. What
 * does not follow is a question. Asked after all other checks, of what none of them holds to anything beside it.
 */
function shownRelations(index: TableIndex, outcomes: readonly Outcome[]): readonly Outcome[] {
  const results: Outcome[] = [];
  for (const grid of gridsOf(index)) {
    if (grid.columns.length < 3) continue;
    results.push(...shownIn(grid, index, [...outcomes, ...results]));
  }
  return results;
}

function shownIn(
  grid: ShownGrid,
  index: TableIndex,
  outcomes: readonly Outcome[]
): readonly Outcome[] {
  const { columns } = grid;
  const known = knownOf(grid, index, outcomes);
  const results: Outcome[] = [];
  const told = new Set<string>();
  // What a check has told in some rows of the claim alone, the others may show as well: 完成率 of amounts and of growths.
  const isTaken = (some: readonly ShownColumn[]): boolean => {
    const key = keyOf(some.map((column) => column.key));
    const by = known.sets.get(key);
    return told.has(key) || (by !== undefined && (by.size > 1 || !by.has(some[0]?.key ?? -1)));
  };
  // 增速 − 目标 = 差距: with the target of another indicator, the same for most zones, it is the same sum by chance.
  const isTakenSum = (some: readonly ShownColumn[]): boolean =>
    isTaken(some) || known.sums.some((sum) => some.filter(({ key }) => sum.has(key)).length >= 2);
  const tell = (some: readonly ShownColumn[]): void => {
    told.add(keyOf(some.map(({ key }) => key)));
  };
  const unjudged = (some: readonly Outcome[]): readonly Outcome[] =>
    some.filter(({ at }) => !known.judged.has(placeOf(at.area)));
  // Results stand behind what they are made of.
  for (const claim of [...columns].reverse()) {
    if (isHeld(claim, known)) continue;
    const quotient = isPlain(claim.field) ? undefined : findQuotient(claim, columns, isTaken);
    if (quotient !== undefined) {
      tell([claim, quotient.part, quotient.whole]);
      results.push(...unjudged(judgeShownQuotient(quotient)));
      continue;
    }
    const change = findChange(claim, columns, isTaken);
    if (change !== undefined) {
      tell([claim, change.current, change.prior]);
      results.push(...unjudged(judgeShownChange(change)));
      continue;
    }
    const sum = findSum(claim, columns, isTakenSum);
    if (sum === undefined) continue;
    tell([claim, ...sum.terms.map(({ column }) => column)]);
    results.push(...unjudged(judgeShownSum(sum)));
  }
  return withoutHeldElsewhere(results, outcomes, grid);
}

/** All that is said of a table: a rate that no basis gave is no question where two columns of the table do give it. */
export function withShownRelations(
  index: TableIndex,
  outcomes: readonly Outcome[]
): readonly Outcome[] {
  const shown = shownRelations(index, outcomes);
  if (shown.length === 0) return outcomes;
  const isSettled = (outcome: Outcome): boolean =>
    outcome.kind === "fail" &&
    outcome.finding.code === "rate-mismatch" &&
    outcome.finding.params.wholeColumn &&
    outcome.finding.params.fits === null &&
    shown.some(({ check, at }) => check === "rate-mismatch" && lies(at.area, outcome.at.area));
  return [...outcomes.filter((outcome) => !isSettled(outcome)), ...shown];
}

function lies(one: Area, within: Area): boolean {
  return (
    one.row >= within.row &&
    one.row < within.row + within.rows &&
    one.column >= within.column &&
    one.column < within.column + within.columns
  );
}

/** What other checks hold to each other within a row. */
interface Known {
  /** How many numbers of a column are the result of something in their row. */
  readonly results: ReadonlyMap<number, number>;
  /** The columns that are held to each other, with those of them that are the results. */
  readonly sets: ReadonlyMap<string, ReadonlySet<number>>;
  /** The cells that are results. */
  readonly judged: ReadonlySet<string>;
  /** Columns of which one is the sum or difference of the two others. */
  readonly sums: readonly ReadonlySet<number>[];
}

function knownOf(grid: ShownGrid, index: TableIndex, outcomes: readonly Outcome[]): Known {
  const results = new Map<number, number>();
  const sets = new Map<string, Set<number>>();
  const judged = new Set<string>();
  const sums = new Map<string, ReadonlySet<number>>();
  for (const outcome of outcomes) {
    if (outcome.kind === "not-evaluable" || outcome.identity === null) continue;
    const { identity, at } = outcome;
    if (identity.kind !== "linear" && identity.kind !== "ratio") continue;
    const readings = readingsOf(identity);
    const own = readings.find(({ observation }) => isAt(observation, at.area));
    if (own === undefined || own.place.index !== index) continue;
    const row = grid.rowOf(own);
    const isBeside = readings.every(
      (other) => other.place.index === index && grid.rowOf(other) === row
    );
    if (readings.length < 2 || !isBeside) continue;
    const column = grid.columnOf(own);
    results.set(column, (results.get(column) ?? 0) + 1);
    judged.add(placeOf(at.area));
    const together = readings.map((reading) => grid.columnOf(reading));
    const key = keyOf(together);
    sets.set(key, (sets.get(key) ?? new Set<number>()).add(column));
    if (identity.kind === "linear" && together.length === 3) sums.set(key, new Set(together));
  }
  return { results, sets, judged, sums: [...sums.values()] };
}

function placeOf({ row, column }: Pick<Area, "row" | "column">): string {
  return `${row}|${column}`;
}

function isAt(
  { at }: NumberReading["observation"],
  area: { readonly row: number; readonly column: number }
): boolean {
  return at.row === area.row && at.column === area.column;
}

function isHeld(claim: ShownColumn, { results }: Known): boolean {
  const numbers = claim.readings.filter((reading) => reading !== null).length;
  return (results.get(claim.key) ?? 0) * 2 >= numbers;
}

/** Whole numbers of things are no quotients. */
function isPlain({ unit, indicator }: Field): boolean {
  return unit?.family === "count" && indicator.kind !== "rate";
}

function keyOf(columns: readonly number[]): string {
  return [...new Set(columns)].sort((a, b) => a - b).join();
}
