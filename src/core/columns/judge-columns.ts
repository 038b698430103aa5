import { openFindings } from "./columnar-findings.ts";
import type { ColumnarFindings, FindingColumns } from "./columnar-findings.ts";
import { judgeDifferences } from "./difference.ts";
import { judgeRatios } from "./ratio.ts";
import type { Relation, Rows, SumRelation } from "./relation.ts";
import { standingOfRows } from "./standing.ts";
import { judgeSum } from "./sum.ts";
import { judgeTargets } from "./target.ts";
import { createTally, LAST_TESTED, VERDICT } from "./verdict.ts";
import type { Verdicts } from "./verdict.ts";

/** Rows that are judged by all relations before the next: so few that their columns stay in the processor's cache. */
const BLOCK = 2048;

/**
 * Typed columns to columnar findings: judges each relation column first, then cell by cell. Where a column as a whole
 * does not follow a relation, that is one finding, at its first row that does not. Linear in the rows, and nothing is
 * allocated for a row that fits.
 */
export function judgeColumns(relations: readonly Relation[]): ColumnarFindings {
  const standings = relations.map((relation) => ({ relation, tally: createTally(), off: NO_ROWS }));
  let rows = 0;
  for (const one of relations) if (one.kind !== "sum" && one.rows.to > rows) rows = one.rows.to;
  const codes = new Uint8Array(rows);
  for (let from = 0; from < rows; from += BLOCK) {
    for (const standing of standings) judgeBlock(standing, codes, from, from + BLOCK);
  }
  const findings = openFindings();
  let checked = 0;
  let notEvaluable = 0;
  standings.forEach((standing, place) => {
    const counts =
      standing.relation.kind === "sum"
        ? tellSum(standing.relation, place, findings)
        : tellRows(standing, standing.relation, place, findings);
    checked += counts.checked;
    notEvaluable += counts.notEvaluable;
  });
  return findings.close(checked, notEvaluable);
}

/** What is known of a relation so far: how many rows of each verdict, and which disagree. */
interface Standing {
  readonly relation: Relation;
  readonly tally: Uint32Array;
  off: number[];
}

const NO_ROWS: number[] = [];

function judgeBlock(standing: Standing, codes: Uint8Array, start: number, end: number): void {
  const { relation, tally } = standing;
  if (relation.kind === "sum") return;
  const rows = {
    from: Math.max(relation.rows.from, start),
    to: Math.min(relation.rows.to, end),
  };
  if (rows.from >= rows.to) return;
  const before = tally[VERDICT.disagrees];
  judgeRows(relation, rows, { codes, tally });
  if (tally[VERDICT.disagrees] === before) return;
  if (standing.off === NO_ROWS) standing.off = [];
  for (
    let row = codes.indexOf(VERDICT.disagrees, rows.from);
    row >= 0 && row < rows.to;
    row = codes.indexOf(VERDICT.disagrees, row + 1)
  ) {
    standing.off.push(row);
  }
}

type RowRelation = Exclude<Relation, SumRelation>;

function judgeRows(relation: RowRelation, rows: Rows, verdicts: Verdicts): void {
  switch (relation.kind) {
    case "target":
      judgeTargets(relation, rows, verdicts);
      return;
    case "difference":
      judgeDifferences(relation, rows, verdicts);
      return;
    default:
      judgeRatios(relation, rows, verdicts);
  }
}

interface Counts {
  readonly checked: number;
  readonly notEvaluable: number;
}

function tellSum(relation: SumRelation, place: number, findings: FindingColumns): Counts {
  const code = judgeSum(relation);
  if (code === VERDICT.disagrees) findings.add(place, relation.total, VERDICT.disagrees);
  const isTested = code >= VERDICT.fits && code <= LAST_TESTED;
  return { checked: isTested ? 1 : 0, notEvaluable: code > LAST_TESTED ? 1 : 0 };
}

function tellRows(
  { tally, off }: Standing,
  { kind, rows }: RowRelation,
  place: number,
  findings: FindingColumns
): Counts {
  let untested = 0;
  for (let code = LAST_TESTED + 1; code < tally.length; code += 1) untested += tally[code] ?? 0;
  const checked = rows.to - rows.from - untested - (tally[VERDICT.nothing] ?? 0);
  const [first] = off;
  if (
    first !== undefined &&
    kind !== "target" &&
    standingOfRows(checked, checked - off.length) === "deviates"
  ) {
    findings.add(place, first, VERDICT.notEstablished);
    return { checked: 1, notEvaluable: untested + checked - 1 };
  }
  for (const row of off) findings.add(place, row, VERDICT.disagrees);
  return { checked, notEvaluable: untested };
}
