import { countColumn } from "./column-counts.ts";
import type { ColumnCount } from "./column-counts.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Region } from "./region.ts";
import type { Words } from "./words.ts";

/** The columns at the left that say what a row is. */
export interface NameColumns {
  readonly names: "zones" | "indicators" | "projects";
  readonly column: number;
  /** 计量单位 of each row, where a column gives it. */
  readonly unitColumn: number | null;
  /** A measure word per row (项目: 完成, 同比), where a second column gives it. */
  readonly measureColumn: number | null;
  /** 类别, 市别: a group merged downwards over its rows. */
  readonly groupColumn: number | null;
  /** The rows are kinds of things (行业, 项目性质, 级别), not zones. */
  readonly isOfCategories: boolean;
  /** All columns that hold names, numbers of rows or codes and no values. */
  readonly all: ReadonlySet<number>;
}

/** Which columns name the rows, and what they name; undefined where none does. */
export function findNameColumns(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): NameColumns | undefined {
  const counts = paths.map((path) => countColumn(region, path, words));
  const candidates = leadingColumns(counts);
  const named = chooseNameColumn(candidates);
  if (named === undefined) return undefined;
  const { column } = named;
  const others = candidates.filter((count) => count.column !== column);
  const isUnit = (count: ColumnCount): boolean =>
    count.texts > 0 && count.units >= count.texts * 0.6;
  const unitColumn =
    counts.find((count) => count.column !== column && isUnit(count) && count.data === count.dashes)
      ?.column ?? null;
  const names = decideNames(named, counts, paths, words);
  const measureColumn =
    names === "indicators"
      ? (others.find(
          (count) =>
            count.column > column &&
            count.column !== unitColumn &&
            !(count.isNotMeasure && count.head === null) &&
            count.measures >= count.texts * 0.6 &&
            count.measures > 1
        )?.column ?? null)
      : null;
  const isGroup = (count: ColumnCount): boolean => count.texts > 0 && count.data === 0;
  const groupColumn =
    names === "zones"
      ? (others.find(
          (count) => count.column < column && isGroup(count) && !isSerial(count, paths)
        ) ??
        others.find((count) => isGroup(count) && count.kinds > 0) ??
        null)
      : null;
  const all = new Set([column, ...others.map((count) => count.column)]);
  if (unitColumn !== null) all.add(unitColumn);
  return {
    names,
    isOfCategories: names === "zones" && named.isCategory,
    column,
    unitColumn,
    measureColumn,
    groupColumn: groupColumn?.column ?? null,
    all,
  };
}

/** 序号 with a 合计 written into it is no group. */
function isSerial(count: ColumnCount, paths: readonly HeaderPath[]): boolean {
  const path = paths.find((candidate) => candidate.column === count.column);
  return path?.texts.some((text) => /^(?:序号|编号|行次|代码|位次|排名)$/u.test(text)) ?? false;
}

/** Columns from the left up to the first that holds values; a column of row numbers or codes is none. */
function leadingColumns(counts: readonly ColumnCount[]): readonly ColumnCount[] {
  const leading: ColumnCount[] = [];
  for (const count of counts) {
    const isNaming =
      !count.isVerdict && (count.head !== null || count.isNotMeasure || count.texts > count.data);
    if (isNaming) leading.push(count);
    else if (count.texts + count.data > 0 && leading.some((other) => other.texts > 0)) break;
  }
  return leading;
}

function chooseNameColumn(candidates: readonly ColumnCount[]): ColumnCount | undefined {
  const filled = candidates.filter((count) => count.texts > 0);
  const sure = filled.filter((count) => count.head === "zones" || count.head === "indicators");
  // 市 | 开发区: the more special of two name columns is the right one, where both hold names.
  const bySure = sure.at(-1);
  if (bySure !== undefined) return bySure;
  const category = filled.filter((count) => count.isCategory && count.data === 0).at(-1);
  const isAlone = filled.every(
    (count) => count.isCategory || count.isNotMeasure || count.zones + count.indicators === 0
  );
  if (category !== undefined && isAlone) return category;
  const open = filled.filter((count) => !count.isNotMeasure && count.units < count.texts);
  return (
    [...open].sort((a, b) => score(b) - score(a))[0] ??
    filled.find((count) => count.zones + count.indicators > 0) ??
    // 单位 over 左权 and 昔阳, which are no units, and no other names: the head is that of whom the numbers are of.
    filled.find(
      (count) => count.head === "open" && count.data === 0 && count.units === 0 && count.texts >= 2
    ) ??
    // 责任单位 over names that nobody knows, and no other names: the rows are theirs.
    filled.filter((count) => count.isOfUnits && count.data === 0 && count.texts >= 2).at(-1)
  );
}

function score(count: ColumnCount): number {
  return (count.zones + count.indicators) * 4 + count.texts + (count.head === "open" ? 2 : 0);
}

function decideNames(
  named: ColumnCount,
  counts: readonly ColumnCount[],
  paths: readonly HeaderPath[],
  words: Words
): "zones" | "indicators" {
  const values = counts.filter((count) => count.data > 0).map((count) => count.column);
  const headers = paths
    .filter((path) => values.includes(path.column))
    .flatMap((path) => path.texts.map((text) => words(text)));
  // 问题类别 | 总数 | 完成 with a 合计 below: things of one kind, which add up as zones do. Names
  // that are all known for indicators are these.
  const areAddedUp =
    named.totals > 0 &&
    ((named.isCategory &&
      named.indicators + named.totals < named.texts &&
      headers.some((word) => word.hasMeasure)) ||
      (named.head === "indicators" && named.indicators < named.texts * 0.5));
  if (areAddedUp) return "zones";
  if (named.head === "indicators" && named.zones <= named.indicators) return "indicators";
  // 类别 | 运城 | 河津 | 永济 over 督导(次), 调研(个): the rows are indicators where no head over their values says anything.
  const isOfIndicators =
    named.isCategory &&
    named.indicators >= named.texts * 0.5 &&
    !headers.some((word) => word.hasIndicator || word.hasMeasure);
  if (isOfIndicators) return "indicators";
  // 险种 | 项目 | 城东街道 | 城西街道: zones across, and beside each thing its measures.
  const hasMeasures = counts.some(
    ({ column, measures, texts, data }) =>
      column > named.column && data === 0 && measures > 1 && measures >= texts * 0.6
  );
  if (named.isCategory && hasMeasures && headers.filter(({ isZone }) => isZone).length >= 2)
    return "indicators";
  if (named.head === "zones" || named.isCategory) return "zones";
  if (named.zones !== named.indicators)
    return named.zones > named.indicators ? "zones" : "indicators";
  // Rows whose names nobody knows: zones under headers that name indicators, indicators under those that name zones or nothing.
  if (headers.some((word) => word.hasIndicator)) return "zones";
  const over = paths.filter((path) => values.includes(path.column));
  return nameAmounts(over, words) ? "zones" : "indicators";
}

/** PM2.5浓度(微克/立方米), 优良天数: heads of amounts that no table knows, of two things at least and over most of the values. */
function nameAmounts(paths: readonly HeaderPath[], words: Words): boolean {
  const named = paths.flatMap(({ texts }) => {
    const own = texts.filter((text) => {
      const { key, tokens, isZone } = words(text);
      const name = tokens.some(({ kind }) => kind === "unknown");
      return name && !isZone && AMOUNT.test(key.replace(/\([^()]*\)$/u, ""));
    });
    return own.slice(0, 1);
  });
  return new Set(named).size >= 2 && named.length * 2 > paths.length;
}

const AMOUNT = /\p{Script=Han}(?:数|率|量|额|值|浓度|面积|比例|人次|指数)$/u;
