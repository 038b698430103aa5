import type { Book, Evaluation, EvaluationRequest, Result, Sheet } from "../core/index.ts";

/**
 * How a workbook crosses to the worker: a big sheet goes over in bands of rows, since posting a message copies it on the
 * pane's thread, and nothing may hold that up while the user types in Excel.
 */
export type ToWorker =
  | { readonly kind: "band"; readonly sheet: number; readonly band: Band }
  /** Everything but the grids; the bands before it belong into its sheets. */
  | { readonly kind: "evaluate"; readonly request: EvaluationRequest };

export type FromWorker =
  | { readonly kind: "evaluated"; readonly result: Result<Evaluation> }
  /** A programmer's mistake in the worker: its stack. */
  | { readonly kind: "broken"; readonly detail: string };

/** Some rows of a sheet's three grids. */
export interface Band {
  readonly values: Sheet["values"];
  readonly formulas: Sheet["formulas"];
  readonly numberFormats: Sheet["numberFormats"];
}

/** About 10 ms of copying on a slow office machine. */
const CELLS_A_BAND = 10_000;

/** The messages that carry a request, in order. */
export function* toMessages(request: EvaluationRequest): Generator<ToWorker> {
  for (const [index, sheet] of request.book.sheets.entries()) {
    const columns = Math.max(1, sheet.values[0]?.length ?? 1);
    const rows = Math.max(1, Math.floor(CELLS_A_BAND / columns));
    for (let from = 0; from < sheet.values.length; from += rows) {
      const band = {
        values: sheet.values.slice(from, from + rows),
        formulas: sheet.formulas.slice(from, from + rows),
        numberFormats: sheet.numberFormats.slice(from, from + rows),
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
