import { parseA1Ref } from "@borgar/fx";
import { formatColumn, quoteSheetName } from "../workbook/address.ts";
import type { Area, CellRef } from "../workbook/address.ts";

/** What a formula with @ or # needs to know of the workbook it stands in. */
export interface SignKnowledge {
  /** The formula's own cell; null for one that stands in none. */
  readonly at: CellRef | null;
  /** What spills from the cell a reference or a name means, now; undefined where nothing does. */
  readonly spillFrom: (reference: string) => Area | undefined;
  /** The cells a name or a part of a table stands for; the sheet is null where it is the formula's own. */
  readonly cellsOf: (
    reference: string
  ) => { readonly sheet: string | null; readonly area: Area } | undefined;
}

/** The cell of a range in the formula's own row or column; #VALUE! where it has none there. */
export function intersected(reference: string, { at, cellsOf }: SignKnowledge): string | undefined {
  const { sheet, cells } = parted(reference);
  const range = areaIn(cells);
  if (range === undefined) {
    if (/\[@|\[#This Row\]/iu.test(reference) && !/\]:\[/u.test(reference)) return reference;
    const named = at === null ? undefined : cellsOf(reference);
    if (named === undefined) return inOwnLine(reference);
    const prefix = named.sheet === null ? "" : `${quoteSheetName(named.sheet)}!`;
    return intersected(`${prefix}${absolute(named.area)}`, { at, cellsOf, spillFrom: nothing });
  }
  const { top = 0, left = 0, bottom = Infinity, right = Infinity } = range;
  if (top === bottom && left === right) return reference;
  if (at === null) return inOwnLine(reference);
  const isInRow = at.row >= top && at.row <= bottom;
  const isInColumn = at.column >= left && at.column <= right;
  if (left === right && isInRow) {
    return `${sheet}${range.$left === true ? "$" : ""}${formatColumn(left)}${at.row + 1}`;
  }
  if (top === bottom && isInColumn) {
    return `${sheet}${formatColumn(at.column)}${range.$top === true ? "$" : ""}${top + 1}`;
  }
  return 'VALUE("?")';
}

function nothing(): undefined {
  return undefined;
}

function absolute({ row, column, rows, columns }: Area): string {
  const corner = (r: number, c: number): string => `$${formatColumn(c)}$${r + 1}`;
  return `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}

function areaIn(cells: string) {
  const reference = parseA1Ref(cells, { allowNamed: false, allowTernary: false });
  if (reference === undefined || !("range" in reference)) return undefined;
  const { top, left, bottom, right, $left, $top } = reference.range;
  return {
    ...(typeof top === "number" ? { top } : {}),
    ...(typeof left === "number" ? { left } : {}),
    ...(typeof bottom === "number" ? { bottom } : typeof top === "number" ? { bottom: top } : {}),
    ...(typeof right === "number" ? { right } : typeof left === "number" ? { right: left } : {}),
    $left,
    $top,
  };
}

/** '运城 指标'!$A$2 in its two halves. */
export function parted(reference: string): { readonly sheet: string; readonly cells: string } {
  const end = reference.lastIndexOf("!") + 1;
  return { sheet: reference.slice(0, end), cells: reference.slice(end) };
}

/** Cells of one row or one column. */
export function isLine(reference: string): boolean {
  const range = areaIn(parted(reference).cells);
  return range !== undefined && (range.left === range.right || range.top === range.bottom);
}

/** The same of a range that only Excel knows, for a formula in any cell. */
export function inOwnLine(range: string): string {
  const row = `INDEX(${range},ROW()-MIN(ROW(${range}))+1)`;
  const column = `INDEX(${range},COLUMN()-MIN(COLUMN(${range}))+1)`;
  const isOne = `ROWS(${range})*COLUMNS(${range})=1`;
  return `IF(${isOne},${range},IF(COLUMNS(${range})=1,${row},${column}))`;
}
