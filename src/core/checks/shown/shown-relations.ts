import type { Outcome } from "../../evaluation/evaluation.ts";
import { readingsOf } from "../../evaluation/localise/identity.ts";
import type { NumberReading, TableIndex } from "../../model/table-index.ts";
import type { Field } from "../../model/table.ts";
import type { Area } from "../../workbook/address.ts";
import { columnsOf } from "./grid.ts";
import type { ShownColumn } from "./grid.ts";
import { findQuotient } from "./find-quotients.ts";
import { findSum } from "./find-sums.ts";
import { judgeShownQuotient } from "./judge-quotient.ts";
import { judgeShownSum } from "./judge-sum.ts";

/** Wider tables are searched in their first columns only: the search is of the third power. */
const MOST_COLUMNS = 40;

/**
 * What a table shows by its numbers where no header says it: a column that in nearly every row is the quotient, sum or
 * difference of others beside it, beyond what chance gives. The rows that do not follow are a question. Asked after
 * all other checks, of the columns that none of them holds to anything in their row.
 */
function shownRelations(index: TableIndex, outcomes: readonly Outcome[]): readonly Outcome[] {
  const columns = columnsOf(index).slice(0, MOST_COLUMNS);
  if (columns.length < 3) return [];
  const known = knownOf(index, outcomes);
  const results: Outcome[] = [];
  const told = new Set<string>(known.sets);
  const isTaken = (fields: readonly Field[]): boolean => told.has(keyOf(fields));
  // Results stand behind what they are made of.
  for (const claim of [...columns].reverse()) {
    if (isHeld(claim, known)) continue;
    const quotient = isPlain(claim.field) ? undefined : findQuotient(claim, columns, isTaken);
    const sum = quotient === undefined ? findSum(claim, columns, isTaken) : undefined;
    const parts =
      quotient === undefined
        ? (sum?.terms.map(({ column }) => column) ?? [])
        : [quotient.part, quotient.whole];
    if (parts.length === 0) continue;
    told.add(keyOf([claim, ...parts].map(({ field }) => field)));
    if (quotient !== undefined) results.push(...judgeShownQuotient(quotient));
    else if (sum !== undefined) results.push(...judgeShownSum(sum));
  }
  return results;
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
  /** How many numbers of a field are the result of something in their row. */
  readonly results: ReadonlyMap<number, number>;
  readonly sets: ReadonlySet<string>;
}

function knownOf(index: TableIndex, outcomes: readonly Outcome[]): Known {
  const results = new Map<number, number>();
  const sets = new Set<string>();
  for (const outcome of outcomes) {
    if (outcome.kind === "not-evaluable" || outcome.identity === null) continue;
    const { identity, at } = outcome;
    if (identity.kind !== "linear" && identity.kind !== "ratio") continue;
    const readings = readingsOf(identity);
    const own = readings.find(({ observation }) => isAt(observation, at.area));
    if (own === undefined || own.place.index !== index) continue;
    const { subject, field } = own.observation;
    if (readings.length < 2 || readings.some((other) => !isBeside(other, own, subject))) continue;
    results.set(field, (results.get(field) ?? 0) + 1);
    sets.add(keyOf(readings.map(({ place }) => place.field)));
  }
  return { results, sets };
}

function isAt(
  { at }: NumberReading["observation"],
  area: { readonly row: number; readonly column: number }
): boolean {
  return at.row === area.row && at.column === area.column;
}

function isBeside(other: NumberReading, own: NumberReading, subject: number): boolean {
  return other.place.index === own.place.index && other.observation.subject === subject;
}

function isHeld(claim: ShownColumn, { results }: Known): boolean {
  const numbers = claim.readings.filter((reading) => reading !== null).length;
  return (results.get(claim.field.index) ?? 0) * 2 >= numbers;
}

/** Whole numbers of things are no quotients. */
function isPlain({ unit, indicator }: Field): boolean {
  return unit?.family === "count" && indicator.kind !== "rate";
}

function keyOf(fields: readonly Field[]): string {
  return [...new Set(fields.map(({ index }) => index))].sort((a, b) => a - b).join();
}
