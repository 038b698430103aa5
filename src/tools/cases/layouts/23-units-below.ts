import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number, number, number])[] = [
  ["介休经开区", 16.4, 12.3, 28.15, 7.9],
  ["平遥文旅示范区", 3.72, 6.8, 2.41, 5.2],
  ["灵石经开区", 11.06, 9.5, 31.7, 8.4],
  ["祁县经开区", 6.33, 14.7, 9.88, 9.1],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["晋中市开发区2023年前三季度指标"],
  ["开发区", "工业投资", null, "规模工业增加值", null],
  [null, "亿元", "±%", "亿元", "±%"],
  ...ZONES.map((line): readonly CaseCell[] => line),
  ["合计", "=SUM(B4:B7)", 10.9, typed("SUM(D4:D7)"), 8.2],
];

/** Layout 23: the second header row holds units alone. */
export const unitsBelow: LayoutCase = {
  name: "23-units-below",
  layout: "a merged head over a row of units alone: 亿元 is the amount, ±% the growth",
  sheets: [
    {
      name: "前三季度",
      rows,
      merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
      formats: [
        ["B4:B8", "0.00"],
        ["C4:C8", "0.0"],
        ["D4:D8", "0.00"],
        ["E4:E8", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "前三季度",
      range: "A2:E8",
      orientation: "zones-in-rows",
      period: "2023-01..09",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["工业投资", "规上工业增加值"],
      data: ["B4:E8"],
    },
  ],
  notEvaluable: { "growth-mismatch": 10 },
  notEvaluableWithFaults: { "growth-mismatch": 10, "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "D8",
      value: 71.24,
      why: "the four make 72.14: two digits swapped",
      findings: [{ cell: "D8", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "C6",
      value: "增长9.5%",
      why: "a growth in words: it is read, Excel cannot use it",
      findings: [{ cell: "C6", code: "text-number", severity: "warning" }],
    },
  ],
};
