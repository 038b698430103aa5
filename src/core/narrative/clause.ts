import { countDecimals, roundTo, subtract, toDecimal } from "../model/decimal.ts";
import { findDirection } from "./direction.ts";

/** What a clause of a report says of one indicator. Rates in percent as printed: -17.92 is -17.92%. */
export interface ClauseParts {
  readonly indicator: string;
  readonly value: number;
  /** 亿元, 户, %; "" for none. */
  readonly unit: string;
  /** On the same period last year: percent, or points where the value is a rate itself. */
  readonly growth: number | null;
  /** The rate compared with: a growth, or a rate where the value is one. */
  readonly reference: { readonly name: string; readonly rate: number } | null;
  /** Of the value where it is a rate or has no growth, else of the growth. At least this is met. */
  readonly target: number | null;
}

/**
 * An indicator's clause in the set phrases of a bulletin:
 * 工业投资完成109.24亿元,同比下降17.92%,比全市(-7.8%)低10.1个百分点,未达到17%目标值.
 * A difference stands at the place of its coarser operand, since more digits than that are not known.
 */
export function formatClause(parts: ClauseParts): string {
  const { value, unit, growth, reference, target } = parts;
  const isRate = unit === "%";
  const compared = isRate ? value : growth;
  return [
    `${parts.indicator.replace(/完成$/u, "")}${isRate ? "为" : "完成"}${printed(value)}${unit}`,
    growth === null ? null : growthWords(growth, isRate),
    reference === null || compared === null
      ? null
      : referenceWords(compared, reference.name, reference.rate),
    target === null
      ? null
      : compared === null
        ? targetWords(value, target, unit)
        : targetWords(compared, target, "%"),
  ]
    .filter((words) => words !== null)
    .join(",");
}

/** 增长 and 下降 by the sign, the number without it; a rate rises by points. */
export function growthWords(growth: number, isRate: boolean): string {
  const direction = findDirection(growth, countDecimals(shown(growth)));
  if (direction === "level") return "同比持平";
  if (direction === "nearly") return "同比基本持平";
  const size = printed(Math.abs(growth));
  if (isRate) return `同比${direction === "up" ? "提高" : "下降"}${size}个百分点`;
  return `同比${direction === "up" ? "增长" : "下降"}${size}%`;
}

/** 比全市(-7.8%)低10.1个百分点. A difference that vanishes at its place is 基本持平, never 高0个百分点. */
export function referenceWords(rate: number, name: string, reference: number): string {
  const places = Math.min(countDecimals(shown(rate)), countDecimals(shown(reference)));
  const exact = subtract(rate, reference);
  const direction = findDirection(exact, places);
  const whom = `${name}(${printed(reference)}%)`;
  if (direction === "level") return `与${whom}持平`;
  if (direction === "nearly") return `与${whom}基本持平`;
  const size = printed(Math.abs(roundTo(exact, places)));
  return `比${whom}${direction === "up" ? "高" : "低"}${size}个百分点`;
}

export function targetWords(value: number, target: number, unit: string): string {
  const isMet = subtract(value, target) >= 0;
  return `${isMet ? "达到" : "未达到"}${printed(target)}${unit}目标值`;
}

/** More places than a report prints are a formula's, and are cut to two. */
const MOST_PLACES = 4;

function shown(value: number): number {
  return countDecimals(value) > MOST_PLACES ? roundTo(value, 2) : value;
}

function printed(value: number): string {
  const number = shown(value);
  return number === 0 ? "0" : toDecimal(number).toFixed();
}
