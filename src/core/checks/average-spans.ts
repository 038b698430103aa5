import type { Period } from "../model/period.ts";
import { formatPeriod } from "../model/period.ts";
import { fieldsOf, periodOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";

/** Two years of an indicator that a growth over several of them may be taken from. */
export interface YearSpan {
  /** The same for the same span all over a column: so many years back from a row's own, or from one year to another. */
  readonly key: string;
  readonly from: Field;
  readonly to: Field;
  readonly years: number;
  /** The header says so many years, or these. */
  readonly isNamed: boolean;
}

const LEVELS: readonly Measure[] = ["actual", "prior", "previous", "prior-year", "target"];
const NUMERALS = "一二三四五六七八九十";
/** More pairs of years are no question of one header. */
const MOST_YEARS = 16;

/** Whether a header's growth is over several years, and if so whether it is the mean of one year: 年均增长, 比2020年增长. */
export function overYears({ path }: Field): "mean" | "whole" | null {
  const words = path.join("");
  if (/年(?:均|平均)/u.test(words)) return "mean";
  return /[比较](?:20|19)\d\d年|累计增/u.test(words) ? "whole" : null;
}

/** Every two years of the field's indicator, the likeliest first: those the header names, then those that end in its own year. */
export function yearSpans(index: TableIndex, field: Field): readonly YearSpan[] {
  const own = periodOf(index.table, field);
  if (own === null || own.year === null) return [];
  const levels = levelsByYear(index, field, own);
  const years = [...levels.keys()].sort((a, b) => a - b).slice(-MOST_YEARS);
  const named = namedYears(field);
  const spans: YearSpan[] = [];
  for (const to of years) {
    for (const from of years) {
      const [last, first] = [levels.get(to), levels.get(from)];
      if (last === undefined || first === undefined || first.measure === "target") continue;
      // From a year to the next it is a year's growth, save to what is only aimed at.
      if (to - from < (last.measure === "target" ? 1 : 2)) continue;
      const isNamed =
        (named.years === to - from || named.from === from) && (named.to ?? own.year) === to;
      const span = { from: first, to: last, years: to - from, isNamed };
      if (to === own.year) spans.push({ ...span, key: `last ${to - from}` });
      spans.push({ ...span, key: `${from} to ${to}` });
    }
  }
  return [...spans].sort((a, b) => Number(b.isNamed) - Number(a.isNamed));
}

/** The indicator's levels of the same months in each year; what is aimed at stands for a year nothing else tells of. */
function levelsByYear(index: TableIndex, field: Field, own: Period): ReadonlyMap<number, Field> {
  const levels = new Map<number, Field>();
  for (const measure of LEVELS) {
    for (const level of fieldsOf(index, field.indicator.id, measure)) {
      const period = periodOf(index.table, level);
      if (period === null || period.year === null || level.against !== null) continue;
      const isDated = measure === "actual" || level.period !== null;
      if (!isDated || level.unit?.family === "rate" || level.unit?.family === "points") continue;
      const isSamePart = formatPeriod({ ...period, year: 0 }) === formatPeriod({ ...own, year: 0 });
      if (isSamePart && !levels.has(period.year)) levels.set(period.year, level);
    }
  }
  return levels;
}

/** 两年平均 · 五年年均 · "十四五"以来年均 · 2021-2024年年均 · 比2020年增长. */
function namedYears({ path }: Field): {
  readonly years: number | null;
  readonly from: number | null;
  readonly to: number | null;
} {
  const words = path.join("");
  const plan = /十([一二三四五六])五/u.exec(words)?.[1];
  const count = /([两二三四五六七八九十]|\d{1,2})年(?:来|间)?(?:年均|平均)/u.exec(words)?.[1];
  const since = /[比较]((?:20|19)\d\d)年/u.exec(words)?.[1];
  const range = /((?:20|19)\d\d)年?\s*[-—–~~至]+\s*((?:20|19)\d\d)年/u.exec(words);
  return {
    years: count === undefined ? null : numberOf(count),
    from:
      since !== undefined
        ? Number(since)
        : plan !== undefined
          ? 2000 + 5 * (NUMERALS.indexOf(plan) + 1)
          : range === null
            ? null
            : Number(range[1]) - 1,
    to: range === null ? null : Number(range[2]),
  };
}

function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  return text === "两" ? 2 : NUMERALS.indexOf(text) + 1;
}
