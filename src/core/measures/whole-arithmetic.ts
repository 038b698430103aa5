import type { Arithmetic } from "./arithmetic.ts";
import { POWERS } from "./arithmetic.ts";
import type { Lanes, Registers } from "./registers.ts";
import { createRegisters } from "./registers.ts";

/** Four places hold what a form prints: 423222.15 万元, 0.8634 吨标准煤. Others are for the doubles. */
const SCALE = 10_000;
/** Fifteen digits are the decimal a number stands for; more are binary noise. */
const MOST_DIGITS = 1e15;

/** Fractions of whole numbers that doubles hold exactly: first is the numerator, second the denominator, above zero. */
export const WHOLE_REGISTERS: Registers = createRegisters();
const { take, count } = WHOLE_REGISTERS;

/**
 * Exact as long as every step stays below 2^53: a product or sum beyond it is NaN, and so is all that comes of it. For
 * numbers of up to four decimal places.
 */
export const WHOLE_ARITHMETIC: Arithmetic<Lanes> = {
  of: (value) => {
    const to = take();
    const n = count();
    to.first.fill(scaledOf(value), 0, n);
    to.second.fill(scaleOf(value), 0, n);
    return to;
  },
  plus: (a, b) => added(a, b, 1),
  minus: (a, b) => added(a, b, -1),
  times: (a, b) => {
    const to = take();
    const n = count();
    for (let i = 0; i < n; i += 1) {
      to.first[i] = exact(at(a.first, i) * at(b.first, i));
      to.second[i] = exact(at(a.second, i) * at(b.second, i));
    }
    return to;
  },
  over: (a, b) => {
    const to = take();
    const n = count();
    for (let i = 0; i < n; i += 1) {
      const divisor = at(b.first, i);
      const top = divisor < 0 ? -at(a.first, i) : at(a.first, i);
      const bottom = Math.abs(divisor);
      const isSame = at(a.second, i) === at(b.second, i);
      to.first[i] = isSame ? top : exact(top * at(b.second, i));
      to.second[i] = isSame ? bottom : exact(at(a.second, i) * bottom);
    }
    return to;
  },
  atLeastZero: (a) => {
    const to = take();
    const n = count();
    for (let i = 0; i < n; i += 1) {
      const isBelow = at(a.first, i) < 0;
      to.first[i] = isBelow ? 0 : at(a.first, i);
      to.second[i] = isBelow ? 1 : at(a.second, i);
    }
    return to;
  },
};

/** Operands, one of each calculation. */
export function wholeOf(values: Float64Array): Lanes {
  const to = take();
  const n = count();
  for (let i = 0; i < n; i += 1) {
    const value = at(values, i);
    to.first[i] = scaledOf(value);
    to.second[i] = scaleOf(value);
  }
  return to;
}

/** Whether a number is one of theirs. */
export function isShort(value: number): boolean {
  return !Number.isNaN(scaledOf(value));
}

function scaleOf(value: number): number {
  return Number.isInteger(value) ? 1 : SCALE;
}

/** The numerator of a number's decimal; NaN where it has more than four places, or more digits than a decimal has. */
function scaledOf(value: number): number {
  if (Number.isInteger(value)) return Math.abs(value) < MOST_DIGITS ? value : NaN;
  const scaled = Math.round(value * SCALE);
  return scaled / SCALE === value && Math.abs(scaled) < MOST_DIGITS ? scaled : NaN;
}

/**
 * The fractions as numbers, rounded half away from zero where places are given; NaN where doubles do not hold the way
 * there. A quotient of exact whole numbers is rounded once, by the processor, to the nearest double.
 */
export function finishWhole(
  result: Lanes,
  decimals: number | undefined,
  numbers: Float64Array
): void {
  const n = count();
  const power = decimals === undefined ? undefined : (POWERS[decimals] ?? NaN);
  for (let i = 0; i < n; i += 1) {
    const top = at(result.first, i);
    const bottom = at(result.second, i);
    if (!(bottom > 0)) numbers[i] = NaN;
    else numbers[i] = power === undefined ? top / bottom : roundedQuotient(top, bottom, power);
  }
}

function roundedQuotient(top: number, bottom: number, power: number): number {
  const scaled = Math.abs(top) * power;
  if (!(scaled + bottom <= Number.MAX_SAFE_INTEGER)) return NaN;
  // The quotient may have been rounded up to the next whole number, never below its own.
  const guess = Math.floor(scaled / bottom);
  const floor = guess * bottom > scaled ? guess - 1 : guess;
  const rest = scaled - floor * bottom;
  const rounded = rest * 2 >= bottom ? floor + 1 : floor;
  return (top < 0 ? -rounded : rounded) / power;
}

/** Over the larger denominator where it holds the smaller one, which keeps the numbers small. */
function added(a: Lanes, b: Lanes, sign: 1 | -1): Lanes {
  const to = take();
  const n = count();
  for (let i = 0; i < n; i += 1) {
    const [mine, own] = [at(a.first, i), at(a.second, i)];
    const [top, bottom] = [sign * at(b.first, i), at(b.second, i)];
    if (own === bottom) {
      to.first[i] = exact(mine + top);
      to.second[i] = own;
    } else if (own % bottom === 0) {
      to.first[i] = exact(mine + exact(top * (own / bottom)));
      to.second[i] = own;
    } else if (bottom % own === 0) {
      to.first[i] = exact(exact(mine * (bottom / own)) + top);
      to.second[i] = bottom;
    } else {
      to.first[i] = exact(exact(mine * bottom) + exact(top * own));
      to.second[i] = exact(own * bottom);
    }
  }
  return to;
}

/** A step beyond 2^53 rounds to at least 2^53, so that none slips through. */
function exact(value: number): number {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : NaN;
}

function at(column: Float64Array, index: number): number {
  return column[index] ?? NaN;
}
