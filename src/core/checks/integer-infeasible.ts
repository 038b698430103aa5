import type { Outcome } from "../evaluation/evaluation.ts";
import { rangeOf } from "../model/interval.ts";
import { roundTo, toDecimal } from "../model/decimal.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressOf, found, operandOf, passed, shownDecimals, written } from "./describe.ts";
import { isFeasible, nearestWholes } from "../model/whole-numbers.ts";
import { aboutCell } from "./relation.ts";
import { watchedExactly, watchedNumber, watching } from "./watch.ts";
import { findWholes } from "./wholes.ts";

const ID = "integer-infeasible";

/**
 * A percentage of counts can be had from some whole number: 90个,占75% from 120. Only of counts in counts, and only where
 * the whole itself is not in the sheet; never of amounts.
 */
export const integerInfeasible: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    context.index.table.fields
      .filter((field) => field.measure === "share" && isOfCounts(field))
      .flatMap((field) => checkField(context, field)),
};

/** The header's own whole is counted too; 占比 that names none may be of anything but is only asked of counts. */
function isOfCounts({ indicator, against, path }: Field): boolean {
  if (indicator.kind !== "count" || /投资|金额|产值|面积/u.test(path.join(""))) return false;
  return against?.kind !== "indicator" || against.indicator.kind === "count";
}

function checkField(context: CheckContext, field: Field): Outcome[] {
  const { index } = context;
  const counted = findField(index, field.indicator.id, "actual", field);
  if (counted === undefined || counted.unit?.family !== "count") return [];
  const wholes = findWholes(context, field);
  return index.table.subjects.flatMap((subject): Outcome[] => {
    const share = readPlace(index, subject, field);
    const count = readPlace(index, subject, counted);
    if (share.kind === "none" || count.kind === "none") return [];
    if (!isWhole(count) || share.stated.precision !== "stated") return [];
    if (wholes.some((whole) => whole.valueFor(subject) !== undefined)) return [];
    const at = addressOf(index, share.observation.at);
    const { low, high } = rangeOf(share.stated);
    const number = toDecimal(count.stated.value);
    const outcome = isFeasible(number, low.num, high.num)
      ? passed(ID, at, false)
      : found(findingOf(share, count));
    return [
      watching(outcome, {
        kind: "whole-number",
        at,
        severity: "warning",
        share: watchedNumber("stated", share),
        count: watchedExactly("part", count),
      }),
    ];
  });
}

function isWhole({ stated }: NumberReading): boolean {
  return Number.isInteger(stated.value) && stated.value >= 0;
}

function findingOf(share: NumberReading, count: NumberReading) {
  const decimals = shownDecimals(share);
  const part = operandOf("part", count);
  const stated = operandOf("stated", share);
  const nearest = nearestWholes(count.stated.value, share.stated.value).map((whole) => ({
    whole,
    percent: roundTo((count.stated.value / whole) * 100, decimals),
  }));
  return {
    ...aboutCell(share, {
      severity: "warning",
      expected: null,
      operands: [part, stated],
      arithmetic: nearest
        .map(({ whole, percent }) => `${written(part)} ÷ ${whole} × 100 = ${percent}`)
        .join("; "),
      allowed: null,
      decimals,
    }),
    code: ID,
    params: { count: count.stated.value, nearest },
  } as const;
}
