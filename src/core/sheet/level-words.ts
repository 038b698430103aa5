/** The words of one level of a header, taken one by one: what they say before the levels above are looked at. */

import { combineMeasures } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { type Token } from "../catalog/phrase.ts";
import { getUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";
import { inYearOf, isHeading, isRateOf, partOf, type IndicatorToken } from "./header-tokens.ts";
import type { Draft } from "./meaning.ts";

/** What one level says. Its readers settle it step by step. */
export interface Level {
  /** As printed. */
  readonly text: string;
  readonly tokens: readonly Token[];
  word: MeasureWord | null;
  isContradictory: boolean;
  indicator: IndicatorToken | null;
  units: Unit[];
  /** 其中 stands among its words. */
  isPart: boolean;
  /** Its words that nobody knows, joined. */
  unknown: string;
  /** All words that may belong to a name, known or not. */
  name: string[];
}

const RATE_WORDS = /增速|增长|增幅|增减|同比|占比|比重|%|率/u;

const AMOUNT_WORDS = /年度|全年|年目标|任务|计划|半年|序时|应完成|预算|控制/u;

const COUNTED_NOUN = /^[个户家宗项件次]数$/u;

/** 个数, 户数, 宗数: the word says what it is counted in. */
const COUNTED = /^(?:项目|总)?([个户家宗项件人])数$/u;
/** What is counted so as well: 本周个数, 累计个数, 去年同期户数. */
const AMOUNTS: ReadonlySet<MeasureWord | null> = new Set<MeasureWord | null>([
  "level",
  "actual",
  "actual-month",
  "prior",
  "prior-month",
  "previous",
  "opening",
  "done",
  "remaining",
]);

/** Reads the words of a level. What they say of wholes, references, rates and periods goes to the header's draft at once. */
export function readWords(text: string, tokens: readonly Token[], draft: Draft): Level {
  const level: Level = {
    text,
    tokens,
    word: null,
    isContradictory: false,
    indicator: null,
    units: [],
    isPart: false,
    unknown: "",
    name: [],
  };
  let counted: string | null = null;
  for (const token of tokens) {
    switch (token.kind) {
      case "measure": {
        // 绿化面积 is a name, 标准地 | 面积 the size of what stands above.
        if (token.text === "面积" && level.unknown !== "") {
          level.unknown += token.text;
          level.name.push(token.text);
          break;
        }
        // 评价件数: what is counted, and no verdict.
        if (level.word === "verdict" && token.word === "level" && COUNTED_NOUN.test(token.text)) {
          const named = (tokens[tokens.indexOf(token) - 1]?.text ?? "") + token.text;
          level.word = null;
          level.unknown += named;
          level.units.push(getUnit(token.text.charAt(0)));
          level.name.push(named);
          break;
        }
        // 同期占比: the share itself, a year before.
        if (isShareOfLastYear(level.word, token.word)) {
          level.word = "share";
          draft.isOfLastYear = true;
          break;
        }
        addMeasure(token, level, draft);
        counted ??= COUNTED.exec(token.text)?.[1] ?? null;
        break;
      }
      case "share-of":
      case "compared-with":
        draft.marker ??= token.kind;
        break;
      case "indicator":
        addIndicator(token, level, draft);
        // 高新产业产值占规上工业比重: what it is a share of is no part of its name.
        if (draft.marker === null || level.indicator === token) level.name.push(token.text);
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
        level.units.push(token.unit);
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
          level.unknown += token.text;
          level.name.push(token.text);
        }
        break;
      case "ignored":
        if (token.text.startsWith("其中")) level.isPart = true;
        level.name.push(token.text);
        break;
    }
  }
  if (level.units.length === 0 && counted !== null && AMOUNTS.has(level.word))
    level.units.push(getUnit(counted));
  return level;
}

function addMeasure(
  { word, text }: Token & { readonly kind: "measure" },
  level: Level,
  draft: Draft
): void {
  const combined = combineMeasures(level.word, word, "same-cell");
  if (combined === null) level.isContradictory = true;
  level.word = combined ?? level.word;
  if (RATE_WORDS.test(text)) draft.isOfRate = true;
  if (text.includes("%")) level.units.push(getUnit("%"));
  if (AMOUNT_WORDS.test(text)) draft.isOfAmount = true;
  if (/^(?:占总量|占全部|占总数|占合计|构成%?|结构)$/u.test(text)) draft.isWholeTotal = true;
  if (/全省开发区/u.test(text)) draft.reference ??= "province-zones";
  else if (/全省/u.test(text)) draft.reference ??= "province";
  else if (/全市/u.test(text)) draft.reference ??= "city";
}

function addIndicator(token: IndicatorToken, level: Level, draft: Draft): void {
  const { marker, againstScope } = draft;
  if (marker !== null && againstScope === null) draft.againstIndicator ??= token.indicator;
  else if (marker === "share-of" && againstScope !== null && !hasSubject(draft))
    // 占全市工业投资比重: the zone's part of what it names.
    level.indicator ??= token;
  else if (level.isPart && level.indicator !== null)
    level.indicator = partOf(level.indicator, token);
  else if (
    marker === null &&
    (level.indicator === null || level.indicator.isWeak || isRateOf(token, level.indicator))
  )
    level.indicator = token;
}

/** 占比 over 上年同期, or the other way round; also of a row and a column. */
export function isShareOfLastYear(one: MeasureWord | null, other: MeasureWord | null): boolean {
  const isBefore = (word: MeasureWord | null): boolean => word === "prior" || word === "last-year";
  return (one === "share" && isBefore(other)) || (isBefore(one) && other === "share");
}

/** Whether the levels so far name what is measured. */
export function hasSubject(draft: Draft): boolean {
  return draft.indicator !== null || draft.otherName !== null;
}
