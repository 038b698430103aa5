import type { CellValue } from "../../core/index.ts";

/** The grids Office.js gives for a range, as they come. */
export interface LoadedGrids {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

export interface SheetGrids {
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly numberFormats: string[][];
}

/** Adds the rows of a piece to a sheet's grids, and gives the bytes they took on the wire, roughly. */
export function appendRows(grids: SheetGrids, loaded: LoadedGrids): number {
  let bytes = 0;
  loaded.values.forEach((row, r) => {
    const values: CellValue[] = [];
    const formulas: (string | null)[] = [];
    const numberFormats: string[] = [];
    row.forEach((raw, c) => {
      const typed = loaded.formulas[r]?.[c];
      const format = loaded.numberFormat[r]?.[c];
      const numberFormat = typeof format === "string" ? format : "General";
      const formula = toFormula(raw, typed, numberFormat);
      values.push(toValue(raw, loaded.valueTypes[r]?.[c], formula));
      formulas.push(formula);
      numberFormats.push(numberFormat);
      bytes += CELL_OVERHEAD + sizeOf(raw) + sizeOf(typed) + sizeOf(numberFormat);
    });
    grids.values.push(values);
    grids.formulas.push(formulas);
    grids.numberFormats.push(numberFormats);
  });
  return bytes;
}

/** Quotes, commas and the type of a value. */
const CELL_OVERHEAD = 24;

/** A Chinese character takes three bytes. */
function sizeOf(value: unknown): number {
  return typeof value === "string" ? value.length * 3 : 12;
}

/** A text cell may hold a text that begins with =; Excel then gives the same for value and formula. */
function toFormula(value: unknown, typed: unknown, numberFormat: string): string | null {
  if (typeof typed !== "string" || !typed.startsWith("=") || typed.length === 1) return null;
  if (numberFormat === "@" && typed === value) return null;
  return withoutPrefixes(typed);
}

/** Excel marks functions it does not know itself, or knew only later, with a prefix the user never sees. */
export function withoutPrefixes(formula: string): string {
  if (!/_xlfn\.|_xldudf_|_xlws\./i.test(formula)) return formula;
  return formula.replaceAll(/"(?:[^"]|"")*"|_xlfn\.|_xlws\.|_xldudf_/gi, (part) =>
    part.startsWith('"') ? part : ""
  );
}

/** Blank cells come as ""; a formula's "" is a text. */
function toValue(value: unknown, type: string | undefined, formula: string | null): CellValue {
  if (type === "Error") return { error: String(value) };
  if (value === "" && formula === null) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  // Data types of Excel's own (stocks, places): no number and no text of the sheet.
  return formula === null ? null : "";
}
