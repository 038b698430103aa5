/** What a header's own period makes of its column, beside the period of its table. */

import { combineMeasures } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { withYear } from "../catalog/periods.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { Meaning } from "./meaning.ts";

/** 2024年底在库 in a table of 2025: what stood when the year began. Money of a year that has ended is the whole year's. */
export function openingOf(
  { period, word }: Meaning,
  { kind }: Indicator,
  table: Period | null
): { readonly period: Period; readonly word: MeasureWord } | undefined {
  const isSize = word === null || word === "level" || word === "actual";
  if (period?.isYearEnd !== true || period.period.kind !== "year" || !isSize) return undefined;
  const isStanding = kind === "count" || kind === "stock";
  return isStanding && table?.year === period.period.year + 1
    ? { period: table, word: "opening" }
    : undefined;
}

/**
 * 2024年 | 2023年 in a table of a part of the year: that part of each year. Whether last year's is the same part or the
 * whole is for the numbers to tell. undefined where the header says something else.
 */
export function yearAlone(
  meaning: Meaning,
  own: Period | null,
  table: Period | null
): { readonly period: Period; readonly word: MeasureWord | null | "several-meanings" } | undefined {
  const isTarget = meaning.word === "target" || meaning.word === "target-part";
  if (own?.kind !== "year" || isTarget || meaning.period?.isLastYear === true) return undefined;
  if (table === null || table.kind === "year" || table.year === null) return undefined;
  const years = table.year - own.year;
  if (years !== 0 && years !== 1) return undefined;
  const word = meaning.word ?? "level";
  return {
    period: { ...table, year: own.year },
    word:
      years === 0
        ? meaning.word
        : word === "share"
          ? word
          : (combineMeasures("last-year", word, "parent") ?? "several-meanings"),
  };
}

/** The table's period, a year earlier. */
export function yearBefore(table: Period | null): Period | null {
  return table === null || table.year === null ? null : { ...table, year: table.year - 1 };
}

/** The period the header itself names, with the table's year where it gives none; null where it names none. */
export function periodOf(meaning: Meaning, table: Period | null): Period | null {
  if (meaning.period === null) return null;
  const year = table?.year ?? null;
  const { period, isLastYear } = meaning.period;
  return withYear(period, isLastYear && year !== null ? year - 1 : year);
}

/** The measure a header's own period makes of it: 2022年1-6月 beside 2023年1-6月 is last year's, 1-5月 the period before. */
export function wordInTime(
  meaning: Meaning,
  own: Period | null,
  table: Period | null
): MeasureWord | null | "several-meanings" {
  const { word, comparedYear } = meaning;
  // 2025年基数 | 2030年目标: where it sets out from, in that year.
  const isStart = own?.kind === "year" && table?.kind === "year" && word === "prior";
  if (isStart && table.year - own.year > 1) return "actual";
  // 目标较2024年增长%: how far the plan lies above that year, and no target.
  if (comparedYear !== null && word === "target" && meaning.isOfRate) return "growth-other";
  if (comparedYear !== null && (word === "prior" || word === "growth" || word === "growth-other"))
    return table?.year === comparedYear + 1 ? "growth" : "growth-other";
  // A share of last year is told by its period: no measure of its own.
  if (word === "share" && own !== null && (meaning.isOfLastYear || isDatedBefore(own, table)))
    return word;
  if (meaning.period === null || own === null) return word;
  const isMonth = own.kind === "month" && table !== null && table.kind !== "month";
  const time = meaning.period.isLastYear
    ? isMonth
      ? "prior-month"
      : "prior"
    : timeWord(own, table, word);
  if (time === null) return word;
  if (time === "prior" && word === "prior") return "prior";
  if (time === "target-part") return "target-part";
  // 2020年基数: the base of a plan, years before.
  if (time === "previous" && word === "prior") return time;
  // A part of the year under 目标 is a target of that part.
  return combineMeasures(time, word ?? "level", "parent") ?? "several-meanings";
}

/** 构成 of 2013年 beside 2014年, of 2023年1-6月 in a table of 2024: the structure of that time. */
function isDatedBefore(own: Period, table: Period | null): boolean {
  return own.kind === "year" || (own.year !== null && table?.year === own.year + 1);
}

function timeWord(own: Period, table: Period | null, word: MeasureWord | null): MeasureWord | null {
  const isTarget = word === "target" || word === "target-part";
  if (isTarget)
    return own.kind === "year" || (own.kind === "cumulative" && own.months === 12)
      ? null
      : "target-part";
  if (table === null || table.year === null || own.year === null) return bareTime(own, table, word);
  const years = table.year - own.year;
  if (own.kind === "year") {
    // 2022年同期 says which year's; 2021年同期 is the base of no growth here.
    if (word === "prior") return years === 1 ? "prior" : "previous";
    if (table.kind === "year") return years === 1 ? "prior" : null;
    return years === 1 ? "prior-year" : null;
  }
  if (years === 1 && isSamePart(own, table)) return "prior";
  return years === 0 ? bareTime(own, table, word) : null;
}

/** Within the year: a month or quarter beside a cumulative value, an earlier cumulative value. */
function bareTime(
  own: Period,
  table: Period | null,
  word: MeasureWord | null = null
): MeasureWord | null {
  if (own.kind === "month") return table?.kind === "month" ? null : "actual-month";
  if (own.kind === "quarter") return table?.kind === "quarter" ? null : "actual-month";
  if (own.kind === "second-half") return table?.kind === "second-half" ? null : "actual-month";
  const isEarlier =
    own.kind === "cumulative" && table?.kind === "cumulative" && own.months < table.months;
  return isEarlier && word === null ? "previous" : null;
}

function isSamePart(a: Period, b: Period): boolean {
  if (a.kind === "cumulative" && b.kind === "cumulative") return a.months === b.months;
  if (a.kind === "quarter" && b.kind === "quarter") return a.quarter === b.quarter;
  if (a.kind === "month" && b.kind === "month") return a.month === b.month;
  if (a.kind === "stock" && b.kind === "stock") return a.month === b.month;
  return a.kind === "second-half" && b.kind === "second-half";
}
