/** The other ways in: menu, context menu, shortcuts; and what a run meets: an open cell, a long book, a closed pane. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { addSheet, OTHER_FORM, writeBook } from "./support/books.ts";
import {
  flagsOn,
  focusGrid,
  gridPoint,
  openDropped,
  ourRules,
  pressRibbon,
  troubles,
  validate,
  validated,
  valueOf,
} from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1-faults.xlsx";
const SHEET = "经济指标";

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

describe("插入函数", () => {
  test("writes the formula beside the table, from the two numbers on its left, and shows the value", async () => {
    await workbench.door("select", SHEET, "Y6");
    await pressRibbon(workbench, "插入函数");
    await workbench.page.getByRole("menuitem", { name: "与目标差距 ZONE_GAP" }).click();
    await workbench.pane().waitForSelector("text=已插入 ZONE_GAP");
    await workbench.door("idle");
    const [[formula]] = (await workbench.door("formulas", SHEET, "Y6")) as [[string]];
    expect(formula).toMatch(
      /^=IF\(COUNT\([A-Z]+6,[A-Z]+6\)<2,NA\(\),ZONE_GAP\([A-Z]+6,[A-Z]+6\)\)$/
    );
    const [first, second] = /ZONE_GAP\((\w+),(\w+)\)/.exec(formula)?.slice(1) ?? [];
    const operands = [
      await valueOf(workbench, SHEET, first ?? ""),
      await valueOf(workbench, SHEET, second ?? ""),
    ] as number[];
    const value = await valueOf(workbench, SHEET, "Y6");
    expect(value).toBeCloseTo((operands[0] ?? NaN) - (operands[1] ?? NaN), 6);
  });

  test("its menu is for the keyboard too: down opens it, Escape closes it and gives the focus back", async () => {
    const button = workbench.page.locator(".ribbon-menu-button");
    await button.focus();
    await workbench.page.keyboard.press("ArrowDown");
    const items = workbench.page.locator('.ribbon [role="menuitem"]');
    expect(await items.first().evaluate((item) => item === document.activeElement)).toBe(true);
    await workbench.page.keyboard.press("ArrowUp");
    expect(await items.last().evaluate((item) => item === document.activeElement)).toBe(true);
    await workbench.page.keyboard.press("Escape");
    expect(await items.first().isVisible()).toBe(false);
    expect(await button.evaluate((item) => item === document.activeElement)).toBe(true);
  });
});

describe("a cell's context menu", () => {
  test("审核所选 validates the sheet of the selection and no other", async () => {
    await workbench.door("select", "农业示范区", "B6");
    const { x, y } = await gridPoint(workbench);
    await workbench.page.mouse.click(x, y, { button: "right" });
    await workbench.page.getByText("审核所选", { exact: true }).click();
    await validated(workbench);
    const sheets = workbench.door("sheets");
    const flagged: string[] = [];
    for (const { name } of await sheets)
      if ((await ourRules(workbench, name)).length > 0) flagged.push(name);
    expect(flagged.filter((name) => name !== "农业示范区")).toEqual([]);
    const summary = await workbench.pane().locator(".zc-summary").innerText();
    expect(summary).toContain("共审核");
    expect(await workbench.pane().locator("main").innerText()).not.toContain("经济指标");
  });
});

describe("shortcuts", () => {
  test("validate, clear and open the pane from the grid", async () => {
    await focusGrid(workbench);
    await workbench.page.keyboard.press("Control+Shift+Alt+V");
    await validated(workbench);
    expect(await ourRules(workbench, SHEET)).not.toEqual([]);
    await workbench.page.keyboard.press("Control+Shift+Alt+C");
    await workbench.pane().waitForSelector("text=标记已清除");
    await workbench.door("idle");
    expect(await ourRules(workbench, SHEET)).toEqual([]);
    await workbench.page.locator(".pane-close").click();
    expect(await workbench.door("isPaneOpen")).toBe(false);
    await workbench.page.keyboard.press("Control+Shift+Alt+Z");
    await workbench.page.waitForFunction(() => window.zoneCheckWorkbench?.isPaneOpen());
  });
});

describe("running again", () => {
  test("replaces the flags of the run before: as many rules, the same cells", async () => {
    await validate(workbench);
    const once = await workbench.door("conditionalFormats", SHEET);
    await pressRibbon(workbench, "一键审核");
    await workbench.door("idle");
    await validated(workbench);
    const twice = await workbench.door("conditionalFormats", SHEET);
    expect(twice.length).toBe(once.length);
    expect(twice.map(({ areas }) => areas)).toEqual(once.map(({ areas }) => areas));
  });

  test("keeps the workbook's own conditional formats, and goes before them", async () => {
    const bytes = await writeBook((book) => {
      addSheet(book, "上半年", OTHER_FORM).addConditionalFormatting({
        ref: "C4:C6",
        rules: [
          {
            type: "cellIs",
            operator: "greaterThan",
            formulae: [40],
            priority: 1,
            style: { font: { bold: true } },
          },
        ],
      });
    });
    await openDropped(workbench, "自带.xlsx", bytes);
    await validate(workbench);
    const rules = await workbench.door("conditionalFormats", "上半年");
    expect(rules.at(-1)?.type).toBe("cell-value");
    expect((await workbench.door("painted", "上半年", "C5")).map(({ type }) => type)).toEqual([
      "cell-value",
    ]);
    expect(await workbench.door("painted", "上半年", "C4")).toEqual([]);
  });
});

describe("a cell that is being edited", () => {
  test("keeps the run out, with the way out; after Escape it works", async () => {
    await focusGrid(workbench);
    await workbench.door("select", SHEET, "C6");
    await workbench.page.keyboard.type("12", { delay: 15 });
    await workbench.pane().getByRole("button", { name: "一键审核" }).click();
    await workbench.pane().waitForSelector("text=正在编辑单元格");
    const notice = await workbench.pane().locator(".zc-notice").innerText();
    expect(notice).toContain("按回车或 Esc 结束编辑");
    expect(notice).toContain("工作簿没有任何改动");
    expect(await ourRules(workbench, SHEET)).toEqual([]);
    await focusGrid(workbench);
    await workbench.page.keyboard.press("Escape");
    await workbench.pane().getByRole("button", { name: "重试" }).click();
    await validated(workbench);
    expect(await ourRules(workbench, SHEET)).not.toEqual([]);
  });
});

describe("the pane", () => {
  test("closed and opened again, shows what it showed", async () => {
    await validate(workbench);
    await workbench.pane().locator(".zc-title").first().click();
    const before = await workbench.pane().locator("main").innerText();
    await workbench.page.locator(".pane-close").click();
    expect(await workbench.page.locator("aside.pane").isVisible()).toBe(false);
    await pressRibbon(workbench, "打开面板");
    expect(await workbench.pane().locator("main").innerText()).toBe(before);
  });

  test("表格识别 lists the tables that were read, with a way to each", async () => {
    await validate(workbench);
    await workbench.pane().locator(".zc-summary button").click();
    const section = workbench.pane().locator("#zc-recognition");
    const text = await section.innerText();
    for (const { name } of (await workbench.door("sheets")).filter(
      ({ name }) => name !== "目标规则"
    ))
      expect(text).toContain(name);
    await section
      .getByRole("button", { name: /农业示范区/ })
      .first()
      .click();
    await workbench.door("idle");
    expect((await workbench.door("selection")).sheet).toBe("农业示范区");
  });
});

describe("a run over a long book", () => {
  test("can be cancelled: nothing is marked, and the next run marks", async () => {
    const [title = [], unit = [], header = [], ...rows] = OTHER_FORM;
    const bytes = await writeBook((book) => {
      for (let n = 1; n <= 60; n++)
        addSheet(book, `表${n}`, [
          title,
          unit,
          header,
          ...Array.from({ length: 60 }, () => rows.slice(0, 3)).flat(),
        ]);
    });
    await openDropped(workbench, "很长.xlsx", bytes);
    await pressRibbon(workbench, "一键审核");
    await workbench.pane().getByRole("button", { name: "取消" }).click();
    await workbench.pane().waitForSelector("main[aria-busy=false]");
    await workbench.door("idle");
    expect(await ourRules(workbench, "表1")).toEqual([]);
    expect(await workbench.pane().locator(".zc-summary").count()).toBe(0);
    await validate(workbench);
    expect(await flagsOn(workbench, "表1", "E6")).not.toEqual([]);
  });
});
