import type { IndicatorTable } from "../model/table.ts";
import { isInTable } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import type { Sheet } from "../workbook/book.ts";
import { isBlankAt } from "./column-offers.ts";

/** More rows than a form or a list of projects has: past it nobody means to fill. */
const MOST_CELLS = 20_000;

/**
 * The cells a formula is filled into, its own first: down the table it stands in or beside, along it where the zones stand
 * in columns. Zones and projects are filled whether or not their figures are there yet; totals, city and other lines, and
 * lines of indicators, only where every operand is. Outside of tables, down as long as the operands go on.
 */
export function fillCells(
  tables: readonly IndicatorTable[],
  sheet: Sheet,
  at: CellRef,
  operands: readonly CellRef[]
): readonly CellRef[] {
  const table = tableBeside(tables, at);
  if (table === undefined) return downwards(sheet, at, operands);
  const isAcross = table.orientation === "zones-in-columns";
  const lineOf = (cell: CellRef): number => (isAcross ? cell.column : cell.row);
  const own = lineOf(at);
  const lines = new Map<number, "always" | "if-operands">();
  for (const [subject, cells] of table.cells.entries()) {
    const role = table.subjects[subject]?.role;
    const isFilled =
      (role === "zone" || role === "project") && table.orientation !== "indicators-in-rows";
    for (const cell of cells) {
      if (cell === null) continue;
      const line = lineOf(cell.at);
      if (isFilled) lines.set(line, "always");
      else if (!lines.has(line)) lines.set(line, "if-operands");
    }
  }
  const filled = [...lines]
    .filter(([line, when]) => {
      if (line <= own) return false;
      return when === "always" || operands.every((cell) => !isBlankAt(sheet, moved(cell, line)));
    })
    .map(([line]) => line)
    .sort((a, b) => a - b);
  return [at, ...filled.map((line) => moved(at, line))];

  function moved(cell: CellRef, line: number): CellRef {
    const step = line - own;
    return isAcross
      ? { row: cell.row, column: cell.column + step }
      : { row: cell.row + step, column: cell.column };
  }
}

/** The table a cell is in, or the nearest one that shares its row, or its column where the zones stand in columns. */
export function tableBeside(
  tables: readonly IndicatorTable[],
  at: CellRef
): IndicatorTable | undefined {
  const inside = tables.find((table) => isInTable(table, at));
  if (inside !== undefined) return inside;
  const apart = ({ area }: IndicatorTable): number =>
    Math.min(
      Math.abs(at.column - area.column),
      Math.abs(at.column - (area.column + area.columns - 1))
    );
  const [nearest] = tables
    .filter(({ area, orientation }) =>
      orientation === "zones-in-columns"
        ? at.column >= area.column && at.column < area.column + area.columns
        : at.row >= area.row && at.row < area.row + area.rows
    )
    .sort((a, b) => apart(a) - apart(b));
  return nearest;
}

function downwards(sheet: Sheet, at: CellRef, operands: readonly CellRef[]): readonly CellRef[] {
  const cells = [at];
  if (operands.length === 0) return cells;
  for (let step = 1; step < MOST_CELLS; step += 1) {
    const isOver = operands.every(({ row, column }) =>
      isBlankAt(sheet, { row: row + step, column })
    );
    if (isOver) break;
    cells.push({ row: at.row + step, column: at.column });
  }
  return cells;
}
