import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import type { CellRef } from "../workbook/address.ts";
import { formatCell } from "../workbook/address.ts";

/** The formula as Excel would fill it from one cell into another: relative references move, those with $ stay. */
export function shiftFormula(formula: string, from: CellRef, to: CellRef): string {
  if (from.row === to.row && from.column === to.column) return formula;
  return translateFormulaToA1(translateFormulaToR1C1(formula, formatCell(from)), formatCell(to), {
    wrapEdges: false,
  });
}
