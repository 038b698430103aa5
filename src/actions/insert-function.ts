import type { Address, Applied, CellRef, Refusal, WorkbookPort } from "../core/index.ts";
import { RULES_SHEET, findSheet, formatCell, isBlankAt, success } from "../core/index.ts";
import { getMeasureFunction, guardedFormula } from "../core/measures/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";
import type { SuggestibleFunction } from "./suggest-arguments.ts";
import { surroundingsOf, suggestArguments } from "./suggest-arguments.ts";

/** The functions that can be written at a selection. */
export type InsertableFunction = Extract<
  SuggestibleFunction,
  "ZONE_GAP" | "ZONE_STATUS" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF" | "ZONE_TARGET"
>;

/**
 * Writes a function into every row of the first column of a selection, which must be blank there. Its operands come from
 * what the sheet's table says of the row; in rows no table is recognised in, from the two nearest columns with numbers
 * on the left. Each formula carries a guard, because older desktop Excel hands an empty cell to a function as 0.
 */
export async function insertFunction(
  port: WorkbookPort,
  request: { readonly name: InsertableFunction; readonly at: Address }
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const { name, at } = request;
  const book = read.value;
  const sheet = findSheet(book, at.sheet);
  if (sheet === undefined) return success(refused(at.sheet, at));
  const cells = Array.from({ length: at.area.rows }, (_, index): CellRef => {
    return { row: at.area.row + index, column: at.area.column };
  });
  const filled = cells.find((cell) => !isBlankAt(sheet, cell));
  if (filled !== undefined) {
    return nothingDone({ code: "cell-not-blank", cell: formatCell(filled) });
  }
  const rules = findSheet(book, RULES_SHEET);
  const hasRules = rules !== undefined && rules.values.length > 0;
  if (name === "ZONE_TARGET" && !hasRules) return success(refused(RULES_SHEET, at));

  const around = surroundingsOf(book, sheet);
  const formulas: string[] = [];
  for (const cell of cells) {
    const args = suggestArguments(name, around, cell);
    if (!args.ok) return nothingDone(args.failure);
    formulas.push(guardedFormula(getMeasureFunction(name), args.value));
  }
  return await port.apply([
    {
      kind: "set-formulas",
      sheet: at.sheet,
      at: { row: at.area.row, column: at.area.column },
      formulas: formulas.map((formula) => [formula]),
    },
  ]);
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
