import type { Finding } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import type { Locale } from "./locale.ts";
import type { TraceWords } from "./trace-words.ts";
import { ownPlace } from "./trace-numbers.ts";
import { TRACE_WORDS_EN } from "./trace-words.en-US.ts";
import { TRACE_WORDS_ZH } from "./trace-words.zh-CN.ts";
import { expectedText, operandText, placeText } from "./wording.ts";
import type { FindingText } from "./wording.ts";

const WORDS: Readonly<Record<Locale, TraceWords>> = {
  "zh-CN": TRACE_WORDS_ZH,
  "en-US": TRACE_WORDS_EN,
};

export type TraceText = Pick<FindingText, "trace" | "arithmetic" | "rounding" | "passes">;

/** Why a verdict was given, line by line: operands with their cells, arithmetic, rounding, what would make it pass. */
export function traceText(finding: Finding, locale: Locale): TraceText {
  const words = WORDS[locale];
  const { operands, allowed, decimals, arithmetic: sum } = finding.trace;
  // A relation that the form itself states is told by its own arithmetic and its own range.
  const isStated = finding.trace.relation !== undefined;
  const how = isStated ? null : words.howCompared(finding);
  const arithmetic = [how, sum]
    .filter((part) => part !== null)
    .join(locale === "zh-CN" ? ":" : ": ");
  const rounding = isStated ? null : words.roundingOf(finding);
  const passes = expectedText(finding, locale) ?? words.wouldPass(finding);
  const numbers = operands.map((operand) =>
    words.line(
      words.roles[operand.role] ?? operand.role,
      words.operand(operandText(operand, locale), placeText(operand, locale))
    )
  );
  const own = words.operand(ownPlace(finding), String(finding.stated ?? words.blank));
  const places = Math.min(12, decimals + 3);
  const trace = [
    ...(numbers.length > 0 ? numbers : [words.line(words.cell, own)]),
    words.line(sum === null ? words.compared : words.computed, arithmetic),
    // Counts and limits are one value: nothing was rounded.
    ...(allowed === null || allowed.low === allowed.high
      ? []
      : [words.allowed(formatFixed(allowed.low, places), formatFixed(allowed.high, places))]),
    ...(rounding === null ? [] : [words.line(words.rounded, rounding)]),
    words.line(words.passes, passes),
  ];
  return { trace, arithmetic, rounding, passes };
}
