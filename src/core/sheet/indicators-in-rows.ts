import { combineMeasures } from "../catalog/combine-measures.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { cleanLabel } from "../catalog/normalise.ts";
import { indicatorIn } from "../catalog/unit-siblings.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { amountsOf, readObservation, toTable, unitInFormats } from "./assemble.ts";
import { resolveField, settleDone, type FieldCore } from "./fields.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import { readMeaning, readTotalScore, type Meaning } from "./header-meaning.ts";
import { readValueColumns, refuse, type ValueColumn } from "./indicator-columns.ts";
import { settleLastYear } from "./last-year.ts";
import { settleSubjects } from "./members.ts";
import { settleMonths } from "./settle-months.ts";
import { settleUnitsInRows } from "./settle-units.ts";
import { splitPairs } from "./paired-cells.ts";
import type { NameColumns } from "./name-columns.ts";
import { areaOf } from "./regions.ts";
import { findRowBlocks, readInBlock } from "./row-blocks.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";
import { tablePeriod } from "./zones-in-rows.ts";

/** A row's indicator, and the measure and unit its name or its own columns give. */
export interface IndicatorRow {
  readonly row: GridRow;
  readonly indicator: Indicator;
  readonly meaning: Meaning;
  readonly unit: Unit | null;
  readonly texts: readonly string[];
}

/** Where no column holds a rate of the indicators, their targets are set for what the rows name. */
const RATES: ReadonlySet<MeasureWord> = new Set(["growth", "fall", "share", "growth-other"]);

/** Reads a table whose rows are indicators: one zone a sheet, or the zones across. */
export function readIndicatorsInRows(layout: Layout): IndicatorTable {
  const unrecognised: Unrecognised[] = [];
  const { columns, subjects: drafts, orientation } = readValueColumns(layout, unrecognised);
  const rows = readIndicatorRows(layout, columns, unrecognised);
  const period = tablePeriod(layout);
  const groups = groupByKey(columns);
  const hasRates = columns.some(
    ({ meaning }) => meaning.isOfRate || RATES.has(meaning.word ?? "level")
  );
  const fields: (Field & FieldCore)[] = [];
  const cells: (Observation | null)[][] = drafts.map(() => []);
  const places: { field: number; row: GridRow; group: readonly ValueColumn[] }[] = [];
  const refusedKeys = new Map<string, { count: number; reason: Unrecognised["reason"] }>();
  for (const row of rows) {
    for (const [key, group] of groups) {
      const [first] = group;
      if (first === undefined) continue;
      const reading = readField(layout, row, first, period, hasRates ? "open" : "levels");
      if (reading.kind === "ignored") continue;
      if (reading.kind === "unrecognised") {
        const isFilled = group.some((column) => cellIn(row.row, column.column) !== undefined);
        if (isFilled)
          refusedKeys.set(key, {
            count: (refusedKeys.get(key)?.count ?? 0) + 1,
            reason: reading.reason,
          });
        if (isFilled) unrecognised.push(...refusedCells(row, group, reading.reason));
        continue;
      }
      const field = fields.length;
      fields.push({
        ...reading.field,
        index: field,
        path: [...row.texts, ...first.texts],
        line: orientation === "zones-in-columns" ? row.row.row : first.column,
        header: first.header,
      });
      places.push({ field, row: row.row, group });
    }
  }
  const settled = settleUnitsInRows(settleMonths(fields));
  for (const { field, row, group } of places) {
    const own = settled[field];
    if (own === undefined) continue;
    for (const subject of cells) subject[field] = null;
    for (const { column, subject } of group) {
      const line = cells[subject];
      if (line !== undefined)
        line[field] = readObservation(layout.sheet, { row: row.row, column }, subject, own);
    }
  }
  const split = splitPairs(
    layout.sheet,
    { fields: settleLastYear(settleDone(settled), cells), cells },
    layout.notes
  );
  unrecognised.push(...split.unrecognised);
  const subjects = settleSubjects(drafts, amountsOf(split.fields, split.cells));
  const { filled, lost } = countCells(layout, rows, columns, unrecognised);
  return toTable({
    ...layout,
    area: areaOf([...layout.region.header, ...layout.region.data]),
    orientation,
    period,
    subjects,
    fields: split.fields,
    cells: split.cells,
    unrecognised: mergeRefused(layout, unrecognised, refusedKeys, groups, rows.length),
    filled,
    lost,
  });
}

function groupByKey(columns: readonly ValueColumn[]): ReadonlyMap<string, readonly ValueColumn[]> {
  const groups = new Map<string, ValueColumn[]>();
  for (const column of columns) {
    const group = groups.get(column.key);
    if (group === undefined) groups.set(column.key, [column]);
    else group.push(column);
  }
  return groups;
}

function readIndicatorRows(
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
      if (hasData)
        unrecognised.push({ area: areaOf([row]), reason: "unknown-row", text: textOf(row) });
      continue;
    }
    // 一、工业 over its indicators: a heading, not an indicator without values.
    if (values.length === 0 && isSectionHeading(row, names.column)) continue;
    if (!hasData && values.length === 0 && label !== undefined && !words(label.text).hasIndicator)
      continue;
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
    const isPart = label !== undefined && /^\s*(?:其中|#|内:)/u.test(label.text);
    const unitCell = names.unitColumn === null ? undefined : cellIn(row, names.unitColumn);
    const unit = unitCell === undefined ? null : (recogniseUnit(unitCell.text) ?? null);
    // 标准地出让 | 亩: the unit says which of the two is meant.
    const named = indicatorIn(
      indicatorOf(meaning, label?.text ?? null, carried),
      unit === null || meaning.indicator === null ? [] : [unit]
    );
    const found =
      isPart && named.id === parent?.id
        ? partOf(parent, label.text)
        : isPart && parent !== null && !named.isCatalogued
          ? { ...named, partOf: parent.id }
          : named;
    const indicator = distinct(found, isPart ? parent : null, used);
    if (found !== carried && meaning.word === null && !isPart) parent = indicator;
    carried = indicator;
    rows.push({ row, indicator, meaning, unit, texts });
  }
  return rows;
}

/** The name of a row, which a part (其中:制造业) may have in a second column of names beside a blank. */
function labelOf(row: GridRow, names: NameColumns, words: Words): GridCell | undefined {
  const own = cellIn(row, names.column);
  if (own !== undefined) return own;
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
  if (carried !== null && (isOfTime || label === null)) return carried;
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

/** What a value column says of a row's indicator. */
export function readField(
  layout: Pick<Layout, "sheet" | "surroundings">,
  row: IndicatorRow,
  column: Pick<ValueColumn, "column" | "meaning" | "texts">,
  period: IndicatorTable["period"],
  targets: "open" | "levels" = "open"
): ReturnType<typeof resolveField> {
  const { meaning: rowMeaning } = row;
  const { meaning } = column;
  const word =
    meaning.word === null
      ? rowMeaning.word
      : combineMeasures(rowMeaning.word, meaning.word, "parent");
  const isContradictory = word === null && meaning.word !== null;
  const isLevel =
    word === null ||
    ![
      "growth",
      "fall",
      "share",
      "difference",
      "rate-change",
      "attainment",
      "pace",
      "rank",
      "growth-month",
      "growth-other",
    ].includes(word);
  const own = [...rowMeaning.units, ...(row.unit === null ? [] : [row.unit])];
  const isOpen = word === "target" || word === "target-part" || word === "gap";
  // 省定目标 beside a level may aim at its growth: the row's unit is the target's only where the header speaks of the year's amount.
  const isAmount = meaning.isOfAmount && !meaning.isOfRate;
  const units =
    isOpen && !isAmount && targets === "open"
      ? meaning.units
      : isLevel
        ? [...meaning.units, ...own]
        : meaning.word === null || meaning.word === "actual"
          ? [...own, ...meaning.units]
          : meaning.units;
  const cellUnit = unitInFormats(layout.sheet, [{ row: row.row.row, column: column.column }]);
  return resolveField(
    {
      ...meaning,
      indicator: row.indicator,
      otherName: null,
      word: word ?? (rowMeaning.word === null && meaning.word === null ? "actual" : word),
      isContradictory: isContradictory || meaning.isContradictory || rowMeaning.isContradictory,
      isUnknownBelow: false,
      against: meaning.against ?? rowMeaning.against,
      reference: rowMeaning.reference,
      units,
      isOfRate: meaning.isOfRate || rowMeaning.isOfRate,
      period: meaning.period ?? rowMeaning.period,
      isNotMeasure: rowMeaning.isNotMeasure,
    },
    { indicator: row.indicator, period, unitLine: layout.surroundings.units, cellUnit }
  );
}

function refusedCells(
  row: IndicatorRow,
  group: readonly ValueColumn[],
  reason: Unrecognised["reason"]
): readonly Unrecognised[] {
  return group
    .filter((column) => cellIn(row.row, column.column) !== undefined)
    .map((column) => ({
      area: { row: row.row.row, column: column.column, rows: 1, columns: 1 },
      reason,
      text: [...row.texts, ...column.texts].join(" / "),
    }));
}

/** A column none of whose rows could be read is told once, not cell by cell. */
function mergeRefused(
  layout: Layout,
  unrecognised: readonly Unrecognised[],
  refused: ReadonlyMap<string, { count: number; reason: Unrecognised["reason"] }>,
  groups: ReadonlyMap<string, readonly ValueColumn[]>,
  rows: number
): readonly Unrecognised[] {
  const whole = [...refused]
    .filter(([, { count }]) => rows > 1 && count >= rows)
    .flatMap(([key, { reason }]) =>
      (groups.get(key) ?? []).map((column) => ({ column: column.column, reason }))
    );
  const columns = new Set(whole.map(({ column }) => column));
  return [
    ...unrecognised.filter(
      (part) => !(part.area.rows === 1 && part.area.columns === 1 && columns.has(part.area.column))
    ),
    ...whole.flatMap(({ column, reason }) => {
      const path = layout.paths.find((candidate) => candidate.column === column);
      return path === undefined ? [] : [refuse(layout, path, reason)];
    }),
  ];
}

function textOf(row: GridRow): string {
  return row.cells
    .map((cell) => cell.text)
    .join(" ")
    .slice(0, 80);
}

function countCells(
  layout: Layout,
  rows: readonly IndicatorRow[],
  columns: readonly ValueColumn[],
  unrecognised: readonly Unrecognised[]
): { readonly filled: number; readonly lost: number } {
  const known = new Set(rows.map(({ row }) => row.row));
  const read = new Set(columns.map((column) => column.column));
  const lostColumns = new Set(
    unrecognised.filter((part) => part.area.rows > 1).map((part) => part.area.column)
  );
  const lostCells = unrecognised.filter(
    (part) => part.area.rows === 1 && part.area.columns === 1
  ).length;
  let [filled, lost] = [0, lostCells];
  for (const row of layout.region.data) {
    for (const cell of row.cells) {
      if (!read.has(cell.column) && !lostColumns.has(cell.column)) continue;
      filled += 1;
      if (!known.has(row.row) || lostColumns.has(cell.column)) lost += 1;
    }
  }
  return { filled, lost: Math.min(filled, lost) };
}
