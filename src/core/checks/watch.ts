import type { Outcome } from "../evaluation/evaluation.ts";
import type { Operand } from "../findings/finding.ts";
import type { Watched, WatchedNumber } from "../findings/watched.ts";
import type { NumberReading } from "../model/table-index.ts";
import { addressOf, shownDecimals } from "./describe.ts";

/** An outcome whose verdict may turn as the user types: its flag comes, or goes, with its cells. */
export function watching(outcome: Outcome, ...watched: readonly (Watched | undefined)[]): Outcome {
  const known = watched.filter((each) => each !== undefined);
  if (known.length === 0) return outcome;
  if (outcome.kind !== "pass") return { ...outcome, watched: known };
  // Spelled out: there are hundreds of thousands in a large table, and a copy by spreading is slow.
  const { kind, check, at, withinRounding, identity } = outcome;
  return { kind, check, at, withinRounding, identity, watched: known };
}

/** A cell's number as a flag needs it; `factor` brings it into the unit of the arithmetic. */
export function watchedNumber(role: string, reading: NumberReading, factor = 1): WatchedNumber {
  const { place, stated, observation } = reading;
  return scaled(
    {
      role,
      value: stated.value,
      decimals: shownDecimals(reading),
      at: addressOf(place.index, observation.at),
    },
    factor
  );
}

/** A number that is taken as it stands, without the doubt of its last digit: a count, an entry held against another. */
export function watchedExactly(role: string, reading: NumberReading, factor = 1): WatchedNumber {
  return { ...watchedNumber(role, reading, factor), isExact: true };
}

/** A number with the doubt the check itself gives it: none where things are counted one by one. */
export function watchedReading(role: string, reading: NumberReading, factor = 1): WatchedNumber {
  return reading.stated.precision === "stated"
    ? watchedNumber(role, reading, factor)
    : watchedExactly(role, reading, factor);
}

export function watchedOperand(operand: Operand, factor = 1): WatchedNumber {
  const { role, value, decimals, at } = operand;
  return scaled({ role, value, decimals, at }, factor);
}

function scaled(number: WatchedNumber, factor: number): WatchedNumber {
  if (factor === 1) return number;
  return {
    ...number,
    value: Number((number.value * factor).toPrecision(15)),
    decimals: Math.max(0, number.decimals - Math.round(Math.log10(factor))),
  };
}
