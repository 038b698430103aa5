import type { Outcome } from "../../evaluation/evaluation.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { judgeTermSums, sumOfTerms } from "../sum-of-terms.ts";
import type { Term, TermSum } from "../sum-of-terms.ts";
import type { ShownSum } from "./find-sums.ts";

/** The rows that do not follow the sum of their column; nothing remains below zero, so that 0 stands for less too. */
export function judgeShownSum({ claim, terms }: ShownSum): readonly Outcome[] {
  const rows = claim.readings.flatMap((reading, row): TermSum[] => {
    if (reading === null) return [];
    const read = terms.flatMap(({ column, sign }): Term[] => {
      const own = column.readings[row] ?? null;
      return own === null ? [] : [{ reading: inUnitOf(own, reading), sign }];
    });
    const sum = read.length === terms.length ? sumOfTerms(reading, read) : undefined;
    return sum === undefined ? [] : [sum];
  });
  return judgeTermSums(
    rows.filter((row) => !(row.claim.stated.value === 0 && row.verdict === "disagrees")),
    { cause: { kind: "columns" }, established: "warning", open: null }
  );
}

/** Per cent less per cent is points, and what has no unit has the column's. */
function inUnitOf(reading: NumberReading, claim: NumberReading): NumberReading {
  const { unit } = claim.place.field;
  const { place } = reading;
  return { ...reading, place: { ...place, field: { ...place.field, unit } } };
}
