import type { Measure } from "../model/measure.ts";
import type { Locale } from "./locale.ts";

type Labels = Readonly<Record<Measure, string>>;

const CHINESE: Labels = {
  actual: "完成值",
  "actual-month": "本月值",
  prior: "上年同期值",
  "prior-month": "上年同月值",
  "prior-year": "上年全年值",
  previous: "上期值",
  opening: "年初数",
  growth: "同比增速",
  fall: "降幅",
  "growth-month": "当月同比增速",
  "growth-other": "其他增速",
  increase: "增减额",
  "rate-change": "增速变化",
  share: "占比",
  target: "目标值",
  "target-part": "阶段目标",
  attainment: "目标完成率",
  pace: "序时进度",
  "pace-difference": "与序时进度差",
  gap: "与目标差距",
  difference: "与参照值之差",
  rank: "位次",
  "rank-change": "位次变化",
  verdict: "是否达标",
  done: "已完成",
  remaining: "剩余",
  needed: "仍需完成",
  rate: "比率",
  score: "得分",
};

const ENGLISH: Labels = {
  actual: "value",
  "actual-month": "value of the month",
  prior: "same period last year",
  "prior-month": "same month last year",
  "prior-year": "last year's total",
  previous: "previous period",
  opening: "opening stock",
  growth: "growth, year on year",
  fall: "fall, year on year",
  "growth-month": "growth of the month, year on year",
  "growth-other": "other growth",
  increase: "increase",
  "rate-change": "change of the rate",
  share: "share",
  target: "target",
  "target-part": "target for the part of the year",
  attainment: "attainment",
  pace: "pace",
  "pace-difference": "difference to pace",
  gap: "gap to target",
  difference: "difference to the reference",
  rank: "rank",
  "rank-change": "change of rank",
  verdict: "verdict",
  done: "done",
  remaining: "remaining",
  needed: "still needed",
  rate: "rate",
  score: "score",
};

/** What a measure is called. */
export function measureLabel(measure: Measure, locale: Locale): string {
  return (locale === "zh-CN" ? CHINESE : ENGLISH)[measure];
}
