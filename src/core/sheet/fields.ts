import { combineMeasures, toMeasure } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { withYear } from "../catalog/periods.ts";
import { levelMeasureOf, uncataloguedIndicator } from "../catalog/recognise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { isQuotient } from "../catalog/quotients.ts";
import { getUnit, recogniseUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field, UnrecognisedReason } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Meaning } from "./meaning.ts";

/** What a field's own header leaves open and its table says. */
export interface FieldContext {
  /** Indicator of the header to the left, of the band, the title or the row. */
  readonly indicator: Indicator | null;
  readonly period: Period | null;
  readonly unitLine: readonly Unit[];
  /** Unit in the number format or the 计量单位 cell, which speaks before the unit line. */
  readonly cellUnit: Unit | null;
}

export type FieldCore = Pick<Field, "indicator" | "measure" | "against" | "unit" | "period"> & {
  /** 上年 alone: the same period of last year or the whole of it, for the numbers to decide. */
  readonly isLastYear: boolean;
  /** Named by a noun of size (总数), not by a verb (完成). */
  readonly isSize: boolean;
  /** No header, format or unit line gives the unit: it is the catalogue's, or not known. */
  readonly isUnitAssumed: boolean;
  /** Its own header names a period with a year. */
  readonly isDated: boolean;
};

export type FieldReading =
  | { readonly kind: "field"; readonly field: FieldCore }
  | { readonly kind: "ignored" }
  | { readonly kind: "unrecognised"; readonly reason: UnrecognisedReason };

const RATE_MEASURES: ReadonlySet<Measure> = new Set([
  "growth",
  "fall",
  "growth-month",
  "growth-other",
  "share",
  "attainment",
  "pace",
  "rate",
]);
const OF_THE_MONTH: ReadonlySet<Measure> = new Set(["actual-month", "prior-month", "growth-month"]);
const POINT_MEASURES: ReadonlySet<Measure> = new Set([
  "difference",
  "rate-change",
  "pace-difference",
]);
/** Values of 全市 that forms print in a column beside the zones'. */
const OF_WHOLES: ReadonlySet<Measure> = new Set(["actual", "growth", "rate"]);
const OPEN_UNIT: ReadonlySet<Measure> = new Set(["target", "target-part", "gap", "needed"]);

/** Settles what a header means for its table, or says why it cannot. */
export function resolveField(meaning: Meaning, context: FieldContext): FieldReading {
  if (meaning.isNotMeasure) return { kind: "ignored" };
  if (meaning.isContradictory) return refused("several-meanings");
  if (meaning.isUnknownBelow && meaning.word === null) return refused("unknown-measure");
  const says = meaning.word !== null || meaning.units.length > 0 || meaning.period !== null;
  if (meaning.otherName !== null && meaning.word === null && meaning.units.length === 0)
    return refused("unknown-measure");
  if (meaning.indicator === null && meaning.otherName === null && !says)
    return refused("unknown-measure");
  const indicator = meaning.indicator ?? namedByHeader(meaning) ?? borrowed(meaning, context);
  if (indicator === null) return refused("unknown-measure");
  const own = meaning.isOfLastYear ? yearBefore(context.period) : periodOf(meaning, context.period);
  const opening = openingOf(meaning, indicator, context.period);
  const year = opening ?? yearAlone(meaning, own, context.period);
  const period = year?.period ?? own;
  const word = year === undefined ? wordInTime(meaning, own, context.period) : year.word;
  if (word === "several-meanings") return refused("several-meanings");
  const measure = measureOf(word, indicator, meaning);
  if (measure === null) return refused("several-meanings");
  // 全市增速 beside each zone's own is the value of the whole: kept apart, or it would be taken for the zone's.
  if (meaning.reference !== null && !OF_WHOLES.has(measure)) return refused("several-meanings");
  const against: Field["against"] =
    meaning.reference === null
      ? meaning.against
      : { kind: "reference", scope: meaning.reference, stated: null };
  const unit = unitOf(measure, indicator, meaning, context);
  const isGiven = (given: Unit): boolean => given.name === unit?.name;
  return {
    kind: "field",
    field: {
      indicator,
      measure,
      against,
      unit,
      isUnitAssumed:
        unit === null ||
        !(
          meaning.units.some(isGiven) ||
          context.unitLine.some(isGiven) ||
          (context.cellUnit !== null && isGiven(context.cellUnit))
        ),
      period: period ?? periodOfMeasure(measure, context.period),
      isLastYear: word === "last-year",
      isSize: word === "level" || word === null,
      isDated: meaning.period !== null && meaning.period.period.year !== null,
    },
  };
}

/** 本月 beside 1-6月累计 is June alone. */
function periodOfMeasure(measure: Measure, table: Period | null): Period | null {
  if (!OF_THE_MONTH.has(measure) || table?.kind !== "cumulative") return table;
  return { kind: "month", year: table.year, month: table.months };
}

function refused(reason: UnrecognisedReason): FieldReading {
  return { kind: "unrecognised", reason };
}

/** 年度目标(亩) under the title 标准地出让情况: the unit says which of the title's two is meant. */
function borrowed({ units }: Meaning, { indicator }: FieldContext): Indicator | null {
  return indicator === null ? null : indicatorIn(indicator, units);
}

function namedByHeader(meaning: Meaning): Indicator | null {
  if (meaning.otherName === null || meaning.otherName === "") return null;
  const level =
    meaning.units.find((unit) => unit.family !== "rate" && unit.family !== "points") ?? null;
  const isLevel = meaning.word === null || meaning.word === "level" || meaning.word === "actual";
  const isRate =
    /率$|比重$|强度$/u.test(meaning.otherName) ||
    (isLevel && level === null && meaning.units.length > 0);
  return uncataloguedIndicator(meaning.otherName, level?.name ?? null, isRate ? "rate" : "level");
}

/** 2024年底在库 in a table of 2025: what stood when the year began. Money of a year that has ended is the whole year's. */
function openingOf(
  { period, word }: Meaning,
  { kind }: Indicator,
  table: Period | null
): { readonly period: Period; readonly word: MeasureWord } | undefined {
  const isSize = word === null || word === "level" || word === "actual";
  if (period?.isYearEnd !== true || period.period.kind !== "year" || !isSize) return undefined;
  const isStanding = kind === "count" || kind === "stock";
  return isStanding && table?.year === period.period.year + 1
    ? { period: table, word: "opening" }
    : undefined;
}

/**
 * 2024年 | 2023年 in a table of a part of the year: that part of each year. Whether last year's is the same part or the
 * whole is for the numbers to tell. undefined where the header says something else.
 */
function yearAlone(
  meaning: Meaning,
  own: Period | null,
  table: Period | null
): { readonly period: Period; readonly word: MeasureWord | null | "several-meanings" } | undefined {
  const isTarget = meaning.word === "target" || meaning.word === "target-part";
  if (own?.kind !== "year" || isTarget || meaning.period?.isLastYear === true) return undefined;
  if (table === null || table.kind === "year" || table.year === null) return undefined;
  const years = table.year - own.year;
  if (years !== 0 && years !== 1) return undefined;
  const word = meaning.word ?? "level";
  return {
    period: { ...table, year: own.year },
    word:
      years === 0
        ? meaning.word
        : word === "share"
          ? word
          : (combineMeasures("last-year", word, "parent") ?? "several-meanings"),
  };
}

function yearBefore(table: Period | null): Period | null {
  return table === null || table.year === null ? null : { ...table, year: table.year - 1 };
}

function periodOf(meaning: Meaning, table: Period | null): Period | null {
  if (meaning.period === null) return null;
  const year = table?.year ?? null;
  const { period, isLastYear } = meaning.period;
  return withYear(period, isLastYear && year !== null ? year - 1 : year);
}

/** The measure a header's own period makes of it: 2022年1-6月 beside 2023年1-6月 is last year's, 1-5月 the period before. */
function wordInTime(
  meaning: Meaning,
  own: Period | null,
  table: Period | null
): MeasureWord | null | "several-meanings" {
  const { word, comparedYear } = meaning;
  // 2025年基数 | 2030年目标: where it sets out from, in that year.
  const isStart = own?.kind === "year" && table?.kind === "year" && word === "prior";
  if (isStart && table.year - own.year > 1) return "actual";
  // 目标较2024年增长%: how far the plan lies above that year, and no target.
  if (comparedYear !== null && word === "target" && meaning.isOfRate) return "growth-other";
  if (comparedYear !== null && (word === "prior" || word === "growth" || word === "growth-other"))
    return table?.year === comparedYear + 1 ? "growth" : "growth-other";
  // A share of last year is told by its period: no measure of its own.
  if (word === "share" && own !== null && (meaning.isOfLastYear || isDatedBefore(own, table)))
    return word;
  if (meaning.period === null || own === null) return word;
  const isMonth = own.kind === "month" && table !== null && table.kind !== "month";
  const time = meaning.period.isLastYear
    ? isMonth
      ? "prior-month"
      : "prior"
    : timeWord(own, table, word);
  if (time === null) return word;
  if (time === "prior" && word === "prior") return "prior";
  if (time === "target-part") return "target-part";
  // 2020年基数: the base of a plan, years before.
  if (time === "previous" && word === "prior") return time;
  // A part of the year under 目标 is a target of that part.
  return combineMeasures(time, word ?? "level", "parent") ?? "several-meanings";
}

/** 构成 of 2013年 beside 2014年, of 2023年1-6月 in a table of 2024: the structure of that time. */
function isDatedBefore(own: Period, table: Period | null): boolean {
  return own.kind === "year" || (own.year !== null && table?.year === own.year + 1);
}

function timeWord(own: Period, table: Period | null, word: MeasureWord | null): MeasureWord | null {
  const isTarget = word === "target" || word === "target-part";
  if (isTarget)
    return own.kind === "year" || (own.kind === "cumulative" && own.months === 12)
      ? null
      : "target-part";
  if (table === null || table.year === null || own.year === null) return bareTime(own, table, word);
  const years = table.year - own.year;
  if (own.kind === "year") {
    // 2022年同期 says which year's; 2021年同期 is the base of no growth here.
    if (word === "prior") return years === 1 ? "prior" : "previous";
    if (table.kind === "year") return years === 1 ? "prior" : null;
    return years === 1 ? "prior-year" : null;
  }
  if (years === 1 && isSamePart(own, table)) return "prior";
  return years === 0 ? bareTime(own, table, word) : null;
}

/** Within the year: a month or quarter beside a cumulative value, an earlier cumulative value. */
function bareTime(
  own: Period,
  table: Period | null,
  word: MeasureWord | null = null
): MeasureWord | null {
  if (own.kind === "month") return table?.kind === "month" ? null : "actual-month";
  if (own.kind === "quarter") return table?.kind === "quarter" ? null : "actual-month";
  const isEarlier =
    own.kind === "cumulative" && table?.kind === "cumulative" && own.months < table.months;
  return isEarlier && word === null ? "previous" : null;
}

function isSamePart(a: Period, b: Period): boolean {
  if (a.kind === "cumulative" && b.kind === "cumulative") return a.months === b.months;
  if (a.kind === "quarter" && b.kind === "quarter") return a.quarter === b.quarter;
  if (a.kind === "month" && b.kind === "month") return a.month === b.month;
  return a.kind === "stock" && b.kind === "stock" && a.month === b.month;
}

/** null where unit and word contradict each other. */
function measureOf(
  word: MeasureWord | null,
  indicator: Indicator,
  meaning: Meaning
): Measure | null {
  const isLevel = word === null || word === "level" || word === "actual";
  const units = isLevel ? meaning.units : meaning.wordUnits;
  const isRateUnit = units.length > 0 && units.every((unit) => unit.family === "rate");
  const isPoints = units.some((unit) => unit.family === "points");
  const isAmount = units.some((unit) => unit.family !== "rate" && unit.family !== "points");
  if (isLevel) {
    if (indicator.kind === "rate") return levelMeasureOf(indicator);
    if (isRateUnit && !isAmount) return null;
    return isPoints ? null : levelMeasureOf(indicator);
  }
  if (word === "growth" || word === "fall") {
    if (isPoints) return "rate-change";
    if (isAmount && !units.some((unit) => unit.family === "rate")) return "increase";
  }
  // 占比 | 增减百分点, 较上月累计增速±(百分点): what a rate has gained.
  if (word === "growth-other" && isPoints) return "rate-change";
  // 覆盖率 | 完成%: the rate itself, not a part of its target; of 亩均税收 it is a part.
  if (word === "attainment" && indicator.kind === "rate" && !isQuotient(indicator))
    return levelMeasureOf(indicator);
  // 序时进度(亿元) is the part of the target that is due, 超序时(亿元) the gap to it.
  if (isAmount && word === "pace") return "target-part";
  if (isAmount && word === "pace-difference") return "gap";
  // 比年初增加(%) has no amount in it.
  if (word === "increase" && isRateUnit) return "growth";
  if (word === "increase" && isPoints) return "rate-change";
  return toMeasure(word);
}

/** 金额单位:万美元 over 进出口总额, which others print in 亿元: the only money that the form speaks of. */
function otherMoney(line: readonly Unit[], { family }: Unit): Unit | undefined {
  const other =
    family === "money" ? "foreign-money" : family === "foreign-money" ? "money" : undefined;
  const [only, ...others] = line.filter((unit) => unit.family === other);
  return others.length === 0 ? only : undefined;
}

const COUNTED = /(?:问题|事项|案件|线索|信访件|隐患)$/u;

function unitOf(
  measure: Measure,
  indicator: Indicator,
  { units, wordUnits, isOfRate, isOfAmount }: Meaning,
  context: FieldContext
): Unit | null {
  if (measure === "verdict") return null;
  if (measure === "rank" || measure === "rank-change") return getUnit("位");
  if (measure === "score") return getUnit("分");
  if (RATE_MEASURES.has(measure))
    return units.find((unit) => unit.family === "rate" || unit.family === "points") ?? getUnit("%");
  if (POINT_MEASURES.has(measure))
    return (
      units.find((unit) => unit.family === "points" || unit.family === "rate") ??
      getUnit("个百分点")
    );
  const catalogued = indicator.unit === null ? undefined : recogniseUnit(indicator.unit);
  // 增速(%) | 省定目标 under 工业投资(亿元): the target is a rate.
  if (OPEN_UNIT.has(measure) && isOfRate && units.length > 0) {
    return (
      units.find((unit) => unit.family === "rate" || unit.family === "points") ??
      // 工业投资(亿元) | 增速 | 目标: the amount's unit is not that of its growth.
      wordUnits[0] ??
      getUnit("%")
    );
  }
  const isLevelUnit = (unit: Unit): boolean =>
    indicator.kind === "rate" || (unit.family !== "rate" && unit.family !== "points");
  const own =
    units.find((unit) => unit.family === catalogued?.family) ?? units.find(isLevelUnit) ?? units[0];
  if (own !== undefined) return own;
  if (OPEN_UNIT.has(measure)) {
    if (isOfRate) return getUnit("%");
    // 省定目标 beside a level may aim at its growth: only a header that speaks of the year's amount gives it the level's unit.
    if (indicator.kind !== "rate" && !isOfAmount) return null;
  }
  if (context.cellUnit !== null && isLevelUnit(context.cellUnit)) return context.cellUnit;
  if (catalogued !== undefined) {
    return (
      context.unitLine.find((unit) => unit.family === catalogued.family) ??
      otherMoney(context.unitLine, catalogued) ??
      catalogued
    );
  }
  const isOfQuotient = isQuotient(indicator);
  // 户均投资额 under 单位:亿元 may be in anything: it is read as printed.
  const isOfLand = /面积$/u.test(indicator.name);
  const [only, ...others] = context.unitLine.filter((unit) =>
    isOfLand
      ? unit.family === "land" || unit.family === "floor"
      : isOfQuotient
        ? unit.family === "intensity"
        : unit.family !== "rate" && unit.family !== "points"
  );
  if (only !== undefined && others.length === 0) return only;
  // 项目总数: the word says what they are counted in, where the unit line does not.
  const counts = context.unitLine.filter(({ family }) => family === "count");
  if (/^(?:项目|企业|工程|问题|事项)$/u.test(indicator.name) && measure !== "target")
    return counts[0] ?? getUnit(indicator.name === "企业" ? "户" : "个");
  // 问题总数 | 已完成整改 | 正在整改: counted one by one, without a word on what in.
  return context.unitLine.length === 0 && COUNTED.test(indicator.name) ? getUnit("个") : null;
}

/** 总数 | 完成 | 剩余: what is done of a total, where the remainder stands beside it. */
export function settleDone<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  const remaining = new Set(
    fields.filter((field) => field.measure === "remaining").map((field) => field.indicator.id)
  );
  const sized = new Set(
    fields
      .filter((field) => field.measure === "actual" && field.isSize)
      .map((field) => field.indicator.id)
  );
  return fields.map((field) => {
    const { id } = field.indicator;
    const isDone =
      field.measure === "actual" && !field.isSize && remaining.has(id) && sized.has(id);
    return isDone ? { ...field, measure: "done" as const } : field;
  });
}

/** 增减 | 增减%: where the growth stands beside it, a bare 增减 is the increase in the unit of the level. */
export function settleIncrease<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  const isBare = (field: F): boolean =>
    field.measure === "growth" && /^(?:同比)?增(?:减|\(减\))$/u.test(field.path.at(-1) ?? "");
  if (!fields.some(isBare)) return fields;
  // A form may have thousands of rows: each indicator's fields are looked through once.
  const grown = new Set<string>();
  const units = new Map<string, Field["unit"]>();
  for (const field of fields) {
    const { id } = field.indicator;
    if (field.measure === "growth" && !isBare(field)) grown.add(id);
    if (field.measure === "actual" && !units.has(id)) units.set(id, field.unit);
  }
  return fields.map((field) =>
    isBare(field) && grown.has(field.indicator.id)
      ? { ...field, measure: "increase" as const, unit: units.get(field.indicator.id) ?? null }
      : field
  );
}
