import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number])[] = [
  ["原平经济技术开发区", 21.64, -9.2],
  ["定襄经济技术开发区", 13.07, 3.4],
  ["繁峙经济技术开发区", 9.58, -17.4],
  ["保德经济技术开发区", 6.43, 8.1],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["忻州市开发区2023年1-6月工业投资完成情况"],
  ["全市:工业投资126.38亿元,-4.6%;全省开发区:-11.3%"],
  ["开发区", "工业投资(亿元)", "同比(%)", "占全市(%)", "与全市比(百分点)", "比全省开发区±"],
  ...ZONES.map(([zone, value, growth], index): readonly CaseCell[] => {
    const row = 4 + index;
    return [
      zone,
      value,
      growth,
      typed(`ROUND(B${row}/126.38*100,2)`),
      typed(`ROUND(C${row}+4.6,1)`),
      typed(`ROUND(C${row}+11.3,1)`),
    ];
  }),
  ["注:附件2各开发区目标见晋开办函〔2023〕18号;全市目标为17%。"],
];

/** Layout 22: the values of 全市 and 全省开发区 stand in a line of text over the table. */
export const referencesInText: LayoutCase = {
  name: "22-references-in-text",
  layout:
    "no row of 全市: its value and growth stand in a line under the title, and shares and differences are of them",
  sheets: [
    {
      name: "工业投资",
      rows,
      merges: ["A1:F1", "A2:F2"],
      formats: [
        ["B4:B7", "0.00"],
        ["D4:D7", "0.00"],
        ["C4:C7", "0.0"],
        ["E4:F7", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "工业投资",
      range: "A3:F7",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["工业投资"],
      // The three numbers of the text are observations too.
      data: ["B4:F7", "A2", "A2", "A2"],
    },
  ],
  notEvaluable: { "growth-mismatch": 6 },
  faults: [
    {
      cell: "D5",
      value: 13.04,
      why: "13.07 of 126.38 is 10.34 %",
      findings: [{ cell: "D5", code: "share-mismatch", severity: "error" }],
    },
    {
      cell: "F6",
      value: 6.1,
      why: "−17.4 less −11.3 is −6.1: the minus was lost",
      findings: [{ cell: "F6", code: "difference-mismatch", severity: "error" }],
    },
  ],
};
