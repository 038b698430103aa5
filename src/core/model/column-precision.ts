import type { StatedNumber } from "./stated-number.ts";

/**
 * The digits a column is kept with: the most that any number typed in it carries (30.9 in a column of two decimals is
 * 30.90). A formula's digits speak only where nothing is typed, and an unrounded result's never.
 */
export function columnDecimals(numbers: readonly StatedNumber[]): number {
  const rounded = numbers.filter((number) => number.precision !== "exact");
  const typed = rounded.filter((number) => number.origin === "typed");
  return (typed.length > 0 ? typed : rounded).reduce(
    (most, { decimals }) => Math.max(most, decimals),
    0
  );
}

/** The same number read with the digits of its column. */
export function readAtColumn(number: StatedNumber, decimals: number): StatedNumber {
  return number.precision === "stated" && number.decimals < decimals
    ? { ...number, decimals }
    : number;
}
