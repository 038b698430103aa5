import type { Outcome } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import type { Place, TableIndex } from "../model/table-index.ts";
import type { Observation } from "../model/table.ts";
import { addressOf, found, subjectAt } from "./describe.ts";

/** What stands in the cell is all there is to show. */
export const NO_TRACE = { operands: [], arithmetic: null, allowed: null, decimals: 0 } as const;

/** What the findings of a single cell have in common. */
export function describeCell(
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

/** The findings that the cells of a table give, each by itself. */
export function eachCell(
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
