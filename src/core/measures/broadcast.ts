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

export interface Size {
  readonly rows: number;
  readonly columns: number;
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
  const size = commonSize(grids);
  if (size === undefined) return undefined;
  const results = new Array<T[]>(size.rows);
  forEachPlace(grids, size, (cells, row, column) => {
    putAt(results, size, row, column, combine(cells));
  });
  return results;
}

/** How large grids are when laid over one another; undefined where they do not fit. */
export function commonSize(grids: readonly Grid[]): Size | undefined {
  const widths = grids.map(widthsOf);
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...widths.map(({ widest }) => widest));
  const fits = grids.every((grid) => grid.length === 1 || grid.length === rows);
  const areEven = widths.every(
    ({ narrowest, widest }) => narrowest === widest && (widest === 1 || widest === columns)
  );
  return fits && areEven ? { rows, columns } : undefined;
}

/** The cells that meet at each place, of all rows or some, row by row; the same array serves the next place. */
export function forEachPlace(
  grids: readonly Grid[],
  { rows, columns }: Size,
  visit: (cells: readonly unknown[], row: number, column: number) => void,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: rows }
): void {
  const cells = grids.map((grid) => grid[0]?.[0]);
  const isVarying = grids.map((grid) => !isSingle(grid));
  for (let r = from; r < to; r += 1) {
    // A column, as nearly always.
    if (columns === 1) {
      for (let k = 0; k < grids.length; k += 1) {
        if (isVarying[k] === true) cells[k] = grids[k]?.[r]?.[0];
      }
      visit(cells, r, 0);
      continue;
    }
    for (let c = 0; c < columns; c += 1) {
      for (let k = 0; k < grids.length; k += 1) {
        if (isVarying[k] === true) cells[k] = itemAt(itemAt(grids[k] ?? [], r) ?? [], c);
      }
      visit(cells, r, c);
    }
  }
}

/** Keeps a result at its place. A row of one cell made in one go takes half the time. */
export function putAt<T>(
  results: T[][],
  { columns }: Size,
  row: number,
  column: number,
  result: T
): void {
  if (columns === 1) results[row] = [result];
  else (results[row] ??= new Array<T>(columns))[column] = result;
}

/** The same for numbers, whose rows hold doubles as long as no other code makes rows of texts. */
export function putNumberAt(
  results: unknown[][],
  { columns }: Size,
  row: number,
  column: number,
  result: number
): void {
  if (columns === 1) results[row] = [result];
  else (results[row] ??= new Array<unknown>(columns))[column] = result;
}

export function isSingle(grid: Grid): boolean {
  return grid.length === 1 && grid[0]?.length === 1;
}

/** The item at a place, or the only one there is. */
function itemAt<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 1 ? items[0] : items[index];
}

interface Widths {
  readonly narrowest: number;
  readonly widest: number;
}

/** Of a grid's rows. A whole column of Excel has a million, too many to be the arguments of one call. */
function widthsOf(grid: Grid): Widths {
  let narrowest = Infinity;
  let widest = 0;
  for (const { length } of grid) {
    if (length > widest) widest = length;
    if (length < narrowest) narrowest = length;
  }
  return { narrowest, widest };
}
