import { cellAt, findSheet } from "../../core/index.ts";
import type { Area, Book, SheetTable } from "../../core/index.ts";
import { isOfficeError } from "../failure.ts";

/**
 * Excel is asked where its tables lie only when formulas of ours name one: 表1[完成], [@完成]. The names of the columns stand
 * in the header cells, which are read already.
 */
export async function withTables(context: Excel.RequestContext, book: Book): Promise<Book> {
  if (!namesTables(book)) return book;
  const { tables } = context.workbook;
  tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/name");
  try {
    await context.sync();
    const loading = tables.items.map((table) => {
      const range = table.getRange();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      return { table, range };
    });
    await context.sync();
    const found = loading.map(({ table, range }) => {
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
      return tableOf(book, table, { row, column, rows, columns });
    });
    return found.length === 0 ? book : { ...book, tables: found };
  } catch (error) {
    if (isOfficeError(error)) return book;
    throw error;
  }
}

function namesTables({ sheets }: Book): boolean {
  return sheets.some(({ formulas }) =>
    formulas.some((row) =>
      row.some((formula) => formula?.includes("[") === true && /ZONE_/iu.test(formula))
    )
  );
}

function tableOf(book: Book, table: Excel.Table, area: Area): SheetTable {
  const sheet = table.worksheet.name;
  const home = findSheet(book, sheet);
  return {
    name: table.name,
    sheet,
    area,
    headerRows: table.showHeaders ? 1 : 0,
    totalRows: table.showTotals ? 1 : 0,
    columns: Array.from({ length: area.columns }, (_, index) => {
      if (home === undefined || !table.showHeaders) return "";
      const { value } = cellAt(home, area.row, area.column + index);
      return typeof value === "object" ? "" : String(value);
    }),
  };
}
