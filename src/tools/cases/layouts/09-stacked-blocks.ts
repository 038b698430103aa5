import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES = ["晋城经开区", "高平经开区", "阳城经开区", "沁水开发区"] as const;

function block(
  first: number,
  now: readonly number[],
  prior: readonly number[]
): readonly (readonly CaseCell[])[] {
  return [
    ...ZONES.map((zone, index): readonly CaseCell[] => {
      const row = first + index;
      return [
        index + 1,
        zone,
        now[index] ?? null,
        prior[index] ?? null,
        typed(`ROUND((C${row}/D${row}-1)*100,2)`),
      ];
    }),
    [
      null,
      "合计",
      `=SUM(C${first}:C${first + 3})`,
      `=SUM(D${first}:D${first + 3})`,
      `=ROUND((C${first + 4}/D${first + 4}-1)*100,2)`,
    ],
  ];
}

const HEADER: readonly CaseCell[] = ["序号", "单位", "累计完成", "去年同期", "同比增减(%)"];
const rows: readonly (readonly CaseCell[])[] = [
  ["晋城市开发区2023年1-6月财政、招商指标"],
  ["单位:亿元"],
  ["一、税收收入"],
  HEADER,
  ...block(5, [7.14, 4.62, 3.87, 2.05], [6.58, 4.31, 3.69, 1.94]),
  [],
  ["二、到位资金"],
  HEADER,
  ...block(13, [22.6, 17.45, 14.08, 9.36], [20.17, 16.02, 13.5, 8.81]),
  [],
  ["晋城市开发区2023年1-6月财政、招商指标(续表)"],
  ["三、一般公共预算收入"],
  HEADER,
  ...block(22, [5.42, 3.4, 2.96, 1.53], [5.07, 3.21, 2.83, 1.47]),
];

const table = (range: string, indicator: string, data: string) =>
  ({
    sheet: "汇总",
    range,
    orientation: "zones-in-rows",
    period: "2023-01..06",
    zones: [...ZONES],
    indicators: [indicator],
    data: [data],
  }) as const;

/** Layout 9: blocks one under another. */
export const stackedBlocks: LayoutCase = {
  name: "09-stacked-blocks",
  layout:
    "a block for each indicator, one under another, with its band and header; 续表 repeats the title",
  sheets: [
    {
      name: "汇总",
      rows,
      merges: ["A1:E1", "A3:E3", "A11:E11", "A19:E19", "A20:E20"],
      formats: [
        ["C5:E9", "0.00"],
        ["C13:E17", "0.00"],
        ["C22:E26", "0.00"],
      ],
    },
  ],
  tables: [
    table("A4:E9", "税收收入", "C5:E9"),
    table("A12:E17", "到位资金", "C13:E17"),
    table("A21:E26", "一般公共预算收入", "C22:E26"),
  ],
  // The growth of a total that is not the sum of its rows says nothing of them.
  notEvaluableWithFaults: { "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "E7",
      value: 4.98,
      why: "3.87 against 3.69 is +4.88 %: the rounding of both allows 4.60 to 5.16, so this one is within it",
      findings: [],
    },
    {
      cell: "E14",
      value: 18.93,
      why: "17.45 against 16.02 is +8.93 %",
      findings: [{ cell: "E14", code: "growth-mismatch", severity: "warning" }],
    },
    {
      cell: "C17",
      value: "=SUM(C14:C16)",
      why: "the SUM starts one row late and leaves 晋城经开区 out",
      findings: [{ cell: "C17", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
