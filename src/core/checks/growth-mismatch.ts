import type { Outcome } from "../evaluation/evaluation.ts";
import type { NotEvaluableReason } from "../model/not-evaluable.ts";
import { toNumber } from "../model/ratio.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { formatArea } from "../workbook/address.ts";
import { judgeYears } from "./average-growth.ts";
import { overYears } from "./average-spans.ts";
import type { Check, CheckContext } from "./check.ts";
import { findMisfits } from "./column-misfits.ts";
import type { Misfits } from "./column-misfits.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { levelsThatFit } from "./growth-bases.ts";
import { growthFinding, identityOfGrowth, watchedGrowth } from "./growth-finding.ts";
import { LEVELS_OF, basisOf, judgeGrowth } from "./growth-rows.ts";
import type { Basis, JudgedGrowth } from "./growth-rows.ts";
import { misfitOutcome } from "./misfit-outcome.ts";
import { readClaim } from "./read-claim.ts";
import { watching } from "./watch.ts";

const ID = "growth-mismatch";

/**
 * A growth rate on the same period last year follows from the two levels where it may be recomputed: nominal and
 * counts cell by cell, 同口径 only where the column does follow (else one question for it), 可比价 never.
 */
export const growthMismatch: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    meansTogether(context.index.columns.filter(({ measure }) => measure in LEVELS_OF)).flatMap(
      (column) => checkColumn(context, column)
    ),
};

/** 年均增长 below the years of many columns is one row of one meaning. */
function meansTogether(columns: readonly Column[]): readonly Column[] {
  const means = columns.filter(isMeanBelow);
  const [first] = means;
  if (first === undefined || means.length === 1) return columns;
  const together = { ...first, fields: means.flatMap(({ fields }) => fields) };
  return [...columns.filter((column) => !means.includes(column)), together];
}

function isMeanBelow({ measure, fields }: Column): boolean {
  const [field, ...more] = fields;
  if (measure !== "growth-other" || field === undefined || more.length > 0) return false;
  return field.path.length > 1 && overYears(field) === "mean";
}

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  const years = column.measure === "growth-other" ? judgeYears(context, column) : [];
  const judged = new Set(years.map(({ at }) => formatArea(at.area)));
  const outcomes: Outcome[] = [...years];
  const rows: Record<Exclude<Basis, "given">, JudgedGrowth[]> = {
    nominal: [],
    "same-scope": [],
    shown: [],
  };
  for (const field of column.fields) {
    const { current, prior } = levelsThatFit(context, field);
    for (const subject of context.index.table.subjects) {
      const place = { index: context.index, subject, field };
      const claim = readClaim(ID, place);
      if (claim.kind === "none") continue;
      if (claim.kind === "number" && judged.size > 0) {
        const { at } = claim.reading.observation;
        if (judged.has(formatArea({ ...at, rows: 1, columns: 1 }))) continue;
      }
      if (claim.kind === "outcome") {
        outcomes.push(claim.outcome);
        continue;
      }
      const basis = basisOf(field, subject, context.index);
      // 同口径 without last year's values beside it is simply given.
      const isAlone = basis !== "nominal" && prior === undefined;
      if (basis === "given" || isAlone || field.against !== null) {
        outcomes.push(skipped(claim.reading, "basis-given"));
        continue;
      }
      const row = judgeGrowth(context, subject, claim.reading, current, prior);
      if (typeof row === "string") outcomes.push(skipped(claim.reading, row));
      else rows[basis].push(row);
    }
  }
  return [
    ...outcomes,
    ...judgeNominal(rows.nominal),
    ...judgeSameScope(rows["same-scope"]),
    ...judgeShown(rows.shown),
  ];
}

function judgeShown(rows: readonly JudgedGrowth[]): Outcome[] {
  return standingOf(rows) === "established"
    ? rows.map(judgeCell)
    : rows.map((row) => skipped(row.claim, "basis-given"));
}

function judgeNominal(rows: readonly JudgedGrowth[]): Outcome[] {
  return standingOf(rows) === "deviates"
    ? judgeWithout(misfitsOf(rows), rows)
    : rows.map(judgeCell);
}

function judgeSameScope(rows: readonly JudgedGrowth[]): Outcome[] {
  if (standingOf(rows) === "established") return rows.map(judgeCell);
  // Of one or two rows nobody can say what basis the office took.
  if (rows.length < 3) return rows.map((row) => skipped(row.claim, "basis-given"));
  return judgeWithout(misfitsOf(rows), rows);
}

/** The question of a column, and by itself what the answer to it would not explain. */
function judgeWithout(misfits: Misfits<JudgedGrowth>, rows: readonly JudgedGrowth[]): Outcome[] {
  const column = rows.filter((row) => !misfits.rows.has(row));
  // What was in the way was only the misfits.
  if (standingOf(column) === "established") return rows.map(judgeCell);
  return [
    ...askOnce(column),
    ...[...misfits.rows].map((row) =>
      misfitOutcome(
        growthFinding(row, null),
        identityOfGrowth(row),
        toNumber(row.computed.value),
        misfits
      )
    ),
  ];
}

/** Another base moves all growths of a column alike: what it makes of last year's value is the same factor. */
function misfitsOf(rows: readonly JudgedGrowth[]): Misfits<JudgedGrowth> {
  return findMisfits(
    rows.map((row) => {
      const sign = row.claim.place.field.measure === "fall" ? -1 : 1;
      const grown = (growth: number): number => 100 + sign * growth;
      const { value } = row.claim.stated;
      const [one, other] = [row.computed.range.low, row.computed.range.high].map((end) =>
        grown(toNumber(end))
      );
      return {
        row,
        stated: grown(value),
        computed: { low: Math.min(one ?? 0, other ?? 0), high: Math.max(one ?? 0, other ?? 0) },
        undone: [grown(-value)],
      };
    })
  );
}

function judgeCell(row: JudgedGrowth): Outcome {
  const at = addressOf(row.claim.place.index, row.claim.observation.at);
  if (row.verdict !== "disagrees") {
    const outcome = passed(ID, at, row.verdict !== "agrees", identityOfGrowth(row));
    return watching(outcome, watchedGrowth(row));
  }
  return found(growthFinding(row, null), identityOfGrowth(row));
}

function askOnce(rows: readonly JudgedGrowth[]): Outcome[] {
  const first = rows.find(({ verdict }) => verdict === "disagrees");
  if (first === undefined) return rows.map(judgeCell);
  const rest = rows
    .filter((row) => row !== first)
    .map((row) => skipped(row.claim, "relation-not-established"));
  return [
    found(growthFinding(first, rows), { kind: "column", parts: rows.map(identityOfGrowth) }),
    ...rest,
  ];
}

function skipped(claim: NumberReading, reason: NotEvaluableReason): Outcome {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
