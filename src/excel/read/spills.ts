import { parseArea } from "../../core/index.ts";
import type { ArrayFormula, Book, Sheet } from "../../core/index.ts";
import { isOfficeError } from "../failure.ts";

/** A cell by its sheet, and what # stands behind: A2#, '附表 1'!$A$2#. */
const ANCHOR = /(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?([A-Z]{1,3})\$?([1-9]\d{0,6})#/giu;
const MOST = 2_000;

/**
 * Excel is asked what spills from the cells that formulas of ours name with a #, and of no others: a copy without our
 * functions writes the area. An Excel that cannot be asked (ExcelApi below 1.12) knows no such signs either.
 */
export async function withSpills(context: Excel.RequestContext, book: Book): Promise<Book> {
  const anchors = anchorsIn(book);
  if (anchors.length === 0) return book;
  const asked = anchors.map(({ sheet, cell }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    const spill = range.getSpillingToRangeOrNullObject();
    spill.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, spill };
  });
  try {
    await context.sync();
  } catch (error) {
    if (isOfficeError(error)) return book;
    throw error;
  }
  const found = new Map<string, ArrayFormula[]>();
  for (const { sheet, spill } of asked) {
    if (spill.isNullObject) continue;
    const { rowIndex, columnIndex, rowCount, columnCount } = spill;
    const area = { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
    found.set(sheet, [...(found.get(sheet) ?? []), { area, spills: true }]);
  }
  return { ...book, sheets: book.sheets.map((sheet) => withArrays(sheet, found.get(sheet.name))) };
}

function withArrays(sheet: Sheet, arrays: readonly ArrayFormula[] | undefined): Sheet {
  return arrays === undefined ? sheet : { ...sheet, arrays };
}

function anchorsIn(book: Book): readonly { readonly sheet: string; readonly cell: string }[] {
  const names = new Set(book.sheets.map(({ name }) => name));
  const anchors = new Map<string, { readonly sheet: string; readonly cell: string }>();
  for (const sheet of book.sheets) {
    for (const formula of sheet.formulas.flat()) {
      if (formula === null || !formula.includes("#") || !/ZONE_/iu.test(formula)) continue;
      for (const [, named, column = "", row = ""] of formula.matchAll(ANCHOR)) {
        const home = named === undefined ? sheet.name : unquoted(named);
        const cell = `${column}${row}`.toUpperCase();
        const isThere = names.has(home) && parseArea(cell) !== undefined;
        if (isThere && anchors.size < MOST) anchors.set(`${home}!${cell}`, { sheet: home, cell });
      }
    }
  }
  return [...anchors.values()];
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
