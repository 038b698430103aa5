/** One limit of a target, in the words a cell, a rule or a note gives it. */

import { recogniseReference, recogniseUnit } from "../catalog/index.ts";
import type { Measure } from "../model/measure.ts";
import type { ReferenceScope } from "../model/zone.ts";
import type { Scope } from "./parse-scope.ts";
import type { Comparison, TargetTier } from "./target-rule.ts";
import { findComparison } from "./tier-words.ts";

/** What a 目标值 cell sets, for its row or for the zones it names itself. */
export interface TargetClause {
  /** null: those of the row. */
  readonly scope: Scope | null;
  readonly value: number;
  readonly unit: string | null;
  readonly comparison: Comparison | null;
  readonly relativeTo: ReferenceScope | null;
  /** Where the words name it: 进入前3位 is a rank, 正增长 a growth. */
  readonly measure: Measure | null;
  readonly isYesNo: boolean;
  /** 确保17%、力争18%: the tier the words before the number name. */
  readonly tier: TargetTier | null;
}

type Limit = Omit<TargetClause, "scope">;

/** What a limit is before its words say more. */
export const PLAIN: Limit = {
  value: 0,
  unit: null,
  comparison: null,
  relativeTo: null,
  measure: null,
  isYesNo: false,
  tier: null,
};

/** 进入前3位, 高于全市2个百分点, 增长17%以上, 正增长, 是; undefined where the text is none of these. */
export function parseLimit(text: string): Limit | undefined {
  return parseWords(text) ?? parseRank(text) ?? parseRelative(text) ?? parseNumber(text);
}

const CHANGES: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:保持|实现)?正增长$/u, "above"],
  [/^(?:零增长|不下降|只增不减|持平以上|不低于上年(?:同期)?)$/u, "at-least"],
  [/^(?:实现)?负增长$/u, "below"],
];

/** 同比翻番 is twice last year, 同比翻两番 four times: a growth of 100% and of 300%. 翻番 alone may be of five years. */
const DOUBLING =
  /^(?:同比|[比较]上年(?:同期)?|比去年)(?:实现|增长|力争)?(翻番|翻一番|翻1番|翻两番|翻2番|1倍|一倍|1倍以上|一倍以上)$/u;

const DOUBLED: Readonly<Record<string, number>> = { 翻两番: 300, 翻2番: 300 };

function parseWords(text: string): Limit | undefined {
  if (/^(?:是|√|有|全部.*|均.*达标|应达标)$/u.test(text) && !/\d/u.test(text))
    return { ...PLAIN, value: 1, isYesNo: true };
  const times = DOUBLING.exec(text)?.[1];
  if (times !== undefined)
    return {
      ...PLAIN,
      value: DOUBLED[times] ?? 100,
      unit: "%",
      comparison: "at-least",
      measure: "growth",
    };
  const change = CHANGES.find(([pattern]) => pattern.test(text));
  return change && { ...PLAIN, unit: "%", comparison: change[1], measure: "growth" };
}

const DIGITS = "〇一二三四五六七八九十";

function parseRank(text: string): Limit | undefined {
  const match =
    /^(?:进入|力争进入|进|保持|位居|位列|居)?(?:全市|全省)?[前第](\d+|[一二三四五六七八九十])(?:位|名)?(?:以内|之内|内)?$/u.exec(
      text
    );
  if (match?.[1] === undefined) return undefined;
  const place = /^\d/u.test(match[1]) ? Number(match[1]) : DIGITS.indexOf(match[1]);
  return { ...PLAIN, value: place, unit: "位", comparison: "at-most", measure: "rank" };
}

/** 高于全市平均 · 高于全省2个百分点 · 比全省开发区高1.5个百分点以上 · 不低于全省开发区平均增速 · 与全市同步. */
function parseRelative(text: string): Limit | undefined {
  const change = /^[比较]上年(?:同期)?提高(\d+(?:\.\d+)?)个?百分点(?:以上)?$/u.exec(text)?.[1];
  if (change !== undefined)
    return {
      ...PLAIN,
      value: Number(change),
      unit: "个百分点",
      comparison: "at-least",
      measure: "rate-change",
    };
  const inner = text.replace(/^(?:不低于|不高于|不超过|高于|低于|超过|快于|与|比|较|≥|≤|>|<)/u, "");
  for (let length = inner.length; length >= 2; length--) {
    const relativeTo = recogniseReference(inner.slice(0, length));
    if (relativeTo === undefined) continue;
    const tail =
      /^(?:平均|水平|平均水平|增速|增幅|平均增速|平均增幅)*(?:同步|高|快|高出)?(?:([+-]?\d+(?:\.\d+)?)(?:个?百分点|%)?)?(?:以上)?$/u.exec(
        inner.slice(length)
      );
    if (tail === null) continue;
    const more = tail[1] === undefined ? 0 : Number(tail[1]);
    // A whole alone (全市) leaves the comparison to its own column.
    const isBare = inner === text;
    const comparison = /^(?:不高于|不超过|≤)/u.test(text)
      ? "at-most"
      : /^(?:低于|<)/u.test(text)
        ? "below"
        : /^(?:不低于|与|≥)|以上$|同步/u.test(text)
          ? "at-least"
          : "above";
    const measure = /增速|增幅|增长/u.test(inner) ? "growth" : null;
    return {
      ...PLAIN,
      value: more,
      unit: "%",
      comparison: isBare ? null : comparison,
      relativeTo,
      measure,
    };
  }
  return undefined;
}

const NUMBER = /^([^\d+-]*?)([+-]?\d+(?:\.\d+)?)([^\d]*)$/u;

const AROUND =
  /^(?:同比|增速|增幅|增长|完成|实现|占比|比重|占|目标值?|达|为|年度|全年|省定|市定|:)+/u;

function parseNumber(text: string): Limit | undefined {
  const match = NUMBER.exec(text.replace(/\((?:省定|省初定|市定|考核|约束性|预期性)\)$/u, ""));
  if (match?.[2] === undefined) return undefined;
  const [before = "", after = ""] = [match[1], match[3]];
  // 8%左右 leaves open how far below still counts.
  if (/左右|上下/u.test(after)) return undefined;
  const comparison = findComparison(before + after) ?? null;
  const words = before.replace(
    /不低于|不少于|不小于|不高于|不超过|不大于|不多于|控制在|高于|超过|突破|大于|低于|少于|小于|达到|[≥≤≧≦<>=]|达/gu,
    ""
  );
  const isFall = /下降$|降低$|降幅$/u.test(words);
  if (words.replace(AROUND, "").replace(/下降|降低|降幅/u, "") !== "") return undefined;
  const unit = after.replace(/以上|以内|以下|及以上|\/年$/gu, "").replace(/^及$/u, "");
  if (unit !== "" && recogniseUnit(unit) === undefined) return undefined;
  const measure: Measure | null = /增长|增速|增幅|同比/u.test(words)
    ? "growth"
    : /占|比重/u.test(words)
      ? "share"
      : isFall
        ? "growth"
        : null;
  return {
    ...PLAIN,
    value: isFall ? -Number(match[2]) : Number(match[2]),
    unit: unit === "" ? null : unit,
    comparison: isFall ? (comparison === "at-most" ? "at-least" : "at-most") : comparison,
    measure,
  };
}
