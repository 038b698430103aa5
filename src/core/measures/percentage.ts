import { divideRatio, ratioOf, timesRatio } from "../model/ratio.ts";
import { asOperand } from "./guard.ts";
import type { Calculated } from "./numbers.ts";

/** part ÷ whole × 100, exact. A whole of zero divides nothing. */
export function percentageOf(part: number, whole: number, parameter: number): Calculated {
  if (whole === 0) return { reason: "zero-base", parameter };
  return divideRatio(timesRatio(ratioOf(part), ratioOf(100)), ratioOf(whole));
}

/** The same where a negative whole (减亏, 扭亏) would turn the sign round and mean nothing. */
export function percentageOfPositive(part: number, whole: number, parameter: number): Calculated {
  return whole < 0 ? { reason: "negative-base", parameter } : percentageOf(part, whole, parameter);
}

/** part ÷ whole × 100 as a formula. */
export function percentageFormula(part: string, whole: string): string {
  return `${asOperand(part)}/${asOperand(whole)}*100`;
}

/** `value` unless the base is negative, then #N/A. */
export function unlessNegative(base: string, value: string): string {
  return `IF(${asOperand(base)}<0,NA(),${value})`;
}
