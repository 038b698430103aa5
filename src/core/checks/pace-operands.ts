import { roundTo } from "../model/decimal.ts";
import { constant, quantityOf } from "../model/interval.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { Column, NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { asShown } from "./as-shown.ts";
import type { CheckContext } from "./check.ts";
import { looseOperand, operandOf } from "./describe.ts";
import { readRows } from "./difference-rows.ts";
import type { PaceOperand, Reading } from "./difference-rows.ts";
import { monthsOf, ownPaceBeside } from "./own-pace.ts";

/** 超(欠)进度: the attainment less the pace printed beside it, in points; where none is printed, less months over 12. */
export function readPaces(
  context: CheckContext,
  column: Column,
  which: "nearest" | "farthest"
): Reading {
  return readRows(context, column, ({ index, subject, field }) => {
    const { id } = field.indicator;
    const attainment =
      which === "nearest"
        ? findField(index, id, "attainment", field)
        : fieldsOf(index, id, "attainment")[0];
    const read = readPlace(index, subject, attainment);
    if (read.kind === "none") return read.reason;
    const own = asShown(read);
    const taken = { own: quantityOf(own.stated), ownOperand: operandOf("rate", own) };
    const pace = readPlace(index, subject, findField(index, id, "pace", field));
    if (pace.kind === "none") {
      const even = hasPace(index, field)
        ? undefined
        : (setPace(context, subject, field) ?? evenPace(index, field));
      return even === undefined ? pace.reason : { ...taken, ownReading: own, ...even };
    }
    return {
      ...taken,
      ownReading: own,
      // 25 at the end of March is 3/12, and no rounded number.
      other: isEven(pace) ? constant(pace.stated.value) : quantityOf(pace.stated),
      otherOperand: operandOf("reference", pace),
      otherName: pace.place.field.path.at(-1) ?? "",
      otherReading: pace,
    };
  });
}

function isEven({ place, stated }: NumberReading): boolean {
  const months = monthsOf(periodOf(place.index.table, place.field));
  return months !== undefined && stated.value * 12 === months * 100;
}

/** Whether the table prints the pace that a difference is taken to. */
export function hasPace(index: TableIndex, field: Field): boolean {
  return findField(index, field.indicator.id, "pace", field) !== undefined;
}

/** 序时进度22% of a title, header or note, or the plan of the rules. */
function setPace(context: CheckContext, subject: Subject, field: Field): PaceOperand | undefined {
  const own = ownPaceBeside(context, subject, field);
  if (own === undefined) return undefined;
  const isWhole = own.decimals === 0;
  const { value } = own;
  const decimals = Math.min(own.decimals, 2);
  return {
    other: isWhole
      ? constant(value)
      : quantityOf({ value, decimals, origin: "typed", precision: "stated" }),
    otherOperand: looseOperand("reference", own.words, { value, decimals }, "%"),
    otherName: "序时进度",
    otherReading: null,
  };
}

/** Months over 12; offices round it to a place or two (91.7, 91.67), so that one place tells it. */
function evenPace(index: TableIndex, field: Field): PaceOperand | undefined {
  const period = periodOf(index.table, field);
  if (period?.kind !== "cumulative") return undefined;
  const decimals = period.months % 3 === 0 ? 0 : 1;
  const value = roundTo((period.months * 100) / 12, decimals);
  return {
    other:
      decimals === 0
        ? constant(value)
        : quantityOf({ value, decimals, origin: "typed", precision: "stated" }),
    otherOperand: looseOperand("reference", `${period.months}/12`, { value, decimals }, "%"),
    otherName: `${period.months}/12`,
    otherReading: null,
  };
}
