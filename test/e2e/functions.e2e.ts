/** The custom functions in cells: typed, computed by the add-in behind Office.js, spilled, refused. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { addSheet, writeBook } from "./support/books.ts";
import { openDropped, troubles, typeInto, valueOf } from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SHEET = "数据";
const RULES = "目标规则";
const ZONES = [
  ["开发区", "完成", "上年", "目标", "合计"],
  ["运城开发区", 21.35, 17.92, 17, 100],
  ["河津开发区", 16, 12.5, 16, 100],
  ["永济开发区", 15, 0, 17, 50],
  ["绛县开发区", null, 4, 17, 50],
  ["闻喜开发区", "约12", 4, 17, 50],
];

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench(browser, { sample: "yuncheng-2023-h1.xlsx" });
  const bytes = await writeBook((book) => {
    addSheet(book, SHEET, ZONES);
    addSheet(book, RULES, [
      ["指标", "口径", "适用", "比较", "目标值", "单位"],
      ["工业投资", "同比", "全部", "不低于", 17, "%"],
      ["工业投资", "同比", "河津开发区", "不低于", 16, "%"],
    ]);
  });
  await openDropped(workbench, "函数.xlsx", bytes);
}, 120_000);

afterAll(async () => {
  await workbench.context.close();
  await browser.close();
});

/** Enters a formula as a user would; gives the value once everything is calculated. */
async function enter(cell: string, formula: string): Promise<unknown> {
  await workbench.door("type", SHEET, cell, formula);
  await workbench.door("idle");
  return valueOf(workbench, SHEET, cell);
}

describe("a function typed with the keyboard", () => {
  test.each([
    ["G2", "=ZONE_GAP(B2,D2)", 4.35],
    ["G3", "=ZONE_SHARE(B2,E2,1)", 21.4],
    ["G4", "=ZONE_GROWTH(B2,C2,2)", 19.14],
    ["G5", "=ZONE_DIFF(-17.92,-18.3,1)", 0.4],
    ["G6", "=ZONE_STATUS(B4,D4)", "未达到"],
    ["G7", `=ZONE_TARGET(A3,"工业投资",${RULES}!A1:F3)`, 16],
  ])("into %s: %s gives %s", async (cell, formula, value) => {
    await typeInto(workbench, SHEET, cell, formula);
    expect(await valueOf(workbench, SHEET, cell)).toBe(value);
    expect((await workbench.door("formulas", SHEET, cell))[0]?.[0]).toBe(formula);
  });
});

describe("a function over ranges", () => {
  test.each([
    ["I2", "=ZONE_GAP(B2:B4,D2:D4)", [[4.35], [0], [-2]]],
    ["J2", "=ZONE_SHARE(B2:B4,E2,2)", [[21.35], [16], [15]]],
    ["K2", "=ZONE_GROWTH(B2:B3,C2:C3,2)", [[19.14], [28]]],
    ["L2", "=ZONE_DIFF(B2:C2,10)", [[11.35, 7.92]]],
    ["N2", "=ZONE_STATUS(B2:B4,D2:D4)", [["达到"], ["达到"], ["未达到"]]],
    ["O2", `=ZONE_TARGET(A2:A4,"工业投资",${RULES}!A1:F3)`, [[17], [16], [17]]],
  ])("from %s spills: %s", async (cell, formula, values) => {
    await enter(cell, formula);
    const column = cell.replace(/\d+/, "");
    const last = String.fromCharCode(column.charCodeAt(0) + (values[0]?.length ?? 1) - 1);
    const area = `${cell}:${last}${1 + values.length}`;
    expect(await workbench.door("values", SHEET, area)).toEqual(values);
    const formulas = (await workbench.door("formulas", SHEET, area)).flat();
    expect(formulas.filter((each) => each !== null)).toEqual([formula]);
  });

  test("a cell in the way of a spill is told by #SPILL!, and the spill comes when it is gone", async () => {
    await workbench.door("type", SHEET, "Q3", "1");
    expect(await enter("Q2", "=ZONE_GAP(B2:B4,D2:D4)")).toEqual({ error: "#SPILL!" });
    await workbench.door("type", SHEET, "Q3", "");
    await workbench.door("idle");
    expect(await workbench.door("values", SHEET, "Q2:Q4")).toEqual([[4.35], [0], [-2]]);
  });

  test("one bad cell is an error in its own place only", async () => {
    await enter("R2", "=ZONE_GAP(B2:B6,D2:D6)");
    expect(await workbench.door("values", SHEET, "R2:R6")).toEqual([
      [4.35],
      [0],
      [-2],
      [{ error: "#N/A" }],
      [{ error: "#VALUE!" }],
    ]);
  });
});

describe("a function that cannot be computed", () => {
  test.each([
    ["=ZONE_GAP(B5,D5)", "#N/A"],
    ["=ZONE_SHARE(B2,0)", "#DIV/0!"],
    ["=ZONE_GROWTH(B4,C4)", "#DIV/0!"],
    ['=ZONE_DIFF("约12",3)', "#VALUE!"],
    ['=ZONE_STATUS(B2,D2,"大概")', "#VALUE!"],
    [`=ZONE_TARGET(A2,"无此指标",${RULES}!A1:F3)`, "#N/A"],
    ["=ZONE_GAP(B2)", "#N/A"],
  ])("%s says %s", async (formula, error) => {
    expect(await enter("T2", formula)).toEqual({ error });
  });

  test("is caught by IFERROR like any other", async () => {
    expect(await enter("T3", '=IFERROR(ZONE_SHARE(B2,0),"-")')).toBe("-");
  });
});

describe("a function among other formulas", () => {
  test("goes on computing when what it depends on is a formula that changes", async () => {
    await enter("V2", "=B2+1");
    expect(await enter("V3", "=ZONE_GAP(V2,D2)")).toBe(5.35);
    expect(await enter("V4", "=ROUND(V3*10,0)")).toBe(54);
    await workbench.door("type", SHEET, "B2", "20");
    await workbench.door("idle");
    expect(await workbench.door("values", SHEET, "V2:V4")).toEqual([[21], [4], [40]]);
  });

  test("nothing was asked of another origin and nothing broke", () => {
    expect(troubles(workbench)).toEqual([]);
  });
});
