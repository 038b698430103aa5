import { normaliseText } from "../catalog/normalise.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { CheckContext } from "./check.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { allowanceFor } from "./sum-allowance.ts";
import { findingOf, identityOf } from "./sum-finding.ts";
import type { Sum } from "./sum.ts";

const ID = "sum-mismatch";
/** The id under which the reader keeps 总分. */
const TOTAL_SCORE = "other:总分";
/** Points that stand beside the points scored and are no part of these. */
const NO_POINTS = /权重|权数|分值|标准分|满分|系数|基础分值/u;

/**
 * 总分 of a score sheet is the sum of the points of all its indicators, per zone, and that of the weights as well. Where
 * no zone's points add up, the total is weighted in a way the sheet does not tell, and is not judged.
 */
export function scoreTotals({ index }: CheckContext): Outcome[] {
  const scores = index.table.fields.filter(({ measure }) => measure === "score");
  return scores
    .filter(({ indicator }) => indicator.id === TOTAL_SCORE)
    .flatMap((total) => judgeTotal(index, total, membersOf(index, total, scores)));
}

function membersOf(index: TableIndex, total: Field, scores: readonly Field[]): readonly Field[] {
  const isAcross = index.table.orientation === "zones-in-rows";
  return scores.filter((field) => {
    if (field.indicator.id === TOTAL_SCORE) return false;
    // With indicators in rows the points stand in the column of the total; in a row of zones under heads of their own.
    return isAcross ? !NO_POINTS.test(lastOf(field)) : lastOf(field) === lastOf(total);
  });
}

function lastOf(field: Field): string {
  return normaliseText(field.path.at(-1) ?? "");
}

function judgeTotal(index: TableIndex, field: Field, members: readonly Field[]): Outcome[] {
  if (members.length < 2) return [];
  const sums = index.table.subjects.flatMap((subject): (Sum & { readonly isOff: boolean })[] => {
    const total = readPlace(index, subject, field);
    if (total.kind === "none") return [];
    const numbers = members.flatMap((member): NumberReading[] => {
      const reading = readPlace(index, subject, member);
      return reading.kind === "number" ? [reading] : [];
    });
    if (numbers.length < 2) return [];
    const sum = numbers.reduce(
      (all, { stated }) => all.plus(toDecimal(stated.value)),
      toDecimal(0)
    );
    const allowance = allowanceFor(total, numbers, 0);
    const off = toDecimal(total.stated.value).minus(sum).abs();
    const place = { index, subject, field };
    return [{ place, total, members: numbers, sum, allowance, isOff: off.gt(allowance.high) }];
  });
  const isSum = sums.filter(({ isOff }) => !isOff).length * 2 >= sums.length;
  return sums.map((sum) => {
    const at = addressOf(index, sum.total.observation.at);
    if (!isSum) return notEvaluable(ID, at, "relation-not-established");
    const identity = identityOf(sum.total, sum.members, sum.allowance);
    return sum.isOff
      ? found(findingOf(sum, "cell"), identity)
      : passed(ID, at, !toDecimal(sum.total.stated.value).eq(sum.sum), identity);
  });
}
