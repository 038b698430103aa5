/** A rectangle of cell values, as a host hands a range to a function: rows of cells. */
export type Grid<T = unknown> = readonly (readonly T[])[];

/** A host's argument as a grid: a range as it is, a single value (or nothing) as 1 × 1. */
export function toGrid(argument: unknown): Grid {
  if (!Array.isArray(argument)) return [[argument]];
  const rows = argument.map((row: unknown): readonly unknown[] =>
    Array.isArray(row) ? row : [row]
  );
  return rows.length === 0 || rows[0]?.length === 0 ? [[null]] : rows;
}

/**
 * Lays grids over one another the way Excel's own operators do: a single cell meets every cell, a row meets every row,
 * a column every column. Undefined where the sizes do not fit.
 */
export function broadcast<T>(
  grids: readonly Grid[],
  combine: (cells: readonly unknown[]) => T
): Grid<T> | undefined {
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...grids.map(widthOf));
  const fits = grids.every(
    (grid) =>
      (grid.length === 1 || grid.length === rows) &&
      grid.every((row) => row.length === 1 || row.length === columns)
  );
  if (!fits) return undefined;
  return Array.from({ length: rows }, (_row, r) =>
    Array.from({ length: columns }, (_column, c) =>
      combine(grids.map((grid) => cellOf(cellOf(grid, r) ?? [], c)))
    )
  );
}

function widthOf(grid: Grid): number {
  return Math.max(...grid.map((row) => row.length));
}

/** The item at a place, or the only one there is. */
function cellOf<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 1 ? items[0] : items[index];
}
