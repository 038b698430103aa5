import type { Arithmetic, Formula } from "./arithmetic.ts";
import { asOperand } from "./guard.ts";
import type { MeasureFailure } from "./result.ts";

/** part ÷ whole × 100. */
export const percentage: Formula = ({ of, times, over }, part, whole) =>
  over(times(part, of(100)), whole);

/** (now − then) ÷ base × 100: a growth where the base is then, a contribution where it is the total's. */
export function change<T>({ of, minus, times, over }: Arithmetic<T>, now: T, then: T, base: T): T {
  return over(times(minus(now, then), of(100)), base);
}

/** A whole of zero divides nothing. */
export function refuseZero(base: number, parameter: number): MeasureFailure | undefined {
  return base === 0 ? { reason: "zero-base", parameter } : undefined;
}

/** A negative whole (减亏, 扭亏) would turn the sign round and mean nothing. */
export function refuseNotPositive(base: number, parameter: number): MeasureFailure | undefined {
  return base < 0 ? { reason: "negative-base", parameter } : refuseZero(base, parameter);
}

/** part ÷ whole × 100 as a formula. */
export function percentageFormula(part: string, whole: string): string {
  return `${asOperand(part)}/${asOperand(whole)}*100`;
}

/** `value` unless the base is negative, then #N/A. */
export function unlessNegative(base: string, value: string): string {
  return `IF(${asOperand(base)}<0,NA(),${value})`;
}
