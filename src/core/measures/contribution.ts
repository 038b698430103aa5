import { addRatio, divideRatio, ratioOf, timesRatio } from "../model/ratio.ts";
import { asOperand } from "./guard.ts";
import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import type { Calculated } from "./numbers.ts";
import { unlessNegative } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "部分本期", en: "part_now" }, kind: "number" },
  { name: { zh: "部分上年同期", en: "part_prior" }, kind: "number" },
  { name: { zh: "总体上年同期", en: "total_prior" }, kind: "number" },
  DECIMALS,
];

/**
 * Contribution to growth: (part now − part then) ÷ total then × 100, in percentage points of the total's growth. The
 * contributions of all parts add up to the total's growth.
 * Source: 拉动全市投资增长…个百分点, 上拉, 下拉 of the bulletins.
 */
function contribution(now = 0, then = 0, total = 0): Calculated {
  if (total === 0) return { reason: "zero-base", parameter: 2 };
  if (total < 0) return { reason: "negative-base", parameter: 2 };
  const change = addRatio(ratioOf(now), ratioOf(-then));
  return divideRatio(timesRatio(change, ratioOf(100)), ratioOf(total));
}

export const ZONE_CONTRIB: MeasureFunction = {
  id: "ZONE_CONTRIB",
  parameters: PARAMETERS,
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
      const change = `(${asOperand(now)}-${asOperand(then)})/${asOperand(total)}*100`;
      return twinOfNumbers(
        [now, then, total],
        unlessNegative(total, roundedTo(change, decimals)),
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
  evaluate: ofNumbers(PARAMETERS, contribution),
};
