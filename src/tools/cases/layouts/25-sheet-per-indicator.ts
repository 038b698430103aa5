import { typed } from "../case.ts";
import type { CaseCell, CaseSheet, LayoutCase } from "../case.ts";

const ZONES = ["阳泉高新区", "平定经开区", "盂县经开区"] as const;

function sheetOf(name: string, now: readonly number[], before: readonly number[]): CaseSheet {
  const rows: readonly (readonly CaseCell[])[] = [
    [`阳泉市开发区2023年1-6月${name}`],
    ["单位:亿元、%"],
    ["开发区", "本期", "上年同期", "同比增长"],
    ...ZONES.map((zone, index): readonly CaseCell[] => [
      zone,
      now[index] ?? null,
      before[index] ?? null,
      typed(`ROUND((B${4 + index}/C${4 + index}-1)*100,2)`),
    ]),
    ["合计", "=SUM(B4:B6)", "=SUM(C4:C6)", "=ROUND((B7/C7-1)*100,2)"],
  ];
  return { name, rows, merges: ["A1:D1"], formats: [["B4:D7", "0.00"]] };
}

const SUMMARY: CaseSheet = {
  name: "汇总",
  rows: [
    ["阳泉市开发区2023年1-6月指标汇总"],
    ["开发区", "税收收入(亿元)", null, "到位资金(亿元)", null],
    [null, "完成", "同比%", "完成", "同比%"],
    ...[...ZONES, "合计"].map((zone, index): readonly CaseCell[] => [
      zone,
      `=税收收入!B${4 + index}`,
      `=税收收入!D${4 + index}`,
      `=到位资金!B${4 + index}`,
      `=到位资金!D${4 + index}`,
    ]),
  ],
  merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
  formats: [["B4:E7", "0.00"]],
};

const table = (sheet: string) =>
  ({
    sheet,
    range: "A3:D7",
    orientation: "zones-in-rows",
    period: "2023-01..06",
    zones: [...ZONES],
    indicators: [sheet],
    data: ["B4:D7"],
  }) as const;

/** Layout 25: a sheet for each indicator and one that brings them together. */
export const sheetPerIndicator: LayoutCase = {
  name: "25-sheet-per-indicator",
  layout: "a sheet for each indicator, its name in title and tab; 汇总 takes its values by formula",
  sheets: [
    SUMMARY,
    sheetOf("税收收入", [5.26, 3.18, 2.44], [4.87, 2.96, 2.31]),
    sheetOf("到位资金", [13.4, 9.76, 7.05], [12.11, 9.02, 6.6]),
  ],
  tables: [
    {
      sheet: "汇总",
      range: "A2:E7",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: [...ZONES],
      indicators: ["税收收入", "到位资金"],
      data: ["B4:E7"],
    },
    table("税收收入"),
    table("到位资金"),
  ],
  // 汇总 gives no levels of last year.
  notEvaluable: { "growth-mismatch": 8 },
  notEvaluableWithFaults: { "growth-mismatch": 8, "aggregate-out-of-range": 1 },
  faults: [
    {
      sheet: "汇总",
      cell: "B5",
      value: 3.81,
      why: "3.18 in the sheet of the indicator: two digits swapped, and 合计 comes from there",
      findings: [{ sheet: "汇总", cell: "B5", code: "sum-mismatch", severity: "error" }],
    },
    {
      sheet: "到位资金",
      cell: "D6",
      value: 8.62,
      why: "7.05 against 6.60 is +6.82 %; 汇总 repeats it by formula",
      findings: [{ sheet: "到位资金", cell: "D6", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
