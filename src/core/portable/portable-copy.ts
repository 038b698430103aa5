import type { MeasureFunction } from "../measures/index.ts";
import { MEASURE_FUNCTIONS } from "../measures/index.ts";
import { areaOfCell, formatCell, quoteSheetName } from "../workbook/address.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import type { Book, CellValue, SetFormula, Sheet } from "../workbook/book.ts";
import { cellAt, isCellError } from "../workbook/book.ts";
import type { SwappedCell, WriteIntent } from "../workbook/write-plan.ts";
import { entryOf } from "./array-entry.ts";
import { findCalls } from "./calls.ts";
import { evaluateArgument } from "./evaluate-argument.ts";
import { locatorOf } from "./locate-target.ts";
import { isOneCell, namedCells } from "./names.ts";
import type { ValueReason } from "./native-formula.ts";
import { withoutNewerSigns } from "./newer-signs.ts";
import { FUNCTION_NAMES, errorFormula, mayCall, toNative } from "./native-formula.ts";
import { signsOf } from "./sign-knowledge.ts";
import type { Original } from "./originals.ts";
import { planOuterCopy } from "./outer-formulas.ts";
import type { PortableOuter } from "./outer-formulas.ts";
import type { OuterOriginal } from "./outer-originals.ts";

/** What became of a cell that calls one of ours. */
export interface PortableCell {
  readonly sheet: string;
  readonly cell: string;
  readonly became:
    | { readonly kind: "formula" }
    | { readonly kind: "value"; readonly reason: ValueReason }
    /** Nothing was changed there. */
    | {
        readonly kind: "left";
        readonly reason: "sheet-protected" | "array-formula" | "not-calculated" | "host-refused";
      };
}

export interface PortableCopy {
  readonly intents: readonly WriteIntent[];
  readonly originals: readonly Original[];
  readonly cells: readonly PortableCell[];
  /** Names and tables with a formula of ours. */
  readonly outer: readonly PortableOuter[];
  readonly outerOriginals: readonly OuterOriginal[];
  /** Validations, conditional formats and charts that call one of ours: they stay, and do not work without the add-in. */
  readonly settings: readonly SetFormula[];
}

/** Names defined in the workbook that hide one of our functions, as they are written there. */
export function findTakenNames(book: Book): readonly string[] {
  const isTaken = (name: string): boolean => FUNCTION_NAMES.has(name.toUpperCase());
  const limited = (book.outerFormulas ?? []).flatMap(({ place }) =>
    place.kind === "name" && place.sheet !== null && isTaken(place.name)
      ? [`${quoteSheetName(place.sheet)}!${place.name}`]
      : []
  );
  return [...book.definedNames.filter(isTaken), ...limited];
}

/**
 * The workbook without our functions: each formula that calls one in functions of Excel 2016, or as its value where no such
 * formula says it. Protected sheets, array formulas entered over several cells, and values that are not there are left and
 * told.
 */
export function planPortableCopy(book: Book): PortableCopy {
  const intents: WriteIntent[] = [];
  const originals: Original[] = [];
  const cells: PortableCell[] = [];
  for (const sheet of book.sheets) {
    const swapped: SwappedCell[] = [];
    const linked: Original[] = [];
    for (const { at, formula } of callsOf(sheet)) {
      const cell = formatCell(at);
      const result = sheet.isProtected
        ? left("sheet-protected")
        : convert(book, sheet, at, formula);
      cells.push({ sheet: sheet.name, cell, became: result.became });
      const element = sheet.formulaElements?.get(cell);
      const written = element === undefined ? {} : { element };
      const stored = sheet.storedFormulas?.get(cell) ?? null;
      if (result.swap === null) {
        // Its link to a formula that goes is cut, and is to be tied again.
        const isUncalculated = reasonOf(result.became) === "not-calculated";
        if (isUncalculated && element !== undefined)
          linked.push({
            ...{ sheet: sheet.name, cell, formula, stored, element },
            ...{ now: formula, fills: null },
          });
        continue;
      }
      swapped.push(...result.swap);
      const [first] = result.swap;
      if (first === undefined) continue;
      originals.push({
        sheet: sheet.name,
        cell,
        formula,
        stored,
        ...written,
        now: first.formula,
        fills: first.fills ?? null,
        ...(first.entry === "array" ? { entry: first.entry } : {}),
      });
    }
    if (swapped.length > 0) originals.push(...linked);
    if (swapped.length > 0)
      intents.push({ kind: "swap-formulas", sheet: sheet.name, cells: swapped });
  }
  const { outer, ...rest } = planOuterCopy(book, locatorOf);
  return {
    intents: [...rest.intents, ...intents],
    originals,
    cells,
    outer,
    outerOriginals: rest.originals,
    settings: (book.setFormulas ?? []).filter(({ formula }) => callsOurs(formula)),
  };
}

function callsOurs(formula: string): boolean {
  return findCalls(formula, FUNCTION_NAMES)?.calls.length !== 0;
}

interface Conversion {
  readonly became: PortableCell["became"];
  readonly swap: readonly SwappedCell[] | null;
}

function reasonOf(became: PortableCell["became"]): string | null {
  return became.kind === "formula" ? null : became.reason;
}

function left(reason: "sheet-protected" | "array-formula" | "not-calculated"): Conversion {
  return { became: { kind: "left", reason }, swap: null };
}

function* callsOf(sheet: Sheet): Generator<{ readonly at: CellRef; readonly formula: string }> {
  for (const [r, formulas] of sheet.formulas.entries()) {
    for (const [c, formula] of formulas.entries()) {
      if (formula === null || !mayCall(formula)) continue;
      const found = findCalls(formula, FUNCTION_NAMES);
      if (found?.calls.length === 0) continue;
      yield { at: { row: sheet.origin.row + r, column: sheet.origin.column + c }, formula };
    }
  }
}

function convert(book: Book, sheet: Sheet, at: CellRef, formula: string): Conversion {
  const array = sheet.arrays?.find(({ area }) => area.row === at.row && area.column === at.column);
  if (array?.spills === false) return left("array-formula");
  const value = cellAt(sheet, at.row, at.column).value;
  const older = withoutNewerSigns(formula, signsOf(book, sheet, at)) ?? formula;
  const native = toNative(older, locatorOf(book, sheet, at), namedCells(book, sheet));
  if (native.kind === "untouched") return { became: { kind: "formula" }, swap: null };
  const fills = array?.area ?? null;
  const isPlain = sheet.plainFormulas?.has(formatCell(at)) === true;
  const entry = isPlain ? entryOf(older, isOneCell(book, sheet)) : null;
  if (native.kind === "formula" && entry !== "unclear") {
    const swap = {
      at,
      formula: native.formula,
      value,
      ...(fills === null ? {} : { fills }),
      ...(entry === "array" ? { entry } : {}),
    };
    return { became: { kind: "formula" }, swap: [swap] };
  }
  if (value === null || sheet.notCalculated.has(formatCell(at))) return left("not-calculated");
  const reason = native.kind === "value" ? native.reason : "intersection";
  const filled = fills ?? (isPlain ? areaOfCell(at) : filledBy(formula, book, sheet, at));
  return { became: { kind: "value", reason }, swap: valuesOf(sheet, at, value, filled) };
}

/** The cell's value and, of a call that spills, those of the cells it fills. An error has no value: a formula gives it. */
function valuesOf(
  sheet: Sheet,
  at: CellRef,
  value: CellValue,
  fills: Area
): readonly SwappedCell[] {
  const isOne = fills.rows === 1 && fills.columns === 1;
  const first: SwappedCell = {
    at,
    formula: isCellError(value) ? errorFormula(value.error) : null,
    value,
    ...(isOne ? {} : { fills }),
  };
  const others: SwappedCell[] = [];
  for (let r = 0; r < fills.rows; r += 1) {
    for (let c = r === 0 ? 1 : 0; c < fills.columns; c += 1) {
      const place = { row: at.row + r, column: at.column + c };
      others.push({
        at: place,
        formula: null,
        value: cellAt(sheet, place.row, place.column).value,
      });
    }
  }
  return [first, ...others];
}

/** The area a call that is the whole formula fills, as far as its arguments tell. */
function filledBy(formula: string, book: Book, sheet: Sheet, at: CellRef): Area {
  const call = findCalls(formula, FUNCTION_NAMES)?.calls.at(-1);
  const measure = MEASURES.get(call?.name ?? "");
  const isWhole = call?.start === 1 && call.end === formula.length;
  if (call === undefined || measure === undefined || !isWhole) return areaOfCell(at);
  const inputs = call.args.map(({ start, end }) =>
    evaluateArgument(formula.slice(start, end), { book, sheet, at })
  );
  if (inputs.includes(undefined)) return areaOfCell(at);
  const grid = measure.evaluate(inputs.map((input) => input?.value));
  return { ...at, rows: grid.length, columns: grid[0]?.length ?? 1 };
}

const MEASURES: ReadonlyMap<string, MeasureFunction> = new Map(
  MEASURE_FUNCTIONS.map((measure) => [measure.id, measure])
);
