/** The 目标 view and the corrections of 表格识别, by hands: what they write stands in the spreadsheet. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser, Frame } from "playwright-core";
import { addSheet, writeBook } from "./support/books.ts";
import { openDropped, pressRibbon, troubles, validated } from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1.xlsx";
const RULES = "目标规则";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

const openTargets = async (workbench: Workbench): Promise<Frame> => {
  const pane = workbench.pane();
  await pane.getByRole("tab", { name: /目标|Targets/ }).click();
  await pane
    .getByRole("heading", { name: /目标规则/ })
    .first()
    .waitFor();
  return pane;
};

async function valueOf(workbench: Workbench, sheet: string, cell: string): Promise<unknown> {
  return (await workbench.door("values", sheet, cell))[0]?.[0];
}

/** Our own part in the file as it would be saved. */
async function keptIn(workbench: Workbench): Promise<string> {
  const entries = unzipSync(await workbench.bytes("saved"));
  return Object.entries(entries)
    .filter(([name]) => /customXml\/item\d+\.xml$/.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .filter((xml) => xml.includes("urn:zone-check:workbook"))
    .join();
}

describe("the 目标 view", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench(browser, { sample: SAMPLE });
  }, 120_000);

  test("is reached with the arrow keys and lists the sheet's rules with their exceptions", async () => {
    const pane = workbench.pane();
    await pane.getByRole("tab", { name: "审核" }).focus();
    await workbench.page.keyboard.press("ArrowRight");
    await pane.getByRole("heading", { name: /目标规则表/ }).waitFor();
    const text = await pane.getByRole("tabpanel").innerText();
    expect(text).toContain("≥ 17%");
    expect(text).toMatch(/河津 16%/);
    await workbench.screenshot("targets-zh-light");
  });

  test("a rule is changed in the form by keyboard alone, and the sheet has it", async () => {
    const pane = workbench.pane();
    const edit = pane.getByRole("button", { name: /编辑 工业投资/ }).first();
    await edit.focus();
    await workbench.page.keyboard.press("Enter");
    const form = pane.getByRole("form");
    await form.waitFor();
    const value = form.getByLabel("目标值", { exact: true });
    await value.focus();
    await workbench.page.keyboard.press("Control+A");
    await workbench.page.keyboard.type("18");
    await workbench.screenshot("targets-form-zh-light");
    await workbench.page.keyboard.press("Enter");
    await form.waitFor({ state: "detached" });
    expect(await valueOf(workbench, RULES, "E2")).toBe(18);
    expect(await valueOf(workbench, RULES, "E3")).toBe(16);
  });

  test("an exception is added with the mouse as a row of its own", async () => {
    const pane = workbench.pane();
    await pane
      .getByRole("button", { name: /编辑 工业投资/ })
      .first()
      .click();
    const form = pane.getByRole("form");
    await form.getByRole("button", { name: "添加例外" }).click();
    await form.getByLabel("第 2 个例外的开发区").fill("永济开发区");
    await form.getByLabel("第 2 个例外的目标值").fill("十五");
    await form.getByRole("button", { name: "写入表格" }).click();
    await form.getByText("请填一个数").first().waitFor();
    await form.getByLabel("第 2 个例外的目标值").fill("15");
    await form.getByRole("button", { name: "写入表格" }).click();
    await form.waitFor({ state: "detached" });
    expect(await pane.getByRole("tabpanel").innerText()).toContain("永济 15%");
  });

  test("works at 320 pixels, in English and in the dark", async () => {
    const dark = await openWorkbench(browser, {
      sample: SAMPLE,
      theme: "dark",
      locale: "en-US",
      width: 320,
      height: 900,
    });
    const pane = await openTargets(dark);
    await pane
      .getByRole("button", { name: /^Edit 工业投资/ })
      .first()
      .click();
    await pane.getByRole("form").waitFor();
    await dark.screenshot("targets-en-dark-320");
    const overflow = await pane.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await dark.context.close();
  });
});

/** Rules that contradict and repeat one another, name what nobody knows, and except where there is no rule. */
const WRONG_RULES = writeBook((book) => {
  addSheet(book, "主要指标", [
    ["黄冈市开发区2024年1-6月主要指标完成情况表"],
    ["单位:亿元、%"],
    ["开发区", "工业投资", "上年同期", "同比增长", "税收收入"],
    ["麻城经开区", 23.4, 20, 17.0, 3.21],
    ["武穴经开区", 41.2, 40, 3.0, 4.15],
    ["浠水经开区", 12.6, 11.2, 12.5, 1.97],
    ["合计", 77.2, 71.2, 8.4, 9.33],
  ]);
  addSheet(book, RULES, [
    ["指标", "口径", "适用", "比较", "目标值", "单位"],
    ["工业投资", "同比增速", "全部", "不低于", 15, "%"],
    ["工业投资", "同比增速", "全部", "不低于", 17, "%"],
    ["工业投资", "同比增速", "武学经开区", "不低于", 12, "%"],
    ["工业投姿", "同比增速", "全部", "不低于", 10, "%"],
    ["税收收入", "完成值", "浠水经开区", "不低于", 2, "亿元"],
    ["税收收入", "完成值", "浠水经开区", "不低于", 2, "亿元"],
    ["技改投资", "同比增速", "全部", "不低于", 12, "%"],
  ]);
});

describe.each([
  ["zh-CN", "light", 1280],
  ["zh-CN", "dark", 320],
  ["en-US", "light", 320],
  ["en-US", "dark", 1280],
] as const)("what is wrong with the rules, %s, %s, %i px", (locale, theme, width) => {
  test("stands in the 目标 view, each with the cell it is about and the nearest known name", async () => {
    const workbench = await openWorkbench(browser, { locale, theme, width, height: 900 });
    await openDropped(workbench, "黄冈 2024.xlsx", await WRONG_RULES);
    await pressRibbon(workbench, locale === "zh-CN" ? "一键审核" : "Validate");
    await validated(workbench);
    const pane = await openTargets(workbench);
    const text = await pane.getByRole("tabpanel").innerText();
    expect(text).toContain("武学");
    expect(text).toMatch(/武穴/);
    expect(text).toMatch(/工业投姿[^]*工业投资/);
    expect(text).toContain("E3");
    await workbench.screenshot(`targets-lint-${locale}-${theme}-${width}`);
    const overflow = await pane.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });
});

describe("表格识别", () => {
  test("a corrected column is kept with the workbook, judged anew, and can be undone", async () => {
    const workbench = await openWorkbench(browser, { sample: SAMPLE });
    const pane = workbench.pane();
    await pane.getByRole("button", { name: "一键审核" }).click();
    await pane.getByText(/上次审核/).waitFor();
    await pane.getByRole("button", { name: /表格识别/ }).click();
    const section = pane.locator("#zc-recognition");
    await section.waitFor();
    await section.locator("summary").first().click();
    await section
      .getByRole("button", { name: /^更正 / })
      .first()
      .click();
    await section.getByRole("form").waitFor();
    await workbench.screenshot("recognition-zh-light");
    await section.getByRole("button", { name: "不是数据" }).click();
    const undo = section.getByRole("button", { name: /^撤销对/ });
    await undo.first().waitFor();
    expect(await keptIn(workbench)).toContain("set-aside");
    await undo.first().click();
    await undo.first().waitFor({ state: "detached" });
    expect(await keptIn(workbench)).toBe("");
    await workbench.context.close();
  });
});
