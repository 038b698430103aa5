/** How far a table's rows reach below its header. */

import type { GridRow } from "./grid.ts";
import { isDataCell, isHeaderRow, isImprint, isSentence, looseKindOf } from "./row-kinds.ts";
import type { Words } from "./words.ts";

/** More blank rows than this end a table, whatever follows. */
const MOST_BLANK_ROWS = 2;

/** The rows under a header, up to what ends the table; none where no number stands in them. */
export function dataFrom(
  rows: readonly GridRow[],
  start: number,
  header: readonly GridRow[],
  words: Words
): readonly GridRow[] {
  const left = Math.min(...header.map((row) => row.cells[0]?.column ?? 0));
  let last = (header.at(-1)?.row ?? 0) + 1;
  let end = start;
  for (let i = start; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || row.row - last > MOST_BLANK_ROWS + 1) break;
    const kind = looseKindOf(row);
    if (kind === "note" || kind === "signature" || kind === "caption" || isSentence(row)) break;
    if (isImprint(row)) break;
    if (kind === "page" && !row.cells.some((cell) => cell.kind === "number")) break;
    const isData = row.cells.some((cell) => cell.column > left && isDataCell(cell, words));
    if (!isData && isHeaderRow(row, words) && !isNamedRow(row, words)) break;
    if (!isData && isBand(row, afterPageLines(rows, i + 1), words)) break;
    // After a gap only a named row of numbers goes on: scratch sums under a table are not part of it.
    if (
      row.row - last > 1 &&
      i > start &&
      (!isData || (row.cells[0]?.column ?? 0) > left + 2 || row.cells[0]?.kind !== "text")
    )
      break;
    last = row.row;
    end = i + 1;
  }
  const data = rows.slice(start, end);
  return data.some((row) => row.cells.some((cell) => isDataCell(cell, words))) ? data : [];
}

/** A zone's row without numbers (河津开发区 | 待报 …) looks like no header. */
function isNamedRow(row: GridRow, words: Words): boolean {
  const heads = row.cells.slice(0, 3).map((cell) => words(cell.text));
  return (
    heads.some((word) => word.isZone || word.isTotal) && !heads.some((word) => word.head !== null)
  );
}

/** The next row but 第2页, 单位:亿元 and the like, which stand between a title and its header. */
function afterPageLines(rows: readonly GridRow[], from: number): GridRow | undefined {
  return rows.slice(from, from + 4).find((row) => {
    const kind = looseKindOf(row);
    return kind !== "page" && kind !== "caption";
  });
}

/** 二、规上工业增加值, 续表: a line of its own before the header of the next table. */
function isBand(row: GridRow, next: GridRow | undefined, words: Words): boolean {
  return (
    row.cells.length === 1 &&
    next !== undefined &&
    isHeaderRow(next, words) &&
    !isNamedRow(next, words)
  );
}
