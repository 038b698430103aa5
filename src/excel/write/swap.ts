import type { SwappedCell } from "../../core/index.ts";
import { isCellError } from "../../core/index.ts";
import type { Step } from "./step.ts";

/**
 * Exchanges formulas. What a formula is to spill into must be blank first; a cell whose formula is taken out gets the value
 * it shows, a text as text whatever it starts with.
 */
export function swapSteps(
  cells: readonly SwappedCell[],
  worksheetOf: () => Excel.Worksheet
): readonly Step[] {
  return cells.map((cell) => ({
    bytes: 500 + 3 * (cell.formula ?? "").length,
    queue: () => {
      const worksheet = worksheetOf();
      const { row, column } = cell.at;
      const range = worksheet.getRangeByIndexes(row, column, 1, 1);
      if (cell.formula === null) {
        range.values = [[valueToWrite(cell)]];
        return;
      }
      if (cell.fills !== undefined) {
        const { rows, columns } = cell.fills;
        worksheet.getRangeByIndexes(row, column, rows, columns).clear(Excel.ClearApplyTo.contents);
      }
      range.formulas = [[cell.formula]];
    },
  }));
}

/** The apostrophe keeps a text that looks like a number or a formula a text, and the cell's format as it is. */
function valueToWrite({ value }: SwappedCell): string | number | boolean {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}
