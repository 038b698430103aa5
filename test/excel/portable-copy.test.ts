import { afterEach, expect, test } from "@jest/globals";
import { makePortable, restorePortable } from "../../src/actions/index.ts";
import { openExcelOnMemory } from "../support/excel-on-memory.ts";
import type { ExcelOnMemory } from "../support/excel-on-memory.ts";

let excel: ExcelOnMemory;
afterEach(() => {
  excel.close();
});

function open(): ExcelOnMemory {
  excel = openExcelOnMemory(["指标", "目标规则"]);
  const { engine } = excel;
  engine.put("指标", { row: 0, column: 0 }, [[18.2, 17]]);
  engine.put("目标规则", { row: 0, column: 0 }, [
    ["指标", "适用", "目标值"],
    ["工业投资", "全部", 17],
  ]);
  engine.names = [
    { name: "差距", formula: "=_xldudf_ZONE_GAP(指标!$A$1,指标!$B$1)", sheet: null },
    { name: "差距", formula: "=ZONE_GAP(指标!$A$1, 目标)", sheet: engine.sheet("指标").id },
    { name: "规则", formula: "=目标规则!$A$1:$C$2", sheet: null },
    { name: "目标", formula: '=ZONE_TARGET("河津","工业投资",规则)', sheet: null },
    { name: "个数", formula: "=ZONE_WHOLE(81,69)", sheet: null },
  ];
  return excel;
}

test("through Excel, names of the workbook and of a sheet get native formulas and come back", async () => {
  const { engine, port } = open();
  const before = engine.names.map(({ formula }) => formula.replace("_xldudf_", ""));
  const copy = await makePortable(port);
  expect(copy.ok && copy.value.outer.map(({ place, became }) => [place, became])).toEqual([
    [{ kind: "name", name: "差距", sheet: null }, { kind: "formula" }],
    [{ kind: "name", name: "目标", sheet: null }, { kind: "formula" }],
    [
      { kind: "name", name: "个数", sheet: null },
      { kind: "left", reason: "value-only" },
    ],
    [{ kind: "name", name: "差距", sheet: "指标" }, { kind: "formula" }],
  ]);
  expect(engine.names[0]?.formula).toMatch(/^=IF\(ISNUMBER\(指标!\$A\$1\)/u);
  expect(engine.names[3]?.formula).toBe("=INDEX(规则,2,3)");
  expect(engine.names[4]?.formula).toBe("=ZONE_WHOLE(81,69)");
  const back = await restorePortable(port);
  expect(back.ok && back.value.outerRestored).toHaveLength(3);
  expect(engine.names.map(({ formula }) => formula)).toEqual(before);
});

test("a name Excel does not take is left and told, and what it does not take back stays kept", async () => {
  const { engine, host, port } = open();
  host.injectFault({ on: "member", member: "NamedItem.Formula", nth: 6, code: "InvalidArgument" });
  const copy = await makePortable(port);
  const refused = copy.ok ? copy.value.outer.filter(({ became }) => became.kind === "left") : [];
  expect(refused.map(({ became }) => became)).toContainEqual({
    kind: "left",
    reason: "host-refused",
  });
  const back = await restorePortable(port);
  expect(back.ok && back.value.outerLeft).toEqual([]);
  expect(engine.names.filter(({ formula }) => !formula.includes("ZONE_"))).toHaveLength(1);
});

test("a name that Excel does not take back stays kept, and comes back the next time", async () => {
  const { engine, host, port } = open();
  const before = engine.names.map(({ formula }) => formula.replace("_xldudf_", ""));
  await makePortable(port);
  host.injectFault({ on: "member", member: "NamedItem.Formula", nth: 6, code: "InvalidArgument" });
  const first = await restorePortable(port);
  expect(first.ok && first.value.outerLeft).toEqual([
    { place: { kind: "name", name: "差距", sheet: null }, reason: "host-refused" },
  ]);
  expect(first.ok && first.value.outerRestored).toHaveLength(2);
  const second = await restorePortable(port);
  expect(second.ok && second.value.outerRestored).toHaveLength(1);
  expect(engine.names.map(({ formula }) => formula)).toEqual(before);
  expect(excel.host.xmlParts()).toEqual([]);
});

test("a cell Excel does not let change is told by itself, the others are written, and all come back", async () => {
  const { engine, host, port } = open();
  const formulas = ["=ZONE_GAP(A1,17)", "=ZONE_GAP(A2,17)", "=ZONE_SHARE(A3,17)"];
  formulas.forEach((formula, row) => {
    const cell = engine.cell("指标", row, 3);
    cell.formula = formula;
    cell.value = 1;
  });
  const inD = (): readonly (string | null)[] =>
    [0, 1, 2].map((row) => engine.cell("指标", row, 3).formula);
  // The column as a whole, and the second cell of it by itself. The first use is the reading.
  host.injectFault({ on: "member", member: "Range.Formulas", nth: 3, code: "InvalidOperation" });
  host.injectFault({ on: "member", member: "Range.Formulas", nth: 5, code: "InvalidOperation" });
  const copy = await makePortable(port);
  expect(copy.ok && copy.value.cells.map(({ cell, became }) => [cell, became])).toEqual([
    ["D1", { kind: "formula" }],
    ["D2", { kind: "left", reason: "host-refused" }],
    ["D3", { kind: "formula" }],
  ]);
  expect(copy.ok && copy.value.applied.refused).toEqual([]);
  expect(inD()[1]).toBe(formulas[1]);
  expect(inD()[0]).toMatch(/^=IF\(/u);
  const back = await restorePortable(port);
  expect(back.ok && [back.value.restored.length, back.value.left]).toEqual([2, []]);
  expect(inD()).toEqual(formulas);
  expect(host.xmlParts()).toEqual([]);
});

test("a cell Excel does not take back is told, and its original stays kept", async () => {
  const { engine, host, port } = open();
  const cell = engine.cell("指标", 0, 3);
  cell.formula = "=ZONE_GAP(A1,17)";
  cell.value = 1.2;
  await makePortable(port);
  for (const nth of [3, 4])
    host.injectFault({ on: "member", member: "Range.Formulas", nth, code: "InvalidOperation" });
  const first = await restorePortable(port);
  expect(first.ok && first.value.left).toEqual([
    { sheet: "指标", cell: "D1", reason: "host-refused" },
  ]);
  const second = await restorePortable(port);
  expect(second.ok && second.value.restored).toHaveLength(1);
  expect(engine.cell("指标", 0, 3).formula).toBe("=ZONE_GAP(A1,17)");
});

test("Excel is asked what spills from a cell named with #; the copy names the area, and @ the cell it takes", async () => {
  const { engine, port } = open();
  const formulas = ["=ZONE_GAP(B1#,@$A$1:$A$3)", "=@ZONE_SHARE('目标规则'!$C$2#,A2)"];
  formulas.forEach((formula, row) => {
    const cell = engine.cell("指标", row, 3);
    cell.formula = formula;
    cell.value = 1;
  });
  engine.sheet("指标").spills = [{ row: 0, column: 1, rows: 3, columns: 1 }];
  engine.sheet("目标规则").spills = [{ row: 1, column: 2, rows: 1, columns: 2 }];
  const inD = (): readonly (string | null)[] =>
    [0, 1].map((row) => engine.cell("指标", row, 3).formula);
  const copy = await makePortable(port);
  expect(copy.ok && copy.value.cells.map(({ became }) => became.kind)).toEqual([
    "formula",
    "formula",
  ]);
  expect(inD()[0]).toMatch(/^=IF\(ISNUMBER\(B1:B3\)\*ISNUMBER\(\$A1\),B1:B3-\$A1,/u);
  expect(inD()[1]).toMatch(/^=INDEX\(IF\(ISNUMBER\('目标规则'!\$C\$2:\$D\$2\)\*ISNUMBER\(A2\),/u);
  await restorePortable(port);
  expect(inD()).toEqual(formulas);
});

test("an Excel that cannot be asked what spills keeps the value of such a formula", async () => {
  excel = openExcelOnMemory(["指标"], { requirementSets: { ExcelApi: "1.11" } });
  const cell = excel.engine.cell("指标", 0, 3);
  cell.formula = "=ZONE_GAP(B1#,1)";
  cell.value = 2;
  const copy = await makePortable(excel.port);
  expect(copy.ok && copy.value.cells.map(({ became }) => became)).toEqual([
    { kind: "value", reason: "newer-formula" },
  ]);
  await restorePortable(excel.port);
  expect(cell.formula).toBe("=ZONE_GAP(B1#,1)");
});

test("Excel is asked where its tables lie, so that a target in a table's row is pointed at", async () => {
  excel = openExcelOnMemory(["指标", "目标规则"]);
  const { engine, port } = excel;
  engine.put("指标", { row: 0, column: 0 }, [
    ["开发区", "指标", "目标"],
    ["永济开发区", "工业投资", 17],
    ["河津开发区", "工业投资", 16],
  ]);
  engine.put("目标规则", { row: 0, column: 0 }, [
    ["指标", "适用", "目标值"],
    ["工业投资", "全部", 17],
    ["工业投资", "河津开发区", 16],
  ]);
  const area = { row: 0, column: 0, rows: 3, columns: 3 };
  engine.listed = ["指标", "目标规则"].map((name) => ({
    ...{ name: name === "指标" ? "表1" : "规则表", sheet: engine.sheet(name).id },
    ...{ area, hasHeaders: true, hasTotals: false },
  }));
  for (const row of [1, 2])
    engine.cell("指标", row, 2).formula = "=ZONE_TARGET([@开发区],[@指标],规则表[#All])";
  const copy = await makePortable(port);
  expect(copy.ok && copy.value.cells.map(({ became }) => became.kind)).toEqual([
    "formula",
    "formula",
  ]);
  expect([1, 2].map((row) => engine.cell("指标", row, 2).formula)).toEqual([
    "=INDEX(规则表[#All],2,3)",
    "=INDEX(规则表[#All],3,3)",
  ]);
});
