import { afterEach, describe, expect, test } from "@jest/globals";
import { cellAt } from "../../src/core/index.ts";
import type { Book, Result } from "../../src/core/index.ts";
import { TRANSPORT_ERRORS } from "../../src/workbench/host/host-error.ts";
import type { HostOptions } from "../../src/workbench/host/host-options.ts";
import { openExcelOnMemory } from "../support/excel-on-memory.ts";
import type { ExcelOnMemory } from "../support/excel-on-memory.ts";

let excel: ExcelOnMemory;
const open = (sheets: readonly string[], options?: HostOptions): ExcelOnMemory => {
  excel = openExcelOnMemory(sheets, options);
  return excel;
};
afterEach(() => {
  excel.close();
});

function bookOf(result: Result<Book>): Book {
  if (!result.ok) throw new Error(`not read: ${result.failure.code}`);
  return result.value;
}

describe("reading a workbook in Excel", () => {
  test("cells come as the values they hold: numbers, texts, truth, errors, blanks, formulas", async () => {
    const { engine, port } = open(["指标"]);
    engine.put("指标", { row: 2, column: 1 }, [
      ["开发区", 109.24, true],
      [{ error: "#REF!" }, null, "#REF!"],
    ]);
    engine.cell("指标", 4, 1).formula = '=IF(A1="","",_xlfn.XLOOKUP("_xlfn.",A:A,B:B))';
    engine.cell("指标", 4, 1).value = "";
    engine.cell("指标", 4, 2).numberFormat = "@";
    engine.cell("指标", 4, 2).value = "=合计";
    engine.cell("指标", 4, 3).numberFormat = "0.0%";
    engine.cell("指标", 4, 3).value = 0.5;
    const sheet = bookOf(await port.read()).sheets[0];
    expect(sheet).toMatchObject({
      name: "指标",
      visibility: "visible",
      isProtected: false,
      origin: { row: 2, column: 1 },
      values: [
        ["开发区", 109.24, true],
        [{ error: "#REF!" }, null, "#REF!"],
        ["", "=合计", 0.5],
      ],
      formulas: [
        [null, null, null],
        [null, null, null],
        ['=IF(A1="","",XLOOKUP("_xlfn.",A:A,B:B))', null, null],
      ],
    });
    expect(sheet && cellAt(sheet, 4, 3).numberFormat).toBe("0.0%");
  });

  test("sheets come with what hides and locks them; a sheet of formats alone is empty", async () => {
    const { engine, port } = open(["一", "二", "三"]);
    engine.sheet("一").visibility = "hidden";
    engine.sheet("二").visibility = "very-hidden";
    engine.sheet("三").isProtected = true;
    engine.cell("二", 50, 50).numberFormat = "0.00";
    engine.put("三", { row: 0, column: 0 }, [[1, 2, 3], [4], [5], [6]]);
    engine.sheet("三").hiddenRows.add(2);
    engine.sheet("三").hiddenColumns.add(1);
    const book = bookOf(await port.read());
    expect(
      book.sheets.map(({ name, visibility, isProtected, values }) => [
        name,
        visibility,
        isProtected,
        values.length,
      ])
    ).toEqual([
      ["一", "hidden", false, 0],
      ["二", "very-hidden", false, 0],
      ["三", "visible", true, 4],
    ]);
    expect([...(book.sheets[2]?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(book.sheets[2]?.hiddenColumns ?? [])]).toEqual([1]);
  });

  test("names, calculation mode and our own part come with the book; a foreign part does not", async () => {
    const { engine, port } = open(["一"], {
      xmlParts: [
        '<x xmlns="urn:other"/>',
        '<?xml version="1.0"?><zc:book xmlns:zc="urn:zone-check:workbook@1"/>',
      ],
    });
    engine.workbookName = "运城.xlsx";
    engine.mode = "manual";
    const [first] = engine.sheets();
    engine.names = [
      { name: "合计区", formula: "=一!$A$1:$A$3", sheet: null },
      { name: "ZONE_GAP", formula: "=1", sheet: null },
      { name: "差距", formula: "=_xldudf_ZONE_GAP(一!$A$1,1)", sheet: first?.id ?? "" },
    ];
    expect(bookOf(await port.read())).toMatchObject({
      name: "运城.xlsx",
      calculation: "manual",
      definedNames: ["合计区", "ZONE_GAP"],
      outerFormulas: [
        { place: { kind: "name", name: "合计区", sheet: null }, formula: "=一!$A$1:$A$3" },
        { place: { kind: "name", name: "ZONE_GAP", sheet: null }, formula: "=1" },
        { place: { kind: "name", name: "差距", sheet: "一" }, formula: "=ZONE_GAP(一!$A$1,1)" },
      ],
      part: '<?xml version="1.0"?><zc:book xmlns:zc="urn:zone-check:workbook@1"/>',
    });
  });

  test("a part of ours that is newer is read as it is", async () => {
    const xml = '<book xmlns="urn:zone-check:workbook@7"/>';
    const { port } = open(["一"], { xmlParts: [xml] });
    expect(bookOf(await port.read()).part).toBe(xml);
  });

  test("many small sheets take no more round trips than one", async () => {
    const names = Array.from({ length: 40 }, (_, i) => `表${i}`);
    const { engine, port, requests } = open(names);
    for (const name of names) engine.put(name, { row: 0, column: 0 }, [[name, 1]]);
    const book = bookOf(await port.read());
    expect(book.sheets.map(({ values }) => values[0]?.[0])).toEqual(names);
    const loads = requests.filter(({ members }) => !members.includes("Workbook._RemoveReference"));
    expect(loads).toHaveLength(3);
  });

  test("60,000 cells come in a few chunks, each one round trip below the payload limit, with progress", async () => {
    const { engine, port, requests } = open(["大"]);
    const rows = Array.from({ length: 3000 }, (_, r) =>
      Array.from({ length: 20 }, (_, c) => r * 20 + c)
    );
    engine.put("大", { row: 0, column: 0 }, rows);
    engine.sheet("大").hiddenRows.add(2999);
    const progress: [number, number][] = [];
    const book = bookOf(
      await port.read({ onProgress: (done, total) => progress.push([done, total]) })
    );
    expect(book.sheets[0]?.values[2999]?.[19]).toBe(59_999);
    expect([...(book.sheets[0]?.hiddenRows ?? [])]).toEqual([2999]);
    const chunks = requests.filter(({ members }) => members.includes("Range.Values"));
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.length).toBeLessThanOrEqual(8);
    expect(Math.max(...chunks.map(({ answerBytes }) => answerBytes))).toBeLessThan(5e6);
    expect(progress).toHaveLength(chunks.length);
    expect(progress.at(-1)).toEqual([60_000, 60_000]);
  });

  test("an answer that Excel finds too large is asked for again in smaller pieces", async () => {
    const { engine, port } = open(["长"], { payloadLimit: 150_000 });
    engine.put(
      "长",
      { row: 0, column: 0 },
      Array.from({ length: 400 }, (_, r) => [r, "开发区指标".repeat(60)])
    );
    const { values } = bookOf(await port.read()).sheets[0] ?? { values: [] };
    expect(values.map((row) => row[0])).toEqual(Array.from({ length: 400 }, (_, r) => r));
  });

  test("one cell too large for any answer is a failure, not an endless loop", async () => {
    const { engine, port } = open(["长"], { payloadLimit: 20_000 });
    engine.put("长", { row: 0, column: 0 }, [["长".repeat(20_000)]]);
    expect(await port.read()).toEqual({ ok: false, failure: { code: "payload-too-large" } });
  });

  test("reading stops at the next chunk when it is cancelled", async () => {
    const { engine, port } = open(["大"]);
    engine.put(
      "大",
      { row: 0, column: 0 },
      Array.from({ length: 20_000 }, (_, r) => [r])
    );
    const signal = { aborted: false };
    const read = port.read({
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    expect(await read).toEqual({ ok: false, failure: { code: "cancelled" } });
  });

  test("while the user types in a cell nothing is read, and that is said", async () => {
    const { engine, port } = open(["一"]);
    engine.editing = "editing";
    expect(await port.read()).toEqual({ ok: false, failure: { code: "cell-edit-mode" } });
    engine.editing = "idle";
    expect((await port.read()).ok).toBe(true);
  });

  test.each([
    [TRANSPORT_ERRORS.sessionLost, "session-lost"],
    [TRANSPORT_ERRORS.modalDialogOpen, "modal-open"],
    [TRANSPORT_ERRORS.accessDenied, "access-denied"],
  ])("a host that refuses with %d gives the failure %s", async (error, code) => {
    const { host, port } = open(["一"]);
    host.injectFault({ on: "request", nth: 2, error });
    expect(await port.read()).toEqual({ ok: false, failure: { code } });
  });

  test("an Excel older than the base requirement is told by the member it lacks", async () => {
    const { engine, port } = open(["一"], { requirementSets: { ExcelApi: "1.8" } });
    engine.put("一", { row: 0, column: 0 }, [[1]]);
    expect(await port.read()).toEqual({
      ok: false,
      failure: { code: "api-missing", member: "Range.getRowProperties" },
    });
  });
});
