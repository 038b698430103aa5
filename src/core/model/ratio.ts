import Big from "big.js";
import { toDecimal } from "./decimal.ts";

/**
 * An exact fraction of decimals; the denominator is positive. A third has no decimal digits, so a quotient stays a
 * fraction until it is rounded, once, at the end.
 */
export interface Ratio {
  readonly num: Big;
  readonly den: Big;
}

const ONE = new Big(1);

export function ratioOf(value: number | Big): Ratio {
  return { num: typeof value === "number" ? toDecimal(value) : value, den: ONE };
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  if (a.den.eq(b.den)) return { num: a.num.plus(b.num), den: a.den };
  return { num: a.num.times(b.den).plus(b.num.times(a.den)), den: a.den.times(b.den) };
}

export function negateRatio(a: Ratio): Ratio {
  return { num: a.num.times(-1), den: a.den };
}

export function timesRatio(a: Ratio, b: Ratio): Ratio {
  return { num: a.num.times(b.num), den: a.den.times(b.den) };
}

/** a ÷ b; b must not be zero (a programmer's mistake). */
export function divideRatio(a: Ratio, b: Ratio): Ratio {
  if (b.num.eq(0)) throw new Error("division by zero");
  const sign = b.num.lt(0) ? -1 : 1;
  return { num: a.num.times(b.den).times(sign), den: a.den.times(b.num.abs()) };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  return a.num.times(b.den).cmp(b.num.times(a.den));
}

/** Rounds once, half away from zero. Exact: a tie is decided on the fraction, not on its first digits. */
export function roundRatio(a: Ratio, decimals: number): Big {
  const scaled = a.num.abs().times(new Big(10).pow(decimals));
  const whole = floorQuotient(scaled, a.den);
  const rest = scaled.minus(whole.times(a.den));
  const rounded = rest.times(2).gte(a.den) ? whole.plus(1) : whole;
  const magnitude = rounded.div(new Big(10).pow(decimals));
  return a.num.lt(0) ? magnitude.times(-1) : magnitude;
}

/** The same, towards zero: 去尾, as some offices wrongly do. */
export function truncateRatio(a: Ratio, decimals: number): Big {
  const scaled = a.num.abs().times(new Big(10).pow(decimals));
  const magnitude = floorQuotient(scaled, a.den).div(new Big(10).pow(decimals));
  return a.num.lt(0) ? magnitude.times(-1) : magnitude;
}

/** The number nearest to the fraction, good to 15 significant digits: to show, never to decide. */
export function toNumber(a: Ratio): number {
  return Number((a.num.toNumber() / a.den.toNumber()).toPrecision(15));
}

/** More digits than any double lies beside another; what follows them matters only by being there. */
const DIGITS = 40;

/** The double nearest to the fraction. */
export function nearestNumber(a: Ratio): number {
  const places = Math.max(0, DIGITS - (a.num.e - a.den.e));
  const scaled = a.num.abs().times(new Big(`1e${places}`));
  const whole = floorQuotient(scaled, a.den);
  // Halfway between two doubles so far, any digit further on decides: a last digit that is set stands for it.
  const rest = scaled.minus(whole.times(a.den)).eq(0) ? "" : ".1";
  const magnitude = Number(`${whole.toFixed()}${rest}e-${places}`);
  return a.num.lt(0) ? -magnitude : magnitude;
}

/** Largest whole number not above a ÷ b, for a ≥ 0 and b > 0. */
function floorQuotient(a: Big, b: Big): Big {
  const guess = a.div(b).round(0, Big.roundDown);
  if (guess.times(b).gt(a)) return guess.minus(1);
  return guess.plus(1).times(b).lte(a) ? guess.plus(1) : guess;
}
