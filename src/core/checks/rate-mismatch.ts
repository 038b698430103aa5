import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { quantityOf, shareOf, toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { findMisfits } from "./column-misfits.ts";
import type { Misfits } from "./column-misfits.ts";
import { misfitOutcome } from "./misfit-outcome.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressOf,
  convertOperand,
  found,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  written,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { push } from "./push.ts";
import { declaredBasis, isRateField, waysOf } from "./rate-operands.ts";
import type { RateWay } from "./rate-operands.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell, aboutColumn, asCount, quantityIn } from "./relation.ts";
import { watchedReading, watching } from "./watch.ts";

const ID = "rate-mismatch";

/**
 * A rate of projects is part ÷ whole × 100 by number, investment, completed investment or output: offices mean
 * different things by the same name. It is held against the basis its header declares or its column shows; where
 * another one fits, that one is named.
 */
export const rateMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => column.fields.some(isRateField))
      .flatMap((column) => checkColumn(context, column)),
};

interface Row extends Claim {
  readonly way: RateWay;
  readonly part: NumberReading;
  readonly whole: NumberReading;
  readonly isDeclared: boolean;
}

function checkColumn({ index }: CheckContext, column: Column): Outcome[] {
  const outcomes: Outcome[] = [];
  const ways = new Map<string, Row[]>();
  const claims: NumberReading[] = [];
  for (const field of column.fields.filter(isRateField)) {
    const declared = declaredBasis(field);
    const all = waysOf(index, field);
    for (const subject of index.table.subjects) {
      if (subject.role === "average") continue;
      const claim = readClaim(ID, { index, subject, field });
      if (claim.kind === "outcome") outcomes.push(claim.outcome);
      if (claim.kind !== "number") continue;
      claims.push(claim.reading);
      for (const way of all) {
        const row = readRow(claim.reading, way, declared);
        if (row !== undefined) push(ways, way.key, row);
      }
    }
  }
  const shown = [...ways.values()].filter(isToldOrShown);
  return [...outcomes, ...judgeColumn(claims, shown)];
}

/** What nothing but its numbers speaks for counts where these do. */
function isToldOrShown(rows: readonly Row[]): boolean {
  return rows.some(({ way }) => !way.isGuess) || standingOf(rows) === "established";
}

function readRow(
  claim: NumberReading,
  way: RateWay,
  declared: ReturnType<typeof declaredBasis>
): Row | undefined {
  const { index, subject } = claim.place;
  const partReading = readPlace(index, subject, way.part);
  const wholeReading = readPlace(index, subject, way.whole);
  if (partReading.kind === "none" || wholeReading.kind === "none") return undefined;
  const [part, whole] = [asCount(partReading), asCount(wholeReading)];
  const own = quantityIn(part, way.whole.unit);
  const computed = own === undefined ? undefined : shareOf(own, quantityOf(whole.stated));
  if (computed === undefined) return undefined;
  // 完成率 says itself what it is made of, where only one thing stands beside it.
  const isDeclared =
    declared === way.basis || way.part.indicator.id === claim.place.field.indicator.id;
  return { ...claimOf(claim, computed), way, part, whole, isDeclared };
}

function judgeColumn(
  claims: readonly NumberReading[],
  ways: readonly (readonly Row[])[]
): Outcome[] {
  const named = ways.filter((rows) => rows.every(({ isDeclared }) => isDeclared));
  const best = bestOf(ways);
  const bestNamed = bestOf(named);
  const isShown = best !== undefined && standingOf(best) === "established";
  const chosen = isShown && bestNamed === undefined ? best : (bestNamed ?? best);
  if (chosen === undefined) return claims.map((claim) => skip(claim, "missing-operand"));
  const seen = new Set(chosen.map(({ claim }) => claim));
  const left = claims
    .filter((claim) => !seen.has(claim))
    .map((claim) => skip(claim, "missing-operand"));
  const standing = standingOf(chosen);
  const isFewAndUnnamed = bestNamed === undefined && standing !== "established";
  const rows = isFewAndUnnamed
    ? chosen.map((row) => openRow(row, ways))
    : standing === "deviates"
      ? askWithout(misfitsOf(chosen), chosen, ways)
      : chosen.map((row) => judgeCell(row, ways));
  return [...left, ...rows];
}

function bestOf(ways: readonly (readonly Row[])[]): readonly Row[] | undefined {
  let best: readonly Row[] | undefined;
  for (const rows of ways) {
    if (best === undefined || countFits(rows) > countFits(best)) best = rows;
  }
  return best;
}

/** Without a declared basis a rate that fits one is fine, and one that fits none may have another basis. */
function openRow(row: Row, ways: readonly (readonly Row[])[]): Outcome {
  const fits = row.verdict !== "disagrees" || otherFit(row, ways) !== undefined;
  return fits
    ? passed(ID, addressOf(row.claim.place.index, row.claim.observation.at), false)
    : skip(row.claim, "relation-not-established");
}

function judgeCell(row: Row, ways: readonly (readonly Row[])[]): Outcome {
  if (row.verdict !== "disagrees") {
    const at = addressOf(row.claim.place.index, row.claim.observation.at);
    return watching(passed(ID, at, row.verdict !== "agrees", identityOf(row)), watchedRate(row));
  }
  return watching(
    found(findingOf(row, otherFit(row, ways), null), identityOf(row)),
    watchedRate(row)
  );
}

function watchedRate({ claim, part, whole }: Row): Watched {
  const factor = unitFactor(part.place.field.unit, whole.place.field.unit) ?? 1;
  return {
    kind: "share",
    at: addressOf(claim.place.index, claim.observation.at),
    stated: claim.stated.value,
    upper: watchedReading("part", part, factor),
    lower: watchedReading("whole", whole),
    sign: "as-is",
  };
}

function identityOf({ claim, part, whole }: Row): Extract<Identity, { kind: "ratio" }> {
  const factor = unitFactor(part.place.field.unit, whole.place.field.unit) ?? 1;
  const ratio = { kind: "ratio", top: part, bottom: whole, factor: 100 * factor } as const;
  return { ...ratio, claim, base: 0, sign: 1 };
}

/** The question of a column, and by itself a rate that does not go with what the others have in common. */
function askWithout(
  misfits: Misfits<Row>,
  rows: readonly Row[],
  ways: readonly (readonly Row[])[]
): Outcome[] {
  const column = rows.filter((row) => !misfits.rows.has(row));
  return [
    ...askOnce(column, ways),
    ...[...misfits.rows].map((row) =>
      misfitOutcome(
        findingOf(row, undefined, null),
        identityOf(row),
        toNumber(row.computed.value),
        misfits
      )
    ),
  ];
}

function misfitsOf(rows: readonly Row[]): Misfits<Row> {
  return findMisfits(
    rows.map((row) => ({
      row,
      stated: row.claim.stated.value,
      computed: toInterval(row.computed.range),
    }))
  );
}

function askOnce(rows: readonly Row[], ways: readonly (readonly Row[])[]): Outcome[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  return [
    found(findingOf(first, otherFit(first, ways), rows)),
    ...rest.map(({ claim }) => skip(claim, "relation-not-established")),
  ];
}

/** Another quotient beside the same rate that gives it. */
function otherFit(row: Row, ways: readonly (readonly Row[])[]): Row | undefined {
  const { observation } = row.claim;
  for (const rows of ways) {
    const [first] = rows;
    if (first === undefined || first.way.key === row.way.key) continue;
    // Rows of a way stand in the order of the subjects.
    const other = findBySubject(rows, observation.subject, observation.field);
    if (other !== undefined && other.verdict !== "disagrees") return other;
  }
  return undefined;
}

function findBySubject(rows: readonly Row[], subject: number, field: number): Row | undefined {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row === undefined) return undefined;
    const { observation } = row.claim;
    const order = observation.field - field || observation.subject - subject;
    if (order === 0) return row;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function findingOf(row: Row, fits: Row | undefined, column: readonly Row[] | null) {
  const { claim, computed, way } = row;
  const decimals = shownDecimals(claim);
  const whole = operandOf("whole", row.whole);
  const factor = unitFactor(way.part.unit, way.whole.unit) ?? 1;
  const part = convertOperand(operandOf("part", row.part), factor, whole.unit);
  const about = {
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    operands: [part, whole, operandOf("stated", claim)],
    arithmetic: `${written(part)} ÷ ${written(whole)} × 100 = ${formatFixed(toNumber(computed.value), decimals + 2)}`,
    allowed: toInterval(computed.range),
    decimals,
  };
  return {
    ...(column === null
      ? // A rate that fits another basis is no wrong number, but a wrong word.
        aboutCell(claim, { ...about, severity: fits === undefined ? "error" : "warning" })
      : aboutColumn(
          claim,
          column.map((other) => other.claim),
          about
        )),
    code: ID,
    params: {
      part: part.value,
      whole: whole.value,
      basis: way.basis,
      unit: null,
      isDeclared: row.isDeclared,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits:
        fits === undefined
          ? null
          : {
              basis: fits.way.basis,
              part: written(operandOf("part", fits.part)),
              whole: written(operandOf("whole", fits.whole)),
            },
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
  } as const;
}

function skip(claim: NumberReading, reason: "missing-operand" | "relation-not-established") {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
