import { cleanLabel } from "../catalog/normalise.ts";
import { formatCell } from "../workbook/address.ts";
import type { CellValue, Sheet } from "../workbook/book.ts";
import { isCellError } from "../workbook/book.ts";
import { dateOfSerial, parseNumberFormat } from "./number-format.ts";

/** A filled cell, with its true place on the sheet. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** number: also an error, a truth value and a formula that was not calculated; text: anything typed as words. */
  readonly kind: "number" | "text";
  readonly value: CellValue;
  /** As printed without blanks inside; for a number its digits, for a date what a header would have meant by it. */
  readonly text: string;
  readonly isDate: boolean;
}

/** A row with at least one filled cell; cells from left to right. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

/** Rows of a sheet that hold anything. A formula giving "" and a text of blanks hold nothing. */
export function readGrid(sheet: Sheet): readonly GridRow[] {
  const isBilingual = isInTwoLanguages(sheet);
  const rows: GridRow[] = [];
  sheet.values.forEach((values, r) => {
    const cells: GridCell[] = [];
    const row = sheet.origin.row + r;
    for (let c = 0; c < values.length; c++) {
      const printed = values[c] ?? null;
      const value = isBilingual && typeof printed === "string" ? inChinese(printed) : printed;
      const column = sheet.origin.column + c;
      if (value === null) {
        if ((sheet.formulas[r]?.[c] ?? null) === null) continue;
        if (!sheet.notCalculated.has(formatCell({ row, column }))) continue;
      }
      const cell = toGridCell(row, column, value, sheet.numberFormats[r]?.[c] ?? "General");
      if (cell !== undefined) cells.push(cell);
    }
    if (cells.length > 0) rows.push({ row, cells });
  });
  return rows;
}

/** 工业总产值 Output (亿元): the same once more in English, before a unit in brackets. */
const IN_ENGLISH =
  /^([^A-Za-z]*\p{Script=Han}[^A-Za-z]*?)[\s(（/]+[A-Za-z][A-Za-z .,'’&/-]*[)）]?(\s*(?:[(（][^()（）]*[)）])?)$/u;
/** So many heads and names in both are no accident. */
const FEWEST_IN_BOTH = 4;

function isInTwoLanguages({ values }: Sheet): boolean {
  let count = 0;
  for (const row of values) {
    for (const value of row) {
      if (typeof value !== "string" || !/[A-Za-z][a-z]/u.test(value)) continue;
      if (IN_ENGLISH.test(value.trim())) count += 1;
      if (count >= FEWEST_IN_BOTH) return true;
    }
  }
  return false;
}

function inChinese(text: string): string {
  return text.trim().replace(IN_ENGLISH, "$1$2");
}

function toGridCell(
  row: number,
  column: number,
  value: CellValue,
  format: string
): GridCell | undefined {
  if (typeof value === "string") {
    if (value.trim() === "") return undefined;
    const text = cleanLabel(value) || value.trim();
    return { row, column, kind: "text", value, text: misreadMonths(text) ?? text, isDate: false };
  }
  if (typeof value === "number") {
    const date = parseNumberFormat(format, value).isDate ? dateOfSerial(value) : null;
    const text = date === null ? String(value) : headerTextOfDate(date);
    return { row, column, kind: "number", value, text, isDate: date !== null };
  }
  const text = isCellError(value) ? value.error : value === null ? "" : String(value);
  return { row, column, kind: "number", value, text, isDate: false };
}

/** A typed 1-6 became the date 6 January: among headers it means 1-6月. Any other date is a month by its first day. */
function headerTextOfDate(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string {
  if (date.month === 1 && date.day > 1 && date.day <= 12) return `1-${date.day}月`;
  return `${date.year}年${date.month}月`;
}

function misreadMonths(text: string): string | undefined {
  const match = /^(?:1月(\d{1,2})日|(\d{1,2})-Jan)$/u.exec(text);
  const months = Number(match?.[1] ?? match?.[2] ?? 0);
  return months > 1 && months <= 12 ? `1-${months}月` : undefined;
}

/** The cell of a row in a column, or undefined. */
export function cellIn(row: GridRow, column: number): GridCell | undefined {
  let low = 0;
  let high = row.cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = row.cells[middle];
    if (cell === undefined) return undefined;
    if (cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
