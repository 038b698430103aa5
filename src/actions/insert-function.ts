import type { Address, Applied, CellRef, Refusal, WorkbookPort } from "../core/index.ts";
import { RULES_SHEET, findSheet, formatCell, isBlankAt, success } from "../core/index.ts";
import { getFunctionRecord } from "../core/measures/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";
import type { CallRequest } from "./prepare-call.ts";
import { writings } from "./prepare-call.ts";
import type { SuggestibleFunction } from "./suggest-arguments.ts";
import { surroundingsOf, suggestArguments } from "./suggest-arguments.ts";

/** The functions that can be written at a selection. */
export type InsertableFunction = Extract<
  SuggestibleFunction,
  "ZONE_GAP" | "ZONE_STATUS" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF" | "ZONE_TARGET"
>;

/** What was written. value: among native formulas stand values of calls that none says. */
export interface InsertedFunction extends Applied {
  readonly becomes: "function" | "native" | "value";
}

/**
 * Writes a function into every row of the first column of a selection, which must be blank there. Its operands come from
 * what the sheet's table says of the row; in rows no table is recognised in, from the two nearest columns with numbers
 * on the left. Each formula carries a guard, because older desktop Excel hands an empty cell to a function as 0.
 * Where the host has no custom functions, the native formula is written instead, or the value where there is none.
 */
export async function insertFunction(
  port: WorkbookPort,
  request: {
    readonly name: InsertableFunction;
    readonly at: Address;
    readonly customFunctions: CallRequest["customFunctions"];
  }
): Promise<ActionResult<InsertedFunction>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const { name, at, customFunctions } = request;
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
  const texts: string[] = [];
  let becomes: InsertedFunction["becomes"] = customFunctions === "missing" ? "native" : "function";
  for (const cell of cells) {
    const args = suggestArguments(name, around, cell);
    if (!args.ok) return nothingDone(args.failure);
    const [writing] = writings({
      record: getFunctionRecord(name),
      args: args.value,
      cells: [cell],
      becomes: customFunctions === "missing" ? "native" : "function",
      book,
      sheet,
    });
    if (writing?.kind === "formula") texts.push(writing.formula);
    else {
      becomes = "value";
      texts.push(String(writing?.value ?? ""));
    }
  }
  const applied = await port.apply([
    {
      kind: "set-formulas",
      sheet: at.sheet,
      at: { row: at.area.row, column: at.area.column },
      formulas: texts.map((text) => [text]),
    },
  ]);
  return applied.ok ? success({ ...applied.value, becomes }) : applied;
}

function refused(sheet: string, at: Address): InsertedFunction {
  const intent: Refusal["intent"] = {
    kind: "set-formulas",
    sheet: at.sheet,
    at: { row: at.area.row, column: at.area.column },
    formulas: [],
  };
  return {
    done: [],
    refused: [{ intent, reason: "sheet-missing", sheet }],
    becomes: "function",
  };
}
