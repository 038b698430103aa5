import { roundTo, subtract } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import type { NumberReading } from "../model/table-index.ts";

/**
 * An operand of a difference, for what is stored and for what is shown: 27.85 under 0.0 is 27.9 on the page, and an
 * office takes its differences of either.
 */
export function asShown(reading: NumberReading): NumberReading {
  const { stated, observation } = reading;
  const shown = displayDecimals(observation.numberFormat);
  if (shown === undefined) return reading;
  const off = Math.abs(subtract(stated.value, roundTo(stated.value, shown)));
  return off === 0
    ? reading
    : { ...reading, stated: { ...stated, spread: (stated.spread ?? 0) + off } };
}
