import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { ANYTHING, isReading, printedRange, readingsOf } from "./identity.ts";
import type { Identity, RangeOf } from "./identity.ts";
import { solveRank } from "./solve-rank.ts";

/** Binary noise: this is a search for likely cells, never a verdict. */
const NOISE = 1e-9;

/**
 * The values of one of its cells that would satisfy an identity while the others are in their ranges; undefined where
 * none would. `doubted`: the readings whose range is not simply the printed one, so that a sum of ten thousand costs no
 * more than one of three.
 */
export function solveFor(
  identity: Identity,
  wanted: NumberReading,
  rangeOf: RangeOf = printedRange,
  doubted: readonly NumberReading[] = []
): Interval | undefined {
  switch (identity.kind) {
    case "linear":
      return solveLinear(identity, wanted, rangeOf, doubted);
    case "ratio":
      return solveRatio(identity, wanted, rangeOf);
    case "order":
      return solveOrder(identity, wanted, rangeOf);
    case "rank":
      return solveRank(identity, wanted, rangeOf);
    case "span":
      return solveSpan(identity, wanted, rangeOf);
    case "column":
      return solveColumn(identity.parts, wanted, rangeOf);
    case "made-of":
      return ANYTHING;
  }
}

type Linear = Extract<Identity, { kind: "linear" }>;
type Ratio = Extract<Identity, { kind: "ratio" }>;

/** What a linear identity comes to as printed, and with which sign each number stands in it. */
interface Sums {
  readonly total: number;
  readonly signs: ReadonlyMap<NumberReading, 1 | -1>;
}

const SUMS = new WeakMap<Linear, Sums>();

function sumsOf(identity: Linear): Sums {
  const known = SUMS.get(identity);
  if (known !== undefined) return known;
  const signs = new Map<NumberReading, 1 | -1>();
  let total = identity.constant;
  for (const reading of identity.plus) {
    signs.set(reading, 1);
    total += reading.stated.value;
  }
  for (const reading of identity.minus) {
    signs.set(reading, -1);
    total -= reading.stated.value;
  }
  const sums = { total, signs };
  SUMS.set(identity, sums);
  return sums;
}

function solveLinear(
  identity: Linear,
  wanted: NumberReading,
  rangeOf: RangeOf,
  doubted: readonly NumberReading[]
): Interval | undefined {
  const { total, signs } = sumsOf(identity);
  const sign = signs.get(wanted) ?? 1;
  // Numbers that are not in doubt stand for themselves here: their rounding is in the bounds.
  const known = total - sign * wanted.stated.value;
  let rest: Interval = { low: known, high: known };
  for (const reading of new Set(doubted)) {
    const own = signs.get(reading);
    if (own === undefined || reading === wanted) continue;
    const range = rangeOf(reading);
    const point = own * reading.stated.value;
    rest = add(rest, { low: -point, high: -point });
    rest = add(rest, own < 0 ? negate(range) : range);
  }
  const { low, high } = identity;
  const own = widen({ low: low - rest.high, high: high - rest.low });
  return nonEmpty(sign < 0 ? negate(own) : own);
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

function solveOrder(
  { small, large, factor }: Extract<Identity, { kind: "order" }>,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval {
  const range = (side: NumberReading | Interval): Interval =>
    isReading(side) ? rangeOf(side) : side;
  return wanted === small
    ? widen({ low: -Infinity, high: range(large).high / factor })
    : widen({ low: range(small).low * factor, high: Infinity });
}

const MANY_MEMBERS = 100;

function solveSpan(
  { claim, members }: Extract<Identity, { kind: "span" }>,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  // Of very many members any may be the one: no more is asked.
  if (wanted !== claim && members.length > MANY_MEMBERS) return ANYTHING;
  const ranges = members.filter((member) => member !== wanted).map(rangeOf);
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  if (wanted === claim) return nonEmpty(widen({ low, high }));
  const own = rangeOf(claim);
  if (own.low > high) return { low: own.low, high: Infinity };
  return own.high < low ? { low: -Infinity, high: own.high } : ANYTHING;
}

/** Some cells of a column may be wrong by themselves. */
const ENOUGH_OF_COLUMN = 0.75;

/** The value that satisfies the most cells of a column; undefined where these are too few. */
function solveColumn(
  parts: readonly Identity[],
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  const solved = parts.flatMap((part) => {
    const own = readingsOf(part).find(({ observation }) => observation === wanted.observation);
    return own === undefined ? [] : (solveFor(part, own, rangeOf) ?? []);
  });
  const lows = solved.map(({ low }) => low).sort((a, b) => a - b);
  const highs = solved.map(({ high }) => high).sort((a, b) => a - b);
  let ended = 0;
  let best = { low: 0, count: 0 };
  lows.forEach((low, begun) => {
    while ((highs[ended] ?? Infinity) < low) ended += 1;
    const count = begun + 1 - ended;
    if (count > best.count) best = { low, count };
  });
  if (best.count === 0 || best.count < parts.length * ENOUGH_OF_COLUMN) return undefined;
  const { low } = best;
  const holding = solved.filter((range) => range.low <= low && range.high >= low);
  return { low, high: holding.reduce((least, { high }) => Math.min(least, high), Infinity) };
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
