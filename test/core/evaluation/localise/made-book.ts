import { roundTo } from "../../../../src/core/model/decimal.ts";
import { formatCell } from "../../../../src/core/workbook/address.ts";
import type { Book } from "../../../../src/core/workbook/book.ts";
import { bookOf, sheetOf } from "../../../support/grid.ts";
import type { GridCell } from "../../../support/grid.ts";

export type Value = number | string;
/** Reads a cell of the same book, by its key. */
export type Get = (key: string) => Value;

/** A cell of a made-up book. Typed unless it has a formula. */
export interface MadeCell {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What it is: "actual", "share", "total growth" … */
  readonly kind: string;
  readonly decimals: number;
  readonly value: Value;
  readonly formula: { readonly text: string; readonly compute: (get: Get) => Value } | null;
  /** Whether a typed cell agrees with the cells it is made of. */
  readonly agrees: ((get: Get, own: Value) => boolean) | null;
}

export interface MadeSheet {
  readonly name: string;
  readonly header: readonly (readonly GridCell[])[];
  readonly cells: readonly MadeCell[];
  /** Printed names, by row. */
  readonly labels: readonly {
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }[];
}

export type MadeBook = readonly MadeSheet[];

export function keyAt(sheet: string, row: number, column: number): string {
  return `${sheet}!${formatCell({ row, column })}`;
}

export function cellsOf(made: MadeBook): readonly MadeCell[] {
  return made.flatMap(({ cells }) => cells);
}

/** What every cell shows once the given ones are typed over: formulas are computed anew. */
export function calculated(made: MadeBook, typedOver: ReadonlyMap<string, Value>): Get {
  const cells = new Map(cellsOf(made).map((cell) => [cell.key, cell]));
  const known = new Map<string, Value>();
  const get: Get = (key) => {
    const typed = typedOver.get(key) ?? known.get(key);
    if (typed !== undefined) return typed;
    const cell = cells.get(key);
    if (cell === undefined) throw new Error(`no cell ${key}`);
    const value = cell.formula === null ? cell.value : cell.formula.compute(get);
    known.set(key, value);
    return value;
  };
  return get;
}

/** Cells that disagree with what they are made of: what a fault can be seen by. */
export function contradictions(
  made: MadeBook,
  typedOver: ReadonlyMap<string, Value>
): readonly MadeCell[] {
  const get = calculated(made, typedOver);
  return cellsOf(made).filter(
    ({ agrees, formula, key }) =>
      agrees !== null && (formula === null || typedOver.has(key)) && !agrees(get, get(key))
  );
}

export function toBook(made: MadeBook, typedOver: ReadonlyMap<string, Value>): Book {
  const get = calculated(made, typedOver);
  return bookOf(
    ...made.map(({ name, header, cells, labels }) => {
      const rows: GridCell[][] = header.map((row) => [...row]);
      const put = (row: number, column: number, cell: GridCell): void => {
        while (rows.length <= row) rows.push([]);
        const line = rows[row] ?? [];
        while (line.length < column) line.push(null);
        line[column] = cell;
      };
      for (const { row, column, text } of labels) put(row, column, text);
      for (const cell of cells) {
        const value = get(cell.key);
        const format = cell.decimals === 0 ? "0" : `0.${"0".repeat(cell.decimals)}`;
        const isFormula = cell.formula !== null && !typedOver.has(cell.key);
        if (isFormula) put(cell.row, cell.column, { f: cell.formula.text, v: value, nf: format });
        else if (typeof value === "string") put(cell.row, cell.column, value);
        else put(cell.row, cell.column, { v: value, nf: format });
      }
      return sheetOf(name, rows);
    })
  );
}

export function numberOf(value: Value): number {
  return typeof value === "number" ? value : Number.NaN;
}

export function rounded(value: number, decimals: number): number {
  return roundTo(value, decimals);
}
