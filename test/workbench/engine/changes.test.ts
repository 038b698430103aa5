import { afterEach, describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import type { CellInput, SavableEngine } from "../../../src/workbench/engine/engine.ts";
import { FLAG_LOOKS, markFormula } from "../../../src/core/index.ts";
import type { PackageBook } from "../../../src/xlsx/index.ts";
import { applyEdits, openPackage } from "../../../src/xlsx/index.ts";
import { loadEngine } from "../../support/engine.ts";

const SHEET = "sheet-1";
let engine: SavableEngine | undefined;

afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

/** A workbook as offices make them: a total, a share, formats, a second sheet, a conditional format of the user's own. */
async function file(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("经济指标");
  sheet.addRows([
    ["开发区", "完成", "占比%"],
    ["河津", 14.26, null],
    ["永济", 5.74, null],
    ["合计", null, null],
  ]);
  sheet.getCell("B4").value = { formula: "SUM(B2:B3)", result: 20 };
  sheet.getCell("C2").value = { formula: "ROUND(B2/B4*100,2)", result: 71.3 };
  sheet.getCell("B2").numFmt = "0.00";
  sheet.getCell("A1").font = { name: "黑体", bold: true, size: 12 };
  sheet.addConditionalFormatting({
    ref: "B2:B3",
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: ["B2>100"],
        style: { font: { bold: true } },
      },
    ],
  });
  workbook.addWorksheet("说明").getCell("A1").value = "本表数据为示意";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function opened(bytes: Uint8Array): PackageBook {
  const result = openPackage(bytes, "表.xlsx");
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function open(bytes: Uint8Array): SavableEngine {
  engine = loadEngine().createNodeEngine(opened(bytes));
  return engine;
}

function saved(of: SavableEngine, bytes: Uint8Array): Uint8Array {
  const plan = of.planSave(null);
  if (plan.kind !== "edits") throw new Error(JSON.stringify(plan.because));
  expect(plan.left).toEqual([]);
  const result = applyEdits(bytes, plan.edits);
  if (!result.ok) throw new Error(result.failure.failure.code);
  expect(result.value.applied.refused).toEqual([]);
  return result.value.bytes;
}

function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = unzipSync(before);
  const now = unzipSync(after);
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names]
    .filter((name) => Buffer.compare(old[name] ?? Buffer.of(), now[name] ?? Buffer.of()) !== 0)
    .sort();
}

function value(typed: string | number | null): CellInput {
  return { kind: "value", value: typed };
}

describe("saving", () => {
  test("nothing is to be done for a workbook nobody changed", async () => {
    const of = open(await file());
    await of.settled();
    expect(of.planSave(null)).toEqual({ kind: "edits", edits: [], left: [] });
  });

  test("a corrected value goes in with the results that follow from it, and no other part changes", async () => {
    const bytes = await file();
    const of = open(bytes);
    of.writeCells(SHEET, { row: 1, column: 1 }, [[value(24.26)]], "user");
    await of.settled();
    const after = saved(of, bytes);
    const sheet = opened(after).book.sheets[0];
    expect(sheet?.values[1]).toEqual(["河津", 24.26, 80.87]);
    expect(sheet?.values[3]?.[1]).toBe(30);
    expect(sheet?.formulas[3]?.[1]).toBe("=SUM(B2:B3)");
    expect(changedParts(bytes, after).filter((part) => !part.includes("calcChain"))).toEqual([
      "xl/worksheets/sheet1.xml",
    ]);
  });

  test("a change that was taken back is none", async () => {
    const of = open(await file());
    of.writeCells(SHEET, { row: 1, column: 1 }, [[value(1)]], "user");
    await of.settled();
    of.writeCells(SHEET, { row: 1, column: 1 }, [[value(14.26)]], "user");
    await of.settled();
    expect(of.planSave(null)).toEqual({ kind: "edits", edits: [], left: [] });
  });

  test("flags are put into the file with their looks, and the user's own rules stay", async () => {
    const bytes = await file();
    const of = open(bytes);
    of.addConditionalFormat(SHEET, {
      areas: [{ row: 1, column: 2, rows: 2, columns: 1 }],
      formula: markFormula("$C2<80"),
      look: FLAG_LOOKS.unmet,
    });
    const rules = opened(saved(of, bytes)).sheets[0]?.conditionalFormats ?? [];
    expect(rules.map(({ formulas, look }) => [formulas[0], look.fill])).toEqual([
      [markFormula("$C2<80").slice(1), FLAG_LOOKS.unmet.fill],
      ["B2>100", null],
    ]);
  });

  test("flags that came with the file and were cleared go out of it", async () => {
    const bytes = await file();
    const first = open(bytes);
    first.addConditionalFormat(SHEET, {
      areas: [{ row: 1, column: 2, rows: 2, columns: 1 }],
      formula: markFormula("$C2<80"),
      look: FLAG_LOOKS.error,
    });
    const flagged = saved(first, bytes);
    first.dispose();
    const of = open(flagged);
    const flag = of.conditionalFormats(SHEET)[0];
    of.removeConditionalFormat(SHEET, flag?.id ?? "");
    const rules = opened(saved(of, flagged)).sheets[0]?.conditionalFormats ?? [];
    expect(rules.map(({ formulas }) => formulas[0])).toEqual(["B2>100"]);
  });

  test("a new sheet is written with its looks, widths and results", async () => {
    const bytes = await file();
    const of = open(bytes);
    const { id } = of.addSheet("审核台账");
    of.writeCells(
      id,
      { row: 0, column: 0 },
      [
        [value("审核台账"), value(null)],
        [value("编号"), value("数值")],
        [value(1), { kind: "formula", formula: "=经济指标!B4*2" }],
      ],
      "api"
    );
    of.writeFormat(id, { row: 0, column: 0, rows: 1, columns: 1 }, { bold: true });
    of.setColumnWidth(id, 0, 60);
    of.setColumnWidth(id, 1, 90);
    await of.settled();
    const sheet = opened(saved(of, bytes)).sheets.find(
      ({ sheet: { name } }) => name === "审核台账"
    );
    expect(sheet?.sheet.values).toEqual([
      ["审核台账", null],
      ["编号", "数值"],
      [1, 40],
    ]);
    expect(sheet?.columnWidths.get(0)).toBeCloseTo(10.7, 0);
  });

  test("our part is put, replaced and removed", async () => {
    const of = open(await file());
    expect(of.planSave("<a/>")).toEqual({
      kind: "edits",
      edits: [{ kind: "put-part", xml: "<a/>" }],
      left: [],
    });
  });

  test("a format no edit can carry is told, not dropped silently", async () => {
    const of = open(await file());
    of.writeFormat(SHEET, { row: 1, column: 0, rows: 1, columns: 1 }, { fill: "#FFFF00" });
    expect(of.planSave(null)).toEqual({
      kind: "edits",
      edits: [],
      left: [{ kind: "formats", sheet: "经济指标" }],
    });
  });
});
