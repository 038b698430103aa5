/** The unit a column is read in: its header's, its format's, the unit line's or the catalogue's. */

import { isQuotient } from "../catalog/quotients.ts";
import { getUnit, recogniseUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import { MEASURES_IN_PERCENT, MEASURES_IN_POINTS } from "../model/measure.ts";
import type { Measure } from "../model/measure.ts";
import type { Unit } from "../model/unit.ts";
import type { Meaning } from "./meaning.ts";
import type { FieldContext } from "./field-reading.ts";

const OPEN_UNIT: ReadonlySet<Measure> = new Set(["target", "target-part", "gap", "needed"]);

/** 金额单位:万美元 over 进出口总额, which others print in 亿元: the only money that the form speaks of. */
function otherMoney(line: readonly Unit[], { family }: Unit): Unit | undefined {
  const other =
    family === "money" ? "foreign-money" : family === "foreign-money" ? "money" : undefined;
  const [only, ...others] = line.filter((unit) => unit.family === other);
  return others.length === 0 ? only : undefined;
}

/** 单位:亩 over 规划面积, which others print in 平方公里: the only area that the form speaks of. */
function otherArea(line: readonly Unit[], { name }: Unit): Unit | undefined {
  if (name !== "平方公里") return undefined;
  const [only, ...others] = line.filter(({ family }) => family === "land" || family === "floor");
  return others.length === 0 ? only : undefined;
}

/** Names of money, whatever kind. */
export const OF_MONEY = /投资|资金|资产|负债|产值|收入|成本|费用|支出|利润|税|[额款金]$/u;

const COUNTED = /(?:问题|事项|案件|线索|信访件|隐患)$/u;

/** The unit of a measure of an indicator; null where a verdict needs none, and where nothing tells. */
export function unitOf(
  measure: Measure,
  indicator: Indicator,
  { units, wordUnits, isOfRate, isOfAmount }: Meaning,
  context: FieldContext
): Unit | null {
  if (measure === "verdict") return null;
  if (measure === "rank" || measure === "rank-change") return getUnit("位");
  if (measure === "score") return getUnit("分");
  if (MEASURES_IN_PERCENT.has(measure))
    return units.find((unit) => unit.family === "rate" || unit.family === "points") ?? getUnit("%");
  if (MEASURES_IN_POINTS.has(measure))
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
      // 家 and 人 in one line: people are counted in 人.
      context.unitLine.find((unit) => unit.name === catalogued.name) ??
      context.unitLine.find((unit) => unit.family === catalogued.family) ??
      otherMoney(context.unitLine, catalogued) ??
      otherArea(context.unitLine, catalogued) ??
      catalogued
    );
  }
  const isOfQuotient = isQuotient(indicator);
  // 户均投资额 under 单位:亿元 may be in anything: it is read as printed.
  const isOfLand = /(?:面积|用地|土地)$/u.test(indicator.name);
  const [only, ...others] = context.unitLine.filter((unit) =>
    isOfLand
      ? unit.family === "land" || unit.family === "floor"
      : isOfQuotient
        ? unit.family === "intensity"
        : unit.family !== "rate" && unit.family !== "points"
  );
  if (only !== undefined && others.length === 0) return only;
  // 单位:万元、家、人 over 其他投资: the one money that is listed.
  if (!isOfQuotient && OF_MONEY.test(indicator.name)) {
    const [money, ...more] = context.unitLine.filter(({ family }) => family === "money");
    if (money !== undefined && more.length === 0) return money;
  }
  // 项目总数: the word says what they are counted in, where the unit line does not.
  const counts = context.unitLine.filter(({ family }) => family === "count");
  if (/^(?:项目|企业|工程|问题|事项)$/u.test(indicator.name) && measure !== "target")
    return counts[0] ?? getUnit(indicator.name === "企业" ? "户" : "个");
  // 问题总数 | 已完成整改 | 正在整改: counted one by one, without a word on what in.
  return context.unitLine.length === 0 && COUNTED.test(indicator.name) ? getUnit("个") : null;
}
