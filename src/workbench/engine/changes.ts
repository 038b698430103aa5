import type {
  Area,
  CellRef,
  CellValue,
  PlannedCell,
  PlannedStyle,
  Sheet,
} from "../../core/index.ts";
import { cellAt, formatArea, isCellError, isOwnSheet, PLANNED_LOOKS } from "../../core/index.ts";
import type {
  CellEdit,
  DefinedName,
  PackageBook,
  PackageEdit,
  PackageSheet,
} from "../../xlsx/package-book.ts";
import { toFormat, toStyle } from "./cell-styles.ts";
import type { EngineFormat } from "./engine.ts";
import { flagEdits, hasOtherRules } from "./flag-edits.ts";
import type { LeftOut, Obstacle, RuleState, SavePlan } from "./save-plan.ts";
import { sheetIdAt } from "./sheet-ids.ts";

/** What the spreadsheet is asked for to find its changes. */
export interface SpreadsheetState {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Filled or formatted. */
  extent(id: string): Area | null;
  value(id: string, row: number, column: number): CellValue;
  formula(id: string, row: number, column: number): string | null;
  numberFormat(id: string, row: number, column: number): string;
  format(id: string, row: number, column: number): EngineFormat;
  spills(id: string): readonly Area[];
  rules(id: string): readonly RuleState[];
  /** In points, by column, where a width was set. */
  columnWidths(id: string): ReadonlyMap<number, number>;
  frozenRows(id: string): number;
  /** Rows and columns that came and went, and did not come back. */
  movedLines(id: string): boolean;
  /** As many as the file has, in its order. */
  readonly names: readonly DefinedName[];
}

/** `original` are the rules as they were right after opening, by sheet id; `part` is our XML part as it stands. */
export function planSave(
  opened: PackageBook,
  state: SpreadsheetState,
  original: ReadonlyMap<string, readonly RuleState[]>,
  part: string | null
): SavePlan {
  const because = obstacles(opened, state);
  if (because.length > 0) return { kind: "impossible", because };
  const edits: PackageEdit[] = [];
  const left: LeftOut[] = [];
  const known = new Set(opened.sheets.map((_, index) => sheetIdAt(index)));
  const present = new Set(state.sheets.map(({ id }) => id));
  opened.sheets.forEach((before, index) => {
    const id = sheetIdAt(index);
    const name = before.sheet.name;
    if (!present.has(id)) {
      edits.push({ kind: "remove-sheet", sheet: name });
      return;
    }
    const changed = cellEdits(before.sheet, id, state);
    if (isOwnSheet(name) && changed.length > 0) {
      // Ours to write from scratch, looks and all.
      edits.push(...ownSheetEdits(id, name, "empty", state));
      return;
    }
    edits.push(...changed);
    edits.push(...flagEdits(name, original.get(id) ?? [], state.rules(id)));
    if (hasOtherRules(original.get(id) ?? [], state.rules(id)))
      left.push({ kind: "rules", sheet: name });
    if (hasOtherFormats(opened, before, id, state)) left.push({ kind: "formats", sheet: name });
  });
  for (const { id, name } of state.sheets) {
    if (!known.has(id)) edits.push(...ownSheetEdits(id, name, "keep", state));
  }
  opened.definedNames.forEach(({ name, sheet, formula }, index) => {
    const now = state.names[index]?.formula;
    if (now === undefined || now === formula) return;
    const place = { kind: "name", name, sheet } as const;
    edits.push({ kind: "swap-outer-formula", swap: { place, formula: now } });
  });
  if (part !== opened.book.part) {
    edits.push(part === null ? { kind: "remove-part" } : { kind: "put-part", xml: part });
  }
  return { kind: "edits", edits, left };
}

function obstacles(opened: PackageBook, state: SpreadsheetState): readonly Obstacle[] {
  return opened.sheets.flatMap((before, index): Obstacle[] => {
    const id = sheetIdAt(index);
    const now = state.sheets.find((sheet) => sheet.id === id);
    const was = before.sheet.name;
    if (now === undefined) return [];
    return [
      ...(now.name === was ? [] : [{ kind: "renamed" as const, sheet: now.name, was }]),
      ...(state.movedLines(id) ? [{ kind: "lines-moved" as const, sheet: was }] : []),
    ];
  });
}

function cellEdits(before: Sheet, id: string, state: SpreadsheetState): PackageEdit[] {
  const area = around(gridArea(before), state.extent(id));
  if (area === null) return [];
  const isSpilled = spillTest(state.spills(id));
  const edits: PackageEdit[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: (CellEdit | null)[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      line.push(isSpilled(row, column) ? null : cellEdit(before, id, state, { row, column }));
    }
    const first = line.findIndex((edit) => edit !== null);
    if (first < 0) continue;
    let last = line.length - 1;
    while (line[last] === null) last--;
    edits.push({
      kind: "set-cells",
      sheet: before.name,
      at: { row, column: area.column + first },
      cells: [line.slice(first, last + 1)],
    });
  }
  return edits;
}

function cellEdit(
  before: Sheet,
  id: string,
  state: SpreadsheetState,
  { row, column }: CellRef
): CellEdit | null {
  const was = cellAt(before, row, column);
  const formula = state.formula(id, row, column);
  const value = state.value(id, row, column);
  const numberFormat = state.numberFormat(id, row, column);
  const sameFormat = numberFormat === was.numberFormat;
  if (formula === was.formula && sameFormat) {
    // What the file had not calculated, it will calculate when it is opened.
    const isUncalculated = formula !== null && isNotCalculated(before, { row, column });
    if (isUncalculated || isSameValue(value, was.value, formula !== null)) return null;
  }
  const format = sameFormat ? {} : { numberFormat };
  return formula === null
    ? { kind: "value", value, ...format }
    : { kind: "formula", formula, value, ...format };
}

function isNotCalculated(sheet: Sheet, cell: CellRef): boolean {
  return sheet.notCalculated.has(formatArea({ ...cell, rows: 1, columns: 1 }));
}

/** Results are the same when they differ by no more than the last digits of binary arithmetic. */
function isSameValue(a: CellValue, b: CellValue, isResult: boolean): boolean {
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  if (isResult && typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }
  return a === b;
}

function spillTest(spills: readonly Area[]): (row: number, column: number) => boolean {
  return (row, column) =>
    spills.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns &&
        (row !== area.row || column !== area.column)
    );
}

function hasOtherFormats(
  opened: PackageBook,
  before: PackageSheet,
  id: string,
  state: SpreadsheetState
): boolean {
  const plain = toFormat(null);
  const formats = opened.styles.map((style) => toFormat(toStyle(style, [])));
  const { origin } = before.sheet;
  const area = around(gridArea(before.sheet), state.extent(id));
  if (area === null) return false;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const index = before.styles[row - origin.row]?.[column - origin.column] ?? 0;
      const was = index === 0 ? plain : (formats[index] ?? plain);
      if (!isSameFormat(was, state.format(id, row, column))) return true;
    }
  }
  return false;
}

function isSameFormat(a: EngineFormat, b: EngineFormat): boolean {
  return (
    a.fill === b.fill &&
    a.fontColor === b.fontColor &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.wrap === b.wrap &&
    a.horizontal === b.horizontal
  );
}

/** Width in characters of the default font: 7 pixels a digit and 5 around it. */
function toCharacters(points: number): number {
  return Math.max(0, (points * (96 / 72) - 5) / 7);
}

/** A sheet written as a whole: made or emptied, filled, and given the results of its formulas. */
function ownSheetEdits(
  id: string,
  name: string,
  contents: "keep" | "empty",
  state: SpreadsheetState
): PackageEdit[] {
  const edits: PackageEdit[] = [{ kind: "ensure-sheet", sheet: name, contents }];
  const area = state.extent(id);
  if (area !== null) {
    const widths = state.columnWidths(id);
    const columns = Array.from({ length: area.columns }, (_, c) => area.column + c);
    const rows = Array.from({ length: area.rows }, (_, r) => area.row + r);
    edits.push({
      kind: "write-block",
      sheet: name,
      at: { row: area.row, column: area.column },
      cells: rows.map((row) => columns.map((column) => plannedCell(id, row, column, state))),
      ...(columns.every((column) => widths.has(column))
        ? { columnWidths: columns.map((column) => toCharacters(widths.get(column) ?? 0)) }
        : {}),
      ...(state.frozenRows(id) > 0 ? { frozenRows: state.frozenRows(id) } : {}),
    });
    const blank: Sheet = {
      name,
      visibility: "visible",
      isProtected: false,
      origin: { row: 0, column: 0 },
      values: [],
      formulas: [],
      numberFormats: [],
      notCalculated: new Set(),
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    };
    edits.push(...cellEdits(blank, id, state));
  }
  edits.push(...flagEdits(name, [], state.rules(id)));
  return edits;
}

/** The looks of a block; what it cannot say (a truth value, a result) comes in the edits after it. */
function plannedCell(
  id: string,
  row: number,
  column: number,
  state: SpreadsheetState
): PlannedCell {
  const value = state.value(id, row, column);
  const numberFormat = state.numberFormat(id, row, column);
  const look = plannedStyle(state.format(id, row, column));
  const style = look === null ? {} : { style: look };
  const formula = state.formula(id, row, column);
  if (formula !== null) return { kind: "formula", formula, numberFormat, ...style };
  if (typeof value === "string") return { kind: "text", text: value, ...style };
  if (typeof value === "number") return { kind: "number", value, numberFormat, ...style };
  return { kind: "blank" };
}

function plannedStyle(format: EngineFormat): PlannedStyle | null {
  const looks = Object.entries(PLANNED_LOOKS) as [
    PlannedStyle,
    (typeof PLANNED_LOOKS)[PlannedStyle],
  ][];
  const found = looks.find(
    ([, look]) =>
      look.bold === format.bold &&
      look.italic === format.italic &&
      look.wrap === format.wrap &&
      look.fill === format.fill &&
      look.fontColor === format.fontColor
  );
  return found?.[0] ?? null;
}

function gridArea(sheet: Sheet): Area | null {
  const columns = sheet.values[0]?.length ?? 0;
  if (sheet.values.length === 0 || columns === 0) return null;
  return { ...sheet.origin, rows: sheet.values.length, columns };
}

function around(a: Area | null, b: Area | null): Area | null {
  if (a === null || b === null) return a ?? b;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const endRow = Math.max(a.row + a.rows, b.row + b.rows);
  const endColumn = Math.max(a.column + a.columns, b.column + b.columns);
  return { row, column, rows: endRow - row, columns: endColumn - column };
}
