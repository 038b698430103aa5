import type { Arithmetic } from "./arithmetic.ts";
import { POWERS } from "./arithmetic.ts";
import type { Register, Registers } from "./registers.ts";
import { createRegisters } from "./registers.ts";

/** Four places hold what a form prints: 423222.15 万元, 0.8634 吨标准煤. Others are for the doubles. */
const SCALE = 10_000;
/** Fifteen digits are the decimal a number stands for; more are binary noise. */
const MOST_DIGITS = 1e15;

/** Fractions of whole numbers that doubles hold exactly: first is the numerator, second the denominator, above zero. */
export const WHOLE_REGISTERS: Registers = createRegisters();
const { first, second, put } = WHOLE_REGISTERS;

/**
 * Exact as long as every step stays below 2^53: a product or sum beyond it is NaN, and so is all that comes of it. For
 * numbers of up to four decimal places.
 */
export const WHOLE_ARITHMETIC: Arithmetic<Register> = {
  of: (value) => {
    if (Number.isInteger(value)) return put(Math.abs(value) < MOST_DIGITS ? value : NaN, 1);
    const scaled = Math.round(value * SCALE);
    const isShort = scaled / SCALE === value && Math.abs(scaled) < MOST_DIGITS;
    return put(isShort ? scaled : NaN, SCALE);
  },
  plus: (a, b) => added(a, first(b), second(b)),
  minus: (a, b) => added(a, -first(b), second(b)),
  times: (a, b) => put(exact(first(a) * first(b)), exact(second(a) * second(b))),
  over: (a, b) => {
    const top = first(b) < 0 ? -first(a) : first(a);
    const bottom = Math.abs(first(b));
    return second(a) === second(b)
      ? put(top, bottom)
      : put(exact(top * second(b)), exact(second(a) * bottom));
  },
  atLeastZero: (a) => (first(a) < 0 ? put(0, 1) : a),
};

/**
 * The fraction as a number, rounded half away from zero where places are given; undefined where doubles do not hold the
 * way there. A quotient of exact whole numbers is rounded once, by the processor, to the nearest double.
 */
export function finishWhole(result: Register, decimals: number | undefined): number | undefined {
  const top = first(result);
  const bottom = second(result);
  if (!(bottom > 0 && Number.isFinite(top))) return undefined;
  if (decimals === undefined) return top / bottom;
  const power = POWERS[decimals] ?? NaN;
  const scaled = Math.abs(top) * power;
  if (scaled + bottom > Number.MAX_SAFE_INTEGER) return undefined;
  // The quotient may have been rounded up to the next whole number, never below its own.
  const guess = Math.floor(scaled / bottom);
  const floor = guess * bottom > scaled ? guess - 1 : guess;
  const rest = scaled - floor * bottom;
  const rounded = rest * 2 >= bottom ? floor + 1 : floor;
  return (top < 0 ? -rounded : rounded) / power;
}

/** Over the larger denominator where it holds the smaller one, which keeps the numbers small. */
function added(a: Register, top: number, bottom: number): Register {
  const own = second(a);
  if (own === bottom) return put(exact(first(a) + top), own);
  if (own % bottom === 0) return put(exact(first(a) + exact(top * (own / bottom))), own);
  if (bottom % own === 0) return put(exact(exact(first(a) * (bottom / own)) + top), bottom);
  return put(exact(exact(first(a) * bottom) + exact(top * own)), exact(own * bottom));
}

/** A step beyond 2^53 rounds to at least 2^53, so that none slips through. */
function exact(value: number): number {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : NaN;
}
