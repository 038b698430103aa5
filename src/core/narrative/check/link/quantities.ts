import {
  around,
  isWithin,
  judge,
  overlaps,
  quantityOf,
  rangeOf,
  scale,
  toInterval,
} from "../../../model/interval.ts";
import type { Quantity, Range } from "../../../model/interval.ts";
import { nearRound } from "../../../model/near.ts";
import { roundTo, toDecimal } from "../../../model/decimal.ts";
import { ratioOf, toNumber, truncateRatio } from "../../../model/ratio.ts";
import type { Interval, StatedNumber } from "../../../model/stated-number.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import type { Unit } from "../../../model/unit.ts";
import type { ClaimVerdict } from "../draft-check.ts";
import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import type { Note } from "../working.ts";

/** A number of the text as it may stand for: counts are exact, 成 are tenths of a hundred. */
export function statedOf(figure: Figure): StatedNumber {
  const isTenth = figure.unit?.name === "成";
  const value = isTenth ? figure.value * 10 : signedValue(figure);
  const isCount =
    figure.unit?.family === "count" && figure.unit.factor === 1 && figure.decimals === 0;
  return {
    value,
    decimals: isTenth ? figure.decimals - 1 : figure.decimals,
    origin: "typed",
    precision: isCount && !figure.hasMore ? "count" : "stated",
  };
}

/** A number as an operand: what the workbook holds for it, else as the text prints it. */
export function quantity(figure: Figure): Quantity {
  if (figure.source !== null) return figure.source;
  figure.printed ??= quantityOf(statedOf(figure));
  return figure.printed;
}

/** A number of the text in the unit of another, or undefined where the two never compare. */
export function quantityIn(figure: Figure, unit: Unit | null): Quantity | undefined {
  const factor = unitFactor(figure.unit, unit);
  return factor === undefined ? undefined : scale(quantity(figure), factor);
}

export function isComparable(a: Figure, b: Figure): boolean {
  if (a.unit === null || b.unit === null) return true;
  return unitFactor(a.unit, b.unit) !== undefined;
}

export interface Judged {
  readonly verdict: Exclude<ClaimVerdict, "unverifiable">;
  readonly computed: Interval;
  readonly notes: readonly Note[];
}

/** Holds a number of the text against its recomputation, with what 近, 超 or 约 leave open. */
export function judgeFigure(figure: Figure, computed: Quantity): Judged {
  const stated = statedOf(figure);
  const interval = shown(computed, stated.decimals);
  if (figure.approximation !== null) {
    const open = judgeOpen(figure, stated, computed);
    return { verdict: open, computed: interval, notes: [{ code: "threshold" }] };
  }
  const verdict = figure.high === null ? judge(stated, computed) : judgeRange(figure, computed);
  if (verdict !== "disagrees") return { verdict, computed: interval, notes: [] };
  const notes: Note[] = [];
  if (judge({ ...stated, value: -stated.value }, computed) !== "disagrees")
    notes.push({ code: "sign" });
  if (isTruncated(stated, computed)) notes.push({ code: "truncated" });
  if (isPowerOfTen(stated.value, computed.near?.value ?? toNumber(computed.value)))
    notes.push({ code: "power-of-ten" });
  return { verdict, computed: interval, notes };
}

/** 129 ÷ 270 printed 47 %: the digits behind were cut off. Never more than one last digit, as doubles mostly tell. */
function isTruncated({ value, decimals }: StatedNumber, computed: Quantity): boolean {
  const places = Math.max(0, decimals);
  const { near } = computed;
  if (near && Math.abs(value - near.value) > 1.01 * 10 ** -places + near.error) return false;
  return truncateRatio(computed.value, places).eq(toDecimal(value));
}

function judgeRange(figure: Figure, computed: Quantity): Judged["verdict"] {
  const range: Range = { low: ratioOf(figure.value), high: ratioOf(figure.high ?? figure.value) };
  if (isWithin(computed.value, range)) return "agrees";
  return overlaps(range, computed.range) ? "within-rounding" : "disagrees";
}

/** 10, 100, 10⁴ apart: a unit or a point that slipped. */
function isPowerOfTen(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false;
  const power = Math.log10(Math.abs(a / b));
  return Math.abs(power) > 0.9 && Math.abs(power - Math.round(power)) < 0.003;
}

/** One-sided intervals: 超 is above, 以上 reaches it, 近 is at most a tenth below, 约 is about as much. */
function judgeOpen(figure: Figure, stated: StatedNumber, computed: Quantity): Judged["verdict"] {
  const value = toNumber(computed.value);
  const { low, high } = toInterval(computed.range);
  const limit = stated.value;
  const width = Math.abs(limit);
  const holds = (least: number, most: number): Judged["verdict"] => {
    if (value >= least && value <= most) return "agrees";
    return high >= least && low <= most ? "within-rounding" : "disagrees";
  };
  switch (figure.approximation) {
    case "above":
    case "more":
      return value > limit
        ? "agrees"
        : holds(limit, Infinity) === "disagrees"
          ? "disagrees"
          : "within-rounding";
    case "at-least":
      return holds(limit, Infinity);
    case "below":
      return value < limit
        ? "agrees"
        : holds(-Infinity, limit) === "disagrees"
          ? "disagrees"
          : "within-rounding";
    case "at-most":
      return holds(-Infinity, limit);
    case "near":
      return value >= limit
        ? value === limit
          ? "within-rounding"
          : "disagrees"
        : holds(limit - width * 0.12, limit);
    case "about":
    case null: {
      const range = rangeOf(stated);
      const wide = around(ratioOf(limit), toDecimal(width).times(0.05));
      return overlaps(wide, computed.range) || overlaps(range, computed.range)
        ? "agrees"
        : "disagrees";
    }
  }
}

/** An interval as it is shown: two places more than the statement has. */
export function shown(computed: Quantity, decimals: number): Interval {
  const places = Math.max(0, decimals) + 2;
  const { near } = computed;
  const low = near ? nearRound(near.low, near.error, places) : undefined;
  const high = near ? nearRound(near.high, near.error, places) : undefined;
  if (low !== undefined && high !== undefined) return { low, high };
  const exact = toInterval(computed.range);
  return { low: roundTo(exact.low, places), high: roundTo(exact.high, places) };
}

/** A computed value as it stands behind the equals sign. */
export function resultOf(computed: Quantity, decimals: number): string {
  const places = Math.max(0, decimals) + 2;
  const { near } = computed;
  const rounded = near ? nearRound(near.value, near.error, places) : undefined;
  return String(rounded ?? roundTo(toNumber(computed.value), places));
}
