import type { Outcome } from "../evaluation/evaluation.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { Check } from "./check.ts";
import { found, operandOf, shownDecimals, written } from "./describe.ts";
import { qualityAt } from "./quality.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "zero-suspect";
const FEWEST_ROWS = 3;

/** Of a column where more zones say 0, zero is ordinary. */
function mostOf(rows: number): number {
  return Math.max(1, Math.floor(rows / 5));
}

/**
 * 0 means zero. Typed for an amount that last year was above zero, where hardly any other zone says 0, it is likelier
 * that the number is not known. Counts are 0 often enough.
 */
export const zeroSuspect: Check = {
  id: ID,
  severity: "information",
  run: ({ index }) =>
    index.table.fields.flatMap((field): Outcome[] => {
      if (field.measure !== "actual" || field.against !== null) return [];
      if (field.indicator.kind !== "flow" || field.unit?.family === "count") return [];
      const priorField = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
      if (priorField === undefined) return [];
      const numbers = zoneNumbers(index, field);
      const zeros = numbers.filter(({ stated }) => stated.value === 0);
      if (numbers.length < FEWEST_ROWS || zeros.length > mostOf(numbers.length)) return [];
      return zeros.flatMap((zero) => {
        const before = readPlace(index, zero.place.subject, priorField);
        const isTyped = zero.observation.formula === null;
        if (!isTyped || before.kind === "none" || before.stated.value <= 0) return [];
        const prior = operandOf("prior", before);
        return [
          found({
            ...qualityAt(zero.place, zero.observation, {
              severity: "information",
              remark: "optional",
              stated: 0,
              expected: null,
              operands: [operandOf("stated", zero), prior],
              arithmetic: `(0 ÷ ${written(prior)} − 1) × 100 = -100`,
              decimals: shownDecimals(before),
            }),
            code: ID,
            params: { prior: before.stated.value },
          }),
        ];
      });
    }),
};
