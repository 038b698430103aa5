/** A rectangle of cell values, as a host hands a range to a function: rows of cells. */
export type Grid<T = unknown> = readonly (readonly T[])[];

/** A host's argument as a grid: a range as it is, a single value (or nothing) as 1 × 1. */
export function toGrid(argument: unknown): Grid {
  if (!Array.isArray(argument)) return [[argument]];
  if (argument.length === 0) return [[null]];
  const given: readonly unknown[] = argument;
  const rows = isGrid(given)
    ? given
    : given.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  return rows[0]?.length === 0 ? [[null]] : rows;
}

function isGrid(rows: readonly unknown[]): rows is readonly (readonly unknown[])[] {
  for (const row of rows) if (!Array.isArray(row)) return false;
  return true;
}

/**
 * Lays grids over one another the way Excel's own operators do: a single cell meets every cell, a row meets every row,
 * a column every column. Undefined where the sizes do not fit. The cells handed to `combine` are its own only until it
 * returns: the same array serves the next place.
 */
export function broadcast<T>(
  grids: readonly Grid[],
  combine: (cells: readonly unknown[]) => T
): Grid<T> | undefined {
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...grids.map(widthOf));
  if (!grids.every((grid) => fits(grid, rows, columns))) return undefined;
  const cells = grids.map((grid) => grid[0]?.[0]);
  const varying = grids.flatMap((grid, index) => (isSingle(grid) ? [] : [{ grid, index }]));
  const results = new Array<T[]>(rows);
  for (let r = 0; r < rows; r += 1) {
    // A column, as nearly always: its rows made in one go take half the time.
    if (columns === 1) {
      for (const { grid, index } of varying) cells[index] = grid[r]?.[0];
      results[r] = [combine(cells)];
      continue;
    }
    const line = new Array<T>(columns);
    for (let c = 0; c < columns; c += 1) {
      for (const { grid, index } of varying) cells[index] = itemAt(itemAt(grid, r) ?? [], c);
      line[c] = combine(cells);
    }
    results[r] = line;
  }
  return results;
}

function isSingle(grid: Grid): boolean {
  return grid.length === 1 && grid[0]?.length === 1;
}

/** The item at a place, or the only one there is. */
function itemAt<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 1 ? items[0] : items[index];
}

/** Of the widest row. A whole column of Excel has a million rows, too many to be the arguments of one call. */
function widthOf(grid: Grid): number {
  let widest = 0;
  for (const row of grid) if (row.length > widest) widest = row.length;
  return widest;
}

function fits(grid: Grid, rows: number, columns: number): boolean {
  if (grid.length !== 1 && grid.length !== rows) return false;
  for (const row of grid) if (row.length !== 1 && row.length !== columns) return false;
  return true;
}
