/** Where a table's header begins, and how many rows it takes. */

import { isCategoryHead } from "./category-heads.ts";
import { cellIn, type GridRow } from "./grid.ts";
import { continuesHeader, isDataCell, isHeaderRow, looseKindOf } from "./row-kinds.ts";
import type { Words } from "./words.ts";

const MOST_HEADER_ROWS = 9;

/** 环比增长速度(%) over one column of numbers, with nothing over their names: the name and the number stand right below. */
export function isLoneHead(row: GridRow, next: GridRow | undefined, words: Words): boolean {
  const [only, ...others] = row.cells;
  const [name, value] = next?.cells ?? [];
  if (only?.kind !== "text" || others.length > 0 || name === undefined || value === undefined)
    return false;
  const { hasMeasure, hasIndicator } = words(only.text);
  return (
    (hasMeasure || hasIndicator) &&
    looseKindOf(row) === "text" &&
    next?.cells.length === 2 &&
    next.row === row.row + 1 &&
    only.column === value.column &&
    name.kind === "text" &&
    !isDataCell(name, words) &&
    isDataCell(value, words)
  );
}

/**
 * 业务 | 办件量 | 网办件 right over 2025年1-10月 | 2024年1-10月, which begins to the right of it: the upper row of a header, though
 * nobody knows its words.
 */
export function opensHeader(row: GridRow, next: GridRow | undefined, words: Words): boolean {
  const [first, ...others] = row.cells;
  const left = next?.cells[0]?.column ?? 0;
  if (first === undefined) return false;
  // 作业区 | 货物吞吐量(万吨) over 累计 | 同比: one name alone stands where the names of the measures begin.
  const [only] = others;
  const isOneHead =
    others.length === 1 &&
    only?.column === left &&
    !row.cells.some(({ text }) => words(text).hasPeriod || words(text).isUnit);
  return (
    (isOneHead || others.length >= 2) &&
    next?.row === row.row + 1 &&
    first.column < left &&
    others.some(({ column }) => column >= left) &&
    looseKindOf(row) === "text" &&
    row.cells.every((cell) => cell.kind === "text" && !isDataCell(cell, words)) &&
    isHeaderRow(next, words)
  );
}

/** The rows of the header that begins at `start`, with the rows between them that nobody knows. */
export function headerFrom(
  rows: readonly GridRow[],
  start: number,
  words: Words
): readonly GridRow[] {
  const first = rows[start];
  if (first === undefined) return [];
  const left = first.cells[0]?.column ?? 0;
  const header = [first];
  let open: GridRow[] = [];
  for (let i = start + 1; header.length + open.length < MOST_HEADER_ROWS; i++) {
    const row = rows[i];
    const before = open.at(-1) ?? header.at(-1);
    if (row === undefined || before === undefined || row.row - before.row > 2) break;
    if (continuesHeader(row, left, words) || namesLabelColumns(row, first, words)) {
      header.push(...open, row);
      open = [];
    } else if (mayStandBetween(row, left, words)) {
      open.push(row);
    } else {
      if (open.every((line) => fillsGaps(line, header)) && row.cells.some(isOfData)) {
        header.push(...open);
      }
      break;
    }
  }
  return header;

  function isOfData(cell: GridRow["cells"][number]): boolean {
    return isDataCell(cell, words);
  }
}

/** 安排 | 兑付 | 兑付率 right over the numbers, where the head above spans all three: heads, though nobody knows them. */
function fillsGaps({ cells }: GridRow, header: readonly GridRow[]): boolean {
  const above = header.at(-1);
  return (
    above !== undefined &&
    cells.length >= 2 &&
    cells.some(({ column }) => cellIn(above, column) === undefined)
  );
}

/** 三次产业 | 行业 under 行业类别: the heads of the columns of names, under the one head that spans them. */
function namesLabelColumns({ cells }: GridRow, first: GridRow, words: Words): boolean {
  const [corner, next] = first.cells;
  if (corner === undefined || next === undefined || cells.length < 2) return false;
  const isUnderCorner = cells.every(
    ({ column, kind }) => kind === "text" && column >= corner.column && column < next.column
  );
  return (
    isUnderCorner &&
    cells.some(
      ({ text }) => words(text).head !== null || words(text).isNotMeasure || isCategoryHead(text)
    )
  );
}

/** 投资类 | 财税类 between two rows of a header: names nobody knows, none of them at the left. */
function mayStandBetween(row: GridRow, left: number, words: Words): boolean {
  return (
    (row.cells[0]?.column ?? left) > left &&
    row.cells.every((cell) => cell.kind === "text" && !isDataCell(cell, words))
  );
}
