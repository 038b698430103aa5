import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, string, string, number | string])[] = [
  ["武汉东湖高新区", "514.26(1)", "8.3(4)", 9],
  ["武汉经开区", "463.08(2)", "7.1(5)", 8],
  ["临空港经开区", "305.41(3)", "11.6(2)", 10],
  ["江夏经济开发区", "176.95(4)", "9.8(3)", "-"],
  ["黄陂临空产业园", "88.32(5)", "12.4(1)", 12],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["武汉市主要开发区2023年1-6月工业投资通报"],
  ["开发区", "工业投资(亿元)", "同比增长(%)", "增速目标(%)"],
  ...ZONES,
  ["注:括号内数字为位次;“-”表示未设置目标。"],
];

/** Layout 12: a value and its rank in one cell. */
export const valueAndRank: LayoutCase = {
  name: "12-value-and-rank",
  layout: "value and rank in one cell, 14.26(3), as the note says; - in the target column",
  sheets: [{ name: "通报", rows, merges: ["A1:D1", "A8:D8"] }],
  tables: [
    {
      sheet: "通报",
      range: "A2:D7",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["工业投资"],
      // Two observations a cell: its value and its rank.
      data: ["B3:C7", "B3:C7", "D3:D7"],
    },
  ],
  findings: [
    { cell: "C3", code: "target-unmet", severity: "information" },
    { cell: "C4", code: "target-unmet", severity: "information" },
  ],
  notEvaluable: { "growth-mismatch": 5 },
  // A sixth place of five is one of a larger set.
  notEvaluableWithFaults: { "growth-mismatch": 5 },
  faults: [
    {
      cell: "B6",
      value: "176.95(3)",
      why: "176.95 is the fourth of five; 305.41 is third too",
      findings: [{ cell: "B6", code: "rank-mismatch", severity: "error" }],
    },
    {
      cell: "C7",
      value: "12.4(6)",
      why: "12.4 is the highest growth, and there are only five zones, whose ranks are 1 to 5",
      findings: [{ cell: "C7", code: "rank-mismatch", severity: "error" }],
    },
  ],
};
