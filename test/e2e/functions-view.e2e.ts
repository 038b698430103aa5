/** The 函数 view by hands: point at cells, see the result, insert, fill down, read what a formula says, and back again. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Frame } from "playwright-core";
import { addSheet, writeBook } from "./support/books.ts";
import { openDropped, troubles, valueOf } from "./support/hands.ts";
import {
  openWorkbench,
  startBrowser,
  type Appearance,
  type Workbench,
} from "./support/workbench.ts";

const SHEET = "经济指标";

/** The gap is to be filled in; the growth is stored as percents are in Excel. */
async function form(): Promise<Uint8Array> {
  return writeBook((book) => {
    const sheet = addSheet(book, SHEET, [
      ["运城市开发区2023年1-6月主要经济指标"],
      ["单位:亿元、%"],
      ["开发区", "税收收入", null, null, null, null],
      [null, "完成", "上年同期", "同比增长(%)", "省定目标(%)", "与目标差距(百分点)"],
      ["运城开发区", 120, 100, 0.2, 17, null],
      ["河津开发区", 116, 100, 0.16, 16, null],
      ["永济开发区", 103, 100, 0.03, 17, null],
      ["绛县开发区", 99, 100, -0.01, 17, null],
      ["合计", 438, 400, 0.095, 17, null],
      ["全市", 600, 520, 0.1538, null, null],
    ]);
    for (let row = 5; row <= 10; row += 1) sheet.getCell(row, 4).numFmt = "0.00%";
    sheet.mergeCells("B3:F3");
  });
}

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

/** The zones stand in columns, and one indicator's measures below each other. */
async function acrossForm(): Promise<Uint8Array> {
  return writeBook((book) => {
    addSheet(book, SHEET, [
      ["运城市开发区2023年1-6月主要经济指标"],
      ["单位:亿元、%"],
      ["指标", "项目", "运城开发区", "河津开发区", "合计"],
      ["税收收入", "完成", 120, 116, 236],
      [null, "上年同期", 100, 90, 190],
    ]);
  });
}

async function openView({
  book = form,
  ...appearance
}: Appearance & { readonly book?: () => Promise<Uint8Array> } = {}): Promise<Workbench> {
  const workbench = await openWorkbench(browser, {
    sample: "yuncheng-2023-h1.xlsx",
    ...appearance,
  });
  await openDropped(workbench, "经济指标.xlsx", await book());
  const pane = workbench.pane();
  await pane.getByRole("tab", { name: /函数|Functions/ }).click();
  await pane.getByRole("heading", { name: /可移植副本|Portable copy/ }).waitFor();
  return workbench;
}

async function select(workbench: Workbench, cell: string): Promise<void> {
  await workbench.door("select", SHEET, cell);
  await workbench.door("idle");
}

async function choose(workbench: Workbench, name: string): Promise<void> {
  await workbench
    .pane()
    .getByRole("combobox", { name: /^(?:函数|Function)$/ })
    .selectOption(name);
  await workbench.pane().getByRole("form").waitFor();
}

const formulaIn = async (workbench: Workbench, cell: string): Promise<string | null> =>
  (await workbench.door("formulas", SHEET, cell))[0]?.[0] ?? null;

const live = (pane: Frame) => pane.getByRole("status", { name: /结果|Result/ });

describe("the 函数 view", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openView();
  }, 120_000);

  afterAll(async () => {
    await workbench.context.close();
  });

  test("the selection in the sheet flows into the box that is chosen, and the result is seen at once", async () => {
    const pane = workbench.pane();
    await select(workbench, "H5");
    await choose(workbench, "ZONE_GAP");
    // The table has told both operands; they are pointed at anew.
    await pane.getByRole("textbox", { name: "完成值" }).click();
    await select(workbench, "D6");
    await pane.getByRole("textbox", { name: "目标值" }).click();
    await select(workbench, "E6");
    expect(await pane.getByRole("textbox", { name: "完成值" }).inputValue()).toBe("D6");
    expect(await pane.getByRole("textbox", { name: "目标值" }).inputValue()).toBe("E6");
    await pane.getByRole("textbox", { name: "插入到" }).click();
    await select(workbench, "F6");
    const text = await live(pane).innerText();
    expect(text).toContain("16 − 16 = 0");
    expect(text).toContain("=IF(COUNT(D6,E6)<2,NA(),ZONE_GAP(D6*100,E6))");
    expect(text).toContain("空值保护");
    expect(await pane.getByRole("form").innerText()).toContain("D6 是百分比格式,公式里写作 D6*100");
    await workbench.screenshot("functions-form-zh-light");
  });

  test("an edit in the sheet is seen in the result", async () => {
    await workbench.door("type", SHEET, "E6", "15");
    await live(workbench.pane()).getByText("16 − 15 = 1").waitFor();
    await workbench.door("type", SHEET, "E6", "16");
    await live(workbench.pane()).getByText("16 − 16 = 0").waitFor();
  });

  test("is inserted with the keyboard, and computed by Excel", async () => {
    const pane = workbench.pane();
    await pane.getByRole("button", { name: "插入", exact: true }).focus();
    await workbench.page.keyboard.press("Enter");
    await pane.getByText("已写入 1 个单元格的函数公式").waitFor();
    await workbench.door("idle");
    expect(await valueOf(workbench, SHEET, "F6")).toBe(0);
  });

  test("a column the table lacks is offered with its operands, and filled down beside the total, not the city", async () => {
    const pane = workbench.pane();
    await select(workbench, "A1");
    await pane.getByRole("button", { name: /收起/ }).click();
    await workbench.screenshot("functions-offers-zh-light");
    await pane.getByRole("button", { name: /达标列/ }).click();
    expect(await live(pane).innerText()).toContain("20 ≥ 17 → 达到");
    expect(await live(pane).innerText()).toContain("并在 G4 写表头“税收收入是否达到目标”");
    await pane.getByRole("button", { name: "填充 5 格" }).click();
    await pane.getByText("已写入 5 个单元格的函数公式").waitFor();
    await pane.getByText("G4 已写表头“税收收入是否达到目标”").waitFor();
    await workbench.screenshot("functions-headed-zh-light");
    await workbench.door("idle");
    expect(await valueOf(workbench, SHEET, "G4")).toBe("税收收入是否达到目标");
    const values = await workbench.door("values", SHEET, "G5:G10");
    expect(values.flat()).toEqual(["达到", "达到", "未达到", "未达到", "未达到", null]);
  });

  test("cells that hold something are asked about, and skipped or replaced as the user says", async () => {
    const pane = workbench.pane();
    await workbench.door("type", SHEET, "F7", "手填");
    await workbench.door("idle");
    await pane.getByRole("button", { name: /收起/ }).click();
    await select(workbench, "F5");
    await choose(workbench, "ZONE_GAP");
    await pane.getByRole("button", { name: "填充 5 格" }).click();
    await pane.getByRole("alertdialog").waitFor();
    expect(await pane.getByRole("alertdialog").innerText()).toContain("F7 已有内容");
    expect(await formulaIn(workbench, "F5")).toBeNull();
    await workbench.screenshot("functions-occupied-zh-light");
    await pane.getByRole("button", { name: "跳过它们" }).click();
    await pane.getByText("已写入 4 个单元格的函数公式,跳过已有内容的 1 个").waitFor();
    await workbench.door("idle");
    expect((await workbench.door("values", SHEET, "F5:F9")).flat()).toEqual([
      3,
      0,
      "手填",
      -18,
      -7.5,
    ]);
  });

  test("a selected formula is explained with its numbers, and each operand leads to its cell", async () => {
    const pane = workbench.pane();
    await pane.getByRole("button", { name: /收起/ }).click();
    await select(workbench, "F8");
    const card = pane.getByRole("region", { name: "所选单元格的公式" });
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain("完成值 − 目标值");
    expect(text).toContain("(−1) − 17 = −18".replace("(−1)", "−1"));
    expect(text).toContain("绛县开发区 · 税收收入 目标值");
    await workbench.screenshot("functions-explained-zh-light");
    await card.getByRole("button", { name: /E8/ }).click();
    await workbench.door("idle");
    expect(await workbench.door("selection")).toEqual({ sheet: SHEET, row: 7, column: 4 });
    expect(await card.isVisible()).toBe(true);
  });

  test("a portable copy and the way back say what they did", async () => {
    const pane = workbench.pane();
    await pane.getByRole("button", { name: "可移植副本" }).click();
    await pane.getByText("改成内置公式 9 个").waitFor();
    await workbench.door("idle");
    expect(await formulaIn(workbench, "F5")).not.toContain("ZONE_");
    expect(await valueOf(workbench, SHEET, "F5")).toBe(3);
    await pane.getByText("工作簿里存有 9 个原公式").waitFor();
    await workbench.screenshot("functions-portable-zh-light");
    await pane.getByRole("button", { name: "恢复原公式" }).click();
    await pane.getByText("恢复 9 个原公式").waitFor();
    await workbench.door("idle");
    expect(await formulaIn(workbench, "F5")).toBe("=IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5*100,E5))");
    expect(troubles(workbench)).toEqual([]);
  });
});

describe("a table with its zones in columns", () => {
  test.each([
    ["zh-CN", "dark", "占比行", "填充 3 格", "B6 已写表头“税收收入占合计比重(%)”"],
    ["en-US", "light", "Share row", "Fill 3 cells", "B6 was given the header"],
  ] as const)(
    "is offered rows, filled to the right, in %s, %s",
    async (locale, theme, offer, fill, told) => {
      const workbench = await openView({ locale, theme, book: acrossForm });
      const pane = workbench.pane();
      await select(workbench, "A1");
      await workbench.screenshot(`functions-across-${locale}-${theme}`);
      await pane.getByRole("button", { name: new RegExp(offer) }).click();
      await pane.getByRole("button", { name: fill }).click();
      await pane.getByText(told).waitFor();
      await workbench.door("idle");
      expect((await workbench.door("values", SHEET, "B6:E6")).flat()).toEqual([
        "税收收入占合计比重(%)",
        50.85,
        49.15,
        100,
      ]);
      expect(await formulaIn(workbench, "D6")).toBe(
        "=IF(COUNT(D4,$E4)<2,NA(),ZONE_SHARE(D4,$E4,2))"
      );
      await workbench.screenshot(`functions-across-filled-${locale}-${theme}`);
      await workbench.context.close();
    }
  );
});

describe("the 函数 view in an older Excel", () => {
  test("inserts the native formula, or the value, and says so", async () => {
    const workbench = await openView({ simulated: { functions: "missing" } });
    const pane = workbench.pane();
    await pane
      .getByRole("note")
      .getByText(/没有自定义函数/)
      .waitFor();
    await select(workbench, "F5");
    await choose(workbench, "ZONE_GAP");
    expect(await live(pane).innerText()).toContain("插入等价的内置公式");
    await pane.getByRole("button", { name: "填充 5 格" }).click();
    await pane.getByText("已写入 5 个单元格的内置公式").waitFor();
    await workbench.door("idle");
    expect((await workbench.door("values", SHEET, "F5:F9")).flat()).toEqual([3, 0, -14, -18, -7.5]);
    expect(await formulaIn(workbench, "F5")).not.toContain("ZONE_");
    await workbench.screenshot("functions-older-zh-light");

    await pane.getByRole("button", { name: /收起/ }).click();
    await select(workbench, "J5");
    await choose(workbench, "ZONE_WHOLE");
    await pane.getByRole("textbox", { name: "个数" }).fill("90");
    await pane.getByRole("textbox", { name: "占比" }).fill("75");
    await pane.getByRole("button", { name: "插入", exact: true }).click();
    await pane.getByText("已写入 1 个单元格的数值").waitFor();
    await workbench.door("idle");
    expect(await valueOf(workbench, SHEET, "J5")).toBe(120);
    expect(await formulaIn(workbench, "J5")).toBeNull();
    await workbench.context.close();
  });
});

describe("the 函数 view on a narrow pane", () => {
  test.each([
    ["zh-CN", "light"],
    ["en-US", "dark"],
  ] as const)("has everything in reach in %s, %s", async (locale, theme) => {
    const workbench = await openView({ locale, theme, width: 640, height: 1000 });
    const pane = workbench.pane();
    await workbench.page.locator(".splitter").focus();
    for (let key = 0; key < 6; key += 1) await workbench.page.keyboard.press("ArrowRight");
    await select(workbench, "F5");
    await workbench.screenshot(`functions-320-offers-${locale}-${theme}`);
    await choose(workbench, "ZONE_GAP");
    await workbench.screenshot(`functions-320-form-${locale}-${theme}`);
    const overflow = await pane.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await workbench.context.close();
  });
});
