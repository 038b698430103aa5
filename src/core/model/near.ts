import type { StatedNumber } from "./stated-number.ts";

/**
 * A quantity in doubles, to screen with: most comparisons are far from the edge of an interval and need no exact
 * decimals. `error` bounds how far each of the three numbers is from the exact one; what lies closer than that to an
 * edge is decided exactly.
 */
export interface Near {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly error: number;
}

/**
 * Relative error of one number or one step of arithmetic in doubles. The exact arithmetic takes a number's first 15
 * significant digits, which are at most 5e-15 of it away; a double's own rounding is 1.1e-16. The rest is for the few
 * steps between.
 */
export const ERROR = 8e-15;

/** Where doubles end: closer to an edge than this, only decimals tell. */
export const TINIEST = 1e-300;

/** Below this, doubles lose digits and their error is no longer relative. */
export const LEAST = 1e-306;

/** Half of one digit at so many places. */
export const HALF = Float64Array.from({ length: 256 }, (_, places) => 0.5 / 10 ** places);

/** A formula's result is good to this, relative. */
export const NOISE = 1e-9;

/** What a printed number may stand for, to each side. */
function widthOf({ value, decimals, precision }: StatedNumber): number {
  if (precision === "stated") return HALF[decimals] ?? 0.5 / 10 ** decimals;
  return precision === "count" ? 0 : Math.abs(value) * NOISE;
}

export function nearOf(stated: StatedNumber): Near {
  const { value } = stated;
  const width = widthOf(stated) + (stated.spread ?? 0);
  const error = ERROR * (Math.abs(value) + width) + LEAST;
  return { value, low: value - width, high: value + width, error };
}

export function nearConstant(value: number): Near {
  return { value, low: value, high: value, error: ERROR * Math.abs(value) };
}

export function nearMinus(a: Near, b: Near): Near {
  const low = a.low - b.high;
  const high = a.high - b.low;
  const error = a.error + b.error + ERROR * sizeOf(low, high);
  return { value: a.value - b.value, low, high, error };
}

export function nearScale(a: Near, factor: number): Near {
  const one = a.low * factor;
  const other = a.high * factor;
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  const error = a.error * Math.abs(factor) + 2 * ERROR * sizeOf(low, high);
  return { value: a.value * factor, low, high, error };
}

/** null where the divisor is not above zero beyond doubt, or so close to it that its error carries the quotient away. */
export function nearDivide(a: Near, b: Near): Near | null {
  if (!(b.low > 1e3 * b.error)) return null;
  const low = a.low / (a.low < 0 ? b.low : b.high);
  const high = a.high / (a.high < 0 ? b.high : b.low);
  const size = sizeOf(low, high);
  const error = (2 * (a.error + size * b.error)) / b.low + ERROR * size;
  return { value: a.value / b.value, low, high, error };
}

/**
 * The verdict on a printed number where doubles are enough for it; undefined near an edge. A result that agrees rounds
 * to the printed digits; one within rounding may, for some values its operands may stand for.
 */
export function screen(
  stated: StatedNumber,
  near: Near
): "agrees" | "within-rounding" | "disagrees" | undefined {
  const { value, decimals, precision } = stated;
  const own = widthOf(stated);
  const width = own + (stated.spread ?? 0);
  const rounding = precision === "count" ? (HALF[decimals] ?? 0) : own;
  const margin = near.error + ERROR * (Math.abs(value) + rounding + width) + TINIEST;
  const off = Math.abs(near.value - value);
  if (off < rounding - margin) return isOnGrid(value, precision, rounding) ? "agrees" : undefined;
  if (!(off > rounding + margin)) return undefined;
  const below = near.high - value + width;
  const above = value + width - near.low;
  if (below < -margin || above < -margin) return "disagrees";
  return below > margin && above > margin ? "within-rounding" : undefined;
}

/** A number with more digits than it is said to be printed with is the rounding of nothing. */
function isOnGrid(value: number, precision: StatedNumber["precision"], rounding: number): boolean {
  if (precision === "exact") return true;
  const digits = value / (2 * rounding);
  return Math.abs(digits - Math.round(digits)) <= 1e-9 + Math.abs(digits) * 1e-15;
}

/**
 * A number rounded half away from zero to so many places, where it is far enough from a tie for doubles to say it;
 * undefined near one, and for what rounds to nothing from below.
 */
export function nearRound(value: number, error: number, places: number): number | undefined {
  const scale = POWER[places];
  const scaled = Math.abs(value) * (scale ?? Infinity);
  if (scale === undefined || !(scaled < MOST_EXACT)) return undefined;
  const whole = Math.round(scaled);
  if (!(Math.abs(scaled - whole) < 0.5 - marginOf(scaled, error * scale))) return undefined;
  if (value >= 0) return whole / scale;
  return whole === 0 ? undefined : -whole / scale;
}

/** Powers of ten that are whole doubles; the quotient of two whole doubles is the double nearest to the decimal. */
const POWER = Array.from({ length: 16 }, (_, places) => 10 ** places);
const MOST_EXACT = 1e13;

function marginOf(scaled: number, error: number): number {
  return error + ERROR * scaled + TINIEST;
}

function sizeOf(low: number, high: number): number {
  return Math.max(Math.abs(low), Math.abs(high));
}
