import { formatColumn } from "../../../core/index.ts";
import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES = ["河津开发区", "永济开发区", "闻喜开发区", "新绛开发区"] as const;
const LAST = formatColumn(1 + ZONES.length);
const TOTAL = formatColumn(2 + ZONES.length);
const CITY = formatColumn(3 + ZONES.length);

function block(
  name: string,
  first: number,
  levels: readonly number[],
  growth: readonly number[],
  city: number
): readonly (readonly CaseCell[])[] {
  const columns = ZONES.map((_, index) => formatColumn(2 + index));
  return [
    [name, "完成(亿元)", ...levels, `=SUM(C${first}:${LAST}${first})`, city],
    [null, "同比(%)", ...growth, null],
    [
      null,
      "占全市(%)",
      ...[...columns, TOTAL].map((at) => typed(`ROUND(${at}${first}/${CITY}${first}*100,2)`)),
      null,
    ],
    [
      null,
      "位次",
      ...columns.map((at) => typed(`RANK(${at}${first + 1},C${first + 1}:${LAST}${first + 1})`)),
      null,
    ],
  ];
}

const rows: readonly (readonly CaseCell[])[] = [
  ["运城市部分开发区1-6月份指标对比(2023年)"],
  ["指  标", "项  目", ...ZONES, "合计", "全市"],
  ...block("工业投资", 3, [14.26, 8.66, 16.31, 7.24], [12.4, 9.7, 15.2, 8.1], 77.53),
  ...block("固投", 7, [21.4, 13.75, 24.08, 11.9], [10.1, 8.8, 13.6, 12.2], 148.13),
  ...block("规上工业增加值", 11, [39.17, 12.04, 27.55, 9.83], [6.3, 5.1, 7.7, 4.9], 181.26),
  ["注:位次按增速排。"],
];

/** Layout 5: what is measured stands in a second column. */
export const measuresInRows: LayoutCase = {
  name: "05-measures-in-rows",
  layout:
    "zones across; each indicator is a merged cell with a row each for amount, growth, share and rank",
  sheets: [
    {
      name: "对比表",
      rows,
      merges: ["A1:H1", "A3:A6", "A7:A10", "A11:A14"],
      formats: [
        ["C3:H3", "0.00"],
        ["C7:H7", "0.00"],
        ["C11:H11", "0.00"],
      ],
    },
  ],
  tables: [
    {
      sheet: "对比表",
      range: "A2:H14",
      orientation: "zones-in-columns",
      period: "2023-01..06",
      zones: [...ZONES],
      indicators: ["工业投资", "固定资产投资", "规上工业增加值"],
      data: ["C3:H14"],
    },
  ],
  notEvaluable: { "growth-mismatch": 12 },
  faults: [
    {
      cell: "E5",
      value: 22.04,
      why: "16.31 of 77.53 is 21.04 %",
      findings: [{ cell: "E5", code: "share-mismatch", severity: "error" }],
    },
    {
      cell: "D10",
      value: 3,
      why: "8.8 is the lowest growth of four, not the third",
      findings: [{ cell: "D10", code: "rank-mismatch", severity: "error" }],
    },
    {
      cell: "D7",
      value: "13.75 ",
      why: "a number stored as text: SUM passes over it, so that the total is an error that follows",
      findings: [{ cell: "D7", code: "text-number", severity: "error" }],
    },
  ],
};
