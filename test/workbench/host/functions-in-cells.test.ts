import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { CellValue } from "../../../src/core/index.ts";
import type { SavableEngine } from "../../../src/workbench/engine/engine.ts";
import type { FunctionMetadata } from "../../../src/workbench/host/function-bridge.ts";
import { createHost } from "../../../src/workbench/host/host.ts";
import type { Host } from "../../../src/workbench/host/host.ts";
import type { Json, MessageEntry } from "../../../src/workbench/host/wire.ts";
import { openNodeSession } from "../../../src/workbench/transport/node-session.ts";
import { loadEngine } from "../../support/engine.ts";
import { runInExcel } from "../../support/excel-on-memory.ts";
import { packageBookOf } from "../../support/package-book.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

/*
 * The whole way of a custom function but for the runtime in the page: a formula in the spreadsheet, the call as a message, the
 * answer as a batch. Here the test is the add-in.
 */

const gap: FunctionMetadata = {
  id: "ZONE_GAP",
  name: "ZONE_GAP",
  parameters: [
    { name: "actual", dimensionality: "matrix" },
    { name: "target", dimensionality: "matrix" },
  ],
};

let engine: SavableEngine;
let host: Host;
let close: () => void;
let calls: Json[][];

beforeAll(() => {
  loadEngine();
}, 60_000);

beforeEach(() => {
  engine = loadEngine().createNodeEngine(packageBookOf(bookOf(sheetOf("指标", [[16, 17, null]]))));
  host = createHost(engine, { functions: [gap] });
  close = openNodeSession(host);
  calls = [];
  host.onMessages((entries: readonly MessageEntry[]) => {
    for (const [category, type, , text] of entries)
      if (category === 1 && type === 1000) calls.push(JSON.parse(text) as Json[]);
  });
});

afterEach(() => {
  close();
  host.dispose();
  engine.dispose();
});

async function callService(method: string, args: readonly Json[]): Promise<void> {
  await host.processRequest(
    JSON.stringify({
      Actions: [
        { Id: 2, ActionType: 1, Name: "", ObjectPathId: 1 },
        {
          Id: 3,
          ActionType: 3,
          Name: method,
          ObjectPathId: 1,
          ArgumentInfo: { Arguments: args },
        },
      ],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 2, Name: "Microsoft.ExcelServices.CustomFunctions" },
      },
    })
  );
}

const ready = (): Promise<void> =>
  callService("_SetOsfControlContainerReadyForCustomFunctions", []);

/** Answers every open call with actual − target. */
async function answerCalls(): Promise<void> {
  const results = calls.splice(0).map(([id, , args]): Json => {
    const [[[actual]], [[target]]] = args as [[[number]], [[number]]];
    return [id ?? 0, true, actual - target, [0]];
  });
  await callService("SetInvocationArrayResults", [results]);
}

const read = (address: string): Promise<CellValue> =>
  runInExcel(async (context) => {
    const range = context.workbook.worksheets.getItem("指标").getRange(address);
    range.load("values");
    await context.sync();
    return (range.values as CellValue[][])[0]?.[0] ?? null;
  });

const write = (address: string, formula: string | number): Promise<void> =>
  runInExcel(async (context) => {
    const range = context.workbook.worksheets.getItem("指标").getRange(address);
    range.formulas = [[formula]];
    await context.sync();
  });

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("a custom function in a cell", () => {
  test("is busy until the add-in answers, and reading meanwhile does not wait for it", async () => {
    await ready();
    await write("C1", "=ZONE_GAP(A1,B1)");
    expect(await read("C1")).toBe("#BUSY!");
    await until(() => calls.length > 0);
    expect(calls[0]?.slice(1)).toEqual(["ZONE_GAP", [[[16]], [[17]]], "指标!C1", 0, null]);
    await answerCalls();
    await engine.settled();
    expect(await read("C1")).toBe(-1);
  });

  test("is called again when a cell it looks at changes", async () => {
    await ready();
    await write("C1", "=ZONE_GAP(A1,B1)");
    await until(() => calls.length > 0);
    await answerCalls();
    await engine.settled();
    await write("A1", 18.5);
    await until(() => calls.length > 0);
    await answerCalls();
    await engine.settled();
    expect(await read("C1")).toBe(1.5);
  });

  test("typed before the add-in is there, it is called when it comes", async () => {
    await write("C1", "=ZONE_GAP(A1,B1)");
    await until(() => host.functions.outstanding().length > 0);
    expect(calls).toEqual([]);
    await ready();
    await until(() => calls.length > 0);
    await answerCalls();
    await engine.settled();
    expect(await read("C1")).toBe(-1);
  });
});
