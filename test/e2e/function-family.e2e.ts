/** Every function of the family in cells: single values, ranges that spill, bad input, edits of what it stands on, and many at once. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import { addSheet, writeBook } from "./support/books.ts";
import { openDropped, troubles } from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SHEET = "数据";
const RULES = "目标规则";
const TABLE = "比重";
const N_A = { error: "#N/A" };
const VALUE = { error: "#VALUE!" };
const DIV_0 = { error: "#DIV/0!" };

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench(browser, { sample: "yuncheng-2023-h1.xlsx" });
  const bytes = await writeBook((book) => {
    const data = addSheet(book, SHEET, [
      ["开发区", "本期", "上年", "目标", "总数", "占比"],
      ["运城开发区", 20, 16, 17, 50, 40],
      ["河津开发区", 10, 8, 10, 40, 25],
      ["永济开发区", 5, 0, 4, 10, 70],
      ["约12"],
    ]);
    data.getCell("B5").value = { formula: "1/0" };
    addSheet(book, RULES, [
      ["指标", "口径", "适用", "比较", "目标值", "单位"],
      ["工业投资", "同比", "全部", "不低于", 17, "%"],
      ["工业投资", "同比", "河津开发区", "不低于", 16, "%"],
    ]);
    addSheet(book, TABLE, [
      ["开发区", "工业投资(亿元)", "全市工业投资(亿元)", "占全市比重(%)"],
      ["河津开发区", 14.26, 177.53, 8.03],
      ["永济开发区", 9.31, 177.53, 5.24],
      ["新绛开发区", 12.5, 177.53, 7.04],
    ]);
  });
  await openDropped(workbench, "函数.xlsx", bytes);
}, 120_000);

afterAll(async () => {
  await workbench.context.close();
  await browser.close();
});

/** Formulas below each other from a cell on, as many rows apart as asked for, so that each can spill. */
async function enter(column: string, formulas: readonly string[], apart = 1): Promise<void> {
  for (const [index, formula] of formulas.entries())
    await workbench.door("type", SHEET, `${column}${20 + index * apart}`, formula);
  await workbench.door("idle");
}

/** One by one, so that a wrong value stands beside its formula. */
async function valuesOf(
  column: string,
  formulas: readonly string[],
  apart = 1
): Promise<unknown[]> {
  const last = 20 + formulas.length * apart - 1;
  const values = await workbench.door("values", SHEET, `${column}20:${column}${last}`);
  return formulas.map((formula, index) => {
    const block = values.slice(index * apart, (index + 1) * apart).flat();
    return [formula, ...block.filter((value) => value !== null)];
  });
}

const TARGETS = `${RULES}!A1:F3`;

const SINGLE: readonly (readonly [string, unknown])[] = [
  ["=ZONE_GAP(B2,D2)", 3],
  ["=ZONE_SHARE(B2,E2)", 40],
  ["=ZONE_GROWTH(B2,C2)", 25],
  ["=ZONE_DIFF(-17.92,-18.3,1)", 0.4],
  ["=ZONE_PRIOR(B2,25)", 16],
  ["=ZONE_PACE(B2,E2,6)", -10],
  ["=ZONE_ATTAIN(B2,E2,2)", 40],
  ["=ZONE_NEEDED(B2,C2,E2,10)", 35],
  ['=ZONE_STATUS(B2,D2,"不高于")', "未达到"],
  [`=ZONE_TARGET(A3,"工业投资",${TARGETS})`, 16],
  ["=ZONE_RATE(32,39,2)", 82.05],
  ["=ZONE_CONTRIB(B2,C2,E2)", 8],
  ["=ZONE_RANK(B3,B2:B4)", 2],
  ['=ZONE_CONSISTENT(F4,B4,E4,"占比")', "不符"],
  ["=ZONE_WHOLE(90,75)", 120],
  ['=ZONE_PHRASE("工业投资",B2,"亿元",-17.9)', "工业投资完成20亿元,同比下降17.9%"],
  [`=ZONE_CHECK(${TABLE}!A1:D4)`, "无问题"],
];

const SPILLED: readonly (readonly [string, ...unknown[]])[] = [
  ["=ZONE_GAP(B2:B4,D2:D4)", 3, 0, 1],
  ["=ZONE_SHARE(B2:B4,E2:E4)", 40, 25, 50],
  ["=ZONE_GROWTH(B2:B4,C2:C4)", 25, 25, DIV_0],
  ["=ZONE_DIFF(B2:B4,10)", 10, 0, -5],
  ["=ZONE_PRIOR(B2:B4,D2:D4,2)", 17.09, 9.09, 4.81],
  ["=ZONE_PACE(B2:B4,E2:E4,6)", -10, -25, 0],
  ["=ZONE_ATTAIN(B2:B4,E2:E4)", 40, 25, 50],
  ["=ZONE_NEEDED(B2:B4,C2:C4,E2:E4,10)", 35, 34, 6],
  ["=ZONE_STATUS(D2:D4,B2:B4)", "未达到", "达到", "未达到"],
  [`=ZONE_TARGET(A2:A4,"工业投资",${TARGETS})`, 17, 16, 17],
  ["=ZONE_RATE(B2:B4,E2:E4)", 40, 25, 50],
  ["=ZONE_CONTRIB(B2:B4,C2:C4,E2:E4)", 8, 5, 50],
  ["=ZONE_RANK(B2:B4,B2:B4)", 1, 2, 3],
  ['=ZONE_CONSISTENT(F2:F4,B2:B4,E2:E4,"占比")', "吻合", "吻合", "不符"],
  [
    '=ZONE_PHRASE("投资",B2:B4,"亿元",D2:D4)',
    "投资完成20亿元,同比增长17%",
    "投资完成10亿元,同比增长10%",
    "投资完成5亿元,同比增长4%",
  ],
];

const BAD: readonly (readonly [string, unknown])[] = [
  ["=ZONE_GAP(A5,1)", VALUE],
  ["=ZONE_GAP(B9,1)", N_A],
  ["=ZONE_GAP(B5,1)", DIV_0],
  ["=ZONE_SHARE(B2,0)", DIV_0],
  ["=ZONE_GROWTH(A5,1)", VALUE],
  ["=ZONE_DIFF(B9,1)", N_A],
  ["=ZONE_PRIOR(B2,-100)", DIV_0],
  ["=ZONE_PRIOR(B2,-150)", N_A],
  ["=ZONE_PACE(B2,E2,13)", VALUE],
  ["=ZONE_ATTAIN(B2,0)", DIV_0],
  ["=ZONE_NEEDED(B2,60,E2,10)", VALUE],
  ['=ZONE_STATUS(B2,D2,"大概")', VALUE],
  [`=ZONE_TARGET(A2,"无此指标",${TARGETS})`, N_A],
  ["=ZONE_RATE(A5,2)", VALUE],
  ["=ZONE_CONTRIB(B2,C2,0)", DIV_0],
  ["=ZONE_RANK(99,B2:B4)", N_A],
  ['=ZONE_CONSISTENT(F2,B2,E2,"什么")', VALUE],
  ["=ZONE_WHOLE(1,75.12)", N_A],
  ['=ZONE_PHRASE("投资",A5,"亿元",1)', VALUE],
  ["=ZONE_CHECK(A2:A2)", VALUE],
];

const idsOf = (formulas: readonly (readonly [string, ...unknown[]])[]): ReadonlySet<string> =>
  new Set(formulas.map(([formula]) => /ZONE_\w+/.exec(formula)?.[0] ?? ""));

describe("every function typed into the grid", () => {
  test("stands in each of these tables", () => {
    const all = FUNCTION_RECORDS.map(({ id }) => id);
    expect([...idsOf(SINGLE)].sort()).toEqual([...all].sort());
    expect([...idsOf(BAD)].sort()).toEqual([...all].sort());
    // What these two give has a size of its own.
    expect([...idsOf(SPILLED), "ZONE_CHECK", "ZONE_WHOLE"].sort()).toEqual([...all].sort());
  });

  test("with single values gives the value", async () => {
    const formulas = SINGLE.map(([formula]) => formula);
    await enter("H", formulas);
    expect(await valuesOf("H", formulas)).toEqual(SINGLE.map((row) => [...row]));
  });

  test("with ranges spills a value for each cell", async () => {
    const formulas = SPILLED.map(([formula]) => formula);
    await enter("J", formulas, 6);
    expect(await valuesOf("J", formulas, 6)).toEqual(SPILLED.map((row) => [...row]));
  });

  test("with a result of a size of its own spills over as many cells as it takes", async () => {
    await workbench.door("type", SHEET, "P20", "=ZONE_WHOLE(3,8)");
    await workbench.door("type", TABLE, "D3", "6.24");
    await workbench.door("type", SHEET, "P24", `=ZONE_CHECK(${TABLE}!A1:D4)`);
    await workbench.door("idle");
    expect(await workbench.door("values", SHEET, "P20:U20")).toEqual([[36, 37, 38, 39, 40, null]]);
    expect(await workbench.door("values", SHEET, "P24:T25")).toEqual([
      ["强制性", "占比不符", "第3行第4列", "表内 6.24%,按 9.31 ÷ 177.53 应为 5.24%", null],
      [null, null, null, null, null],
    ]);
    await workbench.door("type", TABLE, "D3", "5.24");
    await workbench.door("idle");
    expect((await workbench.door("values", SHEET, "P24:Q25")).flat()).toEqual([
      "无问题",
      null,
      null,
      null,
    ]);
  });

  test("with bad input gives the error that is documented", async () => {
    const formulas = BAD.map(([formula]) => formula);
    await enter("L", formulas);
    expect(await valuesOf("L", formulas)).toEqual(BAD.map((row) => [...row]));
  });

  test("follows an edit of what it stands on, of the rules and of the table too", async () => {
    const formulas: readonly (readonly [string, unknown, unknown])[] = [
      ["=ZONE_GAP(B2,D2)", 3, -13],
      ["=ZONE_SHARE(B2,E2)", 40, 8],
      ["=ZONE_GROWTH(B2,C2)", 25, -75],
      ["=ZONE_DIFF(B2,D2)", 3, -13],
      ["=ZONE_PRIOR(B2,25)", 16, 3.2],
      ["=ZONE_PACE(B2,E2,6)", -10, -42],
      ["=ZONE_ATTAIN(B2,E2)", 40, 8],
      ["=ZONE_NEEDED(B2,C2,E2,10)", 35, 51],
      ["=ZONE_STATUS(B2,19)", "达到", "未达到"],
      [`=ZONE_TARGET(A2,"工业投资",${TARGETS})`, 17, 18],
      ["=ZONE_RATE(B2,E2)", 40, 8],
      ["=ZONE_CONTRIB(B2,C2,E2)", 8, -24],
      ["=ZONE_RANK(B2,B2:B4)", 1, 3],
      ['=ZONE_CONSISTENT(40,B2,E2,"占比")', "吻合", "不符"],
      ["=ZONE_WHOLE(B2,80)", 25, 5],
      ['=ZONE_PHRASE("投资",B2,"亿元",3)', "投资完成20亿元,同比增长3%", "投资完成4亿元,同比增长3%"],
      [`=INDEX(ZONE_CHECK(${TABLE}!A1:D4),1,1)="无问题"`, true, false],
    ];
    const typed = formulas.map(([formula]) => formula);
    await enter("N", typed);
    expect(await valuesOf("N", typed)).toEqual(formulas.map(([f, before]) => [f, before]));
    await workbench.door("type", SHEET, "B2", "4");
    await workbench.door("type", RULES, "E2", "18");
    await workbench.door("type", TABLE, "D2", "9.03");
    await workbench.door("idle");
    expect(await valuesOf("N", typed)).toEqual(formulas.map(([f, , after]) => [f, after]));
  });

  test("nothing was asked of another origin and nothing broke", () => {
    expect(troubles(workbench)).toEqual([]);
  });
});

describe("two thousand calls in one recalculation", () => {
  const ROWS = 2000;
  /** Each with the value it has where $A$1 is x, in the row r (from 1): B is r, C is 2r. */
  const CALLS: readonly (readonly [(r: number) => string, (r: number, x: number) => unknown])[] = [
    [(r) => `ZONE_GAP(B${r},$A$1)`, (r, x) => r - x],
    [(r) => `ZONE_SHARE($A$1,C${r},4)`, (r, x) => round((x / (2 * r)) * 100, 4)],
    [(r) => `ZONE_ATTAIN(B${r},$A$1,2)`, (r, x) => round((r / x) * 100, 2)],
    [(r) => `ZONE_STATUS(B${r},$A$1)`, (r, x) => (r >= x ? "达到" : "未达到")],
    [(r) => `ZONE_DIFF(C${r},$A$1,1)`, (r, x) => 2 * r - x],
  ];
  const callOf = (r: number): (typeof CALLS)[number] => {
    const call = CALLS[r % CALLS.length];
    if (call === undefined) throw new Error("no call");
    return call;
  };
  const round = (value: number, decimals: number): number =>
    Number(`${Math.round(Number(`${value.toFixed(10)}e${decimals}`))}e-${decimals}`);

  test("are all answered with their values, and ours is at most 50 ms of any task", async () => {
    const bytes = await writeBook((book) => {
      const sheet = addSheet(book, SHEET, []);
      for (let r = 1; r <= ROWS; r++) {
        const [formula] = callOf(r);
        sheet.getCell(r, 2).value = r;
        sheet.getCell(r, 3).value = 2 * r;
        sheet.getCell(r, 4).value = { formula: formula(r) };
      }
      sheet.getCell(1, 1).value = 8;
    });
    await openDropped(workbench, "二千.xlsx", bytes);
    await watchCalls(workbench);
    await workbench.door("type", SHEET, "A1", "16");
    await workbench.door("idle");
    const values = (await workbench.door("values", SHEET, `D1:D${ROWS}`)).flat();
    const expected = Array.from({ length: ROWS }, (_, i) => callOf(i + 1)[1](i + 1, 16));
    expect(values).toEqual(expected);
    const { calls, tasks, longest } = await measured(workbench);
    console.log(
      `${calls} calls in ${tasks} tasks, at most ${longest.toFixed(1)} ms of ours in one`
    );
    expect(calls).toBe(ROWS);
    expect(longest).toBeLessThanOrEqual(50);
    expect(troubles(workbench)).toEqual([]);
  });
});

/** Puts a performance.measure around every call of ours in the add-in's page, named by the task it is made in. */
async function watchCalls(of: Workbench): Promise<void> {
  await of.pane().evaluate(() => {
    type Call = (...args: unknown[]) => unknown;
    const runtime = Reflect.get(globalThis, "CustomFunctions") as unknown as {
      _association: { mappings: Record<string, Call> };
      associate(id: string, call: Call): void;
    };
    let task = 0;
    let isOpen = false;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      isOpen = false;
    };
    for (const [id, call] of Object.entries(runtime._association.mappings)) {
      runtime.associate(id, (...args) => {
        if (!isOpen) {
          isOpen = true;
          task += 1;
          // Comes with the next task at the earliest: what is made in between counts together.
          channel.port2.postMessage(null);
        }
        const start = performance.now();
        try {
          return call(...args);
        } finally {
          performance.measure(`zone-call-${task}`, { start });
        }
      });
    }
  });
}

async function measured(
  of: Workbench
): Promise<{ readonly calls: number; readonly tasks: number; readonly longest: number }> {
  return of.pane().evaluate(() => {
    const byTask = new Map<string, number>();
    const entries = performance
      .getEntriesByType("measure")
      .filter(({ name }) => name.startsWith("zone-call-"));
    for (const { name, duration } of entries) byTask.set(name, (byTask.get(name) ?? 0) + duration);
    return {
      calls: entries.length,
      tasks: byTask.size,
      longest: Math.max(0, ...byTask.values()),
    };
  });
}
