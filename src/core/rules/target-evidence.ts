import type { Measure } from "../model/measure.ts";
import { findField } from "../model/find-field.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";

/** Rows in which a value, its target and what is printed of the two stand together. */
interface Row {
  readonly value: number;
  readonly target: number;
  readonly printed: number;
  /** Half a last digit of what is printed, and of the value. */
  readonly room: number;
}

/** What the numbers say of a target's measure, where its header and unit do not: one of the candidates, or none. */
export function measureByNumbers(
  index: TableIndex,
  target: Field,
  candidates: readonly Measure[]
): Measure | undefined {
  return (
    byPrinted(index, target, candidates, "gap", isGap) ??
    byPrinted(index, target, candidates, "attainment", isAttainment) ??
    byGrowth(index, target, candidates) ??
    bySize(index, target, candidates)
  );
}

/** The candidate that the 差距 or 完成率 column is computed with, where most of its rows follow one and not another. */
function byPrinted(
  index: TableIndex,
  target: Field,
  candidates: readonly Measure[],
  printed: "gap" | "attainment",
  fits: (row: Row) => boolean
): Measure | undefined {
  const claim = findField(index, target.indicator.id, printed, target);
  if (claim === undefined) return undefined;
  const followed = candidates.filter((measure) => {
    const rows = rowsOf(index, target, measure, claim);
    const fitting = rows.filter(fits).length;
    return fitting > 0 && fitting >= rows.length * 0.6;
  });
  return followed.length === 1 ? followed[0] : undefined;
}

const BEFORE: readonly Measure[] = ["prior-year", "prior"];

/** 2025年预计完成 | 2026年目标 | 同比增长: the growth is that of what is aimed at. */
function byGrowth(
  index: TableIndex,
  target: Field,
  candidates: readonly Measure[]
): Measure | undefined {
  const { id } = target.indicator;
  const [claim, ...others] = fieldsOf(index, id, "growth");
  const level = fieldsOf(index, id, "actual");
  if (
    claim === undefined ||
    others.length > 0 ||
    level.length > 0 ||
    !candidates.includes("actual")
  )
    return undefined;
  const isGrown = BEFORE.some((before) => {
    const prior = fieldsOf(index, id, before)[0];
    const rows = prior === undefined ? [] : rowsBetween(index, target, prior, claim);
    const fitting = rows.filter(
      ({ value, target: aim, printed }) =>
        value > 0 && Math.abs((aim / value - 1) * 100 - printed) <= 0.5
    ).length;
    return fitting >= 2 && fitting >= rows.length * 0.6;
  });
  return isGrown ? "actual" : undefined;
}

function isGap({ value, target, printed, room }: Row): boolean {
  const difference = value - target;
  const ways = [difference, -difference, Math.max(0, -difference), Math.abs(difference)];
  return ways.some((way) => Math.abs(way - printed) <= room);
}

function isAttainment({ value, target, printed, room }: Row): boolean {
  if (target <= 0) return false;
  const rate = (value / target) * 100;
  return Math.abs(rate - printed) <= room * (1 + 100 / target);
}

function rowsOf(index: TableIndex, target: Field, measure: Measure, claim: Field): readonly Row[] {
  return rowsBetween(index, target, findField(index, target.indicator.id, measure, target), claim);
}

function rowsBetween(
  index: TableIndex,
  target: Field,
  field: Field | undefined,
  claim: Field
): readonly Row[] {
  return index.table.subjects.flatMap((subject) => {
    const [value, aim, printed] = [field, target, claim].map((one) =>
      readPlace(index, subject, one)
    );
    if (value?.kind !== "number" || aim?.kind !== "number" || printed?.kind !== "number") return [];
    return [
      {
        value: value.stated.value,
        target: aim.stated.value,
        printed: printed.stated.value,
        room: 0.5 * 10 ** -value.stated.decimals + 0.5 * 10 ** -printed.stated.decimals + 1e-9,
      },
    ];
  });
}

/**
 * By magnitude and by sameness: 15 for every zone beside levels of 23,010 to 123,456 is no level, 40,000 is no growth, and
 * one number for all zones whose levels differ widely is a rate.
 */
function bySize(
  index: TableIndex,
  target: Field,
  candidates: readonly Measure[]
): Measure | undefined {
  const rates = candidates.filter((measure) => measure !== "actual");
  const [rate] = rates;
  const pairs = pairsWith(index, target, "actual");
  const targets = numbersOf(index, target);
  if (targets.length === 0) return undefined;
  const isRateLike = targets.every((value) => Math.abs(value) <= 100);
  const ratios = pairs
    .filter(([level]) => level !== 0)
    .map(([level, aim]) => Math.abs(aim / level))
    .sort((a, b) => a - b);
  const middle = ratios[Math.floor(ratios.length / 2)];
  const isLevelLike = middle === undefined || (middle >= 0.3 && middle <= 12);
  if (rate === undefined)
    return isLevelLike && candidates.includes("actual") ? "actual" : undefined;
  if (!candidates.includes("actual")) return isRateLike ? rate : undefined;
  if (isRateLike !== isLevelLike) return isRateLike ? rate : "actual";
  if (!isRateLike) return undefined;
  const spread = spreadOf(pairs.map(([level]) => level));
  if (targets.length >= 3 && spread >= 2) {
    if (spreadOf(targets) <= 1.3) return rate;
    const spreadOfRatios = spreadOf(ratios);
    if (spreadOfRatios <= 3 && spreadOfRatios < spread) return "actual";
  }
  return leftNeighbour(index, target, candidates);
}

/** The value the target stands right behind: 增速 | 省定目标, 完成 | 目标. */
function leftNeighbour(
  index: TableIndex,
  target: Field,
  candidates: readonly Measure[]
): Measure | undefined {
  let nearest: Field | undefined;
  for (const field of index.table.fields) {
    if (field.indicator.id !== target.indicator.id || field.against?.kind === "reference") continue;
    if (field.line > target.line || field.index >= target.index) continue;
    if (!candidates.includes(field.measure)) continue;
    nearest = field;
  }
  return nearest?.measure;
}

function numbersOf(index: TableIndex, field: Field): readonly number[] {
  return index.table.subjects.flatMap((subject) => {
    const reading = readPlace(index, subject, field);
    return subject.role === "zone" && reading.kind === "number" ? [reading.stated.value] : [];
  });
}

function pairsWith(
  index: TableIndex,
  target: Field,
  measure: Measure
): readonly (readonly [level: number, aim: number])[] {
  const field = findField(index, target.indicator.id, measure, target);
  return index.table.subjects.flatMap((subject): (readonly [number, number])[] => {
    const [level, aim] = [readPlace(index, subject, field), readPlace(index, subject, target)];
    if (subject.role !== "zone" || level.kind !== "number" || aim.kind !== "number") return [];
    return [[level.stated.value, aim.stated.value]];
  });
}

/** Largest ÷ smallest size; 1 for one number, infinite where one is 0. */
function spreadOf(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  if (sizes.length === 0 || high === 0) return 1;
  return low === 0 ? Infinity : high / low;
}
