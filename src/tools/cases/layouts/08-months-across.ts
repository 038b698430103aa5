import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, readonly number[]])[] = [
  // 固投 and its growth of 1-2, 1-3, 1-4, 1-5 and 1-6月
  ["大同经开区", [3.12, 8.4, 6.95, 9.1, 10.48, 9.6, 14.2, 10.3, 18.77, 11.2]],
  ["左云开发区", [1.05, 4.2, 2.31, 5.0, 3.66, 5.8, 4.92, 6.1, 6.4, 6.9]],
  ["阳高开发区", [0.87, -3.1, 1.96, -1.4, 3.02, 0.6, 4.15, 1.9, 5.53, 3.4]],
  ["灵丘开发区", [0.54, 12.6, 1.28, 13.9, 2.07, 13.1, 2.81, 12.7, 3.72, 12.4]],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["2023年大同市开发区固定资产投资分月情况"],
  ["制表:大同市开发区办", null, null, null, null, null, null, null, null, "单位:亿元、%"],
  ["开发区", "1-2月", null, "1-3月", null, "1-4月", null, "1-5月", null, "1-6月", null],
  [null, ...Array.from({ length: 5 }, () => ["完成", "增速"]).flat()],
  ...ZONES.map(([zone, values]): readonly CaseCell[] => [zone, ...values]),
  [
    "合计",
    ...["B", "D", "F", "H", "J"].flatMap((column): readonly CaseCell[] => [
      `=SUM(${column}5:${column}8)`,
      null,
    ]),
  ],
];

/** Layout 8: the months of a year across, the older ones hidden. */
export const monthsAcross: LayoutCase = {
  name: "08-months-across",
  layout: "the year so far, month after month across; columns of older months are hidden but read",
  sheets: [
    {
      name: "固投",
      rows,
      merges: ["A1:K1", "A3:A4", "B3:C3", "D3:E3", "F3:G3", "H3:I3", "J3:K3"],
      hiddenColumns: ["B", "C", "D", "E"],
      formats: [
        ...["B", "D", "F", "H", "J"].map((column) => [`${column}5:${column}9`, "0.00"] as const),
        ...["C", "E", "G", "I", "K"].map((column) => [`${column}5:${column}8`, "0.0"] as const),
      ],
    },
  ],
  tables: [
    {
      sheet: "固投",
      range: "A3:K9",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["固定资产投资"],
      data: ["B5:K9"],
    },
  ],
  notEvaluable: { "growth-mismatch": 20 },
  faults: [
    {
      cell: "H9",
      value: 27.08,
      why: "the four zones make 26.08",
      findings: [{ cell: "H9", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "J7",
      value: 3.55,
      why: "1-6月 of 3.55 after 4.15 for 1-5月: a sum over the year so far cannot fall",
      findings: [{ cell: "J7", code: "cumulative-decrease", severity: "warning" }],
    },
  ],
};
