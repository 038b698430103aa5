import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Check } from "./check.ts";
import { countFits } from "./column-verdict.ts";
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { Term, TermSum } from "./sum-of-terms.ts";

const BEFORE = /上年|去年|同期|上月|上季|上期|上次|前期/u;

/** A change of place is the place before less the place now, or the other way round, as the column shows. */
export const rankChanges: Check = {
  id: "sum-mismatch",
  severity: "warning",
  run: ({ index }) =>
    index.table.fields
      .filter(({ measure }) => measure === "rank-change")
      .flatMap((field) => checkField(index, field)),
};

function checkField(index: TableIndex, change: Field): readonly Outcome[] {
  const ranks = index.table.fields.filter(
    ({ measure, line }) => measure === "rank" && line < change.line
  );
  const isOfBefore = ({ path }: Field): boolean => BEFORE.test(path.at(-1) ?? "");
  const before = ranks.filter(isOfBefore).at(-1);
  const now = ranks.filter((rank) => !isOfBefore(rank)).at(-1);
  if (before === undefined || now === undefined) return [];
  const [up, down] = [
    readRows(index, change, [before, now]),
    readRows(index, change, [now, before]),
  ];
  return judgeTermSums(countFits(up) >= countFits(down) ? up : down, {
    cause: { kind: "columns" },
    established: "warning",
    open: null,
  });
}

function readRows(
  index: TableIndex,
  change: Field,
  [added, taken]: readonly [Field, Field]
): readonly TermSum[] {
  const sides = [
    [added, 1],
    [taken, -1],
  ] as const;
  return index.table.subjects.flatMap((subject): TermSum[] => {
    const claim = readPlace(index, subject, change);
    if (claim.kind === "none") return [];
    const terms = sides.flatMap(([field, sign]): Term[] => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "none" ? [] : [{ reading, sign }];
    });
    const row = terms.length === 2 ? sumOfTerms(claim, terms) : undefined;
    return row === undefined ? [] : [row];
  });
}
