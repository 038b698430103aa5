import { printedName } from "../checks/printed-name.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import { formatCell } from "../workbook/address.ts";
import type { Sheet } from "../workbook/book.ts";
import { cellAt } from "../workbook/book.ts";
import type { OperandCell, OperandPair } from "./operand-pair.ts";
import type { ColumnFunction } from "./column-function.ts";
import { columnHeader } from "./column-header.ts";
import { operandFinder, turnedOperand } from "./find-operands.ts";
import { turnedCell, turnedSheet, turnedTable } from "./turn-table.ts";

/** A column a table could have: its own, still blank, or a new one beside it. */
export interface ColumnOffer {
  readonly function: ColumnFunction;
  /** As printed; null where the table has its indicators in rows, and the column is of all of them. */
  readonly indicator: string | null;
  readonly operands: readonly [OperandCell, OperandCell];
  /** Where the first formula goes. */
  readonly at: CellRef;
  /** row: the zones stand in columns, and what is offered is a row below the table. */
  readonly line: "column" | "row";
  /** own: the form has a column for it, blank so far · beside: the first free column right of the table. */
  readonly column: "own" | "beside";
  /** What a new column is to be headed with, and where; null where the form has its own, or the cell is not free. */
  readonly header: { readonly at: CellRef; readonly text: string } | null;
}

interface Derivation {
  readonly function: ColumnFunction;
  readonly pair: OperandPair;
  /** What such a column is, where the form has one. */
  readonly gives: readonly Measure[];
}

const DERIVATIONS: readonly Derivation[] = [
  { function: "ZONE_GAP", pair: "actual-target", gives: ["gap"] },
  { function: "ZONE_STATUS", pair: "actual-target", gives: ["verdict"] },
  { function: "ZONE_SHARE", pair: "part-whole", gives: ["share"] },
  { function: "ZONE_GROWTH", pair: "current-prior", gives: ["growth", "fall"] },
  { function: "ZONE_DIFF", pair: "rate-reference", gives: ["difference"] },
];

/**
 * The columns that follow from what a table says of its own ones: a gap from value and target, a share from part and
 * whole, a growth, a difference, a verdict. A column that is filled in is not offered again. The growth of investment and
 * value added is given by the statistics office, and is not offered at all. Of a table with its zones in columns it is rows.
 */
export function columnOffers(
  tables: readonly IndicatorTable[],
  sheet: Sheet
): readonly ColumnOffer[] {
  return tables.flatMap((table) => offersOf(table, sheet));
}

function offersOf(table: IndicatorTable, sheet: Sheet): readonly ColumnOffer[] {
  if (table.orientation !== "zones-in-columns") {
    return uprightOffers(table, sheet, (cell) => cell);
  }
  return uprightOffers(turnedTable(table), turnedSheet(sheet), turnedCell).map((offer) => {
    const [first, second] = offer.operands;
    return {
      ...offer,
      operands: [turnedOperand(first), turnedOperand(second)],
      at: turnedCell(offer.at),
      line: "row",
      header: offer.header === null ? null : { ...offer.header, at: turnedCell(offer.header.at) },
    };
  });
}

/** `placeOf` gives the place on the sheet as it is, for the formulas that stand there. */
function uprightOffers(
  table: IndicatorTable,
  sheet: Sheet,
  placeOf: (cell: CellRef) => CellRef
): readonly ColumnOffer[] {
  const finder = operandFinder([table]);
  const rows = subjectRows(table);
  const offers = new Map<string, ColumnOffer>();
  for (const derivation of DERIVATIONS) {
    for (const row of rows) {
      for (const { operands, field } of finder.pairs(derivation.pair, row)) {
        const isPerIndicator = table.orientation === "zones-in-rows";
        const key = `${derivation.function} ${isPerIndicator ? field.indicator.id : ""}`;
        if (offers.has(key) || isGivenElsewhere(derivation, field)) continue;
        const texts = operands.map(({ cell }) => formatCell(placeOf(cell)));
        if (isComputedInRow(derivation, texts, row, sheet)) continue;
        const place = columnOf(derivation, field, table, sheet);
        if (place === undefined) continue;
        const indicator = isPerIndicator ? printedName(field) : null;
        const line = headerLine(field, operands[0].cell, sheet);
        const head = line === undefined ? undefined : { row: line, column: place.column };
        const text = columnHeader(derivation.function, indicator, field, operands[1], table);
        const isFree = place.kind === "beside" && head !== undefined && isBlankAt(sheet, head);
        offers.set(key, {
          function: derivation.function,
          indicator,
          operands,
          at: { row, column: place.column },
          line: "column",
          column: place.kind,
          header: isFree && text !== null ? { at: head, text } : null,
        });
      }
    }
  }
  return [...offers.values()];
}

/** The row above an operand that holds the last words of its header; a column of units, or of numbers, is none. */
function headerLine({ path }: Field, { row, column }: CellRef, sheet: Sheet): number | undefined {
  const words = path.map(normaliseText).filter((text) => text !== "");
  for (let line = row - 1; line >= 0; line -= 1) {
    const { value } = cellAt(sheet, line, column);
    if (typeof value === "string" && words.includes(normaliseText(value))) return line;
  }
  return undefined;
}

/** Rows of zones and projects, from the top. */
function subjectRows(table: IndicatorTable): readonly number[] {
  const rows = table.cells.flatMap((cells, subject) => {
    const role = table.subjects[subject]?.role;
    if (role !== "zone" && role !== "project") return [];
    return cells.flatMap((cell) => (cell === null ? [] : [cell.at.row]));
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

function isGivenElsewhere({ pair }: Derivation, { indicator }: Field): boolean {
  const { growthBasis } = indicator;
  return pair === "current-prior" && growthBasis !== "nominal" && growthBasis !== "count";
}

/** Whether the row calls the function on these operands already, in a column without a header perhaps. */
function isComputedInRow(
  { function: name }: Derivation,
  operands: readonly string[],
  row: number,
  sheet: Sheet
): boolean {
  const formulas = sheet.formulas[row - sheet.origin.row] ?? [];
  return formulas.some(
    (formula) =>
      formula?.toUpperCase().includes(`${name}(`) === true &&
      operands.every((cell) => formula.replaceAll("$", "").includes(cell))
  );
}

function columnOf(
  { gives }: Derivation,
  { indicator }: Field,
  table: IndicatorTable,
  sheet: Sheet
): { readonly column: number; readonly kind: ColumnOffer["column"] } | undefined {
  const own = table.fields.filter(
    (field) =>
      gives.includes(field.measure) &&
      (table.orientation === "indicators-in-rows" || field.indicator.id === indicator.id)
  );
  if (own.length > 0) {
    const cells = own.flatMap(({ index }) => table.cells.flatMap((row) => row[index] ?? []));
    const isBlank = cells.every(({ at }) => isBlankAt(sheet, at));
    const column = cells[0]?.at.column;
    return isBlank && column !== undefined ? { column, kind: "own" } : undefined;
  }
  return { column: firstFreeColumn(table, sheet), kind: "beside" };
}

/** The first column right of the table that is blank over its rows, header rows included. */
function firstFreeColumn({ area }: IndicatorTable, sheet: Sheet): number {
  const rows = Array.from({ length: area.rows }, (_row, index) => area.row + index);
  for (let column = area.column + area.columns; ; column += 1) {
    if (rows.every((row) => isBlankAt(sheet, { row, column }))) return column;
  }
}

/** Whether a cell holds neither a value nor a formula. */
export function isBlankAt(sheet: Sheet, { row, column }: CellRef): boolean {
  const { value, formula } = cellAt(sheet, row, column);
  return formula === null && (value === null || value === "");
}
