import { constant, minus, scale } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { CheckContext } from "./check.ts";
import { claimOf, countFits } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import { readClaim } from "./read-claim.ts";
import { asCount, quantityIn } from "./relation.ts";

const ID = "remainder-mismatch";

/** A number that is said to remain, with the total and what is done of it. */
export interface RemainderRow extends Claim {
  readonly total: NumberReading;
  readonly done: NumberReading;
  /** What remains in other columns: 正在整改 beside 未整改. */
  readonly others: readonly NumberReading[];
}

/** Total and done as forms head them: 总数/已完成 · 目标/已完成 · 目标/完成 · 年初存量/已处置. */
const WAYS: readonly (readonly [total: Measure, done: Measure])[] = [
  ["actual", "done"],
  ["target", "done"],
  ["target", "actual"],
  ["opening", "done"],
];

/** The rows of a column held to the head that most of them follow, `others` being further columns of what remains. */
export function bestRows(
  context: CheckContext,
  column: Column,
  others: readonly Field[]
): readonly RemainderRow[] {
  let best: readonly RemainderRow[] = [];
  for (const way of WAYS) {
    const rows = readRows(context, column, way, others);
    if (best.length === 0 || countFits(rows) > countFits(best)) best = rows;
  }
  return best;
}

export function claimsOf({ index }: CheckContext, column: Column): NumberReading[] {
  return column.fields.flatMap((field) =>
    index.table.subjects.flatMap((subject) => {
      const claim = readClaim(ID, { index, subject, field });
      return claim.kind === "number" ? [asCount(claim.reading)] : [];
    })
  );
}

export function readRows(
  context: CheckContext,
  column: Column,
  [totalMeasure, doneMeasure]: (typeof WAYS)[number],
  beside: readonly Field[] = []
): readonly RemainderRow[] {
  return claimsOf(context, column).flatMap((claim) => {
    const { index, subject, field } = claim.place;
    const read = (measure: Measure) =>
      readPlace(index, subject, findField(index, field.indicator.id, measure, field));
    const total = read(totalMeasure);
    const done = read(doneMeasure);
    if (total.kind === "none" || done.kind === "none") return [];
    const whole = wholeIn(total, field.unit);
    const part = quantityIn(asCount(done), field.unit);
    if (whole === undefined || part === undefined) return [];
    let rest = minus(whole, part);
    const others: NumberReading[] = [];
    for (const other of beside) {
      const reading = readPlace(index, subject, other);
      const left = reading.kind === "none" ? undefined : quantityIn(asCount(reading), field.unit);
      if (reading.kind === "none" || left === undefined) return [];
      rest = minus(rest, left);
      others.push(reading);
    }
    return [{ ...claimOf(claim, rest), total, done, others }];
  });
}

/** A target is exact, whatever digits it has; a total is what it rounds to. */
function wholeIn(total: NumberReading, unit: Unit | null): Quantity | undefined {
  if (total.place.field.measure !== "target") return quantityIn(asCount(total), unit);
  const factor = unitFactor(total.place.field.unit, unit);
  return factor === undefined ? undefined : scale(constant(total.stated.value), factor);
}
