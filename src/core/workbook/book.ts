import type { Area, CellRef } from "./address.ts";

/** An error value of a cell, as it is shown: #REF!, #DIV/0!, #N/A … */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: a number, a text, a truth value, an error, or nothing (null). Dates are serial numbers. */
export type CellValue = number | string | boolean | CellError | null;

/** One cell, looked up. */
export interface Cell {
  readonly value: CellValue;
  /** With its leading =, without Excel's storage prefixes (_xlfn., _xldudf_); null where the cell is typed. */
  readonly formula: string | null;
  /** Excel's format code in the invariant (en-US) notation; "General" where none is set. */
  readonly numberFormat: string;
}

/**
 * One worksheet as plain data: three grids of equal size over the used area.
 * Merged areas are not part of it: Excel cannot be asked for them without losing the user's undo list,
 * so that all readers see the same, they are inferred from blanks and text everywhere.
 */
export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly isProtected: boolean;
  /** Top left cell of the grids. */
  readonly origin: CellRef;
  /** values[row][column]; null is blank. A formula that gives "" holds "". */
  readonly values: readonly (readonly CellValue[])[];
  /** Same size; null where the cell is typed or blank. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** Same size. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Cells (A1) whose formula has no cached value: "not calculated", which is not "missing". */
  readonly notCalculated: ReadonlySet<string>;
  /** Array formulas and what they fill, where the reader can tell: a file says it, Excel does not. */
  readonly arrays?: readonly ArrayFormula[];
  /** Cells (A1) with a formula of our functions that a file stores neither as an array nor as one that spills. */
  readonly plainFormulas?: ReadonlySet<string>;
  /**
   * Formulas (A1 → text, without =) of our functions that a file spells otherwise than Excel would, so that they can be put
   * back as they were.
   */
  readonly storedFormulas?: ReadonlyMap<string, string>;
  /**
   * The whole elements (A1 → XML) in which a file writes formulas of our functions, where they say more than the formula:
   * which cells share one, or what else stands in the element.
   */
  readonly formulaElements?: ReadonlyMap<string, string>;
  /** Rows and columns (from 0) that are hidden, by hand, outline or filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** A picture, chart or text box lies on the sheet. A file says so; Excel is not asked. */
  readonly hasDrawing?: boolean;
}

/** A formula that fills several cells; it stands in the first of them. */
export interface ArrayFormula {
  readonly area: Area;
  /** Spills by itself; else it was entered over the area and can only be changed as a whole. */
  readonly spills: boolean;
}

/** Where a formula stands that is no cell's. */
export type OuterPlace =
  /** sheet: the one the name is limited to; null: it is one of the whole workbook. */
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null }
  /** What a table fills the new rows of a column with, or the total of a column. */
  | {
      readonly kind: "table-column" | "table-total";
      readonly sheet: string;
      readonly table: string;
      readonly column: string;
    };

/** A formula outside of the cells: a name's, or one a table keeps for a column. */
export interface OuterFormula {
  readonly place: OuterPlace;
  /** As a cell's; null where a table keeps none for a column. */
  readonly formula: string | null;
  /** How a file spells it (without =), where not as Excel would and a function of ours is called. */
  readonly stored?: string;
  /** A table's formula that is entered as an array in each row. */
  readonly isArray?: boolean;
}

/** A formula of a setting, of which Excel lets nobody call a function of ours: told, never changed. */
export interface SetFormula {
  readonly kind: "validation" | "condition" | "chart";
  readonly sheet: string;
  /** The cells it is for, as the file lists them; blank of a chart. */
  readonly where: string;
  readonly formula: string;
}

/** A table (ListObject): what 表1[完成] in a formula points at. */
export interface SheetTable {
  readonly name: string;
  readonly sheet: string;
  /** With its header and its totals. */
  readonly area: Area;
  readonly headerRows: number;
  readonly totalRows: number;
  readonly columns: readonly string[];
}

/** A workbook as plain data: what every reader gives and every computation starts from. */
export interface Book {
  /** File or workbook name, as the user knows it. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly calculation: "automatic" | "manual";
  /** Names defined in the workbook (not their contents): a name equal to one of our functions must be told. */
  readonly definedNames: readonly string[];
  /**
   * What the names say, those limited to one sheet among them, and what tables keep for their columns. Of the tables a
   * file tells; Excel keeps them in step with the cells itself.
   */
  readonly outerFormulas?: readonly OuterFormula[];
  /** Formulas of validations, conditional formats and charts that may call a function of ours, where the reader tells. */
  readonly setFormulas?: readonly SetFormula[];
  /** The workbook's tables, where the reader tells of them. */
  readonly tables?: readonly SheetTable[];
  /** The XML of our own part (urn:zone-check:workbook@1), or null where the workbook has none. */
  readonly part: string | null;
}

const BLANK: Cell = { value: null, formula: null, numberFormat: "General" };

/** The cell at a place of the sheet (row and column of the sheet, from 0); a blank one outside the used area. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  const r = row - sheet.origin.row;
  const c = column - sheet.origin.column;
  const values = sheet.values[r];
  if (values === undefined || c < 0 || c >= values.length) return BLANK;
  return {
    value: values[c] ?? null,
    formula: sheet.formulas[r]?.[c] ?? null,
    numberFormat: sheet.numberFormats[r]?.[c] ?? "General",
  };
}

/** Whether a cell's value is an error value. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

export function findSheet(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.name === name);
}
