import { roundTo, subtract } from "../model/decimal.ts";

/** a − b on decimals, rounded once where places are given. */
export function differenceOf(a: number, b: number, decimals: number | undefined): number {
  const difference = subtract(a, b);
  return decimals === undefined ? difference : roundTo(difference, decimals);
}
