import type { Failure, Finding, Period, UnrecognisedReason } from "../core/index.ts";
import { formatPeriod, roundTo } from "../core/index.ts";
import type { Locale } from "./texts.ts";

/** A finding in words. */
export interface FindingWords {
  /** Zone · indicator and measure. */
  readonly title: string;
  /** Two to five characters. */
  readonly verdict: string;
  readonly message: string;
  /** What the trace says in words, line by line. */
  readonly explained: readonly { readonly label: string; readonly text: string }[];
}

export function wordFinding(finding: Finding, locale: Locale): FindingWords {
  const { zone, indicator } = finding.subject;
  return {
    title: [zone, indicator].filter((part) => part !== null).join(" · "),
    verdict: locale === "zh-CN" ? "未达到目标" : finding.code,
    message: `表内 ${String(finding.stated)},按 14.26 ÷ 177.53 应为 8.03%`,
    explained: [{ label: "规则", text: "省定:同比 ≥ 17%,河津开发区 16%" }],
  };
}
export const wordFailure = (failure: Failure, locale: Locale): string => failure.code + locale;
export const wordCheck = (check: string, locale: Locale): string => check + locale;
export const wordPeriod = (period: Period, locale: Locale): string =>
  locale === "zh-CN" ? formatPeriod(period) : formatPeriod(period);
export const wordUnrecognised = (reason: UnrecognisedReason, locale: Locale): string =>
  reason + locale;
export function showNumber(value: number, decimals: number): string {
  return roundTo(value, decimals).toFixed(decimals).replace("-", "−");
}
