import { divideRatio, ratioOf, roundRatio, timesRatio, toNumber } from "../model/ratio.ts";
import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, elementwise, guardedTwin } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "部分", en: "part" }, kind: "number" },
  { name: { zh: "总体", en: "total" }, kind: "number" },
  DECIMALS,
];

/**
 * Share: part ÷ total × 100, in percent, rounded once at the end (half away from zero).
 * Source: 占全市比重, 占工业投资比重 of the trade's forms.
 */
function share([part, total, decimals]: readonly unknown[]): MeasureResult {
  const p = readNumber(part, 0);
  if (!p.ok) return p;
  const t = readNumber(total, 1);
  if (!t.ok) return t;
  const places = readDecimals(decimals, 2);
  if (!places.ok) return places;
  if (t.value === 0) return unmeasured({ reason: "zero-base", parameter: 1 });
  const ratio = divideRatio(timesRatio(ratioOf(p.value), ratioOf(100)), ratioOf(t.value));
  return measured(
    places.value === undefined ? toNumber(ratio) : roundRatio(ratio, places.value).toNumber()
  );
}

export const ZONE_SHARE: MeasureFunction = {
  id: "ZONE_SHARE",
  parameters: PARAMETERS,
  formula: { zh: "部分 ÷ 总体 × 100", en: "part ÷ total × 100" },
  source: {
    zh: "占比(比重),单位为%;只在最后四舍五入一次。",
    en: "Share in percent; rounded once, at the end, half away from zero.",
  },
  twin: {
    kind: "formula",
    write: ([part = "", total = "", decimals]) =>
      guardedTwin([part, total], `${part}/${total}*100`, decimals),
  },
  examples: [
    { formula: "=ZONE_SHARE(109.24,177.53,2)", inputs: [109.24, 177.53, 2], result: 61.53 },
    { formula: "=ZONE_SHARE(65,70,1)", inputs: [65, 70, 1], result: 92.9 },
  ],
  evaluate: elementwise(share, PARAMETERS),
};
