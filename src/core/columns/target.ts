import { meets } from "../checks/judge-target.ts";
import { ERROR, TINIEST } from "../model/near.ts";
import type { Rows, TargetRelation } from "./relation.ts";

import { FIRST_NUMBER } from "./typed-column.ts";
import { startVerdicts, tell, VERDICT, verdictOnClaim } from "./verdict.ts";
import type { Verdicts } from "./verdict.ts";

/**
 * Judges some rows against its target: met is `fits`, unmet `disagrees`. Stored values are compared; two doubles that
 * are nearly equal are compared in decimals.
 */
export function judgeTargets(relation: TargetRelation, rows: Rows, verdicts: Verdicts): void {
  const { claim, comparison, limit, exceptions } = relation;
  const { values, kinds } = claim;
  const isFloor = comparison === "at-least" || comparison === "above";
  // Beyond these a number is on its side of the limit without doubt, whatever its size.
  const doubt = 4 * ERROR * Math.abs(limit) + TINIEST;
  const met = isFloor ? limit + doubt : limit - doubt;
  const unmet = isFloor ? limit - doubt : limit + doubt;
  const { from, to } = rows;
  const firstNumber = FIRST_NUMBER;
  const isMetAtLimit = comparison === "at-least" || comparison === "at-most";
  startVerdicts(verdicts, from, to);
  for (let row = from; row < to; row += 1) {
    const value = values[row] ?? 0;
    if ((kinds[row] ?? 0) >= firstNumber) {
      if (isFloor ? value > met : value < met) continue;
      if (isMetAtLimit && value === limit) continue;
      const isUnmet = isFloor ? value < unmet : value > unmet;
      if (isUnmet || !meets(value, comparison, limit)) tell(verdicts, row, VERDICT.disagrees);
    } else {
      tell(verdicts, row, verdictOnClaim(kinds[row] ?? 0));
    }
  }
  for (const exception of exceptions) judgeException(relation, rows, exception, verdicts);
}

function judgeException(
  relation: TargetRelation,
  rows: Rows,
  { row, limit }: TargetRelation["exceptions"][number],
  { codes, tally }: Verdicts
): void {
  const { claim } = relation;
  if (row < rows.from || row >= rows.to || (claim.kinds[row] ?? 0) < FIRST_NUMBER) return;
  const value = claim.values[row] ?? 0;
  const { comparison } = relation;
  const isFloor = comparison === "at-least" || comparison === "above";
  const gap = isFloor ? value - limit : limit - value;
  const doubt = ERROR * (Math.abs(value) + Math.abs(limit)) + TINIEST;
  const isUnmet = Math.abs(gap) > doubt ? gap < 0 : !meets(value, comparison, limit);
  const wasUnmet = codes[row] === VERDICT.disagrees;
  codes[row] = isUnmet ? VERDICT.disagrees : VERDICT.fits;
  tally[VERDICT.disagrees] =
    (tally[VERDICT.disagrees] ?? 0) + (isUnmet ? 1 : 0) - (wasUnmet ? 1 : 0);
}
