import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

// zone, 一般公共预算收入 this year and last, target of its growth
const ZONES: readonly (readonly [string, number, number, number])[] = [
  ["临汾经济开发区", 6.83, 6.21, 8],
  ["侯马经济开发区", 4.47, 4.02, 10],
  ["洪洞经济技术开发区", 5.16, 4.93, 8],
  ["襄汾经济技术开发区", 3.92, 3.58, 8],
  ["霍州经济技术开发区", 2.75, 2.51, 8],
];
const FIRST = 7;
const TOTAL = FIRST + ZONES.length;

const rows: readonly (readonly CaseCell[])[] = [
  ["附表3"],
  ["临汾市开发区财政收入完成情况(2023年上半年)"],
  ["编制单位:临汾市开发区工作专班", null, null, null, "金额单位:亿元"],
  ["开发区", "一般公共预算收入", null, null, null, null],
  [null, "绝 对 量", null, "增  速(%)", null, null],
  [null, "本期", "上年同期", "实际", "省定目标", "差距(百分点)"],
  ...ZONES.map(([zone, now, prior, target], index): readonly CaseCell[] => {
    const row = FIRST + index;
    return [
      zone,
      now,
      prior,
      `=ROUND((B${row}/C${row}-1)*100,2)`,
      target,
      typed(`ROUND(D${row}-E${row},2)`),
    ];
  }),
  [
    "合  计",
    `=SUM(B${FIRST}:B${TOTAL - 1})`,
    `=SUM(C${FIRST}:C${TOTAL - 1})`,
    `=ROUND((B${TOTAL}/C${TOTAL}-1)*100,2)`,
    "—",
    "—",
  ],
  [],
  ["说明:1.按自然口径计算。"],
  ['     2."—"为未设置目标。'],
];

/** Layout 2: amounts and growth beside each other, each with its own second level. */
export const threeRowHeader: LayoutCase = {
  name: "02-three-row-header",
  layout: "three header rows; growth with its target and gap; 合计 declares that it has no target",
  sheets: [
    {
      name: "Sheet1",
      rows,
      merges: ["A2:F2", "A4:A6", "B4:F4", "B5:C5", "D5:F5"],
      formats: [
        [`B${FIRST}:D${TOTAL}`, "0.00"],
        [`F${FIRST}:F${TOTAL - 1}`, "0.00"],
      ],
    },
  ],
  tables: [
    {
      sheet: "Sheet1",
      range: `A4:F${TOTAL}`,
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["一般公共预算收入"],
      data: [`B${FIRST}:F${TOTAL}`],
    },
  ],
  // 5.16 against 4.93 is +4.67 %, below 8 %.
  findings: [{ cell: "D9", code: "target-unmet", severity: "information" }],
  faults: [
    {
      cell: "D10",
      value: 11.5,
      why: "3.92 against 3.58 is +9.50 %: the rounding of both allows 9.20 to 9.79; its gap of 1.50 is an error that follows",
      findings: [{ cell: "D10", code: "growth-mismatch", severity: "error" }],
    },
    {
      cell: "F8",
      value: 2.19,
      why: "11.19 − 10 is 1.19 points",
      findings: [{ cell: "F8", code: "difference-mismatch", severity: "error" }],
    },
    {
      cell: "C12",
      value: 21.52,
      why: "last year's five values make 21.25: two digits swapped, the growth of 合计 follows",
      findings: [{ cell: "C12", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
