import type { MeasureWord } from "../catalog/measure-words.ts";
import { getUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";
import type { Draft } from "./meaning.ts";

const DONE = /^已\p{Script=Han}{2,4}(?:数|面积|项目|项目数|户数|个数|数量|金额)?$/u;
const LEFT = /^(?:未|尚未|待)\p{Script=Han}{2,3}(?:数|面积|项目|项目数|户数|个数|数量|金额)?$/u;
const ALL = /^(?:合计|总计|共计|小计|总数|全部)$/u;
/** Parts of what is counted or measured, which bear its unit. */
const MEASURED: ReadonlySet<Unit["family"]> = new Set(["count", "land", "floor"]);

const MONEY = /\p{Script=Han}(?:税|税款|税额|费|收入|产值|利润|资金|贷款|存款)$/u;

interface Below {
  /** null: what stands above is meant. */
  readonly name: string | null;
  readonly word: MeasureWord;
  readonly unit: Unit | null;
}

/**
 * What words nobody knows say below a name: 闲置土地 | 已处置 and 未处置 are what is done of it and what is left, 处置率 a rate
 * of it under both names, 规上工业企业(家) | 有研发活动 some of them, 专利授权量 | 合计 all of it. null where they say none of
 * these: 工业投资 | 备案情况.
 */
export function unknownBelow(unknown: string, above: string, draft: Draft): Below | null {
  if (DONE.test(unknown)) return { name: null, word: "done", unit: null };
  if (LEFT.test(unknown)) return { name: null, word: "remaining", unit: null };
  if (draft.indicator === null)
    return ALL.test(unknown) ? { name: null, word: "level", unit: null } : null;
  if (ALL.test(unknown)) return null;
  if (/\p{Script=Han}{2}率$/u.test(unknown))
    return { name: above + unknown, word: "level", unit: getUnit("%") };
  // 闲置土地 | 认定面积: the unit is the form's.
  if (/\p{Script=Han}{2}面积$/u.test(unknown))
    return { name: above + unknown, word: "level", unit: null };
  // 税收收入 | 增值税: money of the form's unit, a part of what stands above.
  if (MONEY.test(unknown)) return { name: above + unknown, word: "level", unit: null };
  const printed = draft.units.find(({ family }) => MEASURED.has(family));
  return printed === undefined ? null : { name: above + unknown, word: "level", unit: printed };
}
