import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import { toInterval } from "../model/interval.ts";
import { toNumber } from "../model/ratio.ts";
import { readPlace } from "../model/table-index.ts";
import { areTelling } from "../model/telling.ts";
import type { Column } from "../model/table-index.ts";
import type { Check, CheckContext } from "./check.ts";
import { findMisfits } from "./column-misfits.ts";
import type { Misfits } from "./column-misfits.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import type { FollowedRatio } from "./column-verdict.ts";
import { addressOf, found, operandOf, passed } from "./describe.ts";
import { judgeRow, otherFit } from "./judge-share.ts";
import type { Judged, Row } from "./judge-share.ts";
import { misfitOutcome } from "./misfit-outcome.ts";
import { readClaim } from "./read-claim.ts";
import { ID, askOnce, findingOf, identityOf, skipped, watchedShare } from "./share-finding.ts";
import type { How } from "./share-finding.ts";
import { watching } from "./watch.ts";
import type { Whole } from "./whole.ts";
import { amountOf, findWholes, isOfStatedPlan } from "./wholes.ts";

/** A printed share is part ÷ whole × 100 within the rounding of the two; the whole is the one the header names. */
export const shareMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter(
        ({ measure, fields }) =>
          measure === "share" || (measure === "attainment" && fields.some(isOfStatedPlan))
      )
      .flatMap((column) => checkColumn(context, column)),
};

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  const outcomes: Outcome[] = [];
  const rows: Row[] = [];
  for (const field of column.fields) {
    const partField = amountOf(context.index, field);
    const wholes = findWholes(context, field);
    for (const subject of context.index.table.subjects) {
      if (subject.role === "reference" || subject.role === "average") continue;
      const place = { index: context.index, subject, field };
      const claim = readClaim(ID, place);
      if (claim.kind === "none") continue;
      if (claim.kind === "outcome") {
        outcomes.push(claim.outcome);
        continue;
      }
      const part = readPlace(context.index, subject, partField);
      if (part.kind === "none") outcomes.push(skipped(claim.reading, part.reason));
      else rows.push({ claim: claim.reading, place, part, wholes });
    }
  }
  return [...outcomes, ...judgeColumn(rows)];
}

/** The shares of a column with their parts, where the column follows from them; none where it does not. */
export function followedShares(context: CheckContext, column: Column): readonly FollowedRatio[] {
  const rows = column.fields.flatMap((field) => {
    const partField = amountOf(context.index, field);
    const wholes = findWholes(context, field);
    return context.index.table.subjects.flatMap((subject): Row[] => {
      const place = { index: context.index, subject, field };
      const claim = readClaim(ID, place);
      const part = readPlace(context.index, subject, partField);
      return subject.role === "zone" && claim.kind === "number" && part.kind === "number"
        ? [{ claim: claim.reading, place, part, wholes }]
        : [];
    });
  });
  const judged = best(readAs(rows, () => true)) ?? [];
  return standingOf(judged) !== "established"
    ? []
    : judged.map(({ claim, computed, part, value }) => ({
        claim,
        computed,
        operands: [operandOf("part", part), value.operand],
      }));
}

function judgeColumn(rows: readonly Row[]): Outcome[] {
  const named = best(readAs(rows, (whole) => whole.isNamed));
  const isOff = named === undefined || standingOf(named) === "deviates";
  // Only a column whose header names nothing, or nothing that fits, is asked what else it may divide by.
  const other = isOff
    ? best(
        readAs(rows, (whole) => !whole.isNamed).filter(
          (judged) => standingOf(judged) === "established" && isShown(judged)
        )
      )
    : undefined;
  const chosen = named ?? other;
  if (chosen === undefined) {
    const hasNamed = rows.some((row) => row.wholes.some((whole) => whole.isNamed));
    return rows.map((row) =>
      skipped(row.claim, rowReason(row, hasNamed ? "no-base" : "relation-not-established"))
    );
  }
  const seen = new Set(chosen.map(({ row }) => row));
  const left = rows
    .filter((row) => !seen.has(row))
    .map((row) => skipped(row.claim, rowReason(row, "no-base")));
  if (standingOf(chosen) === "deviates") {
    return [...left, ...askWithout(chosen, other)];
  }
  return [...left, ...chosen.map(judgeCell)];
}

/**
 * The question of a column, and by itself what its answer does not explain: a share that does not follow from the whole
 * all others follow from, or, where none of the sheet is that, from no whole they have in common.
 */
function askWithout(chosen: readonly Judged[], other: readonly Judged[] | undefined): Outcome[] {
  const isOff = ({ verdict }: Judged): boolean => verdict === "disagrees";
  // By the whole that fits the others, its own rounding is all there is.
  const misfits: Misfits<Judged> =
    other === undefined
      ? misfitsOf(chosen)
      : { rows: new Set(other.filter(isOff)), factor: 1, room: 0 };
  const rows = new Set([...misfits.rows].map(({ row }) => row));
  const column = chosen.filter(({ row }) => !rows.has(row));
  return [
    ...askOnce(column, other?.[0]?.whole.name ?? null),
    ...[...misfits.rows].map((row) =>
      misfitOutcome(
        findingOf(row, { wholeColumn: false, fits: null, all: [row] }),
        identityOf(row),
        toNumber(row.computed.value),
        misfits
      )
    ),
  ];
}

function misfitsOf(judged: readonly Judged[]): Misfits<Judged> {
  return findMisfits(
    judged.map((row) => ({
      row,
      stated: row.claim.stated.value,
      computed: toInterval(row.computed.range),
    }))
  );
}

/** The column judged by each whole of the wanted kind. */
function readAs(
  rows: readonly Row[],
  isWanted: (whole: Whole) => boolean
): readonly (readonly Judged[])[] {
  const keys = new Set(
    rows.flatMap((row) => row.wholes.filter(isWanted).map((whole) => whole.key))
  );
  return [...keys].map((key) => rows.flatMap((row) => judgeRow(row, key)));
}

/** Without any number to divide by, the operand is missing; otherwise the given reason holds. */
function rowReason(row: Row, reason: NotEvaluableReason): NotEvaluableReason {
  const hasWhole = row.wholes.some((whole) => whole.valueFor(row.place.subject) !== undefined);
  return hasWhole ? reason : "missing-operand";
}

function isShown(judged: readonly Judged[]): boolean {
  const fitting = judged.filter(({ verdict }) => verdict !== "disagrees");
  return areTelling(fitting.map(({ claim, computed }) => ({ stated: claim.stated, computed })));
}

function best(readings: readonly (readonly Judged[])[]): readonly Judged[] | undefined {
  let chosen: readonly Judged[] | undefined;
  for (const judged of readings) {
    if (judged.length === 0) continue;
    if (chosen === undefined || countFits(judged) > countFits(chosen)) chosen = judged;
  }
  return chosen;
}

function judgeCell(judged: Judged): Outcome {
  const at = addressOf(judged.row.place.index, judged.claim.observation.at);
  const identity = identityOf(judged);
  if (judged.verdict !== "disagrees") {
    const outcome = passed(ID, at, judged.verdict !== "agrees", identity);
    return watching(outcome, watchedShare(judged));
  }
  const how: How = {
    wholeColumn: false,
    fits: otherFit(judged),
    all: [judged],
  };
  return found(findingOf(judged, how), identity);
}
