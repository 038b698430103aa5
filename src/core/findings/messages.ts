import { aroundMessage, asTested, othersText } from "./cause-words.ts";
import type { Finding } from "./finding.ts";
import type { Locale } from "./locale.ts";
import { formatEnglish } from "./messages.en-US.ts";
import { formatChinese } from "./messages.zh-CN.ts";
import type { FindingText } from "./wording.ts";

/** A finding in words: title, message, the rule it breaks, the trace line by line, and what to do. */
export function formatFinding(finding: Finding, locale: Locale): FindingText {
  const tested = asTested(finding);
  const text = locale === "zh-CN" ? formatChinese(tested) : formatEnglish(tested);
  const { before, after } = aroundMessage(finding, locale);
  const others = othersText(finding, locale);
  return {
    ...text,
    message: `${before}${text.message}${after}`,
    trace: others === null ? text.trace : [...text.trace, others],
  };
}
