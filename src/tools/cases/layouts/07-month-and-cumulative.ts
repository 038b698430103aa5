import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

// indicator, unit, this month, cumulative, the same of last year
type Line = readonly [string, number, number, number, number];
const LINES: readonly Line[] = [
  ["到位资金", 4.82, 26.35, 4.31, 23.97],
  ["税收收入", 1.37, 7.92, 1.29, 7.35],
  ["一般公共预算收入", 1.86, 10.44, 1.71, 9.58],
  ["进出口总额", 0.73, 4.18, 0.69, 3.92],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["介休经济技术开发区2023年1-6月主要指标(月报)"],
  [null, null, null, null, null, null, "计量单位:亿元"],
  [
    "指标",
    "本月",
    "本月止累计",
    "上年同月",
    "上年同期累计",
    "本月比上年同月增长(%)",
    "累计比上年同期增长(%)",
  ],
  ...LINES.map(([name, ...values], index): readonly CaseCell[] => {
    const row = 4 + index;
    return [
      name,
      ...values,
      typed(`ROUND((B${row}/D${row}-1)*100,1)`),
      `=ROUND((C${row}/E${row}-1)*100,1)`,
    ];
  }),
];

/** Layout 7: the month beside the year so far. */
export const monthAndCumulative: LayoutCase = {
  name: "07-month-and-cumulative",
  layout: "this month beside the year so far, each with its own growth",
  sheets: [
    {
      name: "6月",
      rows,
      merges: ["A1:G1"],
      formats: [
        ["B4:E7", "0.00"],
        ["F4:G7", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "6月",
      range: "A3:G7",
      orientation: "indicators-in-rows",
      period: "2023-01..06",
      zones: ["介休经济技术开发区"],
      indicators: ["到位资金", "税收收入", "一般公共预算收入", "进出口总额"],
      data: ["B4:G7"],
    },
  ],
  faults: [
    {
      cell: "G6",
      value: 19.0,
      why: "10.44 against 9.58 is +9.0 %, a formula was typed over",
      findings: [{ cell: "G6", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
