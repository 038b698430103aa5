import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const row = (zone: string, now: number, before: number, at: number): readonly CaseCell[] => [
  zone,
  now,
  before,
  typed(`ROUND((B${at}/C${at}-1)*100,2)`),
];

const rows: readonly (readonly CaseCell[])[] = [
  ["开发区", "进出口总额本期(亿元)", "进出口总额上年同期(亿元)", "进出口总额同比(%)"],
  row("太原经开区", 96.4, 91.27, 2),
  row("太原综保区", 412.35, 401.08, 3),
  ["国家级小计", "=SUBTOTAL(9,B2:B3)", "=SUBTOTAL(9,C2:C3)", "=ROUND((B4/C4-1)*100,2)"],
  row("清徐经济开发区", 4.18, 3.92, 5),
  row("太原中北高新区", 6.05, 5.81, 6),
  ["省级小计", "=SUBTOTAL(9,B5:B6)", "=SUBTOTAL(9,C5:C6)", "=ROUND((B7/C7-1)*100,2)"],
  ["总计", "=SUBTOTAL(9,B2:B6)", "=SUBTOTAL(9,C2:C6)", "=ROUND((B8/C8-1)*100,2)"],
];

/** Layout 30: a table object with subtotals. */
export const tableObject: LayoutCase = {
  name: "30-table-object",
  layout: "an Excel table object without a title; SUBTOTAL rows are not added into the grand total",
  sheets: [{ name: "2023年1-6月", rows, tableObject: "A1:D8", formats: [["B2:D8", "0.00"]] }],
  tables: [
    {
      sheet: "2023年1-6月",
      range: "A1:D8",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ["太原经开区", "太原综保区", "清徐经济开发区", "太原中北高新区"],
      indicators: ["进出口总额"],
      data: ["B2:D8"],
    },
  ],
  // Totals whose growth follows from levels that are no sum, and one with a wrong member.
  notEvaluableWithFaults: { "aggregate-out-of-range": 2 },
  faults: [
    {
      cell: "B8",
      value: 1037.96,
      why: "subtotals added in as well: twice the 518.98",
      findings: [{ cell: "B8", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "D5",
      value: -6.63,
      why: "4.18 against 3.92 is +6.63 %: a minus too many",
      findings: [{ cell: "D5", code: "growth-mismatch", severity: "warning" }],
    },
  ],
};
