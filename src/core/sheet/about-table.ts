/** What all columns of a table are of, where their own heads do not say: told by one of them, or by the title. */

import { uncataloguedIndicator } from "../catalog/recognise.ts";
import type { Indicator } from "../model/indicator.ts";
import { readMeaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Layout } from "./layout.ts";
import { titleIndicator } from "./title-indicator.ts";
import type { Words } from "./words.ts";

/** 目标 | 工业投资 | 增速: a column before the name of the only indicator belongs to it as well. */
export function onlyNamed(columns: readonly HeaderPath[], words: Words): Indicator | null {
  const named = new Map<string, Indicator>();
  for (const path of columns) {
    const { indicator, otherName } = readMeaning(path.texts, words);
    if (otherName !== null && otherName !== "") return null;
    if (indicator !== null) named.set(indicator.id, indicator);
  }
  const [only] = named.values();
  return named.size === 1 && only !== undefined ? only : null;
}

/** 年初预算 | 调整预算 | 累计支出: plans before the name of what is planned. null where other columns stand before it. */
export function firstNamed(columns: readonly HeaderPath[], words: Words): Indicator | null {
  for (const { texts } of columns) {
    const { indicator, otherName, word, units, period } = readMeaning(texts, words);
    const isSize = word === null || word === "level" || word === "actual";
    if (indicator !== null) return isSize ? indicator : null;
    // 年初预算 | 调整预算 | 预算调整额: how the plan was changed, and not what is planned.
    if (/^(?:预算|计划|目标|任务)/u.test(otherName ?? "")) continue;
    if ((otherName ?? "") !== "") {
      const level = units.find(({ family }) => family !== "rate" && family !== "points");
      return isSize && texts.length === 1
        ? uncataloguedIndicator(otherName ?? "", level?.name ?? null, "level")
        : null;
    }
    // 年度计划 | 一季度 | 二季度 | 累计用水量: so do its parts of the year.
    const isOfTime = isSize && period !== null;
    if (word !== "target" && !isOfTime) return null;
  }
  return null;
}

/** Where headers name measures only, the title says of what. */
export function titleOf(layout: Layout, columns: readonly HeaderPath[]): Indicator | null {
  const { surroundings, sheet, words } = layout;
  const isNamed = columns.some((path) => {
    const { indicator, otherName, word, units } = readMeaning(path.texts, words);
    const isSaid = word !== null || units.length > 0;
    // 拉动增长(百分点) is of what the other columns tell.
    const isNamed = (otherName ?? "") !== "" && !/^拉动/u.test(otherName ?? "");
    return indicator !== null || (isNamed && isSaid);
  });
  const { ownName, title } = surroundings;
  return isNamed ? null : titleIndicator(ownName ?? title, sheet.name, words);
}
