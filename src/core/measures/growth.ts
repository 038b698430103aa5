import {
  addRatio,
  divideRatio,
  ratioOf,
  roundRatio,
  timesRatio,
  toNumber,
} from "../model/ratio.ts";
import { asOperand, rounded, whereNumbers } from "./guard.ts";
import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, elementwise } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measuredNumber, unmeasured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "本期", en: "current" }, kind: "number" },
  { name: { zh: "上年同期", en: "prior" }, kind: "number" },
  DECIMALS,
];

/**
 * Growth on the same period last year: (current ÷ prior − 1) × 100, nominal. A base of zero has no growth, a negative
 * one (扭亏, 减亏) has none that means anything.
 * Source: 同比增速; investment (同口径) and value added (可比价) are given by the statistics office and do not follow it.
 */
function growth([current, prior, decimals]: readonly unknown[]): MeasureResult {
  const c = readNumber(current, 0);
  if (!c.ok) return c;
  const p = readNumber(prior, 1);
  if (!p.ok) return p;
  const places = readDecimals(decimals, 2);
  if (!places.ok) return places;
  if (p.value === 0) return unmeasured({ reason: "zero-base", parameter: 1 });
  if (p.value < 0) return unmeasured({ reason: "negative-base", parameter: 1 });
  const change = addRatio(ratioOf(c.value), ratioOf(-p.value));
  const ratio = divideRatio(timesRatio(change, ratioOf(100)), ratioOf(p.value));
  return measuredNumber(
    places.value === undefined ? toNumber(ratio) : roundRatio(ratio, places.value).toNumber()
  );
}

export const ZONE_GROWTH: MeasureFunction = {
  id: "ZONE_GROWTH",
  parameters: PARAMETERS,
  formula: { zh: "(本期 ÷ 上年同期 − 1) × 100", en: "(current ÷ prior − 1) × 100" },
  source: {
    zh: "同比名义增速,单位为%。投资(同口径)和增加值(可比价)的增速以统计部门反馈为准,不能这样推算;上年同期为负时增速无意义。",
    en: "Nominal growth on the same period last year, in percent. Growth of investment (same scope) and of value added (constant prices) is given by the statistics office and does not follow from the levels. Undefined for a negative base.",
  },
  twin: {
    kind: "formula",
    write: ([current = "", prior = "", decimals]) => {
      const [now, base] = [asOperand(current), asOperand(prior)];
      const value = rounded(`(${now}/${base}-1)*100`, decimals);
      return `=${whereNumbers([current, prior], `IF(${base}<0,NA(),${value})`)}`;
    },
  },
  examples: [
    { formula: "=ZONE_GROWTH(68412,62105,2)", inputs: [68412, 62105, 2], result: 10.16 },
    { formula: "=ZONE_GROWTH(30.9,49.72,2)", inputs: [30.9, 49.72, 2], result: -37.85 },
  ],
  evaluate: elementwise(growth, PARAMETERS),
};
