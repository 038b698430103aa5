import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

const ZONES: readonly (readonly [string, number, number, number, number])[] = [
  // zone, 工业投资 now and its growth (同口径), 规上工业增加值 and its growth (可比价)
  ["运城开发区", 18.42, 17.6, 33.81, 16.2],
  ["盐湖高新区", 12.05, 18.3, 21.47, 17.9],
  ["河津开发区", 24.26, 16.4, 58.03, 15.2],
  ["永济开发区", 10.91, 21.7, 25.66, 16.8],
  ["闻喜开发区", 16.38, 19.2, 41.15, 18.4],
  ["新绛开发区", 9.57, 17.1, 17.92, 16.0],
];
const FIRST = 6;
const TOTAL = FIRST + ZONES.length;
const CITY = TOTAL + 1;

const rows: readonly (readonly CaseCell[])[] = [
  ["附件2"],
  ["运城市开发区2023年1-6月主要经济指标完成情况表"],
  ["填报单位:(盖章)", null, null, null, null, null, null, null, "单位:亿元、%"],
  ["序号", "开发区", "工业投资", null, null, null, "规上工业增加值", null, null, null],
  [null, null, "完成", "同比±%", "占全市%", "位次", "完成", "同比±%", "占全市%", "位次"],
  ...ZONES.map(([zone, now, growth, added, pace], index): readonly CaseCell[] => {
    const row = FIRST + index;
    return [
      index + 1,
      zone,
      now,
      growth,
      typed(`ROUND(C${row}/C${CITY}*100,2)`),
      typed(`RANK(D${row},D${FIRST}:D${TOTAL - 1})`),
      added,
      pace,
      `=ROUND(G${row}/G$${CITY}*100,2)`,
      `=RANK(H${row},H$${FIRST}:H$${TOTAL - 1})`,
    ];
  }),
  [
    null,
    "合计",
    typed(`SUM(C${FIRST}:C${TOTAL - 1})`),
    18.1,
    typed(`ROUND(C${TOTAL}/C${CITY}*100,2)`),
    null,
    `=SUM(G${FIRST}:G${TOTAL - 1})`,
    16.7,
    `=ROUND(G${TOTAL}/G$${CITY}*100,2)`,
    null,
  ],
  [null, "全市", 177.53, 9.8, null, null, 356.81, 9.6, null, null],
  ["注:本表为快报数,位次按增速排列。"],
  ["填表人:              审核人:              负责人:              报出日期:2023年7月6日"],
];

/** Layout 1: the form most cities send up. */
export const twoRowHeader: LayoutCase = {
  name: "01-two-row-header",
  layout: "zones in rows under a merged header of two rows; title, unit line, signatures",
  sheets: [
    {
      name: "经济指标",
      rows,
      merges: ["A2:J2", "A3:D3", "I3:J3", "A4:A5", "B4:B5", "C4:F4", "G4:J4", "A14:J14", "A15:J15"],
      formats: [
        [`C${FIRST}:C${CITY}`, "0.00"],
        [`E${FIRST}:E${CITY}`, "0.00"],
        [`G${FIRST}:G${CITY}`, "#,##0.00"],
        [`I${FIRST}:I${CITY}`, "0.00"],
        [`D${FIRST}:D${CITY}`, "0.0"],
        [`H${FIRST}:H${CITY}`, "0.0_);(0.0)"],
      ],
    },
  ],
  tables: [
    {
      sheet: "经济指标",
      range: `A4:J${CITY}`,
      orientation: "zones-in-rows",
      period: "2023-01..06",
      zones: ZONES.map(([zone]) => zone),
      indicators: ["工业投资", "规上工业增加值"],
      data: [`C${FIRST}:J${CITY}`],
    },
  ],
  // Neither table gives last year's values: no growth can be recomputed.
  notEvaluable: { "growth-mismatch": 16 },
  // Members that do not add up to their total say nothing of its growth.
  notEvaluableWithFaults: { "growth-mismatch": 16, "aggregate-out-of-range": 1 },
  faults: [
    {
      cell: "C9",
      value: 10.19,
      why: "two digits of 10.91 swapped: its share and the total are off by 0.72, rounding allows 0.035",
      findings: [{ cell: "C9", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "I8",
      value: 17.26,
      why: "58.03 of 356.81 is 16.26 %, a formula was typed over",
      findings: [{ cell: "I8", code: "share-mismatch", severity: "error" }],
    },
    {
      cell: "J11",
      value: 2,
      why: "16.0 is the fifth highest growth, not the second",
      findings: [{ cell: "J11", code: "rank-mismatch", severity: "error" }],
    },
  ],
};
