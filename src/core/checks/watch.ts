import type { Outcome } from "../evaluation/evaluation.ts";
import type { Operand } from "../findings/finding.ts";
import type { Watched, WatchedNumber } from "../findings/watched.ts";
import type { NumberReading } from "../model/table-index.ts";
import { addressOf, shownDecimals } from "./describe.ts";

/** An outcome whose verdict may turn as the user types: a flag waits on its cell. */
export function watching(outcome: Outcome, watched: Watched | undefined): Outcome {
  return outcome.kind === "fail" || watched === undefined ? outcome : { ...outcome, watched };
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
