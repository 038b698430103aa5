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
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { Term, TermSum } from "./sum-of-terms.ts";

const ID = "sum-mismatch";
/** The id under which the reader keeps 总分. */
const TOTAL_SCORE = "other:总分";
/** Points that stand beside the points scored and are no part of these. */
const NO_POINTS = /权重|权数|分值|标准分|满分|系数|基础分值/u;

/** 小计 stands for the points before it. */
const SUBTOTAL = /^小计(?:得分)?$/u;

/** Names of a total that say no more than that it adds up; 总分 may be weighted. */
const SUM_NAME = /^(?:合计|总计|共计)$/u;
/** Points of the whole, where each indicator is marked out of as many. */
const FULL = 100;
const FEWEST_MEMBERS = 3;

/**
 * 总分 of a score sheet is the sum of the points of all its indicators, per zone, and that of the weights as well. Where
 * no zone's points add up, the total is weighted in a way the sheet does not tell, and is not judged. For a zone alone
 * the weights that do add up say so, or the name: 合计.
 */
export function scoreTotals({ index }: CheckContext): Outcome[] {
  const scores = index.table.fields.filter(({ measure }) => measure === "score");
  const totals = scores
    .filter(({ indicator }) => indicator.id === TOTAL_SCORE)
    .filter((total) => !hasDeductions(index, total, scores))
    .map((total) => sumsOf(index, total, membersOf(index, total, scores)));
  return [
    ...totals.flatMap((sums) =>
      judgeTotal(
        sums,
        totals.filter((other) => other !== sums)
      )
    ),
    ...scores
      .filter((total) => total.indicator.id === TOTAL_SCORE && hasDeductions(index, total, scores))
      .flatMap((total) => afterDeductions(index, total, membersOf(index, total, scores))),
  ];
}

/** 减分, 扣分: points printed above zero that are taken away. */
const DEDUCTION = /减分|扣分/u;

function isDeduction(index: TableIndex, field: Field): boolean {
  return (
    DEDUCTION.test(lastOf(field)) &&
    !/加减/u.test(lastOf(field)) &&
    index.table.subjects.every((subject) => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "none" || reading.stated.value >= 0;
    })
  );
}

function hasDeductions(index: TableIndex, total: Field, scores: readonly Field[]): boolean {
  return (
    index.table.orientation === "zones-in-rows" &&
    membersOf(index, total, scores).some((field) => isDeduction(index, field))
  );
}

/** 总分 is the points scored and 加分, less 减分, where most rows say so. A row 平均分 is no zone's. */
function afterDeductions(
  index: TableIndex,
  field: Field,
  members: readonly Field[]
): readonly Outcome[] {
  const signs = members.map((member) =>
    isDeduction(index, member) ? (-1 as const) : (1 as const)
  );
  // 18 among 27.1 and 9.2 is 18.0: points are all kept alike.
  const decimals = Math.max(
    ...[field, ...members].map((one) => index.columnOf.get(one)?.decimals ?? 0)
  );
  const kept = (reading: NumberReading): NumberReading => ({
    ...reading,
    stated: { ...reading.stated, decimals: Math.max(decimals, reading.stated.decimals) },
  });
  const rows = index.table.subjects.flatMap((subject): TermSum[] => {
    const claim = readPlace(index, subject, field);
    if (claim.kind === "none" || subject.role !== "zone") return [];
    const terms = members.flatMap((member, place): Term[] => {
      const reading = readPlace(index, subject, member);
      return reading.kind === "none" ? [] : [{ reading: kept(reading), sign: signs[place] ?? 1 }];
    });
    return [terms.length < 2 ? [] : (sumOfTerms(kept(claim), terms) ?? [])].flat();
  });
  return judgeTermSums(rows, { cause: { kind: "columns" }, established: "error", open: null });
}

function membersOf(index: TableIndex, total: Field, scores: readonly Field[]): readonly Field[] {
  const isAcross = index.table.orientation === "zones-in-rows";
  const subtotals = scores.filter((field) => isAcross && SUBTOTAL.test(lastOf(field)));
  const subtotal = scores.lastIndexOf(subtotals.at(-1) ?? total);
  return scores.filter((field, place) => {
    if (field.indicator.id === TOTAL_SCORE) return false;
    if (subtotals.length > 0 && place < subtotal) return false;
    // With indicators in rows the points stand in the column of the total; in a row of zones under heads of their own.
    return isAcross
      ? !NO_POINTS.test(lastOf(field).replace(/\([^()]*\)$/u, ""))
      : lastOf(field) === lastOf(total);
  });
}

function lastOf(field: Field): string {
  return normaliseText(field.path.at(-1) ?? "");
}

type ScoreSum = Sum & { readonly isOff: boolean };

function sumsOf(index: TableIndex, field: Field, members: readonly Field[]): readonly ScoreSum[] {
  if (members.length < 2) return [];
  return index.table.subjects.flatMap((subject): readonly ScoreSum[] => {
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
    const isOff = off.gt(allowance.high);
    return [{ place, total, members: numbers, sum, allowance, isOnlyLikely: false, isOff }];
  });
}

function judgeTotal(
  sums: readonly ScoreSum[],
  others: readonly (readonly ScoreSum[])[]
): Outcome[] {
  const fits = sums.filter(({ isOff }) => !isOff).length;
  const isSum =
    fits * 2 >= sums.length || (sums.length === 1 && sums.every((sum) => isSaid(sum, others)));
  return sums.map((sum) => {
    const at = addressOf(sum.place.index, sum.total.observation.at);
    if (!isSum) return notEvaluable(ID, at, "relation-not-established");
    const identity = identityOf(sum.total, sum.members, sum.allowance);
    return sum.isOff
      ? found(findingOf(sum, "cell"), identity)
      : passed(ID, at, !toDecimal(sum.total.stated.value).eq(sum.sum), identity);
  });
}

/** The total of one zone's points is a sum by the weights beside it, or by its name; never where a weighted mean fits. */
function isSaid(sum: ScoreSum, others: readonly (readonly ScoreSum[])[]): boolean {
  if (sum.members.length < FEWEST_MEMBERS) return false;
  const beside = others.flat().filter(({ place }) => place.subject === sum.place.subject);
  if (beside.some((weights) => isWeighted(sum, weights))) return false;
  const isNamed = SUM_NAME.test(normaliseText(sum.place.field.path[0] ?? ""));
  // Points stay below their weights, all but those of one slip: 67.22 of 21.
  const isBounded = (weights: ScoreSum): boolean =>
    weights.members.length === sum.members.length &&
    weights.members.filter(
      (weight, i) => (sum.members[i]?.stated.value ?? Infinity) > weight.stated.value
    ).length <= 1;
  const told = beside.filter((weights) => weights.members.length >= FEWEST_MEMBERS);
  return isNamed || told.some((weights) => !weights.isOff && isBounded(weights));
}

/** 90 of 100 at a weight of 50, 80 at 30, 100 at 20: 89. */
function isWeighted(sum: ScoreSum, weights: ScoreSum): boolean {
  const mean = sum.members.reduce(
    (all, points, i) =>
      all.plus(
        toDecimal(points.stated.value).times(toDecimal(weights.members[i]?.stated.value ?? 0))
      ),
    toDecimal(0)
  );
  const off = mean.div(FULL).minus(toDecimal(sum.total.stated.value)).abs();
  return off.lte(sum.allowance.high);
}
