import { toMeasure } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { levelMeasureOf, uncataloguedIndicator } from "../catalog/recognise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { isQuotient } from "../catalog/quotients.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field, UnrecognisedReason } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Meaning } from "./meaning.ts";
import { openingOf, periodOf, wordInTime, yearAlone, yearBefore } from "./field-time.ts";
import { unitOf } from "./field-unit.ts";
import type { FieldContext, FieldReading } from "./field-reading.ts";

const OF_THE_MONTH: ReadonlySet<Measure> = new Set(["actual-month", "prior-month", "growth-month"]);

/** Values of 全市 that forms print in a column beside the zones'. */
const OF_WHOLES: ReadonlySet<Measure> = new Set(["actual", "growth", "rate"]);

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
    /率$|比重$|强度$|[=为]100\)?$/u.test(meaning.otherName) ||
    (isLevel && level === null && meaning.units.length > 0);
  // 新增 | 年度新增目标: the year is the target's, and no part of the name.
  const name =
    meaning.word === "target"
      ? meaning.otherName.replace(/^(?:年度|全年|本年度?)(?=.{2})/u, "")
      : meaning.otherName;
  return uncataloguedIndicator(name, level?.name ?? null, isRate ? "rate" : "level");
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
  // 升降% of an amount, and no places won or lost.
  if (word === "rank-change" && isRateUnit) return "growth";
  // 比年初增加(%) has no amount in it.
  if (word === "increase" && isRateUnit) return "growth";
  if (word === "increase" && isPoints) return "rate-change";
  return toMeasure(word);
}
