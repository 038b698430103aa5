import { formatCell } from "../../core/index.ts";
import { guarded } from "../fault.ts";
import { escapeText } from "../xml/text.ts";
import { prefixOf } from "../xml/tree.ts";
import { formulaReader } from "./cell-values.ts";
import { scanSheet } from "./sheet-scan.ts";
import type { ScannedCell, SheetScan } from "./sheet-scan.ts";

/** The element of a formula of ours that is not what the formula alone would be written as. */
export function elementToKeep(scan: SheetScan, cell: ScannedCell, stored: string): string | null {
  const { formula } = cell;
  if (formula === null || !/ZONE_/iu.test(stored)) return null;
  const element = scan.text.slice(formula.start, formula.end);
  const p = prefixOf(scan.root);
  const array = formula.type === "array" ? ` t="array" ref="${formula.ref ?? ""}"` : "";
  return element === `<${p}f${array}>${escapeText(stored)}</${p}f>` ? null : element;
}

/** One element and nothing in it but text: the part that keeps it may have been changed by hand. */
export function isFormulaElement(element: string | undefined): element is string {
  if (element === undefined || !/^<(?:[\p{L}_][\p{L}\p{N}_.-]*:)?f[\s/>]/u.test(element))
    return false;
  return element.endsWith("/>") ? element.lastIndexOf("<") === 0 : element.split("<").length === 3;
}

/** Whether all formulas of two texts of a sheet say the same, however they are written; not where one cannot be read. */
export function sayTheSame(part: string, one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => guarded(() => formulasIn(scanSheet(part, text))));
  if (a?.ok !== true || b?.ok !== true || a.value.size !== b.value.size) return false;
  for (const [cell, formula] of a.value) if (b.value.get(cell) !== formula) return false;
  return true;
}

function formulasIn(scan: SheetScan): ReadonlyMap<string, string> {
  const storedOf = formulaReader(scan.rows);
  const formulas = new Map<string, string>();
  for (const row of scan.rows)
    for (const cell of row.cells)
      if (cell.formula !== null) formulas.set(formatCell(cell), (storedOf(cell) ?? "").trim());
  return formulas;
}
