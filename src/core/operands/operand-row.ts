/** The cells of a row, nearest first, and what they are. */

import type { Measure } from "../model/measure.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field, IndicatorTable, Observation } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { CellRef } from "../workbook/address.ts";
import { turnedCell } from "./turn-table.ts";

/** What a row of a table says around a cell; a column, where the zones stand in columns. */
export interface RowMeaning {
  /** The zone of the row (or of the sheet), as printed, and the cell of its name where it has one in this row. */
  readonly zone: { readonly label: string; readonly cell: CellRef | null } | null;
  /** Where the zones stand: a formula that is filled keeps the other line of their names. */
  readonly zonesIn: "rows" | "columns";
  /** The nearest field of the row: first the cell's own, then those before it. */
  readonly field: Field | null;
}

/** A row of a table, as seen from one of its places. */
export interface OperandRow {
  readonly index: TableIndex;
  readonly zonesIn: RowMeaning["zonesIn"];
  /** The row's cells, nearest first. */
  readonly cells: readonly Observation[];
  /** Turned like the table. */
  readonly at: CellRef;
}

/** The cells of a table by row. */
export function rowsOf(table: IndicatorTable): ReadonlyMap<number, readonly Observation[]> {
  const rows = new Map<number, Observation[]>();
  for (const cell of table.cells.flat()) {
    if (cell === null) continue;
    const row = rows.get(cell.at.row);
    if (row === undefined) rows.set(cell.at.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

/** The column itself, then leftwards, then what is right of it. */
export function byNearness(cells: readonly Observation[], column: number): readonly Observation[] {
  return [...cells].sort((a, b) => apart(a, column) - apart(b, column));
}

function apart({ at }: Observation, column: number): number {
  return at.column <= column ? column - at.column : 100_000 + at.column - column;
}

/** How far the nearest cell is from the place. */
export function distanceOf({ cells, at }: Pick<OperandRow, "cells" | "at">): number {
  const [first] = cells;
  return first === undefined ? Infinity : apart(first, at.column);
}

/** The zone of a row, with the cell of its name where that stands in the row. */
export function zoneOf({ label, at: place, role }: Subject, row: OperandRow): RowMeaning["zone"] {
  if (role !== "zone") return null;
  if (place.kind !== "cell" || place.row !== row.at.row) return { label, cell: null };
  const cell = { row: place.row, column: place.column };
  return { label, cell: row.zonesIn === "columns" ? turnedCell(cell) : cell };
}

/** The field a cell of the row belongs to. */
export function fieldOf({ index }: OperandRow, cell: Observation): Field {
  const field = index.table.fields[cell.field];
  if (field === undefined)
    throw new Error(`A cell of field ${cell.field}, which its table has not.`);
  return field;
}

/** The cell of the row nearest to the formula's own, which cannot refer to itself. */
export function nearestCell(
  row: OperandRow,
  indicator: string,
  measure: Measure,
  isWanted: (field: Field) => boolean = () => true
): Observation | undefined {
  return row.cells.find((cell) => {
    const field = fieldOf(row, cell);
    const isSame = field.indicator.id === indicator && field.measure === measure;
    return isSame && cell.at.column !== row.at.column && isWanted(field);
  });
}
