import { growthOf, judgeExactly, quantityOf, scale, shareOf } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { ERROR, HALF, LEAST } from "../model/near.ts";
import type { RatioRelation, Rows } from "./relation.ts";
import { roundingOf, screenRange, UNDECIDED, widthOf } from "./screen.ts";
import { FIRST_NUMBER, KIND, statedAt } from "./typed-column.ts";
import {
  codeOf,
  startVerdicts,
  tell,
  VERDICT,
  verdictOnClaim,
  verdictOnOperand,
} from "./verdict.ts";
import type { Verdicts } from "./verdict.ts";

/**
 * Judges some rows of a relation of two numbers. In doubles where these are far enough from the edges of the intervals,
 * which they nearly always are; else in exact decimals. The plain case stands in the loop itself, since a call for each
 * of a hundred thousand rows would cost more than the test.
 */
export function judgeRatios(relation: RatioRelation, rows: Rows, verdicts: Verdicts): void {
  const { claim, top, bottom } = relation;
  const { values: claims, decimals, kinds } = claim;
  const { values: tops, decimals: topDecimals, kinds: topKinds } = top.column;
  const { values: bottoms, decimals: bottomDecimals, kinds: bottomKinds } = bottom.column;
  const topStep = top.row === null ? 1 : 0;
  const bottomStep = bottom.row === null ? 1 : 0;
  const factor = factorOf(relation);
  const base = baseOf(relation);
  const sign = signOf(relation);
  const { from, to } = rows;
  // A module's names are looked up anew each time, in some bundles; these are needed for each row.
  const stated = KIND.stated;
  const halves = HALF;
  const doubt = 16 * ERROR;
  startVerdicts(verdicts, from, to);
  let upper = top.row ?? rows.from;
  let lower = bottom.row ?? rows.from;
  for (let row = from; row < to; row += 1, upper += topStep, lower += bottomStep) {
    if (kinds[row] === stated && topKinds[upper] === stated && bottomKinds[lower] === stated) {
      const printed = claims[row] ?? 0;
      const a = tops[upper] ?? 0;
      const b = bottoms[lower] ?? 0;
      const half = halves[decimals[row] ?? 0] ?? 0;
      const aHalf = halves[topDecimals[upper] ?? 0] ?? 0;
      const bHalf = halves[bottomDecimals[lower] ?? 0] ?? 0;
      // Twice its rounding above zero is above zero without doubt.
      if (b > 2 * bHalf && a >= aHalf) {
        const low = (factor * (a - aHalf)) / (b + bHalf);
        const high = (factor * (a + aHalf)) / (b - bHalf);
        const below = (sign > 0 ? high - base : base - low) - printed + half;
        const above = printed + half - (sign > 0 ? low - base : base - high);
        // The ends of b are at most three times apart, so that no error grows by more than that.
        const margin = doubt * (high + base + Math.abs(printed) + half);
        if (below > margin && above > margin) continue;
        if (below < -margin || above < -margin) {
          tell(verdicts, row, VERDICT.disagrees);
          continue;
        }
      }
    }
    const code = judgeRow(relation, row, upper, lower, factor);
    if (code !== VERDICT.fits) tell(verdicts, row, code);
  }
}

/** One row that is not plainly judged. */
function judgeRow(
  relation: RatioRelation,
  row: number,
  upper: number,
  lower: number,
  factor: number
): number {
  const { claim, top, bottom } = relation;
  const kind = claim.kinds[row] ?? KIND.blank;
  if (kind < FIRST_NUMBER) return verdictOnClaim(kind);
  const topKind = top.column.kinds[upper] ?? KIND.blank;
  if (topKind < FIRST_NUMBER) return verdictOnOperand(topKind);
  const bottomKind = bottom.column.kinds[lower] ?? KIND.blank;
  if (bottomKind < FIRST_NUMBER) return verdictOnBase(relation, bottomKind);
  const printed = claim.values[row] ?? 0;
  const decimals = claim.decimals[row] ?? 0;
  const a = top.column.values[upper] ?? 0;
  const b = bottom.column.values[lower] ?? 0;
  const code = screenRatio(
    printed,
    roundingOf(kind, printed, decimals),
    widthOf(kind, printed, decimals),
    a,
    widthOf(topKind, a, top.column.decimals[upper] ?? 0),
    b,
    widthOf(bottomKind, b, bottom.column.decimals[lower] ?? 0),
    factor,
    baseOf(relation),
    signOf(relation)
  );
  return code === UNDECIDED ? decide(relation, row, upper, lower) : code;
}

/** The same row in doubles, with the ranges its numbers may stand for. */
function screenRatio(
  printed: number,
  rounding: number,
  width: number,
  a: number,
  aWidth: number,
  b: number,
  bWidth: number,
  factor: number,
  base: number,
  sign: number
): number {
  const least = b - bWidth;
  const most = b + bWidth;
  const bError = ERROR * (Math.abs(b) + bWidth) + LEAST;
  if (least < -bError) return VERDICT.noBase;
  // So close to zero that its own error would carry the quotient anywhere.
  if (!(least > 1e3 * bError)) return UNDECIDED;
  const aLow = a - aWidth;
  const aHigh = a + aWidth;
  const aError = ERROR * (Math.abs(a) + aWidth) + LEAST;
  const low = (factor * aLow) / (aLow < 0 ? least : most);
  const high = (factor * aHigh) / (aHigh < 0 ? most : least);
  const widest = Math.max(Math.abs(low), Math.abs(high));
  const error =
    (2 * (Math.abs(factor) * aError + widest * bError)) / least + 4 * ERROR * (widest + base);
  const value = sign * ((factor * a) / b - base);
  return sign > 0
    ? screenRange(printed, rounding, width, value, low - base, high - base, error)
    : screenRange(printed, rounding, width, value, base - high, base - low, error);
}

/** In exact decimals, as the trace of a finding shows it. */
function decide(relation: RatioRelation, row: number, upper: number, lower: number): number {
  const { top, bottom } = relation;
  const own = scale(quantityOf(statedAt(top.column, upper)), top.scale);
  const other = scale(quantityOf(statedAt(bottom.column, lower)), bottom.scale);
  const computed = ratioBy(relation.kind, own, other);
  if (computed === undefined) return VERDICT.noBase;
  return codeOf(judgeExactly(statedAt(relation.claim, row), computed));
}

/** What a share, a growth or a fall is of its two numbers; undefined where the lower is not above zero for certain. */
export function ratioBy(
  kind: RatioRelation["kind"],
  own: Quantity,
  other: Quantity
): Quantity | undefined {
  if (kind === "share") return shareOf(own, other);
  const growth = growthOf(own, other);
  return growth === undefined || kind === "growth" ? growth : scale(growth, -1);
}

/** A base that is not there (新增, —) leaves a growth undefined; a whole that is not there is simply missing. */
function verdictOnBase({ kind }: RatioRelation, bottom: number): number {
  const verdict = verdictOnOperand(bottom);
  return kind !== "share" && verdict === VERDICT.missing ? VERDICT.noBase : verdict;
}

function factorOf({ top, bottom }: RatioRelation): number {
  return (100 * top.scale) / bottom.scale;
}

function baseOf({ kind }: RatioRelation): number {
  return kind === "share" ? 0 : 100;
}

function signOf({ kind }: RatioRelation): number {
  return kind === "fall" ? -1 : 1;
}
