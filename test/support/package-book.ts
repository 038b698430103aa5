import type { Book, Sheet } from "../../src/core/workbook/book.ts";
import type { CellStyle, PackageBook, PackageSheet } from "../../src/xlsx/package-book.ts";

/** The format of a cell nobody has formatted. */
export const PLAIN_STYLE: CellStyle = {
  numberFormat: "General",
  font: { name: "宋体", size: 11, bold: false, italic: false, underline: false, color: null },
  fill: null,
  border: { top: null, right: null, bottom: null, left: null },
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
};

/** What a file would give for a book out of literal grids: number formats as the sheets say, no other formatting. */
export function packageBookOf(
  book: Book,
  details: Readonly<Record<string, Partial<PackageSheet>>> = {}
): PackageBook {
  const codes = ["General"];
  const styleOf = (code: string): number => {
    if (!codes.includes(code)) codes.push(code);
    return codes.indexOf(code);
  };
  const sheets = book.sheets.map((sheet) => toPackageSheet(sheet, styleOf, details[sheet.name]));
  return {
    book,
    sheets,
    styles: codes.map((numberFormat) => ({ ...PLAIN_STYLE, numberFormat })),
    definedNames: [],
  };
}

function toPackageSheet(
  sheet: Sheet,
  styleOf: (code: string) => number,
  details: Partial<PackageSheet> = {}
): PackageSheet {
  return {
    sheet,
    styles: sheet.numberFormats.map((line) => line.map(styleOf)),
    merges: [],
    columnWidths: new Map(),
    defaultColumnWidth: 8.43,
    rowHeights: new Map(),
    frozen: { rows: 0, columns: 0 },
    conditionalFormats: [],
    ...details,
  };
}
