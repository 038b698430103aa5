import type { Area, Book, CellRef, CellValue, Sheet, WriteIntent } from "../core/index.ts";

/** A workbook file read in full: what core needs (`book`), and what the workbench needs to show it. */
export interface PackageBook {
  readonly book: Book;
  /** Same order as book.sheets. */
  readonly sheets: readonly PackageSheet[];
  /** Cell formats, by the index that PackageSheet.styles holds. */
  readonly styles: readonly CellStyle[];
  readonly definedNames: readonly DefinedName[];
}

export interface PackageSheet {
  readonly sheet: Sheet;
  /** Index into PackageBook.styles, same grid as sheet.values; 0 is the default format. */
  readonly styles: readonly (readonly number[])[];
  readonly merges: readonly Area[];
  /** Width in characters of the default font, by column; columns not listed have the default width. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  /** Height in points, by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly conditionalFormats: readonly PackageConditionalFormat[];
}

export interface CellStyle {
  readonly numberFormat: string;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly color: string | null;
  };
  /** #RRGGBB, theme colours resolved; null is no fill. */
  readonly fill: string | null;
  readonly border: {
    readonly top: BorderEdge | null;
    readonly right: BorderEdge | null;
    readonly bottom: BorderEdge | null;
    readonly left: BorderEdge | null;
  };
  readonly horizontal: "general" | "left" | "center" | "right";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
}

export interface BorderEdge {
  /** SpreadsheetML's words: thin, medium, dashed, dotted, double … */
  readonly style: string;
  readonly color: string | null;
}

/** A conditional format as the file has it, in order of priority. */
export interface PackageConditionalFormat {
  readonly areas: readonly Area[];
  /** SpreadsheetML's type: expression, cellIs, colorScale … */
  readonly type: string;
  readonly operator: string | null;
  /** Without leading =, as the file has them. */
  readonly formulas: readonly string[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly look: {
    readonly fill: string | null;
    readonly fontColor: string | null;
    readonly bold: boolean;
    readonly border: BorderEdge | null;
  };
}

export interface DefinedName {
  readonly name: string;
  /** With its leading =. */
  readonly formula: string;
  /** Sheet the name is limited to, or null for the workbook. */
  readonly sheet: string | null;
}

/** A cell to be put into a file as it now stands: a typed value, or a formula with the value it gave. */
export type CellEdit =
  | { readonly kind: "value"; readonly value: CellValue; readonly numberFormat?: string }
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly value: CellValue;
      readonly numberFormat?: string;
    };

/** What can be done to a file: every intent of a plan, and the cells a user changed in the workbench. null leaves a cell as it is. */
export type PackageEdit =
  | WriteIntent
  | {
      readonly kind: "set-cells";
      readonly sheet: string;
      readonly at: CellRef;
      readonly cells: readonly (readonly (CellEdit | null)[])[];
    };
