/** One level of a header: what it says, and what it makes of the levels above it. */

import { combineMeasures } from "../catalog/combine-measures.ts";
import { type Token } from "../catalog/phrase.ts";
import { normaliseText } from "../catalog/normalise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { getUnit } from "../catalog/units.ts";
import { NAMING, firmsOf, isQuotientOf, moneyOfFirms, partNamed } from "./header-tokens.ts";
import { hasSubject, isShareOfLastYear, readWords, type Level } from "./level-words.ts";
import type { Draft } from "./meaning.ts";
import { isTotalWord, nameUnknown, opensPart } from "./unknown-name.ts";
import type { Words } from "./words.ts";

/** 按总量排序 over 名次 | 开发区 | 完成投资: how a list is ordered, and no name of what it tells. */
const ORDERED_BY = /^按\p{Script=Han}{1,8}(?:排序|排名|排位|排列)$/u;

/** 上年同月=100: an index to that base, and not last year's number. */
const INDEX_BASE = /[=为]100\)?$/u;

/** Reads a level into the draft of its header. The levels above it have been read before. */
export function readLevel(text: string, words: Words, draft: Draft): void {
  const key = normaliseText(text);
  if (ORDERED_BY.test(key)) return;
  if (INDEX_BASE.test(key)) {
    draft.otherName = (draft.indicator?.name ?? draft.otherName ?? "") + key;
    draft.indicator = null;
    draft.word = "level";
    return;
  }
  const { tokens } = words(withoutBy(text, draft));
  if (readOtherAttainment(tokens, draft)) return;
  draft.isNotMeasure = false;
  const level = readWords(text, tokens, draft);
  if (level.units.length > 0) draft.units = level.units;
  settleWords(level, draft);
  settleProjects(level, draft);
  settleShare(level, draft);
  if (level.unknown !== "") nameUnknown(level, draft);
  else if (
    level.indicator !== null &&
    (draft.indicator === null || draft.isWeak || !level.indicator.isWeak)
  ) {
    draft.indicator = indicatorIn(level.indicator.indicator, level.units);
    draft.isWeak = level.indicator.isWeak;
    draft.otherName = null;
  }
  // 标准地 over 目标(亩): the unit says which of the two is meant, here and in all levels below.
  if (draft.indicator !== null) draft.indicator = indicatorIn(draft.indicator, level.units);
  addWord(level, draft);
}

/** 标准地占比 over 按宗数 | 按面积: by which of its sizes the share is taken. */
function withoutBy(text: string, { word, indicator }: Draft): string {
  const by =
    /^\s*按(宗数|个数|户数|家数|项目数|数量|面积|亩数|总投资|投资额|金额)(?:计算?)?\s*(?=[(（]|$)/u.exec(
      text
    );
  if (by?.[1] === undefined || word !== "share" || indicator === null) return text;
  return /面积|亩/u.test(by[1]) ? `${by[1]}(亩)` : text.replace(/^\s*按/u, "");
}

/** 提前办结率, 按期完成率: how much of what was done was done so, and no part of a target. */
const IN_TIME =
  /^(?:提前|按期|按时|如期|及时|限时|逾期|超期|超时|一次性?|当场|即时|网上|全程网办)$/u;

/** 上周完成率, 上年同期完成率: another time's part of a target, for which nothing stands beside it: a rate by a name of its own. */
function readOtherAttainment(tokens: readonly Token[], draft: Draft): boolean {
  const said = tokens.filter(({ kind }) => kind !== "unit" && kind !== "ignored");
  const [time, attainment, ...more] = said;
  if (more.length > 0 || attainment?.kind !== "measure" || attainment.word !== "attainment")
    return false;
  const isOfOtherTime =
    time?.kind === "measure" && combineMeasures(time.word, attainment.word, "same-cell") === null;
  const isInTime =
    time?.kind === "unknown" && IN_TIME.test(time.text) && attainment.text.endsWith("率");
  if (!isOfOtherTime && !isInTime) return false;
  const above = draft.indicator?.name ?? draft.otherName ?? "";
  draft.otherName = above + time.text + attainment.text;
  draft.indicator = null;
  draft.word = "level";
  draft.units = tokens.flatMap((token) => (token.kind === "unit" ? [token.unit] : []));
  if (draft.units.length === 0) draft.units = [getUnit("%")];
  return true;
}

/** Words that mean something else here than alone. */
function settleWords(level: Level, draft: Draft): void {
  const { tokens } = level;
  if (level.indicator !== null && isQuotientOf(tokens, level.indicator)) {
    level.unknown = tokens
      .filter(({ kind, text }) => NAMING.has(kind) || text === "面积")
      .map(({ text }) => text)
      .join("");
    level.name = [level.unknown];
    level.indicator = null;
  }
  // The first of the two: 企业户数 was not taken for the indicator, being the second.
  const naming = tokens.find((token) => token.kind === "indicator");
  const firms = level.indicator === null || naming === undefined ? null : firmsOf(tokens, naming);
  const money =
    level.indicator === null || naming === undefined ? null : moneyOfFirms(tokens, naming);
  if (money !== null) {
    level.unknown = money;
    level.name = [money];
    level.indicator = null;
  }
  if (firms !== null) {
    level.unknown = firms;
    level.name = [firms];
    level.indicator = null;
    if (level.units.length === 0) draft.units = [getUnit("户")];
  }
  const isSilent = level.indicator === null && level.word === null;
  // 退库 | 其中:开发区: words that say nothing elsewhere name the part here.
  if (opensPart(level) && level.unknown === "" && isSilent && hasSubject(draft))
    level.unknown = tokens
      .filter(({ kind, text }) => kind === "ignored" && !text.startsWith("其中"))
      .map(({ text }) => text)
      .join("");
  // 6月份入库 | 1-6月累计入库: what came in of the tax that the title names, not a name of its own.
  if (
    level.unknown === "入库" &&
    level.indicator === null &&
    tokens.some(({ kind }) => kind === "period")
  ) {
    level.unknown = "";
    level.word ??= "actual";
  }
  // 上年同期合计 under the name of what is added up.
  if (
    isTotalWord(level.unknown) &&
    level.word !== null &&
    level.indicator === null &&
    hasSubject(draft)
  )
    level.unknown = "";
  settleUnderSubject(level, draft);
  // 目标 | 完成 | 差(百分点): what misses, or is more.
  if (/^相?差$/u.test(level.unknown) && isSilent) {
    level.unknown = "";
    level.word = "gap";
  }
  // 1-7月 | 年度投资计划: the plan is the whole year's, whatever the columns beside it tell of.
  if (level.word === "target" && tokens.some(({ text }) => /年度|全年|年计划|年目标/u.test(text)))
    draft.period = null;
}

/** What is done with a thing, which says nothing beside 任务, 已完成 or 完成率 of it: 闲置土地 | 年度处置任务. */
const DEALT_WITH =
  /^(?:年度|全年|当年)?(?:处置|整改|消化|化解|盘活|清理|治理|供应|供地|办理|办结|销号|压减)$/u;
const OF_COMPLETION: readonly Level["word"][] = ["target", "target-part", "done", "remaining"];

/** Words below a name that repeat it or what is done with it: 专项审计问题 | 问题数, 闲置土地 | 处置任务, 合计 | 问题数. */
function settleUnderSubject(level: Level, draft: Draft): void {
  if (!hasSubject(draft) || level.indicator !== null || level.unknown === "") return;
  const above = draft.indicator?.name ?? draft.otherName ?? "";
  if (DEALT_WITH.test(level.unknown) && OF_COMPLETION.includes(level.word)) {
    level.unknown = "";
    return;
  }
  const things = level.unknown.replace(/总?数$/u, "");
  const isNumberOf = things.length >= 2 && (level.word === null || level.word === "level");
  const isAll = isTotalWord(above) && things !== level.unknown;
  if (!isNumberOf || !(above.endsWith(things) || isAll)) return;
  level.unknown = "";
  level.word = "level";
}

/** What is invested in projects, or planned for them, is theirs and not the zone's. */
function settleProjects(level: Level, draft: Draft): void {
  const projects = draft.indicator;
  if (level.indicator?.isWeak !== true || level.unknown !== "") return;
  // 亿元以上项目 | 投资额: what these cost in all, not what is invested in the zone.
  if (
    /投资额?$/u.test(level.indicator.text) &&
    projects?.kind === "count" &&
    projects.name.endsWith("项目") &&
    indicatorIn(projects, [getUnit("亿元")]).id === projects.id
  ) {
    draft.otherName = projects.name;
    draft.indicator = null;
  }
  const above = draft.otherName ?? "";
  if (above === "" || draft.word === "share") return;
  // 重点项目 | 年度投资计划: the investment of these projects, not of the zone.
  if (level.indicator.text !== "投资") draft.otherName = above + level.indicator.text;
  level.indicator = null;
}

/** 签约项目 | 战新占比: the part is named here, its whole above. */
function settleShare(level: Level, draft: Draft): void {
  const whole = draft.indicator;
  const isShare = level.word === "share" && draft.marker === null;
  if (!isShare || level.indicator === null || whole === null) return;
  const part = partNamed(level.indicator, whole);
  if (part.id === whole.id) return;
  draft.indicator = part;
  draft.againstIndicator ??= whole;
  level.indicator = null;
}

/** Puts the measure of a level to those of the levels above it. */
function addWord({ word, units, isContradictory }: Level, draft: Draft): void {
  if (word !== null) {
    const combined = combineMeasures(draft.word, word, "parent");
    if (isShareOfLastYear(draft.word, word)) {
      draft.word = "share";
      draft.isOfLastYear = true;
    } else {
      if (combined === null) draft.isContradictory = true;
      draft.word = combined ?? draft.word;
    }
    draft.wordUnits = units;
  } else if (draft.word !== null && units.length > 0) {
    draft.wordUnits = units;
  }
  draft.isContradictory ||= isContradictory;
}
