import { combineMeasures } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { normaliseText } from "../catalog/normalise.ts";
import { type Token } from "../catalog/phrase.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { getUnit, recogniseUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";
import type { Words } from "./words.ts";
import { isGenericName, unknownBelow } from "./unknown-below.ts";
import { finish } from "./meaning.ts";
import type { Draft, Meaning } from "./meaning.ts";
import {
  NAMING,
  compoundOf,
  firmsOf,
  inYearOf,
  isHeading,
  isQuotientOf,
  isRateOf,
  partNamed,
  partOf,
} from "./header-tokens.ts";

/** 总分: the points of all indicators together, which belong to none of them. */
const TOTAL_SCORE_WORDS =
  /^(?:考核|考评|综合|评价)?(?:总分|总得分|综合得分|合计得分|得分合计|总成绩|最终得分|综合评分)(?:\(.*\))?$/u;

/** Whether a normalised text is the head of the points of all indicators together. */
export function isTotalScore(key: string): boolean {
  return TOTAL_SCORE_WORDS.test(key);
}

const TOTAL_SCORE = uncataloguedIndicator("总分", "分", "level");

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

const RATE_WORDS = /增速|增长|增幅|增减|同比|占比|比重|%|率/u;

const AMOUNT_WORDS = /年度|全年|年目标|任务|计划|半年|序时|应完成|预算|控制/u;

/** Reads the texts of a header from the top down. */
export function readMeaning(texts: readonly string[], words: Words): Meaning {
  const draft: Draft = {
    indicator: null,
    isWeak: false,
    otherName: null,
    word: null,
    isContradictory: false,
    isUnknownBelow: false,
    marker: null,
    againstScope: null,
    againstIndicator: null,
    stated: null,
    statedUnit: null,
    isWholeTotal: false,
    reference: null,
    units: [],
    wordUnits: [],
    isOfRate: false,
    isOfAmount: false,
    period: null,
    comparedYear: null,
    isNotMeasure: false,
    isOfLastYear: false,
  };
  for (const text of texts) readLevel(words(withoutBy(text, draft)).tokens, draft, opensPart(text));
  const compound = compoundOf(texts);
  if (compound !== null) {
    draft.indicator = compound;
    draft.isUnknownBelow = false;
    draft.otherName = null;
  }
  if (texts.some((text) => isTotalScore(normaliseText(text)))) {
    draft.indicator = TOTAL_SCORE;
    draft.otherName = null;
    draft.isUnknownBelow = false;
  }
  return finish(draft, texts);
}

/** What a row 合计 or 总分 of a score sheet says. */
export function readTotalScore(words: Words): Meaning {
  return readMeaning(["总分"], words);
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

/** Whether a head names a part of what stands above it. */
function opensPart(text: string): boolean {
  return /^\s*(?:其中|#)/u.test(text);
}

/** 提前办结率, 按期完成率: how much of what was done was done so, and no part of a target. */
const IN_TIME =
  /^(?:提前|按期|按时|如期|及时|限时|逾期|超期|超时|一次性?|当场|即时|网上|全程网办)$/u;

/** 上周完成率, 上年同期完成率: another time's part of a target, for which nothing stands beside it: a rate by a name of its own. */
function readOtherAttainment(tokens: readonly Token[], draft: Draft): boolean {
  const said = tokens.filter(({ kind }) => kind !== "unit" && kind !== "ignored");
  const [time, attainment, ...more] = said;
  const isIt =
    more.length === 0 &&
    time?.kind === "measure" &&
    attainment?.kind === "measure" &&
    attainment.word === "attainment" &&
    combineMeasures(time.word, attainment.word, "same-cell") === null;
  const isInTime =
    more.length === 0 &&
    time?.kind === "unknown" &&
    IN_TIME.test(time.text) &&
    attainment?.kind === "measure" &&
    attainment.word === "attainment" &&
    attainment.text.endsWith("率");
  if (!isIt && !isInTime) return false;
  const above = draft.indicator?.name ?? draft.otherName ?? "";
  draft.otherName = above + time.text + attainment.text;
  draft.indicator = null;
  draft.word = "level";
  draft.units = tokens.flatMap((token) => (token.kind === "unit" ? [token.unit] : []));
  if (draft.units.length === 0) draft.units = [getUnit("%")];
  return true;
}

function readLevel(tokens: readonly Token[], draft: Draft, isPartAbove: boolean): void {
  if (readOtherAttainment(tokens, draft)) return;
  let word: MeasureWord | null = null;
  let isContradictory = false;
  let unknown = "";
  let isPart = false;
  let counted: string | null = null;
  const units: Unit[] = [];
  let levelIndicator: (Token & { kind: "indicator" }) | null = null;
  draft.isNotMeasure = false;
  const name: string[] = [];
  for (const token of tokens) {
    switch (token.kind) {
      case "measure": {
        // 绿化面积 is a name, 标准地 | 面积 the size of what stands above.
        if (token.text === "面积" && unknown !== "") {
          unknown += token.text;
          name.push(token.text);
          break;
        }
        // 评价件数: what is counted, and no verdict.
        if (word === "verdict" && token.word === "level" && COUNTED_NOUN.test(token.text)) {
          word = null;
          unknown += tokens[tokens.indexOf(token) - 1]?.text ?? "";
          unknown += token.text;
          units.push(getUnit(token.text.charAt(0)));
          name.push(unknown);
          break;
        }
        // 同期占比: the share itself, a year before.
        if (isShareOfLastYear(word, token.word)) {
          word = "share";
          draft.isOfLastYear = true;
          break;
        }
        const combined: MeasureWord | null = combineMeasures(word, token.word, "same-cell");
        if (combined === null) isContradictory = true;
        word = combined ?? word;
        if (RATE_WORDS.test(token.text)) draft.isOfRate = true;
        if (token.text.includes("%")) units.push(getUnit("%"));
        if (AMOUNT_WORDS.test(token.text)) draft.isOfAmount = true;
        counted ??= COUNTED.exec(token.text)?.[1] ?? null;
        if (/^(?:占总量|占全部|占总数|占合计|构成%?|结构)$/u.test(token.text))
          draft.isWholeTotal = true;
        if (/全省开发区/u.test(token.text)) draft.reference ??= "province-zones";
        else if (/全省/u.test(token.text)) draft.reference ??= "province";
        else if (/全市/u.test(token.text)) draft.reference ??= "city";
        break;
      }
      case "share-of":
      case "compared-with":
        draft.marker ??= token.kind;
        break;
      case "indicator":
        if (draft.marker !== null && draft.againstScope === null)
          draft.againstIndicator ??= token.indicator;
        else if (draft.marker === "share-of" && draft.againstScope !== null && !hasSubject(draft))
          // 占全市工业投资比重: the zone's part of what it names.
          levelIndicator ??= token;
        else if (isPart && levelIndicator !== null) levelIndicator = partOf(levelIndicator, token);
        else if (
          draft.marker === null &&
          (levelIndicator === null || levelIndicator.isWeak || isRateOf(token, levelIndicator))
        )
          levelIndicator = token;
        name.push(token.text);
        break;
      case "reference":
        if (draft.marker !== null) draft.againstScope ??= token.scope;
        // 全市重点项目完成情况 over the zones' columns says how wide the table reaches, not whose numbers these are.
        else if (!isHeading(tokens)) draft.reference = token.scope;
        break;
      case "number":
        if (draft.stated === null) draft.statedUnit = token.unit;
        draft.stated ??= token.stated;
        break;
      case "unit":
        units.push(token.unit);
        break;
      case "period":
        if (draft.marker === "compared-with" && token.match.period.kind === "year")
          draft.comparedYear = token.match.period.year;
        else draft.period = inYearOf(draft.period, token.match);
        break;
      case "not-a-measure":
        draft.isNotMeasure = true;
        break;
      case "unknown":
        if (draft.marker === null) {
          unknown += token.text;
          name.push(token.text);
        }
        break;
      case "ignored":
        if (token.text.startsWith("其中")) isPart = true;
        name.push(token.text);
        break;
    }
  }
  if (units.length === 0 && counted !== null && word === "level") units.push(getUnit(counted));
  if (units.length > 0) draft.units = units;
  if (levelIndicator !== null && isQuotientOf(tokens, levelIndicator)) {
    unknown = tokens
      .filter(({ kind, text }) => NAMING.has(kind) || text === "面积")
      .map(({ text }) => text)
      .join("");
    name.splice(0, name.length, unknown);
    levelIndicator = null;
  }
  // The first of the two: 企业户数 was not taken for the indicator, being the second.
  const [naming] = tokens.filter((token) => token.kind === "indicator");
  const firms = levelIndicator === null || naming === undefined ? null : firmsOf(tokens, naming);
  if (firms !== null) {
    unknown = firms;
    name.splice(0, name.length, firms);
    levelIndicator = null;
    if (units.length === 0) draft.units = [getUnit("户")];
  }
  // 退库 | 其中:开发区: words that say nothing elsewhere name the part here.
  if (
    isPartAbove &&
    unknown === "" &&
    levelIndicator === null &&
    word === null &&
    hasSubject(draft)
  )
    unknown = tokens
      .filter(({ kind, text }) => kind === "ignored" && !text.startsWith("其中"))
      .map(({ text }) => text)
      .join("");
  // 6月份入库 | 1-6月累计入库: what came in of the tax that the title names, not a name of its own.
  if (
    unknown === "入库" &&
    levelIndicator === null &&
    tokens.some(({ kind }) => kind === "period")
  ) {
    unknown = "";
    word ??= "actual";
  }
  // 上年同期合计 under the name of what is added up.
  if (TOTAL.test(unknown) && word !== null && levelIndicator === null && hasSubject(draft))
    unknown = "";
  // 目标 | 完成 | 差(百分点): what misses, or is more.
  if (/^相?差$/u.test(unknown) && levelIndicator === null && word === null) {
    unknown = "";
    word = "gap";
  }
  // 1-7月 | 年度投资计划: the plan is the whole year's, whatever the columns beside it tell of.
  if (word === "target" && tokens.some(({ text }) => /年度|全年|年计划|年目标/u.test(text)))
    draft.period = null;
  // 亿元以上项目 | 投资额: what these cost in all, not what is invested in the zone.
  const projects = draft.indicator;
  if (
    levelIndicator?.isWeak === true &&
    /投资额?$/u.test(levelIndicator.text) &&
    projects?.kind === "count" &&
    projects.name.endsWith("项目") &&
    unknown === "" &&
    indicatorIn(projects, [getUnit("亿元")]).id === projects.id
  ) {
    draft.otherName = projects.name;
    draft.indicator = null;
  }
  const above = draft.otherName ?? "";
  if (above !== "" && unknown === "" && levelIndicator?.isWeak === true && draft.word !== "share") {
    // 重点项目 | 年度投资计划: the investment of these projects, not of the zone.
    if (levelIndicator.text !== "投资") draft.otherName = above + levelIndicator.text;
    levelIndicator = null;
  }
  const whole = draft.indicator;
  if (word === "share" && draft.marker === null && levelIndicator !== null && whole !== null) {
    // 签约项目 | 战新占比: the part is named here, its whole above.
    const part = partNamed(levelIndicator, whole);
    if (part.id !== whole.id) {
      draft.indicator = part;
      draft.againstIndicator ??= whole;
      levelIndicator = null;
    }
  }
  if (unknown !== "") {
    // 采矿业工业投资 is not 工业投资: with a word nobody knows the whole text is the name.
    const says = word !== null || tokens.some((token) => token.kind === "unit");
    const parent = draft.indicator?.name ?? "";
    const ofParent =
      levelIndicator === null && parent + above !== "" && word === null
        ? unknownBelow(unknown, parent || above, draft)
        : null;
    if (ofParent !== null) {
      if (ofParent.name !== null) {
        draft.otherName = ofParent.name;
        draft.indicator = null;
      }
      word = ofParent.word;
      if (units.length === 0 && ofParent.unit !== null) draft.units = [ofParent.unit];
    } else if (levelIndicator === null && parent !== "" && TOTAL.test(unknown)) {
      // 生产总值 | 合计 | 第一产业: all of what the head above names.
      word ??= "level";
    } else if (levelIndicator === null && parent + above !== "" && ONLY_PER.test(unknown)) {
      // 税收(万元) | 总额 | 亩均: what the head above names, divided.
      draft.otherName = unknown + (parent === "" ? above : parent);
      draft.indicator = null;
      word ??= "level";
    } else if (levelIndicator === null && parent !== "" && !says && NEW.test(unknown)) {
      // 高新技术企业 | 新增: the new ones, under a name of their own.
      draft.otherName = parent + unknown.replace(OF_TIME, "");
      draft.indicator = null;
      word = "level";
    } else if (
      levelIndicator === null &&
      draft.indicator !== null &&
      !says &&
      CLASS.test(unknown)
    ) {
      // 专精特新 | 省级: some of what stands above, in its unit.
      const unit = recogniseUnit(draft.indicator.unit ?? "");
      draft.otherName = parent + name.join("");
      draft.indicator = null;
      word = "level";
      if (unit !== undefined) draft.units = [unit];
    } else if (isPartAbove && levelIndicator === null && draft.indicator !== null && !says) {
      // 退库 | 其中:停产: a part of what is named above, in its unit and under a name of its own.
      const own = draft.indicator.unit === null ? undefined : recogniseUnit(draft.indicator.unit);
      draft.otherName = `${parent}其中${unknown}`;
      if (draft.units.length === 0 && own !== undefined) draft.units = [own];
      draft.indicator = null;
      word = "level";
    } else if (levelIndicator === null && draft.indicator !== null && !says) {
      draft.isUnknownBelow = true;
    } else {
      // 工业投资 | 采矿业完成: a part of the indicator above, under both names.
      const isGeneric = parent + above !== "" && isGenericName(name.join(""));
      const head = CLASS.test(unknown) || isGeneric ? above : "";
      const own = isGeneric ? unknown.replace(OF_TIME, "") : name.join("");
      draft.otherName = (levelIndicator === null ? parent || head : "") + own;
      draft.indicator = null;
    }
  } else if (
    levelIndicator !== null &&
    (draft.indicator === null || draft.isWeak || !levelIndicator.isWeak)
  ) {
    draft.indicator = indicatorIn(levelIndicator.indicator, units);
    draft.isWeak = levelIndicator.isWeak;
    draft.otherName = null;
  }
  // 标准地 over 目标(亩): the unit says which of the two is meant, here and in all levels below.
  if (draft.indicator !== null) draft.indicator = indicatorIn(draft.indicator, units);
  if (word !== null) {
    const combined = combineMeasures(draft.word, word, "parent");
    if (isShareOfLastYear(draft.word, word)) {
      draft.word = "share";
      draft.isOfLastYear = true;
    } else {
      if (combined === null) isContradictory = true;
      draft.word = combined ?? draft.word;
    }
    draft.wordUnits = units;
  } else if (draft.word !== null && units.length > 0) {
    draft.wordUnits = units;
  }
  draft.isContradictory ||= isContradictory;
}

/** 占比 over 上年同期, or the other way round; also of a row and a column. */
export function isShareOfLastYear(one: MeasureWord | null, other: MeasureWord | null): boolean {
  const isBefore = (word: MeasureWord | null): boolean => word === "prior" || word === "last-year";
  return (one === "share" && isBefore(other)) || (isBefore(one) && other === "share");
}

const COUNTED_NOUN = /^[个户家宗项件次]数$/u;

/** 个数, 户数, 宗数: the word says what it is counted in. */
const COUNTED = /^(?:项目|总)?([个户家宗项件])数$/u;

function hasSubject(draft: Draft): boolean {
  return draft.indicator !== null || draft.otherName !== null;
}
