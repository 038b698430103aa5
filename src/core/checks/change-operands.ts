import { formatPeriod } from "../model/period.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField, findYearBefore } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Column, Place, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { CheckContext } from "./check.ts";
import { readRows, twoReadings } from "./difference-rows.ts";
import type { Reading } from "./difference-rows.ts";
import { findMonthsBefore } from "./rate-changes.ts";

/** 增减额: this period's level less last year's, or less the opening stock or the month before where the header says so. */
export function readIncreases(
  context: CheckContext,
  column: Column,
  base: "prior" | "opening" | "previous"
): Reading {
  return readRows(
    context,
    column,
    ({ index, subject, field }) => {
      if (baseOf(field) !== base || field.unit?.family === "rate") return "missing-operand";
      const level = findField(index, field.indicator.id, "actual", field);
      const own = readPlace(index, subject, level);
      if (own.kind === "none" || level === undefined) return "missing-operand";
      const samePeriod = base === "prior" ? isPriorPeriod : () => true;
      const before = findField(index, field.indicator.id, base, level, samePeriod);
      const other = readPlace(index, subject, before);
      if (other.kind === "none") return other.reason;
      const isOneUnit = [own, other].every(
        (reading) => unitFactor(reading.place.field.unit, field.unit) === 1
      );
      if (!isOneUnit) return "relation-not-established";
      return twoReadings(own, other);
    },
    isSubtracted
  );
}

/** 全市 grows by what its own two levels say as well, where no office re-aligns the base of it. */
function isSubtracted({ subject, field }: Place): boolean {
  if (subject.role === "reference") return isNominal(field.indicator);
  return subject.role !== "average";
}

/** 比重变化, 同比±百分点: a rate less the same a year, or some months, before. */
export function readChanges(
  context: CheckContext,
  column: Column,
  measure: "share" | "growth" | "rate" | "actual",
  base: "prior" | "previous"
): Reading {
  return readRows(context, column, ({ index, subject, field }) => {
    const { id, kind } = field.indicator;
    if (measure === "actual" && kind !== "rate") return "missing-operand";
    const now = findField(index, id, measure, field);
    const own = readPlace(index, subject, now);
    if (own.kind === "none" || now === undefined) return "missing-operand";
    const other = readPlace(index, subject, rateBefore(index, now, base, field));
    if (other.kind === "none") return other.reason;
    return twoReadings(own, other);
  });
}

/** The same rate of the year before, or of the months before; 上年同期增速 is a growth on another base. */
function rateBefore(
  index: TableIndex,
  now: Field,
  base: "prior" | "previous",
  change: Field
): Field | undefined {
  const { id } = now.indicator;
  const isLevel = now.measure === "actual" || now.measure === "rate";
  const isOther = (field: Field): boolean =>
    (base === "prior") === /上年|去年|同期/u.test(field.path.join("")) && field !== now;
  const dated = base === "prior" ? yearBefore(index, now, change) : undefined;
  if (dated !== undefined) return dated;
  const monthsBefore = base === "previous" ? findMonthsBefore(index, now) : undefined;
  if (monthsBefore !== undefined) return monthsBefore;
  if (isLevel)
    return findField(index, id, base, now, base === "prior" ? isPriorPeriod : () => true);
  return now.measure === "growth" ? fieldsOf(index, id, "growth-other").find(isOther) : undefined;
}

/** The rate of the year before, or, where the header tells another (2024年比2022年提高), of that year. */
function yearBefore(index: TableIndex, now: Field, change: Field): Field | undefined {
  const { id } = now.indicator;
  const year = /[比较]((?:20|19)\d\d)年/u.exec(change.path.join(""))?.[1];
  const own = periodOf(index.table, now);
  if (year === undefined || own === null || own.year === Number(year) + 1)
    return findYearBefore(index, id, now.measure, now);
  const wanted = formatPeriod({ ...own, year: Number(year) });
  return fieldsOf(index, id, now.measure).find((field) => {
    const period = periodOf(index.table, field);
    return period !== null && formatPeriod(period) === wanted;
  });
}

function baseOf(field: Field): "prior" | "opening" | "previous" {
  const words = field.path.join("");
  if (/年初|期初|上年末|去年底/u.test(words)) return "opening";
  return /上月|上期|上季|环比/u.test(words) ? "previous" : "prior";
}

/** Whether last year's level is the base as it stands, and re-aligned by nobody. */
export function isNominal({ growthBasis, isCatalogued }: Indicator): boolean {
  return isCatalogued && (growthBasis === "nominal" || growthBasis === "count");
}
