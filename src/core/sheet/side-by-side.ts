import type { GridCell, GridRow } from "./grid.ts";
import { cellIn } from "./grid.ts";
import type { Region } from "./region.ts";
import { isDataCell } from "./row-kinds.ts";
import type { Word, Words } from "./words.ts";

/**
 * Two lists side by side: each half is a table of its own. Their heads of names are the same, or a blank column stands
 * between 县(市、区) and 开发区.
 */
export function splitSideBySide(region: Region, words: Words): readonly Region[] {
  const rows = region.header
    .map(({ cells }) => cells.filter((cell) => words(cell.text).head === "zones"))
    .filter((names) => names.length >= 2);
  const same = rows.find((names) => names.every(({ text }) => text === names[0]?.text));
  const starts =
    same === undefined ? startsApart(region, rows, words) : startsOf(region, same, words);
  return starts.length < 2
    ? [region]
    : starts.map((left, i) =>
        cutColumns(region, starts, left, (starts[i + 1] ?? region.right + 1) - 1)
      );
}

function startsOf(
  region: Region,
  [one, ...others]: readonly GridCell[],
  words: Words
): readonly number[] {
  if (one === undefined) return [];
  // 位次 before the names of the first list alone belongs to it.
  const lead = others.some((cell) => repeatsLead(region, one.column, cell.column, words))
    ? one.column - region.left
    : 0;
  return [region.left, ...others.map((cell) => cell.column - lead)];
}

/** Whether what stands over the columns before the first names stands before the other ones too: 名次 there is 位次 here. */
function repeatsLead(region: Region, one: number, other: number, words: Words): boolean {
  if (one === region.left) return false;
  return region.header.some((row) => {
    const [own, again] = [cellIn(row, one - 1), cellIn(row, other - 1)];
    if (own === undefined || again === undefined) return false;
    return own.text === again.text || [own, again].every(({ text }) => isOfRanks(words(text)));
  });
}

function isOfRanks({ tokens }: Word): boolean {
  return tokens.length === 1 && tokens[0]?.kind === "measure" && tokens[0].word === "rank";
}

/** Where lists begin that a blank column keeps apart, each with names of its own below its head; none elsewhere. */
function startsApart(
  region: Region,
  rows: readonly (readonly GridCell[])[],
  words: Words
): readonly number[] {
  const filled = new Set(region.data.flatMap(({ cells }) => cells.map(({ column }) => column)));
  for (const [one, ...others] of rows) {
    if (one === undefined) continue;
    let before = one.column;
    const starts = others.flatMap(({ column }) => {
      let blank = column - 1;
      while (blank > before && filled.has(blank)) blank -= 1;
      const isApart = blank > before && namesBelow(region, column, words);
      before = column;
      return isApart ? [blank + 1] : [];
    });
    if (starts.length === others.length) return [region.left, ...starts];
  }
  return [];
}

function namesBelow({ data }: Region, column: number, words: Words): boolean {
  const cells = data.flatMap((row) => cellIn(row, column) ?? []);
  const names = cells.filter((cell) => cell.kind === "text" && !isDataCell(cell, words));
  return names.length > 1 && names.length * 2 > cells.length;
}

/** 表1 工业投资 and 表2 税收 in one line: each stands over its own table. A title alone in its line, or with a unit behind it, is of all. */
function ownCaptions(
  row: GridRow,
  starts: readonly number[],
  left: number,
  right: number
): GridRow {
  const within = (from: number, to: number): readonly GridCell[] =>
    row.cells.filter(({ column, kind }) => kind === "text" && column >= from && column <= to);
  const own = within(left, right);
  const isOfEach = starts.every(
    (start, i) => within(start, (starts[i + 1] ?? Infinity) - 1).length > 0
  );
  const isOfForm = row.cells.some(({ text }) => /单\s*位\s*[:：]|时间|日期|编制|制表/u.test(text));
  return isOfEach && !isOfForm ? { row: row.row, cells: own } : row;
}

function cutColumns(
  region: Region,
  starts: readonly number[],
  left: number,
  right: number
): Region {
  const cut = (rows: readonly GridRow[]): readonly GridRow[] =>
    rows
      .map((row) => ({
        row: row.row,
        cells: row.cells.filter((cell) => cell.column >= left && cell.column <= right),
      }))
      .filter((row) => row.cells.length > 0);
  return {
    preamble: region.preamble.map((row) => ownCaptions(row, starts, left, right)),
    header: cut(region.header),
    data: cut(region.data),
    left,
    right,
  };
}
