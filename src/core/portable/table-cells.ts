import { parseStructRef } from "@borgar/fx";
import type { Area, CellRef } from "../workbook/address.ts";
import type { Book, Sheet, SheetTable } from "../workbook/book.ts";
import { findSheet } from "../workbook/book.ts";

/**
 * The cells a structured reference means: 表1[完成], 表1[[完成]:[目标]], 表1[#All], and [@完成] in a formula of that row.
 * undefined where there is no such table or column.
 */
export function findTableCells(
  text: string,
  book: Book,
  home: Sheet,
  at: CellRef | null
): { readonly sheet: Sheet; readonly area: Area } | undefined {
  if (!text.includes("[") && !isNameOfTable(text, book)) return undefined;
  const reference = text.includes("[") ? parseStructRef(text) : { table: text };
  if (reference === undefined) return undefined;
  const { table: name, columns = [], sections = [] } = reference as StructuredParts;
  const table = (book.tables ?? []).find((one) =>
    name === "" || name === undefined
      ? at !== null && one.sheet === home.name && isWithin(one.area, at)
      : one.name.toLowerCase() === name.toLowerCase()
  );
  const sheet = table === undefined ? undefined : findSheet(book, table.sheet);
  if (table === undefined || sheet === undefined) return undefined;
  const across = columnsOf(table, columns);
  const down = rowsOf(table, sections, sheet === home ? at : null);
  if (across === undefined || down === undefined || down.rows < 1) return undefined;
  return { sheet, area: { ...down, ...across } };
}

interface StructuredParts {
  readonly table?: string;
  readonly columns?: readonly string[];
  readonly sections?: readonly string[];
}

function isNameOfTable(text: string, book: Book): boolean {
  return (book.tables ?? []).some(({ name }) => name.toLowerCase() === text.toLowerCase());
}

function isWithin({ row, column, rows, columns }: Area, at: CellRef): boolean {
  return (
    at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns
  );
}

function columnsOf(
  { area, columns }: SheetTable,
  named: readonly string[]
): Pick<Area, "column" | "columns"> | undefined {
  if (named.length === 0) return { column: area.column, columns: area.columns };
  const places = named.map((name) =>
    columns.findIndex((one) => one.toLowerCase() === name.toLowerCase())
  );
  if (places.includes(-1)) return undefined;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return { column: area.column + first, columns: last - first + 1 };
}

/** Without a section, the rows between header and totals. */
function rowsOf(
  { area, headerRows, totalRows }: SheetTable,
  sections: readonly string[],
  at: CellRef | null
): Pick<Area, "row" | "rows"> | undefined {
  const first = area.row + headerRows;
  const behind = area.row + area.rows - totalRows;
  const has = (section: string): boolean => sections.includes(section);
  if (has("this row")) {
    const isData = at !== null && at.row >= first && at.row < behind;
    return isData ? { row: at.row, rows: 1 } : undefined;
  }
  if (has("all")) return { row: area.row, rows: area.rows };
  const isBare = !has("headers") && !has("totals");
  const top = has("headers") ? area.row : isBare || has("data") ? first : behind;
  const end = has("totals") ? area.row + area.rows : isBare || has("data") ? behind : first;
  return { row: top, rows: end - top };
}
