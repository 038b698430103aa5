import { normaliseText } from "../catalog/normalise.ts";
import { indicatorById, uncataloguedIndicator } from "../catalog/recognise.ts";
import { recogniseUnit, recogniseUnits } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { fartherLeft } from "./farther-left.ts";
import { TOTAL } from "./heads-beside.ts";
import { isUnderSameHead } from "./left-sibling.ts";
import type { Meaning } from "./meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Word, Words } from "./words.ts";

const CLOSING = /^(?:报告)?(?:期|月|季|年)末|^期末|^(?:现|实|期末)有/u;

/** Firms that are counted in the list of those above the size limit. */
const IN_LIST = /在库(?:数|企业|企业数)?(?:\(.*\))?$/u;
const large = indicatorById("large-industrial-enterprises") ?? null;
const newLarge = indicatorById("new-large-enterprises") ?? null;
const LIST_FLOWS = new Set(["new-large-enterprises", "removed-large-enterprises"]);

const OF_YEAR =
  /^(?:\d{4}年)?(?:年度|当年|本年|今年|全年)(?:计划投资|投资计划|计划|目标|投资目标)(?:\(|$)/u;
/** 项目数, 户数: how many there are, beside what they cost. */
const NUMBER_OF =
  /^(?:重点|在建|在库|入库|储备|谋划|前期|新建|续建|省级|市级)?(?:(?:项目|工程|企业)(?:总|个)?数|(?:项目|工程|企业)数量|[户家宗]数|(?:开发区|园区|经开区|高新区)(?:总|个)?数(?:量)?)$/u;

/** The number of projects before their money, which is no amount of what the table is about; null where it is none. */
export function countedThing(
  meaning: Meaning,
  path: HeaderPath,
  borrowed: Indicator | null
): Indicator | null {
  if (meaning.indicator !== null || meaning.otherName !== null || path.texts.length > 1)
    return null;
  const name = normaliseText(path.texts[0] ?? "").replace(/\([^()]*\)$/u, "");
  if (!NUMBER_OF.test(name)) return null;
  const isCounted = recogniseUnit(borrowed?.unit ?? "")?.family === "count";
  return isCounted ? null : uncataloguedIndicator(name, /户/u.test(name) ? "户" : "个", "level");
}

/**
 * The indicator a header without a name of its own borrows from the columns before it: that of its left neighbour, save
 * 期末 behind 期初 | 升规 | 退规, which closes what 期初 opened.
 */
export function borrowedIndicator(
  path: HeaderPath,
  fields: readonly Field[],
  carried: Indicator | null,
  words: Words,
  isOfList: boolean
): Indicator | null {
  const last = path.texts.at(-1) ?? "";
  const ranked = rankedBefore(words(last), path, fields);
  if (ranked !== null) return ranked;
  const invested = investedUnderHead(path, carried, words);
  if (invested !== null) return invested;
  const farther = fartherLeft(path, fields, carried, words);
  if (farther !== null) return farther;
  const done = carried?.kind === "rate" ? doneBefore(words(last).key, path, fields) : undefined;
  if (done !== undefined) return done.indicator;
  // 总投资 | 当年计划投资 | 完成投资: the plan of the year and what was done of it are not the size of the projects.
  if (carried?.id === "project-total-investment" && OF_YEAR.test(words(last).key))
    return OF_PROJECTS;
  if (/投资/u.test(last) && carried !== null && !isOfInvestment(carried))
    return (
      investmentBefore(fields, path) ??
      (isNoMoney(carried) ? planOfProjects(words(last).key) : carried)
    );
  // 年初在库 | 新增 | 退库 | 期末在库: between the new and the removed stands their stock.
  if (IN_LIST.test(words(last).key) && isOfList) return large;
  if (isOfList && /^净增/u.test(words(last).key)) return large;
  // 全年入库目标 | 还需入库: how many are to come into the list.
  if (
    isOfList &&
    /(?:入库|升规|入统|入规)(?:企业)?(?:户数|数)?(?:目标|任务|计划)|还需/u.test(words(last).key)
  )
    return newLarge;
  // 期末实有 | 合计 behind 年初实有: all of what was there then.
  const head = path.texts.at(-2) ?? "";
  const closing = /^(?:合计|总计|小计|总数)$/u.test(words(last).key) ? head : last;
  const openings = [...fields].reverse().filter(({ measure }) => measure === "opening");
  const [only, ...others] = openings;
  if (/^[比较](?:年初|期初|上年末)/u.test(words(last).key) && path.texts.length === 1)
    return others.length === 0 ? (only?.indicator ?? carried) : carried;
  if (!CLOSING.test(words(closing).key)) return carried;
  const opening = openings.find((field) => isUnderSameHead(field.path, path.texts));
  return opening?.indicator ?? (others.length === 0 ? only?.indicator : undefined) ?? carried;
}

const DONE = /^(?:已|未)\p{Script=Han}{1,6}(?:\(|$)/u;

/** 已开工 | 开工率 | 已投产: what is done is of the things before the rate, and not of the rate. */
function doneBefore(key: string, path: HeaderPath, fields: readonly Field[]): Field | undefined {
  if (!DONE.test(key)) return undefined;
  return [...fields].reverse().find(
    ({ measure, path: own }) =>
      measure === "done" &&
      // 完成整改数 | 小计 · 一般 · 重大, and 未完成整改数 behind them: what is left of all.
      (isUnderSameHead(own, path.texts) ||
        (path.texts.length === 1 && TOTAL.test(own.at(-1) ?? "")))
  );
}

const OF_PROJECTS = uncataloguedIndicator("项目投资", "亿元", "level");

/** 项目总数 | 开工率 | 年度计划投资 | 累计完成投资: what the year is to bring into the projects that are counted before it. */
function planOfProjects(key: string): Indicator | null {
  return OF_YEAR.test(key) ? OF_PROJECTS : null;
}

const RANKED_BY: readonly (readonly [words: RegExp, measures: readonly Measure[]])[] = [
  [/完成|进度/u, ["attainment"]],
  [/增速|增幅|增长|同比/u, ["growth"]],
  [/占比|比重/u, ["share"]],
];

/** 工业投资 | 完成率 | 欠序时额 | 完成率排名: a rank that says of which measure is of what has it, not of what stands between. */
function rankedBefore(
  { key, hasIndicator, tokens }: Word,
  path: HeaderPath,
  fields: readonly Field[]
): Indicator | null {
  if (hasIndicator || !tokens.some((token) => token.kind === "measure" && token.word === "rank"))
    return null;
  const measures = RANKED_BY.find(([named]) => named.test(key))?.[1];
  if (measures === undefined) return null;
  const found = [...fields]
    .reverse()
    .find((field) => measures.includes(field.measure) && isUnderSameHead(field.path, path.texts));
  return found?.indicator ?? null;
}

/** 年度投资目标 | 到位资金 | 累计完成投资: what is invested goes on with the plan of investing, not with the funds between. */
function investmentBefore(fields: readonly Field[], path: HeaderPath): Indicator | null {
  const before = [...fields]
    .reverse()
    .find(
      (field) =>
        isUnderSameHead(field.path, path.texts) &&
        field.unit?.family !== "count" &&
        (isOfInvestment(field.indicator) || /投资/u.test(field.path.at(-1) ?? ""))
    );
  return before?.indicator ?? null;
}

function isOfInvestment({ name, unit, kind }: Indicator): boolean {
  return /投资|项目/u.test(name) && unit !== "个" && kind !== "rate";
}

/** Whether a table tells how many firms came into the list of those above the size limit, or left it. */
export function isOfEnterpriseList(columns: readonly HeaderPath[], words: Words): boolean {
  return columns.some(({ texts }) =>
    texts.some((text) =>
      words(text).tokens.some(
        (token) => token.kind === "indicator" && LIST_FLOWS.has(token.indicator.id)
      )
    )
  );
}

/** 1-8月新增入库 in a list of firms above the size limit: new ones in the list. */
export function inFirmList(texts: readonly string[]): readonly string[] {
  return texts.map((text) =>
    text.replace(
      /新增(?:入库|入统|入规)(?:企业)?(?=(?:户?数|个数)?\s*(?:[（(].*)?$)/u,
      "新增规上工业企业"
    )
  );
}

/** 落地项目数(个), 供地面积(亩), 投资强度(万元/亩): what is invested is none of them. */
function isNoMoney(indicator: Indicator): boolean {
  const { isCatalogued, unit, kind } = indicator;
  if (kind === "rate") return true;
  const family = recogniseUnit(unit ?? "")?.family;
  return (!isCatalogued && unit === "个") || family === "land" || family === "floor";
}

/**
 * What a header without a name belongs to where its neighbours do not say it: to what the title is about, or, where that
 * is counted or measured and the head speaks of money invested, to a name of its own.
 */
export function aboutOrOwn(
  about: Indicator | null,
  path: HeaderPath,
  words: Words
): Indicator | null {
  const own = ownInvestment(path.texts.at(-1) ?? "", words);
  const isOfMoney = recogniseUnit(about?.unit ?? "")?.family === "money" && about?.kind !== "rate";
  return own !== null && !isOfMoney ? own : about;
}

/** 基本建成 | 完成率, and 完成投资(亿元) | 年度计划 behind it: money has a name of its own where the things before it are counted. */
function investedUnderHead(
  path: HeaderPath,
  carried: Indicator | null,
  words: Words
): Indicator | null {
  const family = recogniseUnit(carried?.unit ?? "")?.family;
  const isOfThings = family === "count" || family === "land" || family === "floor";
  if (path.texts.length < 2 || !isOfThings) return null;
  return ownInvestment(path.texts.at(-2) ?? "", words);
}

/** 供地面积(亩) | 完成投资(万元): the amount is named by its own head, where that says that it is money. */
function ownInvestment(text: string, words: Words): Indicator | null {
  const isMoney = recogniseUnits(text.replace(/^[^(（]*/u, "")).some(
    ({ family }) => family === "money"
  );
  const name = words(text).key.replace(/\([^()]*\)$/u, "");
  return isMoney && /^\p{Script=Han}*投资额?$/u.test(name)
    ? uncataloguedIndicator(name, null, "level")
    : null;
}
