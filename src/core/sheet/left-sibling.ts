/** Measures that say nothing of their own about what they are of: what stands right before them under the same head tells. */

import { areUnitSiblings } from "../catalog/unit-siblings.ts";
import type { Field } from "../model/table.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Meaning } from "./meaning.ts";
import type { Words } from "./words.ts";

/**
 * 标准地出让 over 宗数 | 面积(亩) | 完成率, or 标准地出让(亩) | 标准地出让同比: a measure of two indicators that does not say of
 * which belongs to the one before it.
 */
export function withLeftSibling(
  meaning: Meaning,
  path: HeaderPath,
  left: Field | undefined,
  words: Words
): Meaning {
  const { indicator, units, word } = meaning;
  // 小巨人企业 | 新增目标 | 完成率: a part of the target right before it.
  if (
    word === "attainment" &&
    left?.measure === "target" &&
    left.indicator.id !== indicator?.id &&
    path.texts.length > 1 &&
    isUnderSameHead(left.path, path.texts) &&
    !words(path.texts.at(-1) ?? "").hasIndicator
  )
    return { ...meaning, indicator: left.indicator, otherName: null };
  if (indicator === null || left === undefined || word === null || word === "level") return meaning;
  if (goesOnInvesting(path, left, words)) return { ...meaning, indicator: left.indicator };
  const named = nameIn(path.texts, words);
  const saysWhich =
    (named !== undefined && named !== nameIn(left.path, words)) ||
    units.some(({ family }) => family !== "rate" && family !== "points");
  const isSibling =
    areUnitSiblings(indicator, left.indicator) && isUnderSameHead(left.path, path.texts);
  return isSibling && !saysWhich ? { ...meaning, indicator: left.indicator } : meaning;
}

const INVESTED = /^(?:本月|当月|本季|当季|本周|本旬)完成投资额?(?:\(|$)/u;

/** 工业投资 | 本月完成投资, 年度计划投资 | 本月完成投资: of what is invested by the column before, whose size 总投资 is not. */
function goesOnInvesting(path: HeaderPath, left: Field, words: Words): boolean {
  const { name, id, kind } = left.indicator;
  return (
    INVESTED.test(words(path.texts.at(-1) ?? "").key) &&
    name.endsWith("投资") &&
    kind !== "rate" &&
    id !== "project-total-investment" &&
    isUnderSameHead(left.path, path.texts)
  );
}

const OF_PART: ReadonlySet<Meaning["word"]> = new Set(["growth", "fall", "share", "prior"]);

/** 货物吞吐量 | 同比 | 其中:外贸 | 同比: the second is of the part right before it, since the whole has its own. */
export function ofPartBefore(
  meaning: Meaning,
  path: HeaderPath,
  fields: readonly Field[],
  words: Words
): Meaning {
  const left = fields.at(-1);
  const { word } = meaning;
  if (left === undefined || path.texts.length < 2 || !OF_PART.has(word)) return meaning;
  const isBehindPart =
    /^\s*(?:其中|#)/u.test(left.path.at(-1) ?? "") && isUnderSameHead(left.path, path.texts);
  const isNamed = words(path.texts.at(-1) ?? "").tokens.some(
    ({ kind }) => kind === "indicator" || kind === "unknown" || kind === "share-of"
  );
  const isTaken = fields.some(
    (field) =>
      field.measure === word &&
      field.indicator.id !== left.indicator.id &&
      isUnderSameHead(field.path, path.texts)
  );
  return isBehindPart && !isNamed && isTaken
    ? { ...meaning, indicator: left.indicator, otherName: null }
    : meaning;
}

const CHANGE =
  /^(?:变化|变动|升降|进退|升降情况|变化情况|较上[月期季年]|[±↑↓]+)(?:\((?:位|名|±|\+-|↑↓)\))?$/u;

/** 位次 | 上月位次 | 变化: of the ranks before it, also where the head speaks of points. */
export function changeOfRank(
  meaning: Meaning,
  path: HeaderPath,
  left: Field | undefined,
  words: Words
): Meaning {
  const isIt =
    left?.measure === "rank" &&
    isUnderSameHead(left.path, path.texts) &&
    meaning.units.length === 0 &&
    CHANGE.test(words(path.texts.at(-1) ?? "").key);
  return isIt
    ? {
        ...meaning,
        indicator: left.indicator,
        otherName: null,
        word: "rank-change",
        isUnknownBelow: false,
        isContradictory: false,
      }
    : meaning;
}

/** The word by which the deepest level names an indicator; undefined where it names none. */
function nameIn(texts: readonly string[], words: Words): string | undefined {
  return words(texts.at(-1) ?? "").tokens.find(({ kind }) => kind === "indicator")?.text;
}

/** Whether two columns stand under the same head. */
export function isUnderSameHead(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, -1).join("\n") === b.slice(0, -1).join("\n");
}
