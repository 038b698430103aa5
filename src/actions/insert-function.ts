import type {
  Address,
  Applied,
  Book,
  CellRef,
  Refusal,
  Sheet,
  WorkbookPort,
} from "../core/index.ts";
import {
  RULES_SHEET,
  cellAt,
  findSheet,
  formatCell,
  formatColumn,
  quoteSheetName,
  success,
} from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";

/** The functions that can be written at a selection. */
export type InsertableFunction =
  "ZONE_GAP" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF" | "ZONE_STATUS" | "ZONE_TARGET";

/** These take rates and levels in the unit of the sheets; a percent-formatted cell stores a hundredth of it. */
const IN_SHEET_UNIT: readonly InsertableFunction[] = ["ZONE_GAP", "ZONE_DIFF", "ZONE_STATUS"];

/**
 * Writes a function into every row of the first column of a selection, its operands taken from the row: the two
 * nearest columns with numbers on the left. Each formula carries a guard, because older desktop Excel hands an empty
 * cell to a function as 0, which no function can tell from zero.
 */
export async function insertFunction(
  port: WorkbookPort,
  request: { readonly name: InsertableFunction; readonly at: Address }
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const { name, at } = request;
  const sheet = findSheet(read.value, at.sheet);
  if (sheet === undefined) return success(refused(at.sheet, at));
  const write =
    name === "ZONE_TARGET" ? targetWriter(read.value, sheet, at) : operandWriter(name, sheet, at);
  if (write === undefined) return success(refused(RULES_SHEET, at));
  const rows = Array.from({ length: at.area.rows }, (_, index) => at.area.row + index);
  return await port.apply([
    {
      kind: "set-formulas",
      sheet: at.sheet,
      at: { row: at.area.row, column: at.area.column },
      formulas: rows.map((row) => [write(row)]),
    },
  ]);
}

type RowWriter = (row: number) => string;

function operandWriter(name: InsertableFunction, sheet: Sheet, at: Address): RowWriter {
  const [first, second] = operandColumns(sheet, at);
  return (row) => {
    const cells = [
      { row, column: first },
      { row, column: second },
    ];
    const places = cells.map(formatCell).join(",");
    const values = cells.map((cell) => inSheetUnit(name, sheet, cell)).join(",");
    return `=IF(COUNT(${places})<2,NA(),${name}(${values}))`;
  };
}

/** Zone from the row's name, indicator from the header above, targets from the rules sheet. */
function targetWriter(book: Book, sheet: Sheet, at: Address): RowWriter | undefined {
  const rules = findSheet(book, RULES_SHEET);
  const rows = rules?.values.length ?? 0;
  const columns = rules?.values[0]?.length ?? 0;
  if (rules === undefined || rows === 0 || columns === 0) return undefined;
  const { row: top, column: left } = rules.origin;
  const first = absolute({ row: top, column: left });
  const last = absolute({ row: top + rows - 1, column: left + columns - 1 });
  const table = `${quoteSheetName(RULES_SHEET)}!${first}:${last}`;
  const zoneColumn = nameColumn(sheet, at);
  const header = absolute(headerCell(sheet, at));
  return (row) => {
    const zone = `$${formatCell({ row, column: zoneColumn })}`;
    return `=IF(LEN(TRIM(${zone}))=0,NA(),ZONE_TARGET(${zone},${header},${table}))`;
  };
}

/** The two nearest columns to the left that hold numbers; where there are none, the two nearest columns. */
function operandColumns(sheet: Sheet, at: Address): readonly [number, number] {
  const numeric: number[] = [];
  for (let column = at.area.column - 1; column >= 0 && numeric.length < 2; column -= 1) {
    if (holdsNumber(sheet, at, column)) numeric.unshift(column);
  }
  const [first, second] = numeric;
  if (first !== undefined && second !== undefined) return [first, second];
  const { column } = at.area;
  return column >= 2 ? [column - 2, column - 1] : [column + 1, column + 2];
}

function holdsNumber(sheet: Sheet, at: Address, column: number): boolean {
  for (let row = at.area.row; row < at.area.row + at.area.rows; row += 1) {
    if (typeof cellAt(sheet, row, column).value === "number") return true;
  }
  return false;
}

/** The column of names: the first to the left of the selection that holds words in its row. */
function nameColumn(sheet: Sheet, at: Address): number {
  for (let column = 0; column < at.area.column; column += 1) {
    const { value } = cellAt(sheet, at.area.row, column);
    if (typeof value === "string" && /\p{L}/u.test(value)) return column;
  }
  return 0;
}

/** The nearest words above the column before the selection, which is where a target's indicator is headed. */
function headerCell(sheet: Sheet, at: Address): CellRef {
  for (const column of [at.area.column, at.area.column - 1]) {
    for (let row = at.area.row - 1; row >= 0 && column >= 0; row -= 1) {
      const { value } = cellAt(sheet, row, column);
      if (typeof value === "string" && /\p{L}/u.test(value)) return { row, column };
    }
  }
  return { row: Math.max(0, at.area.row - 1), column: at.area.column };
}

function inSheetUnit(name: InsertableFunction, sheet: Sheet, cell: CellRef): string {
  const isPercent = cellAt(sheet, cell.row, cell.column).numberFormat.includes("%");
  return isPercent && IN_SHEET_UNIT.includes(name) ? `${formatCell(cell)}*100` : formatCell(cell);
}

function absolute(cell: CellRef): string {
  return `$${formatColumn(cell.column)}$${cell.row + 1}`;
}

function refused(sheet: string, at: Address): Applied {
  const intent: Refusal["intent"] = {
    kind: "set-formulas",
    sheet: at.sheet,
    at: { row: at.area.row, column: at.area.column },
    formulas: [],
  };
  return { done: [], refused: [{ intent, reason: "sheet-missing", sheet }] };
}
