import { normaliseText } from "../catalog/normalise.ts";
import type { Field } from "../model/table.ts";

/** What an indicator weighs, and no points that anybody got. */
const WEIGHT = /^(?:权重|权数|分值|标准分|满分|权重分值|指标权重)(?:\([^)]*\))?$/u;
/** 加分, 扣分, 小计, 总分: points that follow from no rate. */
const OTHER = /加分|减分|扣分|奖惩|附加|小计|合计|总分|综合/u;
const IN_HEAD = /\((?:权重|权数|分值|标准分|满分|计)?:?(\d{1,3}(?:\.\d+)?)[分%]\)/u;

export function isWeight({ measure, path }: Field): boolean {
  return measure === "score" && WEIGHT.test(normaliseText(path.at(-1) ?? ""));
}

/** Points that may follow from how much of a target is done. */
export function isPointsGot({ measure, path }: Field): boolean {
  const last = normaliseText(path.at(-1) ?? "");
  return measure === "score" && !WEIGHT.test(last) && !OTHER.test(last);
}

/** 工业投资(权重30%), 得分(20分): what the head says that the points are out of; null where it says nothing. */
export function weightInHead({ path }: Field): number | null {
  for (const text of path) {
    const [, number] = IN_HEAD.exec(normaliseText(text)) ?? [];
    if (number !== undefined) return Number(number);
  }
  return null;
}
