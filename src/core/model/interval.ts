import Big from "big.js";
import { toDecimal } from "./decimal.ts";
import { nearConstant, nearDivide, nearMinus, nearOf, nearScale, screen } from "./near.ts";
import type { Near } from "./near.ts";
import {
  addRatio,
  compareRatio,
  divideRatio,
  negateRatio,
  ratioOf,
  roundRatio,
  timesRatio,
  toNumber,
} from "./ratio.ts";
import type { Ratio } from "./ratio.ts";
import type { Interval, StatedNumber } from "./stated-number.ts";

/** A closed range with exact ends. */
export interface Range {
  readonly low: Ratio;
  readonly high: Ratio;
}

/**
 * A number that takes part in a computation: the value that stands there, and the range of what it may stand for. Both
 * are exact, and computed when somebody asks; `near` is the same in doubles, to screen with, where doubles can say it.
 */
export interface Quantity {
  readonly value: Ratio;
  readonly range: Range;
  readonly near?: Near | null;
}

/** Relative slack of a formula's result: binary noise, not rounding. */
const EXACT_SLACK = new Big("1e-9");
const HALF = new Big("0.5");
const TEN = new Big(10);

/** Half of one digit at so many places: 2 → 0.005. */
export function halfDigit(decimals: number): Big {
  return HALF.div(TEN.pow(decimals));
}

/**
 * What a number on the page may stand for: half a last digit to each side where it was rounded, a point for a count,
 * ±1e-9 relative for a formula's result. Closed at both ends: the doubt is the number's.
 */
export function rangeOf(stated: StatedNumber): Range {
  const width = widthOf(stated);
  const { spread = 0 } = stated;
  return around(ratioOf(stated.value), spread === 0 ? width : width.plus(toDecimal(spread)));
}

/** What the number itself leaves open; the members of a sum not counted. */
function widthOf({ value, decimals, precision }: StatedNumber): Big {
  switch (precision) {
    case "count":
      return new Big(0);
    case "exact":
      return toDecimal(value).abs().times(EXACT_SLACK);
    case "stated":
      return halfDigit(decimals);
  }
}

/** The same as plain numbers, to show. */
export function intervalOf(stated: StatedNumber): Interval {
  return toInterval(rangeOf(stated));
}

export function toInterval(range: Range): Interval {
  return { low: toNumber(range.low), high: toNumber(range.high) };
}

export function quantityOf(stated: StatedNumber): Quantity {
  return lazily(nearOf(stated), () => ({ value: ratioOf(stated.value), range: rangeOf(stated) }));
}

type Exact = Pick<Quantity, "value" | "range">;

function lazily(near: Near | null, compute: () => Exact): Quantity {
  return new LazyQuantity(near, compute);
}

/** A class: an object with accessors of its own takes some thirty times as long to make, and a check makes thousands. */
class LazyQuantity implements Quantity {
  private known: Exact | undefined;

  constructor(
    readonly near: Near | null,
    private readonly compute: () => Exact
  ) {}

  get value(): Ratio {
    return (this.known ??= this.compute()).value;
  }

  get range(): Quantity["range"] {
    return (this.known ??= this.compute()).range;
  }
}

/** A number known without doubt: 100, a factor between two units. */
export function constant(value: number): Quantity {
  return lazily(nearConstant(value), () => {
    const ratio = ratioOf(value);
    return { value: ratio, range: { low: ratio, high: ratio } };
  });
}

export function minus(a: Quantity, b: Quantity): Quantity {
  return lazily(a.near && b.near ? nearMinus(a.near, b.near) : null, () => ({
    value: addRatio(a.value, negateRatio(b.value)),
    range: {
      low: addRatio(a.range.low, negateRatio(b.range.high)),
      high: addRatio(a.range.high, negateRatio(b.range.low)),
    },
  }));
}

/** a × b for a factor without doubt. */
export function scale(a: Quantity, factor: number): Quantity {
  if (factor === 1) return a;
  return lazily(a.near ? nearScale(a.near, factor) : null, () => {
    const by = ratioOf(factor);
    const ends = [timesRatio(a.range.low, by), timesRatio(a.range.high, by)] as const;
    return {
      value: timesRatio(a.value, by),
      range: factor < 0 ? { low: ends[1], high: ends[0] } : { low: ends[0], high: ends[1] },
    };
  });
}

/** a ÷ b, or undefined where the divisor is not above zero for certain: neither a share nor a growth is defined there. */
export function divide(a: Quantity, b: Quantity): Quantity | undefined {
  const near = a.near && b.near ? nearDivide(a.near, b.near) : null;
  if (near === null && b.range.low.num.lte(0)) return undefined;
  return lazily(near, () => {
    const isNegative = (ratio: Ratio): boolean => ratio.num.lt(0);
    const { low, high } = a.range;
    return {
      value: divideRatio(a.value, b.value),
      range: {
        low: divideRatio(low, isNegative(low) ? b.range.low : b.range.high),
        high: divideRatio(high, isNegative(high) ? b.range.high : b.range.low),
      },
    };
  });
}

/** part ÷ whole × 100. */
export function shareOf(part: Quantity, whole: Quantity): Quantity | undefined {
  const quotient = divide(part, whole);
  return quotient === undefined ? undefined : scale(quotient, 100);
}

/** (current ÷ prior − 1) × 100; undefined for a base that is not above zero. */
export function growthOf(current: Quantity, prior: Quantity): Quantity | undefined {
  const quotient = divide(current, prior);
  return quotient === undefined ? undefined : scale(minus(quotient, constant(1)), 100);
}

/** agrees 吻合 · within-rounding 尾差 · disagrees 不符. */
export type Verdict = "agrees" | "within-rounding" | "disagrees";

/**
 * Holds a printed number against its recomputation.
 * It agrees if the computed value, rounded once at the end to the printed digits, is the printed value; it is within
 * rounding if some values the operands may stand for give it.
 */
export function judge(stated: StatedNumber, computed: Quantity): Verdict {
  const screened = computed.near ? screen(stated, computed.near) : undefined;
  return screened ?? judgeExactly(stated, computed);
}

/** The same on exact decimals, whatever doubles would say. */
export function judgeExactly(stated: StatedNumber, computed: Quantity): Verdict {
  const printed = toDecimal(stated.value);
  if (stated.precision !== "exact" && roundRatio(computed.value, stated.decimals).eq(printed)) {
    return "agrees";
  }
  // 23 of 40 is 57.5 without any doubt: rounded it is 58, and 57 stands for less.
  if (isExactlyKnown(computed.range) && isRounded(stated)) return "disagrees";
  const range = rangeOf(stated);
  const own = stated.precision === "exact" ? around(ratioOf(printed), widthOf(stated)) : null;
  if (own !== null && isWithin(computed.value, own)) return "agrees";
  return overlaps(range, computed.range) ? "within-rounding" : "disagrees";
}

/** Operands without an interval, counts, allow nothing but what they give. */
function isExactlyKnown({ low, high }: Range): boolean {
  return compareRatio(low, high) === 0;
}

/** A printed number stands for what rounds to it: half a digit below it counts, half a digit above it no more. */
function isRounded({ precision, spread = 0 }: StatedNumber): boolean {
  return precision === "stated" && spread === 0;
}

export function overlaps(a: Range, b: Range): boolean {
  return compareRatio(a.low, b.high) <= 0 && compareRatio(b.low, a.high) <= 0;
}

export function isWithin(value: Ratio, range: Range): boolean {
  return compareRatio(range.low, value) <= 0 && compareRatio(value, range.high) <= 0;
}

/** A range of half `width` to each side. */
export function around(value: Ratio, width: Big): Range {
  return {
    low: addRatio(value, ratioOf(width.times(-1))),
    high: addRatio(value, ratioOf(width)),
  };
}
