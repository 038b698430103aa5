import { afterEach, describe, expect, test } from "@jest/globals";
import type { Area, CellValue } from "../../../src/core/index.ts";
import type {
  CellInput,
  Engine,
  EngineEdit,
  SavableEngine,
} from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import type { GridCell } from "../../support/grid.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

const SHEET = "sheet-1";
let engine: SavableEngine | undefined;

function open(...rows: GridCell[][]): SavableEngine {
  engine = loadEngine().createNodeEngine(packageBookOf(bookOf(sheetOf("表1", rows))));
  return engine;
}

afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
function formula(text: string): CellInput {
  return { kind: "formula", formula: text };
}
function value(typed: CellValue): CellInput {
  return { kind: "value", value: typed };
}
function isBusy(shown: CellValue | undefined): boolean {
  return typeof shown === "object" && shown?.error === "#BUSY!";
}
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
function valueAt(of: Engine, row: number, column: number): CellValue | undefined {
  return of.readValues(SHEET, cell(row, column))[0]?.[0];
}

describe("what the engine reads", () => {
  test("values are the raw ones, whatever their number format shows", () => {
    const of = open([{ v: 0.1753, nf: "0.0%" }, "17", true, { error: "#N/A" }, null]);
    const area = { row: 0, column: 0, rows: 1, columns: 5 };
    expect(of.readValues(SHEET, area)).toEqual([[0.1753, "17", true, { error: "#N/A" }, null]]);
    expect(of.readText(SHEET, area)).toEqual([["17.5%", "17", "TRUE", "#N/A", ""]]);
    expect(of.readNumberFormats(SHEET, area)[0]?.[0]).toBe("0.0%");
  });

  test("a formula keeps the value the file cached until something it depends on changes", async () => {
    const of = open([1, 2, { f: "=A1+B1", v: 99 }]);
    await of.settled();
    expect(valueAt(of, 0, 2)).toBe(99);
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value(5)]], "user");
    await of.settled();
    expect(valueAt(of, 0, 2)).toBe(7);
  });

  test("a formula the file has no value for is computed at once", async () => {
    const of = open([1, 2, { f: "=A1+B1" }]);
    await of.settled();
    expect(valueAt(of, 0, 2)).toBe(3);
  });

  test("a spill's values are there, and only its first cell has a formula", async () => {
    const of = open([1]);
    of.writeCells(SHEET, { row: 1, column: 0 }, [[formula("=SEQUENCE(2,2)")]], "api");
    await of.settled();
    const area = { row: 1, column: 0, rows: 2, columns: 2 };
    expect(of.readValues(SHEET, area)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(of.readFormulas(SHEET, area)).toEqual([
      ["=SEQUENCE(2,2)", null],
      [null, null],
    ]);
  });
});

describe("what the engine writes", () => {
  test("one write is one event with its origin, and leaves cells given as null alone", () => {
    const of = open([1, 2, 3]);
    const edits: EngineEdit[] = [];
    of.onEdit((edit) => edits.push(edit));
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value("甲"), null, value(null)]], "api");
    expect(edits).toEqual([
      {
        sheet: SHEET,
        area: { row: 0, column: 0, rows: 1, columns: 3 },
        origin: "api",
        change: "edited",
      },
    ]);
    expect(of.readValues(SHEET, { row: 0, column: 0, rows: 1, columns: 3 })).toEqual([
      ["甲", 2, null],
    ]);
  });

  test("formula results are no edits", async () => {
    const of = open([1, { f: "=A1*2", v: 2 }]);
    const edits: EngineEdit[] = [];
    of.onEdit((edit) => edits.push(edit));
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value(4)]], "user");
    await of.settled();
    expect(valueAt(of, 0, 1)).toBe(8);
    expect(edits).toHaveLength(1);
  });

  test("a text that looks like a number, a formula or an error stays a text", async () => {
    const of = open([null]);
    const texts = ["17", "=A9", "#N/A", "1E+20"];
    of.writeCells(SHEET, { row: 0, column: 0 }, [texts.map(value)], "api");
    of.writeCells(SHEET, { row: 1, column: 0 }, [[formula("=ISTEXT(A1)")]], "api");
    await of.settled();
    expect(of.readValues(SHEET, { row: 0, column: 0, rows: 1, columns: 4 })).toEqual([texts]);
    expect(valueAt(of, 1, 0)).toBe(true);
  });

  test("a write beyond the end of the sheet makes room", () => {
    const of = open([1]);
    of.writeCells(SHEET, { row: 900, column: 90 }, [[value(7)]], "api");
    expect(valueAt(of, 900, 90)).toBe(7);
    expect(of.usedArea(SHEET)).toEqual({ row: 0, column: 0, rows: 901, columns: 91 });
  });
});

describe("conditional formats", () => {
  const look = { fill: "#FFE699", fontColor: null, bold: true, border: null };

  test("what is painted follows the values", async () => {
    const of = open([16], [18], ["16"]);
    const id = of.addConditionalFormat(SHEET, {
      areas: [{ row: 0, column: 0, rows: 3, columns: 1 }],
      formula: '=AND(N("zone-check:1")=0,ISNUMBER($A1),$A1<17)',
      look,
    });
    const painted = async (row: number): Promise<readonly string[]> =>
      of.appliedConditionalFormats(SHEET, { row, column: 0 });
    expect(await painted(0)).toEqual([id]);
    expect(await painted(1)).toEqual([]);
    expect(await painted(2)).toEqual([]);
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value(17)]], "user");
    of.writeCells(SHEET, { row: 1, column: 0 }, [[value(-1)]], "user");
    expect(await painted(0)).toEqual([]);
    expect(await painted(1)).toEqual([id]);
  });

  test("a new rule comes first", () => {
    const of = open([1]);
    const areas = [cell(0, 0)];
    const first = of.addConditionalFormat(SHEET, { areas, formula: "=A1=1", look });
    const second = of.addConditionalFormat(SHEET, { areas, formula: "=A1>0", look });
    expect(of.conditionalFormats(SHEET).map(({ id }) => id)).toEqual([second, first]);
    of.removeConditionalFormat(SHEET, second);
    expect(of.conditionalFormats(SHEET).map(({ id }) => id)).toEqual([first]);
  });
});

describe("inserted and deleted rows", () => {
  const look = { fill: "#FFE699", fontColor: null, bold: true, border: null };

  function withRule(): SavableEngine {
    const of = open([1, { f: "=A1*2", v: 2 }], [2], [3], [4]);
    of.addConditionalFormat(SHEET, {
      areas: [{ row: 1, column: 0, rows: 2, columns: 1 }],
      formula: "=$A2<3",
      look,
    });
    return of;
  }
  function rule(of: Engine): unknown {
    const [only] = of.conditionalFormats(SHEET);
    return [only?.areas, only?.formula];
  }

  test("a rule above which rows come goes down with its cells, and its formula with it", async () => {
    const of = withRule();
    of.insertRows(SHEET, 0, 2);
    expect(rule(of)).toEqual([[{ row: 3, column: 0, rows: 2, columns: 1 }], "=$A4<3"]);
    expect(await of.appliedConditionalFormats(SHEET, { row: 3, column: 0 })).toHaveLength(1);
    expect(await of.appliedConditionalFormats(SHEET, { row: 4, column: 0 })).toHaveLength(0);
  });

  test("a rule whose rows go, goes with them, and comes back with undo", async () => {
    const of = withRule();
    of.deleteRows(SHEET, 1, 2);
    expect(of.conditionalFormats(SHEET)).toEqual([]);
    await of.undo();
    expect(rule(of)).toEqual([[{ row: 1, column: 0, rows: 2, columns: 1 }], "=$A2<3"]);
  });

  test("only the insertion is told, not the formulas it adjusts", () => {
    const of = withRule();
    const edits: EngineEdit[] = [];
    of.onEdit((edit) => edits.push(edit));
    of.insertRows(SHEET, 0, 1);
    expect(of.readFormulas(SHEET, cell(1, 1))).toEqual([["=A2*2"]]);
    expect(edits.map(({ change, area }) => [change, area.row, area.rows])).toEqual([
      ["rows-inserted", 0, 1],
    ]);
  });

  test("a sheet whose rows have moved cannot be saved, until they are back", async () => {
    const of = withRule();
    of.insertRows(SHEET, 0, 1);
    expect(of.planSave(null)).toEqual({
      kind: "impossible",
      because: [{ kind: "lines-moved", sheet: "表1" }],
    });
    await of.undo();
    expect(rule(of)).toEqual([[{ row: 1, column: 0, rows: 2, columns: 1 }], "=$A2<3"]);
    expect(of.planSave(null).kind).toBe("edits");
  });
});

describe("sheets", () => {
  test("hidden and very hidden sheets, hidden rows and columns, and protection come from the file", () => {
    const book = bookOf(
      sheetOf("显", [[1]], { hiddenRows: [2], hiddenColumns: [1, 3] }),
      sheetOf("隐", [[1]], { visibility: "hidden" }),
      sheetOf("深隐", [[1]], { visibility: "very-hidden", isProtected: true })
    );
    engine = loadEngine().createNodeEngine(packageBookOf(book));
    expect(engine.sheets().map(({ visibility }) => visibility)).toEqual([
      "visible",
      "hidden",
      "very-hidden",
    ]);
    expect(engine.sheets().map(({ isProtected }) => isProtected)).toEqual([false, false, true]);
    expect([...engine.hiddenRows(SHEET)]).toEqual([2]);
    expect([...engine.hiddenColumns(SHEET)]).toEqual([1, 3]);
  });

  test("a sheet is added at the end, becomes active when told, and its removal leaves another active", () => {
    const of = open([1]);
    const activated: string[] = [];
    of.onActivate((sheet) => activated.push(sheet));
    const { id } = of.addSheet("审核台账");
    expect(of.sheets().map(({ name }) => name)).toEqual(["表1", "审核台账"]);
    expect(of.activeSheet()).toBe(SHEET);
    of.select(id, cell(2, 2));
    expect(of.selection()).toEqual({ sheet: id, area: cell(2, 2) });
    of.removeSheet(id);
    expect(of.activeSheet()).toBe(SHEET);
    expect(activated).toEqual([id, SHEET]);
  });
});

describe("custom functions", () => {
  test("a call is busy, then has its value, and is made again when what it depends on changes", async () => {
    const of = open([5, 3, { f: "=ZONE_GAP(A1,B1)" }, { f: "=C1+1" }]);
    await of.settled();
    expect(valueAt(of, 0, 2)).toEqual({ error: "#NAME?" });
    const asked: unknown[] = [];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    of.setFunctions(["ZONE_GAP"], async ({ args }) => {
      asked.push(args);
      await gate;
      return Number(args[0]) - Number(args[1]);
    });
    await until(() => asked.length > 0);
    await until(() => isBusy(valueAt(of, 0, 2)));
    release();
    await of.settled();
    expect([valueAt(of, 0, 2), valueAt(of, 0, 3)]).toEqual([2, 3]);
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value(10)]], "user");
    await of.settled();
    expect([valueAt(of, 0, 2), valueAt(of, 0, 3)]).toEqual([7, 8]);
    expect(asked).toEqual([
      [5, 3],
      [10, 3],
    ]);
  });
});

describe("answers of custom functions", () => {
  async function answered(answer: CellValue | CellValue[][]): Promise<Engine> {
    const of = open([{ f: "=ZONE_X(1)" }, null, { f: '=IFERROR(A1,"已捕获")' }]);
    of.setFunctions(["ZONE_X"], () => Promise.resolve(answer));
    await of.settled();
    return of;
  }

  test("a matrix spills, blanks and errors in it included", async () => {
    const of = await answered([
      ["甲", 1],
      [true, { error: "#N/A" }],
    ]);
    expect(of.readValues(SHEET, { row: 0, column: 0, rows: 2, columns: 2 })).toEqual([
      ["甲", 1],
      [true, { error: "#N/A" }],
    ]);
  });

  test("a matrix that meets a filled cell is a #SPILL! and leaves the cell", async () => {
    const of = open([{ f: "=ZONE_X(1)" }, "在此"]);
    of.setFunctions(["ZONE_X"], () => Promise.resolve([[1, 2]]));
    await of.settled();
    expect(of.readValues(SHEET, { row: 0, column: 0, rows: 1, columns: 2 })).toEqual([
      [{ error: "#SPILL!" }, "在此"],
    ]);
  });

  test("an error is an error, and other formulas can catch it", async () => {
    const of = await answered({ error: "#DIV/0!" });
    expect([valueAt(of, 0, 0), valueAt(of, 0, 2)]).toEqual([{ error: "#DIV/0!" }, "已捕获"]);
  });

  test("a call that fails is #VALUE!, and the spreadsheet goes on calculating", async () => {
    const of = open([{ f: "=ZONE_X(1)" }, 2]);
    of.setFunctions(["ZONE_X"], () => Promise.reject(new Error("gone")));
    await of.settled();
    of.writeCells(SHEET, { row: 1, column: 0 }, [[formula("=B1+1")]], "user");
    await of.settled();
    expect([valueAt(of, 0, 0), valueAt(of, 1, 0)]).toEqual([{ error: "#VALUE!" }, 3]);
  });

  test("a range comes as a grid with blanks as null, a cell and a left-out argument as scalars", async () => {
    const of = open([1, "甲", null, { f: "=ZONE_X(A1:C1,B1,,5)" }]);
    const asked: unknown[] = [];
    of.setFunctions(["ZONE_X"], ({ args }) => {
      asked.push(args);
      return Promise.resolve(0);
    });
    await of.settled();
    expect(asked).toEqual([[[[1, "甲", null]], "甲", null, 5]]);
  });
});

describe("manual calculation", () => {
  test("a changed value waits, an entered formula does not, and going back computes everything", async () => {
    const of = open([1, { f: "=A1*2", v: 2 }]);
    of.setCalculationMode("manual");
    of.writeCells(SHEET, { row: 0, column: 0 }, [[value(5)]], "user");
    of.writeCells(SHEET, { row: 0, column: 2 }, [[formula("=A1*3")]], "user");
    await of.settled();
    expect([valueAt(of, 0, 1), valueAt(of, 0, 2)]).toEqual([2, 15]);
    of.setCalculationMode("automatic");
    await of.settled();
    expect([valueAt(of, 0, 1), valueAt(of, 0, 2)]).toEqual([10, 15]);
  });
});
