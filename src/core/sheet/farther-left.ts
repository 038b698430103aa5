/** Heads without a name of their own that belong to nothing right before them. */

import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { recogniseUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Field } from "../model/table.ts";
import { TOTAL } from "./heads-beside.ts";
import type { HeaderPath } from "./header-paths.ts";
import { isUnderSameHead } from "./left-sibling.ts";
import type { Word, Words } from "./words.ts";

/** What such a head is of; null where it goes on with what stands before it. */
export function fartherLeft(
  path: HeaderPath,
  fields: readonly Field[],
  carried: Indicator | null,
  words: Words
): Indicator | null {
  const word = words(path.texts.at(-1) ?? "");
  if (RANKED_BY_ALL.test(word.key) && !isOfAll(carried)) return OF_ALL;
  return totalAgain(words, path, fields) ?? countedBefore(word, path, fields, carried);
}

/** 综合排名 behind the columns of single indicators: by all of them together, which no column tells. */
const RANKED_BY_ALL = /^综合(?:排名|排位|位次|名次|排序)(?:\(|$)/u;
const OF_ALL = uncataloguedIndicator("综合", null, "level");

function isOfAll(indicator: Indicator | null): boolean {
  return /综合|总分|得分|评分|总成绩|指数/u.test(indicator?.name ?? "");
}

/** 发现隐患数 | 小计 · 一般 · 重大, 完成整改数 | 小计 · 一般 · 重大: the second 小计 is of what the first is. */
function totalAgain(words: Words, path: HeaderPath, fields: readonly Field[]): Indicator | null {
  const isOfDone = words(path.texts.at(-2) ?? "").tokens.some(
    (token) => token.kind === "measure" && (token.word === "done" || token.word === "remaining")
  );
  if (!isOfDone || !TOTAL.test(words(path.texts.at(-1) ?? "").key)) return null;
  const before = [...fields].reverse().find(({ path: own }) => own.at(-1) === path.texts.at(-1));
  return before?.indicator ?? null;
}

const COUNT = /(?:[个户家宗项件]数|\([个户家宗项件]\))$/u;

/** 项目个数 | 总投资 | 完成投资 | 已开工个数: so many of what was counted, and no part of the money between. */
function countedBefore(
  { key, tokens }: Word,
  path: HeaderPath,
  fields: readonly Field[],
  carried: Indicator | null
): Indicator | null {
  const isNamed = tokens.some(({ kind }) => kind === "indicator" || kind === "unknown");
  const isOfCounts = recogniseUnit(carried?.unit ?? "")?.family === "count";
  if (carried === null || isOfCounts || isNamed || !COUNT.test(key)) return null;
  const counted = [...fields]
    .reverse()
    .find(
      ({ measure, unit, path: own }) =>
        measure === "actual" && unit?.family === "count" && isUnderSameHead(own, path.texts)
    );
  return counted?.indicator ?? null;
}
