import type { Arithmetic } from "./arithmetic.ts";

/** An exact fraction; the denominator is above zero. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const TEN = BigInt(10);
const ZERO = BigInt(0);
const ONE = BigInt(1);
/** So many binary digits of a quotient, and whether any follow, tell the nearest double. */
const BITS = 64;
/** Powers of two that doubles hold with all their digits. */
const MOST_BITS = 900;
const DIGITS = 40;

/** Fractions of decimals of any size: what decides. */
export const EXACT_ARITHMETIC: Arithmetic<Fraction> = {
  of: fractionOf,
  plus: added,
  minus: (a, b) => added(a, { num: -b.num, den: b.den }),
  times: (a, b) => ({ num: a.num * b.num, den: a.den * b.den }),
  over: (a, b) => {
    if (b.num === ZERO) throw new Error("division by zero");
    const isNegative = b.num < ZERO;
    return {
      num: isNegative ? -a.num * b.den : a.num * b.den,
      den: a.den * (isNegative ? -b.num : b.num),
    };
  },
  atLeastZero: (a) => (a.num < ZERO ? { num: ZERO, den: ONE } : a),
};

/** The decimal a number stands for: fifteen significant digits, as Excel keeps and shows them. */
function fractionOf(value: number): Fraction {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return { num: BigInt(value), den: ONE };
  const text = Math.abs(value).toExponential(14);
  const digits = BigInt(text.charAt(0) + text.slice(2, 16));
  const num = value < 0 ? -digits : digits;
  const exponent = Number(text.slice(17)) - 14;
  return exponent < 0
    ? { num, den: TEN ** BigInt(-exponent) }
    : { num: num * TEN ** BigInt(exponent), den: ONE };
}

function added(a: Fraction, b: Fraction): Fraction {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

/** Rounded half away from zero where places are given, else the double nearest to the fraction. */
export function finishExact({ num, den }: Fraction, decimals: number | undefined): number {
  const top = num < ZERO ? -num : num;
  const magnitude =
    decimals === undefined ? nearestQuotient(top, den) : roundedQuotient(top, den, decimals);
  return num < ZERO ? -magnitude : magnitude;
}

function roundedQuotient(top: bigint, den: bigint, decimals: number): number {
  const scaled = top * TEN ** BigInt(decimals);
  const floor = scaled / den;
  const rest = scaled - floor * den;
  return Number(`${rest + rest >= den ? floor + ONE : floor}e-${decimals}`);
}

function nearestQuotient(top: bigint, den: bigint): number {
  const shift = BITS - (bitsOf(top) - bitsOf(den));
  if (Math.abs(shift) > MOST_BITS) return nearestByDigits(top, den);
  const [above, below] = shift < 0 ? [top, den << BigInt(-shift)] : [top << BigInt(shift), den];
  const floor = above / below;
  // A last digit that is set is never a tie between two doubles.
  const isWhole = floor * below === above;
  return Number(isWhole ? floor : floor | ONE) * 2 ** -shift;
}

/** Beyond the powers of two: forty digits, as a decimal, and one that is set where any follow. */
function nearestByDigits(top: bigint, den: bigint): number {
  const places = DIGITS - (top.toString().length - den.toString().length);
  const [above, below] =
    places < 0 ? [top, den * TEN ** BigInt(-places)] : [top * TEN ** BigInt(places), den];
  const scaled = above / below;
  return Number(`${scaled}${scaled * below === above ? "" : ".1"}e${-places}`);
}

function bitsOf(value: bigint): number {
  return value.toString(16).length * 4;
}
