import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { percentage, percentageFormula, refuseNotPositive, unlessNegative } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "已完成", en: "done" }, kind: "number" },
  { name: { zh: "总数", en: "total" }, kind: "number" },
  DECIMALS,
];

export const RATE_CALL: MeasureCall = {
  id: "ZONE_RATE",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    refuse: (_done, total) => refuseNotPositive(total, 1),
    formula: percentage,
  }),
};

/**
 * A rate on the basis of the operands given: done ÷ total × 100, in percent. Counts over counts, or money over money:
 * 签约项目开工率 91.2 % is 145.66 ÷ 159.71 亿元, and 32 ÷ 39 个 is 82.05 %.
 * Source: 三率 of 三个一批; offices differ in the basis, so the operands name it.
 */
export const ZONE_RATE: MeasureFunction = /* @__PURE__ */ describedFunction(RATE_CALL, {
  formula: { zh: "已完成 ÷ 总数 × 100", en: "done ÷ total × 100" },
  source: {
    zh: "开工率、投产率、达效率、整改完成率等。按个数还是按投资额,由所选的两个单元格决定:晋城签约项目开工率91.2%是投资额之比,按个数为82.05%。",
    en: "Rates such as started, in production, at capacity, rectified. The two cells chosen decide the basis: 91.2 % of Jincheng's signed projects have started by investment, 82.05 % by number.",
  },
  twin: {
    kind: "formula",
    write: ([done = "", total = "", decimals], style) =>
      twinOfNumbers(
        [done, total],
        unlessNegative(total, roundedTo(percentageFormula(done, total), decimals)),
        style
      ),
  },
  examples: [
    { formula: "=ZONE_RATE(145.66,159.71,1)", inputs: [145.66, 159.71, 1], result: 91.2 },
    { formula: "=ZONE_RATE(32,39,2)", inputs: [32, 39, 2], result: 82.05 },
  ],
});
