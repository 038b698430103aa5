/** The levels that stand beside a rate: this year's, last year's, of this table or another of the book. */

import type { CheckContext } from "../checks/check.ts";
import { quantityOf, scale } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod, isSamePeriod } from "../model/same-period.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";

/** Last year's number in the unit of this year's. */
export function baseOf(
  prior: NumberReading,
  actual: NumberReading
): { readonly quantity: Quantity; readonly decimals: number } | undefined {
  const factor = unitFactor(prior.place.field.unit, actual.place.field.unit);
  if (factor === undefined) return undefined;
  const decimals = Math.max(0, prior.stated.decimals - Math.round(Math.log10(factor)));
  return { quantity: scale(quantityOf(prior.stated), factor), decimals };
}

/** The level beside a growth: in the same table, else the only value another table of the book gives for this zone. */
export function readBeside(
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
