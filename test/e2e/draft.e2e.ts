/** The 文稿 view by hands: a text composed from a sample and out of date after an edit, and a draft with a wrong number. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Frame } from "playwright-core";
import { troubles, typeInto, valueOf } from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1.xlsx";
const SHEET = "经济指标";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function openDraft(workbench: Workbench): Promise<Frame> {
  const pane = workbench.pane();
  await pane.getByRole("tab", { name: /文稿|Report/ }).click();
  await pane.locator(".zc-halves").waitFor();
  return pane;
}

async function compose(pane: Frame): Promise<string> {
  await pane
    .getByRole("button", { name: /^(成文|Compose)$/ })
    .last()
    .click();
  const text = pane.locator(".zc-text");
  await text.waitFor();
  return (await text.innerText()).trim();
}

async function overflow(pane: Frame): Promise<number> {
  return await pane.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

describe("成文", () => {
  let workbench: Workbench;
  let pane: Frame;
  beforeAll(async () => {
    workbench = await openWorkbench(browser, { sample: SAMPLE });
    pane = await openDraft(workbench);
  }, 120_000);

  test("a number of the composed text goes to its cell, by mouse and by keyboard", async () => {
    expect(await compose(pane)).toContain("占全市(177.53亿元)的61.53%");
    await workbench.screenshot("draft-compose-zh-light");
    await pane.getByRole("button", { name: /^61\.53%/ }).click();
    await workbench.door("idle");
    expect(await workbench.door("selection")).toMatchObject({ sheet: SHEET, row: 15, column: 5 });
    expect(await pane.getByRole("region", { name: "出处" }).innerText()).toContain("经济指标!F16");
    await pane.getByRole("button", { name: /^61\.53%/ }).focus();
    await workbench.page.keyboard.press("ArrowRight");
    await workbench.page.keyboard.press("Enter");
    await workbench.door("idle");
    expect(await workbench.door("selection")).toMatchObject({ sheet: SHEET, row: 15, column: 4 });
  });

  test("an edited cell makes its number out of date, and the text is left as it was", async () => {
    await typeInto(workbench, SHEET, "E17", "-9.1");
    await pane.locator(".zc-mark-outdated").first().waitFor();
    const old = await pane.locator(".zc-mark-outdated").allInnerTexts();
    expect(old).toContain("-7.8%");
    expect(old).not.toContain("61.53%");
    await pane.locator(".zc-mark-outdated").first().focus();
    expect(await pane.getByRole("region", { name: "出处" }).innerText()).toContain("-9.1%");
    await workbench.screenshot("draft-outdated-zh-light");
    await pane.getByRole("button", { name: "重新成文" }).click();
    await pane.locator(".zc-mark-outdated").first().waitFor({ state: "detached" });
    expect(await pane.locator(".zc-text").innerText()).toContain("-9.1%");
  });

  test("the text is saved as a file that Word opens as it is", async () => {
    const text = (await pane.locator(".zc-text").innerText()).trim();
    const download = workbench.page.waitForEvent("download");
    await pane.getByRole("button", { name: "存为文本" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("开发区指标文稿.txt");
    const bytes = readFileSync(await file.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const saved = new TextDecoder().decode(bytes).trim();
    expect(saved.split("\r\n")).toEqual(text.split(/\n+/));
  });

  test("the text goes into a sheet of its own as text, and once more into another", async () => {
    const [first] = (await pane.locator(".zc-text").innerText()).split("\n");
    await pane.getByRole("button", { name: "写入新表" }).click();
    await pane.getByText("文稿已写入新工作表").waitFor();
    expect(await valueOf(workbench, "成文文稿", "A1")).toBe(first);
    await pane.getByRole("button", { name: "写入新表" }).click();
    await pane.getByText("成文文稿 2").waitFor();
    expect(troubles(workbench)).toEqual([]);
  });
});

describe("核稿", () => {
  test("one wrong number is listed as 不符, and choosing it shows the words and the cell", async () => {
    const workbench = await openWorkbench(browser, { sample: SAMPLE });
    const pane = await openDraft(workbench);
    const draft = (await compose(pane)).replace("61.53%", "61.73%");
    await pane.getByRole("button", { name: "核稿" }).click();
    await pane.getByLabel("文稿", { exact: true }).last().fill(draft);
    await pane.locator("form").getByRole("button", { name: "核稿" }).click();
    await pane.getByText(/共识别 \d+ 个数字,核对 \d+ 个,未核对 0 个/).waitFor();
    await workbench.screenshot("draft-check-zh-light");
    expect(await pane.locator(".zc-text .zc-mark-disagrees").allInnerTexts()).toEqual(["61.73%"]);
    await workbench.door("select", SHEET, "A1");
    await pane.getByRole("button", { name: /^61\.73%: 占比/ }).click();
    await workbench.door("idle");
    expect(await workbench.door("selection")).toMatchObject({ sheet: SHEET, row: 15, column: 5 });
    expect(await pane.locator(".zc-text .zc-mark-chosen").allInnerTexts()).toEqual(["61.73%"]);
    await workbench.screenshot("draft-check-chosen-zh-light");
    expect(await overflow(pane)).toBeLessThanOrEqual(0);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });

  test("a .txt file as Chinese Windows saves it is read, and a long draft is shown to its end", async () => {
    const workbench = await openWorkbench(browser, { sample: SAMPLE });
    const pane = await openDraft(workbench);
    await pane.getByRole("button", { name: "核稿" }).click();
    const input = pane.locator('input[type="file"]');
    // 增长5% in GB18030
    const buffer = Buffer.from([0xd4, 0xf6, 0xb3, 0xa4, 0x35, 0x25]);
    await input.setInputFiles({ name: "文稿.txt", mimeType: "text/plain", buffer });
    const field = pane.getByRole("textbox", { name: "文稿" });
    await pane.waitForFunction(() => document.querySelector("textarea")?.value === "增长5%");
    const line = "工业投资100亿元,占全市(200亿元)的50%。\n";
    await field.fill(`${line.repeat(1500)}工业投资100亿元,占全市(200亿元)的60%。`);
    await pane.getByRole("checkbox", { name: "与工作簿核对" }).uncheck();
    await pane.locator("form").getByRole("button", { name: "核稿" }).click();
    await pane.locator(".zc-draft-group-disagrees .zc-draft-finding").last().click();
    await pane.locator(".zc-text p:last-child .zc-mark-chosen").waitFor();
    const chosen = pane.locator(".zc-text .zc-mark-chosen");
    expect(await chosen.innerText()).toBe("60%");
    const sight = await chosen.evaluate((mark) => {
      const around = mark.closest(".zc-scroll")?.getBoundingClientRect();
      const { top, bottom } = mark.getBoundingClientRect();
      return around !== undefined && top >= around.top && bottom <= around.bottom;
    });
    expect(sight).toBe(true);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });

  test("works at 320 pixels, in English and in the dark, wide and narrow", async () => {
    for (const [width, height] of [
      [320, 900],
      [1600, 900],
    ] as const) {
      const dark = await openWorkbench(browser, {
        sample: SAMPLE,
        theme: "dark",
        locale: "en-US",
        width,
        height,
      });
      const pane = await openDraft(dark);
      const draft = (await compose(pane))
        .replace("13.97%", "13.79%")
        .replace("9.4个百分点", "9.4%");
      await pane
        .getByRole("button", { name: /^-7\.8%/ })
        .first()
        .focus();
      await dark.screenshot(`draft-compose-en-dark-${width}`);
      expect(await overflow(pane)).toBeLessThanOrEqual(0);
      await pane.getByRole("button", { name: "Check", exact: true }).click();
      await dark.screenshot(`draft-editor-en-dark-${width}`);
      await pane.getByLabel("Draft", { exact: true }).fill(draft);
      await pane.locator("form").getByRole("button", { name: "Check" }).click();
      await pane.getByText(/numbers found/).waitFor();
      await pane.locator(".zc-draft-finding").first().click();
      await dark.screenshot(`draft-check-en-dark-${width}`);
      expect(await overflow(pane)).toBeLessThanOrEqual(0);
      await dark.context.close();
    }
  });
});
