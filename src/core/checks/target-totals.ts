import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Subject } from "../model/zone.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import { countAdditions, parseSumFormula } from "../workbook/sum-formula.ts";
import { allowanceFor } from "./sum-allowance.ts";

const AMOUNTS: ReadonlySet<Unit["family"]> = new Set([
  "money",
  "foreign-money",
  "floor",
  "land",
  "count",
]);
const FEWEST_MEMBERS = 3;
/** So many do not add up to the one other target by chance. */
const MANY_MEMBERS = 4;
const FEWEST_ALIKE = 2;

/**
 * Whether the total of a target adds up the zones' targets. By itself it may be set higher or lower; that it is a sum
 * is said by its own formula, or by the totals of the other targets of the indicator (of the quarters, of the year),
 * most of which do add up.
 */
export function isTargetAdded(
  index: TableIndex,
  field: Field,
  total: Subject,
  members: readonly Subject[]
): boolean {
  if (!isTargetAmount(index, field) || members.length < FEWEST_MEMBERS) return false;
  const own = readColumn(index, field, total, members);
  if (own === undefined) return false;
  const { formula } = own.total.observation;
  const sum = formula === null ? undefined : parseSumFormula(formula);
  if (sum !== undefined)
    return own.numbers.some(({ observation }) => countAdditions(sum, observation.at) > 0);
  const others = index.table.fields
    .filter((other) => other !== field && other.indicator.id === field.indicator.id)
    .filter((other) => isTargetAmount(index, other))
    .flatMap((other) => readColumn(index, other, total, members) ?? []);
  const fitting = others.filter(addsUp).length;
  const isTold = others.length >= 2 || (others.length === 1 && members.length >= MANY_MEMBERS);
  return fitting > 0 && fitting * 2 > others.length && isTold;
}

/**
 * Whether the targets of all other indicators of a table add up to the totals printed for them, two or more of them, or
 * one over many zones. That this one's total is a sum as well is likely then, no more: a reserve may be kept back in one and not in another.
 */
export function isTargetLikelyAdded(
  index: TableIndex,
  field: Field,
  total: Subject,
  members: readonly Subject[]
): boolean {
  if (!isTargetAmount(index, field) || members.length < MANY_MEMBERS) return false;
  if (readColumn(index, field, total, members) === undefined) return false;
  const others = index.table.fields
    .filter((other) => other.indicator.id !== field.indicator.id && isTargetAmount(index, other))
    .flatMap((other) => readColumn(index, other, total, members) ?? []);
  const isEnough = others.length >= FEWEST_ALIKE || members.length > MANY_MEMBERS;
  return others.length > 0 && isEnough && others.every(addsUp);
}

function isTargetAmount(index: TableIndex, field: Field): boolean {
  const { measure, unit, indicator } = field;
  const isTarget = measure === "target" || measure === "target-part";
  if (!isTarget || indicator.kind === "rate") return false;
  // 开工项目 | 目标 prints no unit: what its numbers are held to says whether they are amounts.
  return unit === null ? targetMeasure(index, field) === "actual" : AMOUNTS.has(unit.family);
}

interface TargetColumn {
  readonly total: NumberReading;
  readonly numbers: readonly NumberReading[];
}

/** undefined where the total or one of the members is no number: nothing can be said of their sum. */
function readColumn(
  index: TableIndex,
  field: Field,
  subject: Subject,
  members: readonly Subject[]
): TargetColumn | undefined {
  const total = readPlace(index, subject, field);
  const numbers = members.flatMap((member): NumberReading[] => {
    const reading = readPlace(index, member, field);
    return reading.kind === "number" ? [reading] : [];
  });
  const isWhole = total.kind === "number" && numbers.length === members.length;
  return isWhole ? { total, numbers } : undefined;
}

function addsUp({ total, numbers }: TargetColumn): boolean {
  const sum = numbers.reduce((all, { stated }) => all.plus(toDecimal(stated.value)), toDecimal(0));
  const off = sum.minus(toDecimal(total.stated.value)).abs();
  return off.lte(allowanceFor(total, numbers, 0).high);
}
