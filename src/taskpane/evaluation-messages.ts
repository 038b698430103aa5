import type {
  Book,
  Evaluation,
  EvaluationRequest,
  IndicatorTable,
  Result,
  Sheet,
} from "../core/index.ts";
import { success } from "../core/index.ts";
import type { Claim, DraftCheck } from "../core/narrative/check/index.ts";
import type {
  CheckRequest,
  ComposeAnswer,
  ComposeRequest,
} from "../core/narrative/narrator/index.ts";

/**
 * How a workbook crosses to the worker, and its evaluation back: in bands of rows, since a message is copied on the
 * pane's thread, and nothing may hold that up while the user types in Excel.
 */
export type ToWorker =
  | { readonly kind: "band"; readonly sheet: number; readonly band: Band }
  /** Everything but the grids; the bands before it belong into its sheets. */
  | { readonly kind: "evaluate"; readonly request: EvaluationRequest }
  | { readonly kind: "compose"; readonly request: ComposeRequest }
  | { readonly kind: "check"; readonly request: CheckRequest };

export type FromWorker =
  | { readonly kind: "part"; readonly part: AnswerPart }
  /** The end of an answer: what is in no part. */
  | { readonly kind: "evaluated"; readonly result: Result<Evaluation> }
  | { readonly kind: "composed"; readonly result: Result<ComposeAnswer> }
  | { readonly kind: "claims"; readonly items: readonly Claim[] }
  /** The end of a check: all but its claims. */
  | { readonly kind: "checked"; readonly result: Result<DraftCheck> }
  /** A programmer's mistake in the worker: its stack. */
  | { readonly kind: "broken"; readonly detail: string };

/** A piece of an evaluation's long lists; a table's cells follow the table. */
export type AnswerPart =
  | { readonly of: "tables"; readonly items: Evaluation["tables"] }
  | { readonly of: "cells"; readonly table: number; readonly items: IndicatorTable["cells"] }
  | { readonly of: "findings"; readonly items: Evaluation["findings"] }
  | { readonly of: "notEvaluable"; readonly items: Evaluation["notEvaluable"] }
  | { readonly of: "flags"; readonly items: Evaluation["flags"] };

/** Some rows of a sheet's three grids. */
export interface Band {
  readonly values: Sheet["values"];
  readonly formulas: Sheet["formulas"];
  readonly numberFormats: Sheet["numberFormats"];
}

/** About 10 ms of copying on a slow office machine: a cell is a value, an observation an object of objects. */
const CELLS_A_BAND = 10_000;
const OBSERVATIONS_A_BAND = 1_000;
const TABLES_A_PART = 5;
const FINDINGS_A_PART = 50;
const OUTCOMES_A_PART = 500;
/** A sheet has tens of flags, and a flag may have hundreds of areas. */
const SHEETS_A_PART = 5;
const CLAIMS_A_PART = 300;

/** The messages that carry a request, in order. */
export function* toMessages(request: EvaluationRequest): Generator<ToWorker> {
  yield* toBands(request.book);
  yield { kind: "evaluate", request: { ...request, book: withoutGrids(request.book) } };
}

/** The same for a text to be composed. */
export function* toComposeMessages(request: ComposeRequest): Generator<ToWorker> {
  yield* toBands(request.book);
  yield { kind: "compose", request: { ...request, book: withoutGrids(request.book) } };
}

/** The same for a draft to be checked. */
export function* toCheckMessages({ book, ...request }: CheckRequest): Generator<ToWorker> {
  if (book !== null) yield* toBands(book);
  yield { kind: "check", request: { ...request, book: book === null ? null : withoutGrids(book) } };
}

function* toBands(book: Book): Generator<ToWorker> {
  for (const [index, sheet] of book.sheets.entries()) {
    for (const [from, to] of bandsOf(sheet.values, CELLS_A_BAND)) {
      const band = {
        values: sheet.values.slice(from, to),
        formulas: sheet.formulas.slice(from, to),
        numberFormats: sheet.numberFormats.slice(from, to),
      };
      yield { kind: "band", sheet: index, band };
    }
  }
}

function withoutGrids(book: Book): Book {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    values: [],
    formulas: [],
    numberFormats: [],
  }));
  return { ...book, sheets };
}

/** Puts a request together again from the bands that came before it. */
export function joinBands<Request extends { readonly book: Book }>(
  request: Request,
  bands: ReadonlyMap<number, readonly Band[]>
): Request {
  return { ...request, book: joinBook(request.book, bands) };
}

/** Puts a workbook together again from the bands that came before it. */
export function joinBook(book: Book, bands: ReadonlyMap<number, readonly Band[]>): Book {
  const sheets = book.sheets.map((sheet, index): Sheet => {
    const own = bands.get(index) ?? [];
    return {
      ...sheet,
      values: own.flatMap(({ values }) => values),
      formulas: own.flatMap(({ formulas }) => formulas),
      numberFormats: own.flatMap(({ numberFormats }) => numberFormats),
    };
  });
  return { ...book, sheets };
}

/** The messages that carry a check of a draft, in order. */
export function* toCheckAnswers(checked: Result<DraftCheck>): Generator<FromWorker> {
  if (!checked.ok) {
    yield { kind: "checked", result: checked };
    return;
  }
  const check = checked.value;
  for (const items of slices(check.claims, CLAIMS_A_PART)) yield { kind: "claims", items };
  yield { kind: "checked", result: success({ ...check, claims: [] }) };
}

/** The messages that carry an answer, in order. */
export function* toAnswers(result: Result<Evaluation>): Generator<FromWorker> {
  if (result.ok) for (const part of partsOf(result.value)) yield { kind: "part", part };
  yield { kind: "evaluated", result: result.ok ? success(withoutLists(result.value)) : result };
}

function* partsOf(evaluation: Evaluation): Generator<AnswerPart> {
  const { tables, findings, notEvaluable, flags } = evaluation;
  const bare = tables.map((table) => ({ ...table, cells: [] }));
  for (const items of slices(bare, TABLES_A_PART)) yield { of: "tables", items };
  for (const [index, { cells }] of tables.entries()) {
    for (const [from, to] of bandsOf(cells, OBSERVATIONS_A_BAND)) {
      yield { of: "cells", table: index, items: cells.slice(from, to) };
    }
  }
  for (const items of slices(findings, FINDINGS_A_PART)) yield { of: "findings", items };
  for (const items of slices(notEvaluable, OUTCOMES_A_PART)) yield { of: "notEvaluable", items };
  for (const items of slices(flags, SHEETS_A_PART)) yield { of: "flags", items };
}

function withoutLists(evaluation: Evaluation): Evaluation {
  return { ...evaluation, tables: [], findings: [], notEvaluable: [], flags: [] };
}

function* slices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Puts an answer together again from its end and the parts that came before it. */
export function joinAnswer(
  result: Result<Evaluation>,
  parts: readonly AnswerPart[]
): Result<Evaluation> {
  if (!result.ok) return result;
  const cells = new Map<number, IndicatorTable["cells"][]>();
  for (const part of parts) {
    if (part.of !== "cells") continue;
    const own = cells.get(part.table) ?? [];
    own.push(part.items);
    cells.set(part.table, own);
  }
  const tables = parts
    .flatMap((part) => (part.of === "tables" ? part.items : []))
    .map((table, index) => ({ ...table, cells: (cells.get(index) ?? []).flat() }));
  const findings = parts.flatMap((part) => (part.of === "findings" ? part.items : []));
  const notEvaluable = parts.flatMap((part) => (part.of === "notEvaluable" ? part.items : []));
  const flags = parts.flatMap((part) => (part.of === "flags" ? part.items : []));
  return success({ ...result.value, tables, findings, notEvaluable, flags });
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
