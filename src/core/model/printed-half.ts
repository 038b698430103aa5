import type { StatedNumber } from "./stated-number.ts";

/**
 * What a number as it was typed leaves open, to each side: half a last digit, and more in a column that was rounded in a
 * larger unit. What the members of a SUM leave open is not the sum's own.
 */
export function printedHalf({ precision, decimals, origin, spread = 0 }: StatedNumber): number {
  return (precision === "stated" ? 0.5 * 10 ** -decimals : 0) + (origin === "typed" ? spread : 0);
}
