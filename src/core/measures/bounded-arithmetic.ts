import type { Arithmetic } from "./arithmetic.ts";
import { POWERS } from "./arithmetic.ts";
import type { Lanes, Registers } from "./registers.ts";
import { createRegisters } from "./registers.ts";

/** Twice the rounding of one step, which covers the rounding of the bounds themselves. */
const STEP = 2 ** -52;
/** A bound is itself rounded up at every step. */
const ROUNDED_UP = 1 + 8 * STEP;
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
const { take, count } = BOUNDED_REGISTERS;

/**
 * Doubles that carry the bound of their error along: for operands with more digits than whole numbers hold, such as
 * results of other formulas.
 */
export const BOUNDED_ARITHMETIC: Arithmetic<Lanes> = {
  of: (value) => {
    const to = take();
    const n = count();
    to.first.fill(value, 0, n);
    to.second.fill(boundOf(value), 0, n);
    return to;
  },
  plus: (a, b) => added(a, b, 1),
  minus: (a, b) => added(a, b, -1),
  times: (a, b) => {
    const to = take();
    const n = count();
    const { first: values, second: errors } = to;
    const { first: xs, second: exs } = a;
    const { first: ys, second: eys } = b;
    for (let i = 0; i < n; i += 1) {
      const x = at(xs, i);
      const y = at(ys, i);
      const ex = at(exs, i);
      const ey = at(eys, i);
      const value = x * y;
      values[i] = value;
      errors[i] = stepped(value, Math.abs(x) * ey + Math.abs(y) * ex + ex * ey);
    }
    return to;
  },
  over: (a, b) => {
    const to = take();
    const n = count();
    const { first: values, second: errors } = to;
    const { first: xs, second: exs } = a;
    const { first: ys, second: eys } = b;
    for (let i = 0; i < n; i += 1) {
      const y = at(ys, i);
      const ey = at(eys, i);
      const quotient = at(xs, i) / y;
      const least = Math.abs(y) - ey;
      const error = (at(exs, i) + Math.abs(quotient) * ey) / least;
      values[i] = quotient;
      errors[i] = stepped(quotient, least > 0 ? error : NaN);
    }
    return to;
  },
  atLeastZero: (a) => {
    const to = take();
    const n = count();
    const { first: values, second: errors } = to;
    const { first: xs, second: exs } = a;
    for (let i = 0; i < n; i += 1) {
      const value = at(xs, i);
      const error = at(exs, i);
      const isAbove = value > error;
      values[i] = isAbove ? value : 0;
      errors[i] = isAbove ? error : value < -error ? 0 : NaN;
    }
    return to;
  },
};

/** Operands, one of each calculation. */
export function boundedOf(values: Float64Array): Lanes {
  const to = take();
  const n = count();
  const { first, second } = to;
  for (let i = 0; i < n; i += 1) {
    const value = at(values, i);
    first[i] = value;
    second[i] = boundOf(value);
  }
  return to;
}

function boundOf(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < WHOLE) return 0;
  return isTiny(value) ? NaN : Math.abs(value) * OPERAND;
}

/**
 * The numbers, rounded half away from zero where places are given; NaN where the error could reach a tie, or where it is
 * more than a reader would see. Then the exact fraction decides.
 */
export function finishBounded(
  result: Lanes,
  decimals: number | undefined,
  numbers: Float64Array
): void {
  const n = count();
  const { first, second } = result;
  const power = decimals === undefined ? undefined : (POWERS[decimals] ?? NaN);
  for (let i = 0; i < n; i += 1) {
    const value = at(first, i);
    const error = at(second, i);
    if (!(error < Infinity) || isTiny(value)) numbers[i] = NaN;
    else if (power !== undefined) numbers[i] = roundedClearly(value, error, power);
    else numbers[i] = error <= Math.abs(value) * NEAR_ENOUGH ? value : NaN;
  }
}

function roundedClearly(value: number, error: number, power: number): number {
  const scaled = Math.abs(value) * power;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  // NaN, beyond what doubles hold, is not above it either.
  const isClear = Math.abs(rest - 0.5) > error * power * 1.01 + scaled * STEP;
  if (!isClear) return NaN;
  const rounded = rest > 0.5 ? floor + 1 : floor;
  return (value < 0 ? -rounded : rounded) / power;
}

function added(a: Lanes, b: Lanes, sign: 1 | -1): Lanes {
  const to = take();
  const n = count();
  const { first: values, second: errors } = to;
  const { first: xs, second: exs } = a;
  const { first: ys, second: eys } = b;
  for (let i = 0; i < n; i += 1) {
    const value = at(xs, i) + sign * at(ys, i);
    values[i] = value;
    errors[i] = stepped(value, at(exs, i) + at(eys, i));
  }
  return to;
}

/** The bound after one more rounding. */
function stepped(value: number, error: number): number {
  return error * ROUNDED_UP + Math.abs(value) * STEP;
}

function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < LEAST;
}

function at(column: Float64Array, index: number): number {
  return column[index] ?? NaN;
}
