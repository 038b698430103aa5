import { levelMeasureOf } from "../catalog/index.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { fieldsOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Unit } from "../model/unit.ts";
import { measureByNumbers } from "./target-evidence.ts";

const known = new WeakMap<TableIndex, Map<Field, Measure | null>>();

/**
 * Which measure a target column speaks of: the header's words, then its own unit, then the numbers (the 差距 that is
 * taken to it, magnitude, what it stands behind). null where nothing decides: such a target is not judged.
 * A target in % is held against a share of an indicator (占工业投资) before a growth, and against a growth before a
 * share of 全市, which nobody sets as a target.
 */
export function targetMeasure(index: TableIndex, target: Field): Measure | null {
  let measures = known.get(index);
  if (measures === undefined) {
    measures = new Map();
    known.set(index, measures);
  }
  const before = measures.get(target);
  if (before !== undefined) return before;
  const measure = decide(index, target);
  measures.set(target, measure);
  return measure;
}

/** Which measure an amount or a rate in a cell of a target column speaks of: 100亿元 of the level, 17% of what is in %. */
export function measureInUnit(
  index: TableIndex,
  target: Field,
  unit: Unit | undefined
): Measure | null {
  return unit === undefined ? targetMeasure(index, target) : decide(index, { ...target, unit });
}

function decide(index: TableIndex, target: Field): Measure | null {
  if (index.table.fields.every(({ measure }) => measure === "target" || measure === "target-part"))
    return measureAlone(target);
  const has = (measure: Measure): boolean =>
    fieldsOf(index, target.indicator.id, measure).some((field) => field !== target);
  const words = target.path.join(" ");
  if (/位次|排名|名次|排位|位居/u.test(words)) return "rank";
  if (/占比|比重|占[^年]|份额/u.test(words) && has("share")) return "share";
  if (/增速|增长|同比|增幅/u.test(words) && !/增长点/u.test(words) && has("growth"))
    return "growth";
  const rate = rateMeasure(index, target);
  switch (target.unit?.family) {
    case "rate":
    case "points":
      return rate ?? "growth";
    case undefined:
      return withoutUnit(index, target, rate, words);
    default:
      return "actual";
  }
}

/** 2025年预计完成 beside 2026年目标 is a level as well, though a year before. */
const LEVELS: readonly Measure[] = ["actual", "prior", "prior-year"];

/** What a table of nothing but targets aims at: its own words and unit, since nothing stands beside them. */
function measureAlone({ indicator, path, unit, against }: Field): Measure {
  const words = path.join(" ");
  if (against !== null || /占比|比重|占[^年]|份额/u.test(words)) return "share";
  if (indicator.kind === "rate") return levelMeasureOf(indicator);
  const isRate = unit?.family === "rate" || unit?.family === "points";
  return isRate || (/增速|增长|同比|增幅/u.test(words) && !/增长点/u.test(words))
    ? "growth"
    : "actual";
}

/** 省定目标 without a unit may aim at the level or at its growth. */
function withoutUnit(
  index: TableIndex,
  target: Field,
  rate: Measure | undefined,
  words: string
): Measure | null {
  if (target.indicator.kind === "rate") return rate ?? "actual";
  if (isLevelWord(words) || target.measure === "target-part") return "actual";
  const hasLevel = LEVELS.some((level) => fieldsOf(index, target.indicator.id, level).length > 0);
  const candidates: readonly Measure[] = [
    ...(rate === undefined ? [] : [rate]),
    ...(hasLevel ? (["actual"] as const) : []),
  ];
  if (candidates.length === 0) return "actual";
  return measureByNumbers(index, target, candidates) ?? null;
}

function rateMeasure(index: TableIndex, target: Field): Measure | undefined {
  const id = target.indicator.id;
  if (target.indicator.kind === "rate") {
    // 覆盖率 "完成%" is the rate itself.
    const own = (["rate", "actual", "attainment", "fall"] as const).find((measure) =>
      fieldsOf(index, id, measure).some((field) => isOfOneKind(field, target))
    );
    // 能耗同比 ≤ -3%: an intensity in 吨标准煤/万元 is no percentage, its growth is one.
    return own ?? (fieldsOf(index, id, "growth").length > 0 ? "growth" : "actual");
  }
  const shares = fieldsOf(index, id, "share");
  const growths = fieldsOf(index, id, "growth");
  const parts = shares.filter((field) => field.against?.kind === "indicator");
  // 同比 | 省定目标% | 差距 | 占工业投资%: a target stands behind what it is held against.
  const isBehindGrowth =
    growths.some((field) => field.index < target.index) &&
    parts.every((field) => field.index > target.index);
  if (parts.length > 0 && !isBehindGrowth) return "share";
  if (growths.length > 0) return "growth";
  if (shares.length > 0) return "share";
  return fieldsOf(index, id, "rate").length > 0 ? "rate" : undefined;
}

function isOfOneKind({ unit }: Field, target: Field): boolean {
  return unit === null || target.unit === null || unit.family === target.unit.family;
}

/** Words of a yearly amount: 年度计划, 全年任务. */
function isLevelWord(words: string): boolean {
  return /年度|全年|年计划|任务|计划|投资额|序时|上半年目标/u.test(words);
}
