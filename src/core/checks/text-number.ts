import type { Measure } from "../model/measure.ts";
import { findComparison } from "../rules/tier-words.ts";
import type { Check } from "./check.ts";
import { NO_TRACE, describeCell, eachCell } from "./single-cells.ts";

/** A number stored as text is read and used, and told: Excel's own SUM leaves it out. */
export const textNumber: Check = {
  id: "text-number",
  severity: "warning",
  run: ({ index }) =>
    eachCell(index, (place, { content, at }) =>
      content.kind !== "number" ||
      content.fromText === null ||
      isComparedTarget(place.field.measure, content.fromText)
        ? null
        : {
            ...describeCell(place, at),
            code: "text-number",
            severity: "warning",
            remark: "optional",
            stated: content.fromText,
            expected: { low: content.stated.value, high: content.stated.value },
            params: { text: content.fromText, value: content.stated.value },
            trace: { ...NO_TRACE, decimals: content.stated.decimals },
          }
    ),
};

/** ≥17% in a target column says how it is held against the value: no number that became text by mistake. */
function isComparedTarget(measure: Measure, text: string): boolean {
  return (
    (measure === "target" || measure === "target-part") &&
    findComparison(text.normalize("NFKC")) !== undefined
  );
}
