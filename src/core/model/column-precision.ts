import type { StatedNumber } from "./stated-number.ts";

/**
 * The digits a column is kept with: the most that any number in it carries.
 * A formula's unrounded result says nothing about it; 30.9 in a column of two decimals is 30.90.
 */
export function columnDecimals(numbers: readonly StatedNumber[]): number {
  let decimals = 0;
  for (const number of numbers) {
    if (number.precision !== "exact" && number.decimals > decimals) decimals = number.decimals;
  }
  return decimals;
}

/** The same number read with the digits of its column. */
export function readAtColumn(number: StatedNumber, decimals: number): StatedNumber {
  return number.precision === "stated" && number.decimals < decimals
    ? { ...number, decimals }
    : number;
}
