import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { caseFiles } from "../../src/tools/cases/case-files.ts";
import { calculate } from "../../src/tools/cases/calculate.ts";

const FOLDER = join(__dirname, "../cases");

async function contents(file: Uint8Array): Promise<Record<string, unknown>> {
  const workbook = new ExcelJS.Workbook();
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await workbook.xlsx.load(data as ArrayBuffer);
  const cells: Record<string, unknown> = {};
  workbook.eachSheet((sheet) => {
    cells[sheet.name] = sheet.state;
    sheet.eachRow((row, number) => {
      cells[`${sheet.name}!${number}`] = row.hidden;
      row.eachCell((cell) => {
        const { value, numFmt: format, isMerged } = cell;
        cells[`${sheet.name}!${cell.address}`] = { value, format, isMerged };
      });
    });
  });
  return cells;
}

/** Every case is built, read and judged: on a busy machine that takes longer than a test is given. */
const LONG = 60_000;

describe("the case folders", () => {
  test(
    "hold what their data say: books cell by cell, rules and expectations word for word",
    async () => {
      for (const { folder, book, rules, expected } of await caseFiles()) {
        const at = (name: string): string => join(FOLDER, folder, name);
        const committed = new Uint8Array(readFileSync(at("book.xlsx")));
        expect({ folder, cells: await contents(committed) }).toEqual({
          folder,
          cells: await contents(book),
        });
        expect(readFileSync(at("expected.json"), "utf8")).toBe(expected);
        if (rules !== null) expect(readFileSync(at("rules.json"), "utf8")).toBe(rules);
      }
    },
    LONG
  );

  test(
    "are all made from data",
    async () => {
      const made = (await caseFiles()).map(({ folder }) => folder);
      const there = readdirSync(FOLDER, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
      expect(there.sort()).toEqual([...made].sort());
    },
    LONG
  );

  test(
    "a clean twin has nothing of consistency or quality, but that hidden rows are in a total",
    async () => {
      const clean = (await caseFiles()).filter(({ folder }) => folder.endsWith("-clean"));
      const said = clean.flatMap(
        ({ expected }) => (JSON.parse(expected) as { findings: string[] }).findings
      );
      const others = said.filter((line) => !/ target-\S+ information$/u.test(line));
      expect(others).toEqual(["收入!B9 sum-mismatch information"]);
      expect(clean.length).toBeGreaterThan(20);
    },
    LONG
  );
});

describe("the arithmetic of the cases", () => {
  const cells = new Map<string, number | string>([
    ["A1", 2],
    ["A2", 3.5],
    ["A3", "无"],
    ["A4", 4],
  ]);
  const book = {
    valueOf: (_sheet: string, cell: string) => cells.get(cell) ?? null,
    formulaOf: (_sheet: string, cell: string) => (cell === "A4" ? "SUBTOTAL(9,A1:A3)" : null),
  };

  test.each<[string, number | string]>([
    ["1+2*3-4/2", 5],
    ["(1+2)*-3", -9],
    ["SUM(A1:A3)", 5.5],
    ["SUM(A1,A$2,10)", 15.5],
    ["SUBTOTAL(9,A1:A4)", 5.5],
    ["ROUND(2.345,2)", 2.35],
    ["ROUND(A1/A2*100,1)", 57.1],
    ["RANK(A1,A1:A4)", 3],
    ["AVERAGE(A1:A2)", 2.75],
    ["MAX(A1:A4)-MIN(A1:A4)", 2],
    ['IF(A1>=A2,"是","否")', "否"],
    ["别的表!A2+'另 一表'!A1", 5.5],
    ["ABS(A1-A2)", 1.5],
  ])("%s is %p", (formula, value) => {
    expect(calculate(formula, "表", book)).toBe(value);
  });

  test.each(["VLOOKUP(A1,A2,1)", "A1+", "A1 A2", "A3*2", "(A1"])(
    "%s is refused: a case would hold another value than Excel shows",
    (formula) => {
      expect(() => calculate(formula, "表", book)).toThrow();
    }
  );
});
