import { describe, expect, test } from "@jest/globals";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import type { FindingCode } from "../../../src/core/findings/finding.ts";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import { ruleOf } from "../../support/check-cases.ts";
import { tableOf } from "../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const LEVEL: ColumnLiteral = { of: "industrial-investment", measure: "actual", format: "0.00" };
const GROWTH: ColumnLiteral = { of: "industrial-investment", measure: "growth", format: "0.0" };
const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });
const total = (...cells: CellLiteral[]): RowLiteral => ({ name: "合计", role: "total", cells });
const RULE = ruleOf({ indicator: "industrial-investment", measure: "growth", value: 17 });

/** One table that gives a finding of each code (or several tables), and what is said of it. */
const CASES: readonly (readonly [FindingCode, readonly TableLiteral[], string, string])[] = [
  [
    "target-behind-pace",
    [
      {
        columns: [
          { of: "standard-land-area", measure: "actual", format: "0.0" },
          { of: "standard-land-area", measure: "target", unit: "亩", path: ["标准地", "年度目标"] },
        ],
        rows: [zone("晋城", 174.3, 600)],
      },
    ],
    "完成 174.3 亩,为年度目标 600 亩 的 29.05%,比序时进度 50.00% 落后 20.95 个百分点",
    "174.3 mu is 29.05% of the year's target of 600 mu, 20.95 percentage points behind the pace of 50.00%",
  ],
  [
    "target-undecided",
    [{ columns: [GROWTH], rows: [zone("永济", 16.96)] }],
    "存储值 16.96%,单元格显示 17%,与目标 17% 比较时两者结论不同",
    "The stored value is 16.96%, the cell shows 17%; against the target of 17% they give different verdicts",
  ],
  [
    "rate-mismatch",
    [
      {
        columns: [
          { of: "signed-projects", measure: "actual", path: ["签约一批", "个数"] },
          {
            of: "signed-projects-investment",
            measure: "actual",
            path: ["签约一批", "总投资"],
            format: "0.00",
          },
          { of: "signed-projects", measure: "done", unit: "个", path: ["签约一批", "已开工(个)"] },
          {
            of: "project-total-investment",
            measure: "done",
            path: ["签约一批", "已开工总投资"],
            format: "0.00",
          },
          {
            of: "starting-rate",
            measure: "rate",
            unit: "%",
            path: ["签约一批", "开工率(按个数)"],
          },
        ],
        rows: [zone("晋城", 39, 159.71, 32, 145.66, "91.2")],
      },
    ],
    "表内 91.2%,按个数 32 ÷ 39 应为 82.1%;按投资额(145.66 ÷ 159.71)则吻合",
    "91.2% is stated; by number 32 ÷ 39 gives 82.1%; by investment (145.66 ÷ 159.71) it fits",
  ],
  [
    "rank-mismatch",
    [
      {
        columns: [
          GROWTH,
          { ...GROWTH, measure: "rank", unit: "位", format: "0", path: ["工业投资", "增速位次"] },
        ],
        rows: [zone("甲", 20, 1), zone("乙", 19, 3), zone("丙", 18, 3)],
      },
    ],
    "表内第 3 位,按同比增速 19.0 由高到低在 3 个中应为第 2 位",
    "Rank 3 is stated; growth, year on year 19.0 ranks 2 of 3, highest first",
  ],
  [
    "order-violation",
    [
      {
        columns: [
          { of: "market-entities", measure: "actual" },
          { of: "new-market-entities", measure: "actual" },
        ],
        rows: [zone("河津", 500, 7657)],
      },
    ],
    "新增市场主体 7657 户 大于市场主体 500 户",
    "新增市场主体 7657 entities exceeds 市场主体 500 entities",
  ],
  [
    "aggregate-out-of-range",
    [{ columns: [GROWTH], rows: [zone("甲", 18), zone("乙", 20), total(25)] }],
    "表内 25.0%,不在 2 个成员的 18.0% 至 20.0% 之间",
    "25.0% is stated, outside the 18.0% to 20.0% of its 2 members",
  ],
  [
    "cumulative-decrease",
    [
      {
        columns: [
          { ...LEVEL, period: { kind: "cumulative", year: 2023, months: 5 } },
          { ...LEVEL, period: { kind: "cumulative", year: 2023, months: 6 } },
        ],
        rows: [zone("甲", 5.32, 5)],
      },
    ],
    "累计 5.00 亿元,小于前期累计 5.32 亿元",
    "The cumulative 5.00 hundred million yuan is less than the 5.32 hundred million yuan before it",
  ],
  [
    "remainder-mismatch",
    [
      {
        columns: [
          { of: "good-deeds", measure: "actual", path: ["办实事", "总数"] },
          { of: "good-deeds", measure: "done", unit: "件" },
          { of: "good-deeds", measure: "remaining", unit: "件" },
        ],
        rows: [zone("晋城", 22, 8, 15)],
      },
    ],
    "表内 15,总数减已完成 22 − 8 应为 14 件",
    "15 is stated; total less done, 22 − 8, gives 14 items",
  ],
  [
    "cross-sheet-mismatch",
    [
      { columns: [LEVEL], rows: [zone("甲", 14.26), zone("乙", 3)] },
      { sheet: "汇总", columns: [LEVEL], rows: [zone("甲", 14.62), zone("乙", 3)] },
    ],
    "表内 14.62,“经济指标”为 14.26;疑似数字颠倒",
    '14.62 here, 14.26 in "经济指标"; two digits may be swapped',
  ],
  [
    "integer-infeasible",
    [
      {
        columns: [
          { of: "large-industrial-enterprises", measure: "actual" },
          { of: "large-industrial-enterprises", measure: "share" },
        ],
        rows: [zone("晋城", 7, "74")],
      },
    ],
    "7 个占 74%,没有一个整数总数能得出(7 ÷ 9 为 78%,7 ÷ 10 为 70%)",
    "7 cannot be 74% of any whole number (7 ÷ 9 is 78%, 7 ÷ 10 is 70%)",
  ],
  [
    "residual-implausible",
    [
      {
        columns: [LEVEL],
        rows: [
          zone("甲", 109.24),
          total(109.24),
          { name: "全市", reference: "city", cells: [100] },
        ],
      },
    ],
    "疑为此格有误(填 100.00)。C6:各开发区之和大于全市:全市减开发区为 -9.24 亿元",
    "This cell seems wrong (it says 100.00). C6: The zones exceed 全市: 全市 less the zones is -9.24 hundred million yuan",
  ],
  [
    "small-base",
    [
      {
        columns: [
          { of: "tax-revenue", measure: "actual", format: "0.00" },
          { of: "tax-revenue", measure: "prior", format: "0.00" },
          { of: "tax-revenue", measure: "growth", format: "0.0" },
        ],
        rows: [zone("甲", 3, 0.01, 29900)],
      },
    ],
    "增速 29900.0% 由很小的基数 0.01 亿元 得出",
    "A growth of 29900.0% from a very small base, 0.01 hundred million yuan",
  ],
  [
    "zone-missing",
    [
      {
        columns: [LEVEL],
        rows: [zone("甲", 1), zone("乙", 2), { name: "3个开发区", role: "total", cells: [3] }],
      },
    ],
    "表内写 3 个开发区,实有 2 行",
    "3 development zones are stated; there are 2 rows",
  ],
  [
    "period-conflict",
    [
      {
        columns: [{ ...LEVEL, period: { kind: "cumulative", year: 2023, months: 5 } }],
        rows: [zone("甲", 1)],
      },
    ],
    "标题时期为 2023年1-6月,表头为 2023年1-5月",
    "The title says Jan–Jun 2023, the header Jan–May 2023",
  ],
];

describe("a finding of a relation is said in both languages", () => {
  test.each(CASES)("%s", (code, literals, chinese, english) => {
    const { findings } = evaluateTables(
      literals.map((literal) => tableOf(literal)),
      [RULE]
    );
    const finding = findings.find((one) => one.code === code);
    if (finding === undefined) throw new Error(`no ${code}`);
    expect(formatFinding(finding, "zh-CN").message).toBe(chinese);
    expect(formatFinding(finding, "en-US").message).toBe(english);
    for (const locale of ["zh-CN", "en-US"] as const) {
      const { title, rule, remedy, trace } = formatFinding(finding, locale);
      expect([title, rule, remedy, ...trace].filter((text) => text === "")).toEqual([]);
    }
  });
});
