import { isOfOtherTime } from "../catalog/other-times.ts";
import { quantityOf } from "../model/interval.ts";
import {
  fieldsOf,
  findField,
  findYearBefore,
  isPriorPeriod,
  periodOf,
  readPlace,
} from "../model/table-index.ts";
import type { Column, NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { CheckContext } from "./check.ts";
import { operandOf } from "./describe.ts";
import { readRows } from "./difference-rows.ts";
import type { Operands, Reading } from "./difference-rows.ts";

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
    const other = readPlace(index, subject, rateBefore(index, now, base));
    if (other.kind === "none") return other.reason;
    return operandsOf(own, other);
  });
}

/** 上周完成率 | 本周完成率 | 提高: what a part of a target has gained since another time. */
export function readAttainmentChanges(context: CheckContext, column: Column): Reading {
  const { fields } = context.index.table;
  const isBefore = ({ indicator, unit }: Field): boolean =>
    indicator.kind === "rate" && unit?.family === "rate" && isOfOtherTime(indicator.name);
  return readRows(context, column, ({ index, subject, field }) => {
    const before = fields.filter((other) => isBefore(other) && other.line < field.line).at(-1);
    const own = readPlace(
      index,
      subject,
      findField(index, field.indicator.id, "attainment", field)
    );
    const other = readPlace(index, subject, before);
    if (own.kind === "none" || other.kind === "none") return "missing-operand";
    return operandsOf(own, other);
  });
}

/** The same rate of the year before, or of the months before; 上年同期增速 is a growth on another base. */
function rateBefore(index: TableIndex, now: Field, base: "prior" | "previous"): Field | undefined {
  const { id } = now.indicator;
  const isLevel = now.measure === "actual" || now.measure === "rate";
  const isOther = (field: Field): boolean =>
    (base === "prior") === /上年|去年|同期/u.test(field.path.join("")) && field !== now;
  const dated = base === "prior" ? findYearBefore(index, id, now.measure, now) : undefined;
  if (dated !== undefined) return dated;
  const monthsBefore = base === "previous" ? findMonthsBefore(index, now) : undefined;
  if (monthsBefore !== undefined) return monthsBefore;
  if (isLevel)
    return findField(index, id, base, now, base === "prior" ? isPriorPeriod : () => true);
  return now.measure === "growth" ? fieldsOf(index, id, "growth-other").find(isOther) : undefined;
}

/** Months down the rows: the same rate of the last months before these within the year. */
function findMonthsBefore(index: TableIndex, now: Field): Field | undefined {
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

function operandsOf(own: NumberReading, other: NumberReading): Operands {
  return {
    own: quantityOf(own.stated),
    ownOperand: operandOf("rate", own),
    ownReading: own,
    other: quantityOf(other.stated),
    otherOperand: operandOf("reference", other),
    otherName: other.place.field.path.at(-1) ?? "",
    otherReading: other,
  };
}
