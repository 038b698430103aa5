import { failed, success } from "../../core/index.ts";
import type { Book, ReadOptions, Result, Sheet } from "../../core/index.ts";
import { toFailure, toResult } from "../failure.ts";
import type { ExcelRunner } from "../runner.ts";
import { appendRows } from "./cells.ts";
import type { SheetGrids } from "./cells.ts";
import { FIRST_CELLS, nextChunkSize, START, takePieces } from "./chunks.ts";
import type { Cursor, Piece } from "./chunks.ts";
import { readOutline } from "./outline.ts";
import type { Outline, SheetOutline } from "./outline.ts";
import { withSpills } from "./spills.ts";
import { withTables } from "./tables.ts";

/**
 * Reads the open workbook: two round trips for what there is, then one for every chunk of cells. Chunks grow and shrink
 * with what the cells turn out to weigh, and between them Excel and the pane have their turn.
 */
export async function readBook(run: ExcelRunner, options: ReadOptions): Promise<Result<Book>> {
  const result = await toResult(
    run(async (context) => {
      const outline = await readOutline(context);
      return readCells(context, outline, options);
    })
  );
  return result.ok ? result.value : result;
}

/** A sheet while its cells come in. */
interface ReadingSheet {
  readonly outline: SheetOutline;
  readonly grids: SheetGrids;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

async function readCells(
  context: Excel.RequestContext,
  outline: Outline,
  options: ReadOptions
): Promise<Result<Book>> {
  const sheets = outline.sheets.map((sheet): ReadingSheet => ({
    outline: sheet,
    grids: { values: [], formulas: [], numberFormats: [] },
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  }));
  const total = outline.sheets.reduce((sum, { used }) => sum + cellsOf(used), 0);
  let done = 0;
  let size = FIRST_CELLS;
  let cursor: Cursor | null = START;
  while (cursor !== null) {
    if (options.signal?.aborted === true) return failed({ code: "cancelled" });
    const { pieces, next } = takePieces(outline.sheets, cursor, size);
    if (pieces.length === 0) break;
    const cells = pieces.reduce((sum, { area }) => sum + cellsOf(area), 0);
    const read = await readPieces(context, sheets, pieces);
    if (read.ok) {
      cursor = next;
      size = nextChunkSize(read.value, cells);
      done += cells;
      options.onProgress?.(done, total);
    } else {
      // One row too heavy for an answer cannot be helped; anything else is tried again in smaller steps.
      const isSplittable = pieces.length > 1 || (pieces[0]?.area.rows ?? 1) > 1;
      if (read.failure.code !== "payload-too-large" || !isSplittable) return read;
      size = Math.max(1, Math.floor(Math.min(size, cells) / 4));
    }
    if (cursor !== null) await pause();
  }
  return success(await withTables(context, await withSpills(context, toBook(outline, sheets))));
}

function cellsOf(area: { readonly rows: number; readonly columns: number } | null): number {
  return area === null ? 0 : area.rows * area.columns;
}

/** Lets the pane and Excel do what waits. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** One round trip. Gives the bytes it took, roughly. */
async function readPieces(
  context: Excel.RequestContext,
  sheets: readonly ReadingSheet[],
  pieces: readonly Piece[]
): Promise<Result<number>> {
  const loading = pieces.flatMap(({ sheet: index, area }) => {
    const sheet = sheets[index];
    if (sheet === undefined) return [];
    const { row, column, rows, columns } = area;
    const worksheet = context.workbook.worksheets.getItem(sheet.outline.name);
    const range = worksheet.getRangeByIndexes(row, column, rows, columns);
    range.load("values,formulas,numberFormat,valueTypes");
    const rowProperties = range.getRowProperties({ rowHidden: true });
    // Columns are the same for every piece of a sheet.
    const columnProperties =
      row === sheet.outline.used?.row ? range.getColumnProperties({ columnHidden: true }) : null;
    return [{ sheet, area, range, rowProperties, columnProperties }];
  });
  try {
    await context.sync();
  } catch (error) {
    return failed(toFailure(error));
  }
  let bytes = 0;
  for (const { sheet, area, range, rowProperties, columnProperties } of loading) {
    bytes += appendRows(sheet.grids, range);
    rowProperties.value.forEach(({ rowHidden }, i) => {
      if (rowHidden === true) sheet.hiddenRows.add(area.row + i);
    });
    columnProperties?.value.forEach(({ columnHidden }, i) => {
      if (columnHidden === true) sheet.hiddenColumns.add(area.column + i);
    });
    // Each range is held by Excel until it is let go; a big workbook would pile them up.
    range.untrack();
  }
  return success(bytes);
}

function toBook(outline: Outline, sheets: readonly ReadingSheet[]): Book {
  return {
    name: outline.name,
    sheets: sheets.map(toSheet),
    calculation: outline.calculation,
    definedNames: outline.definedNames,
    ...(outline.outerFormulas.length === 0 ? {} : { outerFormulas: outline.outerFormulas }),
    part: outline.part,
  };
}

function toSheet({ outline, grids, hiddenRows, hiddenColumns }: ReadingSheet): Sheet {
  return {
    name: outline.name,
    visibility: outline.visibility,
    isProtected: outline.isProtected,
    origin: { row: outline.used?.row ?? 0, column: outline.used?.column ?? 0 },
    ...grids,
    // Excel has always calculated; with manual calculation the values may be old, which the book says.
    notCalculated: new Set(),
    hiddenRows,
    hiddenColumns,
  };
}
