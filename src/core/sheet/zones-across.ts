import { zoneKindOf } from "../catalog/zones.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Word, Words } from "./words.ts";
import { push } from "../model/push.ts";

/** How names of measures end that no table knows: 备案数, 核准面积. */
const NO_PLACE = /[数额率值量比度期况因人位类型项级费款积例]$/u;

/**
 * Whether headers name zones across: at least two known for zones, bare names beside a total or a reference, or bare
 * names that all have the same measures below, or stand over every column of values.
 */
export function namesZones(paths: readonly HeaderPath[], words: Words): boolean {
  const texts = new Map<string, Word>();
  for (const path of paths) for (const text of path.texts) texts.set(text, words(text));
  const all = [...texts.values()];
  const zones = all.filter((word) => word.isZone).length;
  const wholes = all.filter((word) => word.isTotal || word.isReference).length;
  const bare = all.filter((word) => isBareName(word)).length;
  if (zones >= 2 || (zones + wholes >= 1 && zones + bare >= 2)) return true;
  return bare >= 2 && (repeatsMeasures(paths, words) || standsOverAll(paths, words));
}

/** 河津 | 永济, each over 目标值 | 完成值 | 得分. */
function repeatsMeasures(paths: readonly HeaderPath[], words: Words): boolean {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const level = path.texts.findIndex((text) => isBareName(words(text)));
    const name = path.texts[level];
    if (name === undefined) continue;
    const key = `${name}@${path.sources[level] ?? 0}`;
    const rest = path.texts.filter((_, other) => other !== level).join("/");
    push(groups, key, rest);
  }
  const lists = [...groups.values()].map((list) => list.join("|"));
  return lists.length >= 2 && new Set(lists).size === 1 && (lists[0] ?? "").includes("|");
}

function standsOverAll(paths: readonly HeaderPath[], words: Words): boolean {
  return paths.every(({ texts }) =>
    texts.some((text) => isBareName(words(text)) || words(text).isNotMeasure)
  );
}

function isBareName(word: Word): boolean {
  return (
    /^\p{Script=Han}{2,6}$/u.test(word.key) &&
    word.tokens.length === 1 &&
    word.tokens[0]?.kind === "unknown" &&
    !NO_PLACE.test(word.key)
  );
}

/**
 * The level of a header at which its zone or whole stands; a name that nobody knows (高碑店, 西安航天基地) is one where
 * most of the others have theirs. −1 where it names none.
 */
export function subjectLevel(path: HeaderPath, all: readonly HeaderPath[], words: Words): number {
  const group = groupLevel(path, words, all);
  const own = path.texts.findIndex((text, level) => level > group && isSubjectText(words(text)));
  if (own >= 0) return own;
  const levels = all.map(({ texts }) => texts.findIndex((text) => isSubjectText(words(text))));
  return path.texts.findIndex(
    (text, level) =>
      levels.filter((other) => other === level).length * 2 > all.length && isPlace(words(text))
  );
}

/**
 * The level of 工业类 or 国家级 over 河津 | 永济 | 小计: a group of the zones below it, a name nobody knows over several of
 * them; −1 where there is none.
 */
export function groupLevel(
  path: HeaderPath,
  words: Words,
  all: readonly HeaderPath[] = []
): number {
  return path.texts.findIndex((text, level) => {
    const below = path.texts.findIndex((each, at) => at > level && isSubjectText(words(each)));
    if (below < 0) return false;
    if (/类$/u.test(text) && zoneKindOf(text) !== null) return true;
    return isNameless(words(text)) && isOverSeveral(path, level, below, all, words);
  });
}

/** 国家级, 东部, 第一组: no zone and nothing of the trade. */
function isNameless(word: Word): boolean {
  return (
    /^\p{Script=Han}{2,10}$/u.test(word.key) &&
    word.head === null &&
    !(word.hasIndicator || word.hasMeasure || word.hasPeriod || word.isNotMeasure || word.isUnit) &&
    !(word.isZone || word.isTotal || word.isReference)
  );
}

function isOverSeveral(
  path: HeaderPath,
  level: number,
  below: number,
  all: readonly HeaderPath[],
  words: Words
): boolean {
  const names = all
    .filter(
      ({ texts, sources }) =>
        texts[level] === path.texts[level] && sources[level] === path.sources[level]
    )
    .flatMap(({ texts }) => {
      const name = texts[below];
      return name !== undefined && isSubjectText(words(name)) ? [name] : [];
    });
  return new Set(names).size >= 2;
}

function isPlace(word: Word): boolean {
  return (
    /^\p{Script=Han}{2,16}$/u.test(word.key) &&
    word.tokens.some(({ kind }) => kind === "unknown") &&
    word.head === null &&
    !(word.hasIndicator || word.hasMeasure || word.hasPeriod || word.isNotMeasure) &&
    !NO_PLACE.test(word.key)
  );
}

export function isSubjectText(word: Word): boolean {
  const isWhole = word.isTotal || word.isReference || /^全[区县园镇港]$/u.test(word.key);
  return word.isZone || isWhole || isBareName(word);
}
