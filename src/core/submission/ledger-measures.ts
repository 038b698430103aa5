import { MEASURES } from "../model/measure.ts";
import type { Measure } from "../model/measure.ts";

/** The ledger's word for each measure: one word each, so that it is read back without doubt. */
export const LEDGER_MEASURES: Readonly<
  Record<"zh-CN" | "en-US", Readonly<Record<Measure, string>>>
> = {
  "zh-CN": {
    actual: "完成",
    "actual-month": "本月",
    prior: "上年同期",
    "prior-year": "上年全年",
    previous: "上期",
    opening: "年初",
    growth: "同比增速",
    fall: "降幅",
    "growth-other": "环比或年均增速",
    increase: "增减额",
    "rate-change": "增速或比重变化",
    share: "占比",
    target: "目标",
    "target-part": "阶段目标",
    attainment: "目标完成率",
    pace: "序时进度",
    "pace-difference": "超欠序时",
    gap: "与目标差距",
    difference: "与参照差距",
    rank: "位次",
    "rank-change": "位次变化",
    verdict: "是否达标",
    done: "已完成",
    remaining: "剩余",
    needed: "还需完成",
    rate: "比率",
    score: "得分",
  },
  "en-US": {
    actual: "Actual",
    "actual-month": "Month",
    prior: "Prior year, same period",
    "prior-year": "Prior year",
    previous: "Previous period",
    opening: "Opening",
    growth: "Growth",
    fall: "Fall",
    "growth-other": "Other growth",
    increase: "Increase",
    "rate-change": "Change of rate",
    share: "Share",
    target: "Target",
    "target-part": "Part-year target",
    attainment: "Attainment",
    pace: "Pace",
    "pace-difference": "Ahead of pace",
    gap: "Gap to target",
    difference: "Difference to reference",
    rank: "Rank",
    "rank-change": "Change of rank",
    verdict: "Verdict",
    done: "Done",
    remaining: "Remaining",
    needed: "Still needed",
    rate: "Rate",
    score: "Score",
  },
};

/** The measure a word of the ledger means, in either language; the word itself where it is none of them. */
export function parseLedgerMeasure(word: string): string {
  const wanted = word.trim().toLowerCase();
  const known = MEASURES.find((measure) =>
    Object.values(LEDGER_MEASURES).some((words) => words[measure].toLowerCase() === wanted)
  );
  return known ?? word.trim();
}
