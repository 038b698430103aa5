import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "增速", en: "rate" }, kind: "number" },
  { name: { zh: "对照增速", en: "reference" }, kind: "number" },
  DECIMALS,
];

export const DIFF_CALL: MeasureCall = {
  id: "ZONE_DIFF",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    formula: ({ minus }, rate, reference) => minus(rate, reference),
  }),
};

/**
 * Difference of two rates in percentage points; the sign is that of the difference: −17.92 % against −18.3 % is +0.38,
 * 高0.38个百分点.
 * Source: 高于/低于全市…个百分点 of the half-year reports.
 */
export const ZONE_DIFF: MeasureFunction = /* @__PURE__ */ describedFunction(DIFF_CALL, {
  formula: { zh: "增速 − 对照增速", en: "rate − reference" },
  source: {
    zh: "即通报中“比全市高(低)…个百分点”。高低只看差的正负:-17.92% 比 -18.3% 降得少,高0.38个百分点。",
    en: "The “above (below) the city by … points” of a report. Only the sign of the difference counts: -17.92 % fell less than -18.3 % and is above it by 0.38 points.",
  },
  twin: {
    kind: "formula",
    write: ([rate = "", reference = "", decimals], style) =>
      twinOfNumbers(
        [rate, reference],
        roundedTo(`${asOperand(rate)}-${asOperand(reference)}`, decimals),
        style
      ),
  },
  examples: [
    { formula: "=ZONE_DIFF(-17.92,-7.8,1)", inputs: [-17.92, -7.8, 1], result: -10.1 },
    { formula: "=ZONE_DIFF(-17.92,-18.3,1)", inputs: [-17.92, -18.3, 1], result: 0.4 },
  ],
});
