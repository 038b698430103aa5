import type { Measure } from "../model/measure.ts";
import type { MeasureWord } from "./measure-words.ts";

const LEVELS: ReadonlySet<MeasureWord> = new Set(["actual", "level"]);
const OTHER_TIMES: ReadonlySet<MeasureWord> = new Set([
  "actual-month",
  "prior-month",
  "prior",
  "last-year",
  "prior-year",
  "previous",
  "opening",
]);
const TARGETS: ReadonlySet<MeasureWord> = new Set(["target", "target-part"]);
/** Measures that stay what they are, whatever growth or share stands under or after them: 位次/增速, 差距/占比. */
const FINAL: ReadonlySet<MeasureWord> = new Set([
  "rank",
  "rank-change",
  "difference",
  "gap",
  "verdict",
  "score",
  "needed",
  "pace-difference",
]);

/**
 * What two measure words say together, the first before or above the second: 上年同期 / 完成 → prior, 增速 / 实际 → growth,
 * 增速 / 省定目标 → target, 本月 / 增速 → growth on another base. null where they say two different things.
 * `parent` — the first stands in the header above; `same-cell` — both stand in one text.
 */
export function combineMeasures(
  first: MeasureWord | null,
  second: MeasureWord,
  relation: "parent" | "same-cell"
): MeasureWord | null {
  if (first === null || first === second) return second;
  if (second === "level") return first;
  // 上年 | 同期, 2022年同期: of last year, the same part.
  if (first === "last-year" && second === "prior") return second;
  if (second === "actual") {
    if (first === "level") return "actual";
    if (TARGETS.has(first) || FINAL.has(first) || first === "attainment")
      return relation === "parent" ? "actual" : first;
    return first;
  }
  if (LEVELS.has(first)) return second;
  // 是否完成 | 省定, 奋斗: a verdict by each of several targets. 剩余 | 任务: what is left of it.
  if (TARGETS.has(second) && (first === "verdict" || first === "remaining")) return first;
  if (TARGETS.has(second))
    return first === "target-part" || second === "target-part" ? "target-part" : "target";
  // 目标位次, 目标增速: what is aimed at, whatever it is of.
  if (
    TARGETS.has(first) &&
    (second === "growth" || second === "share" || second === "fall" || second === "rank")
  )
    return first;
  if (
    FINAL.has(first) &&
    (second === "growth" || second === "share" || second === "fall" || OTHER_TIMES.has(second))
  ) {
    return OTHER_TIMES.has(second) ? null : first;
  }
  // 上周完成率, 上月完成率: another time's, for which nothing stands beside it.
  if (second === "attainment" && OTHER_TIMES.has(first) && first !== "actual-month") return null;
  const monthly = combineMonths(first, second);
  if (monthly !== undefined) return monthly;
  if (second === "growth" || second === "fall") {
    if (OTHER_TIMES.has(first) || first === "share" || first === "growth-other")
      return "growth-other";
    if (first === "growth" || first === "fall") return second;
    return second;
  }
  if (OTHER_TIMES.has(second)) {
    if (first === "growth" || first === "fall") return "growth-other";
    if (first === "share") return null;
    if (OTHER_TIMES.has(first)) return null;
    return second;
  }
  if (second === "share") return OTHER_TIMES.has(first) ? null : "share";
  return second;
}

/** 本月 | 同比, 增速 | 当月, 本月 | 上年同期: of the month alone, on the same month of last year. */
function combineMonths(first: MeasureWord, second: MeasureWord): MeasureWord | undefined {
  const has = (word: MeasureWord): boolean => first === word || second === word;
  if (has("actual-month") && has("growth")) return "growth-month";
  if (has("growth-month") && (has("growth") || has("actual-month"))) return "growth-month";
  if (has("actual-month") && (has("prior") || has("last-year"))) return "prior-month";
  if (has("prior-month") && (has("actual-month") || has("prior"))) return "prior-month";
  return undefined;
}

/** A measure word as a measure; a noun of size alone means the actual value, 上年 alone the same period of last year. */
export function toMeasure(word: MeasureWord): Measure {
  if (word === "level") return "actual";
  return word === "last-year" ? "prior" : word;
}
