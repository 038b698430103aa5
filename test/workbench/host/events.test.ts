import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readSelection, watchEdits, watchSelection } from "../../../src/excel/index.ts";
import type { CellEdit, StopWatching } from "../../../src/excel/index.ts";
import type { Address, Failure, Result } from "../../../src/core/index.ts";
import { openExcelOnMemory, runInExcel } from "../../support/excel-on-memory.ts";
import type { ExcelOnMemory } from "../../support/excel-on-memory.ts";

let excel: ExcelOnMemory;
let failures: Failure[];
beforeEach(() => {
  excel = openExcelOnMemory(["指标", "附表"]);
  failures = [];
});
/** The library is one for all tests: a handler left behind would hear the next test's events. */
const stops: StopWatching[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  excel.close();
});

const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

function started(result: Result<StopWatching>): StopWatching {
  if (!result.ok) throw new Error(result.failure.code);
  stops.push(result.value);
  return result.value;
}

async function watchingEdits(): Promise<{
  readonly edits: CellEdit[];
  readonly stop: StopWatching;
}> {
  const edits: CellEdit[] = [];
  const stop = started(
    await watchEdits(
      runInExcel,
      (edit) => edits.push(edit),
      (failure) => failures.push(failure)
    )
  );
  return { edits, stop };
}

describe("what the pane hears from Excel", () => {
  test("an edit of the user's is told with its sheet and place", async () => {
    const { edits } = await watchingEdits();
    excel.engine.userEdit("附表", { row: 4, column: 3 }, 17.5);
    await quiet();
    expect(edits).toEqual([
      {
        sheet: "附表",
        area: { row: 4, column: 3, rows: 1, columns: 1 },
        by: "user",
        change: "cells",
      },
    ]);
  });

  test("rows that are put in are a change of structure", async () => {
    const { edits } = await watchingEdits();
    excel.engine.insertRows("指标", 4, 2);
    await quiet();
    expect(edits).toMatchObject([{ sheet: "指标", by: "user", change: "structure" }]);
  });

  test("a big block of our own is told once, though the library writes it in pieces", async () => {
    const { edits } = await watchingEdits();
    await runInExcel(async (context) => {
      const values = Array.from({ length: 2000 }, (_, r) => [r, r, r]);
      context.workbook.worksheets.getItem("指标").getRange("B2:D2001").values = values;
      await context.sync();
    });
    await quiet();
    expect(edits).toEqual([
      {
        sheet: "指标",
        area: { row: 1, column: 1, rows: 2000, columns: 3 },
        by: "add-in",
        change: "cells",
      },
    ]);
  });

  test("a co-author's edit is not told", async () => {
    const { edits } = await watchingEdits();
    excel.host.remoteEdit(excel.engine.sheet("指标").id, {
      row: 0,
      column: 0,
      rows: 1,
      columns: 1,
    });
    await quiet();
    expect(edits).toEqual([]);
  });

  test("nothing is told after listening has stopped, or before it began", async () => {
    excel.engine.userEdit("指标", { row: 0, column: 0 }, 1);
    const { edits, stop } = await watchingEdits();
    await stop();
    stops.length = 0;
    excel.engine.userEdit("指标", { row: 0, column: 0 }, 2);
    await quiet();
    expect(edits).toEqual([]);
    expect(failures).toEqual([]);
  });

  test("a failure inside a handler comes out, as the library would swallow it", async () => {
    const { edits } = await watchingEdits();
    // The library's own clearing up after a run is a request, too.
    await quiet();
    excel.host.injectFault({ on: "request", nth: 1, error: 5012 });
    excel.engine.userEdit("指标", { row: 0, column: 0 }, 1);
    await quiet();
    expect(edits).toEqual([]);
    expect(failures).toEqual([{ code: "session-lost" }]);
  });

  test("every new selection is told, and can be asked for", async () => {
    const told: Address[] = [];
    started(
      await watchSelection(
        runInExcel,
        (selection) => told.push(selection),
        (failure) => failures.push(failure)
      )
    );
    const area = { row: 5, column: 3, rows: 2, columns: 4 };
    excel.engine.select(excel.engine.sheet("附表").id, area);
    await quiet();
    expect(told).toEqual([{ sheet: "附表", area }]);
    expect(await readSelection(runInExcel)).toEqual({
      ok: true,
      value: { sheet: "附表", area },
    });
    expect(failures).toEqual([]);
  });

  test("where Excel has no single range selected, the active cell is meant", async () => {
    excel.engine.select(excel.engine.sheet("附表").id, { row: 5, column: 3, rows: 2, columns: 4 });
    excel.host.injectFault({
      on: "member",
      member: "Workbook.GetSelectedRange",
      nth: 1,
      code: "InvalidOperation",
    });
    expect(await readSelection(runInExcel)).toEqual({
      ok: true,
      value: { sheet: "附表", area: { row: 5, column: 3, rows: 1, columns: 1 } },
    });
  });
});
