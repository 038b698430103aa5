import { formatColumn } from "../../../core/index.ts";
import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES = ["河津", "永济", "闻喜"] as const;
type Line = readonly [
  name: string,
  unit: string,
  values: readonly (readonly [now: number, growth: number])[],
  total: number,
  city: readonly [now: number, growth: number],
];
const LINES: readonly Line[] = [
  [
    "工业投资",
    "亿元",
    [
      [14.26, 12.4],
      [8.66, 9.7],
      [16.31, 15.2],
    ],
    12.9,
    [47.92, 8.4],
  ],
  [
    "固定资产投资",
    "亿元",
    [
      [21.4, 10.1],
      [13.75, 8.8],
      [24.08, 13.6],
    ],
    11.1,
    [88.13, 7.2],
  ],
  [
    "规上工业增加值",
    "亿元",
    [
      [39.17, 6.3],
      [12.04, 5.1],
      [27.55, 7.7],
    ],
    6.6,
    [101.26, 5.9],
  ],
  [
    "社零",
    "亿元",
    [
      [10.22, 4.8],
      [15.9, 5.5],
      [9.71, 4.3],
    ],
    5.0,
    [62.47, 4.4],
  ],
];
const FIRST = 5;
const letter = (column: number): string => formatColumn(column);

const rows: readonly (readonly CaseCell[])[] = [
  ["2023年上半年重点开发区主要指标"],
  [],
  ["指标", "单位", ...[...ZONES, "合计", "全市"].flatMap((name) => [name, null])],
  [null, null, ...[...ZONES, "合计", "全市"].flatMap(() => ["完成", "同比(%)"])],
  ...LINES.map(([name, unit, values, growth, city], index): readonly CaseCell[] => {
    const row = FIRST + index;
    const levels = values.map((_, place) => `${letter(2 + 2 * place)}${row}`);
    return [
      name,
      unit,
      ...values.flat(),
      index % 2 === 0 ? `=${levels.join("+")}` : typed(levels.join("+")),
      growth,
      ...city,
    ];
  }),
  ["数据来源:市统计局"],
];

/** Layout 4: the zones stand across. */
export const zonesInColumns: LayoutCase = {
  name: "04-zones-in-columns",
  layout:
    "zones across under merged names, indicators down with a unit column; 合计 and 全市 are columns",
  sheets: [
    {
      name: "重点开发区",
      rows,
      merges: ["A1:L1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:H3", "I3:J3", "K3:L3"],
      formats: [
        [`C${FIRST}:L8`, "0.00"],
        ["D5:D8", "0.0"],
        ["F5:F8", "0.0"],
        ["H5:H8", "0.0"],
        ["J5:J8", "0.0"],
        ["L5:L8", "0.0"],
      ],
    },
  ],
  tables: [
    {
      sheet: "重点开发区",
      range: "A3:L8",
      orientation: "zones-in-columns",
      period: "2023-01..06",
      zones: [...ZONES],
      indicators: ["工业投资", "固定资产投资", "规上工业增加值", "社会消费品零售总额"],
      data: ["C5:L8"],
    },
  ],
  // Levels of this year only: five columns of growth over four indicators.
  notEvaluable: { "growth-mismatch": 20 },
  // A blank member: neither its total nor the growth of the total can be tested.
  notEvaluableWithFaults: { "growth-mismatch": 20, "aggregate-out-of-range": 1, "sum-mismatch": 1 },
  faults: [
    {
      cell: "I6",
      value: 95.23,
      why: "21.40 + 13.75 + 24.08 is 59.23: the first digit is wrong",
      findings: [{ cell: "I6", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "E7",
      value: null,
      why: "forgotten, while the other zones have theirs; the total takes it for zero",
      findings: [{ cell: "E7", code: "missing-value", severity: "error" }],
    },
    {
      cell: "J8",
      value: 9.4,
      why: "the zones grew by 4.3 to 5.5 %: their total cannot have grown by 9.4 %",
      findings: [{ cell: "J8", code: "aggregate-out-of-range", severity: "warning" }],
    },
  ],
};
