import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { checkText, compose, decodeText, insertText } from "../../src/actions/index.ts";
import { TEXT_SHEET, cellAt, findSheet, isOwnSheet } from "../../src/core/index.ts";
import { findStyle } from "../../src/core/narrative/compose/index.ts";
import type { ComposeAnswer } from "../../src/core/narrative/narrator/index.ts";
import { directNarrator } from "../../src/core/narrative/narrator/index.ts";
import type { FilePort } from "../../src/xlsx/index.ts";
import { openFilePort } from "../../src/xlsx/index.ts";
import { portOf } from "./fakes.ts";

const SAMPLE = readFileSync("assets/samples/yuncheng-2023-h1.xlsx");

function sample(): FilePort {
  return openFilePort(new Uint8Array(SAMPLE), "yuncheng-2023-h1.xlsx");
}

async function composed(
  port: FilePort,
  options: Parameters<typeof compose>[2] = { style: null }
): Promise<ComposeAnswer> {
  const answer = await compose(port, directNarrator(), options);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

/** The sample with another value in one cell. */
async function edited(cell: string, value: number): Promise<FilePort> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(SAMPLE).buffer);
  const sheet = book.getWorksheet("经济指标");
  if (sheet === undefined) throw new Error("no sheet");
  sheet.getCell(cell).value = value;
  return openFilePort(new Uint8Array(await book.xlsx.writeBuffer()), "edited.xlsx");
}

describe("a text composed from a workbook", () => {
  test("is in the style of its city, or in the one asked for", async () => {
    expect((await composed(sample())).style.name).toBe("运城");
    const style = findStyle("通用") ?? null;
    expect((await composed(sample(), { style })).composition.style).toBe("通用");
  });

  test("held against the workbook it came from has nothing out of date", async () => {
    const { composition, style } = await composed(sample());
    const again = await composed(sample(), { style, earlier: composition });
    expect(again.outdated).toEqual({ outdated: [], added: [] });
  });

  test("tells the numbers that an edit made out of date, with what they are now", async () => {
    const { composition, style } = await composed(sample());
    const port = await edited("E17", -9.1);
    const { outdated } = await composed(port, { style, earlier: composition });
    const now = outdated?.outdated.map((one) => `${one.span.text} → ${one.now?.text ?? ""}`);
    expect(now).toContain("-7.8% → -9.1%");
    expect(now?.some((text) => text.startsWith("61.53%"))).toBe(false);
  });

  test("fails as the reading fails, and asks once", async () => {
    const book = await sample().read();
    if (!book.ok) throw new Error("unreadable");
    const port = portOf(book.value, { readFails: { code: "session-lost" } });
    const answer = await compose(port, directNarrator(), { style: null });
    expect(answer).toEqual({ ok: false, failure: { code: "session-lost" } });
    expect(port.reads).toBe(1);
  });
});

describe("a text inserted into a workbook", () => {
  test("stands in a new sheet, a paragraph a cell, as text whatever it begins with", async () => {
    const port = sample();
    const inserted = await insertText(port, "第一段,增长5%。\n=1+1\n");
    expect(inserted.ok && inserted.value.sheet).toBe(TEXT_SHEET);
    const book = await port.read();
    const sheet = book.ok ? findSheet(book.value, TEXT_SHEET) : undefined;
    if (sheet === undefined) throw new Error("no sheet");
    expect(cellAt(sheet, 0, 0)).toMatchObject({ value: "第一段,增长5%。", numberFormat: "@" });
    expect(cellAt(sheet, 1, 0)).toMatchObject({ value: "=1+1", formula: null, numberFormat: "@" });
  });

  test("is never written over an earlier one, and no such sheet is read for indicators", async () => {
    const port = sample();
    await insertText(port, "甲");
    const second = await insertText(port, "乙");
    expect(second.ok && second.value.sheet).toBe(`${TEXT_SHEET} 2`);
    expect(isOwnSheet(`${TEXT_SHEET} 2`)).toBe(true);
    expect(isOwnSheet(`${TEXT_SHEET}二`)).toBe(false);
  });

  test("longer than a cell holds goes on in the next one, with one reading and one writing", async () => {
    const book = await sample().read();
    if (!book.ok) throw new Error("unreadable");
    const port = portOf(book.value);
    await insertText(port, "文".repeat(40_000));
    const block = port.plans[0]?.find((intent) => intent.kind === "write-block");
    const lengths = block?.cells.map(([cell]) => (cell?.kind === "text" ? cell.text.length : 0));
    expect(lengths).toEqual([32_767, 7_233]);
    expect([port.reads, port.plans.length]).toEqual([1, 1]);
  });
});

describe("a draft checked", () => {
  test("against the workbook it came from agrees; one wrong digit disagrees, with its cell", async () => {
    const { composition } = await composed(sample());
    const verdicts = async (draft: string): Promise<readonly string[]> => {
      const checked = await checkText(sample(), directNarrator(), { draft });
      if (!checked.ok) throw new Error(checked.failure.code);
      return checked.value.claims
        .filter(({ verdict }) => verdict === "disagrees")
        .map(({ text, from }) => `${text} ${from.join()}`);
    };
    expect(await verdicts(composition.text)).toEqual([]);
    expect(await verdicts(composition.text.replace("61.53%", "61.73%"))).toEqual([
      "61.73% 经济指标!F16",
    ]);
  });

  test("against itself alone needs no workbook", async () => {
    const draft = "工业投资100亿元,占全市(200亿元)的60%。";
    const checked = await checkText(null, directNarrator(), { draft });
    expect(checked.ok && checked.value.claims.map(({ verdict }) => verdict)).toContain("disagrees");
  });
});

describe("a text file", () => {
  const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
  test.each([
    ["UTF-8", new TextEncoder().encode("增长5%")],
    ["UTF-8 with a mark", bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode("增长5%"))],
    ["GB18030", bytes(0xd4, 0xf6, 0xb3, 0xa4, 0x35, 0x25)],
    ["UTF-16, low byte first", bytes(0xff, 0xfe, 0x9e, 0x58, 0x7f, 0x95, 0x35, 0, 0x25, 0)],
  ])("in %s is read as what it says", (_encoding, file) => {
    expect(decodeText(file)).toBe("增长5%");
  });
});
