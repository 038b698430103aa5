import { normaliseText } from "../catalog/normalise.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { getUnit } from "../catalog/units.ts";
import { isTotalScore } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { HeaderPath } from "./header-paths.ts";

/** 经济运行(40分), 项目建设(满分30分): full marks behind the name. */
const WITH_FULL_MARKS = /^(.+?)\((?:满分|分值|权重|计)?:?(\d{1,3}(?:\.\d+)?)分\)$/u;
const EXTRA = /^(?:加分|减分|扣分|附加分|奖励分|加减分|奖惩分|扣减分)(?:项|值|合计)?(?:\(.*\))?$/u;

/** Behind heads with their full marks a bare 得分 is that of all of them. */
const ALL_MARKS = /^(?:考核|综合|季度|年度|最终)?得分$/u;

/** Whether the heads of a table are those of marks: a total of points, and names with their full marks. */
export function isMarkSheet(paths: readonly HeaderPath[]): boolean {
  const lasts = paths.map(lastOf);
  const hasTotal =
    lasts.some(isTotalScore) || lasts.filter((text) => ALL_MARKS.test(text)).length === 1;
  return (
    hasTotal &&
    lasts.filter((text) => !isTotalScore(text) && WITH_FULL_MARKS.test(text)).length >= 2
  );
}

/** In a table of marks, what is marked under its own name, whatever it is an indicator of elsewhere, and 加分 and 减分. */
export function withMarks(meaning: Meaning, path: HeaderPath): Meaning {
  const text = lastOf(path);
  if (isTotalScore(text)) return meaning;
  const marked = EXTRA.test(text) ? text : WITH_FULL_MARKS.exec(text)?.[1];
  const name = ALL_MARKS.test(text) ? "总分" : marked;
  if (name === undefined) return meaning;
  const unit = [getUnit("分")];
  return {
    ...meaning,
    indicator: uncataloguedIndicator(name, "分", "level"),
    otherName: null,
    word: "score",
    units: unit,
    wordUnits: unit,
    against: null,
    reference: null,
    isContradictory: false,
    isUnknownBelow: false,
    isNotMeasure: false,
  };
}

function lastOf({ texts }: HeaderPath): string {
  return normaliseText(texts.at(-1) ?? "");
}
