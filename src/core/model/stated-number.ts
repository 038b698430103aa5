/**
 * A number as it stands on the page. Its digits say how exact it is.
 * stated: rounded to `decimals` places, so it may stand for any value of half a last digit around it ·
 * exact: a formula's result, good to 1e-9 relative · count: a whole number without an interval.
 */
export interface StatedNumber {
  /** As stored, in the unit shown (a percent format's 0.6153 is 61.53 here). */
  readonly value: number;
  readonly decimals: number;
  readonly origin: "typed" | "formula";
  readonly precision: "stated" | "exact" | "count";
  /** Of a SUM over rounded members: how far these may have carried it off, to each side. */
  readonly spread?: number;
}

/** A closed range of values. Bounds are exact decimals where the number was stated. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
