import Big from "big.js";
import { countDecimals, roundTo, toDecimal } from "../model/decimal.ts";

/** A number with exactly so many places, rounded half away from zero; never "-0.00". */
export function formatFixed(value: number, decimals: number): string {
  const rounded = toDecimal(value).round(decimals, Big.roundHalfUp);
  return rounded.eq(0) ? new Big(0).toFixed(decimals) : rounded.toFixed(decimals);
}

/** More places than these are the noise of a division, not digits of a form. */
const MOST_DECIMALS = 6;

/** A number with its own digits, six places at most, and a minus sign as wide as a plus: −34.92. */
export function formatOwnDigits(value: number): string {
  const decimals = Math.min(MOST_DECIMALS, countDecimals(value));
  const rounded = roundTo(value, decimals);
  return String(Object.is(rounded, -0) ? 0 : rounded).replace("-", "−");
}
