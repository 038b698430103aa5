import type { CaseCell, LayoutCase } from "../case.ts";

const PAGES: readonly (readonly (readonly [string, number, number])[])[] = [
  [
    ["太原中北高新区", 18.36, 9.82],
    ["清徐经济开发区", 26.71, 14.05],
    ["大同经开区", 18.77, 10.4],
    ["左云开发区", 6.4, 2.36],
  ],
  [
    ["朔州经开区", 19.44, 8.13],
    ["怀仁经开区", 12.36, 6.02],
    ["原平经开区", 9.07, 3.15],
    ["定襄开发区", 5.28, 2.08],
  ],
];
const HEADER: readonly CaseCell[] = ["序号", "开发区", "固定资产投资", "税收收入"];

const rows: readonly (readonly CaseCell[])[] = [
  ["各开发区2023年1-6月固定资产投资和税收收入"],
  ["单位:亿元"],
  HEADER,
  ...(PAGES[0] ?? []).map((line, index): readonly CaseCell[] => [index + 1, ...line]),
  [null, "本页小计", "=SUM(C4:C7)", "=SUM(D4:D7)"],
  ["第1页 共2页"],
  HEADER,
  ...(PAGES[1] ?? []).map((line, index): readonly CaseCell[] => [index + 5, ...line]),
  [null, "本页小计", "=SUM(C11:C14)", "=SUM(D11:D14)"],
  [null, "合计", "=C8+C15", "=D8+D15"],
  ["第2页 共2页"],
];

/** Layout 27: a sheet laid out for printing. */
export const printedPages: LayoutCase = {
  name: "27-printed-pages",
  layout: "the header repeated on each printed page, 本页小计 and page numbers between",
  sheets: [
    { name: "打印", rows, merges: ["A1:D1", "A9:D9", "A17:D17"], formats: [["C4:D16", "0.00"]] },
  ],
  tables: [
    {
      sheet: "打印",
      range: "A3:D16",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: PAGES.flatMap((page) => page.map(([zone]) => zone)),
      indicators: ["固定资产投资", "税收收入"],
      data: ["C4:D8", "C11:D16"],
    },
  ],
  faults: [
    {
      cell: "C15",
      value: 64.15,
      why: "the four of the page make 46.15; 合计 follows by formula",
      findings: [{ cell: "C15", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "D16",
      value: 65.01,
      why: "36.63 and 19.38 make 56.01: two digits swapped",
      findings: [{ cell: "D16", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
