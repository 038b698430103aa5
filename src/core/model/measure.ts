/** What a number says of an indicator. The words offices use for each are in the catalog. */
export const MEASURES = [
  "actual", // 完成, cumulative or of the period
  "actual-month", // 本月, 当月, 二季度当季
  "prior", // 上年同期
  "prior-month", // 上年同月: the month alone, never the base of a cumulative growth
  "prior-year", // 上年全年, never the base of a half-year growth
  "previous", // 上月累计, 1-5月
  "opening", // 年初, 期初
  "growth", // 同比 %
  "fall", // 降幅: a positive number means a fall
  "growth-month", // 本月比上年同月增长 %
  "growth-other", // 环比, 两年平均
  "increase", // 增减额, in the unit
  "rate-change", // 增速变化, 比重变化, points
  "share", // 占全市, 占工业投资
  "target", // 省定目标, of the year or of a rate
  "target-part", // 上半年目标, 序时目标
  "attainment", // 完成年度目标 %
  "pace", // 序时进度 %
  "pace-difference", // 超(欠)序时, points
  "gap", // 与目标差距
  "difference", // 与全市比, points
  "rank", // 位次
  "rank-change", // 位次变化
  "verdict", // 是否达标
  "done", // 已完成
  "remaining", // 剩余
  "needed", // 下半年需完成
  "rate", // 开工率, 投产率 and other rates with a declared basis
  "score", // 得分, 权重
] as const;

export type Measure = (typeof MEASURES)[number];

/** Measures in % and those in 百分点, whatever their indicator is counted in. */
export const MEASURES_IN_PERCENT: ReadonlySet<Measure> = new Set<Measure>([
  "growth",
  "fall",
  "growth-month",
  "growth-other",
  "share",
  "attainment",
  "pace",
  "rate",
]);
export const MEASURES_IN_POINTS: ReadonlySet<Measure> = new Set<Measure>([
  "difference",
  "rate-change",
  "pace-difference",
]);
