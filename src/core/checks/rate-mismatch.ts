import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { toInterval } from "../model/interval.ts";
import { toNumber } from "../model/ratio.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { findMisfits } from "./column-misfits.ts";
import type { Misfits } from "./column-misfits.ts";
import { misfitOutcome } from "./misfit-outcome.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { push } from "../model/push.ts";
import { declaredBasis, isRateField, waysOf } from "./rate-operands.ts";
import { readClaim } from "./read-claim.ts";
import { watchedReading, watching } from "./watch.ts";
import { rateFinding } from "./rate-finding.ts";
import { waysElsewhere } from "./rates-elsewhere.ts";
import {
  bestOf,
  isOfItsName,
  isToldOrShown,
  otherFit,
  readRateRow,
  tellingRates,
} from "./rate-rows.ts";
import type { RateRow } from "./rate-rows.ts";

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

function checkColumn({ index, book }: CheckContext, column: Column): Outcome[] {
  const outcomes: Outcome[] = [];
  const ways = new Map<string, RateRow[]>();
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
        const row = readRateRow(claim.reading, way, declared);
        if (row !== undefined) push(ways, way.key, row);
      }
    }
  }
  const shown = [...ways.values()].filter(isToldOrShown);
  const usable = shown.length > 0 ? shown : waysElsewhere(claims, book);
  return [...outcomes, ...judgeColumn(claims, usable)];
}

function judgeColumn(
  claims: readonly NumberReading[],
  ways: readonly (readonly RateRow[])[]
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
  // Rates of 100% are what any two equal numbers make: 区域评估完成率 beside 承诺制项目 | 已实施.
  const isByChance = tellingRates(chosen) === 0 && !chosen.some(isOfItsName);
  const isOpen = bestNamed === undefined && (standing !== "established" || isByChance);
  const rows = isOpen
    ? chosen.map((row) => openRow(row, ways))
    : standing === "deviates"
      ? askWithout(misfitsOf(chosen), chosen, ways)
      : chosen.map((row) => judgeCell(row, ways));
  return [...left, ...rows];
}

/** Without a declared basis a rate that fits one is fine, and one that fits none may have another basis. */
function openRow(row: RateRow, ways: readonly (readonly RateRow[])[]): Outcome {
  const fits = row.verdict !== "disagrees" || otherFit(row, ways) !== undefined;
  return fits
    ? passed(ID, addressOf(row.claim.place.index, row.claim.observation.at), false)
    : skip(row.claim, "relation-not-established");
}

function judgeCell(row: RateRow, ways: readonly (readonly RateRow[])[]): Outcome {
  if (row.verdict !== "disagrees") {
    const at = addressOf(row.claim.place.index, row.claim.observation.at);
    return watching(passed(ID, at, row.verdict !== "agrees", identityOf(row)), watchedRate(row));
  }
  return watching(
    found(rateFinding(row, otherFit(row, ways), null), identityOf(row)),
    watchedRate(row)
  );
}

function watchedRate({ claim, part, whole }: RateRow): Watched {
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

function identityOf({ claim, part, whole }: RateRow): Extract<Identity, { kind: "ratio" }> {
  const factor = unitFactor(part.place.field.unit, whole.place.field.unit) ?? 1;
  const ratio = { kind: "ratio", top: part, bottom: whole, factor: 100 * factor } as const;
  return { ...ratio, claim, base: 0, sign: 1 };
}

/** The question of a column, and by itself a rate that does not go with what the others have in common. */
function askWithout(
  misfits: Misfits<RateRow>,
  rows: readonly RateRow[],
  ways: readonly (readonly RateRow[])[]
): Outcome[] {
  const column = rows.filter((row) => !misfits.rows.has(row));
  return [
    ...askOnce(column, ways),
    ...[...misfits.rows].map((row) =>
      misfitOutcome(
        rateFinding(row, undefined, null),
        identityOf(row),
        toNumber(row.computed.value),
        misfits
      )
    ),
  ];
}

function misfitsOf(rows: readonly RateRow[]): Misfits<RateRow> {
  return findMisfits(
    rows.map((row) => ({
      row,
      stated: row.claim.stated.value,
      computed: toInterval(row.computed.range),
    }))
  );
}

function askOnce(rows: readonly RateRow[], ways: readonly (readonly RateRow[])[]): Outcome[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  return [
    found(rateFinding(first, otherFit(first, ways), rows)),
    ...rest.map(({ claim }) => skip(claim, "relation-not-established")),
  ];
}

function skip(claim: NumberReading, reason: "missing-operand" | "relation-not-established") {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
