import type { MeasureWord } from "../catalog/measure-words.ts";
import { getUnit } from "../catalog/units.ts";
import { readMeaning } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { Words } from "./words.ts";

const OF_TITLES: ReadonlySet<MeasureWord> = new Set(["growth", "share", "attainment"]);

/**
 * 各开发区工业投资增速(%) over columns that name months or indicators only: the title says what the numbers are. null
 * where the headers say it themselves, or the title names several things.
 */
export function wordOfTitle(
  title: string | null,
  headers: readonly (readonly string[])[],
  words: Words
): MeasureWord | null {
  if (title === null) return null;
  // 对经济增长的贡献率 is a part of the growth, and none itself.
  const isContribution = /贡献率/u.test(title);
  const named = words(title).tokens.flatMap((token) =>
    token.kind === "measure" ? [token.word] : []
  );
  const [word] = named.filter((each) => OF_TITLES.has(each));
  const isOnly = new Set(named.filter((each) => each !== "actual" && each !== "level")).size === 1;
  if (word === undefined || (!isOnly && !isContribution) || /[及和与、]/u.test(title)) return null;
  const meanings = headers.map((texts) => readMeaning(texts, words));
  // 累计增速走势 over 1-6月 | 上年同期 | 较上月±(百分点): points are of the rates that the title names.
  const isInPoints = word === "growth" && meanings.some(isPoints);
  const isSilent = meanings.every((meaning) => {
    // 高企数 under 增速情况 names what grows, and no amount of it.
    const isName = meaning.word === null || meaning.word === "level";
    const isBeside = isInPoints && (isPoints(meaning) || isOfLastYear(meaning));
    return meaning.isNotMeasure || (isName && meaning.units.length === 0) || isBeside;
  });
  return isSilent ? (isContribution ? "share" : word) : null;
}

function isPoints({ units, word }: Meaning): boolean {
  return word !== null && units.length > 0 && units.every(({ family }) => family === "points");
}

function isOfLastYear({ word, units }: Meaning): boolean {
  return (word === "prior" || word === "last-year") && units.length === 0;
}

export function withTitleWord(meaning: Meaning, title: MeasureWord | null): Meaning {
  if (title === null || meaning.isNotMeasure || isPoints(meaning)) return meaning;
  const word = isOfLastYear(meaning) ? "growth-other" : title;
  return { ...meaning, word, units: [getUnit("%")], wordUnits: [getUnit("%")], isOfRate: true };
}
