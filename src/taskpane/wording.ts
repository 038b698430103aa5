import type { Finding, Locale, TargetRule } from "../core/index.ts";
import {
  countDecimals,
  formatFinding,
  formatNeeded,
  measureLabel,
  roundTo,
} from "../core/index.ts";
import { getTexts } from "./texts.ts";

/** A finding in words. */
export interface FindingWords {
  /** Zone · indicator and measure; of a question about a whole column, without the zone. */
  readonly title: string;
  /** A few characters for the pill. */
  readonly verdict: string;
  readonly message: string;
  readonly rule: string;
  /** The arithmetic; where nothing is computed, how it was compared. */
  readonly arithmetic: string;
  /** The rounding step; null where digits do not matter. */
  readonly rounding: string | null;
  /** What would make it pass, where that is no range of values. */
  readonly passes: string;
  /** The target that applied, with its exceptions; null where none took part. */
  readonly target: string | null;
  /** What an unmet target still asks for; null where nothing can be said. */
  readonly needed: string | null;
  readonly remedy: string;
}

/** Sentences are wanted again with every rendering and every key typed into the filter. */
const worded: Readonly<Record<Locale, WeakMap<Finding, FindingWords>>> = {
  "zh-CN": new WeakMap(),
  "en-US": new WeakMap(),
};

export function wordFinding(finding: Finding, locale: Locale): FindingWords {
  const known = worded[locale].get(finding);
  if (known !== undefined) return known;
  const { message, rule, arithmetic, rounding, passes, remedy } = formatFinding(finding, locale);
  const words = {
    title: titleOf(finding, locale),
    verdict: getTexts(locale).verdict[finding.code],
    message,
    rule,
    arithmetic,
    rounding,
    passes,
    target: targetOf(finding, locale),
    needed: formatNeeded(finding, locale),
    remedy,
  };
  worded[locale].set(finding, words);
  return words;
}

function titleOf({ subject }: Finding, locale: Locale): string {
  const { zone, indicator, measure } = subject;
  // The value itself needs no word: 工业投资 is its 完成值.
  const measured = measure === null || measure === "actual" ? "" : measureLabel(measure, locale);
  const between = locale === "zh-CN" || indicator === null || measured === "" ? "" : ", ";
  const what = `${indicator ?? ""}${between}${measured}`;
  return [zone, what].filter((part) => part !== null && part !== "").join(" · ");
}

function targetOf(finding: Finding, locale: Locale): string | null {
  if (finding.code !== "target-unmet" && finding.code !== "target-mismatch") return null;
  const { rule } = finding.params;
  const texts = getTexts(locale);
  const value = (number: number): string =>
    texts.comparison[rule.comparison](withUnit(number, unitOf(rule)));
  const exceptions = rule.except.map(
    ({ zone, value: number }) => `${zone} ${withUnit(number, unitOf(rule))}`
  );
  if (rule.kind === "yes-no") return null;
  // 高于全省2个百分点: the number is what it comes to in this book.
  const isRelative = finding.code === "target-unmet" && rule.relativeTo !== null;
  const headline = isRelative ? finding.params.target : rule.value;
  return [`${rule.standing ?? ""} ${value(headline)}`.trim(), ...exceptions].join(texts.listed);
}

/** What a test was about; the test's own name where it has no word here. */
export function wordCheck(check: string, locale: Locale): string {
  const { tested } = getTexts(locale);
  return (tested as Readonly<Record<string, string | undefined>>)[check] ?? check;
}

/** Growth and share are in per cent where a rule names no unit. */
function unitOf({ unit, kind }: TargetRule): string | null {
  return unit ?? (kind === "rate" || kind === "share" ? "%" : null);
}

/** 16%, 2 亿元: with the digits it has and no others. */
export function withUnit(value: number, unit: string | null): string {
  return addUnit(showNumber(value, Math.min(countDecimals(value), 6)), unit);
}

export function addUnit(text: string, unit: string | null): string {
  if (unit === null) return text;
  return unit === "%" ? `${text}%` : `${text} ${unit}`;
}

/** A number with exactly so many places, and a minus sign as wide as a plus. */
export function showNumber(value: number, decimals: number): string {
  const rounded = roundTo(value, decimals);
  return (Object.is(rounded, -0) ? 0 : rounded).toFixed(decimals).replace("-", "−");
}
