import type { CaseCell, LayoutCase } from "../case.ts";

/** Name, weight; for each zone its target, what it reached, points and place. */
const INDICATORS: readonly (readonly [string, number, ...number[]])[] = [
  ["工业投资增速(%)", 30, 16, 18.2, 30, 1, 15, 15.1, 26.5, 2],
  ["规上工业增加值增速(%)", 30, 7, 7.4, 30, 1, 6, 6.5, 27.9, 2],
  ["新增规上工业企业(户)", 20, 8, 8, 16.5, 2, 10, 12, 20, 1],
  ["标准地出让(宗)", 20, 5, 6, 20, 1, 4, 4, 18.2, 2],
];

const sum = (column: string): string => `=SUM(${column}4:${column}7)`;

const rows: readonly (readonly CaseCell[])[] = [
  ["阳泉市开发区2023年度考核得分表"],
  ["指标", "权重", "平定", null, null, null, "盂县", null, null, null],
  [null, null, ...["目标值", "完成值", "得分", "排名"], ...["目标值", "完成值", "得分", "排名"]],
  ...INDICATORS,
  ["总分", sum("B"), null, null, 96.5, 1, null, null, 92.6, 2],
];

/** Layout 18: a score sheet. */
export const scoreSheet: LayoutCase = {
  name: "18-score-sheet",
  layout:
    "indicators with their weights down; target, value, points and rank of each zone across; 总分 adds up the points of all indicators",
  sheets: [
    {
      name: "考核",
      rows,
      merges: ["A1:J1", "A2:A3", "B2:B3", "C2:F2", "G2:J2"],
      formats: [
        ["E4:E8", "0.0"],
        ["I4:I8", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "考核",
      range: "A2:J8",
      orientation: "zones-in-columns",
      period: "2023",
      zones: ["平定", "盂县"],
      indicators: ["工业投资", "规上工业增加值", "新增规上工业企业", "标准地出让宗数", "总分"],
      data: ["B4:J8"],
    },
  ],
  // Growth without levels; of two places nobody can tell what they rank, where more than one thing orders them.
  notEvaluable: { "growth-mismatch": 4, "rank-mismatch": 6 },
  faults: [
    {
      cell: "I8",
      value: 96.2,
      why: "26.5 + 27.9 + 20 + 18.2 is 92.6: two digits changed places",
      findings: [{ cell: "I8", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
