/**
 * The user's story, told by hands: keyboard and mouse in a real browser, on the unmodified Office.js, under the policy
 * that ships. What is on the cells is read from the spreadsheet's own state.
 */
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { canonicalXml } from "../support/canonical-xml.ts";
import { findingsOnTheCommandLine } from "./support/command-line.ts";
import { openWorkbench, site, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1-faults.xlsx";
const SHEET = "经济指标";
const sampleFile = resolve(import.meta.dirname, "../../assets/samples", SAMPLE);

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench(browser, { sample: SAMPLE });
}, 120_000);

afterAll(async () => {
  await browser.close();
});

/** Our rules that paint a cell now. */
async function flagsOn(cell: string): Promise<readonly string[]> {
  const painted = await workbench.door("painted", SHEET, cell);
  return painted.flatMap(({ formula }) =>
    formula?.includes("zone-check") === true ? [formula] : []
  );
}

/** Every cell of the sheet's table and its surroundings that a rule of ours paints now. */
async function flaggedCells(): Promise<string[]> {
  return workbench.page.evaluate(async (sheet) => {
    const door = window.zoneCheckWorkbench;
    if (door === undefined) throw new Error("no workbench");
    const cells = "ABCDEFGHIJKLMNOPQRSTUVWX"
      .split("")
      .flatMap((column) => Array.from({ length: 24 }, (_, row) => `${column}${row + 1}`));
    const painted = await Promise.all(
      cells.map(async (cell) =>
        (await door.painted(sheet, cell)).some(({ formula }) => formula?.includes("zone-check"))
          ? [cell]
          : []
      )
    );
    return painted.flat();
  }, SHEET);
}

/** Types into the grid as a user does: the cell is selected, the keys go to whatever has the focus. */
async function typeInto(cell: string, keys: string): Promise<void> {
  const grid = await workbench.page
    .locator("canvas[id^=univer-sheet-main-canvas]")
    .first()
    .boundingBox();
  if (grid === null) throw new Error("no grid");
  await workbench.page.mouse.click(grid.x + grid.width / 2, grid.y + grid.height / 2);
  await workbench.door("select", SHEET, cell);
  await workbench.page.keyboard.type(keys, { delay: 15 });
  await workbench.page.keyboard.press("Enter");
  await workbench.door("idle");
}

describe("一键审核, from the ribbon to the saved file", () => {
  test("the ribbon's button validates the workbook and opens the pane on its findings", async () => {
    await workbench.page.getByRole("button", { name: "一键审核" }).first().click();
    await workbench.pane().waitForSelector("text=占比不符");
    await workbench.door("idle");
    expect(await workbench.door("isPaneOpen")).toBe(true);
    await workbench.screenshot("story-validated");
  });

  test("every finding of the command line on the same file is a flag on its cell, and no other cell has one", async () => {
    const findings = findingsOnTheCommandLine(sampleFile).filter(({ sheet }) => sheet === SHEET);
    expect(findings.length).toBeGreaterThan(10);
    const named = new Set(findings.map(({ cell }) => cell));
    const flagged = await flaggedCells();
    expect(flagged.sort()).toEqual([...named].sort());
  });

  test("the pane goes to a finding's cell", async () => {
    await workbench.pane().locator('button[aria-label*="F8"]').first().click();
    await workbench.door("idle");
    expect(await workbench.door("selection")).toEqual({ sheet: SHEET, row: 7, column: 5 });
  });

  test("correcting the value in the grid takes the flag away, without another validation", async () => {
    expect(await flagsOn("F8")).not.toEqual([]);
    await typeInto("F8", "8.03");
    expect(await workbench.door("values", SHEET, "F8")).toEqual([[8.03]]);
    expect(await flagsOn("F8")).toEqual([]);
    await workbench.pane().waitForSelector("text=审核后表格有改动");
  });

  test("=ZONE_GAP typed into a cell is computed by the add-in, and again when a precedent changes", async () => {
    await typeInto("Z6", "=ZONE_GAP(D6,E6)");
    expect(await workbench.door("values", SHEET, "Z6")).toEqual([[-1.22]]);
    await typeInto("D6", "20");
    expect(await workbench.door("values", SHEET, "Z6")).toEqual([[0.86]]);
    await typeInto("D6", "17.92");
    expect(await workbench.door("values", SHEET, "Z6")).toEqual([[-1.22]]);
  });

  test("清除标记 takes every flag of ours away", async () => {
    await workbench.page.getByRole("button", { name: "清除标记" }).first().click();
    await workbench.pane().waitForSelector("text=标记已清除");
    await workbench.door("idle");
    const rules = await workbench.door("conditionalFormats", SHEET);
    expect(rules.filter(({ formula }) => formula?.includes("zone-check"))).toEqual([]);
  });

  test("the saved file is the opened one but for the two cells the user changed", async () => {
    const before = unzipSync(await workbench.bytes("original"));
    const after = unzipSync(await workbench.bytes("saved"));
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const changed = Object.keys(before).filter((part) => !sameBytes(before[part], after[part]));
    expect(changed.length).toBeGreaterThan(0);
    for (const part of changed)
      expect(part).toMatch(/^xl\/(worksheets\/sheet1|styles|sharedStrings|workbook)\.xml$/);
    const lines = (files: Record<string, Uint8Array>) =>
      new Set(
        canonicalXml(new TextDecoder().decode(files["xl/worksheets/sheet1.xml"])).split("\n")
      );
    const opened = lines(before);
    const added = [...lines(after)].filter((line) => !opened.has(line));
    // The corrected value and the new formula with its result; nothing of ours.
    expect(added.join("\n")).toContain("8.03");
    expect(added.join("\n")).toContain("ZONE_GAP(D6,E6)");
    expect(added.join("\n")).not.toContain("zone-check");
    for (const part of changed.filter((name) => !name.includes("sheet1"))) {
      expect(canonicalXml(new TextDecoder().decode(after[part]))).toBe(
        canonicalXml(new TextDecoder().decode(before[part]))
      );
    }
  });

  test("nothing was asked of any other origin, and nothing broke the policy or threw", () => {
    expect(
      workbench.requests
        .filter((url) => !/^(?:blob:|data:)/.test(url))
        .map((url) => new URL(url).origin)
    ).toEqual(expect.arrayContaining([site]));
    expect(
      workbench.requests.filter(
        (url) => !url.startsWith(site) && !url.startsWith("blob:") && !url.startsWith("data:")
      )
    ).toEqual([]);
    expect(workbench.problems).toEqual([]);
  });
});

describe("the ledger and the command line", () => {
  test("the ledger the pane makes lists what the command line reports, word for word", async () => {
    const own = await openWorkbench(browser, { sample: SAMPLE });
    await own.page.getByRole("button", { name: "一键审核" }).first().click();
    await own.pane().waitForSelector("text=占比不符");
    await own.pane().getByRole("button", { name: "生成台账" }).first().click();
    await own.page.waitForFunction(() =>
      window.zoneCheckWorkbench?.sheets().some(({ name }) => name === "审核台账")
    );
    await own.door("idle");
    const text = (await own.door("text", "审核台账", "A1:Z200"))
      .map((row) => row.join("\t"))
      .join("\n");
    const findings = findingsOnTheCommandLine(sampleFile);
    for (const finding of findings) {
      expect(text).toContain(finding.message);
      expect(text).toContain(finding.code);
    }
    await own.context.close();
  });
});

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
