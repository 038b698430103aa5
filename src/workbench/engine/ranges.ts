import type { IRange } from "@univerjs/core";

import type { Area, CellRef } from "../../core/index.ts";

/** Univer's inclusive corners for an area. */
export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rows - 1,
    endColumn: area.column + area.columns - 1,
  };
}

/** An area for Univer's inclusive corners. Whole rows or columns, which Univer may give as NaN, end at `size`. */
export function toArea(range: IRange, size?: { rows: number; columns: number }): Area {
  const row = Number.isNaN(range.startRow) ? 0 : range.startRow;
  const column = Number.isNaN(range.startColumn) ? 0 : range.startColumn;
  const endRow = Number.isNaN(range.endRow) ? (size?.rows ?? row + 1) - 1 : range.endRow;
  const endColumn = Number.isNaN(range.endColumn)
    ? (size?.columns ?? column + 1) - 1
    : range.endColumn;
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

/** The smallest area around some cells; null for none. */
export function areaAround(cells: Iterable<CellRef>): Area | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const cell of cells) {
    top = Math.min(top, cell.row);
    left = Math.min(left, cell.column);
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  if (bottom < 0) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Every cell of a sparse Univer matrix ({ [row]: { [column]: cell } }). */
export function* cellsOf<T>(
  matrix: { readonly [row: number]: { readonly [column: number]: T } | undefined } | undefined
): Generator<readonly [row: number, column: number, cell: T]> {
  for (const [row, columns] of Object.entries(matrix ?? {})) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      yield [Number(row), Number(column), cell];
    }
  }
}
