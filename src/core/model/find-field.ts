/** Which field of a table gives a measure for what stands beside it. */

import type { Measure } from "./measure.ts";
import { formatPeriod } from "./period.ts";
import type { Period } from "./period.ts";
import type { Field } from "./table.ts";
import type { ReferenceScope } from "./zone.ts";
import { isPriorPeriod, isSamePeriod } from "./same-period.ts";
import { fieldsOf, periodOf } from "./table-index.ts";
import type { TableIndex } from "./table-index.ts";

/**
 * The field that gives an indicator's measure for the period of another field: the one of the same period, or the only
 * one whose period does not speak against it. `period` is compared through `samePeriod`.
 */
export function findField(
  index: TableIndex,
  indicator: string,
  measure: Measure,
  beside: Field,
  samePeriod: (a: Period, b: Period) => boolean = isSamePeriod
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  const own = fieldsOf(index, indicator, measure).filter(
    (field) => field !== beside && !isOfReference(field)
  );
  const fitting = own.filter((field) => {
    const period = periodOf(index.table, field);
    return wanted === null || period === null || samePeriod(period, wanted);
  });
  return nearest(fitting, beside);
}

/** The field that gives an indicator's measure for the same months of the year before, both years being told. */
export function findYearBefore(
  index: TableIndex,
  indicator: string,
  measure: Measure,
  beside: Field
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  if (wanted === null || wanted.year === null) return undefined;
  const before = formatPeriod({ ...wanted, year: wanted.year - 1 });
  const own = fieldsOf(index, indicator, measure).filter((field) => {
    const period = periodOf(index.table, field);
    return period !== null && !isOfReference(field) && formatPeriod(period) === before;
  });
  return nearest(own, beside);
}

/**
 * The level of an indicator that a share is taken of: of the share's own period, or, where the share is last year's,
 * last year's level.
 */
export function findLevel(index: TableIndex, indicator: string, beside: Field): Field | undefined {
  return (
    findField(index, indicator, "actual", beside) ??
    findField(index, indicator, "prior", beside, isYearAfter)
  );
}

/** 上年同期 is told with this year's period: the share of the year before is beside it. */
function isYearAfter(prior: Period, wanted: Period): boolean {
  return !isSamePeriod(prior, wanted) && isPriorPeriod(wanted, prior);
}

/** A level or growth that is not the zone's own but that of 全市 or 全省开发区, printed in a column beside it. */
function isOfReference(field: Field): boolean {
  return field.measure !== "share" && field.against?.kind === "reference";
}

/** The field of the same measure and period that belongs to a reference, as a column of the table. */
export function findReferenceField(
  index: TableIndex,
  measure: Measure,
  scope: ReferenceScope,
  beside: Field
): Field | undefined {
  const wanted = periodOf(index.table, beside);
  const own = fieldsOf(index, beside.indicator.id, measure).filter(
    (field) =>
      isOfReference(field) && field.against?.kind === "reference" && field.against.scope === scope
  );
  // Months down the rows: 全市累计 of the row's own months.
  const fitting = own.filter((field) => {
    const period = periodOf(index.table, field);
    return wanted === null || period === null || isSamePeriod(period, wanted);
  });
  return fitting[0] ?? (own.length === 1 ? own[0] : undefined);
}

function nearest(fields: readonly Field[], beside: Field): Field | undefined {
  let best: Field | undefined;
  for (const field of fields) {
    if (best === undefined || distance(field, beside) < distance(best, beside)) best = field;
  }
  return best;
}

function distance(field: Field, beside: Field): number {
  const apart = Math.abs(field.line - beside.line) * 1000 + Math.abs(field.index - beside.index);
  // A claim follows what it is made of: of two equally near, the one before it.
  return field.index < beside.index ? apart - 0.5 : apart;
}
