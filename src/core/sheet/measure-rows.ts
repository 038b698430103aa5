import { toMeasure } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { getUnit } from "../catalog/units.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, Observation } from "../model/table.ts";
import type { Sheet } from "../workbook/book.ts";
import { readObservation } from "./assemble.ts";
import type { FieldCore } from "./field-reading.ts";
import type { Words } from "./words.ts";

/** 去年同期 or 增长% under 合计: a row that tells another measure of the row above it. */
export interface MeasureRow {
  readonly row: number;
  readonly label: string;
  readonly word: MeasureWord;
  /** The row above it that it speaks of, among the subjects. */
  readonly subject: number;
}

const OF_A_ROW: ReadonlySet<MeasureWord> = new Set([
  "prior",
  "prior-month",
  "growth-month",
  "last-year",
  "growth",
  "growth-other",
  "fall",
  "increase",
  "share",
  "attainment",
  "rank",
]);

/** The measure that is all a row's name says; null where it names a place, a thing or a sum. */
export function measureOfRow(label: string, words: Words): MeasureWord | null {
  const said = words(label);
  if (said.isZone || said.isTotal || said.isReference) return null;
  let word: MeasureWord | null = null;
  for (const token of said.tokens) {
    if (token.kind === "measure" && OF_A_ROW.has(token.word)) word ??= token.word;
    else if (token.kind !== "unit" && token.kind !== "share-of" && token.kind !== "compared-with")
      return null;
  }
  return word;
}

/** Of these it is clear what they are taken of: the row above, column by column. */
export function isOfRowAbove(word: MeasureWord): boolean {
  return (
    word === "share" || IN_MONTHS.has(word) || word === "prior-month" || word === "growth-month"
  );
}

/** What a measure is called of one month. */
const IN_MONTHS: ReadonlyMap<MeasureWord, Measure> = new Map<MeasureWord, Measure>([
  ["prior", "prior-month"],
  ["growth", "growth-month"],
  ["increase", "increase"],
]);
const IN_ALL: Readonly<Partial<Record<MeasureWord, Measure>>> = {
  "prior-month": "prior",
  "growth-month": "growth",
};

/** 去年同月 below columns of months and of their sum. */
function measureIn(word: MeasureWord, amount: Field): Measure {
  const whole = IN_ALL[word] ?? toMeasure(word);
  return amount.measure === "actual-month" ? (IN_MONTHS.get(whole) ?? whole) : whole;
}

type Grid = readonly (readonly (Observation | null)[])[];

/** The amounts of a table with last year's, the growth and the increase that rows of their own tell below them. */
export function withMeasureRows<F extends Field & FieldCore>(
  sheet: Sheet,
  fields: readonly F[],
  cells: Grid,
  rows: readonly MeasureRow[]
): { readonly fields: readonly F[]; readonly cells: Grid } {
  if (rows.length === 0) return { fields, cells };
  const amounts = fields.filter(
    ({ measure, indicator }) =>
      (measure === "actual" || measure === "actual-month") && indicator.kind !== "rate"
  );
  const added: F[] = [];
  const observed: { readonly subject: number; readonly observation: Observation }[] = [];
  // 去年同期 below every zone is one column for all of them, a second one below the same zone another.
  const known = new Map<string, F>();
  const taken = new Set<string>();
  for (const { row, label, word, subject } of rows) {
    if (!isOfRowAbove(word)) continue;
    let name = `${word}|${label}`;
    while (taken.has(`${subject}|${name}`)) name += "+";
    taken.add(`${subject}|${name}`);
    for (const amount of amounts) {
      const key = `${name}|${amount.index}`;
      const field = known.get(key) ?? fieldBelow(amount, word, label, fields.length + added.length);
      if (!known.has(key)) added.push(field);
      known.set(key, field);
      const at = { row, column: amount.line };
      observed.push({ subject, observation: readObservation(sheet, at, subject, field) });
    }
  }
  const grid = cells.map((line) => [...line, ...added.map((): Observation | null => null)]);
  for (const { subject, observation } of observed) {
    const line = grid[subject];
    if (line !== undefined) line[observation.field] = observation;
  }
  return { fields: [...fields, ...added], cells: grid };
}

function fieldBelow<F extends Field>(
  amount: F,
  word: MeasureWord,
  label: string,
  index: number
): F {
  const measure = measureIn(word, amount);
  return {
    ...amount,
    index,
    measure,
    // 占比 of a row is its part of the 合计 of its column.
    against: measure === "share" ? { kind: "total" } : amount.against,
    unit: measure === "share" || measure.startsWith("growth") ? getUnit("%") : amount.unit,
    path: [...amount.path, label],
  };
}
