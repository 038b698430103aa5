import type { Quantity } from "../model/interval.ts";
import { constant, minus, scale } from "../model/interval.ts";
import { compareRatio, ratioOf } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";

/**
 * How a column prints a difference: own − other · other − own · what misses, nothing where nothing does · its size
 * alone (高/低 is told in words). Offices use all four; the column's majority says which.
 */
export const CONVENTIONS = ["signed", "turned", "shortfall", "magnitude"] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** own − other, as the convention prints it. */
export function printAs(convention: Convention, own: Quantity, other: Quantity): Quantity {
  const difference = minus(own, other);
  switch (convention) {
    case "signed":
      return difference;
    case "turned":
      return scale(difference, -1);
    case "shortfall":
      return clipBelow(scale(difference, -1));
    case "magnitude":
      return magnitude(difference);
  }
}

export interface Difference {
  readonly claim: NumberReading;
  readonly own: Quantity;
  readonly other: Quantity;
}

export interface ByConvention<T extends Difference> {
  readonly convention: Convention;
  readonly judged: readonly (T & Claim)[];
}

/**
 * The column judged by the convention it follows: the first that is established, else one that most rows follow. What
 * fewer follow is chance, as where the one number that all are held against is wrong: the sign is then taken as it is.
 */
export function judgeByConvention<T extends Difference>(rows: readonly T[]): ByConvention<T> {
  let best = readAs("signed", rows);
  for (const convention of CONVENTIONS) {
    const reading = convention === "signed" ? best : readAs(convention, rows);
    if (standingOf(reading.judged) === "established")
      return convention === "turned" ? orShortfall(reading, rows) : reading;
    const fits = countFits(reading.judged);
    if (fits > countFits(best.judged) && fits * 2 > rows.length) best = reading;
  }
  return best;
}

/** 距目标差额 of 0 where the target is passed: what misses, in a column where it does in nearly all rows. */
function orShortfall<T extends Difference>(
  turned: ByConvention<T>,
  rows: readonly T[]
): ByConvention<T> {
  const shortfall = readAs("shortfall", rows);
  return countFits(shortfall.judged) > countFits(turned.judged) ? shortfall : turned;
}

function readAs<T extends Difference>(convention: Convention, rows: readonly T[]): ByConvention<T> {
  const judged = rows.map((row) => ({
    ...row,
    ...claimOf(row.claim, printAs(convention, row.own, row.other)),
  }));
  return { convention, judged };
}

function clipBelow(quantity: Quantity): Quantity {
  const zero = ratioOf(0);
  const clip = (ratio: Quantity["value"]): Quantity["value"] => (ratio.num.lt(0) ? zero : ratio);
  return {
    value: clip(quantity.value),
    range: { low: clip(quantity.range.low), high: clip(quantity.range.high) },
  };
}

function magnitude(quantity: Quantity): Quantity {
  const turned = scale(quantity, -1);
  const isNegative = quantity.value.num.lt(0);
  const away = isNegative ? turned : quantity;
  if (compareRatio(away.range.low, constant(0).value) >= 0) return away;
  // The range spans zero: its ends fold over.
  const back = isNegative ? quantity : turned;
  const high =
    compareRatio(back.range.high, away.range.high) > 0 ? back.range.high : away.range.high;
  return { value: away.value, range: { low: ratioOf(0), high } };
}
