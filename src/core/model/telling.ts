import { toInterval } from "./interval.ts";
import type { Quantity } from "./interval.ts";
import type { StatedNumber } from "./stated-number.ts";

/** Fewer rows fit by chance. */
const FEWEST_TELLING = 3;
/** What a row leaves open may be so small a part of how far the numbers of its column lie apart. */
const NARROW = 0.1;

/** A printed number and what is computed for it, which it fits. */
export interface FittingRow {
  readonly stated: StatedNumber;
  readonly computed: Quantity;
}

/**
 * Whether rows that fit show what is computed, where no header says so: 2 of 3 that may be rounded is anything from 43 to
 * 100 per cent, and fits whatever share is printed.
 */
export function areTelling(rows: readonly FittingRow[]): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (const { stated } of rows) {
    least = Math.min(least, stated.value);
    most = Math.max(most, stated.value);
  }
  const telling = rows.filter(({ stated, computed }) => {
    const { low, high } = toInterval(computed.range);
    return high - low <= Math.max(NARROW * (most - least), 2 * 10 ** -stated.decimals);
  });
  return telling.length >= FEWEST_TELLING;
}
