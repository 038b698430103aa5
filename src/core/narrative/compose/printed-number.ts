import { formatFixed } from "../../findings/format-number.ts";
import { countDecimals, roundTo, toDecimal } from "../../model/decimal.ts";
import type { StatedNumber } from "../../model/stated-number.ts";

/** How a number is rounded for print. */
export interface Rounding {
  readonly places: number;
  readonly zeros: "trim" | "keep";
}

/** Behind these places a formula's result says nothing an office would print. */
const MOST_PLACES = 12;

/** The places a cell's number is printed with: its own, at most so many. */
export function placesOf(stated: Pick<StatedNumber, "decimals">, most: number): number {
  return Math.min(stated.decimals, most);
}

/** A number rounded half away from zero. One that is not zero never becomes 0: it keeps its first digit. */
export function roundForPrint(value: number, places: number): number {
  for (let more = places; more <= MOST_PLACES; more += 1) {
    const rounded = roundTo(value, more);
    if (rounded !== 0 || value === 0) return rounded;
  }
  return 0;
}

export function printNumber(value: number, { places, zeros }: Rounding): string {
  const rounded = roundForPrint(value, places);
  if (rounded === 0) return zeros === "keep" ? formatFixed(0, places) : "0";
  if (zeros === "keep") return formatFixed(rounded, Math.max(places, countDecimals(rounded)));
  return toDecimal(rounded).toFixed();
}
