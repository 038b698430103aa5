import type {
  Book,
  CellRef,
  CellValue,
  Failure,
  IndicatorTable,
  Measure,
  OperandCell,
  OperandFinder,
  OperandPair,
  Result,
  Sheet,
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
  tableBeside,
  turnedCell,
  turnedTable,
} from "../core/index.ts";
import type { MeasureFunctionId } from "../core/measures/index.ts";
import { locateTarget } from "../core/measures/index.ts";

/** What belongs together in a row, for each function that compares two numbers. */
const PAIRS = {
  ZONE_GAP: "actual-target",
  ZONE_STATUS: "actual-target",
  ZONE_ATTAIN: "actual-target",
  ZONE_PACE: "actual-target",
  ZONE_SHARE: "part-whole",
  ZONE_GROWTH: "current-prior",
  ZONE_DIFF: "rate-reference",
} satisfies Partial<Record<MeasureFunctionId, OperandPair>>;

type PairFunction = keyof typeof PAIRS;

/** The functions whose arguments a table can tell. */
export type SuggestibleFunction = PairFunction | "ZONE_TARGET" | "ZONE_RANK";

/** These take rates and levels in the unit of the sheets; a percent-formatted cell stores a hundredth of it. */
const IN_SHEET_UNIT: readonly SuggestibleFunction[] = ["ZONE_GAP", "ZONE_DIFF", "ZONE_STATUS"];

/** A sheet with the tables read in it. */
export interface Surroundings {
  readonly sheet: Sheet;
  readonly tables: readonly IndicatorTable[];
  readonly finder: OperandFinder;
  /** The 目标规则 sheet; undefined where there is none, or an empty one. */
  readonly rules: Sheet | undefined;
}

export function surroundingsOf(book: Book, sheet: Sheet): Surroundings {
  const { corrections } = readCorrections(book.part);
  const readings = readTables(book, { sheets: [sheet.name], corrections });
  const tables = readings.flatMap((reading) => reading.tables);
  const rules = findSheet(book, RULES_SHEET);
  return {
    sheet,
    tables,
    finder: operandFinder(tables),
    rules: rules !== undefined && rules.values.length > 0 ? rules : undefined,
  };
}

/** The arguments of a function at a cell, out of what the sheet's table says of its row. */
export function suggestArguments(
  name: SuggestibleFunction,
  around: Surroundings,
  at: CellRef
): Result<readonly string[]> {
  switch (name) {
    case "ZONE_TARGET":
      return around.rules === undefined
        ? missing(name, at)
        : targetArguments(around.finder, around.sheet, at, around.rules);
    case "ZONE_RANK":
      return rankArguments(around, at);
    case "ZONE_PACE": {
      const pair = operandArguments(name, around, at);
      const period = tableBeside(around.tables, at)?.period;
      if (!pair.ok || period?.kind !== "cumulative") return pair;
      return success([...pair.value, String(period.months)]);
    }
    default:
      return operandArguments(name, around, at);
  }
}

/** What zones are ranked by; nobody ranks their targets. */
const RANKED: readonly Measure[] = ["actual", "growth", "share", "rate", "attainment", "score"];

/**
 * The nearest column of the row that zones are ranked by, among the zones of the table; where the zones stand in columns, the
 * nearest row above.
 */
function rankArguments({ sheet, tables }: Surroundings, place: CellRef): Result<readonly string[]> {
  const found = tableBeside(tables, place);
  if (found === undefined) return missing("ZONE_RANK", place);
  const isAcross = found.orientation === "zones-in-columns";
  const table = isAcross ? turnedTable(found) : found;
  const turned = (cell: CellRef): CellRef => (isAcross ? turnedCell(cell) : cell);
  const valueAt = (cell: CellRef): CellValue => {
    const { row, column } = turned(cell);
    return cellAt(sheet, row, column).value;
  };
  const at = turned(place);
  const zones = table.cells.filter((_cells, subject) => table.subjects[subject]?.role === "zone");
  const [own] = table.cells
    .flat()
    .filter(
      (cell) =>
        cell !== null &&
        cell.at.row === at.row &&
        cell.at.column < at.column &&
        RANKED.includes(table.fields[cell.field]?.measure ?? "target") &&
        typeof valueAt(cell.at) === "number"
    )
    .sort((a, b) => (b?.at.column ?? 0) - (a?.at.column ?? 0));
  const rows = zones.flatMap((cells) => cells[own?.field ?? -1]?.at.row ?? []);
  if (own === undefined || own === null || !rows.includes(at.row)) {
    return missing("ZONE_RANK", place);
  }
  const { column } = own.at;
  const first = absolute(turned({ row: Math.min(...rows), column }));
  const last = absolute(turned({ row: Math.max(...rows), column }));
  // Totals between the zones would be ranked among them.
  const isWhole = rows.length === Math.max(...rows) - Math.min(...rows) + 1;
  return isWhole
    ? success([formatCell(turned(own.at)), `${first}:${last}`])
    : missing("ZONE_RANK", place);
}

function operandArguments(
  name: PairFunction,
  { finder, sheet }: Surroundings,
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
  const { zone = null, field = null, zonesIn } = meaning ?? {};
  if (zone === null || field === null) return missing("ZONE_TARGET", at);
  const { row: top, column: left } = rules.origin;
  const last = {
    row: top + rules.values.length - 1,
    column: left + (rules.values[0]?.length ?? 1) - 1,
  };
  const table = `${quoteSheetName(rules.name)}!${absolute(rules.origin)}:${absolute(last)}`;
  const zoneText =
    zone.cell === null
      ? quoted(zone.label)
      : zonesIn === "columns"
        ? `${formatColumn(zone.cell.column)}$${zone.cell.row + 1}`
        : `$${formatCell(zone.cell)}`;
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
    if (isNumber) found.unshift({ cell, line: "own" });
  }
  const [first, second] = found;
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** A reference to an operand; fixed rows and columns keep their $, percents their *100. */
export function operandText(
  name: SuggestibleFunction,
  sheet: Sheet,
  { cell, line }: OperandCell
): string {
  const place = placeOf(cell, line);
  const isPercent = cellAt(sheet, cell.row, cell.column).numberFormat.includes("%");
  return isPercent && IN_SHEET_UNIT.includes(name) ? `${place}*100` : place;
}

function placeOf(cell: CellRef, line: OperandCell["line"]): string {
  switch (line) {
    case "own":
      return formatCell(cell);
    case "fixed-row":
      return `${formatColumn(cell.column)}$${cell.row + 1}`;
    case "fixed-column":
      return `$${formatCell(cell)}`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function absolute(cell: CellRef): string {
  return `$${formatColumn(cell.column)}$${cell.row + 1}`;
}

function missing(
  name: SuggestibleFunction,
  at: CellRef
): { readonly ok: false; readonly failure: Failure } {
  return failed({ code: "operands-missing", measure: name, cell: formatCell(at) });
}
