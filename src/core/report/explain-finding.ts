import type { Finding, FindingCode } from "../findings/finding.ts";
import { codeLabel } from "../findings/labels.ts";
import type { Locale } from "../findings/locale.ts";
import { formatFinding } from "../findings/messages.ts";
import { formatAddress, formatArea } from "../workbook/address.ts";

/** More cells than this are counted: nobody goes through sixty of them by hand. */
const SHOWN = 12;

const WORDS = {
  "zh-CN": {
    rule: "规则:",
    here: "本格另有:",
    follows: "由此引起的还有:",
    remedy: "办法:",
    listed: "、",
    more: (left: number) => ` 等,另有 ${left} 处`,
  },
  "en-US": {
    rule: "Rule: ",
    here: "Also here: ",
    follows: "Also follows from this: ",
    remedy: "To do: ",
    listed: ", ",
    more: (left: number) => ` and ${left} more`,
  },
} as const;

/** Why a verdict was given, line by line: the rule, operands with their cells, arithmetic, what follows, what to do. */
export function explainFinding(finding: Finding, locale: Locale): readonly string[] {
  const words = WORDS[locale];
  const { message, rule, trace, remedy } = formatFinding(finding, locale);
  const own = formatAddress(finding.at);
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (const { code, at } of finding.consequences) {
    const label = codeLabel(code as FindingCode, locale);
    const cell = at.sheet === finding.at.sheet ? formatArea(at.area) : formatAddress(at);
    // What else was found at the cell itself does not follow from it.
    if (formatAddress(at) === own) here.push(label);
    // The message names the first few.
    else if (!message.includes(`${cell} ${label}`)) elsewhere.push(`${cell} ${label}`);
  }
  const list = (label: string, names: readonly string[]): readonly string[] => {
    if (names.length === 0) return [];
    const left = names.length - SHOWN;
    return [
      `${label}${names.slice(0, SHOWN).join(words.listed)}${left > 0 ? words.more(left) : ""}`,
    ];
  };
  return [
    `${words.rule}${rule}`,
    ...trace,
    ...list(words.here, here),
    ...list(words.follows, elsewhere),
    `${words.remedy}${remedy}`,
  ];
}
