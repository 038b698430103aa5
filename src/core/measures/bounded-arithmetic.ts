import type { Arithmetic } from "./arithmetic.ts";
import { POWERS } from "./arithmetic.ts";
import type { Register, Registers } from "./registers.ts";
import { createRegisters } from "./registers.ts";

/** Twice the rounding of one step, which covers the rounding of the bounds themselves. */
const STEP = 2 ** -52;
/** A number and its decimal of fifteen digits part by half a unit of the fifteenth digit at most. */
const OPERAND = 5.1e-15;
/** Whole numbers of fifteen digits are their own decimals. */
const WHOLE = 1e15;
/** Nothing is proved of numbers so small that doubles lose digits. */
const LEAST = 1e-200;
/** Without places to round to, a result as near as this is the exact one to whoever reads it. */
const NEAR_ENOUGH = 1e-12;

/** Doubles: first is the value, second how far at most the exact one is from it. */
export const BOUNDED_REGISTERS: Registers = createRegisters();
const { first, second, put } = BOUNDED_REGISTERS;

/**
 * Doubles that carry the bound of their error along: for operands with more digits than whole numbers hold, such as
 * results of other formulas.
 */
export const BOUNDED_ARITHMETIC: Arithmetic<Register> = {
  of: (value) => {
    if (Number.isInteger(value) && Math.abs(value) < WHOLE) return put(value, 0);
    return put(value, isTiny(value) ? NaN : Math.abs(value) * OPERAND);
  },
  plus: (a, b) => step(first(a) + first(b), second(a) + second(b)),
  minus: (a, b) => step(first(a) - first(b), second(a) + second(b)),
  times: (a, b) =>
    step(
      first(a) * first(b),
      Math.abs(first(a)) * second(b) + Math.abs(first(b)) * second(a) + second(a) * second(b)
    ),
  over: (a, b) => {
    const quotient = first(a) / first(b);
    const least = Math.abs(first(b)) - second(b);
    return step(quotient, least > 0 ? (second(a) + Math.abs(quotient) * second(b)) / least : NaN);
  },
  atLeastZero: (a) => {
    if (first(a) > second(a)) return a;
    return put(0, first(a) < -second(a) ? 0 : NaN);
  },
};

/**
 * The number, rounded half away from zero where places are given; undefined where the error could reach a tie, or where
 * it is more than a reader would see. Then the exact fraction decides.
 */
export function finishBounded(result: Register, decimals: number | undefined): number | undefined {
  const value = first(result);
  const error = second(result);
  if (!Number.isFinite(error) || isTiny(value)) return undefined;
  if (decimals === undefined) return error <= Math.abs(value) * NEAR_ENOUGH ? value : undefined;
  const power = POWERS[decimals] ?? NaN;
  const scaled = Math.abs(value) * power;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  // NaN, beyond what doubles hold, is not above it either.
  const isClear = Math.abs(rest - 0.5) > error * power * 1.01 + scaled * STEP;
  if (!isClear) return undefined;
  const rounded = rest > 0.5 ? floor + 1 : floor;
  return (value < 0 ? -rounded : rounded) / power;
}

function step(value: number, error: number): Register {
  return put(value, error * (1 + 8 * STEP) + Math.abs(value) * STEP);
}

function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < LEAST;
}
