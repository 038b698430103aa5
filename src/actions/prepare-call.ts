import type {
  Address,
  Area,
  Book,
  CellRef,
  ColumnOffer,
  IndicatorTable,
  Sheet,
} from "../core/index.ts";
import {
  cellAt,
  columnOffers,
  fillCells,
  formatCell,
  isBlankAt,
  isCellError,
} from "../core/index.ts";
import type { FunctionId, FunctionRecord, Grid, Parameter } from "../core/measures/index.ts";
import {
  MEASURE_FUNCTIONS,
  PLAIN,
  formatCall,
  getFunctionRecord,
  guardedFormula,
} from "../core/measures/index.ts";
import type { ArgumentProblem, CallOperand, CallResult } from "../core/portable/index.ts";
import {
  computeCall,
  locatorOf,
  readArgumentText,
  readOperand,
  shiftFormula,
} from "../core/portable/index.ts";

/** A call as the user put it together. */
export interface CallRequest {
  readonly name: FunctionId;
  /** As typed or pointed at, in the order of the call; "" where one is left out. */
  readonly args: readonly string[];
  /** The cell of the first formula. */
  readonly at: Address;
  /** cell: there alone · table: from there down the table. */
  readonly span: "cell" | "table";
  /** missing: an Excel without custom functions, which gets native formulas or values. */
  readonly customFunctions: "available" | "missing";
}

/** Which of a record's parameters an argument is: the last one may take several. */
export interface PreparedArgument {
  readonly parameter: Parameter;
  /** As the formula has it. */
  readonly text: string;
  /** Null where it could not be read. */
  readonly operand: CallOperand | null;
  readonly problem: ArgumentProblem | "missing" | "circular" | null;
}

export interface PreparedCall {
  readonly record: FunctionRecord;
  readonly args: readonly PreparedArgument[];
  /** What will stand in the cells: our function, its native twin, or a value; or why nothing can. */
  readonly becomes:
    | { readonly kind: "function" | "native" | "value" }
    | {
        readonly kind: "nothing";
        /** arguments: some are missing or wrong · needs-spill: an older Excel does not spill · no-value: nothing to put in its place. */
        readonly because: "arguments" | "needs-spill" | "no-value" | "protected";
      };
  /** Of the first cell, with its =; null where a value stands there, or nothing. */
  readonly formula: string | null;
  readonly isGuarded: boolean;
  readonly results: Grid<CallResult> | null;
  readonly unrounded: CallResult | null;
  /** The cells of the formulas, the first one first. */
  readonly cells: readonly CellRef[];
  /** Cells (A1) that hold something else already. */
  readonly occupied: readonly string[];
  /** What the new column is headed with, where it is one that its table could have and its header cell is free. */
  readonly header: ColumnOffer["header"];
  /** The cell shows a percent sign, and a result in the unit of the sheets a hundredfold. */
  readonly isShownAsPercent: boolean;
}

/** What is to be written into one cell. */
export type CellWriting =
  | { readonly kind: "formula"; readonly at: CellRef; readonly formula: string }
  | { readonly kind: "value"; readonly at: CellRef; readonly value: number | string | null };

/** Kinds whose result or operand is no number in the unit of the sheets. */
const NEEDED: readonly Parameter["kind"][] = [
  "number",
  "text",
  "numbers",
  "operands",
  "kind",
  "rules",
  "table",
];
const TO_SCALE: readonly Parameter["kind"][] = ["number", "optional-number", "operands"];
const GIVES_WORDS: readonly FunctionId[] = [
  "ZONE_STATUS",
  "ZONE_CONSISTENT",
  "ZONE_PHRASE",
  "ZONE_CHECK",
];

/** Reads the arguments, computes the call on the book as it stands, and says where it would go. */
export function prepareCall(
  request: CallRequest,
  book: Book,
  sheet: Sheet,
  tables: readonly IndicatorTable[]
): PreparedCall {
  const record = getFunctionRecord(request.name);
  const { row, column } = request.at.area;
  const at = { row, column };
  const read = readArguments(record, request.args, book, sheet);
  const operands = read.map(
    ({ operand, text }): CallOperand =>
      operand ?? { text, place: null, scale: "as-is", input: undefined }
  );
  const isRead = read.every(({ problem }) => problem === null);
  const { results, unrounded } = isRead
    ? computeCall(record, operands)
    : { results: null, unrounded: null };
  const spills = sizeOf(results);
  const isSingle = spills.rows === 1 && spills.columns === 1;
  const cells =
    request.span === "table" && isSingle
      ? fillCells(tables, sheet, at, movingOperands(operands, sheet))
      : [at];
  const args = read.map((one) => ({ ...one, problem: circular(one, request.at.sheet, cells) }));
  const becomes = becoming(request, record, args, isSingle, sheet);
  const texts = args.map(({ text }) => text);
  const formula =
    becomes.kind === "function"
      ? callOf(record, texts)
      : becomes.kind === "native"
        ? (nativeOf(record, texts, book, sheet) ?? null)
        : null;
  const written =
    becomes.kind === "nothing"
      ? []
      : writings({ record, args: texts, cells, becomes: becomes.kind, book, sheet });
  return {
    record,
    args,
    becomes,
    formula,
    isGuarded: formula !== null && formula.startsWith("=IF(COUNT"),
    results,
    unrounded,
    cells,
    occupied: written.flatMap((one) =>
      occupiedBy(one, { ...one.at, ...spills }, sheet).map(formatCell)
    ),
    header: headerOf(record, request.at, operands, tables, sheet),
    isShownAsPercent:
      !GIVES_WORDS.includes(record.id) && cellAt(sheet, row, column).numberFormat.includes("%"),
  };
}

function headerOf(
  { id }: FunctionRecord,
  { area }: Address,
  operands: readonly CallOperand[],
  tables: readonly IndicatorTable[],
  sheet: Sheet
): ColumnOffer["header"] {
  const offer = columnOffers(tables, sheet).find(
    ({ function: name, at, operands: offered }) =>
      name === id &&
      at.row === area.row &&
      at.column === area.column &&
      offered.every(({ cell }, index) => {
        const place = operands[index]?.place;
        return (
          place?.sheet === sheet.name &&
          place.area.row === cell.row &&
          place.area.column === cell.column
        );
      })
  );
  return offer?.header ?? null;
}

/** What each cell gets: relative references move along, looked-up targets are looked up anew, values computed anew. */
export function writings(plan: {
  readonly record: FunctionRecord;
  readonly args: readonly string[];
  readonly cells: readonly CellRef[];
  readonly becomes: "function" | "native" | "value";
  readonly book: Book;
  readonly sheet: Sheet;
}): readonly CellWriting[] {
  const { record, args, cells, becomes, book, sheet } = plan;
  const [first] = cells;
  if (first === undefined) return [];
  return cells.map((at): CellWriting => {
    const own = args.map((text) =>
      text === "" ? "" : shiftFormula(`=${text}`, first, at).slice(1)
    );
    const formula =
      becomes === "function"
        ? callOf(record, own)
        : becomes === "native"
          ? nativeOf(record, own, book, sheet)
          : undefined;
    return formula === undefined
      ? { kind: "value", at, value: valueOf(record, own, book, sheet) }
      : { kind: "formula", at, formula };
  });
}

function readArguments(
  record: FunctionRecord,
  typed: readonly string[],
  book: Book,
  sheet: Sheet
): readonly PreparedArgument[] {
  const wanted = Math.max(
    lastGiven(typed) + 1,
    record.parameters.filter(({ kind }) => NEEDED.includes(kind)).length
  );
  const isRanking = record.parameters.some(({ kind }) => kind === "numbers");
  return Array.from({ length: wanted }, (_one, index): PreparedArgument => {
    const parameter = parameterOf(record, index);
    // The way to compute stands last among the operands of ZONE_CONSISTENT, and is a word.
    const isWord = parameter.kind === "operands" && index === wanted - 1;
    const read = readArgumentText(
      typed[index] ?? "",
      isWord ? "kind" : parameter.kind,
      book,
      sheet
    );
    if (!read.ok) {
      return { parameter, text: typed[index] ?? "", operand: null, problem: read.problem };
    }
    const isMissing = read.text === "" && NEEDED.includes(parameter.kind);
    const isScaled = TO_SCALE.includes(parameter.kind) && !isRanking;
    const text = isScaled ? inSheetUnit(read.text, book, sheet) : read.text;
    return {
      parameter,
      text,
      operand: readOperand(text, book, sheet),
      problem: isMissing ? "missing" : null,
    };
  });
}

function lastGiven(typed: readonly string[]): number {
  return typed.reduce((last, text, index) => (text.trim() === "" ? last : index), -1);
}

function parameterOf(record: FunctionRecord, index: number): Parameter {
  const parameter = record.parameters[Math.min(index, record.parameters.length - 1)];
  if (parameter === undefined) throw new Error(`${record.id} takes no arguments.`);
  return parameter;
}

/** E5 becomes E5*100 where the cell has a percent format: it stores 0.17 where the sheets say 17. */
function inSheetUnit(text: string, book: Book, sheet: Sheet): string {
  const { place } = readOperand(text, book, sheet);
  if (place === null || text.endsWith("*100")) return text;
  const home = book.sheets.find(({ name }) => name === place.sheet);
  if (home === undefined) return text;
  const { row, column, rows, columns } = place.area;
  let percents = 0;
  let numbers = 0;
  for (let r = row; r < row + rows; r += 1) {
    for (let c = column; c < column + columns; c += 1) {
      const cell = cellAt(home, r, c);
      if (rows * columns > 1 && typeof cell.value !== "number") continue;
      numbers += 1;
      if (cell.numberFormat.includes("%")) percents += 1;
    }
  }
  return numbers > 0 && percents === numbers ? `${text}*100` : text;
}

/** Single cells on this sheet whose row moves when the formula is filled. */
function movingOperands(operands: readonly CallOperand[], sheet: Sheet): readonly CellRef[] {
  return operands.flatMap(({ place, text }) => {
    if (place === null || place.sheet !== sheet.name || text.includes("$")) return [];
    const { row, column, rows, columns } = place.area;
    return rows === 1 && columns === 1 ? [{ row, column }] : [];
  });
}

function circular(
  { problem, operand }: PreparedArgument,
  sheet: string,
  cells: readonly CellRef[]
): PreparedArgument["problem"] {
  const place = operand?.place ?? null;
  if (problem !== null || place === null || place.sheet !== sheet) return problem;
  const { row, column, rows, columns } = place.area;
  const isInside = (cell: CellRef): boolean =>
    cell.row >= row &&
    cell.row < row + rows &&
    cell.column >= column &&
    cell.column < column + columns;
  return cells.some(isInside) ? "circular" : null;
}

function becoming(
  { customFunctions }: CallRequest,
  record: FunctionRecord,
  args: readonly PreparedArgument[],
  isSingle: boolean,
  sheet: Sheet
): PreparedCall["becomes"] {
  if (args.some(({ problem }) => problem !== null))
    return { kind: "nothing", because: "arguments" };
  if (sheet.isProtected) return { kind: "nothing", because: "protected" };
  if (customFunctions === "available") return { kind: "function" };
  if (!isSingle) return { kind: "nothing", because: "needs-spill" };
  if (record.twin.kind !== "value") return { kind: "native" };
  const operands = args.flatMap(({ operand }) => operand ?? []);
  return computeCall(record, operands).results === null
    ? { kind: "nothing", because: "no-value" }
    : { kind: "value" };
}

function callOf(record: FunctionRecord, args: readonly string[]): string {
  const measure = MEASURE_FUNCTIONS.find(({ id }) => id === record.id);
  return measure === undefined ? formatCall(record, args) : guardedFormula(measure, args);
}

/** The twin of a call; undefined where there is none for these arguments, and its value has to do. */
function nativeOf(
  { twin }: FunctionRecord,
  args: readonly string[],
  book: Book,
  sheet: Sheet
): string | undefined {
  switch (twin.kind) {
    case "formula":
      return twin.write(args, PLAIN);
    case "located": {
      const place = locatorOf(book, sheet)(args);
      if (place === undefined) return undefined;
      return "error" in place ? "=NA()" : twin.write(args, place);
    }
    case "value":
      return undefined;
  }
}

/** Blank where there is no result: an error cannot be typed. */
function valueOf(
  record: FunctionRecord,
  args: readonly string[],
  book: Book,
  sheet: Sheet
): number | string | null {
  const operands = args.map((text) => readOperand(text, book, sheet));
  const [first] = computeCall(record, operands).results?.[0] ?? [];
  return first?.ok === true ? first.value : null;
}

function sizeOf(results: Grid<CallResult> | null): Pick<Area, "rows" | "columns"> {
  return { rows: results?.length ?? 1, columns: results?.[0]?.length ?? 1 };
}

/** Cells in the way, but for the formula itself where it stands there already. */
function occupiedBy(writing: CellWriting, area: Area, sheet: Sheet): readonly CellRef[] {
  const occupied: CellRef[] = [];
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const cell = { row: area.row + r, column: area.column + c };
      if (isBlankAt(sheet, cell)) continue;
      const { formula, value } = cellAt(sheet, cell.row, cell.column);
      const isOwn =
        r === 0 && c === 0 && writing.kind === "formula"
          ? formula === writing.formula
          : !isCellError(value) && writing.kind === "value" && value === writing.value;
      if (!isOwn) occupied.push(cell);
    }
  }
  return occupied;
}
