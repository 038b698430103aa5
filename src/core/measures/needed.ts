import type { Formula } from "./arithmetic.ts";
import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import type { MeasureFailure } from "./result.ts";
import { twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "累计完成", en: "actual" }, kind: "number" },
  { name: { zh: "上年同期", en: "prior_part" }, kind: "number" },
  { name: { zh: "上年全年", en: "prior_year" }, kind: "number" },
  { name: { zh: "增速目标", en: "growth_target" }, kind: "number" },
];

/**
 * What the rest of the year must bring to reach a growth for the year: last year × (1 + target ÷ 100) − actual, in the
 * unit of the level; 0 where the year's aim is reached already. Last year's same months may not exceed last year: that is
 * how a year in the place of the months, and the reverse, is found.
 * Source: 全年要达…%,下半年需完成… of the bulletins.
 */
const needed: Formula = (
  { of, plus, minus, times, over, atLeastZero },
  actual,
  _priorPart,
  priorYear,
  target
) => {
  const aim = over(times(priorYear, plus(of(100), target)), of(100));
  return atLeastZero(minus(aim, actual));
};

function refuse(_actual: number, priorPart: number, priorYear: number): MeasureFailure | undefined {
  return priorPart > priorYear ? { reason: "part-exceeds-year", parameter: 1 } : undefined;
}

export const NEEDED_CALL: MeasureCall = {
  id: "ZONE_NEEDED",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, { refuse, formula: needed }),
};

export const ZONE_NEEDED: MeasureFunction = /* @__PURE__ */ describedFunction(NEEDED_CALL, {
  formula: {
    zh: "上年全年 × (1 + 增速目标 ÷ 100) − 累计完成,不小于 0",
    en: "prior_year × (1 + growth_target ÷ 100) − actual, not below 0",
  },
  source: {
    zh: "即“要完成全年增长目标,后几个月需完成多少”。上年同期用于核对:大于上年全年时说明两个数填反了。",
    en: "The “… still to come in the rest of the year” of a report. The same months of last year are held against the whole year: above it, the two have changed places.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", part = "", year = "", target = ""], style) => {
      const [done, months, whole, growth] = [actual, part, year, target].map(asOperand);
      const rest = `${whole}*(1+${growth}/100)-${done}`;
      return twinOfNumbers(
        [actual, part, year, target],
        `IF(${months}>${whole},VALUE("?"),IF(${rest}<0,0,${rest}))`,
        style
      );
    },
  },
  examples: [
    {
      formula: "=ZONE_NEEDED(109.24,133.09,290.5,17)",
      inputs: [109.24, 133.09, 290.5, 17],
      result: 230.645,
    },
    { formula: "=ZONE_NEEDED(52.3,20,45,16)", inputs: [52.3, 20, 45, 16], result: 0 },
  ],
});
