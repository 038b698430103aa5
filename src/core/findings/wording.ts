import { countDecimals, roundTo } from "../model/decimal.ts";
import { formatAddress, formatArea } from "../workbook/address.ts";
import type { Area } from "../workbook/address.ts";
import type { Finding, Hint, Operand } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import type { Locale } from "./locale.ts";

/** What is said of a finding. `trace` goes line by line: operands, arithmetic, allowed range, what would make it pass. */
export interface FindingText {
  readonly title: string;
  readonly message: string;
  /** The rule in one sentence. */
  readonly rule: string;
  readonly trace: readonly string[];
  /** The arithmetic with its numbers; where nothing is computed, how it was compared. */
  readonly arithmetic: string;
  /** The rounding step; null where digits do not matter. */
  readonly rounding: string | null;
  /** What would make it pass. */
  readonly passes: string;
  readonly remedy: string;
}

const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map([
  ["元", "yuan"],
  ["万元", "ten thousand yuan"],
  ["亿元", "hundred million yuan"],
  ["万美元", "ten thousand US dollars"],
  ["亿美元", "hundred million US dollars"],
  ["平方米", "m²"],
  ["万平方米", "ten thousand m²"],
  ["亩", "mu"],
  ["公顷", "hectares"],
  ["户", "entities"],
  ["家", "enterprises"],
  ["个", "items"],
  ["项", "items"],
  ["件", "items"],
  ["宗", "plots"],
  ["吨", "tonnes"],
  ["万吨", "ten thousand tonnes"],
  ["位", "(rank)"],
  ["个百分点", "percentage points"],
]);

/** A unit's name in the language of the sentence. */
export function unitName(unit: string, locale: Locale): string {
  return locale === "zh-CN" ? unit : (ENGLISH_UNITS.get(unit) ?? unit);
}

/** A number with its unit: 16.00%, 14.26 亿元. */
export function amount(
  value: number,
  decimals: number,
  unit: string | null,
  locale: Locale
): string {
  const digits = formatFixed(value, decimals);
  if (unit === null) return digits;
  return unit === "%" || unit === "‰" ? `${digits}${unit}` : `${digits} ${unitName(unit, locale)}`;
}

export function operandText(operand: Operand, locale: Locale): string {
  return amount(operand.value, operand.decimals, operand.unit, locale);
}

/** A target as people say it, without digits it does not have: 16%. */
export function targetText(value: number, unit: string | null, locale: Locale): string {
  return amount(value, countDecimals(value), unit === "个百分点" ? "%" : unit, locale);
}

/** The unit of a difference: of two rates it is points. */
export function differenceUnit(unit: string | null): string | null {
  return unit === "%" ? "个百分点" : unit;
}

export function findOperand(finding: Finding, role: string): Operand | undefined {
  return finding.trace.operands.find((operand) => operand.role === role);
}

export function cellsText(areas: readonly Area[]): string {
  const shown = areas.slice(0, 5).map(formatArea).join("、");
  return areas.length > 5 ? `${shown} …` : shown;
}

export function isWholeColumn(finding: Finding): boolean {
  return finding.at.area.rows * finding.at.area.columns > 1;
}

/** "河津 工业投资 完成(经济指标!C5)": where a number of the arithmetic stands. */
export function placeText(operand: Operand, locale: Locale): string {
  if (operand.at === null) return operand.label;
  const address = formatAddress(operand.at);
  if (operand.label === "") return address;
  return locale === "zh-CN" ? `${operand.label}(${address})` : `${operand.label} (${address})`;
}

/** The smallest and largest value that would do; null where there is no such range. */
export function expectedText(finding: Finding, locale: Locale): string | null {
  const { expected, trace } = finding;
  if (expected === null) return null;
  const { low, high } = expected;
  const digits = (value: number): string =>
    formatFixed(
      value,
      Math.min(
        12,
        // A total may be off by half digits; what is finer than that is binary noise.
        Math.max(
          trace.decimals,
          finding.code === "sum-mismatch" ? countDecimals(roundTo(value, trace.decimals + 1)) : 0
        )
      )
    );
  if (low !== null && high !== null) {
    return digits(low) === digits(high) ? digits(low) : `${digits(low)} ~ ${digits(high)}`;
  }
  if (low !== null) return locale === "zh-CN" ? `不低于 ${digits(low)}` : `at least ${digits(low)}`;
  if (high !== null)
    return locale === "zh-CN" ? `不高于 ${digits(high)}` : `at most ${digits(high)}`;
  return null;
}

/** "32 ÷ 39": the first two numbers of a quotient. */
export function divisionText(finding: Finding): string {
  const [first, second] = finding.trace.operands;
  if (first === undefined || second === undefined) return "";
  return `${formatFixed(first.value, first.decimals)} ÷ ${formatFixed(second.value, second.decimals)}`;
}

/** "14520.00万元 ÷ 1000.0亩": the same with their units. */
export function quotientText(finding: Finding): string {
  return finding.trace.operands
    .slice(0, 2)
    .map(({ value, decimals, unit }) => `${formatFixed(value, decimals)}${unit ?? ""}`)
    .join(" ÷ ");
}

/** "工业增加值 ÷ 用地面积": what the columns are called that a number is held against, by their last headers. */
export function headsText({ subject, trace }: Finding, between: string): string {
  return trace.operands
    .slice(0, -1)
    .map(({ label }) => {
      const own = subject.zone ?? "";
      return own !== "" && label.startsWith(own) ? label.slice(own.length).trim() : label;
    })
    .join(between);
}

/** The slip a finding names; null where it names none. */
export function hintOf({ params }: Finding): Hint | null {
  return "hint" in params ? params.hint : null;
}
