/** A rate of projects beside one of the quotients that may be meant by it. */

import { quantityOf, shareOf } from "../model/interval.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import type { declaredBasis } from "./rate-operands.ts";
import type { RateWay } from "./rate-operands.ts";
import { asCount, quantityIn } from "./relation.ts";

/** A printed rate, its two operands of one way, and whether they agree. */
export interface RateRow extends Claim {
  readonly way: RateWay;
  readonly part: NumberReading;
  readonly whole: NumberReading;
  readonly isDeclared: boolean;
}

/** What nothing but its numbers speaks for counts where these do. */
export function isToldOrShown(rows: readonly RateRow[]): boolean {
  return rows.some(({ way }) => !way.isGuess) || standingOf(rows) === "established";
}

/** How many rates follow that not any two columns would give: 100% is what any two equal numbers make. */
export function tellingRates(rows: readonly RateRow[]): number {
  const fitting = rows.filter(({ verdict }) => verdict !== "disagrees");
  const values = new Set(fitting.map(({ claim }) => claim.stated.value));
  return [...values].filter((value) => value !== 0 && value !== 100).length;
}

/** 开工率 beside 已开工, 整改率 beside 已整改: the rate goes by the name of its part. */
export function isOfItsName({ claim, part }: RateRow): boolean {
  const rate = claim.place.field.path.at(-1) ?? "";
  const stem = /(\p{Script=Han}{2})率/u.exec(rate)?.[1];
  return stem !== undefined && (part.place.field.path.at(-1) ?? "").includes(stem);
}

type Row = Pick<NumberReading["place"], "index" | "subject">;

/** `at`: the rows of its operands, where they stand in another table. undefined where an operand is missing or the two have no common unit. */
export function readRateRow(
  claim: NumberReading,
  way: RateWay,
  declared: ReturnType<typeof declaredBasis>,
  at: { readonly part: Row; readonly whole: Row } = { part: claim.place, whole: claim.place }
): RateRow | undefined {
  const partReading = readPlace(at.part.index, at.part.subject, way.part);
  const wholeReading = readPlace(at.whole.index, at.whole.subject, way.whole);
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

/** The way that most cells of the column follow. */
export function bestOf(ways: readonly (readonly RateRow[])[]): readonly RateRow[] | undefined {
  let best: readonly RateRow[] | undefined;
  for (const rows of ways) {
    if (best === undefined || countFits(rows) > countFits(best)) best = rows;
  }
  return best;
}

/** Another quotient beside the same rate that gives it. */
export function otherFit(row: RateRow, ways: readonly (readonly RateRow[])[]): RateRow | undefined {
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

function findBySubject(
  rows: readonly RateRow[],
  subject: number,
  field: number
): RateRow | undefined {
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
