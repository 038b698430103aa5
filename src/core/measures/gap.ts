import { asOperand } from "./guard.ts";
import type { MeasureCall, MeasureFunction, Parameter } from "./measure-function.ts";
import { DECIMALS, describedFunction } from "./measure-function.ts";
import { ofNumbers } from "./numbers.ts";
import { roundedTo, twinOfNumbers } from "./twin.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "完成值", en: "actual" }, kind: "number" },
  { name: { zh: "目标值", en: "target" }, kind: "number" },
  DECIMALS,
];

export const GAP_CALL: MeasureCall = {
  id: "ZONE_GAP",
  parameters: PARAMETERS,
  ...ofNumbers(PARAMETERS, {
    formula: ({ minus }, actual, target) => minus(actual, target),
  }),
};

/**
 * Gap to target: actual − target, signed; points for rates, the unit for levels.
 * Source: half-year reports of development zones, 与省定目标差距.
 */
export const ZONE_GAP: MeasureFunction = /* @__PURE__ */ describedFunction(GAP_CALL, {
  formula: { zh: "完成值 − 目标值", en: "actual − target" },
  source: {
    zh: "即通报中“达到(未达到)省定目标值”的差额。目标有例外时,先用 ZONE_TARGET 取得适用的目标。",
    en: "The amount behind “met (missed) the province's target” in a report. Where targets have exceptions, get the one that applies with ZONE_TARGET.",
  },
  twin: {
    kind: "formula",
    write: ([actual = "", target = "", decimals], style) =>
      twinOfNumbers(
        [actual, target],
        roundedTo(`${asOperand(actual)}-${asOperand(target)}`, decimals),
        style
      ),
  },
  examples: [
    { formula: "=ZONE_GAP(-17.92,17)", inputs: [-17.92, 17], result: -34.92 },
    { formula: "=ZONE_GAP(16.41,16,1)", inputs: [16.41, 16, 1], result: 0.4 },
  ],
});
