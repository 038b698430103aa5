import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { percentage, percentageFormula, refuseZero } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "部分", en: "part" }, kind: "number" },
  { name: { zh: "总体", en: "total" }, kind: "number" },
  DECIMALS,
];

export const SHARE_CALL: MeasureCall = {
  id: "ZONE_SHARE",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    refuse: (_part, total) => refuseZero(total, 1),
    formula: percentage,
  }),
};

/**
 * Share: part ÷ total × 100, in percent, rounded once at the end (half away from zero).
 * Source: 占全市比重, 占工业投资比重 of the trade's forms.
 */
export const ZONE_SHARE: MeasureFunction = /* @__PURE__ */ describedFunction(SHARE_CALL, {
  formula: { zh: "部分 ÷ 总体 × 100", en: "part ÷ total × 100" },
  source: {
    zh: "即通报中“占全市的…%”。分母要与表头一致:全市、全省开发区,或工业投资。",
    en: "The “…% of the city” of a report. The total must be the one the header names: the city, all zones of the province, or industrial investment.",
  },
  twin: {
    kind: "formula",
    write: ([part = "", total = "", decimals], style) =>
      twinOfNumbers([part, total], roundedTo(percentageFormula(part, total), decimals), style),
  },
  examples: [
    { formula: "=ZONE_SHARE(109.24,177.53,2)", inputs: [109.24, 177.53, 2], result: 61.53 },
    { formula: "=ZONE_SHARE(65,70,1)", inputs: [65, 70, 1], result: 92.9 },
  ],
});
