import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number, number])[] = [
  ["太原中北高新区", 18.36, 17.05, 11.6],
  ["清徐经济开发区", 26.71, 25.3, 9.4],
  ["阳曲产业园区", 12.94, 12.11, 13.2],
  ["西山文旅示范区", 4.58, 4.4, 6.1],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["表2  开发区营业收入和投资(2023年一季度)"],
  [null, null, null, null, "亿元,%"],
  ["区  域", "旅游收入", null, null, "工业投资增速"],
  [null, "本期数", "同期数", "同比增长", null],
  ["全省开发区", null, null, null, 9.9],
  ["全市", 96.41, 91.2, 5.71, 8.3],
  ["开发区合计", "=SUM(B8:B11)", "=SUM(C8:C11)", "=ROUND((B7/C7-1)*100,2)", 10.3],
  ...ZONES.map(([zone, now, prior, growth], index): readonly CaseCell[] => {
    const row = 8 + index;
    return [zone, now, prior, typed(`ROUND((B${row}/C${row}-1)*100,2)`), growth];
  }),
];

/** Layout 11: references and totals above their members. */
export const totalsOnTop: LayoutCase = {
  name: "11-totals-on-top",
  layout: "全省开发区, 全市 and 开发区合计 stand above the members",
  sheets: [
    {
      name: "一季度",
      rows,
      merges: ["A1:E1", "A3:A4", "B3:D3", "E3:E4"],
      formats: [
        ["B5:D11", "0.00"],
        ["E5:E11", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "一季度",
      range: "A3:E11",
      orientation: "zones-in-rows",
      period: "2023-01..03",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["旅游总收入", "工业投资"],
      data: ["B5:E11"],
    },
  ],
  notEvaluable: { "growth-mismatch": 7 },
  notEvaluableWithFaults: { "growth-mismatch": 7, "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "B7",
      value: "=SUM(B8:B10)",
      why: "the SUM stops before 西山文旅示范区",
      findings: [{ cell: "B7", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "E7",
      value: 23.0,
      why: "the members grew by 6.1 to 13.2 %: their total cannot have grown by 23.0 %",
      findings: [{ cell: "E7", code: "aggregate-out-of-range", severity: "warning" }],
    },
    {
      cell: "D9",
      value: 15.57,
      why: "26.71 against 25.30 is +5.57 %",
      findings: [{ cell: "D9", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
