import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, string, number, number])[] = [
  ["141082", "侯马经济开发区", 9.71, 4.47],
  ["141024", "洪洞经济技术开发区", 13.26, 5.16],
  ["141023", "襄汾经济技术开发区", 11.05, 3.92],
  ["141082", "霍州经济技术开发区", 7.84, 2.75],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["年份", "期别", "区划代码", "开发区", "指标代码", "指标", "单位", "数值"],
  ...ZONES.flatMap(([code, zone, invested, revenue]): (readonly CaseCell[])[] => [
    ["2023", "1-6月", code, zone, "0101", "工业投资", "亿元", invested],
    ["2023", "1-6月", code, zone, "0203", "一般公共预算收入", "亿元", revenue],
  ]),
];

/** Layout 19: one value a row. */
export const longForm: LayoutCase = {
  name: "19-long-form",
  layout:
    "one value a row with year, period, codes, zone, indicator and unit; codes are text, not numbers",
  sheets: [
    {
      name: "导出",
      rows,
      formats: [
        ["A2:A9", "@"],
        ["C2:C9", "@"],
        ["E2:E9", "@"],
        ["H2:H9", "0.00"],
      ],
    },
  ],
  tables: [
    {
      sheet: "导出",
      range: "A1:H9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([, zone]) => zone),
      indicators: ["工业投资", "一般公共预算收入"],
      data: ["H2:H9"],
    },
  ],
  faults: [
    {
      cell: "H4",
      value: "13.26亿",
      why: "a unit in the cell: not a number to Excel, though it reads as one in 亿元",
      findings: [{ cell: "H4", code: "text-number", severity: "warning" }],
    },
  ],
};
