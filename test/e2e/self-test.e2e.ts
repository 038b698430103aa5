/** 自检 by hands: everything works in the workbench, and what is switched off is told precisely. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Frame } from "playwright-core";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import { troubles } from "./support/hands.ts";
import {
  type Appearance,
  openWorkbench,
  startBrowser,
  type Workbench,
} from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1.xlsx";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

interface Tested {
  readonly workbench: Workbench;
  readonly pane: Frame;
  /** Status by step. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly text: string;
}

async function openView(appearance: Appearance): Promise<Workbench> {
  const workbench = await openWorkbench(browser, { sample: SAMPLE, ...appearance });
  const pane = workbench.pane();
  await pane.getByRole("button", { name: /更多操作|More/ }).click();
  await pane.getByRole("menuitem", { name: /自检|Self-test/ }).click();
  await pane.getByRole("button", { name: /开始自检|Start self-test/ }).waitFor();
  return workbench;
}

async function begin(workbench: Workbench): Promise<void> {
  const pane = workbench.pane();
  await pane.getByRole("button", { name: /开始自检|Start self-test|重新自检|Test again/ }).click();
  await pane.getByRole("button", { name: /^(?:开始|Start)$/ }).click();
}

async function finished(workbench: Workbench): Promise<Tested> {
  const pane = workbench.pane();
  await pane.getByRole("button", { name: /复制报告|Copy report/ }).waitFor({ timeout: 110_000 });
  const steps = await pane
    .locator("[data-status]")
    .evaluateAll((items) =>
      items.map((item) => [item.getAttribute("data-step"), item.getAttribute("data-status")])
    );
  const statuses = Object.fromEntries(steps) as Record<string, string>;
  return { workbench, pane, statuses, text: await pane.locator(".zc-scroll").innerText() };
}

async function tested(appearance: Appearance = {}): Promise<Tested> {
  const workbench = await openView(appearance);
  await begin(workbench);
  return finished(workbench);
}

const notPassed = ({ statuses }: Tested): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(statuses).filter(([, status]) => status !== "passed"));

async function sheetNames(workbench: Workbench): Promise<readonly string[]> {
  return (await workbench.door("sheets")).map(({ name }) => name);
}

describe("in the workbench", () => {
  test("it asks first, says that the undo list goes, and can be declined", async () => {
    const workbench = await openView({});
    const pane = workbench.pane();
    const before = await sheetNames(workbench);
    await workbench.screenshot("self-test-intro-zh-light");
    await pane.getByRole("button", { name: "开始自检" }).click();
    const question = pane.getByRole("alertdialog");
    await question.waitFor();
    expect(await question.innerText()).toContain("清空 Excel 的撤销记录");
    await workbench.screenshot("self-test-question-zh-light");
    await question.getByRole("button", { name: "先不做" }).click();
    await question.waitFor({ state: "detached" });
    await workbench.door("idle");
    expect(await sheetNames(workbench)).toEqual(before);
    await workbench.context.close();
  });

  test("all steps pass, the sheet is gone, the selection is back, the report can be copied", async () => {
    const workbench = await openView({});
    const before = await sheetNames(workbench);
    const [first = ""] = before;
    await workbench.door("select", first, "C5");
    await begin(workbench);
    await workbench
      .pane()
      .getByText(/正在自检/)
      .first()
      .waitFor();
    const run = await finished(workbench);
    expect(notPassed(run)).toEqual({});
    for (const { id } of FUNCTION_RECORDS) expect(run.statuses[id]).toBe("passed");
    expect(run.text).toContain("各项功能都可用");
    expect(run.text).toContain("函数收到的空单元格:空值(null)");
    expect(await sheetNames(workbench)).toEqual(before);
    expect(await workbench.door("selection")).toEqual({ sheet: first, row: 4, column: 2 });
    await workbench.screenshot("self-test-done-zh-light");
    await run.pane.getByRole("button", { name: "复制报告" }).click();
    await run.pane
      .getByText(/已复制|自行复制/)
      .first()
      .waitFor();
    const copied = await run.pane.evaluate(
      () =>
        document.querySelector("textarea")?.value ??
        navigator.clipboard.readText().catch(() => null)
    );
    if (copied !== null) {
      expect(copied).toContain("[通过] ZONE_GAP");
      expect(copied).not.toContain(first);
    }
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });

  test("stopped half-way, the sheet is removed too", async () => {
    // Functions that never answer keep it waiting, so that it is half-way on a fast machine as well.
    const workbench = await openView({ simulated: { functions: "silent" } });
    const before = await sheetNames(workbench);
    await begin(workbench);
    await workbench.pane().getByRole("button", { name: "取消" }).click();
    const run = await finished(workbench);
    expect(run.text).toContain("自检已停止");
    expect(await sheetNames(workbench)).toEqual(before);
    await workbench.context.close();
  });
});

describe("with something switched off", () => {
  const functions = FUNCTION_RECORDS.map(({ id }) => id);
  const all = (ids: readonly string[], status: string): Record<string, string> =>
    Object.fromEntries(ids.map((id) => [id, status]));
  const needFunctions = ["spill", "function-recalculation", "blank"];

  test.each([
    ["Excel 2021", { excelApi: "1.14" }, {}, "ExcelApi 1.14"],
    ["the least that is needed", { excelApi: "1.9" }, {}, "ExcelApi 1.9"],
    [
      "no custom functions",
      { functions: "missing" },
      { runtime: "limited", ...all(functions, "failed"), ...all(needFunctions, "skipped") },
      "单元格显示 #NAME?:Excel 不认识这个函数。",
    ],
    [
      "no shared runtime",
      { runtime: "separate" },
      { runtime: "limited", ...all(functions, "failed"), ...all(needFunctions, "skipped") },
      "没有共享运行时(SharedRuntime 1.1)",
    ],
    [
      "functions that never answer",
      { functions: "silent" },
      { ...all(functions, "failed"), ...all(needFunctions, "skipped") },
      "函数的程序没有应答",
    ],
    ["0 for empty cells", { blank: "zero" }, { blank: "limited" }, "空单元格会被当作 0 计算"],
    ["empty texts for empty cells", { blank: "text" }, {}, '函数收到的空单元格:空文本("")'],
    ["a protected sheet", { protect: "sheet" }, { protection: "limited" }, "受保护的工作表"],
  ] as const)("%s", async (_name, simulated, expected, told) => {
    const run = await tested({ simulated });
    expect(notPassed(run)).toEqual(expected);
    expect(run.text).toContain(told);
    expect(await sheetNames(run.workbench)).not.toContain("ZoneCheck自检");
    const [shot] = Object.entries(simulated);
    await run.workbench.screenshot(`self-test-${(shot ?? []).join("-")}`);
    await run.workbench.context.close();
  });

  test("a protected structure: nothing is made, what can be tried without a sheet is", async () => {
    const run = await tested({ simulated: { protect: "workbook" } });
    expect(run.statuses).toMatchObject({
      protection: "limited",
      sheet: "failed",
      write: "skipped",
      settings: "passed",
      part: "passed",
      ZONE_GAP: "skipped",
      removal: "skipped",
    });
    expect(run.text).toContain("工作簿结构受保护,不能新建或删除工作表");
    expect(run.text).toContain("先在“审阅”中撤销“保护工作簿”");
    await run.workbench.screenshot("self-test-protect-workbook");
    await run.workbench.context.close();
  });

  test("an Excel older than the manifest asks for says which set is missing", async () => {
    const run = await tested({ simulated: { excelApi: "1.7" } });
    expect(run.statuses["version"]).toBe("failed");
    expect(run.text).toContain("本工具需要 ExcelApi 1.9,这个 Excel 只有 1.7");
    expect(await sheetNames(run.workbench)).not.toContain("ZoneCheck自检");
    await run.workbench.context.close();
  });

  test("where the manifest's sets are missing there is no tab, and the pane is there", async () => {
    const workbench = await openView({ simulated: { runtime: "separate" } });
    expect(await workbench.page.locator(".ribbon").getByRole("button").count()).toBe(0);
    await workbench.context.close();
  });

  test("the menu of the page switches, and shows what is on", async () => {
    const workbench = await openWorkbench(browser, { sample: SAMPLE });
    await workbench.page.getByRole("button", { name: "模拟" }).click();
    await workbench.screenshot("simulation-menu-zh-light");
    await workbench.page.getByRole("menuitemcheckbox", { name: "空单元格按 0 传给函数" }).click();
    await workbench.page.waitForURL(/blank=zero/);
    await workbench.page.getByRole("button", { name: "模拟(1)" }).click();
    const chosen = workbench.page.getByRole("menuitemcheckbox", { checked: true });
    expect(await chosen.allInnerTexts()).toEqual(["空单元格按 0 传给函数"]);
    await workbench.context.close();
  });
});

describe.each([
  ["zh-CN", "dark", 320],
  ["en-US", "light", 320],
  ["en-US", "dark", 640],
] as const)("%s, %s, %d px", (locale, theme, paneWidth) => {
  test("fits, with something to tell", async () => {
    const workbench = await openView({
      locale,
      theme,
      width: paneWidth === 320 ? 900 : 1500,
      height: 1100,
      simulated: { functions: "missing", protect: "sheet" },
    });
    await workbench.page.locator(".splitter").focus();
    const key = paneWidth === 320 ? "ArrowRight" : "ArrowLeft";
    for (let press = 0; press < 13; press++) await workbench.page.keyboard.press(key);
    await workbench.screenshot(`self-test-intro-${locale}-${theme}-${paneWidth}`);
    await begin(workbench);
    const { pane } = await finished(workbench);
    await workbench.screenshot(`self-test-${locale}-${theme}-${paneWidth}`);
    const overflow = await pane.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .filter((element) => getComputedStyle(element).position !== "absolute")
        .map((element) => element.outerHTML.slice(0, 120))
    );
    expect(overflow).toEqual([]);
    await workbench.context.close();
  });
});
