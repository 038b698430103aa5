import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { percentage, percentageFormula, refuseNotPositive, unlessNegative } from "./percentage.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "完成值", en: "actual" }, kind: "number" },
  { name: { zh: "目标值", en: "target" }, kind: "number" },
  DECIMALS,
];

export const ATTAIN_CALL: MeasureCall = {
  id: "ZONE_ATTAIN",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    refuse: (_actual, target) => refuseNotPositive(target, 1),
    formula: percentage,
  }),
};

/**
 * Attainment: actual ÷ target × 100, in percent; may exceed 100. Of levels and counts: a growth or a share is held against
 * its target by ZONE_GAP, never divided by it.
 * Source: 完成率, 为年计划的…% of the trade's plan sheets.
 */
export const ZONE_ATTAIN: MeasureFunction = /* @__PURE__ */ describedFunction(ATTAIN_CALL, {
  formula: { zh: "完成值 ÷ 目标值 × 100", en: "actual ÷ target × 100" },
  source: {
    zh: "即“完成年度目标的…%”,可以超过100。用于总量和个数;增速、占比类目标用 ZONE_GAP 比较,不相除。",
    en: "The “…% of the year's target” of a report; may exceed 100. For levels and counts; growth and share targets are compared with ZONE_GAP, not divided by.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", target = "", decimals], style) =>
      twinOfNumbers(
        [actual, target],
        unlessNegative(target, roundedTo(percentageFormula(actual, target), decimals)),
        style
      ),
  },
  examples: [
    { formula: "=ZONE_ATTAIN(313.64,1015,2)", inputs: [313.64, 1015, 2], result: 30.9 },
    { formula: "=ZONE_ATTAIN(174.3,600,2)", inputs: [174.3, 600, 2], result: 29.05 },
  ],
});
