import type { Formula } from "./arithmetic.ts";
import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { percentageFormula, refuseNotPositive, unlessNegative } from "./percentage.ts";
import type { MeasureFailure } from "./result.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "累计完成", en: "actual" }, kind: "number" },
  { name: { zh: "年度目标", en: "annual_target" }, kind: "number" },
  { name: { zh: "月份", en: "month" }, kind: "number" },
  DECIMALS,
];
const MONTHS = 12;

/**
 * Progress against the calendar, in percentage points: actual ÷ annual target × 100 − month ÷ 12 × 100. Positive is ahead
 * (超序时), negative behind (欠序时). Of levels and counts; growth, share and rate targets are never scaled by months.
 * Source: 序时进度 = 时间进度 = 均衡进度; 600 亩 planned, 174.3 by June: 29.05 − 50 = −20.95.
 */
const pace: Formula = ({ of, minus, times, over }, actual, target, month) => {
  const progress = over(times(actual, of(100)), target);
  return minus(progress, over(times(month, of(100)), of(MONTHS)));
};

function refuse(_actual: number, target: number, month: number): MeasureFailure | undefined {
  return Number.isInteger(month) && month >= 1 && month <= MONTHS
    ? refuseNotPositive(target, 1)
    : { reason: "month-out-of-range", parameter: 2 };
}

export const PACE_CALL: MeasureCall = {
  id: "ZONE_PACE",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, { refuse, formula: pace }),
};

export const ZONE_PACE: MeasureFunction = /* @__PURE__ */ describedFunction(PACE_CALL, {
  formula: {
    zh: "累计完成 ÷ 年度目标 × 100 − 月份 ÷ 12 × 100",
    en: "actual ÷ annual_target × 100 − month ÷ 12 × 100",
  },
  source: {
    zh: "超(欠)序时进度,单位为百分点,正数为超。只用于总量和个数;增速、占比、覆盖率目标不按月折算。单位另有进度计划的,用 ZONE_ATTAIN 减计划进度。",
    en: "Ahead of (behind) the calendar, in percentage points. For levels and counts only; growth, share and rate targets are never scaled by months. Where the office has a plan of its own, take ZONE_ATTAIN less the plan.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", target = "", month = "", decimals], style) => {
      const m = asOperand(month);
      const value = roundedTo(`${percentageFormula(actual, target)}-${m}/12*100`, decimals);
      const isMonth = `(${m}>=1)*(${m}<=12)*(${m}=INT(${m}))`;
      return twinOfNumbers(
        [actual, target, month],
        `IF(${isMonth},${unlessNegative(target, value)},VALUE("?"))`,
        style
      );
    },
  },
  examples: [
    { formula: "=ZONE_PACE(174.3,600,6)", inputs: [174.3, 600, 6], result: -20.95 },
    { formula: "=ZONE_PACE(313.64,1015,3,1)", inputs: [313.64, 1015, 3, 1], result: 5.9 },
  ],
});
