import type { Outcome } from "../evaluation/evaluation.ts";
import type { Operand, UnitConflict } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { convertOperand, found, operandOf, shownDecimals, written } from "./describe.ts";
import { isNonEmpty, qualityOver } from "./quality.ts";
import { compareWithPrior, isGrowthTold, nearestPower, powerText } from "./unit-suspect.ts";
import { findWholes } from "./wholes.ts";
import type { Whole } from "./whole.ts";
import { zoneNumbers } from "./zone-rows.ts";

const ID = "unit-conflict";
const FEWEST_ROWS = 3;
const ENOUGH = 0.8;
const POWERS = [4, -4, 8, -8, 3, -3, 2, -2] as const;
/** A share is told to its digits: a ratio of the two is a power of ten or it is not. */
const NEAR = 0.02;

/**
 * The numbers of a column are in the unit its header or the unit line names: not all of them a power of ten away from
 * what last year's values, the shares or the row of 全市 say.
 */
export const unitConflict: Check = {
  id: ID,
  severity: "warning",
  run: (context) => {
    const { fields, orientation } = context.index.table;
    if (orientation === "indicators-in-rows") return [];
    const levels = fields.filter(
      ({ measure, against }) => measure === "actual" && against === null
    );
    const shares = fields.filter(({ measure }) => measure === "share");
    return oncePerColumn([
      ...levels.flatMap((field) => byPrior(context, field)),
      ...shares.flatMap((field) => byShare(context, field)),
      ...levels.flatMap((field) => byReference(context, field)),
    ]);
  },
};

/** Last year's values, shares and 全市 may all say the same of a column. */
function oncePerColumn(outcomes: readonly Outcome[]): readonly Outcome[] {
  const byColumn = new Map(
    [...outcomes].reverse().map((outcome) => {
      const { area } = outcome.at;
      return [`${area.column}|${area.columns}|${area.columns > 1 ? area.row : ""}`, outcome];
    })
  );
  return [...byColumn.values()].reverse();
}

function byPrior({ index }: CheckContext, field: Field): Outcome[] {
  const rows = compareWithPrior(index, field);
  const powers = rows.map(({ power }) => nearestPower(power));
  const power = commonest(powers);
  const off = rows.filter((_, place) => powers[place] === power);
  if (power === 0 || off.length < FEWEST_ROWS || off.length / rows.length < ENOUGH) return [];
  if (off.some((row) => isGrowthTold(index, row))) return [];
  return conflict(
    off.map(({ now }) => now),
    power,
    "prior",
    off.slice(0, 1).map(({ now, before }) => againstPrior(now, before, power))[0]
  );
}

/** Of how many zones each by itself is more than all of the city. */
const BEYOND = 3;

/**
 * Zones that each hold more than all of 全市, and come to a part of it once divided by ten thousand. A number so large
 * in its unit is the zones' fault, not that of 全市.
 */
function byReference({ index }: CheckContext, field: Field): Outcome[] {
  if (field.unit?.family !== "money") return [];
  const numbers = zoneNumbers(index, field).filter(({ stated }) => stated.value > 0);
  if (numbers.length < FEWEST_ROWS) return [];
  const city = index.table.subjects.find(({ reference }) => reference === "city");
  const whole = city === undefined ? undefined : readPlace(index, city, field);
  const limit = whole?.kind === "number" ? whole.stated.value : 0;
  if (limit <= 0) return [];
  const beyond = numbers.filter(({ stated }) => stated.value > limit * BEYOND);
  if (beyond.length / numbers.length < ENOUGH) return [];
  const sum = numbers.reduce((all, { stated }) => all + stated.value, 0);
  const power = sum / 10 ** 4 <= limit ? 4 : sum / 10 ** 8 <= limit ? 8 : 0;
  if (power === 0 || whole?.kind !== "number") return [];
  const reference = operandOf("reference", whole);
  const total = formatFixed(sum, reference.decimals);
  const divided = formatFixed(sum / 10 ** power, reference.decimals);
  return conflict(numbers, power, "reference", {
    operand: reference,
    arithmetic: `Σ = ${total} > ${written(reference)}; ${total} ÷ 10^${power} = ${divided} ≤ ${written(reference)}`,
  });
}

/** A row of this year's value and last year's. */
function againstPrior(now: NumberReading, before: NumberReading, power: number): Example {
  const unit = now.place.field.unit;
  const factor = unitFactor(before.place.field.unit, unit) ?? 1;
  const operand = convertOperand(operandOf("prior", before), factor, unit?.name ?? null);
  return { operand, arithmetic: powerText(operandOf("stated", now), operand, power) };
}

/** A row of a share, and the share that its part and the whole give. */
function againstShare({ share, part, power, computed, divisor }: Row): Example {
  const isOfShares = power === 2;
  const operand = operandOf(isOfShares ? "part" : "share", isOfShares ? part : share);
  const stated = written(operandOf("share", share));
  const shown = formatFixed(computed, shownDecimals(share) + 2);
  return {
    operand,
    arithmetic: `${written(operandOf("part", part))} ÷ ${divisor} × 100 = ${shown}; ${shown} ÷ ${stated} ≈ 10^${power}`,
  };
}

/** Where all shares are the same power of ten off, the column of the amounts is; by 100, that of the shares. */
function byShare(context: CheckContext, field: Field): Outcome[] {
  const partField = findField(context.index, field.indicator.id, "actual", field);
  if (partField === undefined) return [];
  const readings = findWholes(context, field)
    .filter((one) => one.isNamed && one.part === null)
    .map((whole) => readPowers(context, field, partField, whole));
  // A whole that fits as it is settles the unit: a number in a header has none of its own.
  if (readings.some((rows) => rows.length > 0 && commonest(rows.map(({ power }) => power)) === 0))
    return [];
  const [rows] = readings;
  if (rows === undefined) return [];
  const power = commonest(rows.map((row) => row.power));
  const off = rows.filter((row) => row.power === power);
  if (off.length < FEWEST_ROWS || off.length / rows.length < ENOUGH) return [];
  const isOfShares = power === 2;
  return conflict(
    off.map(({ share, part }) => (isOfShares ? share : part)),
    isOfShares ? -power : power,
    "share",
    off.slice(0, 1).map(againstShare)[0]
  );
}

interface Row {
  readonly share: NumberReading;
  readonly part: NumberReading;
  readonly power: number;
  /** The share that the part and the whole give, in %. */
  readonly computed: number;
  /** The whole, in the unit of the part. */
  readonly divisor: number;
}

function readPowers(
  { index }: CheckContext,
  field: Field,
  partField: Field,
  whole: Whole
): readonly Row[] {
  return zoneNumbers(index, field).flatMap((share): Row[] => {
    const part = readPlace(index, share.place.subject, partField);
    const value = whole.valueFor(share.place.subject);
    if (part.kind === "none" || value === undefined) return [];
    const factor = unitFactor(part.place.field.unit, value.unit);
    if (factor === undefined) return [];
    const divisor = Number(((value.stated.value * value.scale) / factor).toPrecision(15));
    const computed = (part.stated.value / divisor) * 100;
    const log = Math.log10(computed / share.stated.value);
    return Number.isFinite(log) ? [{ share, part, power: powerOf(log), computed, divisor }] : [];
  });
}

function powerOf(log: number): number {
  return POWERS.find((power) => Math.abs(log - power) < NEAR) ?? 0;
}

function commonest(powers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const power of powers) counts.set(power, (counts.get(power) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** One row of the column, with what it is held against. */
interface Example {
  readonly operand: Operand;
  readonly arithmetic: string;
}

function conflict(
  readings: readonly NumberReading[],
  power: number,
  evidence: UnitConflict["params"]["evidence"],
  example: Example | undefined
): Outcome[] {
  if (!isNonEmpty(readings) || example === undefined) return [];
  const [first] = readings;
  const unit = first.place.field.unit?.name ?? null;
  return [
    found({
      ...qualityOver(readings, {
        severity: "warning",
        remark: "required",
        stated: first.stated.value,
        expected: null,
        operands: [
          ...readings.slice(0, 6).map((reading) => operandOf("stated", reading)),
          example.operand,
        ],
        arithmetic: example.arithmetic,
        decimals: shownDecimals(first),
      }),
      class: "consistency",
      code: ID,
      params: { power, evidence, rows: readings.length, unit },
    }),
  ];
}
