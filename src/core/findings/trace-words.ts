import type { Finding } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import type { Locale } from "./locale.ts";
import { ownPlace } from "./trace-numbers.ts";
import { TRACE_WORDS_EN } from "./trace-words.en-US.ts";
import { TRACE_WORDS_ZH } from "./trace-words.zh-CN.ts";
import { expectedText, operandText, placeText } from "./wording.ts";
import type { FindingText } from "./wording.ts";

/** What one language has to say a trace with. */
export interface TraceWords {
  readonly roles: Readonly<Record<string, string | undefined>>;
  line(label: string, text: string): string;
  operand(text: string, place: string): string;
  /** Of a finding in whose trace no number takes part: its own cell. */
  readonly cell: string;
  /** Before arithmetic with numbers; before a sentence of how it was compared. */
  readonly computed: string;
  readonly compared: string;
  readonly rounded: string;
  readonly passes: string;
  allowed(low: string, high: string): string;
  readonly blank: string;
  /** How it was compared, beside the arithmetic or in its place; null where the arithmetic says it all. */
  readonly howCompared: (finding: Finding) => string | null;
  /** The rounding step; null where digits do not matter. */
  readonly roundingOf: (finding: Finding) => string | null;
  /** What would make it pass, where that is no range of values. */
  readonly wouldPass: (finding: Finding) => string;
}

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
