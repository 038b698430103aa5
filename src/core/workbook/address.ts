/** A cell of a sheet. Row and column count from 0. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a sheet: its top left cell (from 0) and its size in cells (at least 1 × 1). */
export interface Area extends CellRef {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle in a named sheet. */
export interface Address {
  readonly sheet: string;
  readonly area: Area;
}

/** Excel's own limits: a sheet has 1,048,576 rows and 16,384 columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Column letters of a column that counts from 0: 0 → A, 26 → AA. */
export function formatColumn(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell in A1 notation, without its sheet: D6. */
export function formatCell(cell: CellRef): string {
  return `${formatColumn(cell.column)}${cell.row + 1}`;
}

/** An area in A1 notation, without its sheet: D6, or A3:M10. */
export function formatArea(area: Area): string {
  const first = formatCell(area);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${formatCell({ row: area.row + area.rows - 1, column: area.column + area.columns - 1 })}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]|[Cc])$/;

/** A sheet's name as a formula writes it: quoted, with quotes doubled, wherever Excel needs it. */
export function quoteSheetName(name: string): string {
  if (PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_CELL.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** An address as people and formulas write it: 经济指标!D6. */
export function formatAddress(address: Address): string {
  return `${quoteSheetName(address.sheet)}!${formatArea(address.area)}`;
}

const A1 = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Reads A1 notation without a sheet (D6, $A$3:M10); undefined for anything else or outside a sheet. */
export function parseArea(text: string): Area | undefined {
  const match = A1.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const left = columnOf(match[1]);
  const top = Number(match[2]) - 1;
  const right = match[3] === undefined ? left : columnOf(match[3]);
  const bottom = match[4] === undefined ? top : Number(match[4]) - 1;
  const row = Math.min(top, bottom);
  const column = Math.min(left, right);
  const lastRow = Math.max(top, bottom);
  const lastColumn = Math.max(left, right);
  if (row < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** The 1 × 1 area of a cell. */
export function areaOfCell(cell: CellRef): Area {
  return { row: cell.row, column: cell.column, rows: 1, columns: 1 };
}
