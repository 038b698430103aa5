import type { SwappedCell } from "../../core/index.ts";
import { isCellError } from "../../core/index.ts";
import type { Piece, Step } from "./step.ts";

/** A request may have 5 MB in Excel on the web. */
const RUN_BYTES = 1_000_000;

/**
 * Exchanges formulas. What a formula is to spill into must be blank first; a cell whose formula is taken out gets the value
 * it shows, a text as text whatever it starts with. Formulas below one another go in one go: a table's column that is
 * written as a whole is filled with the new formula from then on, in new rows too.
 */
export function swapSteps(
  sheet: string,
  cells: readonly SwappedCell[],
  worksheetOf: () => Excel.Worksheet
): readonly Step[] {
  // Half of an array formula cannot be changed, and Excel does not say beforehand which cells are one.
  const pieceOf = (cell: SwappedCell): Piece => ({
    queue: stepAlone(cell, worksheetOf),
    intent: { kind: "swap-formulas", sheet, cells: [cell] },
  });
  const alone = cells.filter((cell) => cell.formula === null || cell.fills !== undefined);
  return [
    ...alone.map((cell) => ({
      bytes: bytesOf([cell]),
      queue: stepAlone(cell, worksheetOf),
      pieces: [pieceOf(cell)],
    })),
    ...toRuns(cells.filter((cell) => cell.formula !== null && cell.fills === undefined)).map(
      (run) => ({
        bytes: bytesOf(run),
        pieces: run.map(pieceOf),
        queue: () => {
          const [first] = run;
          if (first === undefined) return;
          const { row, column } = first.at;
          const range = worksheetOf().getRangeByIndexes(row, column, run.length, 1);
          range.formulas = run.map(({ formula }) => [formula]);
        },
      })
    ),
  ];
}

function stepAlone(cell: SwappedCell, worksheetOf: () => Excel.Worksheet): Step["queue"] {
  return () => {
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
  };
}

/** Cells below one another, from the top. */
function toRuns(cells: readonly SwappedCell[]): readonly (readonly SwappedCell[])[] {
  const sorted = [...cells].sort((a, b) => a.at.column - b.at.column || a.at.row - b.at.row);
  const runs: SwappedCell[][] = [];
  let bytes = 0;
  for (const cell of sorted) {
    const run = runs.at(-1);
    const above = run?.at(-1)?.at;
    const isBelow = above?.column === cell.at.column && above.row + 1 === cell.at.row;
    bytes += bytesOf([cell]);
    if (run !== undefined && isBelow && bytes <= RUN_BYTES) run.push(cell);
    else {
      runs.push([cell]);
      bytes = bytesOf([cell]);
    }
  }
  return runs;
}

function bytesOf(cells: readonly SwappedCell[]): number {
  return cells.reduce((sum, { formula }) => sum + 3 * (formula ?? "").length + 20, 480);
}

/** The apostrophe keeps a text that looks like a number or a formula a text, and the cell's format as it is. */
function valueToWrite({ value }: SwappedCell): string | number | boolean {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}
