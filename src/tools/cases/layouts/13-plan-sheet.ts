import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number, number])[] = [
  // zone, plan of the year and of the half year, done
  ["朔州经开区", 36, 18, 19.44],
  ["怀仁经开区", 24, 12, 12.36],
  ["应县开发区", 15, 7.5, 6.9],
  ["山阴经开区", 20, 10, 11.3],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["朔州市开发区2023年转型项目投资计划执行情况"],
  ["(1—6月)"],
  [
    "开发区",
    "年度目标",
    "上半年目标",
    "完成",
    "完成率%",
    "序时进度%",
    "超(欠)进度(百分点)",
    "是否达序时",
  ],
  ...ZONES.map(([zone, plan, half, done], index): readonly CaseCell[] => {
    const row = 4 + index;
    return [
      zone,
      plan,
      half,
      done,
      `=ROUND(D${row}/B${row}*100,2)`,
      50,
      typed(`ROUND(E${row}-F${row},2)`),
      `=IF(D${row}>=C${row},"是","否")`,
    ];
  }),
  [
    "合计",
    "=SUM(B4:B7)",
    "=SUM(C4:C7)",
    "=SUM(D4:D7)",
    "=ROUND(D8/B8*100,2)",
    50,
    typed("ROUND(E8-F8,2)"),
    '=IF(D8>=C8,"是","否")',
  ],
  ["注:金额单位为亿元。"],
];

/** Layout 13: plan, done, attainment and pace. */
export const planSheet: LayoutCase = {
  name: "13-plan-sheet",
  layout:
    "plan of the year and of the half year, done, attainment, pace, ahead or behind, and a verdict",
  sheets: [
    {
      name: "转型项目",
      rows,
      merges: ["A1:H1", "A2:H2"],
      formats: [
        ["B4:D8", "0.00"],
        ["E4:G8", "0.00"],
      ],
    },
  ],
  tables: [
    {
      sheet: "转型项目",
      range: "A3:H8",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["转型项目当年完成投资"],
      data: ["B4:H8"],
    },
  ],
  findings: [
    // 6.90 of 7.50 for the half year.
    { cell: "D6", code: "target-unmet", severity: "information" },
  ],
  faults: [
    {
      cell: "H6",
      value: "是",
      why: "6.90 is below 7.50",
      findings: [{ cell: "H6", code: "verdict-mismatch", severity: "error" }],
    },
    {
      cell: "G5",
      value: -1.5,
      why: "51.50 − 50 is +1.50 points: the sign is lost",
      findings: [{ cell: "G5", code: "difference-mismatch", severity: "error" }],
    },
    {
      cell: "E7",
      value: 65.5,
      why: "11.30 of 20 is 56.50 %; its lead of 6.50 fits 56.50",
      findings: [{ cell: "E7", code: "rate-mismatch", severity: "error" }],
    },
  ],
};
