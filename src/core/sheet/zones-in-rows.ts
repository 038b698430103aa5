import type { Field, IndicatorTable, Observation, Unrecognised } from "../model/table.ts";
import type { Sheet } from "../workbook/book.ts";
import { amountsOf, readObservation, toTable } from "./assemble.ts";
import { settleAttained, settleChange, settleDone, settleIncrease } from "./settle-beside.ts";
import { settleSubjects } from "./members.ts";
import { withMeasureRows, type MeasureRow } from "./measure-rows.ts";
import { splitPairs } from "./paired-cells.ts";
import { areaOf } from "./regions.ts";
import { readProjectRows } from "./project-rows.ts";
import { withRepeatedParts } from "./repeated-parts.ts";
import type { Layout } from "./layout.ts";
import { settlePlans, settleTotals } from "./settle-heads.ts";
import { settleDated, settleLastYear } from "./last-year.ts";
import { settleCounted } from "./settle-counted.ts";
import { settleMonths, settleTitledMonth } from "./settle-months.ts";
import { settleGrowths } from "./settle-growths.ts";
import { settleShares } from "./settle-shares.ts";
import { settlePace, settleUnits } from "./settle-units.ts";
import { readColumns } from "./zone-columns.ts";
import { tablePeriod } from "./table-period.ts";
import { readZoneRows } from "./zone-rows.ts";
import type { ZoneRow } from "./zone-rows.ts";

/** Reads a table whose rows are zones, or projects in them, and whose columns are indicators and measures. */
export function readZonesInRows(layout: Layout): IndicatorTable {
  const unrecognised: Unrecognised[] = [];
  const isProjects = layout.names.names === "projects";
  const measureRows: MeasureRow[] = [];
  const rows = isProjects
    ? readProjectRows(layout, unrecognised)
    : withRepeatedParts(readZoneRows(layout, unrecognised, measureRows));
  const period = tablePeriod(layout);
  const { title } = layout.surroundings;
  const told = settleAttained(readColumns(layout, period, rows, unrecognised), layout.words);
  const timed = settleTitledMonth(settlePlans(told, layout.words), title);
  const fields = settlePace(
    settleUnits(
      settleDated(
        settleIncrease(settleDone(settleGrowths(settleMonths(settleTotals(timed))))),
        period
      )
    )
  );
  let cells: readonly (readonly (Observation | null)[])[] = readCells(layout.sheet, rows, fields);
  let settled = settleCounted(
    settleChange(settleLastYear(fields, cells), cells),
    cells,
    layout.surroundings.units
  );
  if (settled !== fields) cells = readCells(layout.sheet, rows, settled);
  const below = withMeasureRows(layout.sheet, settled, cells, measureRows);
  settled = settleShares(below.fields, below.cells, layout.words);
  cells = below.cells;
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
  const read = [...rows.map(({ row }) => row.row), ...measureRows.map(({ row }) => row)];
  const { filled, lost } = countCells(layout, read, settled, unrecognised);
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
  rows: readonly number[],
  fields: readonly Field[],
  unrecognised: readonly Unrecognised[]
): { readonly filled: number; readonly lost: number } {
  const lostColumns = new Set(
    unrecognised.filter((part) => part.area.rows > 1).map((part) => part.area.column)
  );
  const read = new Set(fields.map((field) => field.line));
  const known = new Set(rows);
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
