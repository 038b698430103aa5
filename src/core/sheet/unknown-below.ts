import type { MeasureWord } from "../catalog/measure-words.ts";
import { getUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";
import type { Draft } from "./meaning.ts";

const DONE = /^已\p{Script=Han}{1,4}(?:数|面积|项目|项目数|户数|个数|数量|金额)?$/u;
const LEFT = /^(?:未|尚未|待)\p{Script=Han}{2,3}(?:数|面积|项目|项目数|户数|个数|数量|金额)?$/u;
const ALL = /^(?:合计|总计|共计|小计|总数|全部)$/u;
/** Parts of what is counted or measured, which bear its unit. */
const MEASURED: ReadonlySet<Unit["family"]> = new Set(["count", "land", "floor"]);

/** What things are told by as their own size: 制造业用电 | 电量. */
const SIZE = /^(?:电量|用电量|水量|用水量|气量|用气量|用量|产量|销量|数量|体量)$/u;
/** Words that say what came or went, and not of what. */
const GENERIC =
  /^(?:本年|当年|今年|年内|本期|本月|年度|累计)?(?:新增|净增|新入|新建|增加|减少|出库|入库|退库|退出|移出|淘汰|注销|到期|培育|认定|备案|申报|推荐|通过|受理|办理|办结|登记|变更)(?:数|数量|个数|户数|家数|件数)?$/u;

/** Whether a name says nothing without what stands above it: 新增, 出库, 认定数. */
export function isGenericName(name: string): boolean {
  return GENERIC.test(name);
}

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
  if (SIZE.test(unknown) && above.includes(unknown.slice(0, 1)))
    return { name: null, word: "level", unit: null };
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
