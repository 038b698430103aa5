/** Workbooks that do not come with the project, dropped on the grid: read, refused, protected, calculated by hand. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { openPackage } from "../../src/xlsx/index.ts";
import { addSheet, OTHER_FORM, writeBook } from "./support/books.ts";
import {
  dropFile,
  flagsOn,
  focusGrid,
  openDropped,
  ourRules,
  troubles,
  typeInto,
  validate,
  valueOf,
} from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1.xlsx";

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

beforeEach(async () => {
  workbench = await openWorkbench(browser, { sample: SAMPLE });
});

afterEach(async () => {
  expect(troubles(workbench)).toEqual([]);
  await workbench.context.close();
});

afterAll(async () => {
  await browser.close();
});

async function paneText(): Promise<string> {
  return workbench.pane().locator("main").innerText();
}

describe("a workbook of another layout", () => {
  const SHEET = `平陆 '23 "上半年" 表`;

  test("on a sheet with quotes and spaces in its name is flagged where it is wrong, and its cells are gone to", async () => {
    const bytes = await writeBook((book) => addSheet(book, SHEET, OTHER_FORM));
    await openDropped(workbench, "平陆 2023.xlsx", bytes);
    await validate(workbench);
    const cells = OTHER_FORM.flatMap((row, r) =>
      row.map((_, c) => `${String.fromCharCode(65 + c)}${r + 1}`)
    );
    const flagged: string[] = [];
    for (const cell of cells)
      if ((await flagsOn(workbench, SHEET, cell)).length > 0) flagged.push(cell);
    expect(flagged).toEqual(["E6", "G6"]);
    const link = workbench.pane().locator('button[aria-label*="G6"]').first();
    await link.click();
    await workbench.door("idle");
    expect(await workbench.door("selection")).toEqual({ sheet: SHEET, row: 5, column: 6 });
  });

  test("its ledger links to the sheet by its name, and is in the saved file", async () => {
    const bytes = await writeBook((book) => addSheet(book, SHEET, OTHER_FORM));
    await openDropped(workbench, "平陆 2023.xlsx", bytes);
    await validate(workbench);
    await workbench.pane().getByRole("button", { name: "生成台账" }).click();
    await workbench.page.waitForFunction(() =>
      window.zoneCheckWorkbench?.sheets().some(({ name }) => name === "审核台账")
    );
    await workbench.door("idle");
    const saved = await readBack(await workbench.bytes("saved"));
    const ledger = saved.getWorksheet("审核台账");
    const cells: string[] = [];
    ledger?.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell.formula || cell.text));
    });
    expect(cells.join("\n")).toContain("verdict-mismatch");
    expect(cells.filter((cell) => cell.startsWith("HYPERLINK")).join("\n")).toContain(
      `平陆 ''23 ""上半年"" 表`
    );
    expect(saved.getWorksheet(SHEET)?.getCell("E5").value).toBe(3);
  });
});

describe("a file that is no workbook of today", () => {
  const csv = new TextEncoder().encode("指标,完成\n工业投资,12.3\n");
  const oldExcel = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
  const sample = new Uint8Array(readFileSync(resolve(__dirname, "../../assets/samples", SAMPLE)));

  test.each([
    ["一季度.xls", oldExcel, "另存为 .xlsx"],
    ["一季度.csv", csv, "另存为 .xlsx"],
    ["改名.xlsx", csv, "不是 .xlsx 格式"],
    ["断开.xlsx", sample.slice(0, sample.length / 2), "不完整"],
  ])("%s is refused with the way out, and the open workbook stays", async (name, bytes, wayOut) => {
    const before = await workbench.door("values", "经济指标", "C6");
    await dropFile(workbench, name, bytes);
    const notice = workbench.page.locator(".notice[data-kind=problem]");
    await notice.waitFor();
    expect(await notice.innerText()).toContain(`打不开 ${name}`);
    expect(await notice.innerText()).toContain(wayOut);
    expect(await workbench.door("workbookName")).toBe(SAMPLE);
    expect(await workbench.door("values", "经济指标", "C6")).toEqual(before);
    await validate(workbench);
    expect(await ourRules(workbench, "经济指标")).not.toEqual([]);
  });
});

describe("a protected sheet", () => {
  const opened = async (): Promise<void> => {
    const bytes = await writeBook(async (book) => {
      addSheet(book, "一季度", OTHER_FORM);
      await addSheet(book, "上半年", OTHER_FORM).protect("", {});
    });
    await openDropped(workbench, "保护.xlsx", bytes);
  };

  test("is judged and told, but takes no flags; the others do", async () => {
    await opened();
    await validate(workbench);
    expect(await ourRules(workbench, "上半年")).toEqual([]);
    expect(await ourRules(workbench, "一季度")).not.toEqual([]);
    const text = await paneText();
    expect(text).toContain("工作表“上半年”受保护,没有写入标记");
    expect(await workbench.pane().locator(".zc-title", { hasText: "增加值" }).count()).toBe(4);
  });

  test("keeps what it holds when somebody types into it, and says why", async () => {
    await opened();
    await focusGrid(workbench);
    await workbench.door("select", "上半年", "C4");
    await workbench.page.keyboard.type("99", { delay: 15 });
    await workbench.page.getByText("单元格位于受保护的工作表中").first().waitFor();
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.press("Delete");
    await workbench.page.getByText("单元格位于受保护的工作表中").first().waitFor();
    expect(await valueOf(workbench, "上半年", "C4")).toBe(23.4);
    await workbench.page.keyboard.press("Enter");
  });

  test("does not stand in the way of typing into another sheet", async () => {
    await opened();
    await typeInto(workbench, "一季度", "C4", "99");
    expect(await valueOf(workbench, "一季度", "C4")).toBe(99);
  });
});

describe("a workbook calculated by hand", () => {
  test("is told of beside the results; F9 brings them up to date", async () => {
    const bytes = await writeBook((book) => {
      const sheet = addSheet(book, "上半年", OTHER_FORM);
      sheet.getCell("E4").value = { formula: "ROUND((C4/D4-1)*100,0)", result: 17 };
    });
    await openDropped(workbench, "手动.xlsx", calculatedByHand(bytes));
    await typeInto(workbench, "上半年", "C4", "22");
    expect(await valueOf(workbench, "上半年", "E4")).toBe(17);
    await validate(workbench);
    expect(await paneText()).toContain("手动计算");
    await workbench.page.keyboard.press("F9");
    await workbench.door("idle");
    expect(await valueOf(workbench, "上半年", "E4")).toBe(10);
  });
});

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return book;
}

/** The same workbook with manual calculation; the library that wrote it has no word for that. */
function calculatedByHand(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const name = "xl/workbook.xml";
  const xml = new TextDecoder().decode(files[name]);
  const manual = xml.replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029" calcMode="manual"/>');
  files[name] = new TextEncoder().encode(manual);
  const made = zipSync(files);
  const read = openPackage(made, "手动.xlsx");
  if (!read.ok || read.value.book.calculation !== "manual") throw new Error("no manual workbook");
  return made;
}
