import type { Field } from "../model/table.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { CheckContext } from "./check.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { median, significantDigits } from "./quality.ts";
import { isSummable } from "./summable.ts";
import { findWholes } from "./wholes.ts";
import type { Whole } from "./whole.ts";
import { zoneNumbers } from "./zone-rows.ts";

/** A number that would fit everything around it, were it 10^power smaller. */
export interface UnitSlip {
  readonly reading: NumberReading;
  readonly power: number;
}

/** 万 for 亿 and 元 for 万元 first; a hundred is a fraction or a lost point. */
const POWERS = [4, -4, 8, -8, 3, -3, 2, -2] as const;
/** A number of fewer digits is a power of ten of too many others. */
const TELLING_DIGITS = 2;

/** Numbers whose total, share or column tells that they are a power of ten off: one cell each, and no other would do. */
export function findUnitSlips(context: CheckContext, field: Field): readonly UnitSlip[] {
  if (field.measure === "share") return byShare(context, field);
  if (!isSummable(field) || field.unit?.family === "count") return [];
  const told = bySum(context.index, field);
  return told.length > 0 ? told : byColumn(context.index, field);
}

/** The one member, or the total itself, that makes a wrong sum right. */
function bySum(index: TableIndex, field: Field): readonly UnitSlip[] {
  const { subjects } = index.table;
  const decimals = index.columnOf.get(field)?.decimals ?? 0;
  return subjects.flatMap((subject): UnitSlip[] => {
    if (subject.role !== "total" && subject.role !== "subtotal") return [];
    const total = readPlace(index, subject, field);
    // A formula follows its members, or is itself at fault.
    if (total.kind === "none" || total.observation.formula !== null) return [];
    const members = leafMembers(index.table, subject).flatMap((member) => {
      const reading = readPlace(index, member, field);
      return reading.kind === "number" ? [reading] : [];
    });
    if (members.length < 2) return [];
    const sum = members.reduce((all, { stated }) => all + stated.value, 0);
    const off = sum - total.stated.value;
    const room = ((members.length + 1) / 2) * 10 ** -decimals;
    if (Math.abs(off) <= room) return [];
    const slips = [
      ...members.flatMap((reading) => slipOf(reading, off, room)),
      ...slipOf(total, -off, room),
    ];
    return slips.length === 1 ? slips : [];
  });
}

/** The power by which a number is too large (or small), where taking it away leaves nothing of the difference. */
function slipOf(reading: NumberReading, off: number, room: number): readonly UnitSlip[] {
  const { value } = reading.stated;
  if (significantDigits(value) < TELLING_DIGITS) return [];
  const half = 0.5 * 10 ** -reading.stated.decimals;
  const power = POWERS.find((one) => {
    const noise = one < 0 ? half * 10 ** -one : 0;
    // Less than that is no evidence: the number itself may be anything.
    if (noise > Math.abs(off) / 100) return false;
    // A number of which next to nothing is left may as well be left out of the sum.
    if (Math.abs(value) * 10 ** -one < room * 4) return false;
    return Math.abs(off - value * (1 - 10 ** -one)) <= room + noise + Math.abs(value) * 1e-12;
  });
  return power === undefined ? [] : [{ reading, power }];
}

const FEWEST_SHARES = 3;
const MOST_OFF = 0.25;

/** An amount whose share is right but for a power of ten, in a column whose other shares are right. */
function byShare(context: CheckContext, field: Field): readonly UnitSlip[] {
  const { index } = context;
  const partField = findField(index, field.indicator.id, "actual", field);
  if (partField === undefined) return [];
  for (const whole of findWholes(context, field)) {
    if (!whole.isNamed || whole.part !== null) continue;
    const rows = powersOfShares(index, field, partField, whole);
    const off = rows.filter(({ power }) => power !== 0);
    if (rows.length < FEWEST_SHARES || off.length > rows.length * MOST_OFF) continue;
    return off.flatMap(({ reading, power }) =>
      // By a hundred it is the share that is a fraction.
      power === undefined || Math.abs(power) < 3 ? [] : [{ reading, power }]
    );
  }
  return [];
}

/** 0: the share is right · undefined: it is wrong, and not by a power of ten. */
function powersOfShares(
  index: TableIndex,
  field: Field,
  partField: Field,
  whole: Whole
): readonly { readonly reading: NumberReading; readonly power: number | undefined }[] {
  return zoneNumbers(index, field).flatMap((share) => {
    const reading = readPlace(index, share.place.subject, partField);
    const value = whole.valueFor(share.place.subject);
    if (reading.kind === "none" || value === undefined) return [];
    const factor = unitFactor(partField.unit, value.unit);
    if (factor === undefined) return [];
    const computed = ((reading.stated.value * factor) / (value.stated.value * value.scale)) * 100;
    const ratio = computed / share.stated.value;
    if (!Number.isFinite(ratio) || ratio <= 0) return [];
    const half = 0.6 * 10 ** -share.stated.decimals;
    const isSo = (power: number): boolean =>
      Math.abs(computed / 10 ** power - share.stated.value) <= half + share.stated.value * 1e-3;
    return [{ reading, power: [0, ...POWERS].find(isSo) }];
  });
}

const FEWEST_PEERS = 3;
/** How many times the largest of the others a number must be, and how near to them a ten-thousandth of it. */
const FAR = 300;
const NEAR = 3;

/** 86600 among 8.66: nothing but its column tells it, so only ten thousand, and far beyond all others. */
function byColumn(index: TableIndex, field: Field): readonly UnitSlip[] {
  if (field.measure !== "actual" && field.measure !== "prior") return [];
  if (field.unit?.family !== "money") return [];
  const numbers = zoneNumbers(index, field).filter(({ stated }) => stated.value > 0);
  if (numbers.length <= FEWEST_PEERS) return [];
  const sorted = [...numbers].sort((a, b) => a.stated.value - b.stated.value);
  const largest = sorted.at(-1);
  const second = sorted.at(-2)?.stated.value ?? 0;
  const smallest = sorted[0]?.stated.value ?? 0;
  if (largest === undefined || largest.stated.value < second * FAR) return [];
  const likely = largest.stated.value / 10 ** 4;
  const middle = median(sorted.slice(0, -1).map(({ stated }) => stated.value));
  const isNear =
    likely >= smallest / NEAR && likely <= second * NEAR && middle * 10 ** 3 < largest.stated.value;
  return isNear && !isAsBefore(index, largest) ? [{ reading: largest, power: 4 }] : [];
}

/** Last year's was as far beyond the others'. */
function isAsBefore(index: TableIndex, { stated, place }: NumberReading): boolean {
  const { field, subject } = place;
  const measure = field.measure === "prior" ? "actual" : "prior";
  const other = findField(index, field.indicator.id, measure, field, (a, b) =>
    measure === "prior" ? isPriorPeriod(a, b) : isPriorPeriod(b, a)
  );
  const reading = readPlace(index, subject, other);
  return reading.kind === "number" && reading.stated.value > stated.value / 30;
}
