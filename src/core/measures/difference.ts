import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, elementwise, guardedTwin } from "./measure-function.ts";
import { readDecimals, readNumber } from "./operand.ts";
import { differenceOf } from "./points.ts";
import type { MeasureResult } from "./result.ts";
import { measured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "增速", en: "rate" }, kind: "number" },
  { name: { zh: "对照增速", en: "reference" }, kind: "number" },
  DECIMALS,
];

/**
 * Difference of two rates in percentage points; the sign is that of the difference: −17.92 % against −18.3 % is +0.38,
 * 高0.38个百分点.
 * Source: 高于/低于全市…个百分点 of the half-year reports.
 */
function difference([rate, reference, decimals]: readonly unknown[]): MeasureResult {
  const own = readNumber(rate, 0);
  if (!own.ok) return own;
  const other = readNumber(reference, 1);
  if (!other.ok) return other;
  const places = readDecimals(decimals, 2);
  if (!places.ok) return places;
  return measured(differenceOf(own.value, other.value, places.value));
}

export const ZONE_DIFF: MeasureFunction = {
  id: "ZONE_DIFF",
  parameters: PARAMETERS,
  formula: { zh: "增速 − 对照增速", en: "rate − reference" },
  source: {
    zh: "两个增速(或占比)之差,单位为百分点;正数为高于,负数为低于,与两个增速自身的正负无关。",
    en: "Difference of two rates, in percentage points; positive is above, negative is below, whatever the signs of the rates themselves.",
  },
  twin: {
    kind: "formula",
    write: ([rate = "", reference = "", decimals]) =>
      guardedTwin([rate, reference], `${rate}-${reference}`, decimals),
  },
  examples: [
    { formula: "=ZONE_DIFF(-17.92,-7.8,1)", inputs: [-17.92, -7.8, 1], result: -10.1 },
    { formula: "=ZONE_DIFF(-17.92,-18.3,1)", inputs: [-17.92, -18.3, 1], result: 0.4 },
  ],
  evaluate: elementwise(difference, PARAMETERS),
};
