import { roundTo } from "../model/decimal.ts";
import type { WatchedNumber } from "../findings/watched.ts";
import type { Comparison } from "../rules/target-rule.ts";
import { slackFor, slackText } from "./cell-test.ts";
import { native } from "./native-formula.ts";
import { numberSet } from "./number-set.ts";
import { misses } from "./target-test.ts";
import type { Scene, Term, Written } from "./term.ts";
import { guarded } from "./term.ts";

/** Progress towards the year's amount below its pace; a printed pace may stand for a little less. */
export function paceTest(actual: Term, limit: Term, pace: Term): Written {
  const size = Math.max(100, Math.abs((actual.value / limit.value) * 100));
  const least = pace.half === 0 ? pace.formula : native`(${pace.formula}-${pace.half})`;
  return {
    write: () =>
      guarded(
        [actual, limit, pace],
        native`AND(${limit.formula}>0,${actual.formula}/${limit.formula}*100<${least}-${slackText(size)})`
      ),
    variant: slackText(size),
    holds:
      limit.value > 0 &&
      (actual.value / limit.value) * 100 < pace.value - pace.half - slackFor(size),
  };
}

/**
 * No whole number gives the percentage of a count: the smallest that may, count × 100 ÷ the highest the digits allow, is
 * above the largest, count × 100 ÷ the lowest. A thing counted is whole and not below zero.
 */
export function wholeNumberTest(share: Term, count: Term): Written {
  const [p, c] = [share.formula, count.formula];
  const high = native`(${p}+${share.half})`;
  const low = native`(${p}-${share.half})`;
  const none = native`${low}>0`;
  const smallest = native`MAX(${c},ROUNDUP(${c}*100/${high}-1E-9,0))`;
  const some = native`IF(${low}>0,${smallest}>INT(${c}*100/${low}+1E-9),FALSE)`;
  return {
    write: () =>
      guarded(
        [share, count],
        native`AND(${c}>=0,INT(${c})=${c},IF(${c}=0,${none},IF(${high}<0,TRUE,${some})))`
      ),
    variant: "",
    holds: !isFeasible(share, count.value),
  };
}

function isFeasible(share: Term, count: number): boolean {
  const slack = 1e-9;
  const [low, high] = [share.value - share.half, share.value + share.half];
  if (!Number.isInteger(count) || count < 0) return true;
  if (count === 0) return low <= 0;
  if (high < 0) return false;
  if (low <= 0) return true;
  const smallest = Math.max(count, Math.ceil((count * 100) / high - slack));
  return smallest <= Math.floor((count * 100) / low + slack);
}

/** A growth from a small base, and what makes it one. */
export interface SmallBaseLimits {
  readonly bases: readonly WatchedNumber[];
  readonly highest: number;
  readonly least: number;
  readonly part: number;
  readonly few: number;
}

/** A growth of `highest` or more from a base below `least`, and below `part` of the middle base where there are more than a few. */
export function smallBaseTest(
  growth: Term,
  base: Term,
  limits: SmallBaseLimits,
  scene: Scene
): Written | undefined {
  const set = numberSet(limits.bases, scene);
  const [place] = set?.places ?? [];
  // SMALL takes one block of cells.
  if (set === undefined || place === undefined || set.places.length > 1) return undefined;
  if (set.factor !== 1 || base.formula.length > 1) return undefined;
  const { highest, least, part, few } = limits;
  const [g, b] = [growth.formula, base.formula];
  const middle = native`SMALL(${place},INT(COUNT(${place})/2)+1)`;
  const isBeside = native`IF(COUNT(${place})>${few},${b}<${middle}*${part},TRUE)`;
  return {
    write: () =>
      guarded([growth, base], native`AND(${g}>=${highest},${b}>0,${b}<${least},${isBeside})`),
    variant: place,
    holds:
      growth.value >= highest &&
      base.value > 0 &&
      base.value < least &&
      (set.values.length <= few || base.value < set.middle * part),
  };
}

/** The number as its format shows it meets its target and the stored one does not, or the reverse. */
export function roundingTest(
  actual: Term,
  limit: Term,
  comparison: Comparison,
  decimals: number
): Written {
  const shownValue = roundTo(actual.value, decimals);
  const shown: Term = {
    ...actual,
    formula: native`ROUND(${actual.formula},${decimals})`,
    value: shownValue,
  };
  const [stored, printed] = [misses(actual, limit, comparison), misses(shown, limit, comparison)];
  return {
    write: () =>
      guarded([actual, limit], native`(${stored.condition()})<>(${printed.condition()})`),
    variant: `${stored.variant}|${printed.variant}`,
    holds: stored.holds !== printed.holds,
  };
}
