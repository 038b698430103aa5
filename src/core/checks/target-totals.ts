import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Subject } from "../model/zone.ts";
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
  if (!isTargetAmount(field) || members.length < FEWEST_MEMBERS) return false;
  const own = readColumn(index, field, total, members);
  if (own === undefined) return false;
  const { formula } = own.total.observation;
  const sum = formula === null ? undefined : parseSumFormula(formula);
  if (sum !== undefined)
    return own.numbers.some(({ observation }) => countAdditions(sum, observation.at) > 0);
  const others = index.table.fields
    .filter((other) => other !== field && other.indicator.id === field.indicator.id)
    .filter(isTargetAmount)
    .flatMap((other) => readColumn(index, other, total, members) ?? []);
  const fitting = others.filter(addsUp).length;
  const isTold = others.length >= 2 || (others.length === 1 && members.length >= MANY_MEMBERS);
  return fitting > 0 && fitting * 2 > others.length && isTold;
}

function isTargetAmount({ measure, unit, indicator }: Field): boolean {
  const isTarget = measure === "target" || measure === "target-part";
  return isTarget && indicator.kind !== "rate" && unit !== null && AMOUNTS.has(unit.family);
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
