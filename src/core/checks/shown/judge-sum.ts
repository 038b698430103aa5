import type { Outcome } from "../../evaluation/evaluation.ts";
import type { Measure } from "../../model/measure.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { judgeTermSums, sumOfTerms } from "../sum-of-terms.ts";
import type { Term, TermSum } from "../sum-of-terms.ts";
import type { ShownSum } from "./find-sums.ts";

/** What is taken of amounts row by row, and lies between that of the parts. */
const MEANS: ReadonlySet<Measure> = new Set([
  "growth",
  "fall",
  "growth-month",
  "growth-other",
  "attainment",
]);

/** The rows that do not follow the sum of their column; nothing remains below zero, so that 0 stands for less too. */
export function judgeShownSum({ claim, terms }: ShownSum): readonly Outcome[] {
  const rows = claim.readings.flatMap((reading, row): TermSum[] => {
    if (reading === null) return [];
    // 增值税 and 企业所得税 make the tax in every row but that of their growth: growths have no sum.
    const isOfGrowths = MEANS.has(reading.place.field.measure);
    if (isOfGrowths && terms.every(({ sign }) => sign === 1)) return [];
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
