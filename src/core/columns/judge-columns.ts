import { openFindings } from "./columnar-findings.ts";
import type { ColumnarFindings, FindingColumns } from "./columnar-findings.ts";
import { judgeDifferences } from "./difference.ts";
import { judgeRatios } from "./ratio.ts";
import type { Relation, Rows } from "./relation.ts";
import { standingOfRows } from "./standing.ts";
import { judgeSum } from "./sum.ts";
import { judgeTargets } from "./target.ts";
import { createVerdicts, LAST_TESTED, VERDICT } from "./verdict.ts";
import type { Verdicts } from "./verdict.ts";

/**
 * Typed columns to columnar findings: judges each relation column first, then cell by cell. Where a column as a whole
 * does not follow a relation, that is one finding, at its first row that does not. Linear in the rows, and nothing is
 * allocated for a row that fits.
 */
export function judgeColumns(relations: readonly Relation[]): ColumnarFindings {
  const findings = openFindings();
  let rows = 0;
  for (const one of relations) if (one.kind !== "sum" && one.rows.to > rows) rows = one.rows.to;
  const verdicts = createVerdicts(rows);
  let checked = 0;
  let notEvaluable = 0;
  relations.forEach((relation, place) => {
    const counts = judgeRelation(relation, place, verdicts, findings);
    checked += counts.checked;
    notEvaluable += counts.notEvaluable;
  });
  return findings.close(checked, notEvaluable);
}

interface Counts {
  readonly checked: number;
  readonly notEvaluable: number;
}

function judgeRelation(
  relation: Relation,
  place: number,
  verdicts: Verdicts,
  findings: FindingColumns
): Counts {
  switch (relation.kind) {
    case "sum":
      return collectSum(judgeSum(relation), place, relation.total, findings);
    case "target":
      judgeTargets(relation, verdicts);
      return collect(relation.rows, verdicts, place, "cells", findings);
    case "difference":
      judgeDifferences(relation, verdicts);
      return collect(relation.rows, verdicts, place, "column-first", findings);
    default:
      judgeRatios(relation, verdicts);
      return collect(relation.rows, verdicts, place, "column-first", findings);
  }
}

function collectSum(code: number, place: number, row: number, findings: FindingColumns): Counts {
  if (code === VERDICT.disagrees) findings.add(place, row, VERDICT.disagrees);
  const isTested = code >= VERDICT.fits && code <= LAST_TESTED;
  return { checked: isTested ? 1 : 0, notEvaluable: code > LAST_TESTED ? 1 : 0 };
}

function collect(
  { from, to }: Rows,
  { codes, tally }: Verdicts,
  place: number,
  order: "cells" | "column-first",
  findings: FindingColumns
): Counts {
  let untested = 0;
  for (let code = LAST_TESTED + 1; code < tally.length; code += 1) untested += tally[code] ?? 0;
  const checked = to - from - untested - (tally[VERDICT.nothing] ?? 0);
  const off = tally[VERDICT.disagrees] ?? 0;
  let row = off === 0 ? -1 : codes.indexOf(VERDICT.disagrees, from);
  if (order === "column-first" && standingOfRows(checked, checked - off) === "deviates") {
    findings.add(place, row, VERDICT.notEstablished);
    return { checked: 1, notEvaluable: untested + checked - 1 };
  }
  for (; row >= 0 && row < to; row = codes.indexOf(VERDICT.disagrees, row + 1)) {
    findings.add(place, row, VERDICT.disagrees);
  }
  return { checked, notEvaluable: untested };
}
