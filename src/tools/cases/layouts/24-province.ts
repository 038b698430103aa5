import type { CaseCell, LayoutCase } from "../case.ts";

const CITIES: readonly (readonly [string, readonly (readonly [string, number, number])[]])[] = [
  [
    "太原市",
    [
      ["太原中北高新区", 18.36, 9.82],
      ["清徐经济开发区", 26.71, 14.05],
    ],
  ],
  [
    "大同市",
    [
      ["大同经开区", 18.77, 10.4],
      ["左云开发区", 6.4, 2.36],
      ["阳高开发区", 5.53, 1.97],
    ],
  ],
  [
    "朔州市",
    [
      ["朔州经开区", 19.44, 8.13],
      ["怀仁经开区", 12.36, 6.02],
    ],
  ],
];

const body: (readonly CaseCell[])[] = [];
const subtotals: number[] = [];
for (const [city, zones] of CITIES) {
  const first = 4 + body.length;
  zones.forEach(([zone, invested, revenue], index) => {
    body.push([index === 0 ? city : null, zone, invested, revenue]);
  });
  const last = 3 + body.length;
  subtotals.push(last + 1);
  body.push([null, `${city}小计`, `=SUM(C${first}:C${last})`, `=SUM(D${first}:D${last})`]);
}
const TOTAL = 4 + body.length;
const sumOf = (column: string): string => `=${subtotals.map((row) => `${column}${row}`).join("+")}`;

const rows: readonly (readonly CaseCell[])[] = [
  ["全省开发区2023年1-6月固定资产投资和税收收入"],
  ["单位:亿元"],
  ["市", "开发区", "固定资产投资", "税收收入"],
  ...body,
  ["全省", null, sumOf("C"), sumOf("D")],
];

/** Layout 24: the province's own sheet. */
export const province: LayoutCase = {
  name: "24-province",
  layout: "a block of zones for each city with its 小计, 全省 at the end, which is their sum",
  sheets: [
    {
      name: "全省",
      rows,
      merges: ["A1:D1", "A4:A6", "A7:A10", "A11:A13", `A${TOTAL}:B${TOTAL}`],
      formats: [[`C4:D${TOTAL}`, "0.00"]],
    },
  ],
  tables: [
    {
      sheet: "全省",
      range: `A3:D${TOTAL}`,
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: CITIES.flatMap(([, zones]) => zones.map(([zone]) => zone)),
      indicators: ["固定资产投资", "税收收入"],
      data: [`C4:D${TOTAL}`],
    },
  ],
  faults: [
    {
      cell: "C10",
      value: "=SUM(C7:C8)",
      why: "大同's 小计 stops before 阳高开发区; the province follows by formula",
      findings: [{ cell: "C10", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "D13",
      value: 15.14,
      why: "8.13 and 6.02 make 14.15",
      findings: [{ cell: "D13", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
