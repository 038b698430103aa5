import { formatCell } from "../../src/core/workbook/address.ts";
import type { Book, CellValue, Sheet } from "../../src/core/workbook/book.ts";

/** A cell of a literal grid: a plain value, an error, a formula with its cached value, or a value with a number format. */
export type GridCell =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  | {
      /** With its leading =. */
      readonly f: string;
      /** Cached value; undefined: not calculated. */
      readonly v?: CellValue;
      readonly nf?: string;
    }
  | { readonly v: CellValue; readonly nf: string };

export interface SheetOptions {
  /** Where the grid's top left cell stands; A1 where nothing is said. */
  readonly origin?: { readonly row: number; readonly column: number };
  readonly visibility?: Sheet["visibility"];
  readonly isProtected?: boolean;
  /** Rows and columns of the sheet (from 0) that are hidden. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

interface PlainCell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly isCalculated: boolean;
}

function toPlain(cell: GridCell): PlainCell {
  if (typeof cell === "object" && cell !== null && !("error" in cell)) {
    const isFormula = "f" in cell;
    return {
      value: cell.v ?? null,
      formula: isFormula ? cell.f : null,
      numberFormat: cell.nf ?? "General",
      isCalculated: !isFormula || cell.v !== undefined,
    };
  }
  return { value: cell, formula: null, numberFormat: "General", isCalculated: true };
}

/** A sheet out of a literal grid; short rows are filled with blanks. */
export function sheetOf(
  name: string,
  rows: readonly (readonly GridCell[])[],
  options: SheetOptions = {}
): Sheet {
  const origin = options.origin ?? { row: 0, column: 0 };
  const width = Math.max(0, ...rows.map((row) => row.length));
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, column) => toPlain(row[column] ?? null))
  );
  const notCalculated = new Set<string>();
  grid.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell.isCalculated) {
        notCalculated.add(formatCell({ row: origin.row + r, column: origin.column + c }));
      }
    });
  });
  return {
    name,
    visibility: options.visibility ?? "visible",
    isProtected: options.isProtected ?? false,
    origin,
    values: grid.map((row) => row.map((cell) => cell.value)),
    formulas: grid.map((row) => row.map((cell) => cell.formula)),
    numberFormats: grid.map((row) => row.map((cell) => cell.numberFormat)),
    notCalculated,
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenColumns: new Set(options.hiddenColumns ?? []),
  };
}

/** A book of these sheets, calculated automatically, with nothing of ours in it. */
export function bookOf(...sheets: readonly Sheet[]): Book {
  return {
    name: "book.xlsx",
    sheets,
    calculation: "automatic",
    definedNames: [],
    part: null,
  };
}
