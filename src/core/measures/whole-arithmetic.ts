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
    const [tops, bottoms, mine, own, theirs, its] = columnsOf(to, a, b);
    for (let i = 0; i < n; i += 1) {
      tops[i] = exact(at(mine, i) * at(theirs, i));
      bottoms[i] = exact(at(own, i) * at(its, i));
    }
    return to;
  },
  over: (a, b) => {
    const to = take();
    const n = count();
    const [tops, bottoms, mine, own, theirs, its] = columnsOf(to, a, b);
    for (let i = 0; i < n; i += 1) {
      const divisor = at(theirs, i);
      const top = divisor < 0 ? -at(mine, i) : at(mine, i);
      const bottom = Math.abs(divisor);
      const isSame = at(own, i) === at(its, i);
      tops[i] = isSame ? top : exact(top * at(its, i));
      bottoms[i] = isSame ? bottom : exact(at(own, i) * bottom);
    }
    return to;
  },
  atLeastZero: (a) => {
    const to = take();
    const n = count();
    const { first: tops, second: bottoms } = to;
    const { first: mine, second: own } = a;
    for (let i = 0; i < n; i += 1) {
      const isBelow = at(mine, i) < 0;
      tops[i] = isBelow ? 0 : at(mine, i);
      bottoms[i] = isBelow ? 1 : at(own, i);
    }
    return to;
  },
};

/** Looked up once and not in every row. */
function columnsOf(
  to: Lanes,
  a: Lanes,
  b: Lanes
): readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array] {
  return [to.first, to.second, a.first, a.second, b.first, b.second];
}

/** Operands, one of each calculation. */
export function wholeOf(values: Float64Array): Lanes {
  const to = take();
  scaleInto(values, count(), to);
  return to;
}

/** Operands into columns of their own, and whether each is one of theirs: its numerator is NaN otherwise. */
export function scaleInto(values: Float64Array, count: number, { first, second }: Lanes): void {
  for (let i = 0; i < count; i += 1) {
    const value = at(values, i);
    const isInteger = Number.isInteger(value);
    const scaled = isInteger ? value : Math.round(value * SCALE);
    const isExact = isInteger || scaled / SCALE === value;
    first[i] = isExact && Math.abs(scaled) < MOST_DIGITS ? scaled : NaN;
    second[i] = isInteger ? 1 : SCALE;
  }
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
  const { first, second } = result;
  const power = decimals === undefined ? undefined : (POWERS[decimals] ?? NaN);
  for (let i = 0; i < n; i += 1) {
    const top = at(first, i);
    const bottom = at(second, i);
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
  const [tops, bottoms, mine, owns, theirs, its] = columnsOf(to, a, b);
  for (let i = 0; i < n; i += 1) {
    const own = at(owns, i);
    const bottom = at(its, i);
    const left = at(mine, i);
    const right = sign * at(theirs, i);
    if (own === bottom) {
      tops[i] = exact(left + right);
      bottoms[i] = own;
      continue;
    }
    const isLarger = own > bottom;
    const times = isLarger ? own / bottom : bottom / own;
    // A remainder takes several times as long. A quotient rounded to a whole number does not give the dividend again.
    const isWhole =
      Math.floor(times) === times &&
      times * (isLarger ? bottom : own) === (isLarger ? own : bottom);
    if (!isWhole) {
      tops[i] = exact(exact(left * bottom) + exact(right * own));
      bottoms[i] = exact(own * bottom);
    } else if (isLarger) {
      tops[i] = exact(left + exact(right * times));
      bottoms[i] = own;
    } else {
      tops[i] = exact(exact(left * times) + right);
      bottoms[i] = bottom;
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
