import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MEASURE_FUNCTIONS } from "../../src/core/measures/index.ts";
import { readTwins } from "../../src/tools/twins/read-twins.ts";
import { SUMMARY, writeTwins } from "../../src/tools/twins/write-twins.ts";

const ROWS = 40;
const AGREES = 13;

/** `npm run twins`; what a spreadsheet makes of the workbook is looked at by hand, with LibreOffice. */
describe("the workbook of native twins", () => {
  const folder = mkdtempSync(join(tmpdir(), "zone-check-twins-"));
  const file = join(folder, "twins.xlsx");
  const book = new ExcelJS.Workbook();
  beforeAll(async () => {
    writeFileSync(file, await writeTwins(ROWS, 5));
    await book.xlsx.readFile(file);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("every function has its sheet of calls, or its reason why a copy keeps values", () => {
    for (const { id, twin } of MEASURE_FUNCTIONS) {
      const sheet = book.getWorksheet(id);
      if (twin.kind === "formula") expect(sheet?.actualRowCount).toBe(ROWS + 1);
      else if (twin.kind === "located") expect(sheet?.actualRowCount).toBe(3);
      else expect(sheet).toBeUndefined();
    }
    const told = (book.getWorksheet(SUMMARY)?.getColumn(1).values.slice(2) ?? []).map(String);
    const isOfRanges = (name: string): boolean => name.endsWith(" 区域");
    const ids = MEASURE_FUNCTIONS.map(({ id }) => id);
    expect(told.filter((name) => !isOfRanges(name))).toEqual(ids);
    // The calls over ranges have sheets of their own, told under their function's.
    const ranges = told.filter(isOfRanges);
    expect(ranges.length).toBeGreaterThan(ids.length / 2);
    for (const name of ranges) {
      expect(told[told.indexOf(name) - 1]).toBe(name.replace(" 区域", ""));
      expect(book.getWorksheet(name)?.actualRowCount).toBeGreaterThan(1);
    }
  });

  test("its formulas are of Excel 2016, and none of them is computed beforehand", () => {
    let formulas = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell(({ formula, result }) => {
          // Only a formula's cell has one, whatever the declaration says.
          if (typeof formula !== "string") return;
          formulas += 1;
          expect(formula).not.toMatch(/_xlfn|_xlws|\b(?:LET|XLOOKUP|FILTER|LAMBDA|ZONE_\w+)\(/u);
          expect(result).toBeUndefined();
        });
      });
    }
    expect(formulas).toBeGreaterThan(ROWS * 10);
  });

  test("a workbook no spreadsheet has computed agrees with nothing", async () => {
    const counts = await readTwins(file);
    expect(counts.length).toBeGreaterThan(10);
    for (const { compared, listed, differ } of counts) {
      expect(compared + listed).toBeGreaterThan(0);
      expect(differ).toBeNaN();
    }
  });

  test("a call near a rounding tie is listed without a comparison, every other has one", () => {
    const column = book.getWorksheet("ZONE_GAP")?.getColumn(AGREES).values.slice(2) ?? [];
    const compared = column.filter((one) => one !== undefined && one !== null).length;
    const told = book.getWorksheet(SUMMARY)?.getRow(2);
    expect(told?.getCell(1).value).toBe("ZONE_GAP");
    expect(told?.getCell(2).value).toBe(compared);
    expect(Number(told?.getCell(4).value)).toBe(ROWS - compared);
    expect(compared).toBeLessThan(ROWS);
  });
});
