import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { constant, minus, scale, toInterval } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import { printedHalf } from "../model/printed-half.ts";
import type { Measure } from "../model/measure.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, operandOf, passed, written } from "./describe.ts";
import { readClaim } from "./read-claim.ts";
import { aboutCell, aboutColumn, asCount, quantityIn } from "./relation.ts";
import { watchedReading, watching } from "./watch.ts";

const ID = "remainder-mismatch";

/**
 * What is done and what remains add up to the total: counts exactly, amounts within rounding. 还需完成 is what remains of
 * the target where its column shows it (月均需完成 is not), and nothing where the target is met.
 */
export const remainderMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter(({ measure }) => measure === "remaining" || measure === "needed")
      .flatMap((column) =>
        column.measure === "remaining" ? checkColumn(context, column) : checkNeeded(context, column)
      ),
};

/** A total may add up what its zones need, which is more than it lacks itself where some of them are ahead. */
function checkNeeded(context: CheckContext, column: Column): Outcome[] {
  const rows = readRows(context, column, ["target", "actual"]).filter(
    ({ claim, computed, verdict }) => {
      const isMet = claim.stated.value === 0 && toNumber(computed.value) <= 0;
      const isOfTotal = claim.place.subject.role !== "zone" && claim.place.subject.role !== "part";
      return !isMet && !(isOfTotal && verdict === "disagrees");
    }
  );
  return standingOf(rows) === "established"
    ? judgeRows(rows)
    : rows.map(({ claim }) => skip(claim, "relation-not-established"));
}

interface Row extends Claim {
  readonly total: NumberReading;
  readonly done: NumberReading;
}

/** Total and done as forms head them: 总数/已完成 · 目标/已完成 · 目标/完成. */
const WAYS: readonly (readonly [total: Measure, done: Measure])[] = [
  ["actual", "done"],
  ["target", "done"],
  ["target", "actual"],
];

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  let best: readonly Row[] = [];
  for (const way of WAYS) {
    const rows = readRows(context, column, way);
    if (best.length === 0 || countFits(rows) > countFits(best)) best = rows;
  }
  const seen = new Set(best.map(({ claim }) => claim.observation));
  const left = claimsOf(context, column).filter((claim) => !seen.has(claim.observation));
  const skipped = left.map((claim) => skip(claim, "missing-operand"));
  return [...skipped, ...judgeRows(best)];
}

function claimsOf({ index }: CheckContext, column: Column): NumberReading[] {
  return column.fields.flatMap((field) =>
    index.table.subjects.flatMap((subject) => {
      const claim = readClaim(ID, { index, subject, field });
      return claim.kind === "number" ? [asCount(claim.reading)] : [];
    })
  );
}

function readRows(
  context: CheckContext,
  column: Column,
  [totalMeasure, doneMeasure]: (typeof WAYS)[number]
): readonly Row[] {
  return claimsOf(context, column).flatMap((claim) => {
    const { index, subject, field } = claim.place;
    const read = (measure: Measure) =>
      readPlace(index, subject, findField(index, field.indicator.id, measure, field));
    const total = read(totalMeasure);
    const done = read(doneMeasure);
    if (total.kind === "none" || done.kind === "none") return [];
    const whole = wholeIn(total, field.unit);
    const part = quantityIn(asCount(done), field.unit);
    if (whole === undefined || part === undefined) return [];
    return [{ ...claimOf(claim, minus(whole, part)), total, done }];
  });
}

/** A target is exact, whatever digits it has; a total is what it rounds to. */
function wholeIn(total: NumberReading, unit: Unit | null): Quantity | undefined {
  if (total.place.field.measure !== "target") return quantityIn(asCount(total), unit);
  const factor = unitFactor(total.place.field.unit, unit);
  return factor === undefined ? undefined : scale(constant(total.stated.value), factor);
}

function judgeRows(rows: readonly Row[]): Outcome[] {
  const [first] = rows;
  if (first === undefined) return [];
  const standing = standingOf(rows);
  if (standing === "deviates") {
    const rest = rows.slice(1).map(({ claim }) => skip(claim, "relation-not-established"));
    return [found(findingOf(first, rows)), ...rest];
  }
  // 目标 − 完成 is what remains only where the column shows it.
  const isOpen = first.total.place.field.measure === "target" && standing !== "established";
  return rows.map((row) => {
    const at = addressOf(row.claim.place.index, row.claim.observation.at);
    const identity = identityOf(row);
    if (row.verdict !== "disagrees") {
      const outcome = passed(ID, at, row.verdict !== "agrees", identity);
      return isOpen ? outcome : watching(outcome, watchedRemainder(row));
    }
    return isOpen
      ? skip(row.claim, "relation-not-established")
      : found(findingOf(row, null), identity);
  });
}

function watchedRemainder({ claim, total, done }: Row): Watched {
  const { unit } = claim.place.field;
  const factorOf = ({ place }: NumberReading): number => unitFactor(place.field.unit, unit) ?? 1;
  const [whole, part] = [asCount(total), asCount(done)];
  return {
    kind: "remainder",
    at: addressOf(claim.place.index, claim.observation.at),
    severity: "error",
    total: watchedReading("total", whole, factorOf(whole)),
    done: watchedReading("done", part, factorOf(part)),
    rest: watchedReading("stated", claim),
  };
}

/** claim + done − total; null where the three are not in one unit. */
function identityOf({ claim, total, done }: Row): Identity | null {
  const unit = claim.place.field.unit;
  const isSame = [total, done].every(({ place }) => unitFactor(place.field.unit, unit) === 1);
  if (!isSame) return null;
  const readings = [claim, asCount(done), asCount(total)] as const;
  const rounded: readonly NumberReading[] =
    total.place.field.measure === "target" ? readings.slice(0, 2) : readings;
  const slack = rounded.reduce((sum, { stated }) => sum + printedHalf(stated), 0);
  return {
    kind: "linear",
    plus: [readings[0], readings[1]],
    minus: [readings[2]],
    constant: 0,
    low: -slack,
    high: slack,
  };
}

function findingOf({ claim, total, done, computed }: Row, column: readonly Row[] | null) {
  const operands = [
    operandOf("total", total),
    operandOf("done", done),
    operandOf("stated", claim),
  ] as const;
  const decimals = Math.max(...operands.map((operand) => operand.decimals));
  const shown = roundRatio(computed.value, decimals).toNumber();
  const about = {
    expected: { low: toNumber(computed.range.low), high: toNumber(computed.range.high) },
    operands,
    arithmetic: `${written(operands[0])} − ${written(operands[1])} = ${formatFixed(shown, decimals)}`,
    allowed: toInterval(computed.range),
    decimals,
  };
  return {
    ...(column === null
      ? aboutCell(claim, { ...about, severity: "error" })
      : aboutColumn(
          claim,
          column.map((row) => row.claim),
          about
        )),
    code: ID,
    params: {
      done: operands[1].value,
      total: operands[0].value,
      computed: shown,
      unit: claim.place.field.unit?.name ?? null,
      wholeColumn: column !== null,
    },
  } as const;
}

function skip(claim: NumberReading, reason: "missing-operand" | "relation-not-established") {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
