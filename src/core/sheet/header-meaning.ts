import { normaliseText } from "../catalog/normalise.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { readLevel } from "./header-level.ts";
import { compoundOf } from "./header-tokens.ts";
import { finish } from "./meaning.ts";
import type { Draft, Meaning } from "./meaning.ts";
import type { Words } from "./words.ts";

/** 总分: the points of all indicators together, which belong to none of them. */
const TOTAL_SCORE_WORDS =
  /^(?:考核|考评|综合|评价)?(?:总分|总得分|综合得分|合计得分|得分合计|总成绩|最终得分|综合评分)(?:\(.*\))?$/u;

/** Whether a normalised text is the head of the points of all indicators together. */
export function isTotalScore(key: string): boolean {
  return TOTAL_SCORE_WORDS.test(key);
}

const TOTAL_SCORE = uncataloguedIndicator("总分", "分", "level");

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
  for (const text of texts) readLevel(text, words, draft);
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
