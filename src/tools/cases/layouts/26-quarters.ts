import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

// zone, target and done of the first and of the second quarter
const ZONES: readonly (readonly [string, number, number, number, number])[] = [
  ["吕梁经开区", 5.5, 5.72, 6, 6.12],
  ["交城经开区", 3.2, 3.35, 3.8, 3.92],
  ["柳林经开区", 4, 4.18, 4.5, 4.61],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["2023年吕梁市开发区到位资金分季情况(亿元)"],
  ["开发区", "一季度", null, "二季度", null, "上半年", null],
  [null, ...["目标", "完成"], ...["目标", "完成"], ...["目标", "完成"]],
  ...ZONES.map(([zone, first, done, second, more], index): readonly CaseCell[] => {
    const row = 4 + index;
    return [zone, first, done, second, more, typed(`B${row}+D${row}`), `=C${row}+E${row}`];
  }),
  ["合计", ...["B", "C", "D", "E", "F", "G"].map((column) => `=SUM(${column}4:${column}6)`)],
];

/** Layout 26: single quarters beside the half year. */
export const quarters: LayoutCase = {
  name: "26-quarters",
  layout: "targets and results of two single quarters beside those of the half year they make",
  sheets: [
    {
      name: "分季",
      rows,
      merges: ["A1:G1", "A2:A3", "B2:C2", "D2:E2", "F2:G2"],
      formats: [["B4:G7", "0.00"]],
    },
  ],
  tables: [
    {
      sheet: "分季",
      range: "A2:G7",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["到位资金"],
      data: ["B4:G7"],
    },
  ],
  faults: [
    {
      cell: "G5",
      value: 6.9,
      why: "below the 7.00 of the half year's target; the quarters make 7.27, and the total follows",
      findings: [
        { cell: "G5", code: "sum-mismatch", severity: "warning" },
        { cell: "G5", code: "target-unmet", severity: "information" },
      ],
    },
    {
      cell: "C7",
      value: 12.35,
      why: "5.72, 3.35 and 4.18 make 13.25; as it stands it is below 12.70 too",
      findings: [
        { cell: "C7", code: "sum-mismatch", severity: "error" },
        { cell: "C7", code: "target-unmet", severity: "information" },
      ],
    },
  ],
};
