import type { Outcome } from "../evaluation/evaluation.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Operand, UnitSuspect } from "../findings/finding.ts";
import type { Check, CheckContext } from "./check.ts";
import {
  convertOperand,
  found,
  operandOf,
  shownDecimals,
  written,
  writtenAfter,
} from "./describe.ts";
import { median, qualityAt } from "./quality.ts";
import { findUnitSlips } from "./unit-slips.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "unit-suspect";

/** 万 for 亿 and 元 for 万元, and a thousand; nearer powers are real growth often enough. */
const POWERS = [4, -4, 3, -3, 8, -8] as const;
/** How far from a power of ten a ratio may be: three times more or less than last year. */
const NEAR = 0.5;
const FEWEST_ROWS = 4;
const ENOUGH = 0.8;
const FRACTION_LIMIT = 2;

/**
 * One number is not a power of ten away from its context: from last year's, where the other rows are not, from what its
 * total, its share or its column asks for; nor is it a fraction where its neighbours are percentages by their format.
 */
export const unitSuspect: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    context.index.table.orientation === "indicators-in-rows"
      ? []
      : context.index.table.fields.flatMap((field) => checkField(context, field)),
};

function checkField(context: CheckContext, field: Field): readonly Outcome[] {
  const { index } = context;
  const isLevel = field.measure === "actual" && field.against === null;
  const told = isLevel
    ? besidePrior(index, field)
    : isRate(field)
      ? amongPercents(index, field)
      : [];
  // Last year's values know a slip best; where they are silent, totals, shares and the column may speak.
  if (told.length > 0 && isLevel) return told;
  return [
    ...told,
    ...findUnitSlips(context, field).map(({ reading, power }) =>
      suspect(reading, power, "relations")
    ),
  ];
}

/** Each row's number against last year's, in powers of ten. */
export interface Compared {
  readonly now: NumberReading;
  readonly before: NumberReading;
  readonly power: number;
}

export function compareWithPrior(index: TableIndex, field: Field): readonly Compared[] {
  const prior = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  if (prior === undefined || field.unit?.family === "count") return [];
  const factor = unitFactor(field.unit, prior.unit);
  if (factor === undefined) return [];
  return zoneNumbers(index, field).flatMap((now) => {
    const before = readPlace(index, now.place.subject, prior);
    if (before.kind === "none") return [];
    const ratio = (now.stated.value * factor) / before.stated.value;
    return Number.isFinite(ratio) && ratio > 0 ? [{ now, before, power: Math.log10(ratio) }] : [];
  });
}

/** The power of ten a ratio is near to; 0 for an ordinary one. */
export function nearestPower(log: number): number {
  return POWERS.find((power) => Math.abs(log - power) < NEAR) ?? 0;
}

/** Whether the printed growth says that the level really grew so much. */
export function isGrowthTold(index: TableIndex, { now, before }: Compared): boolean {
  const { field, subject } = now.place;
  const growth = readPlace(index, subject, findField(index, field.indicator.id, "growth", field));
  if (growth.kind === "none") return false;
  const factor = unitFactor(now.place.field.unit, before.place.field.unit) ?? 1;
  const computed = ((now.stated.value * factor) / before.stated.value - 1) * 100;
  return Math.abs(growth.stated.value - computed) <= Math.max(1, Math.abs(computed) * 0.02);
}

function besidePrior(index: TableIndex, field: Field): Outcome[] {
  const rows = compareWithPrior(index, field);
  const usual = rows.filter(({ power }) => Math.abs(power) < 1);
  // All but one of four are as telling as four fifths of many.
  const isOne = usual.length === rows.length - 1;
  if (rows.length < FEWEST_ROWS || (!isOne && usual.length / rows.length < ENOUGH)) return [];
  const odd = rows.filter((row) => nearestPower(row.power) !== 0 && !isGrowthTold(index, row));
  if (odd.length === 0) return [];
  const middleNow = middleSize(usual.map(({ now }) => now));
  const middleBefore = middleSize(usual.map(({ before }) => before));
  return odd.map((row): Outcome => {
    const power = nearestPower(row.power);
    // Of the two, the one that is further from its own column is the odd one.
    const offNow = Math.abs(distanceFrom(row.now, middleNow));
    const offBefore = Math.abs(distanceFrom(row.before, middleBefore));
    const isNow = offNow >= offBefore;
    const [own, beside] = isNow ? [row.now, row.before] : [row.before, row.now];
    return suspect(own, isNow ? power : -power, "prior", beside);
  });
}

function middleSize(column: readonly NumberReading[]): number {
  return median(column.map(({ stated }) => Math.abs(stated.value)));
}

function distanceFrom(reading: NumberReading, middle: number): number {
  return Math.log10(Math.abs(reading.stated.value)) - Math.log10(middle > 0 ? middle : 1);
}

function isRate({ measure }: Field): boolean {
  return ["growth", "share", "rate", "attainment", "fall"].includes(measure);
}

/** 0.17 under General among 17 % under a percent format. */
function amongPercents(index: TableIndex, field: Field): Outcome[] {
  const numbers = zoneNumbers(index, field);
  const percents = numbers.filter(({ observation }) => observation.numberFormat.includes("%"));
  if (numbers.length < FEWEST_ROWS || percents.length === numbers.length) return [];
  if (percents.length / numbers.length < ENOUGH) return [];
  const usual = median(percents.map(({ stated }) => Math.abs(stated.value)));
  return numbers.flatMap((reading): Outcome[] => {
    const { value } = reading.stated;
    const isOdd = !reading.observation.numberFormat.includes("%");
    const isFraction = value !== 0 && Math.abs(value) < 1 && usual >= FRACTION_LIMIT;
    return isOdd && isFraction ? [suspect(reading, -2, "fraction")] : [];
  });
}

/** "142600.00 ÷ 13.20 = 10803.03 ≈ 10^4": how far apart two numbers are, and the power of ten that is near. */
export function powerText(own: Operand, other: Operand, power: number): string {
  const ratio = Number((own.value / other.value).toPrecision(6));
  return `${written(own)} ÷ ${writtenAfter(other)} = ${ratio} ≈ 10^${power}`;
}

function suspect(
  reading: NumberReading,
  power: number,
  context: UnitSuspect["params"]["context"],
  beside: NumberReading | null = null
): Outcome {
  const { value } = reading.stated;
  const stated = operandOf("stated", reading);
  // Which of the two is this year's does not matter to how far apart they are.
  const compared =
    beside === null
      ? null
      : convertOperand(
          operandOf(beside.place.field.measure === "prior" ? "prior" : "current", beside),
          unitFactor(beside.place.field.unit, reading.place.field.unit) ?? 1,
          stated.unit
        );
  const likely = Number((value / 10 ** power).toPrecision(12));
  return found({
    ...qualityAt(reading.place, reading.observation, {
      severity: "warning",
      remark: "required",
      stated: value,
      expected: { low: likely, high: likely },
      operands: compared === null ? [stated] : [stated, compared],
      arithmetic: [
        ...(compared === null ? [] : [powerText(stated, compared, power)]),
        `${written(stated)} ÷ 10^${power} = ${likely}`,
      ].join("; "),
      decimals: shownDecimals(reading),
    }),
    code: ID,
    params: { power, likely, context, unit: reading.place.field.unit?.name ?? null },
  });
}
