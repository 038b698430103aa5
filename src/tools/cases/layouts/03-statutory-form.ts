import { typed } from "../case.ts";
import type { CaseCell, LayoutCase } from "../case.ts";

/** Name, unit, this year, last year. */
const INDICATORS: readonly (readonly [string, string, number, number])[] = [
  ["一、税收收入", "万元", 52_340, 48_810],
  ["二、一般公共预算收入", "万元", 31_260, 29_455],
  ["三、进出口总额", "万元", 18_420, 17_105],
  ["　　其中:出口", "万元", 12_310, 11_540],
  ["四、实际到位资金", "万元", 46_700, 41_230],
  ["五、规上工业企业", "户", 58, 50],
];

const FIRST = 7;

const rows: readonly (readonly CaseCell[])[] = [
  [null, null, null, null, "表  号:晋开发区01表"],
  [null, null, null, null, "制定机关:省商务厅"],
  ["介休经济技术开发区主要经济指标"],
  ["2023年1-6月"],
  ["指标名称", "计量单位", "代码", "本期", "上年同期", "同比(%)"],
  ["甲", "乙", "丙", 1, 2, 3],
  ...INDICATORS.map(([name, unit, now, before], index): readonly CaseCell[] => {
    const row = FIRST + index;
    return [name, unit, `0${index + 1}`, now, before, typed(`ROUND((D${row}/E${row}-1)*100,1)`)];
  }),
  ["单位负责人:        统计负责人:        填表人:        联系电话:        报出日期:"],
];

/** Layout 3: a statutory form, one zone a sheet. */
export const statutoryForm: LayoutCase = {
  name: "03-statutory-form",
  layout:
    "one zone a sheet: indicators down with unit and code, 甲乙丙 and 1 2 3 under the header, 其中 indented, form head and signatures around",
  sheets: [
    {
      name: "01表",
      rows,
      merges: ["A3:F3", "A4:F4"],
      formats: [[`F${FIRST}:F12`, "0.0"]],
    },
  ],
  tables: [
    {
      sheet: "01表",
      range: "A5:F12",
      orientation: "indicators-in-rows",
      period: "2023-01..06",
      zones: ["介休经济技术开发区"],
      indicators: [
        "税收收入",
        "一般公共预算收入",
        "进出口总额",
        "出口总额",
        "到位资金",
        "规上工业企业",
      ],
      data: [`D${FIRST}:F12`],
    },
  ],
  faults: [
    {
      cell: "F8",
      value: 16.1,
      why: "31260 against 29455 is 6.1 %: the tens are a slip",
      findings: [{ cell: "F8", code: "growth-mismatch", severity: "warning" }],
    },
    {
      cell: "D10",
      value: 21_310,
      why: "more is sold abroad than is traded in all",
      findings: [{ cell: "D10", code: "order-violation", severity: "warning" }],
    },
    {
      cell: "E11",
      value: "41230 万",
      why: "a unit behind the number: Excel does not calculate with it",
      findings: [{ cell: "E11", code: "text-number", severity: "warning" }],
    },
  ],
};
