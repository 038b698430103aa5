import type { FindingCode } from "../../src/core/findings/finding.ts";
import type { Book, Sheet } from "../../src/core/workbook/book.ts";
import type { GridCell } from "./grid.ts";
import { bookOf, sheetOf } from "./grid.ts";

const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";
const UNIT = "单位:亿元、%";

/** A cell as it is typed: 14.26, #REF!, '12 (a text), =B4+B5→12 (a formula and its cached value), 16.96~0 (a format). */
function cellOf(text: string): GridCell {
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  if (/^#(?:REF!|DIV\/0!|NAME\?)$/u.test(text)) return { error: text };
  const formula = /^(=.*)→(.*)$/u.exec(text);
  if (formula !== null) return { f: formula[1] ?? "", v: Number(formula[2]) };
  const formatted = /^(-?[\d.]+)~(.+)$/u.exec(text);
  if (formatted !== null) return { v: Number(formatted[1]), nf: formatted[2] ?? "" };
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

const cells = (line: string): readonly GridCell[] => line.split("|").map(cellOf);

function sheet(name: string, lines: readonly string[], title = TITLE): Sheet {
  return sheetOf(name, [[title], [UNIT], ...lines.map(cells)]);
}

function book(...lines: readonly string[]): Book {
  return bookOf(sheet("经济指标", lines));
}

function withRules(lines: readonly string[], rules: readonly string[]): Book {
  const head = "指标|口径|适用|比较|目标值|单位|类型|档次|来源|期间|级别|备注";
  return bookOf(sheet("经济指标", lines), sheetOf("目标规则", [head, ...rules].map(cells)));
}

const LEVELS = "开发区|工业投资完成(亿元)";
const GROWN = "开发区|税收收入完成(亿元)|税收收入上年同期(亿元)|税收收入同比增长(%)";
const NOW_AND_THEN = "开发区|工业投资完成(亿元)|工业投资上年同期(亿元)";
const GROWTHS = [
  "开发区|工业投资同比增长(%)",
  "河津开发区|20.1",
  "永济开发区|15.2",
  "闻喜开发区|18.3",
];
const RULE = "工业投资|同比|全部|不低于|17|%|增速|考核|省定||提示|";

/** For every kind of finding a small workbook that gives one. */
export const SMALL_BOOKS: Readonly<Record<FindingCode, Book>> = {
  "target-unmet": withRules(GROWTHS, [RULE]),
  "target-behind-pace": book(
    "开发区|标准地出让面积(亩)|标准地年度目标(亩)",
    "河津开发区|174.3|600",
    "永济开发区|320.5|600",
    "闻喜开发区|330.5|600"
  ),
  "target-undecided": withRules(
    ["开发区|工业投资同比增长(%)", "河津开发区|16.96~0.0", "永济开发区|18.2~0.0"],
    [RULE]
  ),
  "target-mismatch": withRules(
    [
      "开发区|工业投资同比增长(%)|工业投资增速目标(%)",
      "河津开发区|20.1|17",
      "永济开发区|18.2|17",
      "闻喜开发区|18.3|17",
    ],
    [RULE, "工业投资|同比|河津开发区|不低于|16|%|增速|考核|省定||提示|"]
  ),
  "sum-mismatch": book(
    LEVELS,
    "河津开发区|14.26",
    "永济开发区|8.66",
    "闻喜开发区|20.51",
    "合计|45.43"
  ),
  "share-mismatch": book(
    "开发区|工业投资完成(亿元)|占全市比重(%)",
    "河津开发区|14.26|8.03",
    "永济开发区|8.66|4.88",
    "闻喜开发区|20.51|11.55",
    "稷山开发区|9.18|5.71",
    "全市|177.53|"
  ),
  "growth-mismatch": book(
    GROWN,
    "河津开发区|11.25|10.13|11.1",
    "永济开发区|9.42|9.87|-4.6",
    "闻喜开发区|7.31|6.55|11.6",
    "稷山开发区|5.18|4.76|9.9"
  ),
  "difference-mismatch": book(
    "开发区|工业投资同比增长(%)|与全市比(百分点)",
    "河津开发区|20.1|7.6",
    "永济开发区|15.2|2.7",
    "闻喜开发区|18.3|8.5",
    "全市|12.5|"
  ),
  "rate-mismatch": book(
    "开发区|签约项目个数(个)|签约项目已开工(个)|签约项目开工率(按个数)(%)",
    "河津开发区|20|13|65",
    "永济开发区|40|25|62.5",
    "闻喜开发区|30|21|77",
    "稷山开发区|25|13|52"
  ),
  "verdict-mismatch": book(
    "开发区|工业投资同比增长(%)|目标(%)|是否达到目标",
    "河津开发区|20.1|17|是",
    "永济开发区|15.2|17|是",
    "闻喜开发区|18.3|17|是"
  ),
  "rank-mismatch": book(
    "开发区|工业投资同比增长(%)|增速位次",
    "河津开发区|20.1|1",
    "永济开发区|15.2|4",
    "闻喜开发区|18.3|3",
    "稷山开发区|16.3|3",
    "新绛开发区|12.3|5"
  ),
  "order-violation": book(
    "开发区|市场主体(户)|新增市场主体(户)",
    "河津开发区|500|7657",
    "永济开发区|900|65",
    "闻喜开发区|800|76"
  ),
  "aggregate-out-of-range": book(
    "开发区|工业投资同比增长(%)",
    "河津开发区|20.1",
    "永济开发区|15.2",
    "合计|25.3"
  ),
  "cumulative-decrease": book(
    "开发区|1-5月工业投资(亿元)|1-6月工业投资(亿元)",
    "河津开发区|5.32|5.01",
    "永济开发区|6.11|7.42",
    "闻喜开发区|6.31|7.92"
  ),
  "remainder-mismatch": book(
    "开发区|专项审计问题总数(个)|已完成(个)|剩余(个)",
    "河津开发区|22|8|15",
    "永济开发区|30|21|9",
    "闻喜开发区|30|20|10"
  ),
  "cross-sheet-mismatch": bookOf(
    sheet("经济指标", [LEVELS, "河津开发区|14.26", "永济开发区|8.66", "闻喜开发区|20.51"]),
    sheet("汇总", [LEVELS, "河津开发区|14.62", "永济开发区|8.66", "闻喜开发区|20.51"])
  ),
  "integer-infeasible": book(
    "开发区|规上工业企业(户)|占全市比重(%)",
    "河津开发区|7|74",
    "永济开发区|9|75",
    "闻喜开发区|9|60"
  ),
  "residual-implausible": book(
    LEVELS,
    "河津开发区|60.24",
    "永济开发区|49.31",
    "合计|109.55",
    "全市|100.02"
  ),
  "small-base": book(
    GROWN,
    "河津开发区|3.05|0.01|30400",
    "永济开发区|9.42|9.87|-4.6",
    "闻喜开发区|7.31|6.55|11.6"
  ),
  "zone-missing": book(LEVELS, "河津开发区|14.26", "永济开发区|8.66", "3个开发区合计|22.92"),
  "period-conflict": bookOf(sheet("2023年1-5月", [LEVELS, "河津开发区|14.26", "永济开发区|8.66"])),
  "unit-conflict": book(
    NOW_AND_THEN,
    "河津开发区|142600|13.26",
    "永济开发区|86600|8.11",
    "闻喜开发区|205100|19.53",
    "稷山开发区|91800|8.42"
  ),
  "unit-suspect": book(
    NOW_AND_THEN,
    "河津开发区|142600|13.26",
    "永济开发区|8.66|8.11",
    "闻喜开发区|20.51|19.53",
    "稷山开发区|9.18|8.42"
  ),
  "precision-unsupported": book(
    "开发区|工业投资同比增长(%)|与全市比(百分点)",
    "河津开发区|20.1|7.60",
    "永济开发区|15.2|2.70",
    "闻喜开发区|18.3|5.79",
    "全市|12.5|"
  ),
  "missing-value": book(
    LEVELS,
    "河津开发区|14.26",
    "永济开发区|8.66",
    "闻喜开发区|20.51",
    "稷山开发区|",
    "新绛开发区|12.07",
    "绛县开发区|6.43"
  ),
  "text-number": book(
    LEVELS,
    "河津开发区|'14.26 ",
    "永济开发区|8.66",
    "闻喜开发区|20.51",
    "稷山开发区|9.18"
  ),
  "not-a-number": book(LEVELS, "河津开发区|约12", "永济开发区|8.66", "闻喜开发区|20.51"),
  "formula-error": book(LEVELS, "河津开发区|#REF!", "永济开发区|8.66", "闻喜开发区|20.51"),
  "duplicate-entry": book(
    "开发区|工业投资完成(亿元)|税收收入完成(亿元)",
    "河津开发区|14.26|3.11",
    "永济开发区|8.66|2.12",
    "河津开发区|14.62|3.11"
  ),
  "sign-suspect": book(
    GROWTHS[0] ?? "",
    "河津开发区|下降-17.92%",
    "永济开发区|15.2",
    "闻喜开发区|18.3"
  ),
  "zero-suspect": book(
    NOW_AND_THEN,
    "河津开发区|0|13.26",
    "永济开发区|8.66|8.11",
    "闻喜开发区|20.51|19.53",
    "稷山开发区|9.18|8.42"
  ),
  "repeated-values": book(
    NOW_AND_THEN,
    "河津开发区|13.26|13.26",
    "永济开发区|8.11|8.11",
    "闻喜开发区|19.53|19.53",
    "稷山开发区|9.18|8.42"
  ),
  "shifted-rows": book(
    "开发区|工业投资完成(亿元)|占全市比重(%)",
    "河津开发区|14.26|8.03",
    "永济开发区|8.66|11.55",
    "闻喜开发区|20.51|5.17",
    "稷山开发区|9.18|6.80",
    "新绛开发区|12.07|3.62",
    "绛县开发区|6.43|3.62",
    "全市|177.53|"
  ),
  "formula-deviates": book(
    "开发区|工业投资完成(亿元)|工业投资计划(亿元)|完成率(%)",
    "河津开发区|14.26|20|=B4/C4*100→71.3",
    "永济开发区|8.66|20|=B5/C5*100→43.3",
    "闻喜开发区|20.52|20|=B6/C6*100→102.6",
    "稷山开发区|9.18|20|=B7/C7*100→45.9",
    "新绛开发区|12.08|20|60.4"
  ),
  "external-link": book(
    LEVELS,
    "河津开发区|=[5月报表.xlsx]开发区!C5→14.26",
    "永济开发区|8.66",
    "闻喜开发区|20.51"
  ),
  "stale-value": {
    ...book(
      "开发区|工业投资完成(亿元)|税收收入完成(亿元)",
      "河津开发区|14.26|3.11",
      "永济开发区|8.66|2.12",
      "合计|=B4+B5→22.92|=C4+C5→5.13"
    ),
    calculation: "manual",
  },
  "rule-contradiction": withRules(GROWTHS, [
    RULE,
    "工业投资|同比|全部|不低于|16|%|增速|考核|省定||提示|",
  ]),
  "rule-redundant": withRules(GROWTHS, [RULE, RULE]),
  "rule-never-fires": withRules(GROWTHS, [
    RULE,
    "税收收入|同比|全部|不低于|9|%|增速|考核|省定||提示|",
  ]),
  "rule-unknown-name": withRules(GROWTHS, [
    RULE,
    "工业投资|同比|河律开发区|不低于|16|%|增速|考核|省定||提示|",
  ]),
};
