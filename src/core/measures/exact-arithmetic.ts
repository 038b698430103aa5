import {
  addRatio,
  divideRatio,
  nearestNumber,
  negateRatio,
  ratioOf,
  roundRatio,
  timesRatio,
} from "../model/ratio.ts";
import type { Ratio } from "../model/ratio.ts";
import type { Arithmetic } from "./arithmetic.ts";

/** Fractions of decimals of any size: what decides. */
export const EXACT_ARITHMETIC: Arithmetic<Ratio> = {
  of: ratioOf,
  plus: addRatio,
  minus: (a, b) => addRatio(a, negateRatio(b)),
  times: timesRatio,
  over: divideRatio,
  atLeastZero: (a) => (a.num.lt(0) ? ratioOf(0) : a),
};

/** Rounded half away from zero where places are given, else the double nearest to the fraction. */
export function finishExact(result: Ratio, decimals: number | undefined): number {
  return decimals === undefined ? nearestNumber(result) : roundRatio(result, decimals).toNumber();
}
