import type { Area, CellRef } from "./address.ts";
import { parseArea } from "./address.ts";

/** A formula that only adds up cells of its own sheet. */
export interface SumFormula {
  readonly areas: readonly Area[];
  /** Rounded afterwards, by ROUND. */
  readonly isRounded: boolean;
  /** Cells added by SUM or SUBTOTAL, which leave texts out; + takes a text that reads as a number. */
  readonly skipsText: boolean;
}

const REFERENCE = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?`;
const SUM = new RegExp(String.raw`^SUM\((${REFERENCE}(?:,${REFERENCE})*)\)$`);
const SUBTOTAL = new RegExp(String.raw`^SUBTOTAL\((?:9|109),(${REFERENCE}(?:,${REFERENCE})*)\)$`);
const CELL = /^\$?[A-Z]{1,3}\$?\d{1,7}$/;

/** Reads SUM(C5:C13), C5+C6+C9, SUBTOTAL(9,…), and ROUND of these; undefined for any other formula. */
export function parseSumFormula(formula: string): SumFormula | undefined {
  const text = formula.replace(/^=\+?/, "").replace(/\s+/g, "").toUpperCase();
  const rounded = /^ROUND\((.*),-?\d+\)$/.exec(text);
  const body = rounded?.[1] ?? text;
  const areas: Area[] = [];
  let skipsText = false;
  for (const term of splitTerms(body)) {
    const list = SUM.exec(term)?.[1] ?? SUBTOTAL.exec(term)?.[1];
    if (list === undefined && !CELL.test(term)) return undefined;
    if (list !== undefined) skipsText = true;
    for (const reference of (list ?? term).split(",")) {
      const area = parseArea(reference);
      if (area === undefined) return undefined;
      areas.push(area);
    }
  }
  return areas.length === 0 ? undefined : { areas, isRounded: rounded !== null, skipsText };
}

/** How often a cell is added. */
export function countAdditions(sum: SumFormula, cell: CellRef): number {
  return sum.areas.filter(
    (area) =>
      cell.row >= area.row &&
      cell.row < area.row + area.rows &&
      cell.column >= area.column &&
      cell.column < area.column + area.columns
  ).length;
}

function splitTerms(text: string): readonly string[] {
  const terms: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (letter === "+" && depth === 0) {
      terms.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...terms, text.slice(start)];
}
