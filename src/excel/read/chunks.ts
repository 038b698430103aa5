import type { Area } from "../../core/index.ts";
import type { SheetOutline } from "./outline.ts";

/** A part of a sheet that is read in one round trip: whole rows of its used area. */
export interface Piece {
  readonly sheet: number;
  readonly area: Area;
}

/** Where reading goes on: a sheet, and a row of its used area. */
export interface Cursor {
  readonly sheet: number;
  readonly row: number;
}

export const START: Cursor = { sheet: 0, row: 0 };

/**
 * The next pieces, of about `cells` cells together; a row is never split, so that one piece of one row is the least.
 * Many small sheets share a round trip. `next` is null when everything has been taken.
 */
export function takePieces(
  sheets: readonly SheetOutline[],
  from: Cursor,
  cells: number
): { readonly pieces: readonly Piece[]; readonly next: Cursor | null } {
  const pieces: Piece[] = [];
  let left = cells;
  let row = from.row;
  for (let sheet = from.sheet; sheet < sheets.length; sheet++) {
    const used = sheets[sheet]?.used;
    while (used !== null && used !== undefined && row < used.rows) {
      const affordable = Math.floor(left / used.columns);
      if (affordable === 0 && pieces.length > 0) return { pieces, next: { sheet, row } };
      const rows = Math.min(used.rows - row, Math.max(1, affordable));
      pieces.push({ sheet, area: { ...used, row: used.row + row, rows } });
      left -= rows * used.columns;
      row += rows;
    }
    row = 0;
  }
  return { pieces, next: null };
}

/** An answer may have 5 MB in Excel on the web; we stay well below. */
const TARGET_BYTES = 1_500_000;
const MOST_CELLS = 60_000;
/** Before anything is known of the cells: safe for 300 bytes each. */
export const FIRST_CELLS = 5_000;

/** How many cells to ask for next, from the bytes that those of the last round trip took. */
export function nextChunkSize(bytes: number, cells: number): number {
  const perCell = Math.max(1, bytes / Math.max(1, cells));
  return Math.max(1, Math.min(MOST_CELLS, Math.floor(TARGET_BYTES / perCell)));
}
