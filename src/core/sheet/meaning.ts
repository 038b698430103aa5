import type { MeasureWord } from "../catalog/measure-words.ts";
import { type PeriodMatch } from "../catalog/periods.ts";
import type { Indicator } from "../model/indicator.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Against } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { ReferenceScope } from "../model/zone.ts";

/** What a path of header texts, or a row's label, says. */
export interface Meaning {
  readonly indicator: Indicator | null;
  /** A name no table knows. */
  readonly otherName: string | null;
  readonly word: MeasureWord | null;
  /** Two measures that do not go together. */
  readonly isContradictory: boolean;
  /** Words nobody knows under a known indicator: 工业投资 | 备案情况. */
  readonly isUnknownBelow: boolean;
  readonly against: Against | null;
  /** A whole that is named without 占 or 与 before it: 全市 | 增速. */
  readonly reference: ReferenceScope | null;
  /** Of the deepest level that names any. */
  readonly units: readonly Unit[];
  /** Of the level that names the measure: 增减(户) is an increase, 同比 under 工业投资(亿元) is none. */
  readonly wordUnits: readonly Unit[];
  /** A growth or share is spoken of, also where a target or gap is meant: 增速 | 省定目标. */
  readonly isOfRate: boolean;
  /** An amount of the year is aimed at: 年度目标, 任务, 计划. */
  readonly isOfAmount: boolean;
  readonly period: PeriodMatch | null;
  /** 比2021年同期, 较2019年增长: the year whose values the change is taken to. */
  readonly comparedYear: number | null;
  readonly isNotMeasure: boolean;
  /** 占比 | 上年同期: the share itself, a year before. */
  readonly isOfLastYear: boolean;
}

export interface Draft {
  indicator: Indicator | null;
  isWeak: boolean;
  otherName: string | null;
  word: MeasureWord | null;
  isContradictory: boolean;
  isUnknownBelow: boolean;
  marker: "share-of" | "compared-with" | null;
  againstScope: ReferenceScope | null;
  againstIndicator: Indicator | null;
  stated: StatedNumber | null;
  statedUnit: Unit | null;
  isWholeTotal: boolean;
  reference: ReferenceScope | null;
  units: Unit[];
  wordUnits: Unit[];
  isOfRate: boolean;
  isOfAmount: boolean;
  period: PeriodMatch | null;
  comparedYear: number | null;
  isNotMeasure: boolean;
  isOfLastYear: boolean;
}

export function finish(draft: Draft, texts: readonly string[]): Meaning {
  let word = draft.word;
  let { reference } = draft;
  let scope = draft.againstScope;
  const isPlainWord =
    word === null ||
    word === "level" ||
    word === "actual" ||
    word === "growth" ||
    word === "share" ||
    word === "fall";
  if (draft.marker === "share-of" && isPlainWord) word = "share";
  // 占底线目标%: how much of that target is done. 占工业投资比重目标 is aimed at.
  const isOfPlan = draft.marker === "share-of" && scope === null && draft.againstIndicator === null;
  if (isOfPlan && (word === "target" || word === "target-part")) word = "attainment";
  const isCompared =
    draft.marker === "compared-with" && (scope !== null || draft.againstIndicator !== null);
  // 高于平均增速: the mean is a row of the table.
  const isWithMean =
    draft.marker === "compared-with" && texts.some((text) => /平均|均值/u.test(text));
  if (isCompared && isPlainWord) word = "difference";
  if (isWithMean && (word === "growth" || word === "share" || word === "fall")) word = "difference";
  if (
    reference !== null &&
    (word === "share" || word === "difference" || word === "rank" || word === "rank-change")
  ) {
    scope ??= reference;
    reference = null;
  }
  // 较1-5月变化(百分点): the rate now less that of the months before.
  const isOnMonths =
    draft.marker === "compared-with" &&
    !isCompared &&
    scope === null &&
    draft.period?.period.kind === "cumulative" &&
    draft.units.some(({ family }) => family === "points");
  if (isOnMonths && (isPlainWord || word === "rate-change")) word = "rate-change";
  if (word === "target" || word === "gap") reference = null;
  const { indicator } = draft;
  // 与计划数比: what it is compared with nobody knows, and the value itself it is not.
  const isOpenComparison =
    draft.marker === "compared-with" &&
    !isCompared &&
    scope === null &&
    draft.comparedYear === null &&
    (word === null || word === "level" || word === "actual");
  return {
    indicator,
    otherName: draft.indicator === null ? draft.otherName : null,
    word,
    isContradictory: draft.isContradictory || isOpenComparison,
    isUnknownBelow: draft.isUnknownBelow,
    against: againstOf(draft, scope, word),
    reference,
    units: draft.units,
    wordUnits: draft.wordUnits,
    isOfAmount: draft.isOfAmount,
    // 与全省平均差距 may be of amounts as well as of rates.
    isOfRate: draft.isOfRate || (draft.marker !== null && word !== "gap"),
    period: isOnMonths ? null : draft.period,
    comparedYear: draft.comparedYear,
    isNotMeasure: draft.isNotMeasure && word === null && texts.length > 0,
    isOfLastYear: draft.isOfLastYear,
  };
}

function againstOf(
  draft: Draft,
  scope: ReferenceScope | null,
  word: MeasureWord | null
): Against | null {
  const { stated, statedUnit } = draft;
  const number = statedUnit === null ? { stated } : { stated, statedUnit };
  if (scope !== null) return { kind: "reference", scope, ...number };
  if (draft.againstIndicator !== null) {
    return { kind: "indicator", indicator: draft.againstIndicator, ...number };
  }
  return word === "share" && draft.isWholeTotal ? { kind: "total" } : null;
}
