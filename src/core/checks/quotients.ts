import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { RateMismatch } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { divide, quantityOf, scale, toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
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
import { push } from "../model/push.ts";
import { fittingFactors } from "./quotient-factors.ts";
import {
  besideQuotient,
  isQuotientField,
  waysOfQuotient,
  wholeBeside,
} from "./quotient-operands.ts";
import type { Factor, QuotientWay } from "./quotient-operands.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell, asCount } from "./relation.ts";
import { isMeanOfMembers } from "./summable.ts";
import { watchedReading, watching } from "./watch.ts";

const ID = "rate-mismatch";

/**
 * A quotient (亩均税收, 地均产值, 户均投资额, 投资强度) is one amount of its row over another: over which, its column shows. Units are
 * converted; where no pair of the table gives most of its rows, it is taken from elsewhere and nothing is said.
 */
export const quotients: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    // With zones down the rows each column shows for itself what it is made of; elsewhere all cells of the indicator do.
    const isColumn =
      index.table.orientation === "zones-in-rows" && index.table.subjects.length >= 3;
    const groups = new Map<string, Field[]>();
    for (const field of index.table.fields) {
      const key = isColumn ? String(field.index) : field.indicator.id;
      if (isQuotientField(field)) push(groups, key, field);
    }
    return [...groups.values()].flatMap((fields) => checkQuotient(index, fields));
  },
};

/** A printed quotient with the two numbers that a way of reading it gives. */
interface Row extends Claim {
  readonly part: NumberReading;
  readonly whole: NumberReading;
  readonly factor: Factor;
}

interface Fit {
  readonly way: QuotientWay;
  readonly rows: readonly Row[];
}

function checkQuotient(index: TableIndex, fields: readonly Field[]): readonly Outcome[] {
  const [first] = fields;
  const ways = first === undefined ? [] : waysOfQuotient(index, first);
  // A quotient without anything beside it to be made of claims nothing.
  if (ways.length === 0) return [];
  const outcomes: Outcome[] = [];
  const claims: NumberReading[] = [];
  for (const field of fields) {
    for (const subject of index.table.subjects) {
      if (subject.role === "average") continue;
      const claim = readClaim(ID, { index, subject, field });
      if (claim.kind === "outcome") outcomes.push(claim.outcome);
      if (claim.kind === "number") claims.push(claim.reading);
    }
  }
  const fits = ways.flatMap((way) => fitsOf(index, way, claims));
  const best = bestOf(fits);
  const rows = best?.rows ?? [];
  const judged = new Set(rows.map(({ claim }) => claim));
  return [
    ...outcomes,
    ...claims
      .filter((claim) => !judged.has(claim))
      .map((claim) => notEvaluable(ID, placeOf(claim), "relation-not-established")),
    ...rows.map((row) => judgeRow(row, best)),
  ];
}

/** Both operands of every claim, once in each unit the column may be meant in; none where most rows do not follow. */
function fitsOf(index: TableIndex, way: QuotientWay, claims: readonly NumberReading[]): Fit[] {
  const operands = claims.flatMap((claim) => {
    const { subject, field } = claim.place;
    const part = readPlace(index, subject, besideQuotient(index, way.part, field));
    const whole = readPlace(index, subject, wholeBeside(index, way.whole, field));
    if (part.kind === "none" || whole.kind === "none") return [];
    return [{ claim, part: asCount(part), whole: asCount(whole) }];
  });
  return fittingFactors(operands).flatMap((factor) => {
    const rows = operands.flatMap(({ claim, part, whole }): Row[] => {
      const computed = divide(
        scale(quantityOf(part.stated), factor.above),
        scale(quantityOf(whole.stated), factor.below)
      );
      return computed === undefined ? [] : [{ ...claimOf(claim, computed), part, whole, factor }];
    });
    return isShown(way, rows) ? [{ way, rows }] : [];
  });
}

/** Of one or two rows only a quotient that names what it is made of, and of which one follows, is held to it. */
function isShown({ isNamed }: QuotientWay, rows: readonly Row[]): boolean {
  const telling = rows.filter(({ claim }) => significantDigits(claim) >= 2);
  const standing = standingOf(rows);
  if (standing === "established") return isNamed || telling.length >= 3;
  return isNamed && rows.length <= 2 && countFits(rows) > 0 && telling.length > 0;
}

function significantDigits({ stated }: NumberReading): number {
  const digits = Math.round(Math.abs(stated.value) * 10 ** stated.decimals);
  return digits === 0 ? 0 : Math.floor(Math.log10(digits)) + 1;
}

function bestOf(fits: readonly Fit[]): Fit | undefined {
  let best: Fit | undefined;
  for (const fit of fits) {
    if (best === undefined || rankOf(fit) > rankOf(best)) best = fit;
  }
  return best;
}

function rankOf({ way, rows }: Fit): number {
  return countFits(rows) + (way.isNamed ? 0.5 : 0);
}

function judgeRow(row: Row, fit: Fit | undefined): Outcome {
  const { claim, verdict } = row;
  const identity = identityOf(row);
  if (verdict !== "disagrees")
    return watching(
      passed(ID, placeOf(claim), verdict !== "agrees", identity),
      watchedQuotient(row)
    );
  if (isNearMiss(row, fit?.rows ?? []))
    return notEvaluable(ID, placeOf(claim), "relation-not-established");
  // Under 亩均 a row 合计 may hold the mean of the column: a custom, and no slip.
  if (isMeanOfMembers(claim)) return notEvaluable(ID, placeOf(claim), "relation-not-established");
  // 人均 of the people at the year's end: the office may have taken their mean.
  const isSure = !/人口/u.test(fit?.way.whole.name ?? "");
  const isEstablished = isSure && standingOf(fit?.rows ?? []) === "established";
  return watching(
    found(findingOf(row, isEstablished ? "error" : "warning"), identity),
    watchedQuotient(row)
  );
}

/**
 * The office may divide by something near (平均人口), so that rows follow where few digits are printed: a row is off only
 * by what others would show. Each of these must be known to less than half of it.
 */
function isNearMiss({ claim, computed }: Row, rows: readonly Row[]): boolean {
  const off = Math.abs(claim.stated.value / toNumber(computed.value) - 1);
  const showing = rows.filter((row) => row.verdict !== "disagrees" && doubtOf(row) * 2 < off);
  return showing.length < (rows.length > 2 ? FEWEST_SHOWING : 1);
}

const FEWEST_SHOWING = 3;

/** How far the printed quotient and its two numbers leave it open, as a part of it. */
function doubtOf({ claim, computed }: Row): number {
  const value = toNumber(computed.value);
  const { low, high } = toInterval(computed.range);
  const own = claim.stated.precision === "stated" ? 0.5 * 10 ** -claim.stated.decimals : 0;
  return (Math.max(high - value, value - low) + own) / Math.abs(value);
}

function identityOf({ claim, part, whole, factor }: Row): Identity {
  const by = factor.above / factor.below;
  return { kind: "ratio", claim, top: part, bottom: whole, factor: by, base: 0, sign: 1 };
}

/** A flag divides and multiplies with 100; only powers of ten keep the doubt of the last digits as it is. */
function watchedQuotient({ claim, part, whole, factor }: Row): Watched | undefined {
  const by = factor.above / factor.below / 100;
  const power = Math.log10(by);
  if (Math.abs(power - Math.round(power)) > 1e-9) return undefined;
  return {
    kind: "share",
    at: placeOf(claim),
    stated: claim.stated.value,
    upper: watchedReading("part", part, by < 1 ? by : 1),
    lower: watchedReading("whole", whole, by < 1 ? 1 : 1 / by),
    sign: "as-is",
  };
}

function findingOf(row: Row, severity: "error" | "warning"): RateMismatch {
  const { claim, computed, factor } = row;
  const decimals = shownDecimals(claim);
  const [above, below] = unitNames(row);
  const part = convertOperand(operandOf("part", row.part), factor.above, above);
  const whole = convertOperand(operandOf("whole", row.whole), factor.below, below);
  return {
    ...aboutCell(claim, {
      severity,
      expected: {
        low: roundRatio(computed.range.low, decimals).toNumber(),
        high: roundRatio(computed.range.high, decimals).toNumber(),
      },
      operands: [part, whole, operandOf("stated", claim)],
      arithmetic: `${written(part)} ÷ ${written(whole)} = ${formatFixed(toNumber(computed.value), decimals + 2)}`,
      allowed: toInterval(computed.range),
      decimals,
    }),
    code: ID,
    params: {
      part: part.value,
      whole: whole.value,
      basis: "quotient",
      unit: claim.place.field.unit?.name ?? null,
      isDeclared: severity === "warning",
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits: null,
      wholeColumn: false,
      hint: findHint(claim.stated.value, computed.value, decimals),
    },
  };
}

/** What the operands are in once they are converted. */
function unitNames({ claim }: Row): readonly [string | null, string | null] {
  const [above = null, below = null] = claim.place.field.unit?.name.split("/") ?? [];
  return [above, below];
}

function placeOf(reading: NumberReading) {
  return addressOf(reading.place.index, reading.observation.at);
}
