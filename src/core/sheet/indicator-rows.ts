import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { areWords, mayBeAnswered } from "./column-cells.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import { readMeaning, readTotalScore } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { ValueColumn } from "./indicator-columns.ts";
import type { NameColumns } from "./name-columns.ts";
import { findRowBlocks, readInBlock } from "./row-blocks.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";
import { unknownRow } from "./unknown-row.ts";

/** A row's indicator, and the measure and unit its name or its own columns give. */
export interface IndicatorRow {
  readonly row: GridRow;
  readonly indicator: Indicator;
  readonly meaning: Meaning;
  readonly unit: Unit | null;
  readonly texts: readonly string[];
}

/** The rows of a table that name indicators, each with what its name says; rows of numbers without a name are told. */
export function readIndicatorRows(
  layout: Layout,
  columns: readonly ValueColumn[],
  unrecognised: Unrecognised[]
): readonly IndicatorRow[] {
  const { region, names, words } = layout;
  const rows: IndicatorRow[] = [];
  const isScoreSheet = columns.some(({ meaning }) => meaning.word === "score");
  const used = new Map<string, number>();
  let parent: Indicator | null = null;
  let carried: Indicator | null = null;
  let root: Indicator | null = null;
  const blocks =
    names.measureColumn === null
      ? findRowBlocks(region.data.map((row) => labelOf(row, names, words)?.text ?? null))
      : [];
  for (const [at, row] of region.data.entries()) {
    if (isIndexRow(row)) continue;
    const measure = names.measureColumn === null ? undefined : cellIn(row, names.measureColumn);
    const label = labelOf(row, names, words);
    const values = row.cells.filter((cell) =>
      columns.some((column) => column.column === cell.column)
    );
    const hasData = values.some((cell) => isDataCell(cell, words));
    if (label === undefined && (measure === undefined || carried === null)) {
      if (hasData) unrecognised.push(unknownRow(row));
      continue;
    }
    // 一、工业 over its indicators: a heading, not an indicator without values.
    if (values.length === 0 && isSectionHeading(row, names.column)) continue;
    if (!hasData && values.length === 0 && label !== undefined && !words(label.text).hasIndicator) {
      // 按产业分 under the whole and its other divisions: the rows below are parts of it again.
      if (/^按.{1,10}分(?:组|类)?:?$/u.test(words(label.text).key)) parent = root;
      continue;
    }
    const block = blocks[at] ?? null;
    const texts = [label, measure].flatMap((cell) => (cell === undefined ? [] : [cell.text]));
    if (block !== null && label !== undefined) {
      const read = readMeaning(texts, words);
      const inBlock = readInBlock(block, label.text, {
        indicator: indicatorOf(read, label.text, null),
        meaning: read,
      });
      carried = inBlock.indicator;
      const unitIn = names.unitColumn === null ? undefined : cellIn(row, names.unitColumn);
      rows.push({
        row,
        ...inBlock,
        unit: unitIn === undefined ? null : (recogniseUnit(unitIn.text) ?? null),
        texts,
      });
      continue;
    }
    const isTotalScore = isScoreSheet && label !== undefined && words(label.text).isTotal;
    const meaning = isTotalScore ? readTotalScore(words) : readMeaning(texts, words);
    const isPart = label !== undefined && opensPart(label);
    const unitCell = names.unitColumn === null ? undefined : cellIn(row, names.unitColumn);
    const unit = unitCell === undefined ? null : (recogniseUnit(unitCell.text) ?? null);
    // 龙头企业 | 某铝业集团: words where a row of no unit says what it tells.
    const isOfWords = areWords(values, words) && !mayBeAnswered(texts, words);
    if (isOfWords && unit === null && meaning.units.length === 0) continue;
    // 标准地出让 | 亩: the unit says which of the two is meant.
    const isOfAim = label === undefined && isAimedAt(meaning, rows.at(-1));
    const named = indicatorIn(
      isOfAim && carried !== null ? carried : indicatorOf(meaning, label?.text ?? null, carried),
      unit === null || meaning.indicator === null ? [] : [unit]
    );
    const isOfOther = isBareIndustry(label?.text ?? "") && industryWhole(parent) !== null;
    const found = isOfOther
      ? partOf(parent ?? named, label?.text ?? "")
      : isPart && named.id === parent?.id
        ? partOf(parent, label.text)
        : isPart && parent !== null && named.partOf === null
          ? { ...named, partOf: parent.id }
          : named;
    const indicator = distinct(found, isPart ? parent : null, used);
    if (found !== carried && meaning.word === null && !isPart && !isOfOther) parent = indicator;
    carried = indicator;
    root ??= indicator;
    rows.push({
      row,
      indicator,
      meaning: withRate(meaning, indicator, unit, rows.at(-1)),
      unit,
      texts,
    });
  }
  return rows;
}

/** 其中:工业投资, #工业投资: the mark is no letter of the name, and not kept in it. */
function opensPart({ value, text }: GridCell): boolean {
  return /^\s*(?:其中|[##]|内:)/u.test(typeof value === "string" ? value : text);
}

/** 企业职工养老保险 | 年度目标(人), and 参保人数(人) in the row below: what was aimed at, in the unit of the aim. */
function isAimedAt({ indicator, word, units }: Meaning, above: IndicatorRow | undefined): boolean {
  const isLevel = word === null || word === "level" || word === "actual";
  const [own, aim] = [units[0], above?.meaning.units[0]];
  const isOfAim = above?.meaning.word === "target" && own !== undefined && own.name === aim?.name;
  return indicator === null && isLevel && isOfAim && own.family !== "rate";
}

/** 第一产业 without 增加值, whatever stands before its name. */
function isBareIndustry(label: string): boolean {
  return /^(?:其中:?|#|\(?[一二三\d]\)?[、.]?)*第[一二三]产业$/u.test(normaliseText(label));
}

/** 固定资产投资 or 税收合计 that rows of industries divide; under 地区生产总值, or a row of another kind, they have names of their own. */
function industryWhole(parent: Indicator | null): Indicator | null {
  if (parent === null || parent.kind !== "flow") return null;
  return /投资|税|用电|销售|收入|总产出/u.test(parent.name) ? parent : null;
}

/** 三次产业比重 over 第一产业, all in %: what the row above is of them, they are too. */
function withRate(
  meaning: Meaning,
  indicator: Indicator,
  unit: Unit | null,
  above: IndicatorRow | undefined
): Meaning {
  const isBareRate = meaning.word === null && unit?.family === "rate" && indicator.kind !== "rate";
  const word = above?.meaning.word ?? null;
  const isGiven = word === "share" || word === "growth";
  return isBareRate && isGiven && above?.unit?.name === unit.name
    ? { ...meaning, word, isOfRate: true, against: above.meaning.against }
    : meaning;
}

/** The name of a row, which a part (其中:制造业) may have in a second column of names beside a blank. */
function labelOf(row: GridRow, names: NameColumns, words: Words): GridCell | undefined {
  const own = cellIn(row, names.column);
  if (own !== undefined) return own;
  // 合计 written across the columns of number and name stands in the first of them.
  const across = row.cells.find(
    (cell) => cell.kind === "text" && cell.column < names.column && words(cell.text).isTotal
  );
  if (across !== undefined) return across;
  return row.cells.find(
    (cell) =>
      cell.kind === "text" &&
      cell.column > names.column &&
      names.all.has(cell.column) &&
      cell.column !== names.unitColumn &&
      cell.column !== names.measureColumn &&
      !words(cell.text).isUnit &&
      !/^[A-Za-z]?\d+$/u.test(cell.text)
  );
}

/** 二 | 市场主体, 二、市场主体: a heading numbered in Chinese, over the indicators of its section. */
function isSectionHeading(row: GridRow, column: number): boolean {
  return row.cells.some(
    (cell) =>
      cell.column <= column && /^[((]?[一二三四五六七八九十]{1,3}(?:[))、.]|$)/u.test(cell.text)
  );
}

/** 当年完成投资 below 新开工项目数: money is no measure of things that are counted. */
const MONEY = /(?:投资额?|金额|资金)(?:\(.*\))?$/u;

/** A row that names only a measure (同比增长) goes on with the indicator above it. */
export function indicatorOf(
  meaning: Meaning,
  label: string | null,
  carried: Indicator | null
): Indicator {
  if (meaning.indicator !== null) return meaning.indicator;
  if (meaning.otherName !== null && meaning.otherName !== "")
    return other(meaning.otherName, meaning);
  // 2022年1-6月 under 税收收入: the same of that time.
  const isOfTime = meaning.period !== null || meaning.word !== null;
  const isOther = carried?.kind === "count" && MONEY.test(normaliseText(label ?? ""));
  if (carried !== null && !isOther && (isOfTime || label === null)) return carried;
  return other(label ?? "", meaning);
}

function other(name: string, meaning: Meaning): Indicator {
  const unit =
    meaning.units.find(
      (candidate) => candidate.family !== "rate" && candidate.family !== "points"
    ) ?? null;
  const isRate =
    /率$|比重$|强度$/u.test(name) ||
    (unit === null && meaning.units.length > 0 && meaning.word === null);
  return uncataloguedIndicator(name, unit?.name ?? null, isRate ? "rate" : "level");
}

/** 其中:省外资金 under 到位资金, for which it is another name elsewhere: here it is a part, under its own name. */
function partOf(whole: Indicator, label: string): Indicator {
  const name = cleanLabel(label).replace(/^(?:其中|#|内)[::]?/u, "");
  return { ...whole, id: `other:${name}`, name, isCatalogued: false, partOf: whole.id };
}

/** A name no table knows that stands under two parents (其中:民间 twice) takes the parent's name before it. */
function distinct(
  indicator: Indicator,
  parent: Indicator | null,
  used: Map<string, number>
): Indicator {
  const seen = used.get(indicator.id) ?? 0;
  used.set(indicator.id, seen + 1);
  if (indicator.isCatalogued || seen === 0 || parent === null) return indicator;
  return { ...indicator, id: `other:${parent.name}/${indicator.name}` };
}
