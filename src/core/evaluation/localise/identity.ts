import type { NumberReading } from "../../model/table-index.ts";
import type { Interval } from "../../model/stated-number.ts";

/**
 * What a test held against each other, as plain data: enough to say which value of one of its cells would satisfy it.
 * It refers to readings that exist anyway, so that a passing test costs one small object.
 */
export type Identity =
  /** low ≤ Σ plus − Σ minus + constant ≤ high; the rounding of all numbers is in the bounds. An open side is infinite. */
  | {
      readonly kind: "linear";
      readonly plus: readonly NumberReading[];
      readonly minus: readonly NumberReading[];
      readonly constant: number;
      readonly low: number;
      readonly high: number;
    }
  /** claim = sign × (factor × top ÷ bottom − base), each number within its own rounding. */
  | {
      readonly kind: "ratio";
      readonly claim: NumberReading;
      readonly top: NumberReading;
      /** A whole printed in a header has no cell to be at fault. */
      readonly bottom: NumberReading | Interval;
      readonly factor: number;
      readonly base: number;
      readonly sign: 1 | -1;
    };

/** What a cell may stand for while a set of suspects is tried; infinite for a suspect nothing else binds. */
export type RangeOf = (reading: NumberReading) => Interval;

export const ANYTHING: Interval = { low: -Infinity, high: Infinity };

/** Binary noise: this is a search for likely cells, never a verdict. */
const NOISE = 1e-9;

export function readingsOf(identity: Identity): readonly NumberReading[] {
  if (identity.kind === "linear") return [...identity.plus, ...identity.minus];
  const { claim, top, bottom } = identity;
  return isReading(bottom) ? [claim, top, bottom] : [claim, top];
}

/** The number as printed, with half a last digit to each side. */
export function printedRange({ stated }: NumberReading): Interval {
  const half = stated.precision === "stated" ? 0.5 * 10 ** -stated.decimals : 0;
  return around(stated.value, half);
}

/**
 * The values of one of its cells that would satisfy an identity while the others are in their ranges; undefined where
 * none would.
 */
export function solveFor(
  identity: Identity,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  return identity.kind === "linear"
    ? solveLinear(identity, wanted, rangeOf)
    : solveRatio(identity, wanted, rangeOf);
}

type Linear = Extract<Identity, { kind: "linear" }>;
type Ratio = Extract<Identity, { kind: "ratio" }>;

function solveLinear(
  { plus, minus, constant, low, high }: Linear,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  // Numbers that are not in doubt stand for themselves here: their rounding is in the bounds.
  let rest: Interval = { low: constant, high: constant };
  for (const reading of plus) if (reading !== wanted) rest = add(rest, pointOf(reading, rangeOf));
  for (const reading of minus) {
    if (reading !== wanted) rest = add(rest, negate(pointOf(reading, rangeOf)));
  }
  const own = widen({ low: low - rest.high, high: high - rest.low });
  return nonEmpty(minus.includes(wanted) ? negate(own) : own);
}

function pointOf(reading: NumberReading, rangeOf: RangeOf): Interval {
  const range = rangeOf(reading);
  const printed = printedRange(reading);
  const { value } = reading.stated;
  return range.low === printed.low && range.high === printed.high
    ? { low: value, high: value }
    : range;
}

function solveRatio(
  { claim, top, bottom, factor, base, sign }: Ratio,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  const below = isReading(bottom) ? rangeOf(bottom) : bottom;
  if (wanted === claim) {
    const quotient = divide(rangeOf(top), below);
    if (quotient === undefined) return ANYTHING;
    const grown = add(scale(quotient, factor), { low: -base, high: -base });
    return nonEmpty(widen(sign < 0 ? negate(grown) : grown));
  }
  const signed = sign < 0 ? negate(rangeOf(claim)) : rangeOf(claim);
  const quotient = scale(add(signed, { low: base, high: base }), 1 / factor);
  if (wanted === top) {
    // A divisor in doubt leaves the numerator open.
    return isFinite(below) && below.low > 0 ? nonEmpty(widen(multiply(quotient, below))) : ANYTHING;
  }
  const over = rangeOf(top);
  if (!isFinite(over)) return ANYTHING;
  const solved = divide(over, quotient);
  return solved === undefined ? ANYTHING : nonEmpty(widen(solved));
}

export function isReading(value: NumberReading | Interval): value is NumberReading {
  return "stated" in value;
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  return nonEmpty({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });
}

export function around(value: number, half: number): Interval {
  return { low: value - half, high: value + half };
}

function nonEmpty(range: Interval): Interval | undefined {
  return range.low <= range.high ? range : undefined;
}

function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

function negate({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

function scale({ low, high }: Interval, by: number): Interval {
  return by < 0 ? { low: high * by, high: low * by } : { low: low * by, high: high * by };
}

function multiply(a: Interval, b: Interval): Interval {
  return bounds([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]);
}

/** a ÷ b where b keeps to one side of zero and both are finite. */
function divide(a: Interval, b: Interval): Interval | undefined {
  if (!isFinite(a) || !isFinite(b) || (b.low <= 0 && b.high >= 0)) return undefined;
  return bounds([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]);
}

function bounds(values: readonly number[]): Interval {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function isFinite({ low, high }: Interval): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

function widen({ low, high }: Interval): Interval {
  return { low: low - Math.abs(low) * NOISE || low, high: high + Math.abs(high) * NOISE || high };
}
