import { formatLinkFormula, LINK_LOOK, PLANNED_LOOKS } from "../../core/index.ts";
import type { CellRef, PlannedCell } from "../../core/index.ts";
import { addInFunctions, putPrefixes } from "../formula/prefixes.ts";
import type { Package } from "../package.ts";
import type { CellEdit } from "../package-book.ts";
import { showsDate } from "../read/number-formats.ts";
import { DAYS_TO_1904, isProtected } from "../read/sheet.ts";
import { scanSheet } from "../read/sheet-scan.ts";
import type { SheetScan } from "../read/sheet-scan.ts";
import { DEFAULT_STYLE, readStyles } from "../read/styles.ts";
import { readWorkbookPart } from "../read/workbook-part.ts";
import { dropCalculationChain } from "./calculation.ts";
import { formatFinder } from "./cell-formats.ts";
import { addWrite, formulaWrite, valueWrite } from "./cell-writes.ts";
import type { CellWrite, CellWrites } from "./cell-writes.ts";
import { findWorksheet } from "./find-worksheet.ts";
import type { WorksheetTab } from "./find-worksheet.ts";
import { DONE, refused } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { columnStyles, patchCells } from "./patch-cells.ts";
import { findStyles } from "./styles-part.ts";

/** Writes a block of a plan: text as text, numbers with their format, links into the workbook. */
export function writeBlock(
  file: Package,
  sheet: string,
  at: CellRef,
  cells: readonly (readonly PlannedCell[])[]
): Outcome {
  return withSheet(file, sheet, (scan) => {
    const format = formatFinder(file);
    const stored = storedFormula(file, scan.text);
    const old = oldStyles(scan);
    return collect(at, cells, (cell, row, column) => {
      if (cell.kind === "blank") return null;
      const base = old(row, column);
      const look =
        cell.kind === "link"
          ? LINK_LOOK
          : cell.style === undefined
            ? null
            : PLANNED_LOOKS[cell.style];
      switch (cell.kind) {
        case "text":
          return valueWrite(cell.text, format({ base, numberFormat: "@", look }));
        case "number":
          return valueWrite(cell.value, format({ base, numberFormat: cell.numberFormat, look }));
        case "formula": {
          const style = format({ base, numberFormat: cell.numberFormat, look });
          return formulaWrite(stored(cell.formula), null, style);
        }
        case "link": {
          const formula = formatLinkFormula(cell.text, cell.sheet, cell.area).slice(1);
          const style = format({ base, numberFormat: "General", look });
          return formulaWrite(formula, cell.text, style);
        }
      }
    });
  });
}

/** Writes formulas into cells that keep their looks. A text without = is typed as Excel would take it: a number, or text. */
export function setFormulas(
  file: Package,
  sheet: string,
  at: CellRef,
  formulas: readonly (readonly string[])[]
): Outcome {
  return withSheet(file, sheet, (scan) => {
    const stored = storedFormula(file, scan.text);
    return collect(at, formulas, (formula) => {
      if (formula.startsWith("=")) return formulaWrite(stored(formula), null, null);
      if (formula === "") return valueWrite(null, null);
      const number = Number(formula);
      return valueWrite(Number.isFinite(number) && formula.trim() !== "" ? number : formula, null);
    });
  });
}

/** Cells of one sheet, from a place on. */
export interface CellBlock {
  readonly at: CellRef;
  readonly cells: readonly (readonly (CellEdit | null)[])[];
}

/** Puts cells as they now stand into a sheet, all blocks in one pass. What the user typed is not judged here: a protected sheet takes it, too. */
export function setCells(file: Package, sheet: string, blocks: readonly CellBlock[]): Outcome {
  const workbook = readWorkbookPart(file);
  const tab = findWorksheet(workbook, sheet);
  if (tab === undefined) return refused("sheet-missing", sheet);
  const scan = scanSheet(tab.worksheet, file.text(tab.worksheet));
  const format = formatFinder(file);
  const stored = storedFormula(file, scan.text);
  const styles = findStyles(file);
  const formats = readStyles(styles?.root ?? null, { theme: [], indexed: [] }).cells;
  const old = oldStyles(scan);
  const writeOf = (edit: CellEdit | null, row: number, column: number): CellWrite | null => {
    if (edit === null) return null;
    const base = old(row, column);
    const current = (formats[base] ?? DEFAULT_STYLE).numberFormat;
    const wanted = edit.numberFormat ?? current;
    const style = wanted === current ? null : format({ base, numberFormat: wanted, look: null });
    const value =
      workbook.date1904 && showsDate(wanted) && typeof edit.value === "number"
        ? edit.value - DAYS_TO_1904
        : edit.value;
    return edit.kind === "value"
      ? valueWrite(value, style)
      : formulaWrite(stored(edit.formula), value, style);
  };
  const writes: CellWrites = new Map();
  for (const { at, cells } of blocks) collect(at, cells, writeOf, writes);
  return put(file, tab, scan, writes);
}

function withSheet(
  file: Package,
  sheet: string,
  writesFor: (scan: SheetScan) => CellWrites
): Outcome {
  const tab = findWorksheet(readWorkbookPart(file), sheet);
  if (tab === undefined) return refused("sheet-missing", sheet);
  const scan = scanSheet(tab.worksheet, file.text(tab.worksheet));
  if (isProtected(scan.root)) return refused("sheet-protected", sheet);
  return put(file, tab, scan, writesFor(scan));
}

function put(file: Package, tab: WorksheetTab, scan: SheetScan, writes: CellWrites): Outcome {
  const patched = patchCells(scan, writes);
  if (patched.text !== scan.text) file.write(tab.worksheet, patched.text);
  if (patched.formulasChanged) dropCalculationChain(file);
  return hasUncalculated(writes) ? { ...DONE, uncalculated: tab.worksheet } : DONE;
}

function hasUncalculated(writes: CellWrites): boolean {
  for (const cells of writes.values())
    for (const write of cells.values()) if (write.formula === "uncalculated") return true;
  return false;
}

function collect<T>(
  at: CellRef,
  grid: readonly (readonly T[])[],
  writeOf: (cell: T, row: number, column: number) => CellWrite | null,
  writes: CellWrites = new Map()
): CellWrites {
  grid.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      const write = writeOf(cell, at.row + r, at.column + c);
      if (write !== null) addWrite(writes, at.row + r, at.column + c, write);
    });
  });
  return writes;
}

/** Format index a cell has now, by its row or column where it has no cell of its own. */
function oldStyles(scan: SheetScan): (row: number, column: number) => number {
  const rows = new Map(scan.rows.map((row) => [row.row, row]));
  const ofColumn = columnStyles(scan.root);
  return (row, column) => {
    const found = rows.get(row);
    const cell = found?.cells.find((each) => each.column === column);
    if (cell !== undefined) return cell.style ?? 0;
    return found?.style ?? ofColumn(column) ?? 0;
  };
}

/** How formulas are stored in this file: with the prefixes of newer functions, and of the add-ins' that the sheet calls. */
function storedFormula(file: Package, sheetText: string): (formula: string) => string {
  const known = new Set(addInFunctions(sheetText));
  return (formula) =>
    putPrefixes(formula.replace(/^=/, ""), (name) => {
      const upper = name.toUpperCase();
      return upper.startsWith("ZONE_") || known.has(upper);
    });
}
