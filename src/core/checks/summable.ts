import type { Measure } from "../model/measure.ts";
import { toDecimal } from "../model/decimal.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { leafMembers } from "../model/leaf-members.ts";

/** Measures that add up over zones. Targets do not: a total's is printed, left blank or set by itself. */
const MEASURES: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior-month",
  "prior",
  "prior-year",
  "previous",
  "opening",
  "increase",
  "done",
  "remaining",
]);

const NEVER: ReadonlySet<Unit["family"]> = new Set([
  "rate",
  "points",
  "rank",
  "score",
  "intensity",
]);

/** Names of things that are means or quotients, whatever their unit. */
const QUOTIENT = /率|比重|占比|均|强度|密度|指数|系数|得分|评分|单价|能耗|增速|增幅/u;

export function isSummable(field: Field): boolean {
  if (!MEASURES.has(field.measure) || field.indicator.kind === "rate") return false;
  if (field.unit !== null && NEVER.has(field.unit.family)) return false;
  if (field.against?.kind === "reference") return false;
  // 平均用工人数 is the number of people that were there in the mean, and adds up like any other number of them.
  return !QUOTIENT.test(field.indicator.name.replace(/平均(?=用工|从业|在岗|就业|职工|人数)/u, ""));
}

/**
 * A "total" that lies between its members, which are all of one sign, is their mean: that is how 均 and other
 * quotients we do not know are carried in a total row. Only asked where the catalogue does not know the indicator.
 */
export function looksLikeAverage(
  field: Field,
  total: NumberReading,
  members: readonly NumberReading[]
): boolean {
  if (field.indicator.isCatalogued || isNumberOf(field) || members.length < 2) return false;
  const values = members.map((member) => toDecimal(member.stated.value));
  if (!values.every((value) => value.gte(0))) return false;
  const stated = toDecimal(total.stated.value);
  return values.some((value) => value.gte(stated)) && values.some((value) => value.lte(stated));
}

/** 项目数(个), 招聘人数(人): how many there are has no mean in a row of totals. */
function isNumberOf({ indicator, unit }: Field): boolean {
  return unit?.family === "count" && /[^指系分倍天]数量?$/u.test(indicator.name);
}

/** Whether a total is the plain mean of its members, as some offices write it under a column of quotients. */
export function isMeanOfMembers({ place, stated }: NumberReading): boolean {
  const { index, subject, field } = place;
  if (subject.role !== "total" && subject.role !== "subtotal") return false;
  const values = leafMembers(index.table, subject).flatMap((member) => {
    const reading = readPlace(index, member, field);
    return reading.kind === "number" ? [reading.stated.value] : [];
  });
  if (values.length < 2) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.abs(mean - stated.value) <= 10 ** -stated.decimals;
}
