import Big from "big.js";
import { toDecimal } from "../model/decimal.ts";

/** A number with exactly so many places, rounded half away from zero; never "-0.00". */
export function formatFixed(value: number, decimals: number): string {
  const rounded = toDecimal(value).round(decimals, Big.roundHalfUp);
  return rounded.eq(0) ? new Big(0).toFixed(decimals) : rounded.toFixed(decimals);
}
