import { printedName } from "../checks/printed-name.ts";
import type { Measure } from "../model/measure.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import { formatCell } from "../workbook/address.ts";
import type { Sheet } from "../workbook/book.ts";
import { cellAt } from "../workbook/book.ts";
import type { OperandCell, OperandPair } from "./find-operands.ts";
import { operandFinder } from "./find-operands.ts";

/** The functions that make a column out of two columns of a table. */
export type ColumnFunction =
  "ZONE_GAP" | "ZONE_STATUS" | "ZONE_SHARE" | "ZONE_GROWTH" | "ZONE_DIFF";

/** A column a table could have: its own, still blank, or a new one beside it. */
export interface ColumnOffer {
  readonly function: ColumnFunction;
  /** As printed; null where the table has its indicators in rows, and the column is of all of them. */
  readonly indicator: string | null;
  readonly operands: readonly [OperandCell, OperandCell];
  /** Where the first formula goes. */
  readonly at: CellRef;
  /** own: the form has a column for it, blank so far · beside: the first free column right of the table. */
  readonly column: "own" | "beside";
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
 * value added is given by the statistics office, and is not offered at all.
 */
export function columnOffers(
  tables: readonly IndicatorTable[],
  sheet: Sheet
): readonly ColumnOffer[] {
  return tables.flatMap((table) => offersOf(table, sheet));
}

function offersOf(table: IndicatorTable, sheet: Sheet): readonly ColumnOffer[] {
  if (table.orientation === "zones-in-columns") return [];
  const finder = operandFinder([table]);
  const rows = subjectRows(table);
  const offers = new Map<string, ColumnOffer>();
  for (const derivation of DERIVATIONS) {
    for (const row of rows) {
      for (const { operands, field } of finder.pairs(derivation.pair, row)) {
        const isPerIndicator = table.orientation === "zones-in-rows";
        const key = `${derivation.function} ${isPerIndicator ? field.indicator.id : ""}`;
        if (offers.has(key) || isGivenElsewhere(derivation, field)) continue;
        if (isComputedInRow(derivation, operands, row, sheet)) continue;
        const place = placeOf(derivation, field, table, sheet);
        if (place === undefined) continue;
        offers.set(key, {
          function: derivation.function,
          indicator: isPerIndicator ? printedName(field) : null,
          operands,
          at: { row, column: place.column },
          column: place.kind,
        });
      }
    }
  }
  return [...offers.values()];
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
  operands: readonly OperandCell[],
  row: number,
  sheet: Sheet
): boolean {
  const formulas = sheet.formulas[row - sheet.origin.row] ?? [];
  return formulas.some(
    (formula) =>
      formula?.toUpperCase().includes(`${name}(`) === true &&
      operands.every(({ cell }) => formula.replaceAll("$", "").includes(formatCell(cell)))
  );
}

function placeOf(
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
