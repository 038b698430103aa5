import { failed, parseArea, success } from "../core/index.ts";
import type { Address, Area, Failure, Result } from "../core/index.ts";
import { isOfficeError, toFailure, toResult } from "./failure.ts";
import type { ExcelRunner } from "./runner.ts";

export type StopWatching = () => Promise<void>;

/** Cells changed on this computer. `area` is null where Excel names no plain rectangle. */
export interface CellEdit {
  readonly sheet: string;
  readonly area: Area | null;
  readonly by: "user" | "add-in";
  readonly change: "cells" | "structure";
}

/** What is selected: the range, or the active cell where several ranges or a picture are. */
export async function readSelection(run: ExcelRunner): Promise<Result<Address>> {
  try {
    const area = await run((context) => loadAddress(context, context.workbook.getSelectedRange()));
    return success(area);
  } catch (error) {
    if (!isOfficeError(error)) throw error;
    return toResult(run((context) => loadAddress(context, context.workbook.getActiveCell())));
  }
}

async function loadAddress(context: Excel.RequestContext, range: Excel.Range): Promise<Address> {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  range.worksheet.load("name");
  await context.sync();
  return {
    sheet: range.worksheet.name,
    area: {
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    },
  };
}

/** Tells of every new selection, in whatever sheet. Office.js swallows errors in handlers, so they come out of `onFailure`. */
export function watchSelection(
  run: ExcelRunner,
  listener: (selection: Address) => void,
  onFailure: (failure: Failure) => void
): Promise<Result<StopWatching>> {
  return watch(
    run,
    (worksheets) =>
      worksheets.onSelectionChanged.add(async () => {
        const selection = await readSelection(run);
        if (selection.ok) listener(selection.value);
        else onFailure(selection.failure);
      }),
    onFailure
  );
}

/** Tells of every edit of cells on this computer; what a co-author does elsewhere never makes us do anything. */
export function watchEdits(
  run: ExcelRunner,
  listener: (edit: CellEdit) => void,
  onFailure: (failure: Failure) => void
): Promise<Result<StopWatching>> {
  return watch(
    run,
    (worksheets) =>
      worksheets.onChanged.add(async (args) => {
        if (args.source === "Remote") return;
        const edit = await toResult(run((context) => toEdit(context, args)));
        if (!edit.ok) onFailure(edit.failure);
        else if (edit.value !== null) listener(edit.value);
      }),
    onFailure
  );
}

async function toEdit(
  context: Excel.RequestContext,
  args: Excel.WorksheetChangedEventArgs
): Promise<CellEdit | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(args.worksheetId);
  sheet.load("name");
  await context.sync();
  if (sheet.isNullObject) return null;
  return {
    sheet: sheet.name,
    area: parseArea(args.address) ?? null,
    by: args.triggerSource === "ThisLocalAddin" ? "add-in" : "user",
    change: args.changeType === "RangeEdited" ? "cells" : "structure",
  };
}

async function watch<T>(
  run: ExcelRunner,
  register: (worksheets: Excel.WorksheetCollection) => OfficeExtension.EventHandlerResult<T>,
  onFailure: (failure: Failure) => void
): Promise<Result<StopWatching>> {
  try {
    const handler = await run(async (context) => {
      const registered = register(context.workbook.worksheets);
      await context.sync();
      return registered;
    });
    return success(async () => {
      try {
        handler.remove();
        await handler.context.sync();
      } catch (error) {
        onFailure(toFailure(error));
      }
    });
  } catch (error) {
    return failed(toFailure(error));
  }
}
