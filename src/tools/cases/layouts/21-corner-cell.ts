import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number])[] = [
  ["吕梁经开区", 11.84, 10.75],
  ["汾阳杏花村经开区", 9.36, 8.62],
  ["交城经开区", 7.27, 6.81],
  ["文水经开区", 5.03, 4.72],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["吕梁市开发区税收收入(2023年1-6月)"],
  ["      指标\n开发区", "本年累计(亿元)", "上年同期(亿元)", "增幅(%)", "占 比(%)"],
  ...ZONES.map(([zone, now, before], index): readonly CaseCell[] => {
    const row = 3 + index;
    return [
      zone,
      now,
      before,
      `=ROUND((B${row}/C${row}-1)*100,1)`,
      typed(`ROUND(B${row}/SUM(B3:B6)*100,1)`),
    ];
  }),
  ["总  计", typed("SUM(B3:B6)"), typed("SUM(C3:C6)"), "=ROUND((B7/C7-1)*100,1)", 100],
];

/** Layout 21: a corner cell with two words. */
export const cornerCell: LayoutCase = {
  name: "21-corner-cell",
  layout: "the corner cell names rows and columns at once; shares in the total of the table",
  sheets: [
    {
      name: "税收",
      rows,
      merges: ["A1:E1"],
      formats: [
        ["B3:C7", "0.00"],
        ["D3:E7", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "税收",
      range: "A2:E7",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["税收收入"],
      data: ["B3:E7"],
    },
  ],
  notEvaluableWithFaults: { "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "E5",
      value: 27.1,
      why: "7.27 of 33.50 is 21.7 %: two digits swapped",
      findings: [{ cell: "E5", code: "share-mismatch", severity: "error" }],
    },
    {
      cell: "C7",
      value: 39.0,
      why: "last year's four make 30.90; the growth of the total follows it by formula",
      findings: [{ cell: "C7", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
