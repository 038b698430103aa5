import { formatCell } from "../../core/index.ts";
import type { CellValue } from "../../core/index.ts";
import { brokenPart } from "../fault.ts";
import { shiftFormula } from "../formula/shift.ts";
import { stripPrefixes } from "../formula/prefixes.ts";
import { decodeCellText } from "../xml/text.ts";
import type { ScannedCell, ScannedRow } from "./sheet-scan.ts";

/** What a scanned cell holds. A formula without a cached value holds null (and is "not calculated"). */
export function readValue(part: string, cell: ScannedCell, strings: readonly string[]): CellValue {
  if (cell.type === "inlineStr" && cell.inline !== null) return decodeCellText(cell.inline);
  const text = cell.value;
  if (text === null) return cell.inline === null ? null : decodeCellText(cell.inline);
  if (cell.type === "str") return decodeCellText(text);
  const trimmed = text.trim();
  if (trimmed === "") return null;
  switch (cell.type) {
    case "s": {
      const string = strings[Number(trimmed)];
      if (string === undefined)
        throw brokenPart(part, `${formatCell(cell)} points to no shared string`);
      return string;
    }
    case "b":
      return trimmed === "1" || trimmed === "true";
    case "e":
      return { error: trimmed };
    case "d":
      return serialOf(trimmed) ?? trimmed;
    default: {
      const number = Number(trimmed);
      return Number.isFinite(number) ? number : trimmed;
    }
  }
}

/** Whether a cell holds anything; a blank cell with a format does not. */
export function hasContent(cell: ScannedCell): boolean {
  return (
    cell.formula !== null || cell.inline !== null || (cell.value !== null && cell.value !== "")
  );
}

/** Whether a formula stands without its value: "not calculated", which is not blank. */
export function isNotCalculated(cell: ScannedCell): boolean {
  if (cell.formula === null || cell.inline !== null) return false;
  return cell.value === null || (cell.value.trim() === "" && cell.type !== "str");
}

const DAY = 86_400_000;

/** An ISO 8601 date or time of a Strict file as a serial number of the 1900 system. */
function serialOf(text: string): number | undefined {
  const time = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/.exec(text);
  if (time !== null)
    return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const milliseconds = Date.parse(
    /T/.test(text) && !/Z|[+-]\d{2}:?\d{2}$/.test(text) ? `${text}Z` : text
  );
  if (Number.isNaN(milliseconds)) return undefined;
  const serial = Math.round(milliseconds / 1000) / (DAY / 1000) + 25_569;
  // Excel counts a 29 February 1900 that never was; before it the serials are one lower.
  return serial < 61 ? serial - 1 : serial;
}

/** A cell's formula as the file stores it, shared ones written out; null where the cell is typed. */
export type StoredFormula = (cell: ScannedCell) => string | null;

/** Finds the masters of a sheet's shared formulas, so that every cell's own formula can be told. */
export function formulaReader(rows: readonly ScannedRow[]): StoredFormula {
  const masters = new Map<string, ScannedCell>();
  for (const row of rows)
    for (const cell of row.cells) {
      const formula = cell.formula;
      if (formula?.type !== "shared" || formula.sharedIndex === null || formula.text === "")
        continue;
      // The master is the one with an area; some writers leave it out, then it is the first with a text.
      if (formula.ref !== null || !masters.has(formula.sharedIndex))
        masters.set(formula.sharedIndex, cell);
    }
  return (cell) => {
    const formula = cell.formula;
    // What a what-if table computes is no formula of the cell: Excel shows it as {=TABLE(…)} and lets nobody type it.
    if (formula === null || formula.type === "dataTable") return null;
    if (formula.text !== "") return formula.text;
    const master = masters.get(formula.sharedIndex ?? "");
    const text = master?.formula?.text;
    if (formula.type !== "shared" || master === undefined || text === undefined) return null;
    return shiftFormula(text, cell.row - master.row, cell.column - master.column);
  };
}

/** A stored formula as a Book holds it. */
export function readFormula(stored: string): string {
  return `=${stripPrefixes(stored.trim().replace(/^=/, ""))}`;
}
