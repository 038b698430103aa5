/** What a table, or another of the book, prints of 全市 or 全省. */

import type { Measure } from "./measure.ts";
import { formatPeriod } from "./period.ts";
import type { Period } from "./period.ts";
import type { Field } from "./table.ts";
import type { ReferenceScope } from "./zone.ts";
import { findField, findLevel } from "./find-field.ts";
import { isSamePeriod } from "./same-period.ts";
import { periodOf, readPlace } from "./table-index.ts";
import type { NumberReading, TableIndex } from "./table-index.ts";

/**
 * The numbers of a reference row (全市) for an indicator and measure: of this table first, else of another table of the
 * book where they are told only once.
 */
export function findReferenceReading(
  index: TableIndex,
  book: readonly TableIndex[],
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): NumberReading | undefined {
  const own = referenceReadings(index, scope, measure, beside);
  if (own[0] !== undefined) return own[0];
  const found = FOUND_ELSEWHERE.get(book) ?? new Map<string, NumberReading | undefined>();
  FOUND_ELSEWHERE.set(book, found);
  const key = referenceKey(index, scope, measure, beside);
  if (!found.has(key)) found.set(key, findElsewhere(index, book, scope, measure, beside));
  return found.get(key);
}

/**
 * What was found in a book for a question: a book of sixty equal sheets asks it sixty times, and each time through all
 * of them. Books never change, and go with what is remembered of them.
 */
const FOUND_ELSEWHERE = new WeakMap<
  readonly TableIndex[],
  Map<string, NumberReading | undefined>
>();

/** All that the answer of other tables depends on; the asking table itself has none to give. */
function referenceKey(
  index: TableIndex,
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): string {
  const period = periodOf(index.table, beside);
  const periods = [beside.period, period].map((each) => (each === null ? "" : formatPeriod(each)));
  const city = scope === "city" ? index.table.city : null;
  return [scope, measure, beside.indicator.id, beside.line, beside.index, ...periods, city].join(
    "|"
  );
}

function findElsewhere(
  index: TableIndex,
  book: readonly TableIndex[],
  scope: ReferenceScope,
  measure: Measure,
  beside: Field
): NumberReading | undefined {
  const period = periodOf(index.table, beside);
  const elsewhere = book
    .filter((other) => other !== index && (scope !== "city" || isSameCity(other, index)))
    .flatMap((other) => referenceReadings(other, scope, measure, beside, period));
  const values = new Set(elsewhere.map((reading) => reading.stated.value));
  return values.size === 1 ? elsewhere[0] : undefined;
}

/** 全市 of one city is not that of another; a table that names no city stands for the book's. */
function isSameCity(a: TableIndex, b: TableIndex): boolean {
  return a.table.city === null || b.table.city === null || a.table.city === b.table.city;
}

function referenceReadings(
  index: TableIndex,
  scope: ReferenceScope,
  measure: Measure,
  beside: Field,
  period: Period | null = null
): readonly NumberReading[] {
  const field =
    findField(index, beside.indicator.id, measure, beside) ??
    (measure === "prior" ? findLevel(index, beside.indicator.id, beside) : undefined);
  if (field === undefined) return [];
  const own = periodOf(index.table, field);
  if (period !== null && (own === null || !isSamePeriod(own, period))) return [];
  return index.table.subjects
    .filter((subject) => subject.reference === scope)
    .map((subject) => readPlace(index, subject, field))
    .filter((reading): reading is NumberReading => reading.kind === "number");
}
