import type {
  IColumnData,
  ICellData,
  IObjectArrayPrimitiveType,
  IObjectMatrixPrimitiveType,
  IRowData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import { BooleanNumber, LocaleType } from "@univerjs/core";

import { formatCell } from "../../core/index.ts";
import type { DefinedName, PackageBook, PackageSheet } from "../../xlsx/package-book.ts";
import { toCellData } from "./cell-values.ts";
import { toStyle } from "./cell-styles.ts";
import { toRuleSnapshot } from "./conditional-rules.ts";
import { toRange } from "./ranges.ts";
import { sheetIdAt } from "./sheet-ids.ts";

/** Room around the data, so that a sheet looks endless for as long as somebody tries it out. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 12;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 30;
const PIXELS_PER_POINT = 96 / 72;
/** Excel's widest digit of the default font, in pixels. */
const DIGIT_PIXELS = 7;

/** Points to pixels at 96 dpi. */
export function toPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** Pixels at 96 dpi to points. */
export function toPoints(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}

/** A column's width in characters as pixels (ECMA-376 §18.3.1.13). */
function columnPixels(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
}

/**
 * A workbook file as Univer's snapshot. Values keep what the file cached (nothing is recalculated on opening, as in
 * Excel); formulas without a cached value are computed at once.
 */
export function toWorkbookData(
  workbook: PackageBook,
  unitId: string,
  fallbackFonts: readonly string[]
): IWorkbookData {
  const sheets = workbook.sheets.map((sheet, index) => toSheetData(sheet, sheetIdAt(index)));
  return {
    id: unitId,
    name: workbook.book.name,
    appVersion: "0.25.1",
    locale: LocaleType.ZH_CN,
    styles: Object.fromEntries(
      workbook.styles.map((style, index) => [`style-${index}`, toStyle(style, fallbackFonts)])
    ),
    defaultStyle: { ff: ["宋体", ...fallbackFonts].join(","), fs: 11 },
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [toRuleSnapshot(workbook), toNameSnapshot(workbook)],
  };
}

function toSheetData(
  packageSheet: PackageSheet,
  id: string
): Partial<IWorksheetData> & { id: string } {
  const { sheet, frozen } = packageSheet;
  const rows = sheet.origin.row + sheet.values.length;
  const columns = sheet.origin.column + (sheet.values[0]?.length ?? 0);
  const rowData: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  for (const [row, points] of packageSheet.rowHeights) {
    rowData[row] = { h: toPixels(points), ia: BooleanNumber.FALSE };
  }
  for (const row of sheet.hiddenRows) rowData[row] = { ...rowData[row], hd: BooleanNumber.TRUE };
  const columnData: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  for (const [column, width] of packageSheet.columnWidths) {
    columnData[column] = { w: columnPixels(width) };
  }
  for (const column of sheet.hiddenColumns) {
    columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  }
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST_ROWS, rows + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, columns + SPARE_COLUMNS),
    defaultColumnWidth: columnPixels(packageSheet.defaultColumnWidth),
    defaultRowHeight: 20,
    cellData: toCells(packageSheet),
    rowData,
    columnData,
    mergeData: packageSheet.merges.map((area) => toRange(area)),
    ...(frozen.rows > 0 || frozen.columns > 0
      ? {
          freeze: {
            xSplit: frozen.columns,
            ySplit: frozen.rows,
            startRow: frozen.rows > 0 ? frozen.rows : -1,
            startColumn: frozen.columns > 0 ? frozen.columns : -1,
          },
        }
      : {}),
  };
}

function toCells(packageSheet: PackageSheet): IObjectMatrixPrimitiveType<ICellData> {
  const { sheet, styles } = packageSheet;
  const cells: IObjectMatrixPrimitiveType<ICellData> = {};
  sheet.values.forEach((line, r) => {
    const row = sheet.origin.row + r;
    const target: Record<number, ICellData> = {};
    line.forEach((value, c) => {
      const column = sheet.origin.column + c;
      const style = styles[r]?.[c] ?? 0;
      const cell: ICellData = style === 0 ? {} : { s: `style-${style}` };
      const formula = sheet.formulas[r]?.[c] ?? null;
      if (formula !== null) cell.f = formula;
      if (value !== null && !sheet.notCalculated.has(formatCell({ row, column }))) {
        Object.assign(cell, toCellData(value));
      }
      if (Object.keys(cell).length > 0) target[column] = cell;
    });
    if (Object.keys(target).length > 0) cells[row] = target;
  });
  return cells;
}

const PLAIN_REFERENCE =
  /^(?:(?:'[^']+'|[^!'"()+*/&<>=,]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

function toNameSnapshot(workbook: PackageBook): { name: string; data: string } {
  const names = workbook.definedNames.map((name, index) => toName(workbook, name, index));
  return {
    name: "SHEET_DEFINED_NAME_PLUGIN",
    data: JSON.stringify(Object.fromEntries(names.map((name) => [name.id, name]))),
  };
}

export function toName(
  workbook: PackageBook,
  { name, formula, sheet }: DefinedName,
  index: number
) {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  const sheetIndex = workbook.sheets.findIndex((candidate) => candidate.sheet.name === sheet);
  return {
    id: `name-${index + 1}`,
    name,
    formulaOrRefString: PLAIN_REFERENCE.test(text) ? text : `=${text}`,
    localSheetId: sheetIndex < 0 ? "AllDefaultWorkbook" : sheetIdAt(sheetIndex),
  };
}
