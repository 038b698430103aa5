import { isOfOtherTime } from "../catalog/other-times.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { Column, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { CheckContext } from "./check.ts";
import { readRows, twoReadings } from "./difference-rows.ts";
import type { Reading } from "./difference-rows.ts";

/** 上周完成率 | 本周完成率 | 提高: what a part of a target has gained since another time. */
export function readAttainmentChanges(context: CheckContext, column: Column): Reading {
  const earlier = context.index.table.fields.filter(
    ({ indicator, unit }) =>
      indicator.kind === "rate" && unit?.family === "rate" && isOfOtherTime(indicator.name)
  );
  return readRows(context, column, ({ index, subject, field }) => {
    const before = earlier.filter((other) => other.line < field.line).at(-1);
    const own = readPlace(
      index,
      subject,
      findField(index, field.indicator.id, "attainment", field)
    );
    const other = readPlace(index, subject, before);
    if (own.kind === "none" || other.kind === "none") return "missing-operand";
    return twoReadings(own, other);
  });
}

/** Months down the rows: the same rate of the last months before these within the year. */
export function findMonthsBefore(index: TableIndex, now: Field): Field | undefined {
  const own = periodOf(index.table, now);
  if (own?.kind !== "cumulative") return undefined;
  let best: { readonly field: Field; readonly months: number } | undefined;
  for (const field of fieldsOf(index, now.indicator.id, now.measure)) {
    const period = periodOf(index.table, field);
    if (period?.kind !== "cumulative" || period.year !== own.year || field.against !== now.against)
      continue;
    const isBetween = period.months < own.months && period.months > (best?.months ?? 0);
    if (isBetween) best = { field, months: period.months };
  }
  return best?.field;
}
