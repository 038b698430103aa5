import type {
  Address,
  Applied,
  Book,
  CellRef,
  Failure,
  OperandCell,
  OperandFinder,
  OperandPair,
  Refusal,
  Result,
  Sheet,
  WorkbookPort,
} from "../core/index.ts";
import {
  RULES_SHEET,
  cellAt,
  failed,
  findSheet,
  formatCell,
  formatColumn,
  normaliseText,
  operandFinder,
  printedName,
  quoteSheetName,
  readCorrections,
  readTables,
  success,
} from "../core/index.ts";
import type { MeasureFunctionId } from "../core/measures/index.ts";
import { getMeasureFunction, guardedFormula, locateTarget } from "../core/measures/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";

/** The functions that can be written at a selection. */
export type InsertableFunction = Extract<
  MeasureFunctionId,
  "ZONE_GAP" | "ZONE_STATUS" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF" | "ZONE_TARGET"
>;

/** What belongs together in a row, for each function that compares two numbers. */
const PAIRS: Readonly<Record<Exclude<InsertableFunction, "ZONE_TARGET">, OperandPair>> = {
  ZONE_GAP: "actual-target",
  ZONE_STATUS: "actual-target",
  ZONE_SHARE: "part-whole",
  ZONE_GROWTH: "current-prior",
  ZONE_DIFF: "rate-reference",
};

/** These take rates and levels in the unit of the sheets; a percent-formatted cell stores a hundredth of it. */
const IN_SHEET_UNIT: readonly InsertableFunction[] = ["ZONE_GAP", "ZONE_DIFF", "ZONE_STATUS"];

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
  const filled = cells.find((cell) => !isBlank(sheet, cell));
  if (filled !== undefined) {
    return nothingDone({ code: "cell-not-blank", cell: formatCell(filled) });
  }
  const rules = findSheet(book, RULES_SHEET);
  const hasRules = rules !== undefined && rules.values.length > 0;
  if (name === "ZONE_TARGET" && !hasRules) return success(refused(RULES_SHEET, at));

  const finder = finderFor(book, sheet);
  const formulas: string[] = [];
  for (const cell of cells) {
    const args =
      name === "ZONE_TARGET"
        ? targetArguments(finder, sheet, cell, rules ?? sheet)
        : operandArguments(name, finder, sheet, cell);
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

function finderFor(book: Book, sheet: Sheet): OperandFinder {
  const { corrections } = readCorrections(book.part);
  const readings = readTables(book, { sheets: [sheet.name], corrections });
  return operandFinder(readings.flatMap(({ tables }) => tables));
}

function isBlank(sheet: Sheet, cell: CellRef): boolean {
  const { value, formula } = cellAt(sheet, cell.row, cell.column);
  return formula === null && (value === null || value === "");
}

function operandArguments(
  name: Exclude<InsertableFunction, "ZONE_TARGET">,
  finder: OperandFinder,
  sheet: Sheet,
  at: CellRef
): Result<readonly string[]> {
  const isInTable = finder.meaning(at) !== undefined;
  const pair = isInTable ? finder.pair(PAIRS[name], at) : numbersOnTheLeft(sheet, at);
  if (pair === undefined) return missing(name, at);
  return success(pair.map((operand) => operandText(name, sheet, operand)));
}

/** Zone from the row's name, indicator from the header or by its printed name, targets from the rules sheet. */
function targetArguments(
  finder: OperandFinder,
  sheet: Sheet,
  at: CellRef,
  rules: Sheet
): Result<readonly string[]> {
  const meaning = finder.meaning(at);
  const { zone, field } = meaning ?? { zone: null, field: null };
  if (zone === null || field === null) return missing("ZONE_TARGET", at);
  const { row: top, column: left } = rules.origin;
  const last = {
    row: top + rules.values.length - 1,
    column: left + (rules.values[0]?.length ?? 1) - 1,
  };
  const table = `${quoteSheetName(rules.name)}!${absolute(rules.origin)}:${absolute(last)}`;
  const zoneText = zone.cell === null ? quoted(zone.label) : `$${formatCell(zone.cell)}`;
  const printed = printedName(field);
  const header = cellAt(sheet, field.header.row, field.header.column).value;
  // A header cell that says more or less than the name (同比增长, 工业投资 完成) does not name the indicator alone.
  const isAlone = typeof header === "string" && normaliseText(header) === normaliseText(printed);
  const isFound = (indicator: string): boolean =>
    locateTarget(zone.label, indicator, rules.values).ok;
  const withMeasure = MEASURE_WORDS.map((word) => `${printed} ${word}`).find(isFound);
  const indicator =
    isFound(printed) || withMeasure === undefined
      ? isAlone
        ? absolute(field.header)
        : quoted(printed)
      : quoted(withMeasure);
  return success([zoneText, indicator, table]);
}

/** What stands behind an indicator's name where the rules set several targets for it. */
const MEASURE_WORDS = ["同比", "增速", "占比", "完成"];

/** The two nearest columns to the left that hold a number in the row. */
function numbersOnTheLeft(
  sheet: Sheet,
  at: CellRef
): readonly [OperandCell, OperandCell] | undefined {
  const found: OperandCell[] = [];
  for (let column = at.column - 1; column >= 0 && found.length < 2; column -= 1) {
    const cell = { row: at.row, column };
    const isNumber = typeof cellAt(sheet, at.row, column).value === "number";
    if (isNumber) found.unshift({ cell, row: "own" });
  }
  const [first, second] = found;
  return first === undefined || second === undefined ? undefined : [first, second];
}

function operandText(name: InsertableFunction, sheet: Sheet, { cell, row }: OperandCell): string {
  const place = row === "fixed" ? `${formatColumn(cell.column)}$${cell.row + 1}` : formatCell(cell);
  const isPercent = cellAt(sheet, cell.row, cell.column).numberFormat.includes("%");
  return isPercent && IN_SHEET_UNIT.includes(name) ? `${place}*100` : place;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function absolute(cell: CellRef): string {
  return `$${formatColumn(cell.column)}$${cell.row + 1}`;
}

function missing(
  name: InsertableFunction,
  at: CellRef
): { readonly ok: false; readonly failure: Failure } {
  return failed({ code: "operands-missing", measure: name, cell: formatCell(at) });
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
