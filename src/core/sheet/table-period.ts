/** The period a whole table speaks of, from its title and the headers of its columns. */

import { normaliseText } from "../catalog/normalise.ts";
import { withYear } from "../catalog/periods.ts";
import type { Layout } from "./layout.ts";
import { latestPeriod, type Surroundings } from "./surroundings.ts";

const AT_YEAR_END = /(?:19|20)\d\d年?[底末]/u;
const AIMED_AT = /目标|计划|任务|预期|规划/u;

export function tablePeriod(
  layout: Pick<Layout, "surroundings" | "paths">
): Surroundings["period"] {
  const texts = layout.paths.flatMap((path) => path.texts);
  // 2021年 … 2024年 | 2025年目标: what is aimed at is not told of yet.
  const told = texts.filter((text) => !AIMED_AT.test(text));
  // 至2022年底累计完成 | 1-6月完成: what was there when the year began is of the year before.
  const within = told.filter((text) => !AT_YEAR_END.test(text));
  const period =
    inYearOf(layout.surroundings.period, within) ??
    inYearAimedAt(latestPeriod(within, null), texts) ??
    latestPeriod(told, null) ??
    latestPeriod(texts, null);
  if (period === null) return null;
  // 2023年6月 over 本月 | 本月止累计, or over 6月 | 1-6月: the table runs from January.
  if (period.kind === "month") {
    const isCumulative =
      texts.some((text) => /累计|本月止/u.test(text)) || hasMonthsTo(texts, period.month);
    return isCumulative ? { kind: "cumulative", year: period.year, months: period.month } : period;
  }
  if (period.kind === "stock") {
    // 截至9月底 in the title and 1-9月 in the headers: the months up to that day.
    return hasMonthsTo(texts, period.month)
      ? { kind: "cumulative", year: period.year, months: period.month }
      : period;
  }
  if (period.kind !== "year") return period;
  if (texts.some((text) => isOfWholeYear(text, period.year))) return period;
  // 2023年 in the title and 1-6月 in the headers: the months of that year.
  return latestMonths(texts, period.year) ?? period;
}

/** 上半年 | 下半年 | 全年完成, 2023年底: the year itself stands there, or its close, and no aim or share of it. */
function isOfWholeYear(text: string, year: number): boolean {
  const key = normaliseText(text).replace(new RegExp(`^${year}年`, "u"), "");
  return (
    /^(?:全年|1-12月|下半年)(?:累计|实际)?(?:完成)?(?:数|值|额|情况)?(?:\([^)]*\))?$/u.test(key) ||
    /^[底末]/u.test(key)
  );
}

/** 2023年计划投资 | 1-6月完成投资: the months are of the year that the plan is of. */
function inYearAimedAt(
  period: Surroundings["period"],
  texts: readonly string[]
): Surroundings["period"] {
  if (period === null || period.year !== null) return period;
  const years = texts.filter((text) => AIMED_AT.test(text)).flatMap((text) => yearsIn(text));
  const [year, ...others] = new Set(years);
  return year === undefined || others.length > 0 ? period : withYear(period, year);
}

function yearsIn(text: string): readonly number[] {
  const period = latestPeriod([text], null);
  return period?.kind === "year" ? [period.year] : [];
}

/** The months that headers count from January within a year, whatever whole years stand beside them: 2025年计划 | 1-6月完成. */
function latestMonths(texts: readonly string[], year: number): Surroundings["period"] {
  const quarters = quartersIn(texts, year);
  if (quarters.size >= 2) {
    const last = Math.max(...quarters);
    return last === 4 ? null : { kind: "cumulative", year, months: last * 3 };
  }
  const months = texts.flatMap((text) => {
    if (AIMED_AT.test(text)) return [];
    const own = latestPeriod([text], year);
    return own?.kind === "cumulative" && own.year === year ? [own] : [];
  });
  return months.reduce<(typeof months)[number] | null>(
    (latest, own) => (latest === null || own.months > latest.months ? own : latest),
    null
  );
}

/** 一季度 | 二季度 | 三季度 under 2024年: each by itself, and the first of them no end of the table's time. */
function quartersIn(texts: readonly string[], year: number | null): ReadonlySet<number> {
  return new Set(
    texts.flatMap((text) => {
      const own = /^(?:第)?一季度/u.test(text) ? 1 : null;
      const period = latestPeriod([text], year);
      return own ?? (period?.kind === "quarter" ? period.quarter : []);
    })
  );
}

/** 1-6月 among the headers of a table of June. */
function hasMonthsTo(texts: readonly string[], month: number): boolean {
  return texts.some((text) => {
    const own = latestPeriod([text], null);
    return own?.kind === "cumulative" && own.months === month;
  });
}

/** 一季度经济运行情况 over 2024年1-3月 | 2023年1-3月: the title's months are those of the later year. */
function inYearOf(
  period: Surroundings["period"],
  texts: readonly string[]
): Surroundings["period"] {
  if (period === null || period.year !== null) return period;
  const years = new Set(texts.flatMap((text) => latestPeriod([text], null)?.year ?? []));
  return years.size < 2 ? period : withYear(period, Math.max(...years));
}
