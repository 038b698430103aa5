import { getUnit, recogniseUnits } from "../catalog/units.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { FieldCore } from "./field-reading.ts";

/** Measures that are printed in the indicator's own unit. */
const LEVELS: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior-month",
  "prior",
  "prior-year",
  "previous",
  "opening",
  "increase",
  "target",
  "target-part",
  "done",
  "remaining",
  "needed",
]);

/**
 * 年度目标(万元) | 完成: the amount beside a printed unit is in it too, whatever the catalogue would have it in. Only where
 * the columns of an indicator print one unit and no other; a target or gap that may be a rate stays open.
 */
export function settleUnits<F extends Field & FieldCore>(all: readonly F[]): readonly F[] {
  const fields = targetsOfAmounts(gapsOfRates(openTargets(all)));
  if (!hasAssumed(fields)) return fields;
  const families = printedFamilies(fields);
  return withPrinted(fields, (field) => unitOfFamily(families, field));
}

/** 研发投入 | 实绩(万元) over 同期数: measures in rows, where each indicator prints its unit once. */
export function settleUnitsInRows<F extends Field & FieldCore>(all: readonly F[]): readonly F[] {
  const fields = targetsOfAmounts(all);
  return hasAssumed(fields) ? withPrinted(fields, () => null) : fields;
}

function hasAssumed(fields: readonly (Field & FieldCore)[]): boolean {
  return fields.some((field) => field.isUnitAssumed && LEVELS.has(field.measure));
}

/** Amounts without a unit of their own take the one that another of the indicator prints, else what is found for them. */
function withPrinted<F extends Field & FieldCore>(
  fields: readonly F[],
  otherUnit: (field: F) => Unit | null
): readonly F[] {
  const printed = new Map<string, Unit | null>();
  for (const field of fields) {
    const { unit } = field;
    if (field.isUnitAssumed || unit === null || !LEVELS.has(field.measure)) continue;
    if (unit.family === "rate" || unit.family === "points") continue;
    const before = printed.get(field.indicator.id);
    printed.set(
      field.indicator.id,
      before === undefined || before?.name === unit.name ? unit : null
    );
  }
  return fields.map((field) => {
    const unit = printed.get(field.indicator.id) ?? otherUnit(field);
    if (unit === null || !field.isUnitAssumed || !LEVELS.has(field.measure)) return field;
    const isOpen =
      field.unit === null && (field.measure === "target" || field.measure === "needed");
    if (isOpen || (field.unit !== null && !mayBePrinted(field.unit, unit))) return field;
    return { ...field, unit };
  });
}

/** An amount aimed at, in the words of its own head. */
const OF_AMOUNT = /年度|全年|年目标|任务|计划|半年|序时|时序|阶段|应完成|控制|预算/u;

/** 工业投资(亿元) over 完成 | 增速 | 省定目标: 亿元 is the amount's, what a target behind a growth aims at is open. */
function openTargets<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  return fields.map((field, i) => {
    const head = field.path.at(-1) ?? "";
    const before = fields[i - 1];
    const isBehindRate =
      before !== undefined &&
      before.indicator.id === field.indicator.id &&
      (before.measure === "growth" || before.measure === "share");
    const isOpen =
      field.measure === "target" &&
      field.path.length > 1 &&
      isBehindRate &&
      !OF_AMOUNT.test(head) &&
      recogniseUnits(head).length === 0 &&
      field.unit !== null &&
      field.unit.family !== "rate";
    return isOpen ? { ...field, unit: null } : field;
  });
}

const RATES: ReadonlySet<Measure> = new Set([
  "growth",
  "growth-month",
  "growth-other",
  "fall",
  "share",
  "rate",
]);

/** 省定目标 | 完成 | 完成率, and no rate that it could be of: what is aimed at is the amount. */
function targetsOfAmounts<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  if (!fields.some(({ measure, unit }) => measure === "target" && unit === null)) return fields;
  const levels = new Map<string, Unit>();
  const [attained, rated] = [new Set<string>(), new Set<string>()];
  for (const { indicator, measure, unit } of fields) {
    if (RATES.has(measure)) rated.add(indicator.id);
    if (measure === "attainment") attained.add(indicator.id);
    if (measure === "actual" && unit !== null) levels.set(indicator.id, unit);
  }
  return fields.map((field) => {
    const { id, kind } = field.indicator;
    const unit = levels.get(id);
    const isOfAmount =
      field.measure === "target" &&
      field.unit === null &&
      kind !== "rate" &&
      attained.has(id) &&
      !rated.has(id);
    return isOfAmount && unit !== undefined ? { ...field, unit } : field;
  });
}

/** 工业投资(亿元) over 完成 | 增速 | 省定目标(%) | 差距: what is missed of a rate is told in points. */
function gapsOfRates<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  return fields.map((field, i) => {
    const before = fields[i - 1];
    const isOfRate =
      field.measure === "gap" &&
      field.unit?.family !== "rate" &&
      before?.measure === "target" &&
      before.indicator.id === field.indicator.id &&
      before.unit?.family === "rate" &&
      field.indicator.kind !== "rate" &&
      recogniseUnits(field.path.at(-1) ?? "").length === 0;
    return isOfRate ? { ...field, unit: getUnit("个百分点") } : field;
  });
}

/** 万元增加值能耗(吨标准煤) | 控制目标: what is printed of a quotient leaves out what it is divided by. */
function mayBePrinted(assumed: Unit, printed: Unit): boolean {
  return assumed.family === "intensity" || isOtherMoney(assumed, printed);
}

/** The catalogue has 进出口 in 亿元, a form may print 万美元: one is no less an amount of money than the other. */
function isOtherMoney(assumed: Unit, printed: Unit): boolean {
  const isMoney = ({ family }: Unit): boolean => family === "money" || family === "foreign-money";
  return assumed.family === printed.family || (isMoney(assumed) && isMoney(printed));
}

/** 进出口总额(万元) | 其中:出口: amounts of money all in the one unit that the headers print. */
function printedFamilies(fields: readonly (Field & FieldCore)[]): ReadonlyMap<string, Unit | null> {
  const families = new Map<string, Unit | null>();
  for (const { unit, isUnitAssumed, measure } of fields) {
    if (isUnitAssumed || unit === null || !LEVELS.has(measure)) continue;
    const before = families.get(unit.family);
    families.set(unit.family, before === undefined || before?.name === unit.name ? unit : null);
  }
  return families;
}

function unitOfFamily(
  families: ReadonlyMap<string, Unit | null>,
  field: Field & FieldCore
): Unit | null {
  return field.unit === null || field.unit.family === "count"
    ? null
    : (families.get(field.unit.family) ?? null);
}

/** 超欠(百分点) beside 序时进度 is taken from the pace, not from a target that is an amount. */
export function settlePace<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  return fields.map((field) => {
    if (field.measure !== "gap" || field.unit?.family !== "points") return field;
    const same = fields.filter((other) => other.indicator.id === field.indicator.id);
    const hasPace = same.some((other) => other.measure === "pace");
    const isOfRate = same.some(
      (other) => other.measure === "target" && other.unit?.family === "rate"
    );
    return hasPace && !isOfRate ? { ...field, measure: "pace-difference" as const } : field;
  });
}
