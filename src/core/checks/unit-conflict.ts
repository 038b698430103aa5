import type { Outcome } from "../evaluation/evaluation.ts";
import type { UnitConflict } from "../findings/finding.ts";
import { findField, readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check, CheckContext } from "./check.ts";
import { found, operandOf, shownDecimals } from "./describe.ts";
import { isNonEmpty, qualityOver } from "./quality.ts";
import { compareWithPrior, isGrowthTold, nearestPower } from "./unit-suspect.ts";
import { findWholes } from "./wholes.ts";
import type { Whole } from "./wholes.ts";
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
    "prior"
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
  return power === 0 ? [] : conflict(numbers, power, "reference");
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
    "share"
  );
}

interface Row {
  readonly share: NumberReading;
  readonly part: NumberReading;
  readonly power: number;
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
    const computed = ((part.stated.value * factor) / (value.stated.value * value.scale)) * 100;
    const log = Math.log10(computed / share.stated.value);
    return Number.isFinite(log) ? [{ share, part, power: powerOf(log) }] : [];
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

function conflict(
  readings: readonly NumberReading[],
  power: number,
  evidence: UnitConflict["params"]["evidence"]
): Outcome[] {
  if (!isNonEmpty(readings)) return [];
  const [first] = readings;
  const unit = first.place.field.unit?.name ?? null;
  return [
    found({
      ...qualityOver(readings, {
        severity: "warning",
        remark: "required",
        stated: first.stated.value,
        expected: null,
        operands: readings.slice(0, 6).map((reading) => operandOf("stated", reading)),
        arithmetic: null,
        decimals: shownDecimals(first),
      }),
      class: "consistency",
      code: ID,
      params: { power, evidence, rows: readings.length, unit },
    }),
  ];
}
