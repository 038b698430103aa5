import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { RateMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { constant, judge, quantityOf, scale, toInterval } from "../model/interval.ts";
import type { Quantity, Verdict } from "../model/interval.ts";
import { findField } from "../model/find-field.ts";
import { printedHalf } from "../model/printed-half.ts";
import { push } from "../model/push.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Check } from "./check.ts";
import {
  addressOf,
  found,
  looseOperand,
  operandOf,
  passed,
  shownDecimals,
  written,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { isPointsGot, isWeight, weightInHead } from "./points-head.ts";
import { aboutCell } from "./relation.ts";

const ID = "rate-mismatch";

/** Points beside the rate they follow from, and what they are out of, where the sheet prints that. */
interface Got {
  readonly claim: NumberReading;
  readonly rate: NumberReading;
  readonly weight: NumberReading | number | null;
}

/** How the rows of a column turn rates into points: out of what, and up to which rate. */
interface Way {
  /** What the points are out of where no cell or head says it. */
  readonly full: number | null;
  /** 0.6 in a column of weights stands for 60. */
  readonly scale: 1 | 100;
  readonly cap: number;
}

interface Judged extends Got {
  readonly computed: Quantity;
  readonly isCapped: boolean;
  readonly full: number;
  readonly verdict: Verdict;
}

/** 完成率 counts no further than this, or without end. */
const CAPS = [Infinity, 100, 110, 120, 130, 150] as const;
const FEWEST_ROWS = 4;
/** So many rows that are no full marks must follow: fewer where it is printed what these are. */
const FEWEST_TELLING = 3;
const FEWEST_WITH_WEIGHT = 2;

/**
 * 得分 is 完成率 × 权重, or × 分值 up to a rate of 100%, where all rows of its column but one say so: then that one is told.
 * Many offices mark in steps or by places: of a column in which more rows do not follow nothing is said.
 */
export const points: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) => [...columnsOf(index).values()].flatMap(judgeColumn),
};

function columnsOf(index: TableIndex): ReadonlyMap<number, readonly Got[]> {
  const columns = new Map<number, Got[]>();
  for (const field of index.table.fields) {
    if (!isPointsGot(field) && !isShared(index, field)) continue;
    const rateField = findField(index, field.indicator.id, "attainment", field);
    if (rateField === undefined) continue;
    for (const subject of index.table.subjects) {
      const claim = readPlace(index, subject, field);
      const rate = readPlace(index, subject, rateField);
      // 一票否决, 未达60%不得分: no points at all follow from no rate.
      if (claim.kind === "none" || rate.kind === "none" || claim.stated.value === 0) continue;
      const weight = weightOf(index, field, subject) ?? weightInHead(field);
      push(columns, claim.observation.at.column, { claim, rate, weight });
    }
  }
  return columns;
}

/** 指标 | 权重 | 河津 | 永济: what each indicator weighs stands once, before the points of all zones. */
function isShared({ table }: TableIndex, field: Field): boolean {
  return isWeight(field) && table.orientation === "zones-in-columns";
}

function weightOf(index: TableIndex, field: Field, subject: Subject): NumberReading | null {
  const shared = isShared(index, field)
    ? index.table.subjects.find(({ at }) => at.kind === "sheet")
    : undefined;
  const beside = fieldsOf(index, field.indicator.id, "score").find(isWeight);
  const reading = readPlace(index, shared ?? subject, shared === undefined ? beside : field);
  return reading.kind === "number" ? reading : null;
}

function judgeColumn(rows: readonly Got[]): readonly Outcome[] {
  if (rows.length < FEWEST_ROWS) return [];
  let best: readonly Judged[] = [];
  for (const way of waysOf(rows)) {
    const judged = rows.flatMap((row) => judgeRow(row, way));
    if (fitsOf(judged) > fitsOf(best)) best = judged;
  }
  const isShown = best.length === rows.length && fitsOf(best) >= rows.length - 1 && isTelling(best);
  return isShown ? best.map((row) => outcomeOf(row, best)) : [];
}

function waysOf(rows: readonly Got[]): readonly Way[] {
  const isPrinted = rows.every(({ weight }) => weight !== null);
  const fulls = isPrinted ? [null] : fullsOf(rows);
  const scales = isPrinted ? ([1, 100] as const) : ([1] as const);
  return CAPS.flatMap((cap) =>
    fulls.flatMap((full) => scales.map((by): Way => ({ full, scale: by, cap })))
  );
}

/** Full marks that a row alone shows: whole or half points, as offices set them. */
function fullsOf(rows: readonly Got[]): readonly number[] {
  const shown = rows.flatMap(({ claim, rate }) => {
    const full = Math.round((200 * claim.stated.value) / rate.stated.value) / 2;
    return [full, claim.stated.value].filter((one) => Number.isFinite(one) && one > 0);
  });
  return [...new Set(shown)];
}

function judgeRow({ claim, rate, weight }: Got, way: Way): readonly Judged[] {
  const own = weight === null || typeof weight === "number" ? weight : weight.stated.value;
  const full = own === null ? way.full : Number((own * way.scale).toPrecision(12));
  if (full === null) return [];
  const isCapped = rate.stated.value >= way.cap;
  const part = isCapped ? constant(way.cap) : quantityOf(rate.stated);
  const computed = scale(part, Number((full / 100).toPrecision(12)));
  const verdict = judge(claim.stated, computed);
  return [{ claim, rate, weight, computed, isCapped, full, verdict }];
}

function fitsOf(rows: readonly Judged[]): number {
  return rows.filter(({ verdict }) => verdict !== "disagrees").length;
}

/** Rates that differ, each with the points that follow from it. */
function isTelling(rows: readonly Judged[]): boolean {
  const rates = rows
    .filter(
      ({ verdict, isCapped, claim }) =>
        verdict !== "disagrees" && !isCapped && claim.stated.value > 0
    )
    .map(({ rate }) => rate.stated.value);
  const isPrinted = rows.every(({ weight }) => weight !== null);
  return new Set(rates).size >= (isPrinted ? FEWEST_WITH_WEIGHT : FEWEST_TELLING);
}

function outcomeOf(row: Judged, column: readonly Judged[]): Outcome {
  const { claim, verdict } = row;
  const at = addressOf(claim.place.index, claim.observation.at);
  if (verdict !== "disagrees") return passed(ID, at, verdict !== "agrees", identityOf(row));
  // Printed weights that all the others follow from leave no other way to mark the one.
  const isSure = row.weight !== null && column.length > FEWEST_ROWS;
  return found(findingOf(row, isSure ? "error" : "warning"), identityOf(row));
}

function identityOf({ claim, rate, weight, full, isCapped }: Judged): Identity {
  const cell = weight === null || typeof weight === "number" ? null : weight;
  if (isCapped) {
    const by = cell === null ? full : full / cell.stated.value;
    const half = printedHalf(claim.stated);
    return cell === null || by !== 1
      ? { kind: "linear", plus: [claim], minus: [], constant: -full, low: -half, high: half }
      : { kind: "linear", plus: [claim], minus: [cell], constant: 0, low: -half, high: half };
  }
  return cell === null
    ? {
        kind: "ratio",
        claim,
        top: rate,
        bottom: { low: 1, high: 1 },
        factor: full / 100,
        base: 0,
        sign: 1,
      }
    : {
        kind: "ratio",
        claim: rate,
        top: claim,
        bottom: cell,
        factor: (100 * cell.stated.value) / full,
        base: 0,
        sign: 1,
      };
}

function findingOf(row: Judged, severity: "error" | "warning"): RateMismatch {
  const { claim, rate, weight, computed, full, isCapped } = row;
  const decimals = shownDecimals(claim);
  const part = operandOf("part", rate);
  const whole =
    weight === null || typeof weight === "number"
      ? looseOperand("whole", claim.place.field.path[0] ?? "", { value: full, decimals: 0 }, "分")
      : operandOf("whole", weight);
  const shown = isCapped ? formatFixed(toNumber(computed.value), decimals) : null;
  return {
    ...aboutCell(claim, {
      severity,
      expected: {
        low: roundRatio(computed.range.low, decimals).toNumber(),
        high: roundRatio(computed.range.high, decimals).toNumber(),
      },
      operands: [part, whole, operandOf("stated", claim)],
      arithmetic:
        shown ??
        `${written(part)}% × ${String(full)} = ${formatFixed(toNumber(computed.value), decimals)}`,
      allowed: toInterval(computed.range),
      decimals,
    }),
    code: ID,
    params: {
      part: part.value,
      whole: full,
      basis: "points",
      unit: "分",
      isDeclared: weight !== null,
      computed: roundRatio(computed.value, decimals).toNumber(),
      fits: null,
      wholeColumn: false,
      hint: findHint(claim.stated.value, computed.value, decimals),
    },
  };
}
