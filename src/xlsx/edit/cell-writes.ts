import { isCellError } from "../../core/index.ts";
import type { CellValue } from "../../core/index.ts";
import { encodeCellText, escapeText } from "../xml/text.ts";

/** A cell as it is to be written. */
export interface CellWrite {
  /** Its t attribute, or null for numbers and blanks. */
  readonly type: string | null;
  /** What stands in the cell element; the prefix is that of the sheet's elements. */
  readonly body: (prefix: string) => string;
  /** Index of its format, or null to keep the one the cell has. */
  readonly style: number | null;
  /** Whether it is a formula, and whether its value stands beside it. */
  readonly formula: "none" | "calculated" | "uncalculated";
  /** The cm attribute of a formula that spills. */
  readonly metadata?: string;
}

/** Cells to be written, by row and column. */
export type CellWrites = Map<number, Map<number, CellWrite>>;

/** A typed value. Text goes in as an inline string: the shared ones, and the cells that point to them, stay untouched. */
export function valueWrite(value: CellValue, style: number | null): CellWrite {
  if (typeof value === "string")
    return { type: "inlineStr", body: (p) => inlineText(p, value), style, formula: "none" };
  const { type, text } = storedValue(value);
  const body = (p: string): string => (text === null ? "" : `<${p}v>${text}</${p}v>`);
  return { type, body, style, formula: "none" };
}

/** A formula as the file stores it (prefixed, without =) with the value it gave; null where it was not calculated. */
export function formulaWrite(stored: string, cached: CellValue, style: number | null): CellWrite {
  const { type, text } = storedValue(cached);
  const body = (p: string): string =>
    `<${p}f>${escapeText(encodeCellText(stored))}</${p}f>${text === null ? "" : `<${p}v>${text}</${p}v>`}`;
  return { type, body, style, formula: text === null ? "uncalculated" : "calculated" };
}

function inlineText(p: string, text: string): string {
  return `<${p}is><${p}t xml:space="preserve">${escapeText(encodeCellText(text))}</${p}t></${p}is>`;
}

function storedValue(value: CellValue): {
  readonly type: string | null;
  readonly text: string | null;
} {
  if (value === null) return { type: null, text: null };
  if (typeof value === "number")
    return Number.isFinite(value)
      ? { type: null, text: String(value) }
      : { type: "e", text: "#NUM!" };
  if (typeof value === "boolean") return { type: "b", text: value ? "1" : "0" };
  if (isCellError(value)) return { type: "e", text: escapeText(value.error) };
  return { type: "str", text: escapeText(encodeCellText(value)) };
}

export function addWrite(writes: CellWrites, row: number, column: number, write: CellWrite): void {
  const columns = writes.get(row) ?? new Map<number, CellWrite>();
  columns.set(column, write);
  writes.set(row, columns);
}
