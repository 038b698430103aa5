import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

// zone, 签约 count, money, started; 开工 count, producing; 投产 count, at capacity
const ZONES: readonly (readonly [
  string,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
])[] = [
  ["忻州经开区", 12, 46.2, 9, 14, 8, 10, 7],
  ["原平经开区", 8, 31.75, 6, 9, 4, 6, 5],
  ["繁峙开发区", 5, 12.4, 3, 6, 3, 4, 2],
  ["定襄开发区", 7, 18.36, 5, 8, 5, 5, 4],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["附表1"],
  ["忻州市开发区2023年上半年“三个一批”活动进展情况"],
  ["填报单位:忻州市商务局", null, null, null, null, null, null, null, null, "单位:个、亿元、%"],
  ["开发区", "签约一批", null, null, null, "开工一批", null, null, "投产一批", null, null],
  [
    null,
    "个数",
    "总投资",
    "已开工(个)",
    "开工率",
    "个数",
    "已投产(个)",
    "投产率",
    "个数",
    "已达效(个)",
    "达效率",
  ],
  ...ZONES.map(([zone, signed, money, started, begun, producing, ready, full], index) => {
    const row = 6 + index;
    return [
      zone,
      signed,
      money,
      started,
      typed(`ROUND(D${row}/B${row}*100,2)`),
      begun,
      producing,
      typed(`ROUND(G${row}/F${row}*100,2)`),
      ready,
      full,
      `=ROUND(J${row}/I${row}*100,2)`,
    ];
  }),
  [
    "合计",
    ...["B", "C", "D"].map((column) => `=SUM(${column}6:${column}9)`),
    "=ROUND(D10/B10*100,2)",
    "=SUM(F6:F9)",
    "=SUM(G6:G9)",
    "=ROUND(G10/F10*100,2)",
    "=SUM(I6:I9)",
    "=SUM(J6:J9)",
    "=ROUND(J10/I10*100,2)",
  ],
];

/** Layout 14: the three batches with their rates, by count. */
export const threeBatches: LayoutCase = {
  name: "14-three-batches",
  layout: "signed, started and producing projects, each with counts and the rate they make",
  sheets: [
    {
      name: "三个一批",
      rows,
      merges: ["A2:K2", "A4:A5", "B4:E4", "F4:H4", "I4:K4"],
      formats: [
        ["C6:C10", "0.00"],
        ["E6:E10", "0.00"],
        ["H6:H10", "0.00"],
        ["K6:K10", "0.00"],
      ],
    },
  ],
  tables: [
    {
      sheet: "三个一批",
      range: "A4:K10",
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: [
        "签约项目",
        "签约项目总投资",
        "开工率",
        "开工项目",
        "投产率",
        "投产项目",
        "达效率",
      ],
      data: ["B6:K10"],
    },
  ],
  faults: [
    {
      cell: "E7",
      value: 57.0,
      why: "6 of 8 is 75.00 %",
      findings: [{ cell: "E7", code: "rate-mismatch", severity: "error" }],
    },
    {
      cell: "G8",
      value: 7,
      why: "seven producing of six started; the total follows, the rate of 50.00 % fits three",
      findings: [{ cell: "G8", code: "order-violation", severity: "error" }],
    },
    {
      cell: "I10",
      value: 52,
      why: "10, 6, 4 and 5 make 25: two digits swapped",
      findings: [{ cell: "I10", code: "sum-mismatch", severity: "error" }],
    },
  ],
};
