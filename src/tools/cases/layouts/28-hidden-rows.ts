import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number])[] = [
  ["临汾经济开发区", 6.83, 6.21],
  ["侯马经济开发区", 4.47, 4.02],
  ["曲沃经济技术开发区", 3.36, 3.15],
  ["洪洞经济技术开发区", 5.16, 4.93],
  ["浮山经济技术开发区", 1.28, 1.19],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["临汾市开发区一般公共预算收入(2023年1-6月)"],
  ["单位:亿元、%"],
  ["开发区", "完成额", "同期", "增速"],
  ...ZONES.map(([zone, now, before], index): readonly CaseCell[] => [
    zone,
    now,
    before,
    typed(`ROUND((B${4 + index}/C${4 + index}-1)*100,2)`),
  ]),
  ["总计", "=SUM(B4:B8)", "=SUM(C4:C8)", "=ROUND((B9/C9-1)*100,2)"],
];

/** Layout 28: rows that a filter hides count in the total. */
export const hiddenRows: LayoutCase = {
  name: "28-hidden-rows",
  layout: "rows hidden by a filter are read and belong to the total",
  sheets: [
    { name: "收入", rows, merges: ["A1:D1"], hiddenRows: [6, 8], formats: [["B4:D9", "0.00"]] },
  ],
  tables: [
    {
      sheet: "收入",
      range: "A3:D9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["一般公共预算收入"],
      data: ["B4:D9"],
    },
  ],
  // 合计 counts rows that the printed page does not show.
  findings: [{ cell: "B9", code: "sum-mismatch", severity: "information" }],
  silenced: [{ cell: "B9", code: "sum-mismatch", severity: "information" }],
  notEvaluableWithFaults: { "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "B9",
      value: "=B4+B5+B7",
      why: "the total of what is seen: 16.46, while two hidden rows belong to the sheet",
      findings: [
        { cell: "B9", code: "sum-mismatch", severity: "error" },
        { cell: "C9", code: "sum-mismatch", severity: "information" },
      ],
    },
    {
      cell: "D6",
      value: 66.7,
      why: "3.36 against 3.15 is +6.67 %, in a hidden row: the point slipped",
      findings: [{ cell: "D6", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
