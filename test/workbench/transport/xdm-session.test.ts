/**
 * @jest-environment jsdom
 * @jest-environment-options {"url":"https://localhost/taskpane.html"}
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { openExcelPort, watchEdits, watchSelection } from "../../../src/excel/index.ts";
import type { CellEdit, ExcelRunner } from "../../../src/excel/index.ts";
import { createHost } from "../../../src/workbench/host/host.ts";
import type { Host } from "../../../src/workbench/host/host.ts";
import { WEB_REQUIREMENT_SETS } from "../../../src/workbench/host/requirements.ts";
import { frameName } from "../../../src/workbench/transport/app-context.ts";
import { officeFile } from "../../../src/workbench/transport/node-session.ts";
import { openXdmSession } from "../../../src/workbench/transport/xdm-session.ts";
import type { XdmSession } from "../../../src/workbench/transport/xdm-session.ts";
import { MemoryEngine } from "../../support/memory-engine.ts";

/*
 * The whole chain of office.js, unmodified, in a page of jsdom: its own loader, its handshake, its messages. Only the frame
 * is not one: window.parent hands what is posted to the session, and the session's texts come back as message events.
 */

const ORIGIN = "https://localhost";
const identity = { conversation: "conversation-1", control: "zone-check", origin: ORIGIN };
const locale = { display: "zh-CN", content: "zh-CN" };
const run: ExcelRunner = (batch) => Excel.run(batch);

let engine: MemoryEngine;
let host: Host;
let session: XdmSession;
const unknown: string[] = [];

const later = (work: () => void): void => {
  setTimeout(work, 0);
};

beforeAll(async () => {
  engine = new MemoryEngine(["指标", "附表"]);
  host = createHost(engine, {
    functions: [
      {
        id: "ZONE_GAP",
        name: "ZONE_GAP",
        parameters: [
          { name: "actual", dimensionality: "matrix" },
          { name: "target", dimensionality: "matrix" },
        ],
        options: { cancelable: true },
      },
    ],
  });
  host.documentSettings.set("opened", '"before"');
  session = openXdmSession({
    host,
    identity,
    locale,
    documentUrl: `${ORIGIN}/运城.xlsx`,
    post: (data) => {
      later(() => window.dispatchEvent(new MessageEvent("message", { data, origin: ORIGIN })));
    },
    onUnknown: (what) => unknown.push(what),
  });
  loadOfficeScripts();
  window.name = frameName(identity, locale, WEB_REQUIREMENT_SETS);
  const parent = {
    postMessage: (data: unknown) => {
      later(() => {
        session.receive(data);
      });
    },
  };
  Object.defineProperty(window, "parent", { value: parent, configurable: true });
  // jsdom has no document.domain; the library asks for it.
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  (0, eval)(readFileSync(officeFile("office.js"), "utf8"));
  await Office.onReady();
});

afterAll(() => {
  session.dispose();
  host.dispose();
});

beforeEach(() => {
  unknown.length = 0;
});

/** Answers office.js' own script tags from the installed package. */
function loadOfficeScripts(): void {
  const place = document.createElement("script");
  place.setAttribute("src", `${ORIGIN}/office/office.js`);
  place.type = "text/plain";
  document.head.appendChild(place);
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement)) return append(node);
    const file = /\/office\/([^?]*)/.exec(node.src)?.[1];
    later(() => {
      if (file !== undefined) (0, eval)(readFileSync(officeFile(file), "utf8"));
      node.onload?.(new Event("load"));
    });
    return node;
  };
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe("office.js on the emulated Excel on the web", () => {
  test("the add-in learns that it is in Excel on the web, in which language and with which sets", () => {
    expect(Office.context.host).toBe("Excel");
    expect(Office.context.platform).toBe("OfficeOnline");
    expect(Office.context.displayLanguage).toBe("zh-CN");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.20")).toBe(false);
    expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  });

  test("a workbook is read and written through it", async () => {
    const port = openExcelPort(run);
    await port.apply([
      { kind: "set-formulas", sheet: "指标", at: { row: 0, column: 0 }, formulas: [["=1+1"]] },
    ]);
    expect(engine.cell("指标", 0, 0).formula).toBe("=1+1");
    const read = await port.read();
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(["指标", "附表"]);
  });

  test("a refusal of the whole request comes out as the failure it is", async () => {
    engine.editing = "editing";
    const read = await openExcelPort(run).read();
    engine.editing = "idle";
    expect(read).toEqual({ ok: false, failure: { code: "cell-edit-mode" } });
  });

  test("edits and selections reach the add-in; a co-author's edit does not; after stopping nothing does", async () => {
    const edits: CellEdit[] = [];
    const places: string[] = [];
    const fail = (failure: unknown): never => {
      throw new Error(JSON.stringify(failure));
    };
    const stopEdits = await watchEdits(run, (edit) => edits.push(edit), fail);
    const stopSelection = await watchSelection(run, ({ sheet }) => places.push(sheet), fail);
    if (!stopEdits.ok || !stopSelection.ok) throw new Error("not listening");
    host.remoteEdit(engine.sheet("指标").id, { row: 9, column: 9, rows: 1, columns: 1 });
    engine.userEdit("附表", { row: 3, column: 1 }, 5);
    engine.select(engine.sheet("附表").id, { row: 3, column: 1, rows: 2, columns: 1 });
    await until(() => edits.length > 0 && places.length > 0);
    expect(edits).toEqual([
      {
        sheet: "附表",
        area: { row: 3, column: 1, rows: 1, columns: 1 },
        by: "user",
        change: "cells",
      },
    ]);
    expect(places).toEqual(["附表"]);
    await stopEdits.value();
    await stopSelection.value();
    engine.userEdit("附表", { row: 3, column: 1 }, 6);
    engine.select(engine.sheet("指标").id, { row: 0, column: 0, rows: 1, columns: 1 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([edits.length, places.length]).toEqual([1, 1]);
  });

  test("document settings of the workbook are there at the start and are saved", async () => {
    const { settings } = Office.context.document;
    expect(settings.get("opened")).toBe("before");
    settings.set("unit", { name: "运城" });
    await new Promise<void>((resolve, reject) => {
      settings.saveAsync(({ status }) => {
        if (status === Office.AsyncResultStatus.Succeeded) resolve();
        else reject(new Error(String(status)));
      });
    });
    expect([...host.documentSettings]).toEqual([
      ["opened", '"before"'],
      ["unit", '{"name":"运城"}'],
    ]);
  });

  test("a ribbon command runs the add-in's function and ends when that says so", async () => {
    Office.actions.associate("validateNow", (event: Office.AddinCommands.Event) => {
      void Excel.run(async (context) => {
        context.workbook.worksheets.getItem("指标").getRange("H1").values = [["审核"]];
        await context.sync();
      }).then(() => {
        event.completed();
      });
    });
    expect(await session.invokeCommand("validateNow")).toMatchObject({ status: 0 });
    expect(engine.cell("指标", 0, 7).value).toBe("审核");
  });

  test("custom functions are computed by the add-in: values, grids, errors with their code", async () => {
    // The library's Error is none of the language's own.
    const missing = (): Error =>
      new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "缺项") as unknown as Error;
    const gap = (actual: (number | null)[][], target: (number | null)[][]): unknown => {
      const goal = target[0]?.[0] ?? null;
      if (goal === null || actual.flat().includes(null)) throw missing();
      const gaps = actual.map((row) => row.map((value) => (value ?? 0) - goal));
      return gaps.length > 1 ? gaps : gaps[0]?.[0];
    };
    CustomFunctions.associate("ZONE_GAP", gap as (...args: unknown[]) => unknown);
    const call = (...args: Parameters<typeof host.functions.call>[0]["args"][number][]) =>
      host.functions.call({
        name: "ZONE_GAP",
        args,
        sheet: engine.sheet("指标").id,
        cell: { row: 0, column: 5 },
      });
    expect(
      await Promise.all([
        call(16, 17),
        call([[18], [15]], 17),
        call(null, 17),
        call({ error: "#REF!" }, 17),
      ])
    ).toEqual([-1, [[1], [-2]], { error: "#N/A" }, { error: "#REF!" }]);
  });

  test("nothing was asked for that the host has not", () => {
    expect(unknown).toEqual([]);
  });
});
