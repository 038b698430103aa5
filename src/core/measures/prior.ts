import type { Formula } from "./arithmetic.ts";
import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import type { MeasureFailure } from "./result.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "本期", en: "current" }, kind: "number" },
  { name: { zh: "增速", en: "growth" }, kind: "number" },
  DECIMALS,
];

/**
 * The base a growth implies: current ÷ (1 + growth ÷ 100), in the unit of current. At −100 % nothing is left to work
 * back from, below it no base gives such a growth.
 * Source: the same-scope base behind 同口径 growth, which last year's published level is not (全国 2024 年 1–10 月固投).
 */
const prior: Formula = ({ of, plus, times, over }, current, growth) =>
  over(times(current, of(100)), plus(of(100), growth));

function refuse(_current: number, growth: number): MeasureFailure | undefined {
  if (growth === -100) return { reason: "growth-to-nothing", parameter: 1 };
  return growth < -100 ? { reason: "growth-too-low", parameter: 1 } : undefined;
}

export const PRIOR_CALL: MeasureCall = {
  id: "ZONE_PRIOR",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, { refuse, formula: prior }),
};

export const ZONE_PRIOR: MeasureFunction = /* @__PURE__ */ describedFunction(PRIOR_CALL, {
  formula: { zh: "本期 ÷ (1 + 增速 ÷ 100)", en: "current ÷ (1 + growth ÷ 100)" },
  source: {
    zh: "由本期数和增速倒推的同口径基数。与上年公布数不同,多为口径调整,不一定有错。",
    en: "The base worked back from this period and its growth. Where it differs from last year's published figure the scope was usually adjusted; that alone is no error.",
  },
  twin: {
    kind: "formula",
    write: ([current = "", growth = "", decimals], style) => {
      const [now, rate] = [asOperand(current), asOperand(growth)];
      const value = roundedTo(`${now}*100/(100+${rate})`, decimals);
      return twinOfNumbers([current, growth], `IF(${rate}<-100,NA(),${value})`, style);
    },
  },
  examples: [
    { formula: "=ZONE_PRIOR(109.24,-17.92,2)", inputs: [109.24, -17.92, 2], result: 133.09 },
    { formula: "=ZONE_PRIOR(423222,3.4,0)", inputs: [423222, 3.4, 0], result: 409306 },
  ],
});
