import Big from "big.js";

/** half-away: 四舍五入 · half-even: GB/T 8170. */
export type RoundingMode = "half-away" | "half-even";

/**
 * The decimal a binary number stands for: 15 significant digits, as many as Excel keeps and shows,
 * so that 185.76 + 14.29 is 200.05 and not 200.04999999999998. What is beyond all numbers (a text of four hundred digits, a
 * quotient of 1E+300 and 1E-300) stands as the largest one, which no form can hold either: it is judged, and fails nothing
 * but its own test.
 */
export function toDecimal(value: number): Big {
  const isFinite = Number.isFinite(value);
  return new Big((isFinite ? value : Math.sign(value) * Number.MAX_VALUE).toPrecision(15));
}

/**
 * Negative, zero or positive as a is less than, equal to or greater than b on their decimals. Doubles far enough apart
 * tell it: the decimals are at most 5e-15 of each away.
 */
export function compareDecimals(a: number, b: number): number {
  if (a === b) return 0;
  const gap = a - b;
  if (Math.abs(gap) > 1e-14 * (Math.abs(a) + Math.abs(b)) + 1e-300) return gap;
  return toDecimal(a).cmp(toDecimal(b));
}

/** Rounds a number to so many places on its decimal digits, never on binary ones: 320.155 → 320.16. */
export function roundTo(value: number, decimals: number, mode: RoundingMode = "half-away"): number {
  if (!Number.isFinite(value)) return value;
  // Most numbers have no more digits than they are rounded to.
  if (value !== 0 && (fewDecimals(value) ?? Infinity) <= decimals) return value;
  const rounded = toDecimal(value).round(
    decimals,
    mode === "half-away" ? Big.roundHalfUp : Big.roundHalfEven
  );
  return rounded.toNumber();
}

/** a − b on decimals. */
export function subtract(a: number, b: number): number {
  return toDecimal(a).minus(toDecimal(b)).toNumber();
}

/** Sum on decimals. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total.plus(toDecimal(value)), new Big(0)).toNumber();
}

const PLACES: readonly number[] = [1, 10, 100, 1000, 10_000];

/** Digits after the point that a number is written with, at most 15 significant: 109.24 → 2, 30 → 0. */
export function countDecimals(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const few = fewDecimals(value);
  if (few !== undefined) return few;
  const text = value.toPrecision(15);
  if (text.includes("e")) return placesOf(toDecimal(value).toFixed());
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  return placesOf(text.slice(0, end));
}

/** Of what a form prints: no two decimals of fifteen digits are the same double, so that one that gives it is its own. */
function fewDecimals(value: number): number | undefined {
  for (let places = 0; places < PLACES.length; places += 1) {
    const power = PLACES[places] ?? 1;
    const scaled = Math.round(value * power);
    if (Math.abs(scaled) >= 1e15) return undefined;
    if (scaled / power === value) return places;
  }
  return undefined;
}

const ZERO = "0".charCodeAt(0);

function placesOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
