import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, elementwise, guardedTwin } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import { differenceOf } from "./points.ts";
import type { MeasureResult } from "./result.ts";
import { measured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "完成值", en: "actual" }, kind: "number" },
  { name: { zh: "目标值", en: "target" }, kind: "number" },
  DECIMALS,
];

/**
 * Gap to target: actual − target, signed; points for rates, the unit for levels.
 * Source: half-year reports of development zones, 与省定目标差距.
 */
function gap([actual, target, decimals]: readonly unknown[]): MeasureResult {
  const a = readNumber(actual, 0);
  if (!a.ok) return a;
  const t = readNumber(target, 1);
  if (!t.ok) return t;
  const places = readDecimals(decimals, 2);
  if (!places.ok) return places;
  return measured(differenceOf(a.value, t.value, places.value));
}

export const ZONE_GAP: MeasureFunction = {
  id: "ZONE_GAP",
  parameters: PARAMETERS,
  formula: { zh: "完成值 − 目标值", en: "actual − target" },
  source: {
    zh: "与目标差距:负数为未达到;同比、占比之差为百分点,总量之差为原单位。",
    en: "Gap to target: negative where the target is missed; in percentage points for rates, in the unit for levels.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", target = "", decimals]) =>
      guardedTwin([actual, target], `${actual}-${target}`, decimals),
  },
  examples: [
    { formula: "=ZONE_GAP(-17.92,17)", inputs: [-17.92, 17], result: -34.92 },
    { formula: "=ZONE_GAP(16.41,16,1)", inputs: [16.41, 16, 1], result: 0.4 },
  ],
  evaluate: elementwise(gap, PARAMETERS),
};
