import type { Area } from "../workbook/address.ts";
import type { GridRow } from "./grid.ts";
import { cellIn } from "./grid.ts";
import { isHeaderRow, isImprint, isSentence, looseKindOf } from "./row-kinds.ts";
import type { Region } from "./region.ts";
import { splitSideBySide } from "./side-by-side.ts";
import type { Words } from "./words.ts";
import { isNextPage } from "./continued-pages.ts";
import { dataFrom } from "./region-data.ts";
import { headerFrom, isLoneHead, opensHeader } from "./region-header.ts";

export interface Regions {
  readonly regions: readonly Region[];
  /** Rows that belong to no table and are no title, note, caption or signature. */
  readonly strays: readonly GridRow[];
  /** Notes and signature lines, in the order of the sheet. */
  readonly notes: readonly GridRow[];
}

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
    const header =
      isHeaderRow(row, words) || opensHeader(row, rows[i + 1], words)
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

function lastRow(regions: readonly Region[]): number {
  return Math.max(...regions.map((region) => region.data.at(-1)?.row ?? 0));
}

/** A line of text among notes may be the title of the next table: a header follows within three rows. */
function isFollowedByHeader(rows: readonly GridRow[], at: number, words: Words): boolean {
  return rows.slice(at + 1, at + 4).some((row) => isHeaderRow(row, words));
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
