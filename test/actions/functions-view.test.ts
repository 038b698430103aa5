import { describe, expect, test } from "@jest/globals";
import type { CallRequest, InsertedCall, OccupiedChoice } from "../../src/actions/index.ts";
import { insertCall, lookAtFunctions, makePortable } from "../../src/actions/index.ts";
import type { Address, Book, Sheet, WriteIntent } from "../../src/core/index.ts";
import { RULES_SHEET, cellAt, formatArea, formatCell, parseArea } from "../../src/core/index.ts";
import type { FunctionId } from "../../src/core/measures/index.ts";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import type { GridCell } from "../support/grid.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { portOf } from "./fakes.ts";

const S = "经济指标";
const ROWS: readonly (readonly GridCell[])[] = [
  ["运城市开发区2023年1-6月主要经济指标"],
  ["单位:亿元、%"],
  ["开发区", "税收收入", null, null, null, null],
  [null, "完成", "上年同期", "同比增长(%)", "省定目标(%)", "与目标差距(百分点)"],
  ["运城开发区", 120, 100, { v: 0.2, nf: "0.0%" }, 17, null],
  ["河津开发区", 116, 100, { v: 0.16, nf: "0.0%" }, 16, null],
  ["永济开发区", null, 100, { v: null, nf: "0.0%" }, 17, null],
  ["合计", 236, 300, { v: 0.18, nf: "0.0%" }, 17, null],
];
const form = sheetOf(S, ROWS);
const rules = sheetOf(RULES_SHEET, [
  ["指标", "口径", "适用", "比较", "目标值", "单位"],
  ["税收收入", "同比", "全部", "不低于", 17, "%"],
  ["税收收入", "同比", "河津开发区", "不低于", 16, "%"],
]);
const book = bookOf(form, rules);
const across = sheetOf(S, [
  ["运城市开发区2023年1-6月主要经济指标"],
  ["单位:亿元、%"],
  ["指标", "项目", "运城开发区", "河津开发区", "合计"],
  ["税收收入", "完成", 120, 116, 236],
  [null, "上年同期", 100, 90, 190],
  [null, "同比增长(%)", 20, 28.9, 24.2],
  [null, "省定目标(%)", 17, 16, null],
]);

function address(a1: string, sheet = S): Address {
  const area = parseArea(a1);
  if (area === undefined) throw new Error(`not an area: ${a1}`);
  return { sheet, area };
}

function request(
  name: FunctionId,
  args: readonly string[],
  at: string,
  parts: Partial<CallRequest> = {}
): CallRequest {
  return { name, args, at: address(at), span: "cell", customFunctions: "available", ...parts };
}

function prepared(asked: CallRequest, of: Book = book) {
  const call = lookAtFunctions(of).prepare(asked);
  if (call === undefined) throw new Error("no such sheet");
  return call;
}

interface Done {
  readonly inserted: InsertedCall | string;
  readonly intents: readonly WriteIntent[];
  /** Cell by cell. */
  readonly written: Readonly<Record<string, string>>;
}

async function insert(
  asked: CallRequest,
  occupied: OccupiedChoice = "ask",
  of: Book = book
): Promise<Done> {
  const port = portOf(of);
  const outcome = await insertCall(port, asked, occupied);
  const intents = port.plans.flat();
  const written: Record<string, string> = {};
  for (const intent of intents) {
    if (intent.kind === "set-formulas") {
      intent.formulas.forEach((row, r) => {
        row.forEach((formula, c) => {
          written[formatCell({ row: intent.at.row + r, column: intent.at.column + c })] = formula;
        });
      });
    }
  }
  return {
    inserted: outcome.ok ? outcome.value : outcome.failure.failure.code,
    intents,
    written,
  };
}

const changed = (row: number, column: number, cell: GridCell): Sheet =>
  sheetOf(
    S,
    ROWS.map((cells, r) => (r === row ? cells.map((one, c) => (c === column ? cell : one)) : cells))
  );

describe("a call as it is put together", () => {
  test("says its result on the workbook as it stands, with percents taken in the unit of the sheets", () => {
    const call = prepared(request("ZONE_GAP", ["D5", "E5"], "F5"));
    expect(call.formula).toBe("=IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5*100,E5))");
    expect(call.isGuarded).toBe(true);
    expect(call.results).toEqual([[{ ok: true, value: 3 }]]);
    expect(call.args.map(({ operand }) => operand?.scale)).toEqual(["hundredfold", "as-is"]);
  });

  test.each([
    [
      ["D5", ""],
      ["as-is", "missing"],
    ],
    [
      ["D5,E5", "E5"],
      ["unreadable", "as-is"],
    ],
    [
      ["没有!A1", "E5"],
      ["unknown-name", "as-is"],
    ],
    [
      ["F5", "E5"],
      ["circular", "as-is"],
    ],
    [
      ["A1:F9", "E5"],
      ["circular", "as-is"],
    ],
  ] as const)("%j cannot be inserted", async (args, problems) => {
    const call = prepared(request("ZONE_GAP", args, "F5"));
    expect(call.becomes).toEqual({ kind: "nothing", because: "arguments" });
    expect(call.args.map(({ problem }) => problem ?? "as-is")).toEqual(problems);
    expect(await insert(request("ZONE_GAP", args, "F5"))).toMatchObject({
      inserted: "operands-missing",
      intents: [],
    });
  });

  test("a blank operand gives no number but the reason", () => {
    const call = prepared(request("ZONE_GAP", ["D7", "E7"], "F7"));
    expect(call.results).toMatchObject([[{ ok: false, failure: { reason: "missing" } }]]);
  });

  test("ranges spill, stand without a guard, and are not filled down", () => {
    const call = prepared(request("ZONE_SHARE", ["B5:B8", "B8", "1"], "H5", { span: "table" }));
    expect(call.formula).toBe("=ZONE_SHARE(B5:B8,B8,1)");
    expect([call.results?.length, call.cells.length]).toEqual([4, 1]);
  });

  test("a range of percents is taken a hundredfold as a whole, a rank is left as it is", () => {
    expect(prepared(request("ZONE_GAP", ["D5:D8", "E5:E8"], "H5")).formula).toBe(
      "=ZONE_GAP(D5:D8*100,E5:E8)"
    );
    expect(prepared(request("ZONE_RANK", ["D5", "$D$5:$D$6"], "H5")).formula).toBe(
      "=ZONE_RANK(D5,$D$5:$D$6)"
    );
  });

  test("what Excel has to calculate has no result before it is inserted", () => {
    const call = prepared(request("ZONE_GAP", ["SUM(B5:B6)", "200"], "H5"));
    expect(call.results).toBeNull();
    expect(call.becomes).toEqual({ kind: "function" });
  });

  test("a destination with a percent format is told: it would show the result a hundredfold", () => {
    const percent = changed(4, 5, { v: null, nf: "0.00%" });
    const asked = request("ZONE_GAP", ["D5", "E5"], "F5");
    expect(prepared(asked, bookOf(percent)).isShownAsPercent).toBe(true);
    expect(prepared({ ...asked, name: "ZONE_STATUS" }, bookOf(percent)).isShownAsPercent).toBe(
      false
    );
  });

  test("every example of the documentation can be typed into the form and gives its result", () => {
    for (const record of FUNCTION_RECORDS.filter(({ id }) => id !== "ZONE_CHECK")) {
      for (const { inputs, result } of record.examples) {
        if (inputs.some(Array.isArray)) continue;
        const args = inputs.map((input) =>
          typeof input === "string" ? `"${input}"` : String(input)
        );
        const call = prepared(request(record.id, args, "K5"));
        expect([record.id, call.results?.[0]?.[0]]).toEqual([
          record.id,
          { ok: true, value: result },
        ]);
      }
    }
  });
});

describe("inserting a call", () => {
  test("writes one cell, and in one plan", async () => {
    const done = await insert(request("ZONE_GAP", ["D5", "E5"], "F5"));
    expect(done.intents).toHaveLength(1);
    expect(done.written).toEqual({ F5: "=IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5*100,E5))" });
    expect(done.inserted).toMatchObject({ becomes: "function", cells: 1, skipped: 0 });
  });

  test("a new column is given its header, which is told; a row likewise where the zones stand in columns", async () => {
    const column = await insert(request("ZONE_SHARE", ["B5", "B$8", "2"], "G5", { span: "table" }));
    expect(column.inserted).toMatchObject({
      cells: 4,
      header: { cell: "G4", text: "税收收入占合计比重(%)" },
    });
    expect(column.written["G4"]).toBe("税收收入占合计比重(%)");
    const row = await insert(
      request("ZONE_GAP", ["C6", "C7"], "C8", { span: "table" }),
      "ask",
      bookOf(across)
    );
    expect(row.inserted).toMatchObject({ header: { cell: "B8", text: "税收收入与目标差距" } });
    expect(row.written).toMatchObject({
      B8: "税收收入与目标差距",
      C8: "=IF(COUNT(C6,C7)<2,NA(),ZONE_GAP(C6,C7))",
      D8: "=IF(COUNT(D6,D7)<2,NA(),ZONE_GAP(D6,D7))",
    });
  });

  test("no header is written over anything, in a form's own column, or for a call of one's own", async () => {
    const taken = sheetOf(
      S,
      ROWS.map((cells, row) => (row === 3 ? [...cells, "备注"] : cells))
    );
    for (const [asked, of] of [
      [request("ZONE_SHARE", ["B5", "B$8", "2"], "G5"), bookOf(taken)],
      [request("ZONE_GAP", ["D5", "E5"], "F5"), book],
      [request("ZONE_SHARE", ["B5", "C5", "2"], "G5"), book],
    ] as const) {
      const { inserted, intents } = await insert(asked, "ask", of);
      expect(inserted).toMatchObject({ kind: "inserted", header: null });
      expect(intents).toHaveLength(1);
    }
  });

  test("fills the table down, zones not filled in yet included", async () => {
    const { written } = await insert(request("ZONE_GAP", ["D5", "E$5"], "F5", { span: "table" }));
    expect(written).toEqual({
      F5: "=IF(COUNT(D5,E$5)<2,NA(),ZONE_GAP(D5*100,E$5))",
      F6: "=IF(COUNT(D6,E$5)<2,NA(),ZONE_GAP(D6*100,E$5))",
      F7: "=IF(COUNT(D7,E$5)<2,NA(),ZONE_GAP(D7*100,E$5))",
      F8: "=IF(COUNT(D8,E$5)<2,NA(),ZONE_GAP(D8*100,E$5))",
    });
  });

  test("asks before it writes over anything, then skips or replaces", async () => {
    const taken = bookOf(changed(5, 5, "手填"), rules);
    const asked = request("ZONE_GAP", ["D5", "E5"], "F5", { span: "table" });
    expect(await insert(asked, "ask", taken)).toMatchObject({
      inserted: { kind: "occupied", cells: ["F6"] },
      intents: [],
    });
    const skipped = await insert(asked, "skip", taken);
    expect(Object.keys(skipped.written)).toEqual(["F5", "F7", "F8"]);
    expect(skipped.inserted).toMatchObject({ cells: 3, skipped: 1 });
    expect(Object.keys((await insert(asked, "replace", taken)).written)).toEqual([
      "F5",
      "F6",
      "F7",
      "F8",
    ]);
  });

  test("a cell in the way of what spills is in the way of the formula", async () => {
    const asked = request("ZONE_SHARE", ["B5:B8", "B$8"], "F5");
    const taken = bookOf(changed(6, 5, 1), rules);
    expect((await insert(asked, "ask", taken)).inserted).toEqual({
      kind: "occupied",
      cells: ["F7"],
    });
  });

  test("a formula that stands there already is nobody's to ask about", async () => {
    const there = bookOf(
      changed(4, 5, { f: "=IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5*100,E5))", v: 3 }),
      rules
    );
    expect(
      (await insert(request("ZONE_GAP", ["D5", "E5"], "F5"), "ask", there)).inserted
    ).toMatchObject({ kind: "inserted" });
  });

  test("a sheet that is gone is refused, a fault of the host is handed on with what was done", async () => {
    const gone = request("ZONE_GAP", ["D5", "E5"], "F5");
    expect((await insert({ ...gone, at: address("F5", "没有") })).inserted).toMatchObject({
      applied: { refused: [{ reason: "sheet-missing", sheet: "没有" }] },
    });
    const port = portOf(book, { applyFails: { code: "session-lost" } });
    expect(await insertCall(port, gone, "ask")).toMatchObject({
      ok: false,
      failure: { failure: { code: "session-lost" }, done: [{ kind: "set-formulas" }] },
    });
  });

  test("a protected sheet is told before, and refused by the workbook", () => {
    const locked = bookOf(sheetOf(S, ROWS, { isProtected: true }));
    expect(prepared(request("ZONE_GAP", ["D5", "E5"], "F5"), locked).becomes).toEqual({
      kind: "nothing",
      because: "protected",
    });
  });
});

describe("in an Excel without custom functions", () => {
  const older = { customFunctions: "missing" } as const;

  test("the native twin stands in the cells, with the same guard", async () => {
    const { written, inserted } = await insert(
      request("ZONE_GAP", ["D5", "E5"], "F5", { ...older, span: "table" })
    );
    expect(written["F6"]).toBe("=IF(COUNT(D6,E6)<2,NA(),(D6*100)-E6)");
    expect(inserted).toMatchObject({ becomes: "native", cells: 4 });
  });

  test("a target that is looked up points at its own rule in each row", async () => {
    const { written } = await insert(
      request("ZONE_TARGET", ["$A5", "税收收入", "目标规则!$A$1:$F$3"], "G5", {
        ...older,
        span: "table",
      })
    );
    expect(written).toMatchObject({
      G5: "=INDEX(目标规则!$A$1:$F$3,2,5)",
      G6: "=INDEX(目标规则!$A$1:$F$3,3,5)",
    });
  });

  test("where there is no twin the value is written", async () => {
    const { written, inserted } = await insert(request("ZONE_WHOLE", ["90", "75"], "K5", older));
    expect(written).toEqual({ K5: "120" });
    expect(inserted).toMatchObject({ becomes: "value" });
  });

  test("what would spill, and what has neither twin nor value, is not inserted", () => {
    expect(prepared(request("ZONE_GAP", ["B5:B6", "C5:C6"], "K5", older)).becomes).toEqual({
      kind: "nothing",
      because: "needs-spill",
    });
    expect(prepared(request("ZONE_CHECK", ["A3:F8"], "K5", older)).becomes).toEqual({
      kind: "nothing",
      because: "no-value",
    });
  });

  test("no function's formula names one of ours", () => {
    for (const record of FUNCTION_RECORDS) {
      for (const { inputs } of record.examples) {
        if (inputs.some(Array.isArray)) continue;
        const args = inputs.map((one) => (typeof one === "string" ? `"${one}"` : String(one)));
        const { formula } = prepared(request(record.id, args, "K5", older));
        expect(formula ?? "").not.toContain("ZONE_");
      }
    }
  });
});

describe("what is looked at", () => {
  const sight = lookAtFunctions(book);

  test.each([
    ["D5", S, "number", "D5"],
    ["D5:E9", S, "number", "D5:E9"],
    ["D5:D9", S, "numbers", "$D$5:$D$9"],
    ["A1:F3", RULES_SHEET, "rules", "目标规则!$A$1:$F$3"],
    ["A1:A1048576", RULES_SHEET, "rules", "目标规则!$A$1:$A$3"],
  ] as const)("%s of %s as %s is written %s", (a1, sheet, kind, text) => {
    expect(sight.reference(address(a1, sheet), address("F5"), kind)).toBe(text);
  });

  test.each([
    ["ZONE_GAP", "F6", ["D6", "E6"]],
    ["ZONE_GROWTH", "G6", ["B6", "C6", "2"]],
    ["ZONE_SHARE", "G6", ["B6", "B$8", "2"]],
    ["ZONE_RANK", "G6", ["D6", "$D$5:$D$7"]],
    ["ZONE_TARGET", "G6", ["$A6", '"税收收入"', "目标规则!$A$1:$F$3"]],
    ["ZONE_WHOLE", "G6", []],
    ["ZONE_ATTAIN", "G20", ["", "", "2"]],
  ] as const)("%s at %s starts with %j", (name, at, args) => {
    expect(sight.suggest(name, address(at))).toEqual(args);
  });

  test("columns are offered with the call that fills them, the nearest table first", () => {
    const two = lookAtFunctions(
      bookOf(
        sheetOf(S, [
          ...ROWS,
          [],
          [],
          ...ROWS.map((row) => row.map((cell) => (cell === "税收收入" ? "进出口总额" : cell))),
        ])
      )
    );
    const first = (at: string) => two.offers(address(at))[0];
    expect(first("A1")).toMatchObject({
      function: "ZONE_GAP",
      args: ["D5", "E5"],
      indicator: "税收收入",
    });
    expect(first("A18")).toMatchObject({
      function: "ZONE_GAP",
      args: ["D15", "E15"],
      indicator: "进出口总额",
    });
    expect(formatArea(first("A18")?.at.area ?? address("A1").area)).toBe("F15");
  });

  test("a table with its zones in columns is offered rows, and its cells suggest what stands in their column", () => {
    const seen = lookAtFunctions(bookOf(across, rules));
    expect(seen.offers(address("A1"))[2]).toMatchObject({
      function: "ZONE_SHARE",
      line: "row",
      args: ["C4", "$E4", "2"],
    });
    expect(seen.suggest("ZONE_GAP", address("D8"))).toEqual(["D6", "D7"]);
    expect(seen.suggest("ZONE_SHARE", address("D8"))).toEqual(["D4", "$E4", "2"]);
    expect(seen.suggest("ZONE_RANK", address("D8"))).toEqual(["D6", "$C$6:$D$6"]);
    expect(seen.suggest("ZONE_RANK", address("C5"))).toEqual(["C4", "$C$4:$D$4"]);
    // The whole is no zone, and the header no figure.
    expect(seen.suggest("ZONE_RANK", address("E8"))).toEqual([]);
    expect(seen.suggest("ZONE_RANK", address("B8"))).toEqual([]);
    expect(seen.suggest("ZONE_TARGET", address("D6"))).toEqual([
      "D$3",
      '"税收收入"',
      "目标规则!$A$1:$F$3",
    ]);
  });

  test("a cell is called by what the table says of it", () => {
    expect(sight.nameCell(address("D6"), "zh-CN")).toBe("河津开发区 · 税收收入 同比增速");
    expect(sight.nameCell(address("B6"), "en-US")).toBe("河津开发区 · 税收收入");
    expect(sight.nameCell(address("Z9"), "zh-CN")).toBeUndefined();
  });

  test("a portable copy's cell is explained by the formula kept for it", async () => {
    const live = bookOf(changed(4, 5, { f: "=ZONE_GAP(D5*100,E5)", v: 3 }));
    const port = portOf(live);
    await makePortable(port);
    const [put, swap] = port.plans.flat();
    if (put?.kind !== "put-part" || swap?.kind !== "swap-formulas") throw new Error("no copy");
    const copy = bookOf(changed(4, 5, { f: swap.cells[0]?.formula ?? "", v: 3 }));
    const seen = lookAtFunctions({ ...copy, part: put.xml });
    expect(seen.kept).toBe(1);
    expect(seen.explain(address("F5"))).toMatchObject({
      formula: "=ZONE_GAP(D5*100,E5)",
      stands: "copy",
      value: 3,
    });
    expect(lookAtFunctions(live).explain(address("F5"))).toMatchObject({ stands: "in-cell" });
    expect(lookAtFunctions(live).explain(address("E5"))).toBeUndefined();
  });

  test("a name that hides a function is known", () => {
    expect(lookAtFunctions({ ...book, definedNames: ["zone_gap", "x"] }).takenNames).toEqual([
      "zone_gap",
    ]);
  });

  test("the sheets themselves are left as they were read", () => {
    expect(cellAt(form, 4, 5).formula).toBeNull();
  });
});
