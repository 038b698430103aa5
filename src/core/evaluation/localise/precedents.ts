import type { Address, Area, CellRef } from "../../workbook/address.ts";
import { parseArea } from "../../workbook/address.ts";

/** Quoted texts are no references; a sheet name before ! belongs to the reference after it. */
const REFERENCE =
  /"[^"]*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(.!])/gu;

/** The cells and areas a formula names, on whatever sheet; references to other workbooks and names are left out. */
export function precedentsOf(formula: string, sheet: string): readonly Address[] {
  const precedents: Address[] = [];
  for (const match of formula.matchAll(REFERENCE)) {
    const [whole, prefix, reference] = match;
    if (reference === undefined || prefix?.includes("[") === true) continue;
    // ROUND2( or a name that ends like a cell is none.
    const before = formula.charAt(match.index - 1);
    if (/[\p{L}\p{N}_.\]!]/u.test(before) && whole === reference) continue;
    const area = parseArea(reference);
    if (area !== undefined) precedents.push({ sheet: sheetOf(prefix, sheet), area });
  }
  return precedents;
}

function sheetOf(prefix: string | undefined, own: string): string {
  if (prefix === undefined) return own;
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

export function holds(area: Area, cell: CellRef): boolean {
  return (
    cell.row >= area.row &&
    cell.row < area.row + area.rows &&
    cell.column >= area.column &&
    cell.column < area.column + area.columns
  );
}

/** Whether a formula names a cell. */
export function refersTo(formula: string, sheet: string, cell: Address): boolean {
  return precedentsOf(formula, sheet).some(
    (precedent) => precedent.sheet === cell.sheet && holds(precedent.area, cell.area)
  );
}
