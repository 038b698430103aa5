import { indicatorIn, landIn } from "../catalog/unit-siblings.ts";
import { normaliseText } from "../catalog/normalise.ts";
import { recogniseUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { HeaderPath } from "./header-paths.ts";
import { isTotalScore, readMeaning, readTotalScore } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import { isSizeClass } from "./words.ts";
import type { Shape } from "./unknown-amounts.ts";
import type { Words } from "./words.ts";

const LEVELS: ReadonlySet<Measure> = new Set(["actual", "prior", "target"]);
/** Taken of one amount, which stands beside it; a rank may be of any. */
const OF_AN_AMOUNT: ReadonlySet<string> = new Set([
  "growth",
  "attainment",
  "increase",
  "prior",
  "target",
  "remaining",
]);
export const TOTAL = /^(?:小计|合计|总计|共计)(?:\(|$)/u;
const PART = /^(?:其中|#)/u;
const CLASS = /^(?:[A-DＡ-Ｄ]|[一二三四甲乙丙丁])(?:类|级|档|等)(?:企业)?$/u;

/**
 * 外资 | 合同外资 · 实际使用外资 · 同比±%: the head over all of them names none of the amounts, and a measure that says
 * nothing of its own is of the amount to its left. null where the head itself may be meant.
 */
export function amountToTheLeft(
  meaning: Meaning,
  path: HeaderPath,
  fields: readonly Field[],
  words: Words
): Indicator | null {
  const { indicator, otherName, word } = meaning;
  if (indicator !== null || (otherName ?? "") === "" || word === null || !OF_AN_AMOUNT.has(word))
    return null;
  const shortened = shortOf(otherName ?? "", fields);
  if (shortened !== null) return shortened;
  const { texts } = path;
  const isNamed = words(texts.at(-1) ?? "").tokens.some(
    ({ kind }) => kind === "unknown" || kind === "indicator"
  );
  const left = fields.at(-1);
  if (texts.length < 2 || isNamed || left === undefined) return null;
  const isBeside = left.path.length > 1 && left.path[0] === texts[0];
  // 外资 | 总额: what the head names has an amount of its own.
  const isOfHead = fields.some((field) => field.indicator.name === otherName);
  return isBeside && !isOfHead && LEVELS.has(left.measure) && left.indicator.kind !== "rate"
    ? left.indicator
    : null;
}

/** 一般公共预算收入(万元) | 上年 | 收入增速: the last amount to the left, by the end of its name. */
function shortOf(name: string, fields: readonly Field[]): Indicator | null {
  const amount = [...fields].reverse().find(({ measure }) => measure === "actual");
  if (amount === undefined || name.length < 2) return null;
  const { indicator } = amount;
  const isShort =
    indicator.kind !== "rate" && indicator.name !== name && indicator.name.endsWith(name);
  return isShort ? indicator : null;
}

/** 排名 before the names of a score sheet, and before all else: by the points of all together. */
export function rankedScore(
  { word, indicator, otherName }: Meaning,
  carried: Indicator | null,
  columns: readonly HeaderPath[],
  words: Words
): Indicator | null {
  const isOfAll = /^(?:总|综合|最终)$/u.test(otherName ?? "");
  const isOpen = (carried === null && (otherName ?? "") === "") || isOfAll;
  if (word !== "rank" || indicator !== null || !isOpen) return null;
  const hasTotal = columns.some(({ texts }) =>
    texts.some((text) => isTotalScore(normaliseText(text)))
  );
  return hasTotal ? readTotalScore(words).indicator : null;
}

/** 参评企业(家) | 其中:A类 | B类 | C类: how parts are counted, for the heads that go on where 其中 began. */
export function openParts(
  before: Unit | null,
  path: HeaderPath,
  left: Field | undefined,
  isBareName: boolean
): Unit | null {
  const last = (path.texts.at(-1) ?? "").trim();
  if (PART.test(last))
    return left?.measure === "actual" && left.unit?.family !== "rate" ? left.unit : null;
  // 参评企业(家) | A类 | B类: classes of what is counted, whether 其中 stands before them or not.
  if (CLASS.test(last) && left?.measure === "actual" && left.unit?.family === "count")
    return left.unit;
  const isBeside = left?.path.slice(0, -1).join("\n") === path.texts.slice(0, -1).join("\n");
  return before !== null && isBareName && isBeside ? before : null;
}

/**
 * 签约项目(个) | 其中:战新: so many of the projects, not what the industry adds in value. 从业人员(人) | 其中:规上工业企业: those
 * who work there, not the number of firms.
 */
function isOfAnother(name: string, indicator: Indicator, whole: Unit, shape: Shape): boolean {
  const own = recogniseUnit(indicator.unit ?? "");
  if (own === undefined || /数$|率$/u.test(name)) return false;
  if (whole.family === "count" && own.family === "money") return shape === "counts";
  const isOfPeople = /人/u.test(whole.name) !== /人/u.test(own.name);
  if (own.family !== "count") return false;
  return whole.family === "count" ? isOfPeople : MEASURED.has(whole.family);
}

const MEASURED: ReadonlySet<Unit["family"]> = new Set(["money", "land", "floor", "energy"]);

/** 工业用地出让 | 面积 · 其中标准地: a part is measured as its whole, and its name is of that size. */
export function inUnitOfWhole(
  meaning: Meaning,
  path: HeaderPath,
  whole: Unit | null,
  left: Field | undefined,
  shape: Shape
): Meaning {
  const { indicator, units, word } = meaning;
  const last = (path.texts.at(-1) ?? "").trim();
  const isPart = PART.test(last);
  const name = normaliseText(last).replace(/^(?:其中|#):?/u, "");
  const isSilent = units.length === 0 && word === null;
  if (
    isPart &&
    isSilent &&
    indicator !== null &&
    whole !== null &&
    isOfAnother(name, indicator, whole, shape)
  ) {
    const of = left?.indicator.name ?? "";
    return { ...meaning, indicator: null, otherName: of + name, word: "level", units: [whole] };
  }
  return indicator === null || whole === null || units.length > 0 || word !== null || !isPart
    ? meaning
    : { ...meaning, indicator: indicatorIn(indicator, [whole]) };
}

/** 期末实有 | 合计: all of it, where the head over it is a measure alone and names nothing. */
export function allOfHead(meaning: Meaning, { texts }: HeaderPath): Meaning {
  const name = normaliseText(texts.at(-1) ?? "").replace(/\([^()]*\)$/u, "");
  return texts.length > 1 && meaning.otherName === name && TOTAL.test(name)
    ? { ...meaning, otherName: null, word: meaning.word ?? "level" }
    : meaning;
}

/** 企业数(户) | 按产值分 | 50亿元以上 · 10-50亿元: how many of what was counted are of that size, and no amount in 亿元. */
export function countedBySize(
  meaning: Meaning,
  { texts }: HeaderPath,
  left: Field | undefined
): Meaning {
  const name = normaliseText(texts.at(-1) ?? "");
  const unit = left?.measure === "actual" ? left.unit : null;
  return unit?.family === "count" && isSizeClass(name) && meaning.indicator === null
    ? {
        ...meaning,
        otherName: texts.join(""),
        word: "level",
        units: [unit],
        isContradictory: false,
        isUnknownBelow: false,
      }
    : meaning;
}

/**
 * 新增“四上”企业 | 其中:规上工业 under 单位:家、%: the form speaks of no money, and the numbers are whole: so many of them, and
 * no value added.
 */
export function countedInForm(
  meaning: Meaning,
  { texts }: HeaderPath,
  units: readonly Unit[],
  shape: Shape
): Meaning {
  const { indicator, word } = meaning;
  const ofMoney = (unit: Unit | undefined): boolean =>
    unit?.family === "money" || unit?.family === "foreign-money";
  const counts = units.filter(({ family }) => family === "count");
  const [only, ...others] = counts;
  const isOfMoney = ofMoney(recogniseUnit(indicator?.unit ?? ""));
  const isPlain = (word === null || word === "level") && meaning.units.length === 0;
  if (!isOfMoney || !isPlain || shape !== "counts" || only === undefined || others.length > 0)
    return meaning;
  if (units.some(ofMoney) || /额|值|收入|投资|税|资金|利润/u.test(texts.at(-1) ?? ""))
    return meaning;
  const name = normaliseText(texts.at(-1) ?? "");
  return { ...meaning, indicator: null, otherName: name, word: "level", units: [only] };
}

/** 标准地出让 under 单位:亿元、户、亩: its area, which is all the form has a unit for; 标准地宗数 stays a number of plots. */
export function landInForm(
  meaning: Meaning,
  { texts }: HeaderPath,
  units: readonly Unit[]
): Meaning {
  const { indicator } = meaning;
  const hasUnit = meaning.units.some(({ family }) => family !== "rate" && family !== "points");
  if (indicator === null || hasUnit || texts.some((text) => /宗|个数/u.test(text))) return meaning;
  return { ...meaning, indicator: landIn(indicator, units) };
}

/** The heads under which a column adds up the others: 新增入库 | 小计. */
export function headsWithTotal(paths: readonly HeaderPath[]): ReadonlySet<string> {
  return new Set(
    paths
      .filter(({ texts }) => texts.length > 1 && TOTAL.test(normaliseText(texts.at(-1) ?? "")))
      .map(headOf)
  );
}

/** What stands over the last level of a header. */
export function headOf({ texts }: Pick<HeaderPath, "texts">): string {
  return texts.slice(0, -1).join("\n");
}

/** 规上工业企业 | 其中:新增: what 其中 opens is named together with the column before it. */
export function readPart(
  texts: readonly string[],
  before: Indicator | null,
  words: Words,
  isBesideTotal: boolean
): Meaning {
  const own = readMeaning(texts, words);
  const last = texts.at(-1) ?? "";
  // 新增入库 | 小升规 · 新建投产 · 小计: what 小计 adds up are parts of what stands above.
  if (own.isUnknownBelow && isBesideTotal)
    return readMeaning([...texts.slice(0, -1), `其中:${last}`], words);
  // 建成面积 | 合计 · 单层 · 多层: parts of what no table knows are measured as it is, and named after it.
  const isBare = own.indicator === null && own.word === null && own.units.length === 0;
  const isOfOther = isBare && (own.otherName ?? "") !== "" && !TOTAL.test(normaliseText(last));
  if (isOfOther && isBesideTotal && !PART.test(last.trim()))
    return { ...own, otherName: last.trim() + (texts.at(-2) ?? "").trim() };
  const isPart = /^其中|^(?:今年|本年|当年|年内|本期)?(?:新增|净增|新登记)$/u.test(last.trim());
  if (before === null || own.indicator !== null || !isPart) return own;
  const together = readMeaning([...texts.slice(0, -1), before.name, last], words);
  return together.indicator !== null && together.indicator.id !== before.id ? together : own;
}
