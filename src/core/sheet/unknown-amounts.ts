import { normaliseText } from "../catalog/normalise.ts";
import { perOf } from "../catalog/quotients.ts";
import { getUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";
import { OF_MONEY } from "./field-unit.ts";
import { resolveField } from "./fields.ts";
import type { FieldContext, FieldReading } from "./field-reading.ts";
import type { Meaning } from "./meaning.ts";

/** What no amount in the unit of the table is called. */
const NO_AMOUNT =
  /代码|编码|编号|电话|邮编|年份|日期|时间|备注|名次|排[名位]|号$|率|比例|指数|系数|得分|分值/u;

/** What the numbers of a column look like: counts are whole and not large, other amounts mostly broken. */
export type Shape = "counts" | "broken" | "open";

const LARGEST_COUNT = 10_000;

export function shapeOf(values: readonly number[]): Shape {
  if (values.length < 3) return "open";
  const whole = values.filter(Number.isInteger);
  if (whole.length === values.length)
    return values.every((value) => value >= 0 && value < LARGEST_COUNT) ? "counts" : "open";
  return whole.length * 2 < values.length ? "broken" : "open";
}

/**
 * 工业销售产值 and 资产合计 under 单位:万元: what nobody knows by name is still an amount in the one unit that is printed. Under
 * 单位:个、亿元 its numbers tell in which of them it is.
 */
export function asAmount(
  meaning: Meaning,
  units: readonly Unit[],
  before: Unit | null,
  whole: Unit | null,
  shape: Shape
): Meaning {
  const { otherName, word, isUnknownBelow } = meaning;
  const isBare = (otherName ?? "") !== "" && word === null && meaning.units.length === 0;
  const isTotal = word === "level" && meaning.units.length === 0 && meaning.indicator === null;
  if (isTotal && !meaning.isContradictory) return countedTotal(meaning, shape);
  if (!isBare || isUnknownBelow || meaning.isNotMeasure || meaning.isContradictory) return meaning;
  // 其中:亏损企业 behind 企业单位数(个): they are counted, in the unit of what they are part of.
  const isCounted = /(?:企业|单位|机构)$/u.test(otherName ?? "");
  // 户均投资额: what nobody knows is divided by something, in a unit that nothing tells.
  if (perOf(otherName ?? "") !== null) return { ...meaning, word: "level" };
  if (isCounted || (before !== null && /项目$/u.test(otherName ?? "")))
    return { ...meaning, word: "level", units: [before ?? getUnit("个")] };
  // 入园企业数, 空置率: the name says the unit, where nothing else does.
  const own = unitOfName(otherName ?? "", shape);
  if (own !== null) return { ...meaning, word: "level", units: [own] };
  // 新入库 | 其中:新建投产: counted as what it is part of.
  if (whole !== null) return { ...meaning, word: "level", units: [whole] };
  const isNoAmount = NO_AMOUNT.test(otherName ?? "") || /[数户个家人次件]$/u.test(otherName ?? "");
  const listed = isNoAmount
    ? countedUnit(otherName ?? "", units)
    : listedUnit(otherName ?? "", units);
  const [only, ...others] = units;
  // 单位:家 over columns of numbers: they are counted, whatever in.
  const isAllCounted = only?.family === "count" && others.length === 0;
  if (listed === undefined && isAllCounted && !OTHERWISE.test(otherName ?? ""))
    return { ...meaning, word: "level", units: [only] };
  const shown = listed ?? shownUnit(otherName ?? "", units, shape);
  return shown === undefined ? meaning : { ...meaning, word: "level", units: [shown] };
}

/** 发现隐患数 | 小计: counted, as the name above it says. */
function countedTotal(meaning: Meaning, shape: Shape): Meaning {
  const unit = shape === "counts" ? unitOfName(meaning.otherName ?? "", shape) : null;
  return unit?.family === "count" ? { ...meaning, units: [unit] } : meaning;
}

/** The one unit of counting or of money in the unit line, as the numbers are whole or broken. */
function shownUnit(name: string, units: readonly Unit[], shape: Shape): Unit | undefined {
  if (OTHERWISE.test(name) || shape === "open") return undefined;
  if (shape === "counts" && OF_MONEY.test(name)) return undefined;
  const wanted = shape === "counts" ? "count" : "money";
  const [only, ...others] = units.filter(({ family }) => family === wanted);
  return others.length === 0 ? only : undefined;
}

/** What a form of numbers of things is not counted in. */
const OTHERWISE =
  /代码|编码|编号|电话|邮编|年份|日期|时间|备注|名次|排[名位]|号$|率|比例|指数|系数|得分|分值|情况|等级|类型|结果|评价|意见|均|[额款金]$/u;
const OF_LAND = /面积$|用地$|土地$|地块$/u;

/** Of 单位:万元 all amounts are; of 单位:万元、亩 those whose names say money or land. */
function listedUnit(name: string, units: readonly Unit[]): Unit | undefined {
  const isMoney = ({ family }: Unit): boolean => family === "money" || family === "foreign-money";
  const isLand = ({ family }: Unit): boolean => family === "land" || family === "floor";
  const [only, ...others] = units.filter(OF_LAND.test(name) ? isLand : isMoney);
  if (only === undefined || others.length > 0) return countedUnit(name, units);
  return units.length === 1 || OF_LAND.test(name) || OF_MONEY.test(name) ? only : undefined;
}

/** 单位:户 over 2024年底在库 and 外迁: all of it is counted. */
function countedUnit(name: string, units: readonly Unit[]): Unit | undefined {
  const [only, ...others] = units;
  const isCounted = only?.family === "count" && others.length === 0 && !NO_AMOUNT.test(name);
  return isCounted ? only : undefined;
}

/** 指数, 天数: numbers by their names, and no number of things. */
const NO_NUMBER_OF = /(?:指|系|基|倍|分|参|天|月|年|岁|级|点|度|因|人|次)数$/u;

function unitOfName(name: string, shape: Shape): Unit | null {
  if (/(?:企业|单位|机构|项目|商户|主体|平台|院校)(?:个|户|家)?数$|[户家件宗]数$/u.test(name))
    return getUnit("个");
  if (/人数$/u.test(name)) return getUnit("人");
  // 发现隐患数 over whole numbers: counted one by one, whatever in.
  if (shape === "counts" && /数$/u.test(name) && !NO_NUMBER_OF.test(name)) return getUnit("个");
  // 拉动力, 拉动点数: what a part adds to the growth of the whole.
  if (/拉动(?:力|点|点数|百分点|作用)?$/u.test(name)) return getUnit("个百分点");
  return /(?:率|[存贷收支产销]比)$/u.test(name) ? getUnit("%") : null;
}

/** Two letters of a word, or a class: B类. */
const A_NAME = /\p{Script=Han}{2}|^[A-Z][类级档]$/u;
const NO_VALUE =
  /备用|预留|代码|编码|编号|电话|邮编|年份|年度$|日期|时间|备注|名次|排[名位]|号$|情况|等级|类型|结果|评价|意见|得分|分值|系数|指数/u;

/**
 * 备案项目, 环评批复 over plain numbers, with no unit anywhere: read under its own name, in a unit that is not known. 面积(平方公里)
 * where nothing tells of what is a name as well. undefined for what is no name of an amount.
 */
export function readUnknown(
  meaning: Meaning,
  context: FieldContext,
  head: string
): FieldReading | undefined {
  const { otherName, word, units, isUnknownBelow, isNotMeasure, isContradictory } = meaning;
  const name = otherName ?? "";
  if (name === "" && word === "level" && units.length > 0 && meaning.indicator === null) {
    const own = normaliseText(head).replace(/\([^()]*\)/gu, "");
    const read = /\p{Script=Han}{2}/u.test(own)
      ? resolveField({ ...meaning, otherName: own }, context)
      : undefined;
    return read?.kind === "field" ? read : undefined;
  }
  const isBare = word === null && units.length === 0 && meaning.indicator === null;
  if (!isBare || isUnknownBelow || isNotMeasure || isContradictory) return undefined;
  if (!A_NAME.test(name) || NO_VALUE.test(name)) return undefined;
  const read = resolveField({ ...meaning, word: "level" }, context);
  return read.kind === "field" ? read : undefined;
}
