import type { Address } from "../workbook/address.ts";
import { formatAddress, formatArea } from "../workbook/address.ts";
import type { Finding, FindingCode, Hint } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import { codeLabel } from "./labels.ts";
import type { Locale } from "./locale.ts";

/** More cells than this are counted, not named. */
const NAMED = 6;

interface Words {
  readonly listed: string;
  readonly within: string;
  readonly hints: Readonly<Record<Hint, string>>;
  elsewhere(value: string, range: string | null, tested: string, hint: string): string;
  range(low: string, high: string): string;
  follows(cells: string): string;
  others(cells: string): string;
  more(count: number): string;
  readonly cut: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    listed: "、",
    within: "与",
    hints: {
      "digits-swapped": ",疑似数字颠倒",
      "point-moved": ",疑似小数点错位",
      "minus-lost": ",疑似漏写负号",
      "unit-slip": ",疑似万、亿错位",
      truncated: ",似为去尾",
    },
    elsewhere: (value, range, tested, hint) =>
      range === null
        ? `疑为此格有误(填 ${value}${hint})。${tested}:`
        : `此格填 ${value},改为 ${range} 则相关各项都能吻合${hint}。${tested}:`,
    range: (low, high) => `${low} 至 ${high}`,
    follows: (cells) => `;由此引起:${cells}`,
    others: (cells) => `也可能有误(改其中一处同样能吻合):${cells}`,
    more: (count) => ` 等 ${count} 处`,
    cut: ";多处矛盾相互牵连,不能判断哪一格有误,逐项列出",
  },
  "en-US": {
    listed: ", ",
    within: " with ",
    hints: {
      "digits-swapped": "; digits swapped?",
      "point-moved": "; decimal point moved?",
      "minus-lost": "; minus lost?",
      "unit-slip": "; 万 and 亿 mixed up?",
      truncated: "; cut off instead of rounded?",
    },
    elsewhere: (value, range, tested, hint) =>
      range === null
        ? `This cell seems wrong (it says ${value}${hint}). ${tested}: `
        : `This cell says ${value}; with ${range} all that depends on it agrees${hint}. ${tested}: `,
    range: (low, high) => `${low} to ${high}`,
    follows: (cells) => `; follows from this: ${cells}`,
    others: (cells) => `May as well be at fault (a change of one of them would do): ${cells}`,
    more: (count) => ` … (${count} in all)`,
    cut: "; too many contradictions hang together to say which cell is wrong, so all are listed",
  },
};

/** What the cell at fault has to do with the test that failed, before its message; and what follows from it, after it. */
export function aroundMessage(
  finding: Finding,
  locale: Locale
): { readonly before: string; readonly after: string } {
  const words = WORDS[locale];
  const { cause } = finding;
  const after = [followsText(finding, locale)];
  if (cause?.kind === "search-cut") after.push(words.cut);
  if (cause?.kind !== "elsewhere") return { before: "", after: after.join("") };
  const { decimals, hint, tested } = cause;
  const stated =
    typeof finding.stated === "number"
      ? formatFixed(finding.stated, decimals)
      : String(finding.stated);
  const range = valuesText(finding.expected, decimals, words);
  const before = words.elsewhere(
    stated,
    range,
    cellText(tested.at, finding.at.sheet),
    hint === null ? "" : words.hints[hint]
  );
  return { before, after: after.join("") };
}

/** The finding of the test itself, where it is told at another cell. */
export function asTested(finding: Finding): Finding {
  return finding.cause?.kind === "elsewhere" ? { ...finding, ...finding.cause.tested } : finding;
}

/** The other cells a trace names: where the arithmetic cannot tell which is at fault. */
export function othersText(
  { alternatives, at }: Pick<Finding, "alternatives" | "at">,
  locale: Locale
): string | null {
  if (alternatives.length === 0) return null;
  const words = WORDS[locale];
  const sets = alternatives.map((set) =>
    set.map((one) => cellText(one, at.sheet)).join(words.within)
  );
  return words.others(someOf(sets, words));
}

function followsText(finding: Finding, locale: Locale): string {
  const { consequences, at, cause } = finding;
  // The tested cell is in the sentence already.
  const tested = cause?.kind === "elsewhere" ? cause.tested.at : null;
  const own = formatAddress(at);
  const rest = consequences.filter((one) => one.at !== tested && formatAddress(one.at) !== own);
  if (rest.length === 0) return "";
  const cells = rest.map(
    (one) => `${cellText(one.at, at.sheet)} ${codeLabel(one.code as FindingCode, locale)}`
  );
  return WORDS[locale].follows(someOf(cells, WORDS[locale]));
}

function someOf(names: readonly string[], words: Words): string {
  const shown = names.slice(0, NAMED).join(words.listed);
  return names.length > NAMED ? `${shown}${words.more(names.length)}` : shown;
}

function cellText(address: Address, sheet: string): string {
  return address.sheet === sheet ? formatArea(address.area) : formatAddress(address);
}

/** The values that would do, as they would be printed: one, or the smallest and the largest. */
function valuesText(expected: Finding["expected"], decimals: number, words: Words): string | null {
  if (expected === null || expected.low === null || expected.high === null) return null;
  const unit = 10 ** decimals;
  const low = Math.ceil(expected.low * unit - 1e-6) / unit;
  const high = Math.floor(expected.high * unit + 1e-6) / unit;
  if (low > high) return formatFixed((expected.low + expected.high) / 2, decimals);
  return low === high
    ? formatFixed(low, decimals)
    : words.range(formatFixed(low, decimals), formatFixed(high, decimals));
}
