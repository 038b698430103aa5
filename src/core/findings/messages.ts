import type { Finding } from "./finding.ts";
import type { Locale } from "./locale.ts";
import { formatEnglish } from "./messages.en-US.ts";
import { formatChinese } from "./messages.zh-CN.ts";
import type { FindingText } from "./wording.ts";

/** A finding in words: title, message, the rule it breaks, the trace line by line, and what to do. */
export function formatFinding(finding: Finding, locale: Locale): FindingText {
  return locale === "zh-CN" ? formatChinese(finding) : formatEnglish(finding);
}
