import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Operand, ShareMismatch } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { intervalOf, quantityOf, scale, shareOf, toInterval } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { findMisfits } from "./column-misfits.ts";
import type { Misfits } from "./column-misfits.ts";
import { misfitOutcome } from "./misfit-outcome.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim, FollowedRatio } from "./column-verdict.ts";
import {
  addressAround,
  addressOf,
  convertOperand,
  found,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  subjectAt,
  subjectOfColumn,
  written,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { readClaim } from "./read-claim.ts";
import { findLevel, readPlace } from "../model/table-index.ts";
import type { Column, NumberReading, Place } from "../model/table-index.ts";
import { watchedNumber, watchedOperand, watching } from "./watch.ts";
import { findWholes } from "./wholes.ts";
import type { Whole, WholeValue } from "./whole.ts";

const ID = "share-mismatch";

/** A printed share is part ÷ whole × 100 within the rounding of the two; the whole is the one the header names. */
export const shareMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => column.measure === "share")
      .flatMap((column) => checkColumn(context, column)),
};

/** A printed share with its part, before it is known what it divides by. */
interface Row {
  readonly claim: NumberReading;
  readonly place: Place;
  readonly part: NumberReading;
  readonly wholes: readonly Whole[];
}

interface Judged extends Claim {
  readonly row: Row;
  readonly part: NumberReading;
  readonly whole: Whole;
  readonly value: WholeValue;
}

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  const outcomes: Outcome[] = [];
  const rows: Row[] = [];
  for (const field of column.fields) {
    const partField = findLevel(context.index, field.indicator.id, field);
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
    const partField = findLevel(context.index, field.indicator.id, field);
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
          (judged) => standingOf(judged) === "established"
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

function best(readings: readonly (readonly Judged[])[]): readonly Judged[] | undefined {
  let chosen: readonly Judged[] | undefined;
  for (const judged of readings) {
    if (judged.length === 0) continue;
    if (chosen === undefined || countFits(judged) > countFits(chosen)) chosen = judged;
  }
  return chosen;
}

function judgeRow(row: Row, key: string): readonly Judged[] {
  const { index, subject } = row.place;
  const whole = row.wholes.find((candidate) => candidate.key === key);
  const value = whole?.valueFor(subject);
  if (whole === undefined || value === undefined) return [];
  const part = whole.part === null ? row.part : readPlace(index, subject, whole.part);
  if (part.kind === "none") return [];
  const computed = computeShare(part, value);
  return computed === undefined
    ? []
    : [{ ...claimOf(row.claim, computed), row, part, whole, value }];
}

function computeShare(part: NumberReading, value: WholeValue): Quantity | undefined {
  const factor = unitFactor(part.place.field.unit, value.unit);
  if (factor === undefined) return undefined;
  const own = scale(quantityOf(part.stated), factor);
  return shareOf(own, scale(quantityOf(value.stated), value.scale));
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

function identityOf({ claim, part, value }: Judged): Extract<Identity, { kind: "ratio" }> {
  const factor = unitFactor(part.place.field.unit, value.unit) ?? 1;
  return {
    kind: "ratio",
    claim,
    top: part,
    bottom: value.reading ?? intervalOf(value.stated),
    factor: (100 * factor) / value.scale,
    base: 0,
    sign: 1,
  };
}

function watchedShare({ claim, part, value }: Judged): Watched {
  const factor = unitFactor(part.place.field.unit, value.unit) ?? 1;
  return {
    kind: "share",
    at: addressOf(claim.place.index, claim.observation.at),
    stated: claim.stated.value,
    upper: watchedNumber("part", part, factor),
    lower: watchedOperand(value.operand, value.scale),
    sign: "as-is",
  };
}

/** The only other whole that makes the printed share right, if there is exactly one. */
function otherFit({ row, whole }: Judged): string | null {
  const fitting = row.wholes.filter(
    (other) =>
      other.name !== whole.name &&
      judgeRow(row, other.key).some(({ verdict }) => verdict !== "disagrees")
  );
  const names = new Set(fitting.map((other) => other.name));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

function askOnce(judged: readonly Judged[], fits: string | null): Outcome[] {
  const off = judged.filter(({ verdict }) => verdict === "disagrees");
  const [first] = off;
  if (first === undefined) return [];
  const finding = findingOf(first, {
    wholeColumn: true,
    fits,
    all: judged,
  });
  const rest = judged
    .filter((other) => other !== first)
    .map((other) => skipped(other.claim, "relation-not-established"));
  return [found(finding, { kind: "column", parts: judged.map(identityOf) }), ...rest];
}

interface How {
  readonly wholeColumn: boolean;
  readonly fits: string | null;
  readonly all: readonly Judged[];
}

function findingOf(
  { row, part: divided, whole: chosen, value, claim, computed }: Judged,
  how: How
): ShareMismatch {
  const index = row.place.index;
  const decimals = shownDecimals(claim);
  const own = divided.place.field.unit;
  const part = convertOperand(
    operandOf("part", divided),
    unitFactor(own, value.unit) ?? 1,
    value.unit?.name ?? null
  );
  const whole = convertOperand(value.operand, value.scale, own?.name ?? null);
  const operands: Operand[] = [part, whole, operandOf("stated", claim)];
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  return {
    code: ID,
    class: "consistency",
    severity: how.wholeColumn ? "warning" : "error",
    remark: how.wholeColumn ? "required" : "none",
    subject: how.wholeColumn ? subjectOfColumn(row.place) : subjectAt(row.place),
    at: how.wholeColumn
      ? addressAround(
          index,
          how.all.map((other) => other.claim.observation.at)
        )
      : addressOf(index, claim.observation.at),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      part: part.value,
      whole: whole.value,
      wholeName: chosen.name,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits: how.fits,
      wholeColumn: how.wholeColumn,
      hint: how.wholeColumn ? null : findHint(claim.stated.value, computed.value, decimals),
    },
    trace: {
      operands,
      arithmetic: `${written(part)} ÷ ${written(whole)} × 100 = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}

function skipped(claim: NumberReading, reason: NotEvaluableReason): Outcome {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
