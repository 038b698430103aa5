import type { Book, CellValue, Sheet } from "../workbook/book.ts";
import { findSheet, isCellError } from "../workbook/book.ts";
import { LEDGER_SHEET } from "../workbook/own-sheets.ts";
import { parseLedgerMeasure } from "./ledger-measures.ts";
import type { LedgerColumn } from "./ledger-words.ts";
import { findLedgerColumn, parseLapsed } from "./ledger-words.ts";
import type { Remark } from "./remark.ts";
import { formatStated } from "./remark.ts";

/** People put titles, logos and notes above a table; no further down than this. */
const HEADER_SEARCH_ROWS = 60;

/** The columns without which a row is not about a finding. */
const NEEDED: readonly LedgerColumn[] = ["code", "place", "remark"];

/**
 * The remarks that stand in a workbook's ledger, in the order of its rows. The ledger is a sheet anyone may have
 * sorted, filtered, given columns or rows: columns are found by their header words, rows that say nothing are left out.
 */
export function readRemarks(book: Book): readonly Remark[] {
  const sheet = findSheet(book, LEDGER_SHEET);
  if (sheet === undefined) return [];
  const header = findHeader(sheet);
  if (header === undefined) return [];
  return sheet.values.slice(header.row + 1).flatMap((_, index) => {
    const remark = readRow(sheet, header.row + 1 + index, header.columns);
    return remark === undefined ? [] : [remark];
  });
}

/** Whether anyone has written a remark in the workbook's ledger. */
export function hasRemarks(book: Book): boolean {
  return readRemarks(book).length > 0;
}

type Columns = ReadonlyMap<LedgerColumn, number>;

function findHeader(sheet: Sheet): { readonly row: number; readonly columns: Columns } | undefined {
  const rows = sheet.values.slice(0, HEADER_SEARCH_ROWS);
  for (const [row, cells] of rows.entries()) {
    const columns = new Map<LedgerColumn, number>();
    cells.forEach((cell, column) => {
      const name = typeof cell === "string" ? findLedgerColumn(cell) : undefined;
      if (name !== undefined && !columns.has(name)) columns.set(name, column);
    });
    if (NEEDED.every((name) => columns.has(name))) return { row, columns };
  }
  return undefined;
}

function readRow(sheet: Sheet, row: number, columns: Columns): Remark | undefined {
  const textOf = (name: LedgerColumn): string => {
    const column = columns.get(name);
    return column === undefined ? "" : toText(sheet.values[row]?.[column] ?? null);
  };
  const text = textOf("remark");
  const code = textOf("code").trim();
  if (text.trim() === "" || !/^[a-z][a-z-]*$/.test(code)) return undefined;
  const place = placeOf(sheet, row, columns.get("place") ?? 0);
  const sheetName = sheetOf(place);
  if (sheetName === undefined) return undefined;
  const orNull = (name: LedgerColumn): string | null => {
    const word = textOf(name).trim();
    return word === "" ? null : word;
  };
  const measure = orNull("measure");
  return {
    sheet: sheetName,
    code,
    zone: orNull("zone"),
    indicator: orNull("indicator"),
    measure: measure === null ? null : parseLedgerMeasure(measure),
    period: orNull("period"),
    text,
    stated: parseLapsed(textOf("state")) ?? textOf("stated"),
    place,
  };
}

/** The address a row shows; out of its link's formula where nobody has calculated it yet. */
function placeOf(sheet: Sheet, row: number, column: number): string {
  const value = toText(sheet.values[row]?.[column] ?? null);
  if (value.includes("!")) return value.trim();
  const formula = sheet.formulas[row]?.[column] ?? "";
  const shown = /^=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)$/i.exec(formula)?.[1];
  return shown?.replaceAll('""', '"') ?? value.trim();
}

/** The sheet of an address as text: all before its last exclamation mark, out of its quotes. */
function sheetOf(place: string): string | undefined {
  const end = place.lastIndexOf("!");
  if (end <= 0) return undefined;
  const name = place.slice(0, end);
  const quoted = /^'(.*)'$/s.exec(name)?.[1];
  return quoted === undefined ? name : quoted.replaceAll("''", "'");
}

function toText(value: CellValue): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "number" ? formatStated(value) : String(value);
}
