import { normaliseText } from "../catalog/normalise.ts";
import type { Area } from "../workbook/address.ts";
import { isCategoryHead } from "./category-heads.ts";
import type { GridRow } from "./grid.ts";
import { cellIn } from "./grid.ts";
import {
  continuesHeader,
  isDataCell,
  isHeaderRow,
  isImprint,
  isSentence,
  looseKindOf,
} from "./row-kinds.ts";
import type { Region } from "./region.ts";
import { splitSideBySide } from "./side-by-side.ts";
import type { Words } from "./words.ts";

export interface Regions {
  readonly regions: readonly Region[];
  /** Rows that belong to no table and are no title, note, caption or signature. */
  readonly strays: readonly GridRow[];
  /** Notes and signature lines, in the order of the sheet. */
  readonly notes: readonly GridRow[];
}

const MOST_HEADER_ROWS = 9;
/** More blank rows than this end a table, whatever follows. */
const MOST_BLANK_ROWS = 2;

/** Cuts the rows of a sheet into tables. One pass: every row is looked at a bounded number of times. */
export function findRegions(rows: readonly GridRow[], words: Words): Regions {
  const regions: Region[] = [];
  const strays: GridRow[] = [];
  const notes: GridRow[] = [];
  let loose: GridRow[] = [];
  let isInNotes = false;
  for (let i = 0; i < rows.length;) {
    const row = rows[i];
    if (row === undefined) break;
    const header = isHeaderRow(row, words)
      ? headerFrom(rows, i, words)
      : isLoneHead(row, rows[i + 1], words)
        ? [row]
        : [];
    const data = header.length > 0 ? dataFrom(rows, i + header.length, header, words) : [];
    if (data.length > 0) {
      addRegion(regions, { preamble: loose, header, data });
      loose = [];
      isInNotes = false;
      i += header.length + data.length;
      continue;
    }
    const kind = looseKindOf(row);
    const isUnder =
      regions.length > 0 &&
      (isSentence(row) || isImprint(row)) &&
      !isFollowedByHeader(rows, i, words);
    if (kind === "note" || kind === "signature" || isUnder) {
      notes.push(row);
      isInNotes = true;
    } else if (kind === "numbers" || (row.cells.length > 1 && kind === "text" && !isInNotes)) {
      strays.push(row);
    } else if (isInNotes && kind === "text" && !isFollowedByHeader(rows, i, words)) {
      notes.push(row);
    } else {
      loose.push(row);
    }
    i += 1;
  }
  // Lines after the last table that are neither note nor caption were read by nobody.
  strays.push(
    ...loose.filter(
      (row) => looseKindOf(row) === "text" && (regions.length === 0 || row.row > lastRow(regions))
    )
  );
  return {
    regions: regions.flatMap((region) => splitSideBySide(region, words)),
    strays: strays.sort((a, b) => a.row - b.row),
    notes,
  };
}

/** 环比增长速度(%) over one column of numbers, with nothing over their names: the name and the number stand right below. */
function isLoneHead(row: GridRow, next: GridRow | undefined, words: Words): boolean {
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

function lastRow(regions: readonly Region[]): number {
  return Math.max(...regions.map((region) => region.data.at(-1)?.row ?? 0));
}

/** A line of text among notes may be the title of the next table: a header follows within three rows. */
function isFollowedByHeader(rows: readonly GridRow[], at: number, words: Words): boolean {
  return rows.slice(at + 1, at + 4).some((row) => isHeaderRow(row, words));
}

function headerFrom(rows: readonly GridRow[], start: number, words: Words): readonly GridRow[] {
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
      break;
    }
  }
  return header;
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

function dataFrom(
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

function addRegion(regions: Region[], found: Pick<Region, "preamble" | "header" | "data">): void {
  const columns = [...found.header, ...found.data].flatMap((row) => [
    row.cells[0]?.column ?? 0,
    row.cells.at(-1)?.column ?? 0,
  ]);
  const region: Region = {
    ...found,
    left: columns.reduce((a, b) => Math.min(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)),
  };
  const before = regions.at(-1);
  if (before !== undefined && isNextPage(before, region)) {
    regions[regions.length - 1] = {
      ...before,
      data: [...before.data, ...region.data],
      left: Math.min(before.left, region.left),
      right: Math.max(before.right, region.right),
    };
    return;
  }
  regions.push(region);
}

/** A page of the same table: the header again, and above it nothing but the title again, 续表 or a page number. */
function isNextPage(before: Region, region: Region): boolean {
  if (signatureOf(before.header) !== signatureOf(region.header)) return false;
  const titles = new Set(
    before.preamble.flatMap((row) => row.cells.map((cell) => withoutPage(cell.text)))
  );
  return region.preamble.every((row) =>
    row.cells.every((cell) => {
      const text = withoutPage(cell.text);
      const isContinuation = /续表?[一二三四五六七八九十\d]*\)?$/u.test(normaliseText(cell.text));
      return (
        text === "" ||
        titles.has(text) ||
        (isContinuation && [...titles].some((title) => title.startsWith(text)))
      );
    })
  );
}

/** 工业投资情况表(续表一) → 工业投资情况表; 第2页 → nothing. */
function withoutPage(text: string): string {
  return normaliseText(text)
    .replace(/\(?续表?[一二三四五六七八九十\d]*\)?$/u, "")
    .replace(/\(?第?\d+页(?:[,、]?共\d+页)?\)?$/u, "")
    .replace(/^续表?:?/u, "");
}

function signatureOf(header: readonly GridRow[]): string {
  return header
    .map((row) => row.cells.map((cell) => `${cell.column}:${cell.text}`).join("|"))
    .join("\n");
}

/** The rectangle that holds these rows' cells. */
export function areaOf(rows: readonly GridRow[]): Area {
  let top = Infinity;
  let bottom = 0;
  let left = Infinity;
  let right = 0;
  for (const { row, cells } of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  if (!Number.isFinite(top) || !Number.isFinite(left))
    return { row: 0, column: 0, rows: 1, columns: 1 };
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The text of a header cell, or null. */
export function headerText(row: GridRow, column: number): string | null {
  const cell = cellIn(row, column);
  if (cell === undefined) return null;
  if (cell.kind === "number" && !cell.isDate) return `${cell.text}年`;
  // #亏损企业: the mark of a part, which footnotes are written with as well, would be lost with the blanks.
  if (
    typeof cell.value === "string" &&
    /^\s*[##]\s*(?:\p{Script=Han}|\d+(?:\.\d+)?[-亿万千])/u.test(cell.value)
  )
    return `其中:${cell.text}`;
  return cell.text;
}
