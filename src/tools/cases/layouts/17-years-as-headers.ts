import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const LINES: readonly (readonly [string, number, number])[] = [
  ["税收收入(亿元)", 3.46, 3.91],
  ["到位资金(亿元)", 14.2, 15.77],
  ["出口总额(万美元)", 2860, 3115],
  ["规上工业企业(户)", 52, 57],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["孝义经济开发区主要指标对比"],
  ["指标", "2022年1-6月", "2023年1-6月", "增减额", "增减%"],
  ...LINES.map(([name, before, now], index): readonly CaseCell[] => {
    const row = 3 + index;
    return [
      name,
      before,
      now,
      index % 2 === 0 ? typed(`ROUND(C${row}-B${row},2)`) : `=C${row}-B${row}`,
      typed(`ROUND((C${row}/B${row}-1)*100,1)`),
    ];
  }),
  ["数据来源:孝义市税务局、商务局、统计局"],
];

/** Layout 17: years as column heads. */
export const yearsAsHeaders: LayoutCase = {
  name: "17-years-as-headers",
  layout: "last year and this year as heads, the increase in the unit and in per cent",
  sheets: [
    {
      name: "对比",
      rows,
      merges: ["A1:E1"],
      formats: [
        ["B3:D4", "0.00"],
        ["B5:D6", "0"],
        ["E3:E6", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "对比",
      range: "A2:E6",
      orientation: "indicators-in-rows",
      period: "2023-01..06",
      zones: ["孝义经济开发区"],
      indicators: ["税收收入", "到位资金", "出口总额", "规上工业企业"],
      data: ["B3:E6"],
    },
  ],
  faults: [
    {
      cell: "D5",
      value: 225,
      why: "3115 − 2860 is 255",
      findings: [{ cell: "D5", code: "difference-mismatch", severity: "error" }],
    },
    {
      cell: "E4",
      value: 1.1,
      why: "15.77 against 14.20 is +11.1 %",
      findings: [{ cell: "E4", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
