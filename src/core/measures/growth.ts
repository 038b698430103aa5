import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { change, refuseNotPositive, unlessNegative } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "本期", en: "current" }, kind: "number" },
  { name: { zh: "上年同期", en: "prior" }, kind: "number" },
  DECIMALS,
];

export const GROWTH_CALL: MeasureCall = {
  id: "ZONE_GROWTH",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    refuse: (_current, prior) => refuseNotPositive(prior, 1),
    formula: (arithmetic, current, prior) => change(arithmetic, current, prior, prior),
  }),
};

/**
 * Growth on the same period last year: (current ÷ prior − 1) × 100, nominal. A base of zero has no growth, a negative
 * one (扭亏, 减亏) has none that means anything.
 * Source: 同比增速; investment (同口径) and value added (可比价) are given by the statistics office and do not follow it.
 */
export const ZONE_GROWTH: MeasureFunction = /* @__PURE__ */ describedFunction(GROWTH_CALL, {
  formula: { zh: "(本期 ÷ 上年同期 − 1) × 100", en: "(current ÷ prior − 1) × 100" },
  source: {
    zh: "同比名义增速,单位为%。投资(同口径)和增加值(可比价)的增速以统计部门反馈为准,不能这样推算;上年同期为负时增速无意义。",
    en: "Nominal growth on the same period last year, in percent. Growth of investment (same scope) and of value added (constant prices) is given by the statistics office and does not follow from the levels. Undefined for a negative base.",
  },
  twin: {
    kind: "formula",
    write: ([current = "", prior = "", decimals], style) => {
      const [now, base] = [asOperand(current), asOperand(prior)];
      const value = roundedTo(`(${now}-${base})/${base}*100`, decimals);
      return twinOfNumbers([current, prior], unlessNegative(prior, value), style);
    },
  },
  examples: [
    { formula: "=ZONE_GROWTH(68412,62105,2)", inputs: [68412, 62105, 2], result: 10.16 },
    { formula: "=ZONE_GROWTH(30.9,49.72,2)", inputs: [30.9, 49.72, 2], result: -37.85 },
  ],
});
