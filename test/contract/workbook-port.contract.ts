import { describe, expect, test } from "@jest/globals";
import {
  cellAt,
  findSheet,
  formatArea,
  formatLinkFormula,
  isMarkedFormula,
  markFormula,
  parseArea,
} from "../../src/core/index.ts";
import type {
  Applied,
  Area,
  Book,
  Cell,
  Flag,
  FlagStyle,
  PlannedCell,
  Sheet,
  WorkbookPort,
  WriteIntent,
  WritePlan,
} from "../../src/core/index.ts";
import { openPackage } from "../../src/xlsx/index.ts";
import type { PackageConditionalFormat } from "../../src/xlsx/index.ts";
import { changeParts } from "../support/package.ts";
import {
  cellKindsBook,
  formBook,
  manualBook,
  namesBook,
  protectedBook,
  sheetKindsBook,
} from "./contract-books.ts";
import type { TextChange } from "./contract-books.ts";

/** A workbook opened through some adapter; `save` gives the file as it would be written now. */
export interface OpenedPort {
  readonly port: WorkbookPort;
  save(): Promise<Uint8Array>;
}

/** What every adapter of WorkbookPort has to do, told by the same workbooks and the same expectations. */
export function workbookPortContract(
  name: string,
  open: (bytes: Uint8Array) => Promise<OpenedPort>
): void {
  describe(`${name} as a WorkbookPort`, () => {
    describe("reading", () => {
      readingContract(open);
    });
    describe("flags", () => {
      flagsContract(open);
    });
    describe("our own sheets", () => {
      sheetsContract(open);
    });
    describe("formulas, our part, and what is refused", () => {
      writingContract(open);
    });
  });
}

type Open = (bytes: Uint8Array) => Promise<OpenedPort>;

function readingContract(open: Open): void {
  test("gives each kind of cell its value, its formula and its number format", async () => {
    const { port } = await open(await cellKindsBook());
    const sheet = sheetOf(await readBook(port), "单元格");
    const cells: Readonly<Record<string, Cell>> = {
      B2: { value: "运城开发区", formula: null, numberFormat: "General" },
      C2: { value: 109.24, formula: null, numberFormat: "0.00" },
      D2: { value: -17.92, formula: null, numberFormat: "General" },
      E2: { value: true, formula: null, numberFormat: "General" },
      B3: { value: "=1+1", formula: null, numberFormat: "@" },
      C3: { value: 0.17, formula: null, numberFormat: "0.00%" },
      D3: { value: 45107, formula: null, numberFormat: "yyyy-mm-dd" },
      E3: { value: 12345.678, formula: null, numberFormat: '#,##0.0"亿元"' },
      B4: { value: 218.48, formula: "=C2*2", numberFormat: "General" },
      C4: { value: "运城开发区(省级)", formula: '=B2&"(省级)"', numberFormat: "General" },
      D4: { value: { error: "#DIV/0!" }, formula: "=1/0", numberFormat: "General" },
      E4: { value: true, formula: "=C2>100", numberFormat: "General" },
    };
    expect(Object.fromEntries(Object.keys(cells).map((at) => [at, cell(sheet, at)]))).toEqual(
      cells
    );
    expect([...sheet.notCalculated]).toEqual([]);
  });

  test("takes the used area from the contents: formatted blanks do not widen it", async () => {
    const { port } = await open(await cellKindsBook());
    const sheet = sheetOf(await readBook(port), "单元格");
    expect(sheet.origin).toEqual({ row: 1, column: 1 });
    for (const grid of [sheet.values, sheet.formulas, sheet.numberFormats])
      expect([grid.length, ...new Set(grid.map((row) => row.length))]).toEqual([3, 4]);
  });

  test("keeps the sheets in their order and tells which are hidden", async () => {
    const { port } = await open(await sheetKindsBook());
    const book = await readBook(port);
    expect(book.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ["二季度", "visible"],
      ["附件 2", "hidden"],
      ["参数", "very-hidden"],
      ["空表", "visible"],
    ]);
  });

  test("an empty sheet has no cells", async () => {
    const { port } = await open(await sheetKindsBook());
    expect(sheetOf(await readBook(port), "空表").values.flat()).toEqual([]);
  });

  test("tells hidden rows and columns", async () => {
    const { port } = await open(await sheetKindsBook());
    const sheet = sheetOf(await readBook(port), "二季度");
    expect([...sheet.hiddenRows]).toEqual([2]);
    expect([...sheet.hiddenColumns]).toEqual([1]);
  });

  test("tells the names people defined", async () => {
    const { port } = await open(await sheetKindsBook());
    expect((await readBook(port)).definedNames).toEqual(["行名"]);
  });

  test("tells a protected sheet from an open one", async () => {
    const { port } = await open(await protectedBook());
    const book = await readBook(port);
    expect(book.sheets.map((sheet) => sheet.isProtected)).toEqual([true, false]);
  });

  test("tells a book that is calculated by hand", async () => {
    const { port } = await open(await manualBook(changeText));
    expect((await readBook(port)).calculation).toBe("manual");
    const other = await open(await formBook());
    expect((await readBook(other.port)).calculation).toBe("automatic");
  });

  test("tells its progress up to the end", async () => {
    const { port } = await open(await formBook());
    const told: (readonly [number, number])[] = [];
    await port.read({ onProgress: (done, total) => told.push([done, total]) });
    const last = told.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    expect(last?.[1]).toBe(20);
  });

  test("does not read on where the reading was cancelled", async () => {
    const { port } = await open(await formBook());
    const result = await port.read({ signal: { aborted: true } });
    expect(result).toEqual({ ok: false, failure: { code: "cancelled" } });
  });
}

function flagsContract(open: Open): void {
  test("come ahead of the user's own conditional formats, in the order given", async () => {
    const opened = await open(await formBook());
    const flags = [flag(["C2:C4"], "$C2<17", "unmet"), flag(["B2"], "$B$2=109.24", "error")];
    const applied = await apply(opened.port, [{ kind: "put-flags", sheet: "经济指标", flags }]);
    expect(applied.refused).toEqual([]);
    expect(formulasOf(await formatsOf(opened, "经济指标"))).toEqual([
      markFormula("$C2<17").slice(1),
      markFormula("$B$2=109.24").slice(1),
      ...USER_FORMULAS,
    ]);
  });

  test("stand on all their areas and look by more than colour", async () => {
    const opened = await open(await formBook());
    const flags = [
      flag(["B2:B3", "D2:D3"], "B2>0", "unmet"),
      flag(["C2"], "C2>1", "error"),
      flag(["C3"], "C3>2", "warning"),
    ];
    await apply(opened.port, [{ kind: "put-flags", sheet: "经济指标", flags }]);
    const [unmet, error, warning] = await formatsOf(opened, "经济指标");
    expect(unmet?.areas.map(formatArea)).toEqual(["B2:B3", "D2:D3"]);
    expect(unmet?.look).toMatchObject({ fill: "#FFE699", bold: true, border: null });
    expect(error?.look).toMatchObject({ fill: "#FFC7CE", border: { style: "thin" } });
    expect(warning?.look).toMatchObject({ fill: null, border: { style: "dotted" } });
  });

  test("are replaced by the next run and never pile up", async () => {
    const opened = await open(await formBook());
    for (const limit of [17, 16, 15])
      await apply(opened.port, [
        { kind: "remove-flags", sheets: "all" },
        { kind: "put-flags", sheet: "经济指标", flags: [flag(["C2:C4"], `$C2<${limit}`)] },
      ]);
    expect(formulasOf(await formatsOf(opened, "经济指标"))).toEqual([
      markFormula("$C2<15").slice(1),
      ...USER_FORMULAS,
    ]);
  });

  test("come off and leave the user's own as they were", async () => {
    const bytes = await formBook();
    const opened = await open(bytes);
    await apply(opened.port, [
      { kind: "put-flags", sheet: "经济指标", flags: [flag(["C2:C4"], "$C2<17")] },
      { kind: "put-flags", sheet: "土地", flags: [flag(["B2"], "$B2<600")] },
    ]);
    await apply(opened.port, [{ kind: "remove-flags", sheets: "all" }]);
    const untouched = await open(bytes);
    for (const sheet of ["经济指标", "土地"])
      expect(await formatsOf(opened, sheet)).toEqual(await formatsOf(untouched, sheet));
  });

  test("come off the named sheets only", async () => {
    const opened = await open(await formBook());
    await apply(opened.port, [
      { kind: "put-flags", sheet: "经济指标", flags: [flag(["C2:C4"], "$C2<17")] },
      { kind: "put-flags", sheet: "土地", flags: [flag(["B2"], "$B2<600")] },
    ]);
    await apply(opened.port, [{ kind: "remove-flags", sheets: ["土地"] }]);
    expect(marksIn(await formatsOf(opened, "经济指标"))).toBe(1);
    expect(marksIn(await formatsOf(opened, "土地"))).toBe(0);
  });

  test("are found again in a file that was saved in between", async () => {
    const first = await open(await formBook());
    await apply(first.port, [
      { kind: "put-flags", sheet: "经济指标", flags: [flag(["C2:C4"], "$C2<17")] },
    ]);
    const second = await open(await first.save());
    await apply(second.port, [{ kind: "remove-flags", sheets: "all" }]);
    expect(formulasOf(await formatsOf(second, "经济指标"))).toEqual(USER_FORMULAS);
  });

  test("change no value, no formula and no number format", async () => {
    const opened = await open(await formBook());
    const before = await readBook(opened.port);
    await apply(opened.port, [
      { kind: "put-flags", sheet: "经济指标", flags: [flag(["B2:D4"], "B2>0", "error")] },
    ]);
    expect((await readBook(opened.port)).sheets).toEqual(before.sheets);
  });

  test("go to every open sheet where another is protected", async () => {
    const opened = await open(await protectedBook());
    const plan: WritePlan = ["上报表", "底稿"].map((sheet) => ({
      kind: "put-flags",
      sheet,
      flags: [flag(["B1"], "$B1<17")],
    }));
    const applied = await apply(opened.port, plan);
    expect(applied.refused).toEqual([
      { intent: plan[0], reason: "sheet-protected", sheet: "上报表" },
    ]);
    expect(applied.done).toEqual([plan[1]]);
    expect(marksIn(await formatsOf(opened, "上报表"))).toBe(0);
    expect(marksIn(await formatsOf(opened, "底稿"))).toBe(1);
  });
}

function sheetsContract(open: Open): void {
  test("are made at the end, once", async () => {
    const { port } = await open(await formBook());
    const plan: WritePlan = [{ kind: "ensure-sheet", sheet: "审核台账", contents: "keep" }];
    await apply(port, plan);
    await apply(port, plan);
    const book = await readBook(port);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["经济指标", "土地", "审核台账"]);
    expect(sheetOf(book, "审核台账").visibility).toBe("visible");
  });

  test("take text as text, whatever it starts with", async () => {
    const { port } = await open(await formBook());
    const texts = ["=1+1", "+1", "-1", "@x", "001", "2023年6月", '说"明"', "a\nb", " 前后 "];
    await apply(port, block("审核台账", [texts.map((text) => ({ kind: "text", text }))]));
    const sheet = sheetOf(await readBook(port), "审核台账");
    expect(sheet.values[0]).toEqual(texts);
    expect(sheet.formulas[0]).toEqual(texts.map(() => null));
    expect(sheet.numberFormats[0]).toEqual(texts.map(() => "@"));
  });

  test("take numbers and formulas with their formats", async () => {
    const { port } = await open(await formBook());
    const cells: readonly PlannedCell[] = [
      { kind: "number", value: -17.92, numberFormat: "0.00", style: "note" },
      { kind: "formula", formula: "=1+2", numberFormat: "0.0" },
      { kind: "text", text: "合计", style: "header" },
    ];
    await apply(port, block("审核台账", [cells]));
    const sheet = sheetOf(await readBook(port), "审核台账");
    expect(cell(sheet, "A1")).toEqual({ value: -17.92, formula: null, numberFormat: "0.00" });
    expect(cell(sheet, "B1")).toMatchObject({ formula: "=1+2", numberFormat: "0.0" });
    expect(cell(sheet, "C1")).toEqual({ value: "合计", formula: null, numberFormat: "@" });
  });

  test("link to places in the book", async () => {
    const { port } = await open(await formBook());
    const area = areaOf("C4");
    await apply(
      port,
      block("审核台账", [[{ kind: "link", text: "经济指标!C4", sheet: "经济指标", area }]])
    );
    const sheet = sheetOf(await readBook(port), "审核台账");
    expect(cell(sheet, "A1").formula).toBe(formatLinkFormula("经济指标!C4", "经济指标", area));
  });

  test("hold nothing of an older, longer run", async () => {
    const { port } = await open(await formBook());
    const row = (text: string): readonly PlannedCell[] => [
      { kind: "text", text },
      { kind: "number", value: 1, numberFormat: "0" },
    ];
    await apply(port, block("审核台账", [row("一"), row("二"), row("三")]));
    await apply(port, block("审核台账", [row("四")]));
    expect(sheetOf(await readBook(port), "审核台账").values).toEqual([["四", 1]]);
  });

  test("keep what is there where they are not emptied, and cells that a block leaves blank", async () => {
    const { port } = await open(await formBook());
    await apply(port, block("审核台账", [[text("甲"), text("乙")]]));
    await apply(port, [
      { kind: "ensure-sheet", sheet: "审核台账", contents: "keep" },
      {
        kind: "write-block",
        sheet: "审核台账",
        at: { row: 0, column: 0 },
        cells: [[{ kind: "blank" }, text("丙")], [text("丁")]],
      },
    ]);
    expect(sheetOf(await readBook(port), "审核台账").values).toEqual([
      ["甲", "丙"],
      ["丁", null],
    ]);
  });

  test("are written at the place named", async () => {
    const { port } = await open(await formBook());
    await apply(port, [
      { kind: "ensure-sheet", sheet: "目标规则", contents: "empty" },
      {
        kind: "write-block",
        sheet: "目标规则",
        at: { row: 2, column: 3 },
        cells: [[text("指标")]],
        columnWidths: [24],
        frozenRows: 3,
      },
    ]);
    const sheet = sheetOf(await readBook(port), "目标规则");
    expect(sheet.origin).toEqual({ row: 2, column: 3 });
    expect(sheet.values).toEqual([["指标"]]);
  });

  test("are deleted, and the others stay", async () => {
    const { port } = await open(await formBook());
    await apply(port, block("审核台账", [[text("甲")]]));
    const applied = await apply(port, [{ kind: "remove-sheet", sheet: "审核台账" }]);
    expect(applied.refused).toEqual([]);
    const names = (await readBook(port)).sheets.map((sheet) => sheet.name);
    expect(names).toEqual(["经济指标", "土地"]);
  });

  test("leave the user's sheets as they are", async () => {
    const { port } = await open(await formBook());
    const before = await readBook(port);
    await apply(port, block("审核台账", [[text("甲")]]));
    expect((await readBook(port)).sheets.slice(0, 2)).toEqual(before.sheets);
  });
}

function writingContract(open: Open): void {
  test("formulas go into the cells chosen, which keep their formats", async () => {
    const { port } = await open(await formBook());
    const applied = await apply(port, [
      {
        kind: "set-formulas",
        sheet: "经济指标",
        at: { row: 1, column: 1 },
        formulas: [["=100+9.24"], ["=SUM(C2:C3)"]],
      },
    ]);
    expect(applied.refused).toEqual([]);
    const sheet = sheetOf(await readBook(port), "经济指标");
    expect(cell(sheet, "B2")).toMatchObject({ formula: "=100+9.24", numberFormat: "0.00" });
    expect(cell(sheet, "B3").formula).toBe("=SUM(C2:C3)");
    expect(cell(sheet, "B4").value).toBe(8.05);
  });

  test("a formula exchanged for another keeps the cell's value and format; taken out, it leaves the value", async () => {
    const { port } = await open(await formBook());
    const at = (row: number) => ({ row, column: 1 });
    await apply(port, [
      {
        kind: "set-formulas",
        sheet: "经济指标",
        at: at(1),
        formulas: [["=100+9.24"], ["=2*4"]],
      },
    ]);
    const applied = await apply(port, [
      {
        kind: "swap-formulas",
        sheet: "经济指标",
        cells: [
          { at: at(1), formula: "=109+0.24", value: 109.24 },
          { at: at(2), formula: null, value: 8 },
        ],
      },
    ]);
    expect(applied.refused).toEqual([]);
    const sheet = sheetOf(await readBook(port), "经济指标");
    expect(cell(sheet, "B2")).toMatchObject({ formula: "=109+0.24", numberFormat: "0.00" });
    expect(cell(sheet, "B3").formula).toBeNull();
    const missing: WriteIntent = { kind: "swap-formulas", sheet: "没有", cells: [] };
    expect((await apply(port, [missing])).refused).toEqual([
      { intent: missing, reason: "sheet-missing", sheet: "没有" },
    ]);
  });

  test("what is set without = is a value, as if it was typed: into a blank cell as well", async () => {
    const { port } = await open(await formBook());
    const applied = await apply(port, [
      {
        kind: "set-formulas",
        sheet: "经济指标",
        at: { row: 1, column: 9 },
        formulas: [["120"], ["-8.03"], ["达到"], [""]],
      },
    ]);
    expect(applied.refused).toEqual([]);
    const sheet = sheetOf(await readBook(port), "经济指标");
    const places = ["J2", "J3", "J4", "J5"];
    expect(places.map((place) => cell(sheet, place).value)).toEqual([120, -8.03, "达到", null]);
    expect(places.map((place) => cell(sheet, place).formula)).toEqual([null, null, null, null]);
  });

  test("a name's formula is exchanged, that of the sheet's own name of the same spelling stays", async () => {
    const opened = await open(await namesBook(changeText));
    const { port } = opened;
    const place = { kind: "name", name: "差距", sheet: null } as const;
    expect((await readBook(port)).definedNames).toEqual(["差距"]);
    const own = { place: { ...place, sheet: "附表" }, formula: "=附表!$A$1*2" };
    expect((await readBook(port)).outerFormulas).toEqual([
      { place, formula: "='一季度 表'!$A$1-'一季度 表'!$B$1" },
      own,
    ]);
    const formula = "=IF(ISNUMBER('一季度 表'!$A$2),\"<有>\",NA())";
    await apply(port, [{ kind: "swap-outer-formula", swap: { place, formula } }]);
    expect((await readBook(port)).outerFormulas).toEqual([{ place, formula }, own]);
    const saved = openPackage(await opened.save(), "再开.xlsx");
    expect(saved.ok && saved.value.book.outerFormulas).toEqual([{ place, formula }, own]);
  });

  test("a name that is not there is refused, and the rest is done", async () => {
    const { port } = await open(await namesBook(changeText));
    const swap = (name: string, sheet: string | null): WriteIntent => ({
      kind: "swap-outer-formula",
      swap: { place: { kind: "name", name, sheet }, formula: "=1" },
    });
    const applied = await apply(port, [swap("没有", null), swap("差距", null)]);
    expect(applied.refused.map(({ reason }) => reason)).toEqual(["place-missing"]);
    expect(applied.done).toEqual([swap("差距", null)]);
    expect((await readBook(port)).outerFormulas?.map(({ formula }) => formula)).toEqual([
      "=1",
      "=附表!$A$1*2",
    ]);
  });

  test("our part is put, replaced and taken away", async () => {
    const { port } = await open(await formBook());
    const xml = (content: string): string =>
      `<zone-check xmlns="urn:zone-check:workbook@1" schema="1"><note>${content}</note></zone-check>`;
    expect((await readBook(port)).part).toBeNull();
    await apply(port, [{ kind: "put-part", xml: xml("运城") }]);
    expect((await readBook(port)).part).toContain("<note>运城</note>");
    await apply(port, [{ kind: "put-part", xml: xml("晋城") }]);
    const part = (await readBook(port)).part ?? "";
    expect(part).toContain("<note>晋城</note>");
    expect(part).not.toContain("运城");
    await apply(port, [{ kind: "remove-part" }]);
    expect((await readBook(port)).part).toBeNull();
  });

  test("a plan for a sheet that is not there is refused, and the rest is done", async () => {
    const { port } = await open(await formBook());
    const at = { row: 0, column: 0 };
    const missing: readonly WriteIntent[] = [
      { kind: "put-flags", sheet: "没有", flags: [flag(["A1"], "A1>0")] },
      { kind: "write-block", sheet: "没有", at, cells: [[text("甲")]] },
      { kind: "set-formulas", sheet: "没有", at, formulas: [["=1"]] },
      { kind: "remove-sheet", sheet: "没有" },
      { kind: "select", sheet: "没有", area: areaOf("A1") },
    ];
    const ensure: WriteIntent = { kind: "ensure-sheet", sheet: "审核台账", contents: "keep" };
    const applied = await apply(port, [...missing, ensure]);
    expect(applied.refused).toEqual(
      missing.map((intent) => ({ intent, reason: "sheet-missing", sheet: "没有" }))
    );
    expect(applied.done).toEqual([ensure]);
  });

  test("a protected sheet takes neither cells nor formulas, and says so", async () => {
    const { port } = await open(await protectedBook());
    const at = { row: 0, column: 1 };
    const plan: WritePlan = [
      { kind: "ensure-sheet", sheet: "上报表", contents: "empty" },
      { kind: "write-block", sheet: "上报表", at, cells: [[text("甲")]] },
      { kind: "set-formulas", sheet: "上报表", at, formulas: [["=1"]] },
      { kind: "set-formulas", sheet: "底稿", at, formulas: [["=6*2"]] },
    ];
    const applied = await apply(port, plan);
    expect(applied.refused.map((each) => [each.reason, each.sheet])).toEqual(
      [0, 1, 2].map(() => ["sheet-protected", "上报表"])
    );
    expect(applied.done).toEqual([plan[3]]);
    const book = await readBook(port);
    expect(sheetOf(book, "上报表").values).toEqual([["运城", 12]]);
    expect(cell(sheetOf(book, "底稿"), "B1").formula).toBe("=6*2");
  });

  test("the last visible sheet is not deleted", async () => {
    const { port } = await open(await manualBook(changeText));
    const applied = await apply(port, [{ kind: "remove-sheet", sheet: "表" }]);
    expect(applied.refused.map((each) => each.reason)).toEqual(["unsupported"]);
    expect((await readBook(port)).sheets).toHaveLength(1);
  });

  test("showing a place changes nothing", async () => {
    const { port } = await open(await formBook());
    const before = await readBook(port);
    const plan: WritePlan = [{ kind: "select", sheet: "土地", area: areaOf("B2") }];
    expect(await apply(port, plan)).toEqual({ done: plan, refused: [] });
    expect((await readBook(port)).sheets).toEqual(before.sheets);
  });

  test("sheets are found whatever the case of their name", async () => {
    const { port } = await open(await formBook());
    await apply(port, block("Ledger", [[text("甲")]]));
    await apply(port, block("LEDGER", [[text("乙")]]));
    const book = await readBook(port);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["经济指标", "土地", "Ledger"]);
    expect(sheetOf(book, "Ledger").values).toEqual([["乙"]]);
  });
}

const USER_FORMULAS = ["$B2>100", "C2<0"];

const changeText: TextChange = (bytes, part, change) =>
  changeParts(bytes, (name, content) => (name === part ? change(content) : content));

async function readBook(port: WorkbookPort): Promise<Book> {
  const result = await port.read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function apply(port: WorkbookPort, plan: WritePlan): Promise<Applied> {
  const result = await port.apply(plan);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function sheetOf(book: Book, name: string): Sheet {
  const sheet = findSheet(book, name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function areaOf(text: string): Area {
  const area = parseArea(text);
  if (area === undefined) throw new Error(text);
  return area;
}

function cell(sheet: Sheet, at: string): Cell {
  const { row, column } = areaOf(at);
  return cellAt(sheet, row, column);
}

function text(content: string): PlannedCell {
  return { kind: "text", text: content };
}

/** The plan that writes a sheet of ours from its top left cell. */
function block(sheet: string, cells: readonly (readonly PlannedCell[])[]): WritePlan {
  return [
    { kind: "ensure-sheet", sheet, contents: "empty" },
    { kind: "write-block", sheet, at: { row: 0, column: 0 }, cells },
  ];
}

function flag(
  areas: readonly [string, ...string[]],
  formula: string,
  style: FlagStyle = "unmet"
): Flag {
  const [first, ...others] = areas;
  return {
    areas: [areaOf(first), ...others.map(areaOf)],
    formula: markFormula(formula),
    style,
  };
}

async function formatsOf(
  opened: OpenedPort,
  sheet: string
): Promise<readonly PackageConditionalFormat[]> {
  const saved = openPackage(await opened.save(), "saved.xlsx");
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  const found = saved.value.sheets.find((each) => each.sheet.name === sheet);
  return found?.conditionalFormats ?? [];
}

function formulasOf(formats: readonly PackageConditionalFormat[]): readonly string[] {
  return formats.flatMap((format) => format.formulas);
}

function marksIn(formats: readonly PackageConditionalFormat[]): number {
  return formulasOf(formats).filter(isMarkedFormula).length;
}
