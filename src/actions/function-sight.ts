import type { Address, Area, Book, CellValue, ColumnOffer, Locale } from "../core/index.ts";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  cellAt,
  cellNamer,
  columnOffers,
  findSheet,
  formatArea,
  formatCell,
  parseOwnPart,
  quoteSheetName,
} from "../core/index.ts";
import type { FunctionId, Parameter } from "../core/measures/index.ts";
import { getFunctionRecord } from "../core/measures/index.ts";
import type { ExplainedCall, ExplainedFormula } from "../core/portable/index.ts";
import {
  explainFormula,
  findTakenNames,
  parseOriginals,
  parseOuterOriginals,
  wordArithmetic,
} from "../core/portable/index.ts";
import type { CallRequest, PreparedCall } from "./prepare-call.ts";
import { prepareCall } from "./prepare-call.ts";
import type { SuggestibleFunction, Surroundings } from "./suggest-arguments.ts";
import { operandText, suggestArguments, surroundingsOf } from "./suggest-arguments.ts";

/** A column a table could have, with the call that fills it. */
export interface OfferedColumn {
  readonly function: ColumnOffer["function"];
  readonly indicator: string | null;
  readonly args: readonly string[];
  readonly at: Address;
  readonly line: ColumnOffer["line"];
  readonly column: ColumnOffer["column"];
}

/** A formula of ours in a cell, in words' raw material. */
export interface ExplainedCell {
  readonly at: Address;
  readonly formula: string;
  /** copy: the cell holds what a portable copy put there; the formula is the one kept for it. */
  readonly stands: "in-cell" | "copy";
  /** What the cell shows. */
  readonly value: CellValue;
  readonly explained: ExplainedFormula;
}

/** What the 函数 view can know of a workbook as it was read: no question asks the host again. */
export interface FunctionSight {
  /** Names of the workbook that hide one of our functions. */
  readonly takenNames: readonly string[];
  /** How many formulas of ours a portable copy keeps. */
  readonly kept: number;
  /** Cells pointed at, as an argument of a formula that stands at `home`. */
  reference(picked: Address, home: Address, kind: Parameter["kind"]): string;
  /** Arguments out of what the table says of the row; undefined where it does not say. */
  suggest(name: FunctionId, at: Address): readonly string[] | undefined;
  /** Columns the tables of the sheet could have; those of the selected table first. */
  offers(at: Address): readonly OfferedColumn[];
  prepare(request: CallRequest): PreparedCall | undefined;
  explain(at: Address): ExplainedCell | undefined;
  /** The calculation with its numbers: 9.3 − 16 = −6.7; null where it is none. */
  arithmetic(
    call: Pick<ExplainedCall, "record" | "operands" | "results" | "unrounded">,
    locale: Locale
  ): string | null;
  /** What the tables call a cell: 河津开发区 · 工业投资 同比增速. */
  nameCell(at: Address, locale: Locale): string | undefined;
}

/** Results of a division are printed with two decimals; differences keep what they come to. */
const ROUNDED: readonly FunctionId[] = [
  "ZONE_SHARE",
  "ZONE_GROWTH",
  "ZONE_ATTAIN",
  "ZONE_PACE",
  "ZONE_RATE",
  "ZONE_CONTRIB",
  "ZONE_PRIOR",
];
const TWO = "2";
const SUGGESTIBLE: readonly FunctionId[] = [
  "ZONE_GAP",
  "ZONE_STATUS",
  "ZONE_ATTAIN",
  "ZONE_PACE",
  "ZONE_SHARE",
  "ZONE_GROWTH",
  "ZONE_DIFF",
  "ZONE_TARGET",
  "ZONE_RANK",
] satisfies readonly SuggestibleFunction[];
const FIXED: readonly Parameter["kind"][] = ["numbers", "rules", "optional-rules", "table"];

export function lookAtFunctions(book: Book): FunctionSight {
  const around = new Map<string, Surroundings | undefined>();
  /** A sheet's tables are read once, when they are first asked about. */
  const aroundOf = (name: string): Surroundings | undefined => {
    if (!around.has(name)) {
      const sheet = findSheet(book, name);
      around.set(name, sheet === undefined ? undefined : surroundingsOf(book, sheet));
    }
    return around.get(name);
  };
  const namers = new Map<string, ReturnType<typeof cellNamer>>();
  const part = parseOwnPart(book.part);
  const sections = part.kind === "read" ? part.sections : new Map<string, string>();
  const originals = parseOriginals(sections) ?? [];
  const outer = parseOuterOriginals(sections) ?? [];
  return {
    takenNames: findTakenNames(book),
    kept: originals.length + outer.length,
    reference: (picked, home, kind) => {
      const area = withinUse(picked, book);
      const place = FIXED.includes(kind) ? fixed(area) : formatArea(area);
      return picked.sheet === home.sheet ? place : `${quoteSheetName(picked.sheet)}!${place}`;
    },
    suggest: (name, at) => {
      const sheet = aroundOf(at.sheet);
      const decimals = withDecimals(name);
      if (sheet === undefined) return decimals([]);
      if (!isSuggestible(name)) return decimals([]);
      const found = suggestArguments(name, sheet, { row: at.area.row, column: at.area.column });
      return found.ok ? decimals(found.value.map(withoutScale)) : decimals([]);
    },
    offers: (at) => {
      const sheet = aroundOf(at.sheet);
      if (sheet === undefined) return [];
      const own = columnOffers(sheet.tables, sheet.sheet);
      const apart = (offer: ColumnOffer): number => Math.abs(offer.at.row - at.area.row);
      return [...own]
        .sort((a, b) => apart(a) - apart(b))
        .map((offer) => ({
          function: offer.function,
          indicator: offer.indicator,
          args: withDecimals(offer.function)(
            offer.operands.map((operand) =>
              withoutScale(operandText(offer.function, sheet.sheet, operand))
            )
          ),
          at: { sheet: at.sheet, area: { ...offer.at, rows: 1, columns: 1 } },
          line: offer.line,
          column: offer.column,
        }));
    },
    prepare: (request) => {
      const sheet = aroundOf(request.at.sheet);
      return sheet === undefined
        ? undefined
        : prepareCall(request, book, sheet.sheet, sheet.tables);
    },
    explain: (at) => {
      const sheet = findSheet(book, at.sheet);
      if (sheet === undefined) return undefined;
      const { row, column } = at.area;
      const cell = cellAt(sheet, row, column);
      const place = formatCell({ row, column });
      const kept = originals.find(
        (one) => one.sheet === sheet.name && one.cell === place && one.now === cell.formula
      );
      const formula = kept?.formula ?? cell.formula;
      const explained = formula === null ? undefined : explainFormula(formula, book, sheet);
      if (formula === null || explained === undefined) return undefined;
      return {
        at: { sheet: sheet.name, area: { row, column, rows: 1, columns: 1 } },
        formula,
        stands: kept === undefined ? "in-cell" : "copy",
        value: cell.value,
        explained,
      };
    },
    arithmetic: wordArithmetic,
    nameCell: (at, locale) => {
      const known = namers.get(at.sheet) ?? cellNamer(aroundOf(at.sheet)?.tables ?? []);
      namers.set(at.sheet, known);
      return known(at.area, locale);
    },
  };
}

function isSuggestible(name: FunctionId): name is SuggestibleFunction {
  return SUGGESTIBLE.includes(name);
}

/** The form writes *100 itself where a cell is formatted as percent. */
function withoutScale(text: string): string {
  return text.endsWith("*100") ? text.slice(0, -4) : text;
}

/** Puts two decimals where the function has places for them and its results are fractions without end. */
function withDecimals(name: FunctionId): (args: readonly string[]) => readonly string[] {
  const { parameters } = getFunctionRecord(name);
  const place = parameters.findIndex(({ kind }) => kind === "decimals");
  if (place < 0 || !ROUNDED.includes(name)) return (args) => args;
  return (args) =>
    Array.from({ length: place + 1 }, (_one, index) => args[index] ?? (index === place ? TWO : ""));
}

/** A whole column or row means what is filled in it. */
function withinUse({ sheet, area }: Address, book: Book): Area {
  const used = findSheet(book, sheet);
  if (used === undefined || used.values.length === 0) return area;
  const { origin, values } = used;
  const isColumn = area.rows >= MAX_ROWS;
  const isRow = area.columns >= MAX_COLUMNS;
  return {
    row: isColumn ? origin.row : area.row,
    rows: isColumn ? values.length : area.rows,
    column: isRow ? origin.column : area.column,
    columns: isRow ? (values[0]?.length ?? 1) : area.columns,
  };
}

function fixed(area: Area): string {
  return formatArea(area).replace(/([A-Z]+)(\d+)/gu, "$$$1$$$2");
}
