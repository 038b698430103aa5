import { divideRatio, ratioOf, roundRatio, timesRatio, toNumber } from "../model/ratio.ts";
import { asOperand, rounded, whereNumbers } from "./guard.ts";
import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, elementwise } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measuredNumber, unmeasured } from "./result.ts";

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
  return measuredNumber(
    places.value === undefined ? toNumber(ratio) : roundRatio(ratio, places.value).toNumber()
  );
}

export const ZONE_SHARE: MeasureFunction = {
  id: "ZONE_SHARE",
  parameters: PARAMETERS,
  formula: { zh: "部分 ÷ 总体 × 100", en: "part ÷ total × 100" },
  source: {
    zh: "即通报中“占全市的…%”。分母要与表头一致:全市、全省开发区,或工业投资。",
    en: "The “…% of the city” of a report. The total must be the one the header names: the city, all zones of the province, or industrial investment.",
  },
  twin: {
    kind: "formula",
    write: ([part = "", total = "", decimals]) =>
      `=${whereNumbers([part, total], rounded(`${asOperand(part)}/${asOperand(total)}*100`, decimals))}`,
  },
  examples: [
    { formula: "=ZONE_SHARE(109.24,177.53,2)", inputs: [109.24, 177.53, 2], result: 61.53 },
    { formula: "=ZONE_SHARE(65,70,1)", inputs: [65, 70, 1], result: 92.9 },
  ],
  evaluate: elementwise(share, PARAMETERS),
};
