import { formatCell } from "../../core/index.ts";
import { formulaReader } from "../read/cell-values.ts";
import type { StoredFormula } from "../read/cell-values.ts";
import { parseAreas } from "../read/conditional-formats.ts";
import type { ScannedCell, SheetScan } from "../read/sheet-scan.ts";
import { setAttributes } from "../xml/patch.ts";
import type { Patch } from "../xml/patch.ts";
import { escapeText } from "../xml/text.ts";
import { prefixOf } from "../xml/tree.ts";
import type { CellWrites } from "./cell-writes.ts";

/** Formulas of cells nobody writes to that depend on a cell somebody does. */
export function linkedFormulaPatches(scan: SheetScan, writes: CellWrites): Patch[] {
  const isWritten = (row: number, column: number): boolean => writes.get(row)?.has(column) === true;
  const stored = formulaReader(scan.rows);
  const prefix = prefixOf(scan.root);
  const orphaned = new Set<string>();
  for (const row of scan.rows)
    for (const cell of row.cells) {
      const formula = cell.formula;
      if (formula?.type === "shared" && formula.text !== "" && formula.sharedIndex !== null)
        if (isWritten(cell.row, cell.column)) orphaned.add(formula.sharedIndex);
    }
  return scan.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.formula === null || isWritten(cell.row, cell.column)
        ? []
        : (freed(cell, orphaned, stored, prefix) ?? shrunk(cell, scan.text, writes) ?? [])
    )
  );
}

/** A cell of a shared formula that lost its master gets a formula of its own. */
function freed(
  cell: ScannedCell,
  orphaned: ReadonlySet<string>,
  storedFormula: StoredFormula,
  p: string
): Patch | undefined {
  const formula = cell.formula;
  if (formula?.type !== "shared" || !orphaned.has(formula.sharedIndex ?? "")) return undefined;
  const stored = storedFormula(cell);
  if (stored === null) return undefined;
  return { start: formula.start, end: formula.end, text: `<${p}f>${escapeText(stored)}</${p}f>` };
}

/** An array formula one of whose other cells is written to keeps its first cell alone: half an array is a broken file. */
function shrunk(cell: ScannedCell, text: string, writes: CellWrites): Patch | undefined {
  const formula = cell.formula;
  if (formula?.type !== "array" || formula.ref === null) return undefined;
  const [area] = parseAreas(formula.ref);
  if (area === undefined) return undefined;
  const hit = [...writes].some(
    ([row, cells]) =>
      row >= area.row &&
      row < area.row + area.rows &&
      [...cells.keys()].some(
        (column) => column >= area.column && column < area.column + area.columns
      )
  );
  return hit ? setAttributes(text, formula, { ref: formatCell(cell) }) : undefined;
}
