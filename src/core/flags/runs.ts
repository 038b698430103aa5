import type { Area, CellRef } from "../workbook/address.ts";
import { areaOfCell } from "../workbook/address.ts";

/** Cells put together into runs down a column, or along a row. */
export function runsOf(cells: readonly CellRef[]): readonly Area[] {
  const down = mergeRuns(cells, "down");
  const across = mergeRuns(cells, "across");
  return across.length < down.length ? across : down;
}

/** Cells put together into runs along one direction, in that order. */
export function mergeRuns(
  cells: readonly CellRef[],
  direction: "down" | "across"
): readonly Area[] {
  const isDown = direction === "down";
  const sorted = [...cells].sort((a, b) =>
    isDown ? a.column - b.column || a.row - b.row : a.row - b.row || a.column - b.column
  );
  const runs: Area[] = [];
  for (const cell of sorted) {
    const last = runs.at(-1);
    const continues =
      last !== undefined &&
      (isDown
        ? last.column === cell.column && last.row + last.rows === cell.row
        : last.row === cell.row && last.column + last.columns === cell.column);
    if (!continues) runs.push(areaOfCell(cell));
    else if (isDown) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
  }
  return runs;
}
