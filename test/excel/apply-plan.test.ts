import { afterEach, describe, expect, test } from "@jest/globals";
import type { Flag, PlannedCell, WriteIntent, WritePlan } from "../../src/core/index.ts";
import { markFormula } from "../../src/core/index.ts";
import { TRANSPORT_ERRORS } from "../../src/workbench/host/host-error.ts";
import type { HostOptions } from "../../src/workbench/host/host-options.ts";
import { openExcelOnMemory } from "../support/excel-on-memory.ts";
import type { ExcelOnMemory } from "../support/excel-on-memory.ts";

let excel: ExcelOnMemory;
const open = (sheets: readonly string[], options?: HostOptions): ExcelOnMemory => {
  excel = openExcelOnMemory(sheets, options);
  return excel;
};
afterEach(() => {
  excel.close();
});

const area = (row: number, column: number, rows = 1, columns = 1): Flag["areas"][0] => ({
  row,
  column,
  rows,
  columns,
});
const unmet: Flag = {
  areas: [area(4, 3, 10, 1)],
  formula: markFormula("$D5<17"),
  style: "unmet",
};
const wrong: Flag = {
  areas: [area(4, 4, 10, 1), area(4, 6, 10, 1)],
  formula: markFormula("ABS(E5-F5)>0.05"),
  style: "error",
};
const text = (value: string): PlannedCell => ({ kind: "text", text: value });
const putFlags: WriteIntent = { kind: "put-flags", sheet: "指标", flags: [unmet, wrong] };
const removeFlags: WriteIntent = { kind: "remove-flags", sheets: "all" };

describe("flags in Excel", () => {
  test("the plan's first flag has the highest priority, and all of them come before the user's formats", async () => {
    const { engine, port } = open(["指标"]);
    const user = {
      areas: [area(0, 0)],
      formula: "=$A1>1",
      look: { fill: "#00FF00", fontColor: null, bold: false, border: null },
    };
    engine.addConditionalFormat(engine.sheet("指标").id, user);
    const applied = await port.apply([putFlags]);
    expect(applied).toEqual({ ok: true, value: { done: [putFlags], refused: [] } });
    expect(engine.sheet("指标").formats).toMatchObject([
      {
        formula: unmet.formula,
        areas: unmet.areas,
        look: { fill: "#FFE699", bold: true, border: null },
      },
      {
        formula: wrong.formula,
        areas: wrong.areas,
        look: { fill: "#FFC7CE", border: { color: "#C00000", style: "continuous" } },
      },
      user,
    ]);
  });

  test("removing takes ours from every sheet and leaves formats of the user's of any kind", async () => {
    const { engine, port } = open(["指标", "附表"]);
    engine.addConditionalFormat(engine.sheet("附表").id, {
      areas: [area(0, 0)],
      formula: '=$A1="zone-check:1"',
      look: { fill: null, fontColor: null, bold: true, border: null },
    });
    engine.sheet("指标").others.push({
      id: "scale",
      type: "color-scale",
      areas: [area(0, 0, 3, 3)],
      formula: null,
      stopIfTrue: false,
    });
    await port.apply([putFlags, { ...putFlags, sheet: "附表" }]);
    expect(engine.sheet("附表").formats).toHaveLength(3);
    const removed = await port.apply([removeFlags]);
    expect(removed).toEqual({ ok: true, value: { done: [removeFlags], refused: [] } });
    expect(engine.sheet("指标").formats).toEqual([]);
    expect(engine.sheet("指标").others).toHaveLength(1);
    expect(engine.sheet("附表").formats.map(({ formula }) => formula)).toEqual([
      '=$A1="zone-check:1"',
    ]);
  });

  test("removing and putting in one plan replaces; only the sheets named are touched", async () => {
    const { engine, port } = open(["指标", "附表"]);
    await port.apply([putFlags, { ...putFlags, sheet: "附表" }]);
    await port.apply([
      { kind: "remove-flags", sheets: ["指标"] },
      { ...putFlags, flags: [wrong] },
    ]);
    expect(engine.sheet("指标").formats.map(({ formula }) => formula)).toEqual([wrong.formula]);
    expect(engine.sheet("附表").formats).toHaveLength(2);
  });

  test("a protected sheet gets no flags and keeps its old ones, with the reason; the others are served", async () => {
    const { engine, port } = open(["指标", "附表"]);
    await port.apply([putFlags, { ...putFlags, sheet: "附表" }]);
    engine.sheet("附表").isProtected = true;
    const onProtected: WriteIntent = { ...putFlags, sheet: "附表" };
    const applied = await port.apply([removeFlags, onProtected, putFlags]);
    expect(applied).toEqual({
      ok: true,
      value: {
        done: [removeFlags, putFlags],
        refused: [
          { intent: removeFlags, reason: "sheet-protected", sheet: "附表" },
          { intent: onProtected, reason: "sheet-protected", sheet: "附表" },
        ],
      },
    });
    expect(engine.sheet("附表").formats).toHaveLength(2);
    expect(engine.sheet("附表").isProtected).toBe(true);
    expect(engine.sheet("指标").formats).toHaveLength(2);
  });
});

describe("our own sheets in Excel", () => {
  const block: WriteIntent = {
    kind: "write-block",
    sheet: "审核台账",
    at: { row: 1, column: 0 },
    cells: [
      [
        { kind: "text", text: "序号", style: "header" },
        { kind: "text", text: "位置", style: "header" },
        { kind: "text", text: "说明", style: "header" },
      ],
      [
        { kind: "number", value: 1, numberFormat: "0" },
        { kind: "link", text: '表"一"!D6', sheet: "表 '一'", area: area(5, 3) },
        text("=1+1 不是公式"),
      ],
      [
        text("1-6"),
        { kind: "blank" },
        { kind: "formula", formula: "=SUM(A1:A2)", numberFormat: "0.00" },
      ],
    ],
    columnWidths: [8.43, 20],
    frozenRows: 2,
  };

  test("a block is written as planned: texts stay texts, links lead to their place, blanks leave cells alone", async () => {
    const { engine, port } = open(["指标"]);
    const plan: WritePlan = [{ kind: "ensure-sheet", sheet: "审核台账", contents: "empty" }, block];
    expect(await port.apply(plan)).toEqual({ ok: true, value: { done: plan, refused: [] } });
    const ledger = engine.sheet("审核台账");
    const cell = (row: number, column: number): unknown => {
      const { value, formula, numberFormat } = engine.cell("审核台账", row, column);
      return [value, formula, numberFormat];
    };
    expect(cell(1, 0)).toEqual(["序号", null, "@"]);
    expect(cell(2, 0)).toEqual([1, null, "0"]);
    expect(cell(2, 1)).toEqual([null, `=HYPERLINK("#'表 ''一'''!D6","表""一""!D6")`, "General"]);
    expect(cell(2, 2)).toEqual(["=1+1 不是公式", null, "@"]);
    expect(cell(3, 0)).toEqual(["1-6", null, "@"]);
    expect(cell(3, 1)).toEqual([null, null, "General"]);
    expect(cell(3, 2)).toEqual([null, "=SUM(A1:A2)", "0.00"]);
    expect(engine.cell("审核台账", 1, 2).format).toMatchObject({ bold: true, wrap: true });
    expect(engine.cell("审核台账", 2, 2).format.bold).toBe(false);
    expect(ledger.frozenRows).toBe(2);
    expect(ledger.widths.get(0)).toBe(48);
    expect(ledger.widths.has(2)).toBe(false);
  });

  test("an older ledger is emptied where the plan says so, and kept where it does not", async () => {
    const { engine, port } = open(["审核台账"]);
    engine.put("审核台账", { row: 30, column: 2 }, [["旧"]]);
    await port.apply([{ kind: "ensure-sheet", sheet: "审核台账", contents: "keep" }]);
    expect(engine.cell("审核台账", 30, 2).value).toBe("旧");
    await port.apply([{ kind: "ensure-sheet", sheet: "审核台账", contents: "empty" }]);
    expect(engine.cell("审核台账", 30, 2).value).toBeNull();
    expect(engine.sheets()).toHaveLength(1);
  });

  test("a locked structure lets no sheet come or go; a missing sheet is said to be missing", async () => {
    const { engine, port } = open(["指标", "附表"], { structure: "protected" });
    const plan: WritePlan = [
      { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
      block,
      { kind: "remove-sheet", sheet: "附表" },
      { kind: "set-formulas", sheet: "指标", at: { row: 0, column: 0 }, formulas: [["=1"]] },
    ];
    const applied = await port.apply(plan);
    expect(applied.ok && applied.value.refused.map(({ reason, sheet }) => [reason, sheet])).toEqual(
      [
        ["workbook-protected", "审核台账"],
        ["sheet-missing", "审核台账"],
        ["workbook-protected", "附表"],
      ]
    );
    expect(engine.cell("指标", 0, 0).formula).toBe("=1");
    expect(engine.sheets().map(({ name }) => name)).toEqual(["指标", "附表"]);
  });

  test("the last sheet in sight is not removed, a sheet of ours is", async () => {
    const { engine, port } = open(["指标", "审核台账"]);
    await port.apply([{ kind: "remove-sheet", sheet: "审核台账" }]);
    const last: WriteIntent = { kind: "remove-sheet", sheet: "指标" };
    expect(await port.apply([last])).toEqual({
      ok: true,
      value: { done: [], refused: [{ intent: last, reason: "unsupported", sheet: "指标" }] },
    });
    expect(engine.sheets().map(({ name }) => name)).toEqual(["指标"]);
  });

  test("our XML part is one part, whatever was there; taking it away leaves others' parts", async () => {
    const ours = '<book xmlns="urn:zone-check:workbook@1"/>';
    const { host, port } = open(["指标"], { xmlParts: ["<x/>", ours, ours] });
    await port.apply([
      { kind: "put-part", xml: '<book xmlns="urn:zone-check:workbook@1" v="2"/>' },
    ]);
    expect(host.xmlParts()).toEqual(["<x/>", '<book xmlns="urn:zone-check:workbook@1" v="2"/>']);
    const read = await port.read();
    expect(read.ok && read.value.part).toContain('v="2"');
    await port.apply([{ kind: "remove-part" }]);
    expect(host.xmlParts()).toEqual(["<x/>"]);
    await port.apply([{ kind: "put-part", xml: ours }]);
    expect(host.xmlParts()).toEqual(["<x/>", ours]);
  });

  test("a place is shown: its sheet becomes active and the cells are selected; a hidden sheet cannot be shown", async () => {
    const { engine, port } = open(["指标", "附表", "藏"]);
    engine.sheet("藏").visibility = "hidden";
    await port.apply([{ kind: "select", sheet: "附表", area: area(5, 3) }]);
    expect(engine.selection()).toEqual({ sheet: engine.sheet("附表").id, area: area(5, 3) });
    const hidden: WriteIntent = { kind: "select", sheet: "藏", area: area(0, 0) };
    expect(await port.apply([hidden])).toEqual({
      ok: true,
      value: { done: [], refused: [{ intent: hidden, reason: "unsupported", sheet: "藏" }] },
    });
  });
});

describe("a plan as one batch", () => {
  const ledger = (rows: number): WritePlan => [
    { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
    {
      kind: "write-block",
      sheet: "审核台账",
      at: { row: 0, column: 0 },
      cells: Array.from({ length: rows }, (_, r) =>
        Array.from({ length: 12 }, (_, c) => text(`第${r}行第${c}列的一段说明文字`))
      ),
    },
    { kind: "select", sheet: "审核台账", area: area(0, 0) },
  ];

  test("everything is written in one request after the survey", async () => {
    const { port, requests } = open(["指标"]);
    await port.apply([removeFlags, putFlags, ...ledger(50)]);
    expect(requests.filter(({ members }) => members.includes("Range.Values"))).toHaveLength(1);
  });

  test("a ledger of 20,000 rows is written in several requests, each below the payload limit", async () => {
    const { engine, port, requests } = open(["指标"]);
    const applied = await port.apply(ledger(20_000));
    expect(applied.ok).toBe(true);
    expect(engine.cell("审核台账", 19_999, 11).value).toBe("第19999行第11列的一段说明文字");
    const writes = requests.filter(({ members }) => members.includes("Range.Values"));
    expect(writes.length).toBeGreaterThan(3);
    expect(Math.max(...writes.map(({ requestBytes }) => requestBytes))).toBeLessThan(5e6);
  });

  test("formulas below one another are exchanged in one go, so that a table's column is written as a whole", async () => {
    const { engine, port, requests } = open(["指标"]);
    const at = (row: number, column: number) => ({ row, column });
    const swap = (row: number, column: number) => ({
      at: at(row, column),
      formula: `=A${row + 1}+${column}`,
      value: 1,
    });
    await port.apply([
      {
        kind: "swap-formulas",
        sheet: "指标",
        cells: [
          swap(1, 2),
          swap(1, 3),
          swap(2, 2),
          swap(2, 3),
          swap(4, 2),
          { ...swap(3, 2), formula: null },
        ],
      },
    ]);
    for (const [row, column] of [
      [1, 2],
      [2, 2],
      [1, 3],
      [2, 3],
      [4, 2],
    ] as const)
      expect(engine.cell("指标", row, column).formula).toBe(`=A${row + 1}+${column}`);
    expect(engine.cell("指标", 3, 2)).toMatchObject({ formula: null, value: 1 });
    const written = requests.flatMap(({ members }) => members);
    expect(written.filter((member) => member === "Range.Formulas")).toHaveLength(3);
  });

  test("a name whose formula Excel does not take is told, and the rest is done", async () => {
    const { engine, host, port } = open(["指标"]);
    engine.names = [
      { name: "甲", formula: "=1", sheet: null },
      { name: "乙", formula: "=2", sheet: engine.sheet("指标").id },
    ];
    const swap = (name: string, sheet: string | null): WriteIntent => ({
      kind: "swap-outer-formula",
      swap: { place: { kind: "name", name, sheet }, formula: "=1+1" },
    });
    host.injectFault({
      on: "member",
      member: "NamedItem.Formula",
      nth: 1,
      code: "InvalidArgument",
    });
    const plan = [swap("甲", null), swap("乙", "指标"), ...ledger(1)];
    const applied = await port.apply(plan);
    expect(applied).toEqual({
      ok: true,
      value: {
        done: plan.slice(1),
        refused: [{ intent: plan[0], reason: "host-refused", sheet: null }],
      },
    });
    expect(engine.names.map(({ formula }) => formula)).toEqual(["=1", "=1+1"]);
    expect(engine.cell("审核台账", 0, 0).value).toContain("第0行");
  });

  test("what ends the session while a name is written stops the plan", async () => {
    const { engine, host, port } = open(["指标"]);
    engine.names = [{ name: "甲", formula: "=1", sheet: null }];
    const swap = { place: { kind: "name", name: "甲", sheet: null }, formula: "=2" } as const;
    // Behind the two of the survey.
    host.injectFault({ on: "request", nth: 3, error: TRANSPORT_ERRORS.sessionLost });
    const applied = await port.apply([{ kind: "swap-outer-formula", swap }, ...ledger(1)]);
    expect(applied).toMatchObject({
      ok: false,
      failure: { failure: { code: "session-lost" }, done: [] },
    });
  });

  test("a failure half-way says exactly what was done, and what was done is there", async () => {
    const { engine, host, port } = open(["指标"]);
    const plan: WritePlan = [putFlags, ...ledger(3), { kind: "put-part", xml: "<x/>" }];
    host.injectFault({ on: "member", member: "Range.Values", nth: 1, code: "GeneralException" });
    const applied = await port.apply(plan);
    expect(applied).toEqual({
      ok: false,
      failure: {
        failure: {
          code: "host-error",
          detail: expect.stringContaining("GeneralException") as unknown,
        },
        done: plan.slice(0, 2),
      },
    });
    expect(engine.sheet("指标").formats).toHaveLength(2);
    expect(engine.sheets().map(({ name }) => name)).toEqual(["指标", "审核台账"]);
    expect(host.xmlParts()).toEqual([]);
  });

  test("a later request of a big plan that is refused leaves the earlier ones done and told", async () => {
    const { host, port } = open(["指标"]);
    const plan = ledger(20_000);
    host.injectFault({ on: "request", nth: 5, error: TRANSPORT_ERRORS.cellEditMode });
    expect(await port.apply(plan)).toEqual({
      ok: false,
      failure: { failure: { code: "cell-edit-mode" }, done: plan.slice(0, 1) },
    });
  });

  test("while the user types in a cell nothing is written", async () => {
    const { engine, port } = open(["指标"]);
    engine.editing = "editing";
    expect(await port.apply([putFlags])).toEqual({
      ok: false,
      failure: { failure: { code: "cell-edit-mode" }, done: [] },
    });
    expect(engine.sheet("指标").formats).toEqual([]);
  });

  test("a sheet that is locked between survey and batch ends in a failure, with nothing unprotected", async () => {
    const { engine, port } = open(["指标"], {
      onRequest: ({ members }) => {
        if (members.includes("WorksheetProtection.Protected"))
          engine.sheet("指标").isProtected = true;
      },
    });
    expect(await port.apply([putFlags])).toEqual({
      ok: false,
      failure: { failure: { code: "access-denied" }, done: [] },
    });
    expect(engine.sheet("指标").isProtected).toBe(true);
  });
});
