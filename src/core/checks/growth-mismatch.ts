import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { growthOf, quantityOf, scale, toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Subject } from "../model/zone.ts";
import type { Check, CheckContext } from "./check.ts";
import { claimOf, standingOf } from "./column-verdict.ts";
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
import { findField, findYearBefore, isPriorPeriod, readPlace } from "../model/table-index.ts";
import type { Column, NumberReading, TableIndex } from "../model/table-index.ts";
import { watchedNumber, watching } from "./watch.ts";

const ID = "growth-mismatch";

/**
 * A growth rate on the same period last year follows from the two levels where it may be recomputed: nominal and
 * counts cell by cell, 同口径 only where the column does follow (else one question for it), 可比价 never.
 */
export const growthMismatch: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    context.index.columns
      .filter(({ measure }) => measure in LEVELS_OF)
      .flatMap((column) => checkColumn(context, column)),
};

interface Levels {
  readonly current: Measure;
  readonly prior: Measure;
}

const CUMULATIVE: Levels = { current: "actual", prior: "prior" };
/** The two levels a growth is taken from: a month's own growth from the month's. */
const LEVELS_OF: Readonly<Partial<Record<Measure, Levels>>> & { readonly growth: Levels } = {
  growth: CUMULATIVE,
  fall: CUMULATIVE,
  "growth-month": { current: "actual-month", prior: "prior-month" },
};

interface Judged extends Claim {
  readonly current: NumberReading;
  readonly prior: NumberReading;
}

/** nominal: recomputable · same-scope: only if the column follows · given: never. */
type Basis = "nominal" | "same-scope" | "given";

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  const outcomes: Outcome[] = [];
  const rows: Record<"nominal" | "same-scope", Judged[]> = { nominal: [], "same-scope": [] };
  for (const field of column.fields) {
    const { current, prior } = levelsFor(context.index, field);
    for (const subject of context.index.table.subjects) {
      const place = { index: context.index, subject, field };
      const claim = readClaim(ID, place);
      if (claim.kind === "none") continue;
      if (claim.kind === "outcome") {
        outcomes.push(claim.outcome);
        continue;
      }
      const basis = basisOf(field, subject, context.index);
      // 同口径 without last year's values beside it is simply given.
      const isGiven = basis === "given" || (basis === "same-scope" && prior === undefined);
      if (isGiven || field.against !== null) {
        outcomes.push(skipped(claim.reading, "basis-given"));
        continue;
      }
      const row = judgeRow(context, subject, claim.reading, current, prior);
      if (typeof row === "string") outcomes.push(skipped(claim.reading, row));
      else rows[basis].push(row);
    }
  }
  return [...outcomes, ...judgeNominal(rows.nominal), ...judgeSameScope(rows["same-scope"])];
}

/** The growths of a column with their two levels, where the column follows from them; none where it does not. */
export function followedGrowths(context: CheckContext, column: Column): readonly FollowedRatio[] {
  const { index } = context;
  const judged = column.fields.flatMap((field) => {
    const { current, prior } = levelsFor(index, field);
    return index.table.subjects.flatMap((subject): Judged[] => {
      const claim = readClaim(ID, { index, subject, field });
      if (subject.role !== "zone" || claim.kind !== "number" || field.against !== null) return [];
      if (basisOf(field, subject, index) === "given") return [];
      const row = judgeRow(context, subject, claim.reading, current, prior);
      return typeof row === "string" ? [] : [row];
    });
  });
  return standingOf(judged) !== "established"
    ? []
    : judged.map(({ claim, computed, current, prior }) => ({
        claim,
        computed,
        operands: [operandOf("actual", current), operandOf("prior", prior)],
      }));
}

/** The two levels of a growth: last year's from a column of its own, or from the row or column of the year before. */
function levelsFor(
  index: TableIndex,
  field: Field
): { readonly current: Field | undefined; readonly prior: Field | undefined } {
  const { current: now, prior: before } = LEVELS_OF[field.measure] ?? LEVELS_OF.growth;
  const { id } = field.indicator;
  return {
    current: findField(index, id, now, field),
    prior:
      findField(index, id, before, field, isPriorPeriod) ?? findYearBefore(index, id, now, field),
  };
}

function basisOf(field: Field, subject: Subject, { table }: TableIndex): Basis {
  const { growthBasis, isCatalogued, kind } = field.indicator;
  if (kind === "rate" || growthBasis === "constant-price") return "given";
  // A header that declares the basis settles it: no question is left.
  if (field.path.some((text) => /可比|同口径|不变价|实际增/.test(text))) return "given";
  if (table.around.givenGrowth.includes(field.indicator.id)) return "given";
  const isNominal = (growthBasis === "nominal" && isCatalogued) || growthBasis === "count";
  if (isNominal) return "nominal";
  // A total's or 全市's growth is made from growths we do not see.
  return subject.role === "zone" || subject.role === "part" ? "same-scope" : "given";
}

function judgeRow(
  context: CheckContext,
  subject: Subject,
  claim: NumberReading,
  currentField: Field | undefined,
  priorField: Field | undefined
): Judged | NotEvaluableReason {
  const current = readPlace(context.index, subject, currentField);
  if (current.kind === "none") return current.reason;
  const prior = readPlace(context.index, subject, priorField);
  if (prior.kind === "none")
    return priorField === undefined ? "missing-operand" : noBase(prior.reason);
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit);
  if (factor === undefined) return "relation-not-established";
  const growth = growthOf(quantityOf(current.stated), scale(quantityOf(prior.stated), factor));
  if (growth === undefined) return "no-base";
  const isFall = claim.place.field.measure === "fall";
  return { ...claimOf(claim, isFall ? scale(growth, -1) : growth), current, prior };
}

/** A base that is not there (新增, —) leaves growth undefined; an unreadable one is another thing. */
function noBase(reason: NotEvaluableReason): NotEvaluableReason {
  return reason === "missing-operand" ? "no-base" : reason;
}

function judgeNominal(rows: readonly Judged[]): Outcome[] {
  return standingOf(rows) === "deviates" ? askOnce(rows) : rows.map(judgeCell);
}

function judgeSameScope(rows: readonly Judged[]): Outcome[] {
  if (standingOf(rows) === "established") return rows.map(judgeCell);
  // Of one or two rows nobody can say what basis the office took.
  if (rows.length < 3) return rows.map((row) => skipped(row.claim, "basis-given"));
  return askOnce(rows);
}

function judgeCell(row: Judged): Outcome {
  const at = addressOf(row.claim.place.index, row.claim.observation.at);
  if (row.verdict !== "disagrees") {
    const outcome = passed(ID, at, row.verdict !== "agrees", identityOf(row));
    return watching(outcome, watchedGrowth(row));
  }
  return found(findingOf(row, null), identityOf(row));
}

function identityOf({ claim, current, prior }: Judged): Identity {
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit) ?? 1;
  const sign = claim.place.field.measure === "fall" ? -1 : 1;
  return {
    kind: "ratio",
    claim,
    top: current,
    bottom: prior,
    factor: 100 / factor,
    base: 100,
    sign,
  };
}

function watchedGrowth({ claim, current, prior }: Judged): Watched {
  const factor = unitFactor(prior.place.field.unit, current.place.field.unit) ?? 1;
  return {
    kind: "growth",
    at: addressOf(claim.place.index, claim.observation.at),
    stated: claim.stated.value,
    upper: watchedNumber("actual", current),
    lower: watchedNumber("prior", prior, factor),
    sign: claim.place.field.measure === "fall" ? "falls" : "as-is",
  };
}

function askOnce(rows: readonly Judged[]): Outcome[] {
  const first = rows.find(({ verdict }) => verdict === "disagrees");
  if (first === undefined) return rows.map(judgeCell);
  const rest = rows
    .filter((row) => row !== first)
    .map((row) => skipped(row.claim, "relation-not-established"));
  return [found(findingOf(first, rows)), ...rest];
}

function findingOf(row: Judged, column: readonly Judged[] | null): Finding {
  const { claim, computed } = row;
  const { index } = claim.place;
  const decimals = shownDecimals(claim);
  const current = operandOf("actual", row.current);
  const unit = row.current.place.field.unit;
  const prior = convertOperand(
    operandOf("prior", row.prior),
    unitFactor(row.prior.place.field.unit, unit) ?? 1,
    unit?.name ?? null
  );
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  const isFall = claim.place.field.measure === "fall";
  const quotient = `${written(current)} ÷ ${written(prior)}`;
  return {
    code: ID,
    class: "consistency",
    severity: "warning",
    remark: "required",
    subject: column === null ? subjectAt(claim.place) : subjectOfColumn(claim.place),
    at:
      column === null
        ? addressOf(index, claim.observation.at)
        : addressAround(
            index,
            column.map((other) => other.claim.observation.at)
          ),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      current: current.value,
      prior: prior.value,
      computed: roundRatio(computed.value, decimals).toNumber(),
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
    trace: {
      operands: [current, prior, operandOf("stated", claim)],
      arithmetic: isFall
        ? `(1 − ${quotient}) × 100 = ${shown}`
        : `(${quotient} − 1) × 100 = ${shown}`,
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
