import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const INDUSTRY: readonly (readonly [string, number, number, number])[] = [
  ["运城开发区", 21.4, 40, 12.5],
  ["河津开发区", 24.15, 45, 10.2],
  ["永济开发区", 13.75, 30, 8.8],
  ["闻喜开发区", 24.08, 42, 13.6],
];
const FARM: readonly (readonly [string, number, number, number])[] = [
  ["万荣农业示范区", 3.26, 6, 7.4],
  ["临猗农业示范区", 2.91, 5, 9.1],
];

const zoneRow = (
  group: string | null,
  [zone, invested, plan, growth]: readonly [string, number, number, number],
  row: number
): readonly CaseCell[] => [
  group,
  zone,
  plan,
  invested,
  typed(`ROUND(D${row}/C${row}*100,1)`),
  growth,
];
const sumRow = (
  group: string | null,
  label: string | null,
  row: number,
  terms: (column: string) => string
): readonly CaseCell[] => [
  group,
  label,
  `=${terms("C")}`,
  `=${terms("D")}`,
  `=ROUND(D${row}/C${row}*100,1)`,
  null,
];

const rows: readonly (readonly CaseCell[])[] = [
  ["运城市开发区固定资产投资完成情况(2023年1—6月)"],
  ["单位:亿元、%"],
  ["类别", "开发区", "固定资产投资", null, null, null],
  [null, null, "年度计划", "完成", "完成率%", "增速%"],
  ...INDUSTRY.map((line, index) => zoneRow(index === 0 ? "工业类" : null, line, 5 + index)),
  sumRow(null, "小计", 9, (column) => `SUM(${column}5:${column}8)`),
  ...FARM.map((line, index) => zoneRow(index === 0 ? "农业示范区" : null, line, 10 + index)),
  sumRow(null, "小计", 12, (column) => `SUM(${column}10:${column}11)`),
  sumRow("合计", null, 13, (column) => `${column}9+${column}12`),
];

/** Layout 10: zones in groups whose name is merged downwards. */
export const groupedRows: LayoutCase = {
  name: "10-grouped-rows",
  layout: "groups of zones, their name merged downwards, each with a 小计; 合计 adds the subtotals",
  sheets: [
    {
      name: "固投",
      rows,
      merges: ["A1:F1", "A3:A4", "B3:B4", "C3:F3", "A5:A9", "A10:A12", "A13:B13"],
      formats: [
        ["D5:D13", "0.00"],
        ["E5:F13", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "固投",
      range: "A3:F13",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: [...INDUSTRY, ...FARM].map(([zone]) => zone),
      indicators: ["固定资产投资"],
      data: ["C5:F13"],
    },
  ],
  // 13.75 of 30 is 45.83 % at mid-year.
  findings: [{ cell: "D7", code: "target-behind-pace", severity: "information" }],
  // Whether a plan of the year is reached cannot be said at mid-year.
  notEvaluable: { "growth-mismatch": 6, "target-unmet": 9 },
  notEvaluableWithFaults: {
    "growth-mismatch": 6,
    "target-unmet": 8,
    "aggregate-out-of-range": 1,
  },
  faults: [
    {
      cell: "D13",
      value: "=SUM(D5:D12)",
      why: "members and subtotals added together: twice the sum",
      findings: [{ cell: "D13", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "E7",
      value: 54.8,
      why: "13.75 of 30 is 45.8 %: two digits swapped",
      findings: [{ cell: "E7", code: "rate-mismatch", severity: "error" }],
    },
  ],
};
