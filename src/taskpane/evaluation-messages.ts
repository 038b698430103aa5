import type {
  Book,
  Evaluation,
  EvaluationRequest,
  IndicatorTable,
  Result,
  Sheet,
} from "../core/index.ts";
import { success } from "../core/index.ts";

/**
 * How a workbook crosses to the worker, and its evaluation back: in bands of rows, since a message is copied on the
 * pane's thread, and nothing may hold that up while the user types in Excel.
 */
export type ToWorker =
  | { readonly kind: "band"; readonly sheet: number; readonly band: Band }
  /** Everything but the grids; the bands before it belong into its sheets. */
  | { readonly kind: "evaluate"; readonly request: EvaluationRequest };

export type FromWorker =
  | { readonly kind: "cells"; readonly table: number; readonly cells: IndicatorTable["cells"] }
  /** Everything but the tables' cells; those came before it. */
  | { readonly kind: "evaluated"; readonly result: Result<Evaluation> }
  /** A programmer's mistake in the worker: its stack. */
  | { readonly kind: "broken"; readonly detail: string };

/** Some rows of a sheet's three grids. */
export interface Band {
  readonly values: Sheet["values"];
  readonly formulas: Sheet["formulas"];
  readonly numberFormats: Sheet["numberFormats"];
}

/** About 10 ms of copying on a slow office machine: a cell is a value, an observation an object of objects. */
const CELLS_A_BAND = 10_000;
const OBSERVATIONS_A_BAND = 1_000;

/** The messages that carry a request, in order. */
export function* toMessages(request: EvaluationRequest): Generator<ToWorker> {
  for (const [index, sheet] of request.book.sheets.entries()) {
    for (const [from, to] of bandsOf(sheet.values, CELLS_A_BAND)) {
      const band = {
        values: sheet.values.slice(from, to),
        formulas: sheet.formulas.slice(from, to),
        numberFormats: sheet.numberFormats.slice(from, to),
      };
      yield { kind: "band", sheet: index, band };
    }
  }
  const sheets = request.book.sheets.map((sheet) => ({
    ...sheet,
    values: [],
    formulas: [],
    numberFormats: [],
  }));
  yield { kind: "evaluate", request: { ...request, book: { ...request.book, sheets } } };
}

/** Puts a request together again from the bands that came before it. */
export function joinBands(
  request: EvaluationRequest,
  bands: ReadonlyMap<number, readonly Band[]>
): EvaluationRequest {
  const sheets = request.book.sheets.map((sheet, index): Sheet => {
    const own = bands.get(index) ?? [];
    return {
      ...sheet,
      values: own.flatMap(({ values }) => values),
      formulas: own.flatMap(({ formulas }) => formulas),
      numberFormats: own.flatMap(({ numberFormats }) => numberFormats),
    };
  });
  const book: Book = { ...request.book, sheets };
  return { ...request, book };
}

/** The messages that carry an answer, in order. */
export function* toAnswers(result: Result<Evaluation>): Generator<FromWorker> {
  if (!result.ok) {
    yield { kind: "evaluated", result };
    return;
  }
  const evaluation = result.value;
  for (const [index, { cells }] of evaluation.tables.entries()) {
    for (const [from, to] of bandsOf(cells, OBSERVATIONS_A_BAND)) {
      yield { kind: "cells", table: index, cells: cells.slice(from, to) };
    }
  }
  const tables = evaluation.tables.map((table) => ({ ...table, cells: [] }));
  yield { kind: "evaluated", result: success({ ...evaluation, tables }) };
}

/** Puts an answer together again from the cells that came before it. */
export function joinCells(
  result: Result<Evaluation>,
  cells: ReadonlyMap<number, readonly IndicatorTable["cells"][]>
): Result<Evaluation> {
  if (!result.ok) return result;
  const tables = result.value.tables.map((table, index) => ({
    ...table,
    cells: (cells.get(index) ?? []).flat(),
  }));
  return success({ ...result.value, tables });
}

/** First row and row after the last of each band of a grid. */
function* bandsOf(
  rows: readonly (readonly unknown[])[],
  cellsABand: number
): Generator<readonly [number, number]> {
  const columns = Math.max(1, rows[0]?.length ?? 1);
  const step = Math.max(1, Math.floor(cellsABand / columns));
  for (let from = 0; from < rows.length; from += step) yield [from, from + step];
}
