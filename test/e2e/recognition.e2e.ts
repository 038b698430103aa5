/** 表格识别 beside a sheet of another office: what it tells of the reading, and a correction the command line uses too. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Locator } from "playwright-core";
import { addSheet, writeBook } from "./support/books.ts";
import { findingsOnTheCommandLine } from "./support/command-line.ts";
import { flagsOn, openDropped, pressRibbon, troubles, validated } from "./support/hands.ts";
import {
  openWorkbench,
  startBrowser,
  type Appearance,
  type Workbench,
} from "./support/workbench.ts";

const MONEY = "资金";
const PROJECTS = "重点项目";
const FORM = "综合表";

/** 备用 is a column nobody knows; who knows it tells us, and the sum of the row below it is wrong. */
const BOOK = writeBook((book) => {
  addSheet(book, MONEY, [
    ["安庆市开发区2023年1-6月到位资金情况表(全市到位资金126.4亿元,增长6.2%)"],
    ["单位:亿元、%"],
    ["开发区", "到位资金", "上年同期", "同比增长", "占全市比重", "备用"],
    ["桐城经开区", 21.4, 20.1, 6.5, 16.9, 12],
    ["怀宁经开区", 18.9, 18.2, 3.8, 15.0, 11],
    ["潜山经开区", 9.7, 9.4, 3.2, 8.7, 13],
    ["宿松经开区", 12.2, 11.9, 2.5, 9.7, 17],
    ["合计", 62.2, 59.6, 4.4, 49.2, 59],
    ["注:增长按可比口径计算;比重的分母为全市到位资金。"],
  ]);
  addSheet(book, PROJECTS, [
    ["安庆市开发区2023年1-6月重点项目进展情况表"],
    [
      "序号",
      "开发区",
      "项目名称",
      "计划总投资(亿元)",
      "年度计划(亿元)",
      "累计完成(亿元)",
      "占年计划(%)",
    ],
    [1, "桐城经开区", "新材料项目二期", 15.7, 3.2, 1.9, 59.4],
    [2, "怀宁经开区", "生物医药项目", 25.2, 4.9, 2.4, 49.0],
    [3, "潜山经开区", "铸造项目", 9.1, 4.2, 2.1, 70.0],
  ]);
  addSheet(book, FORM, [
    ["安庆市开发区企业年末情况(2023年)"],
    ["指标名称", "代码", "计量单位", "桐城经开区", "怀宁经开区"],
    ["甲", "乙", "丙", 1, 2],
    ["企业个数", "01", "个", 120, 96],
    ["其中:工业企业", "02", "个", 70, 50],
    ["服务业企业", "03", "个", 50, 47],
    ["审核关系:01=02+03;02≤01"],
  ]);
});

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), "zone-check-e2e-"));
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

async function opened(appearance: Appearance): Promise<Workbench> {
  const workbench = await openWorkbench(browser, appearance);
  await openDropped(workbench, "安庆 2023.xlsx", await BOOK);
  await pressRibbon(workbench, appearance.locale === "en-US" ? "Validate" : "一键审核");
  await validated(workbench);
  return workbench;
}

async function recognition(workbench: Workbench): Promise<Locator> {
  await workbench.pane().locator(".zc-summary button").click();
  const section = workbench.pane().locator("#zc-recognition");
  await section.waitFor();
  return section;
}

describe("表格识别 of a book no sample resembles", () => {
  test.each<[string, Appearance]>([
    ["zh-light", { locale: "zh-CN", theme: "light", width: 1600, height: 1000 }],
    ["en-dark-320", { locale: "en-US", theme: "dark", width: 1000, height: 1400 }],
    ["zh-dark-320", { locale: "zh-CN", theme: "dark", width: 1000, height: 1400 }],
    ["en-light", { locale: "en-US", theme: "light", width: 1600, height: 1000 }],
  ])("tells what each table means, and what was not understood: %s", async (name, appearance) => {
    const workbench = await opened(appearance);
    if (name.endsWith("320")) {
      await workbench.page.locator(".splitter").focus();
      for (let press = 0; press < 5; press++) await workbench.page.keyboard.press("ArrowRight");
    }
    await workbench.screenshot(`findings-${name}`);
    const section = await recognition(workbench);
    for (const summary of await section.locator("summary").all()) await summary.click();
    const text = await section.innerText();
    for (const sheet of [MONEY, PROJECTS, FORM]) expect(text).toContain(sheet);
    expect(text).toContain("备用");
    expect(text).toContain("累计完成");
    expect(text).toContain("01=02+03");
    for (const [at, sheet] of (await section.locator("details").all()).entries()) {
      await sheet.scrollIntoViewIfNeeded();
      await workbench.screenshot(`recognition-${name}-${at + 1}`);
    }
    const overflow = await workbench
      .pane()
      .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });

  test("a correction made in the pane is in the saved file, and the command line reads it the same", async () => {
    const workbench = await opened({});
    const before = await onTheCommandLine(workbench, "before.xlsx");
    expect(before).toContain(`${FORM} E4 sum-mismatch`);
    expect(before.filter((line) => line.startsWith(`${MONEY} F`))).toEqual([]);
    const section = await recognition(workbench);
    await section.getByRole("button", { name: /^更正 .*备用/u }).click();
    const form = section.getByRole("form");
    await form.waitFor();
    for (const [label, text] of [
      ["指标", "备用金"],
      ["口径", "完成值"],
      ["单位", "万元"],
    ] as const) {
      await form.getByRole("combobox", { name: label }).fill(text);
      await workbench.page.keyboard.press("Enter");
    }
    await workbench.screenshot("recognition-correction");
    await form.getByRole("button", { name: "保存更正" }).click();
    await workbench.pane().getByText("备用金").first().waitFor();
    await validated(workbench);
    expect(await flagsOn(workbench, MONEY, "F8")).not.toEqual([]);
    const after = await onTheCommandLine(workbench, "after.xlsx");
    expect(after.filter((line) => !before.includes(line))).toEqual([`${MONEY} F8 sum-mismatch`]);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });
});

/** What the command line finds in the file as it would be saved now: sheet, code and cell. */
async function onTheCommandLine(workbench: Workbench, name: string): Promise<readonly string[]> {
  const file = join(folder, name);
  writeFileSync(file, await workbench.bytes("saved"));
  return findingsOnTheCommandLine(file).map(({ sheet, code, cell }) => `${sheet} ${cell} ${code}`);
}
