import type { GridCell, GridRow } from "./grid.ts";

/** 〃, ″, 同上: the words of the cell above once more. A number is never meant: offices type it again. */
const DITTO = /^(?:[〃〞″"”]|''|,,|同上|同前)$/u;

/** Rows in which the words that a ditto mark stands for are written out. */
export function writeOutDittos(rows: readonly GridRow[]): readonly GridRow[] {
  const above = new Map<number, GridCell>();
  return rows.map((row) => {
    const hasDitto = row.cells.some(isDitto);
    const cells = hasDitto ? row.cells.map((cell) => writtenOut(cell, above)) : row.cells;
    for (const cell of cells) above.set(cell.column, cell);
    return hasDitto ? { ...row, cells } : row;
  });
}

function isDitto({ kind, text }: GridCell): boolean {
  return kind === "text" && DITTO.test(text);
}

function writtenOut(cell: GridCell, above: ReadonlyMap<number, GridCell>): GridCell {
  const meant = isDitto(cell) ? above.get(cell.column) : undefined;
  return meant?.kind === "text" ? { ...cell, value: meant.value, text: meant.text } : cell;
}
