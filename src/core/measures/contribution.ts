import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { change, refuseNotPositive, unlessNegative } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "部分本期", en: "part_now" }, kind: "number" },
  { name: { zh: "部分上年同期", en: "part_prior" }, kind: "number" },
  { name: { zh: "总体上年同期", en: "total_prior" }, kind: "number" },
  DECIMALS,
];

export const CONTRIB_CALL: MeasureCall = {
  id: "ZONE_CONTRIB",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    refuse: (_now, _then, total) => refuseNotPositive(total, 2),
    formula: change,
  }),
};

/**
 * Contribution to growth: (part now − part then) ÷ total then × 100, in percentage points of the total's growth. The
 * contributions of all parts add up to the total's growth.
 * Source: 拉动全市投资增长…个百分点, 上拉, 下拉 of the bulletins.
 */
export const ZONE_CONTRIB: MeasureFunction = /* @__PURE__ */ describedFunction(CONTRIB_CALL, {
  formula: {
    zh: "(部分本期 − 部分上年同期) ÷ 总体上年同期 × 100",
    en: "(part_now − part_prior) ÷ total_prior × 100",
  },
  source: {
    zh: "即“拉动全市增长…个百分点”;负数为下拉。各部分之和等于总体的名义增速。",
    en: "The “added … points to the city's growth” of a report; negative drags it down. All parts together give the total's nominal growth.",
  },
  twin: {
    kind: "formula",
    write: ([now = "", then = "", total = "", decimals], style) => {
      const points = `(${asOperand(now)}-${asOperand(then)})/${asOperand(total)}*100`;
      return twinOfNumbers(
        [now, then, total],
        unlessNegative(total, roundedTo(points, decimals)),
        style
      );
    },
  },
  examples: [
    {
      formula: "=ZONE_CONTRIB(109.24,133.09,192.5,2)",
      inputs: [109.24, 133.09, 192.5, 2],
      result: -12.39,
    },
    { formula: "=ZONE_CONTRIB(12.6,8.1,150,1)", inputs: [12.6, 8.1, 150, 1], result: 3 },
  ],
});
