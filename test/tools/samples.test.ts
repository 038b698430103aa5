import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { sampleBooks } from "../../src/tools/build-samples.ts";
import { growth, share } from "../../src/tools/samples/arithmetic.ts";
import { JINCHENG_FAULTS, YUNCHENG_FAULTS, plant } from "../../src/tools/samples/faults.ts";
import { jincheng } from "../../src/tools/samples/jincheng.ts";
import type { SampleBook } from "../../src/tools/samples/sample-book.ts";
import { numberOf } from "../../src/tools/samples/sample-book.ts";
import { writeWorkbook } from "../../src/tools/samples/write-workbook.ts";
import { yuncheng } from "../../src/tools/samples/yuncheng.ts";

const FOLDER = join(__dirname, "../../assets/samples");

async function contents(file: Uint8Array): Promise<Record<string, unknown>> {
  const workbook = new ExcelJS.Workbook();
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await workbook.xlsx.load(data as ArrayBuffer);
  const cells: Record<string, unknown> = {};
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        cells[`${sheet.name}!${cell.address}`] = {
          value: cell.value,
          format: cell.numFmt,
          isMerged: cell.isMerged,
        };
      });
    });
  });
  return cells;
}

/** The numbers of a column, from one row (1-based) to another. */
function column(book: SampleBook, sheet: string, letter: string, from: number, to: number) {
  const cells = book.sheets.find((one) => one.name === sheet)?.cells;
  return Array.from({ length: to - from + 1 }, (_, index) =>
    numberOf(cells?.get(`${letter}${from + index}`)?.value ?? null)
  );
}

const total = (values: readonly number[]) =>
  Number(values.reduce((sum, value) => sum + value, 0).toFixed(2));

describe("the committed sample workbooks", () => {
  for (const book of sampleBooks()) {
    test(`${book.file} holds what its data say, cell by cell`, async () => {
      const committed = await contents(new Uint8Array(readFileSync(join(FOLDER, book.file))));
      expect(committed).toEqual(await contents(await writeWorkbook(book)));
    });
  }

  test("the same data give the same bytes", async () => {
    expect(Buffer.from(await writeWorkbook(yuncheng()))).toEqual(
      Buffer.from(await writeWorkbook(yuncheng()))
    );
  });
});

describe("the clean workbooks add up exactly", () => {
  // sheet, columns, first row, last row, total row
  const sums: readonly (readonly [SampleBook, string, string, number, number, number])[] = [
    [yuncheng(), "经济指标", "CDJR", 6, 15, 16],
    [yuncheng(), "农业示范区", "CF", 6, 7, 8],
    [yuncheng(), "三个一批", "CDFGIJ", 6, 15, 16],
    [yuncheng(), "三个一批", "CDFGIJ", 17, 18, 19],
    [jincheng(), "经济指标", "CHINQ", 6, 9, 10],
    [jincheng(), "三个一批", "CDEFHIJKMNOP", 6, 10, 11],
  ];
  for (const [book, sheet, letters, first, last, at] of sums) {
    test(`${book.file} ${sheet}: rows ${first} to ${last} add up to row ${at} in ${letters}`, () => {
      for (const letter of letters) {
        expect({ letter, total: total(column(book, sheet, letter, first, last)) }).toEqual({
          letter,
          total: column(book, sheet, letter, at, at)[0],
        });
      }
    });
  }

  test("运城: 小计 and 小计 make 合计 of the three batches", () => {
    for (const letter of "CDFGIJ") {
      const [industry, farm, all] = [16, 19, 20].map(
        (row) => column(yuncheng(), "三个一批", letter, row, row)[0] ?? NaN
      );
      expect((industry ?? NaN) + (farm ?? NaN)).toBe(all);
    }
  });

  test("the city lines are the reports' own figures", () => {
    const yc = (cells: string) =>
      Array.from(cells).map((letter) => column(yuncheng(), "经济指标", letter, 16, 16)[0]);
    expect(yc("CEFJKLMOR")).toEqual([
      109.24, -17.92, 61.53, 251.06, 13.97, 69.66, 13.3, 9.4, 100.19,
    ]);
    const jc = (cells: string) =>
      Array.from(cells).map((letter) => column(jincheng(), "经济指标", letter, 10, 10)[0]);
    expect(jc("CDEFHJKLNOQRST")).toEqual([
      224.45, 19.2, 33.5, 14.9, 30.9, -37.85, 34.68, -34.85, 29.43, 95.24, 48.04, -29.47, 17.4,
      -31.97,
    ]);
  });

  test("the printed growth of 合计 follows from the two levels", () => {
    expect(growth(109.24, 133.09)).toBe(-17.92);
    expect(growth(177.53, 192.55)).toBe(-7.8);
    expect(growth(30.9, 49.72)).toBe(-37.85);
    expect(share(100.19, 109.24)).toBe(91.72);
  });
});

describe("the planted faults", () => {
  test.each([
    ["yuncheng", yuncheng(), YUNCHENG_FAULTS],
    ["jincheng", jincheng(), JINCHENG_FAULTS],
  ] as const)("%s: each changes its cell, and nothing else changes", (_name, clean, faults) => {
    const spoilt = plant(clean, faults);
    const changed: string[] = [];
    for (const [index, sheet] of clean.sheets.entries()) {
      for (const [address, cell] of sheet.cells) {
        const after = spoilt.sheets[index]?.cells.get(address);
        if (JSON.stringify(after?.value) !== JSON.stringify(cell.value))
          changed.push(`${sheet.name}!${address}`);
      }
    }
    expect(changed.sort()).toEqual(faults.map((fault) => `${fault.sheet}!${fault.cell}`).sort());
  });
});
