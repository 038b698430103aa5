import type { Verdict } from "../../model/interval.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { Address } from "../../workbook/address.ts";
import type { LintNote } from "./lint/lint-note.ts";
import type { Working } from "./working.ts";

/** What a number of a draft says. */
export const CLAIM_KINDS = [
  "value", // a level: copied, or above a threshold (突破5万户)
  "share", // 占全市的61.53%
  "growth", // 同比增长13.97%
  "increase", // 同比增加1.2亿元
  "multiple", // 是上年同期的2.3倍
  "difference", // 高于全市9.4个百分点, 比1-5月加快0.3个百分点
  "pace", // 超序时进度5.9个百分点
  "contribution", // 贡献率62.6%, 拉动4个百分点
  "rate", // 完成率, 开工率, 占年度计划的
  "sum", // 剩余14个, 进出口 of 出口 and 进口
  "count", // 12个省级开发区
  "rank", // 居全省第5位
  "members", // 均, 全部, 一正一负
  "target", // 河津开发区16%, 其余17%
  "verdict", // 未达到17%目标值
  "order", // 投入使用 ≤ 建成, 前三位
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** 吻合 · 尾差 · 不符 · 表内无此数. */
export type ClaimVerdict = Verdict | "unverifiable";

/** A place in the draft as it was given, in UTF-16 units; `text` is what stands there. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One statement of a draft, at the number (with its sign and unit) or the word that makes it. */
export interface Claim extends TextSpan {
  readonly kind: ClaimKind;
  readonly verdict: ClaimVerdict;
  /** As printed, falls negative; null where the claim is a word. */
  readonly stated: number | null;
  /** What the operands allow; null where there are none. */
  readonly computed: Interval | null;
  /** The operands: numbers of the text as printed, cells as 表!D6. */
  readonly from: readonly string[];
  /** The cells among them. */
  readonly cells: readonly Address[];
  readonly working: Working;
}

/** How much of a draft was looked at: numbers = checked + unclaimed. Dates, ordinals and headings are no numbers. */
export interface Coverage {
  readonly numbers: number;
  /** Numbers that make a claim or are an operand of one. */
  readonly checked: number;
  readonly unclaimed: readonly TextSpan[];
}

/** Everything that is said of a draft, in reading order. */
export interface DraftCheck {
  readonly coverage: Coverage;
  readonly claims: readonly Claim[];
  readonly lint: readonly LintNote[];
}
