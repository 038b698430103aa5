import type { MeasureWord } from "../catalog/measure-words.ts";
import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { type FieldCore } from "./field-reading.ts";
import { settleAttained, settleDone, settleIncrease } from "./settle-beside.ts";
import { areWords } from "./column-cells.ts";
import { cellIn, type GridRow } from "./grid.ts";
import { readValueColumns, refuse, type ValueColumn } from "./indicator-columns.ts";
import { readIndicatorRows, type IndicatorRow } from "./indicator-rows.ts";
import { findDivisions } from "./row-divisions.ts";
import { settleLastYear } from "./last-year.ts";
import { settleSubjects } from "./members.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { settleGrowths } from "./settle-growths.ts";
import { settleMonths } from "./settle-months.ts";
import { settleUnitsInRows } from "./settle-units.ts";
import { splitPairs } from "./paired-cells.ts";
import { areaOf } from "./regions.ts";
import type { Layout } from "./layout.ts";
import { tablePeriod } from "./table-period.ts";
import { readField } from "./field-of-row.ts";

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
  const told = settleAttained(fields, layout.words);
  const settled = settleUnitsInRows(settleIncrease(settleGrowths(settleMonths(told))));
  for (const { field, row, group } of places) {
    const own = settled[field];
    if (own === undefined) continue;
    for (const subject of cells) subject[field] = null;
    for (const { column, subject, isShared } of group) {
      const line = cells[subject];
      if (isShared && !mayHoldFor(own, drafts[subject])) continue;
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
    rowDivisions: findDivisions(layout.region.data, layout.names),
    unrecognised: mergeRefused(layout, unrecognised, refusedKeys, groups, rows.length),
    filled,
    lost,
  });
}

/** A rate is aimed at by every zone, an amount that names none by all of them together. */
function mayHoldFor({ indicator, measure, unit }: Field, draft: SubjectDraft | undefined): boolean {
  const isRate =
    measure === "pace" ||
    indicator.kind === "rate" ||
    unit?.family === "rate" ||
    unit?.family === "points";
  return isRate || draft?.label.role === "total" || draft?.label.reference === "city";
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
    const values = row.cells.filter((cell) => read.has(cell.column));
    if (!known.has(row.row) && areWords(values, layout.words)) continue;
    for (const cell of row.cells) {
      if (!read.has(cell.column) && !lostColumns.has(cell.column)) continue;
      filled += 1;
      if (!known.has(row.row) || lostColumns.has(cell.column)) lost += 1;
    }
  }
  return { filled, lost: Math.min(filled, lost) };
}
