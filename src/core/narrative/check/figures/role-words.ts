import type { Unit } from "../../../model/unit.ts";
import type { Role } from "./figure.ts";

/** One way a role is written: the unit's family, the words that end before the number, those that begin behind it. */
export interface RoleRule {
  readonly role: Role;
  readonly units: readonly (Unit["family"] | "none")[];
  /** Tried on the clause the number ends. */
  readonly chunk?: RegExp;
  readonly tail?: RegExp;
  /** Tried on all the words since the number before. */
  readonly lead?: RegExp;
  readonly place?: "bracket" | "sentence";
}

/** No word of a repeated group may be two others in a row, and none of them repeats itself: both would take for ever. */
export const BE_WORDS =
  "分别|均|了|也|已|仅|约|近|超|逾|达到|达(?!到)|为|是|到|至|:|高达|预计|累计|只有|超过|突破|的|不足|接近|大约";
export const BE = `(?:${BE_WORDS})*`;
export const UP_WORDS =
  "增长|增产|上升|提高|增加|上涨|比增|增|涨|提升|回升|上扬|扩大|加快|攀升|跃升";
export const DOWN_WORDS = "负增长|减产|下降|减少|降低|下滑|回落|下跌|跌|减|降|少|收窄|放缓|缩减";
export const RATE = ["rate"] as const;
export const POINTS = ["points"] as const;
/** 高出9.4%: points that were written as percent are read with the same words. */
export const BOTH = ["rate", "points"] as const;
export const AMOUNT = [
  "money",
  "foreign-money",
  "floor",
  "land",
  "count",
  "mass",
  "power",
  "energy",
  "other",
  "intensity",
  "score",
] as const;
export const RANKED =
  "[^,;\\d]{0,4}(?:[前后][一二两三四五六七八九十\\d]{1,2}[位名]|最[高低快慢大小])[^,;\\d]{0,24}$";
export const GOAL =
  "(?:目标值?|任务数?|计划数?|预算数?(?!收入|支出|外|内)|考核值?|下达数?|底线|指标值)";
export const WHEN =
  "(?:年度|全年|年|省定|市定|省初定|初定|省下达|市下达|预期|考核|增长|增速|序时|上半年|既定|总体|目标|任务|投资|省级|市级|责任书?|工作)";

/** 由2020年的 … 增加到: what a number was, before the words for what it is. */
export const FROM_EARLIER =
  /(?:由|从)[^,]{0,6}(?:(?:19|20)\d{2}年|(?:上|去)年|年初|上月|月份?|季度|半年|同期)[^,由从]{0,6}$/u;
/** 由312家增加到487家: the same without a time. */
export const FROM = /(?:由|从)[^,由从\d]{0,6}$/u;
export const CHANGED_TO =
  /^(?:增加|增长|提高|提升|上升|上涨|下降|降低|减少|回落|扩大|发展|壮大|攀升|跃升|增|升|降|减)(?:到|至|为)/u;
