import type { Applied, CellRef, WorkbookPort, WriteIntent } from "../core/index.ts";
import { findSheet, formatCell, success } from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";
import { nothingDone } from "./action-result.ts";
import type { CallRequest, CellWriting, PreparedCall } from "./prepare-call.ts";
import { prepareCall, writings } from "./prepare-call.ts";
import { surroundingsOf } from "./suggest-arguments.ts";

/** What to do about cells that hold something already. ask: nothing is written, they are told. */
export type OccupiedChoice = "ask" | "skip" | "replace";

export type InsertedCall =
  | { readonly kind: "occupied"; readonly cells: readonly string[] }
  | {
      readonly kind: "inserted";
      readonly becomes: "function" | "native" | "value";
      readonly cells: number;
      /** Left as they were. */
      readonly skipped: number;
      /** The header a new column was given; null where it has one, or none was written. */
      readonly header: { readonly cell: string; readonly text: string } | null;
      readonly applied: Applied;
    };

/**
 * Writes a call into its cell, or from there down the table, in one batch. The book is read anew: what was looked at while
 * the call was put together may have changed. Nothing that stands in a cell is written over without having been asked for.
 */
export async function insertCall(
  port: WorkbookPort,
  request: CallRequest,
  occupied: OccupiedChoice
): Promise<ActionResult<InsertedCall>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const book = read.value;
  const sheet = findSheet(book, request.at.sheet);
  if (sheet === undefined) {
    return success(inserted("function", [], 0, null, missingSheet(request)));
  }
  const { tables } = surroundingsOf(book, sheet);
  const prepared = prepareCall(request, book, sheet, tables);
  const { becomes, record } = prepared;
  const [first = { row: 0, column: 0 }] = prepared.cells;
  if (becomes.kind === "nothing" && becomes.because !== "protected") {
    const cell = formatCell(first);
    return nothingDone({ code: "operands-missing", measure: request.name, cell });
  }
  if (prepared.occupied.length > 0 && occupied === "ask") {
    return success({ kind: "occupied", cells: prepared.occupied });
  }
  const kind = becomes.kind === "nothing" ? "function" : becomes.kind;
  const args = prepared.args.map(({ text }) => text);
  const all = writings({ record, args, cells: prepared.cells, becomes: kind, book, sheet });
  const taken = new Set(prepared.occupied);
  const written = occupied === "skip" ? all.filter(({ at }) => !taken.has(formatCell(at))) : all;
  const header = written.length > 0 ? prepared.header : null;
  const applied = await port.apply([
    ...headerIntents(request.at.sheet, header),
    ...intentsOf(request.at.sheet, written),
  ]);
  if (!applied.ok) return applied;
  return success(inserted(kind, written, all.length - written.length, header, applied.value));
}

function inserted(
  becomes: "function" | "native" | "value",
  written: readonly CellWriting[],
  skipped: number,
  header: PreparedCall["header"],
  applied: Applied
): InsertedCall {
  return {
    kind: "inserted",
    becomes,
    cells: written.length,
    skipped,
    header: header === null ? null : { cell: formatCell(header.at), text: header.text },
    applied,
  };
}

function headerIntents(sheet: string, header: PreparedCall["header"]): readonly WriteIntent[] {
  if (header === null) return [];
  return [{ kind: "set-formulas", sheet, at: header.at, formulas: [[header.text]] }];
}

/** One intent for each run of neighbouring cells. A value goes in as if it was typed. */
function intentsOf(sheet: string, written: readonly CellWriting[]): readonly WriteIntent[] {
  return runsOf(written).flatMap((run): readonly WriteIntent[] => {
    const [first] = run;
    if (first === undefined) return [];
    const texts = run.map((one) =>
      one.kind === "formula" ? one.formula : one.value === null ? "" : String(one.value)
    );
    const formulas = directionOf(run) === "right" ? [texts] : texts.map((text) => [text]);
    return [{ kind: "set-formulas", sheet, at: first.at, formulas }];
  });
}

function runsOf<T extends { readonly at: CellRef }>(cells: readonly T[]): readonly T[][] {
  const runs: T[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const last = run?.at(-1);
    const step = last === undefined ? null : stepBetween(last.at, cell.at);
    const before =
      first === undefined || last === first || run === undefined ? step : directionOf(run);
    if (run !== undefined && step !== null && step === before) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function directionOf(run: readonly { readonly at: CellRef }[]): "down" | "right" | null {
  const [first, second] = run;
  return first === undefined || second === undefined ? null : stepBetween(first.at, second.at);
}

function stepBetween(from: CellRef, to: CellRef): "down" | "right" | null {
  if (from.column === to.column && to.row === from.row + 1) return "down";
  return from.row === to.row && to.column === from.column + 1 ? "right" : null;
}

function missingSheet({ at }: CallRequest): Applied {
  const { row, column } = at.area;
  const intent: WriteIntent = {
    kind: "set-formulas",
    sheet: at.sheet,
    at: { row, column },
    formulas: [],
  };
  return { done: [], refused: [{ intent, reason: "sheet-missing", sheet: at.sheet }] };
}
