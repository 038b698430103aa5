import { findPeriods, withYear } from "../catalog/periods.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field, Unrecognised } from "../model/table.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import type { Layout } from "./layout.ts";
import { measureOfRow } from "./measure-rows.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { unknownRow } from "./unknown-row.ts";

/** A row that speaks of a period. */
export interface PeriodRow {
  readonly row: GridRow;
  readonly period: Period;
  /** 合计 under the months: in a column of single months it holds all of them. */
  readonly isWhole: boolean;
  /** 年均增长 below the years, 占比 and 同比 below a row of amounts; null in a row of values. */
  readonly said: SaidOfRow | null;
}

/** What a row without a time of its own says of the one above it, and what it is called. */
export interface SaidOfRow {
  readonly measure: "growth-other" | "growth" | "share";
  readonly label: string;
}

const MEAN_OF_YEARS = /年(?:均|平均)(?:递?增长?|增速|增幅)/u;

/**
 * The rows with their periods. A year stands in a column of its own (also merged downwards), before the month (2023年1月,
 * then 2月), or in the title; rows of years in a table of 上半年 are of that part of each year.
 */
export function readPeriodRows(
  layout: Layout,
  columns: readonly number[],
  unrecognised: Unrecognised[]
): readonly PeriodRow[] {
  const { region, words, surroundings } = layout;
  const found: PeriodRow[] = [];
  const below: PeriodRow[] = [];
  const carried = new Map<number, GridCell>();
  let year: number | null = null;
  for (const row of region.data) {
    if (isIndexRow(row)) continue;
    const cells = columns.flatMap((column) => {
      const own = cellIn(row, column);
      if (own !== undefined) carried.set(column, own);
      return own ?? carried.get(column) ?? [];
    });
    const text = cells.map((cell) => cell.text).join("");
    const last = found.at(-1);
    const said = last === undefined ? null : saidBelow(last, text, words);
    if (last !== undefined && said !== null) {
      below.push({ ...last, row, said });
      continue;
    }
    const isNamed = namesWhole(cells, words);
    const period = isNamed ? wholeOf(found) : periodIn(cells);
    if (period === null) {
      if (row.cells.some((cell) => !columns.includes(cell.column) && isDataCell(cell, words)))
        unrecognised.push(unknownRow(row));
      continue;
    }
    const isWhole = isNamed || isOfAll(period, found);
    year = period.year ?? year ?? surroundings.period?.year ?? null;
    found.push({ row, period: withYear(period, year), isWhole, said: null });
  }
  const part = partOfYear(found, surroundings.period);
  const all = [...found, ...below];
  return part === null
    ? all
    : all.map((each) => ({ ...each, period: withYear(part, each.period.year) }));
}

/** 2024 | 1-6月, 2024 | 6, 2024年6月 of one cell. */
export function periodIn(cells: readonly GridCell[]): Period | null {
  const texts = cells.map(({ text }) => {
    if (!/^\d+$/u.test(text)) return text;
    return text.length === 4 ? `${text}年` : `${text}月`;
  });
  const matches = findPeriods(normaliseText(texts.join(""))).filter((match) => !match.isLastYear);
  const precise = matches.find(({ period }) => period.kind !== "year")?.period;
  const year = matches.find(({ period }) => period.kind === "year")?.period.year ?? null;
  return precise === undefined ? (matches[0]?.period ?? null) : withYear(precise, year);
}

function saidBelow({ period }: PeriodRow, label: string, words: Layout["words"]): SaidOfRow | null {
  if (period.kind === "year" && MEAN_OF_YEARS.test(label))
    return { measure: "growth-other", label };
  const measure = measureOfRow(label, words);
  return measure === "share" || measure === "growth" ? { measure, label } : null;
}

/** 合计 under the months. */
function namesWhole(cells: readonly GridCell[], words: Layout["words"]): boolean {
  const last = cells.at(-1);
  return last !== undefined && words(last.text).isTotal;
}

/** The months or quarters above a 合计, from January without a gap. */
function wholeOf(found: readonly PeriodRow[]): Period | null {
  const last = found.at(-1)?.period;
  if (last === undefined || last.kind === "year" || last.kind === "stock") return null;
  const own = found.filter(({ period }) => period.year === last.year);
  let months = 0;
  for (const { period } of own) {
    if (period.kind === "month" && period.month === months + 1) months += 1;
    else if (period.kind === "quarter" && period.quarter * 3 === months + 3) months += 3;
    else if (period.kind === "cumulative" && months === 0) months = period.months;
    else return null;
  }
  return months === 0 ? null : { kind: "cumulative", year: last.year, months };
}

/** 全年 under the quarters. */
function isOfAll(period: Period, found: readonly PeriodRow[]): boolean {
  const before = found.at(-1)?.period.kind;
  if (period.kind !== "cumulative" || (before !== "month" && before !== "quarter")) return false;
  const all = wholeOf(found);
  return all?.kind === "cumulative" && all.months === period.months;
}

/** 历年上半年…情况 over rows of years. */
function partOfYear(found: readonly PeriodRow[], title: Period | null): Period | null {
  if (title === null || title.kind === "year" || title.kind === "stock") return null;
  const years = found.flatMap(({ period }) => (period.kind === "year" ? [period.year] : []));
  if (years.length === 0 || years.length < found.length) return null;
  const isOfAll = title.year === null || title.year === Math.max(...years);
  return isOfAll ? title : null;
}

/** What a header says of the time of its columns, beside their own period. */
export interface HeaderTime {
  /** 累计, over the column or the one that a growth belongs to: from January to the row's month. */
  readonly isFromJanuary: boolean;
  /** The latest of 2022年 | 2023年 | 同比: the year of a growth behind them. */
  readonly year: number | null;
}

/** The time of each field of a header, in order. */
export function headerTimes(fields: readonly Field[]): readonly HeaderTime[] {
  const years = fields.flatMap(({ period }) => (period?.kind === "year" ? [period.year] : []));
  const latest = years.length === 0 ? null : Math.max(...years);
  return fields.map((field, i) => {
    const beside = AMOUNTS.has(field.measure)
      ? undefined
      : fields
          .slice(0, i)
          .reverse()
          .find((each) => AMOUNTS.has(each.measure) && each.indicator.id === field.indicator.id);
    const texts = [...field.path, ...(beside?.path ?? [])];
    return { isFromJanuary: texts.some((text) => /累计|年初|1-本月/u.test(text)), year: latest };
  });
}

const AMOUNTS: ReadonlySet<Measure> = new Set(["actual", "actual-month"]);

/** The period of a header's field in a row: 2023年 over 1-6月, 累计 in the row of June, 本月 in that of 1-6月. */
export function periodOfField(field: Field, row: Period, time: HeaderTime): Period {
  const own = field.period;
  if (own?.kind === "year" && row.kind !== "year")
    return partOf(field, { ...row, year: own.year }, time);
  if (own !== null && row.kind === "year") {
    // 2024年 | 一季度 … 四季度 | 全年: the whole of the row's year.
    const isWhole = own.kind === "cumulative" && own.months === 12 && own.year === null;
    return isWhole ? row : withYear(own, row.year);
  }
  if (own !== null) return own;
  return partOf(field, withYear(row, time.year), time);
}

/** Of the months so far, or of the last of them alone. */
function partOf(field: Field, dated: Period, time: HeaderTime): Period {
  const isOfMonth = field.measure.endsWith("-month");
  if (dated.kind === "month" && !isOfMonth && time.isFromJanuary)
    return { kind: "cumulative", year: dated.year, months: dated.month };
  if (dated.kind === "quarter" && time.isFromJanuary)
    return { kind: "cumulative", year: dated.year, months: dated.quarter * 3 };
  if (dated.kind === "cumulative" && isOfMonth)
    return { kind: "month", year: dated.year, month: dated.months };
  return dated;
}
