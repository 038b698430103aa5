import type { Outcome } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import type { Measure } from "../model/measure.ts";
import { findComparison } from "../rules/tier-words.ts";
import type { Observation } from "../model/table.ts";
import type { Place, TableIndex } from "../model/table-index.ts";
import type { Check } from "./check.ts";
import { doubleNegative } from "./sign-suspect.ts";
import { addressOf, found, subjectAt } from "./describe.ts";

const NO_TRACE = { operands: [], arithmetic: null, allowed: null, decimals: 0 } as const;

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
            ...describe(place, at),
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

/** Text that no rule reads as exactly one number is not used. */
export const notANumber: Check = {
  id: "not-a-number",
  severity: "error",
  run: ({ index }) =>
    eachCell(index, (place, { content, at }) =>
      content.kind !== "unreadable" || doubleNegative(content) !== undefined
        ? null
        : {
            ...describe(place, at),
            code: "not-a-number",
            severity: "error",
            remark: "none",
            stated: content.text,
            expected: null,
            params: { text: content.text, nearest: content.nearest },
            trace: NO_TRACE,
          }
    ),
};

/** An error value (#REF!, #DIV/0! …) where a number belongs. */
export const formulaError: Check = {
  id: "formula-error",
  severity: "error",
  run: ({ index }) =>
    eachCell(index, (place, { content, at }) =>
      content.kind !== "error"
        ? null
        : {
            ...describe(place, at),
            code: "formula-error",
            severity: "error",
            remark: "none",
            stated: content.error,
            expected: null,
            params: { error: content.error },
            trace: NO_TRACE,
          }
    ),
};

function describe(
  place: Place,
  at: Observation["at"]
): Pick<Finding, "subject" | "at" | "alternatives" | "consequences"> & {
  readonly class: "quality";
} {
  return {
    class: "quality",
    subject: subjectAt(place),
    at: addressOf(place.index, at),
    alternatives: [],
    consequences: [],
  };
}

function eachCell(
  index: TableIndex,
  toFinding: (place: Place, observation: Observation) => Finding | null
): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const row of index.table.cells) {
    for (const observation of row) {
      if (observation === null) continue;
      const subject = index.table.subjects[observation.subject];
      const field = index.table.fields[observation.field];
      if (subject === undefined || field === undefined) continue;
      const finding = toFinding({ index, subject, field }, observation);
      if (finding !== null) outcomes.push(found(finding));
    }
  }
  return outcomes;
}
