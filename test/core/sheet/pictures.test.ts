import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readTables } from "../../../src/core/index.ts";
import { openFilePort } from "../../../src/xlsx/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import { readGridOf, refusals } from "./reading.ts";

test("a title over no cells may be that of a picture, which is told", () => {
  expect(refusals(readGridOf([["运城市开发区2023年1-6月主要指标"], ["单位:亿元"]]))).toEqual([
    "A1 picture 运城市开发区2023年1-6月主要指标",
  ]);
});

test("a sheet of nothing but a drawing is told, an empty one is not", () => {
  const empty = sheetOf("Sheet2", []);
  const [bare, drawn] = readTables(bookOf(empty, { ...empty, name: "截图", hasDrawing: true }), {
    sheets: null,
  });
  expect(bare?.unrecognised).toEqual([]);
  expect(drawn?.unrecognised.map(({ reason }) => reason)).toEqual(["picture"]);
});

test("a page of text is what it is", () => {
  const { unrecognised } = readGridOf([
    ["编报说明"],
    ["一、范围"],
    ["二、口径"],
    ["三、时间"],
    ["四、来源"],
  ]);
  expect(unrecognised.map(({ reason }) => reason)).not.toContain("picture");
});

test("a file says on which of its sheets something is drawn", async () => {
  const bytes = readFileSync(join(__dirname, "../../cases/29-picture/book.xlsx"));
  const book = await openFilePort(bytes, "book.xlsx").read();
  expect(book.ok ? book.value.sheets.map(({ hasDrawing }) => hasDrawing ?? false) : []).toEqual([
    false,
    true,
  ]);
});
