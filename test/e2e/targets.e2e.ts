/** The 目标 view and the corrections of 表格识别, by hands: what they write stands in the spreadsheet. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser, Frame } from "playwright-core";
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
