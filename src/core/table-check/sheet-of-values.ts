import type { CellValue, Sheet } from "../workbook/book.ts";

/** A sheet out of the values of a host's range, from A1, formulas and formats unknown; undefined where all is blank. */
export function sheetOfValues(name: string, range: unknown): Sheet | undefined {
  const values = gridOf(range).map((row) => row.map(toCellValue));
  if (values.every((row) => row.every((value) => value === null))) return undefined;
  return {
    name,
    visibility: "visible",
    isProtected: false,
    origin: { row: 0, column: 0 },
    values,
    formulas: values.map((row) => row.map(() => null)),
    numberFormats: values.map((row) => row.map(() => "General")),
    notCalculated: new Set(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

function gridOf(range: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(range)) return [[range]];
  return range.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
}

/** Newer hosts hand formatted numbers in as objects with a basicValue; an error is its text or has its code. */
function toCellValue(cell: unknown): CellValue {
  const value =
    typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
  switch (typeof value) {
    case "string":
      if (value === "") return null;
      return ERROR.test(value) ? { error: value } : value;
    case "number":
    case "boolean":
      return value;
    case "object":
      return value !== null && "code" in value && typeof value.code === "string"
        ? { error: value.code }
        : null;
    default:
      return null;
  }
}

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/u;
