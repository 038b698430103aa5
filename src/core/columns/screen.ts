import { ERROR, HALF, NOISE, TINIEST } from "../model/near.ts";
import { KIND } from "./typed-column.ts";
import { VERDICT } from "./verdict.ts";

/** How far to each side of it a number may stand. */
export function widthOf(kind: number, value: number, decimals: number): number {
  if (kind === KIND.stated) return HALF[decimals] ?? 0;
  return kind === KIND.exact ? Math.abs(value) * NOISE : 0;
}

/** How far a recomputation may be off a printed number and still be it: the width within which it rounds to it. */
export function roundingOf(kind: number, value: number, decimals: number): number {
  return kind === KIND.exact ? Math.abs(value) * NOISE : (HALF[decimals] ?? 0);
}

/** Doubles do not tell. */
export const UNDECIDED = -1;

/**
 * The verdict on a printed number whose recomputation lies between `low` and `high`, each at most `error` away from
 * the exact number; UNDECIDED closer to an edge than that. `rounding` is the width within which `value` is the printed
 * number, `width` what the printed number itself may stand for.
 */
export function screenRange(
  printed: number,
  rounding: number,
  width: number,
  value: number,
  low: number,
  high: number,
  error: number
): number {
  const margin = error + ERROR * (Math.abs(printed) + rounding) + TINIEST;
  const off = Math.abs(value - printed);
  const below = high - printed + width;
  const above = printed + width - low;
  if (off < rounding - margin || (below > margin && above > margin)) return VERDICT.fits;
  return off > rounding + margin && (below < -margin || above < -margin)
    ? VERDICT.disagrees
    : UNDECIDED;
}
