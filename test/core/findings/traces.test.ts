import { describe, expect, test } from "@jest/globals";
import { evaluate, FINDING_CODES, formatAddress, formatFinding } from "../../../src/core/index.ts";
import type { Finding, FindingCode, Locale } from "../../../src/core/index.ts";
import { bookOfLines, findingsOf } from "../../support/lines.ts";
import { SMALL_BOOKS } from "../../support/small-books.ts";

const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];
/** What a sentence says where a value was not there to be put in. */
const PLACEHOLDER = /undefined|null|NaN|Infinity|\$\{|\[object|\{\w+\}/u;

function findingOf(code: FindingCode): Finding {
  const evaluated = evaluate({ book: SMALL_BOOKS[code], rulesFile: null, sheets: null });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.failure));
  const { findings } = evaluated.value;
  const finding = findings.find((one) => one.code === code);
  if (finding === undefined) {
    throw new Error(`no ${code} among ${findings.map((one) => one.code).join(", ")}`);
  }
  return finding;
}

/** Codes of cells in which no number stands that could be an operand. */
const WITHOUT_NUMBERS: ReadonlySet<FindingCode> = new Set([
  "missing-value",
  "text-number",
  "not-a-number",
  "formula-error",
  "formula-deviates",
  "external-link",
  "zone-missing",
  "period-conflict",
  // 下降-17.92%: text, of which nobody knows which half is meant.
  "sign-suspect",
]);

describe("every kind of finding opens to its trace", () => {
  test.each(FINDING_CODES)("%s: rule, cells, arithmetic and what would pass", (code) => {
    const finding = findingOf(code);
    const cells = finding.trace.operands.flatMap(({ at }) => (at === null ? [] : [at]));
    if (WITHOUT_NUMBERS.has(code)) expect(cells).toEqual([]);
    else expect(cells.length).toBeGreaterThan(0);
    for (const locale of LOCALES) {
      const text = formatFinding(finding, locale);
      const { title, message, rule, trace, arithmetic, passes, remedy } = text;
      const lines = [title, message, rule, arithmetic, passes, remedy, ...trace];
      for (const line of lines) {
        expect(line.trim()).not.toBe("");
        expect(line).not.toMatch(PLACEHOLDER);
      }
      // Each cell that takes part can be found on the page.
      const named = trace.join("\n");
      for (const at of cells.length > 0 ? cells : [finding.at]) {
        expect(named).toContain(formatAddress(at));
      }
      expect(trace.some((line) => line.includes(arithmetic))).toBe(true);
      expect(trace.some((line) => line.includes(passes))).toBe(true);
      if (text.rounding !== null) expect(named).toContain(text.rounding);
    }
  });

  test.each(FINDING_CODES)("%s is told in the language asked for", (code) => {
    const finding = findingOf(code);
    const own = (locale: Locale): string => {
      const { rule, arithmetic, rounding, passes, remedy } = formatFinding(finding, locale);
      return [rule, arithmetic, rounding ?? "", passes, remedy].join("\n");
    };
    // Role and label words are the sheet's own; sentences are not.
    expect(own("zh-CN")).toMatch(/\p{Script=Han}/u);
    expect(
      own("en-US").replace(/“[^”]*”|河津\S*|永济\S*|\p{Script=Han}+开发区|市场主体/gu, "")
    ).toMatch(/[a-z]{3}/u);
  });
});

describe("the arithmetic has the numbers of the sheet", () => {
  const ARITHMETIC: readonly (readonly [FindingCode, string, string | null])[] = [
    ["share-mismatch", "9.18 ÷ 177.53 × 100 = 5.1710", "四舍五入到 2 位小数为 5.17,表内 5.71"],
    ["difference-mismatch", "18.3 − 12.5 = 5.8", "四舍五入到 1 位小数为 5.8,表内 8.5"],
    ["remainder-mismatch", "22 − 8 = 14", "四舍五入到整数为 14,表内 15"],
    ["sum-mismatch", "14.26 + 8.66 + 20.51 = 43.43", "各数四舍五入的尾差合计不超过 0.02"],
    [
      "rank-mismatch",
      "5 个由高到低排,在它之前的有 1 个:1 + 1 = 2",
      "按显示的位数(1 位小数)比较,显示相同的视为并列",
    ],
    [
      "aggregate-out-of-range",
      "各成员最小 15.2,最大 20.1:25.3 > 20.1",
      "各数的末位均按四舍五入(1 位小数)留出半个末位,仍在范围之外",
    ],
    [
      "duplicate-entry",
      "两次填报的数相减:14.62 − 14.26 = 0.36",
      "按所写位数四舍五入(2 位小数)后仍不相同",
    ],
    [
      "cross-sheet-mismatch",
      "两处的数相减:14.62 − 14.26 = 0.36",
      "按所写位数四舍五入(2 位小数)后仍不相同",
    ],
    ["zone-missing", "所写的个数减实有行数:3 − 2 = 1", null],
    ["unit-conflict", "142600 ÷ 13.26 = 10754.1 ≈ 10^4", null],
    ["unit-suspect", "142600.00 ÷ 13.26 = 10754.1 ≈ 10^4; 142600.00 ÷ 10^4 = 14.26", null],
    ["sign-suspect", "“下降”已使正负号相反一次,负号又相反一次:-1 × (-17.92) = 17.92", null],
    ["zero-suspect", "(0 ÷ 13.26 − 1) × 100 = -100", null],
    ["missing-value", "已填的同类开发区占八成以上:5 ÷ 5 × 100 = 100.0 ≥ 80", null],
    ["stale-value", "用现在的数重算公式:C4+C5 = 5.23 ≠ 5.13", null],
    ["small-base", "30400.0 > 1000; 0.01 < 1", null],
    [
      "target-undecided",
      "先按存储值、再按显示值比较:16.96 < 17; 17 ≥ 17",
      "存储值 16.96 四舍五入显示为 17",
    ],
    [
      "precision-unsupported",
      "小数位数与参与计算的数能支持的位数比较:2 > 1",
      "四舍五入到 1 位小数为 5.8",
    ],
    [
      "shifted-rows",
      "先按本行、再按下一行的数推算:8.66 ÷ 177.53 × 100 = 4.8780 ≠ 11.55; 20.51 ÷ 177.53 × 100 = 11.5530 ≈ 11.55",
      null,
    ],
    ["rule-contradiction", "16 ≠ 17", null],
  ];
  test.each(ARITHMETIC)("%s", (code, arithmetic, rounding) => {
    const text = formatFinding(findingOf(code), "zh-CN");
    expect(text.arithmetic).toBe(arithmetic);
    expect(text.rounding).toBe(rounding);
  });
});

describe("a column with more decimals than its operands support", () => {
  const [finding] = findingsOf(
    bookOfLines(
      "开发区|税收收入完成(亿元)|税收收入上年同期(亿元)|税收收入同比增长(%)",
      "河津开发区|14|13|7.52",
      "永济开发区|9|8|12.41",
      "闻喜开发区|21|20|5.13"
    )
  );

  test.each<[Locale, string]>([
    ["zh-CN", "本列多写了小数:表内 7.52,按参与计算的数的位数可上下相差 8,只能支持整数"],
    [
      "en-US",
      "More decimals than the column can have: with the digits it is computed from, 7.52 may be off by 8 either way; they support 0 decimals",
    ],
  ])("is told with how far it may be off (%s)", (locale, message) => {
    if (finding === undefined) throw new Error("nothing told");
    const text = formatFinding(finding, locale);
    expect(text.message).toBe(message);
    expect(text.arithmetic).toContain("0.00 ~ 16.00; 2 > 0");
  });
});
