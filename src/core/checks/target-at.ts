import type { Operand } from "../findings/finding.ts";
import { recogniseUnit } from "../catalog/index.ts";
import { zoneSuffixOf } from "../catalog/zones.ts";
import { countDecimals, sum } from "../model/decimal.ts";
import type { Measure } from "../model/measure.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import { isSamePeriod } from "../model/same-period.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Subject } from "../model/zone.ts";
import type { Target, Whom } from "../rules/target.ts";
import type { RuleOrigin, TargetRule } from "../rules/target-rule.ts";
import { findStanding, findTier } from "../rules/tier-words.ts";
import { parseArea } from "../workbook/address.ts";
import type { Address } from "../workbook/address.ts";
import { readReference } from "../rules/reference-value.ts";
import type { CheckContext } from "./check.ts";
import { looseOperand, operandOf } from "./describe.ts";

/** The target that holds at a place: a rule where there is one, else the sheet's own target cell. */
export function targetAt(context: CheckContext, place: Place): Target | undefined {
  const { subject, field, index } = place;
  const period = periodOf(index.table, field);
  const ruled = context.targets.ruled(
    whomOf(index, subject),
    field.indicator.id,
    field.measure,
    period
  );
  const target =
    ruled ??
    context.targets.written(index, subject.index, field.indicator.id, field.measure, period);
  return target && toLimit(context, place, target);
}

/** 高于全省2个百分点: what the province has reached, and 2 more; undefined where the book does not say it. */
export function toLimit(context: CheckContext, place: Place, target: Target): Target | undefined {
  const { relativeTo } = target.rule;
  if (relativeTo === null) return target;
  const reference = readReference(context.book, place, relativeTo);
  if (reference === undefined) return undefined;
  const value = sum([reference.stated.value, target.value]);
  return { ...target, value, reference };
}

export function whomOf({ table }: TableIndex, subject: Subject): Whom {
  const known = WHOMS.get(subject);
  if (known !== undefined) return known;
  const whom = readWhom(subject, table.subjects);
  WHOMS.set(subject, whom);
  return whom;
}

/** A zone is looked up once for each of its numbers and rules. */
const WHOMS = new WeakMap<Subject, Whom>();

function readWhom(subject: Subject, all: readonly Subject[]): Whom {
  const isArea =
    subject.role === "zone" &&
    isAdministrativeArea(subject.label) &&
    // 祁县 among 介休 and 榆社 is no less short than these: no name of a zone leaves its 县 out.
    (subject.label.length > SHORTEST ||
      all.some(({ label }) => label.length > SHORTEST && isAdministrativeArea(label)));
  return { zone: subject.name, kind: subject.kind, standing: isArea ? "area" : "zone" };
}

/** 绛县, 祁县: names of counties that nobody writes without 县. */
const SHORTEST = 2;

/** 河津市, 临猗县, 盐湖区: counties and cities stand in the same sheets, but targets are set for development zones. */
function isAdministrativeArea(label: string): boolean {
  return /[县市区旗]$/u.test(label) && zoneSuffixOf(label) === undefined;
}

/** A target's value in the unit of the numbers it is held against; undefined where the two never compare. */
export function inUnitOf(target: Target, unit: Unit | null): number | undefined {
  const own = unitOf(target.rule);
  if (isRate(own) && isRate(unit)) return target.value;
  const factor = unitFactor(own, unit);
  return factor === undefined ? undefined : Number((target.value * factor).toPrecision(15));
}

const UNITS = new WeakMap<TargetRule, Unit | null>();

function unitOf(rule: TargetRule): Unit | null {
  const known = UNITS.get(rule);
  if (known !== undefined) return known;
  const unit = rule.unit === null ? null : (recogniseUnit(rule.unit) ?? null);
  UNITS.set(rule, unit);
  return unit;
}

/** % and 个百分点 are the same scale where a target is set. */
function isRate(unit: Unit | null): boolean {
  return (
    unit !== null && (unit.family === "points" || (unit.family === "rate" && unit.factor === 1))
  );
}

/** The fields a target of this measure is held against, one per printed column. */
export function fieldsJudgedBy(
  context: CheckContext,
  indicator: string,
  measure: Measure
): readonly Field[] {
  return (context.index.fields.get(`${measure}|${indicator}`) ?? []).filter(
    // A share has its whole, a rank the set it is of; a growth against 全市 is not the zone's own.
    ({ measure: own, against }) =>
      own === "share" || own === "rank" || own === "rate-change" || against === null
  );
}

/** The cell a rule stands in; null for a rules file. */
export function addressOfOrigin(origin: RuleOrigin): Address | null {
  if (origin.kind === "rules-file") return null;
  const area = parseArea(origin.cell);
  return area === undefined ? null : { sheet: origin.sheet, area };
}

/** A target as a part of an arithmetic, with its cell where it has one. */
export function targetOperand(target: Target, unit: string | null, value = target.value): Operand {
  const loose = looseOperand(
    "target",
    target.rule.standing ?? "",
    { value, decimals: countDecimals(value) },
    target.rule.unit ?? unit
  );
  return { ...loose, at: addressOfOrigin(target.origin) };
}

const OF_PART = /序时|时序|进度|半年|阶段|季度/u;

/**
 * The target column a gap is taken to: 比序时目标± to what is due by now. Of 底线 | 考核 | 奋斗目标 the one of its own words,
 * else the assessed one; of several such the nearest.
 */
export function targetColumn(index: TableIndex, gap: Field): Field | undefined {
  const { id } = gap.indicator;
  const due = OF_PART.test(gap.path.at(-1) ?? "")
    ? findField(index, id, "target-part", gap)
    : undefined;
  if (due !== undefined) return due;
  const columns = fieldsOf(index, id, "target");
  const nearest = findField(index, id, "target", gap);
  if (columns.length < 2 || nearest === undefined) return nearest;
  const words = gap.path.join(" ");
  const tier = findTier(words) ?? "assessed";
  const standing = findStanding(words);
  const fits = (column: Field): boolean => {
    const own = column.path.join(" ");
    return (
      (findTier(own) ?? "assessed") === tier &&
      (standing === null || findStanding(own) === standing) &&
      isOfPeriod(index, column, nearest)
    );
  };
  if (fits(nearest)) return nearest;
  const [first, ...others] = columns.filter(fits);
  return others.reduce(
    (best, column) =>
      Math.abs(column.line - gap.line) < Math.abs(best.line - gap.line) ? column : best,
    first ?? nearest
  );
}

function isOfPeriod(index: TableIndex, a: Field, b: Field): boolean {
  const [own, other] = [periodOf(index.table, a), periodOf(index.table, b)];
  return own === null || other === null ? own === other : isSamePeriod(own, other);
}

/** The sheet's own target cell beside a gap or a verdict: the year's, or what is due by now. */
export function writtenTarget(
  place: Place,
  of: "any" | "part" = "any"
):
  | {
      readonly operand: Operand;
      readonly field: Field;
      readonly value: number;
      readonly reading: NumberReading;
    }
  | undefined {
  const { index, subject, field } = place;
  const column =
    (of === "any" ? targetColumn(index, field) : undefined) ??
    findField(index, field.indicator.id, "target-part", field);
  const reading = readPlace(index, subject, column);
  if (reading.kind === "none" || column === undefined) return undefined;
  const { value } = reading.stated;
  return { operand: operandOf("target", reading), field: column, value, reading };
}

/** What a finding says of a rule's amount for the year: it is not due before the year ends. */
export function isNotDue(rule: TargetRule, isWholeYear: boolean): boolean {
  return rule.kind === "annual-level" && !isWholeYear;
}
