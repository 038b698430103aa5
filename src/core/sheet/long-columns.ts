import { parsePeriod } from "../catalog/periods.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { cellIn, type GridCell } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Region } from "./region.ts";
import { isDataCell } from "./row-kinds.ts";
import type { Word, Words } from "./words.ts";

/** The columns of a long-form extract: what each row speaks of, and where its numbers stand. */
export interface LongColumns {
  readonly zone: number | null;
  readonly indicator: number | null;
  readonly unit: number | null;
  /** 年份, 月份, 期别: together they give the period of a row. */
  readonly periods: readonly number[];
  readonly values: readonly HeaderPath[];
}

const SAMPLE_ROWS = 200;
/** 任务 and 重点工作 over words beside the zones: what each of them has to do, by the names of indicators. */
const OF_TASKS =
  /^(?:重点|主要|年度|考核|目标|工作)*(?:任务|工作|事项|考核内容|工作内容)(?:名称|内容|事项|指标)?$/u;

/**
 * Columns of a table whose rows are single observations: 年份 | 期别 | 开发区 | 指标 | 单位 | 数值, or periods down the rows.
 * undefined where it is no such table.
 */
export function findLongColumns(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): LongColumns | undefined {
  const heads = paths.map((path) => ({
    path,
    words: path.isOwn ? path.texts.map((text) => words(text)) : [],
    ...countCells(region, path.column, words),
  }));
  const named = heads.filter(({ texts, data }) => texts > data);
  const zone = named.find((head) => head.words.some((word) => word.head === "zones"));
  const indicator =
    // 主要经济指标 over 完成 and 是否达标 names them all, and no column.
    named.find(
      (head) =>
        head.words.at(-1)?.head === "indicators" ||
        (zone !== undefined && head.words.some((word) => OF_TASKS.test(word.key)))
    ) ??
    // 开发区 | 项目 with 完成 and 同比 by turns: a row for each measure of a zone.
    (zone === undefined
      ? undefined
      : named.find(
          (head) =>
            head !== zone &&
            // 是否达标 over 达标 and 未达标 answers its own head.
            !isOfValues(head.words) &&
            head.measures > 0 &&
            head.measures + head.years >= head.texts &&
            head.distinct >= 2
        ));
  const [leftmost] = heads.filter(({ all }) => all > 0);
  const periods = heads.filter(
    (head) =>
      // 年份 over years; or a column of nothing but years at the left, whatever its head.
      (head.words.some((word) => word.isPeriodHead) ||
        (head === leftmost && head.distinct >= 2 && !isOfValues(head.words))) &&
      head.periods >= (head.all - head.totals) * 0.8 &&
      head.periods > head.totals
  );
  const isRepeated = periods.some(({ distinct }) => distinct >= 2);
  if (!(zone !== undefined && indicator !== undefined) && !isRepeated) return undefined;
  const unit = heads.find(({ units, texts }) => texts > 0 && units >= texts * 0.6);
  const taken = new Set([zone, indicator, unit, ...periods].map((head) => head?.path.column));
  const values = heads.filter(
    (head) =>
      !taken.has(head.path.column) &&
      head.path.isOwn &&
      !head.words.every((word) => word.isNotMeasure) &&
      (head.data > 0 || head.words.some((word) => word.hasMeasure || word.hasIndicator))
  );
  if (values.length === 0) return undefined;
  return {
    zone: zone?.path.column ?? null,
    indicator: indicator?.path.column ?? null,
    unit: unit?.path.column ?? null,
    periods: periods.map(({ path }) => path.column),
    values: values.map(({ path }) => path),
  };
}

function countCells(
  region: Region,
  column: number,
  words: Words
): {
  all: number;
  texts: number;
  data: number;
  units: number;
  periods: number;
  measures: number;
  /** 2025年 | 2024年 | 同比% by turns. */
  years: number;
  totals: number;
  distinct: number;
} {
  const count = {
    all: 0,
    texts: 0,
    data: 0,
    units: 0,
    periods: 0,
    measures: 0,
    years: 0,
    totals: 0,
  };
  const seen = new Set<string>();
  for (const row of region.data.slice(0, SAMPLE_ROWS)) {
    const cell = cellIn(row, column);
    if (cell === undefined) continue;
    count.all += 1;
    if (cell.kind === "number" || isDataCell(cell, words)) count.data += 1;
    else count.texts += 1;
    if (recogniseUnit(cell.text) !== undefined) count.units += 1;
    if (isPeriodCell(cell)) count.periods += 1;
    const word = words(cell.text);
    if (word.isTotal) count.totals += 1;
    if (/^20\d{2}年$/u.test(word.key)) count.years += 1;
    if (word.hasMeasure && !word.hasIndicator && !word.isNotMeasure) count.measures += 1;
    seen.add(cell.text);
  }
  return { ...count, distinct: seen.size };
}

/** 序号 1 2 3 are no months, nor are counts under the name of an indicator. */
function isOfValues(heads: readonly Word[]): boolean {
  return heads.some((word) => word.hasIndicator || word.hasMeasure || word.isNotMeasure);
}

function isPeriodCell(cell: GridCell): boolean {
  if (cell.kind === "text" || cell.isDate)
    return parsePeriod(cell.text) !== undefined || /^(?:1[0-2]|[1-9])$/u.test(cell.text);
  const { value } = cell;
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    ((value >= 1 && value <= 12) || (value >= 1949 && value <= 2099))
  );
}
