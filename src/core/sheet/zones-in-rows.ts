import { CITIES } from "../catalog/zone-words.ts";
import { zoneKindOf } from "../catalog/zones.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Sheet } from "../workbook/book.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { settleDone, settleIncrease } from "./fields.ts";
import { cellIn, type GridCell, type GridRow } from "./grid.ts";
import { settleSubjects } from "./members.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { isOfRowAbove, measureOfRow, withMeasureRows, type MeasureRow } from "./measure-rows.ts";
import type { NameColumns } from "./name-columns.ts";
import { splitPairs } from "./paired-cells.ts";
import { areaOf } from "./regions.ts";
import { readProjectRows } from "./project-lists.ts";
import { readCategoryLabel } from "./categories.ts";
import { dividesWhole, opensParts } from "./category-heads.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import { isDataCell, isIndexRow } from "./row-kinds.ts";
import { depthOf } from "./row-divisions.ts";
import { joinSplitRows } from "./split-names.ts";
import type { Layout } from "./layout.ts";
import { settlePlans, settleTotals } from "./settle-heads.ts";
import { settleDated, settleLastYear } from "./last-year.ts";
import { settleCounted } from "./settle-counted.ts";
import { settleMonths } from "./settle-months.ts";
import { settlePace, settleUnits } from "./settle-units.ts";
import { latestPeriod, type Surroundings } from "./surroundings.ts";
import type { Words } from "./words.ts";
import { readColumns } from "./zone-columns.ts";

interface ZoneRow {
  readonly row: GridRow;
  readonly draft: SubjectDraft;
}

/** Reads a table whose rows are zones, or projects in them, and whose columns are indicators and measures. */
export function readZonesInRows(layout: Layout): IndicatorTable {
  const unrecognised: Unrecognised[] = [];
  const isProjects = layout.names.names === "projects";
  const measureRows: MeasureRow[] = [];
  const rows = isProjects
    ? readProjectRows(layout, unrecognised)
    : readZoneRows(layout, unrecognised, measureRows);
  const period = tablePeriod(layout);
  const fields = settlePace(
    settleUnits(
      settleDated(
        settleIncrease(
          settleDone(
            settleMonths(
              settleTotals(
                settlePlans(readColumns(layout, period, rows, unrecognised), layout.words)
              )
            )
          )
        ),
        period
      )
    )
  );
  let cells: readonly (readonly (Observation | null)[])[] = readCells(layout.sheet, rows, fields);
  let settled = settleCounted(settleLastYear(fields, cells), cells, layout.surroundings.units);
  if (settled !== fields) cells = readCells(layout.sheet, rows, settled);
  const told = withMeasureRows(layout.sheet, settled, cells, measureRows);
  settled = told.fields;
  cells = told.cells;
  const split = splitPairs(layout.sheet, { fields: settled, cells }, layout.notes);
  settled = split.fields;
  cells = split.cells;
  unrecognised.push(...split.unrecognised);
  const subjects = settleSubjects(
    rows.map(({ draft }) => draft),
    amountsOf(settled, cells)
  ).map((subject) =>
    isProjects && subject.role === "zone" ? { ...subject, role: "project" as const } : subject
  );
  const { filled, lost } = countCells(layout, rows, settled, unrecognised);
  return toTable({
    ...layout,
    area: areaOf([...layout.region.header, ...layout.region.data]),
    orientation: "zones-in-rows",
    period,
    subjects,
    fields: settled,
    cells,
    unrecognised,
    filled,
    lost,
  });
}

const AIMED_AT = /目标|计划|任务|预期|规划/u;

export function tablePeriod(
  layout: Pick<Layout, "surroundings" | "paths">
): Surroundings["period"] {
  const texts = layout.paths.flatMap((path) => path.texts);
  // 2021年 … 2024年 | 2025年目标: what is aimed at is not told of yet.
  const told = texts.filter((text) => !AIMED_AT.test(text));
  const period =
    layout.surroundings.period ?? latestPeriod(told, null) ?? latestPeriod(texts, null);
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
  // 2023年 in the title and 1-6月 in the headers: the months of that year.
  return latestMonths(texts, period.year) ?? period;
}

/** The months that headers count from January within a year, whatever whole years stand beside them: 2025年计划 | 1-6月完成. */
function latestMonths(texts: readonly string[], year: number): Surroundings["period"] {
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

/** 1-6月 among the headers of a table of June. */
function hasMonthsTo(texts: readonly string[], month: number): boolean {
  return texts.some((text) => {
    const own = latestPeriod([text], null);
    return own?.kind === "cumulative" && own.months === month;
  });
}

function readZoneRows(
  layout: Layout,
  unrecognised: Unrecognised[],
  measureRows: MeasureRow[]
): readonly ZoneRow[] {
  const { region, names, words, surroundings } = layout;
  const rows: ZoneRow[] = [];
  const city = surroundings.city ?? onlyCityIn(layout);
  // A row of a single column may have lost its number; one of several that holds none heads the rows below.
  const isWide = layout.paths.filter(({ column }) => !names.all.has(column)).length > 1;
  let group: string | null = null;
  for (const row of joinSplitRows(region.data, names.column)) {
    if (isIndexRow(row)) continue;
    const name = cellIn(row, names.column);
    const grouped = names.groupColumn === null ? undefined : cellIn(row, names.groupColumn);
    if (grouped?.kind === "text" && !words(grouped.text).isTotal) group = grouped.text;
    const values = row.cells.filter((cell) => !names.all.has(cell.column));
    const label = nameOf(name, row, names);
    if (label === undefined) {
      refuseRow(row, values, words, unrecognised);
      continue;
    }
    const measure = values.length === 0 ? null : measureOfRow(label.text, words);
    if (measure !== null && rows.length >= 2) {
      // 占比 under a total: of which whole its columns do not say.
      if (isOfRowAbove(measure))
        measureRows.push({
          row: row.row,
          label: label.text,
          word: measure,
          subject: rows.length - 1,
        });
      else refuseRow(row, values, words, unrecognised);
      continue;
    }
    const isHeading =
      values.length === 0 &&
      !words(label.text).isTotal &&
      (isGroupHeading(label.text, words) || (names.isOfCategories && isWide));
    if (isHeading) {
      group = label.text;
      continue;
    }
    const printed = typeof label.value === "string" ? label.value : label.text;
    const isOnlyPart = group !== null && opensParts(group);
    const own = names.isOfCategories ? readCategoryLabel(printed) : readRowLabel(printed, city);
    const read: RowLabel = isOnlyPart && own.role === "zone" ? { ...own, role: "part" } : own;
    const groupKind = group === null ? null : zoneKindOf(group);
    // 其中:工业类 after the last of the 农业类 speaks of its own kind, not of the group above it.
    const isOther = read.kind !== null && groupKind !== null && groupKind !== read.kind;
    const isOfGroup = read.role === "zone" || read.role === "part" || read.role === "subtotal";
    const kind = read.kind ?? (isOfGroup ? groupKind : null);
    rows.push({
      row,
      draft: {
        label: read,
        at: { kind: "cell", row: row.row, column: label.column },
        group: isOther ? null : group,
        kind,
        depth: depthOf(label),
        isOnlyPart,
      },
    });
  }
  return rows;
}

/** 运城市 among zones and counties, the only city of its rank in the table: the row of the whole. */
function onlyCityIn({ region, names }: Layout): string | null {
  const found = new Set<string>();
  for (const row of region.data) {
    const text = cellIn(row, names.column)?.text ?? "";
    if (text.length <= 6 && text.endsWith("市") && CITIES.has(text.slice(0, -1)))
      found.add(text.slice(0, -1));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** A total is often written across the columns of number, group and name: its text then stands in the first of them. */
function nameOf(
  name: GridCell | undefined,
  row: GridRow,
  names: NameColumns
): GridCell | undefined {
  if (name?.kind === "text") return name;
  return row.cells.find(
    (cell) =>
      cell.kind === "text" &&
      names.all.has(cell.column) &&
      (cell.column < names.column || cell.column === names.groupColumn) &&
      !/^\d+$/u.test(cell.text)
  );
}

/** 一、工业类开发区, 农业类: a line over the zones of a kind. A zone's row may be empty too, and stays a zone. */
function isGroupHeading(text: string, words: Words): boolean {
  const word = words(text);
  if (/^[((]?[一二三四五六七八九十]{1,3}[))、.]/u.test(word.key)) return true;
  if (opensParts(text) || dividesWhole(text) || /^按.{1,10}分(?:组|类)?:?$/u.test(word.key))
    return true;
  return (
    !word.isZone &&
    !word.isReference &&
    (zoneKindOf(text) !== null || /[类型]$|^其中:?$/u.test(word.key))
  );
}

function refuseRow(
  row: GridRow,
  values: readonly GridCell[],
  words: Words,
  unrecognised: Unrecognised[]
): void {
  if (!values.some((cell) => isDataCell(cell, words))) return;
  unrecognised.push({
    area: areaOf([row]),
    reason: "unknown-row",
    text: row.cells
      .map((cell) => cell.text)
      .join(" ")
      .slice(0, 80),
  });
}

function readCells(
  sheet: Sheet,
  rows: readonly ZoneRow[],
  fields: readonly Field[]
): readonly (readonly Observation[])[] {
  return rows.map(({ row }, subject) =>
    fields.map((field) =>
      readObservation(sheet, { row: row.row, column: field.line }, subject, field)
    )
  );
}

function countCells(
  layout: Layout,
  rows: readonly ZoneRow[],
  fields: readonly Field[],
  unrecognised: readonly Unrecognised[]
): { readonly filled: number; readonly lost: number } {
  const lostColumns = new Set(
    unrecognised.filter((part) => part.area.rows > 1).map((part) => part.area.column)
  );
  const read = new Set(fields.map((field) => field.line));
  const known = new Set(rows.map(({ row }) => row.row));
  let [filled, lost] = [0, 0];
  for (const row of layout.region.data) {
    for (const cell of row.cells) {
      if (!lostColumns.has(cell.column) && !read.has(cell.column)) continue;
      filled += 1;
      if (lostColumns.has(cell.column) || !known.has(row.row)) lost += 1;
    }
  }
  return { filled, lost };
}
