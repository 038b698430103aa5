/** A level of a header with a word nobody knows: a name of its own, or a part of what stands above it. */

import { getUnit, recogniseUnit } from "../catalog/units.ts";
import type { Level } from "./level-words.ts";
import type { Draft } from "./meaning.ts";
import { isGenericName, unknownBelow } from "./unknown-below.ts";

/** What came new within the year. */
const NEW =
  /^(?:今年|本年|当年|年内|本期)?(?:新增|净增|新认定|新登记|新入库|新培育)(?:数|个数|户数|家数)?$/u;

/** 年度新增目标 beside 本年新增: the time is no part of the name. */
const OF_TIME = /^(?:本年|当年|今年|年内|本期|本月|年度|累计)/u;

const ONLY_PER = /^(?:[亩地人户企单项]均|每[亩人户]|平均每[亩人户个])$/u;

/** 国家级, 大型, 内资: what divides the things above it. */
const CLASS =
  /^(?:国家级?|省部?级|市级|县级|区级|大型|中型|小型|微型|大中型|规上|规下|限上|限下|内资|外资|民营|国有|新建|续建|改扩建|扩建|一类|二类|三类|四类|五类|[A-D]类|其他|应\p{Script=Han}{1,3}|\p{Script=Han}{1,3}数)$/u;

const TOTAL = /^(?:合计|总计|共计|小计|总数|全部)$/u;

/** 合计, 总数: all of what stands above. */
export function isTotalWord(text: string): boolean {
  return TOTAL.test(text);
}

/** Whether a level names a part of what stands above it. */
export function opensPart({ text }: Level): boolean {
  return /^\s*(?:其中|#)/u.test(text);
}

/** Gives the words nobody knows a place: a name, a measure of what stands above, or none. */
export function nameUnknown(level: Level, draft: Draft): void {
  const { unknown, name } = level;
  // 采矿业工业投资 is not 工业投资: with a word nobody knows the whole text is the name.
  const says = level.word !== null || level.tokens.some((token) => token.kind === "unit");
  const parent = draft.indicator?.name ?? "";
  const above = draft.otherName ?? "";
  const ownUnit = recogniseUnit(draft.indicator?.unit ?? "");
  if (level.indicator !== null || parent + above === "") {
    nameWhole(level, draft);
    return;
  }
  const ofParent = level.word === null ? unknownBelow(unknown, parent || above, draft) : null;
  if (ofParent !== null) {
    if (ofParent.name !== null) nameOnItsOwn(draft, ofParent.name);
    level.word = ofParent.word;
    if (level.units.length === 0 && ofParent.unit !== null) draft.units = [ofParent.unit];
  } else if (parent !== "" && TOTAL.test(unknown)) {
    // 生产总值 | 合计 | 第一产业: all of what the head above names.
    level.word ??= "level";
  } else if (ONLY_PER.test(unknown)) {
    // 税收(万元) | 总额 | 亩均: what the head above names, divided.
    nameOnItsOwn(draft, unknown + (parent === "" ? above : parent));
    level.word ??= "level";
  } else if (parent === "" || says) {
    nameWhole(level, draft);
  } else if (NEW.test(unknown)) {
    // 高新技术企业 | 新增: the new ones, under a name of their own.
    nameOnItsOwn(draft, parent + unknown.replace(OF_TIME, ""));
    level.word = "level";
  } else if (CLASS.test(unknown)) {
    // 专精特新 | 省级: some of what stands above, in its unit.
    nameOnItsOwn(draft, parent + name.join(""));
    level.word = "level";
    if (ownUnit !== undefined) draft.units = [ownUnit];
  } else if (opensPart(level)) {
    // 退库 | 其中:停产: a part of what is named above, in its unit and under a name of its own.
    nameOnItsOwn(draft, `${parent}其中${unknown}`);
    level.word = "level";
    if (draft.units.length === 0 && ownUnit !== undefined) draft.units = [ownUnit];
  } else {
    draft.isUnknownBelow = true;
  }
}

/** 工业投资 | 采矿业完成: a part of the indicator above, under both names. */
function nameWhole({ indicator, unknown, name, units, word }: Level, draft: Draft): void {
  const isGeneric =
    (draft.indicator?.name ?? draft.otherName ?? "") !== "" && isGenericName(name.join(""));
  const head = CLASS.test(unknown) || isGeneric ? (draft.otherName ?? "") : "";
  const above = indicator === null ? draft.indicator?.name || head : "";
  // 资金(万元) | 兑付率: the unit of the head is not that of a rate of it.
  const isRateBelow = draft.otherName !== null && /\p{Script=Han}{2}率$/u.test(name.join(""));
  if (isRateBelow && units.length === 0 && word === null) draft.units = [getUnit("%")];
  nameOnItsOwn(draft, above + (isGeneric ? unknown.replace(OF_TIME, "") : name.join("")));
}

function nameOnItsOwn(draft: Draft, name: string): void {
  draft.otherName = name;
  draft.indicator = null;
}
