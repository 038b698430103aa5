import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { CellValue, Sheet } from "../../../src/core/index.ts";
import { FLAG_LOOKS, evaluate, formatCell, parseArea, planFlags } from "../../../src/core/index.ts";
import type { Engine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";

jest.setTimeout(60_000);

/** A flag comes and goes as the user types, without another validation. */
let engine: Engine | undefined;

afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

const ID = "sheet-1";
const COLUMNS = 9;
const HEADER: readonly (readonly GridCell[])[] = [
  ["运城市开发区2023年1-6月主要经济指标"],
  ["单位:亿元、%"],
  ["开发区", "工业投资", null, null, null, null, null, null, null],
  [
    null,
    "完成",
    "上年同期",
    "同比增长(%)",
    "占全市比重(%)",
    "省定目标(%)",
    "与目标差距(百分点)",
    "是否达标",
    "备注",
  ],
];

/** Everything agrees; 河津's target is 16, the others' 17, and 绛县 misses it. */
const ROWS: readonly (readonly GridCell[])[] = [
  ["运城经济技术开发区", 120, 100, 20, 20, 17, 3, "达到"],
  ["河津经济技术开发区", 116.5, 100, 16.5, 19.42, 16, 0.5, "达到"],
  ["永济经济技术开发区", 118, 100, 18, 19.67, 17, 1, "达到"],
  ["闻喜经济技术开发区", 117, 100, 17, 19.5, 17, 0, "达到"],
  ["绛县经济技术开发区", 110, 100, 10, 18.33, 17, -7, "未达到"],
  ["合计", 581.5, 500, 16.3, 96.92, null, null, null],
  ["全市", 600, 520, 15.38, null, null, null, null],
];

/** The form with two decimals in every number, but where the cell itself says otherwise. */
function formOf(rows: readonly (readonly GridCell[])[]): Sheet {
  const shown = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? { v: cell, nf: "0.00" } : cell))
  );
  return sheetOf("指标", [...HEADER, ...shown]);
}

function open(sheet: Sheet): Engine {
  const book = bookOf(sheet);
  const evaluated = evaluate({ book, rulesFile: null, sheets: null });
  if (!evaluated.ok) throw new Error(evaluated.failure.code);
  const opened = loadEngine().createNodeEngine(packageBookOf(book));
  engine = opened;
  for (const intent of planFlags(evaluated.value, null)) {
    if (intent.kind !== "put-flags") continue;
    for (const { areas, formula, style } of [...intent.flags].reverse()) {
      opened.addConditionalFormat(ID, { areas, formula, look: FLAG_LOOKS[style] });
    }
  }
  return opened;
}

async function painted(opened: Engine): Promise<readonly string[]> {
  await opened.settled();
  const cells = Array.from({ length: 11 * COLUMNS }, (_, i) => ({
    row: Math.floor(i / COLUMNS),
    column: i % COLUMNS,
  }));
  const applied = await Promise.all(
    cells.map((cell) => opened.appliedConditionalFormats(ID, cell))
  );
  return cells.filter((_, index) => applied[index]?.length !== 0).map(formatCell);
}

async function after(opened: Engine, cell: string, value: CellValue): Promise<readonly string[]> {
  const at = parseArea(cell);
  if (at === undefined) throw new Error(`not a cell: ${cell}`);
  const before = opened.readValues(ID, at)[0]?.[0] ?? null;
  opened.writeCells(ID, at, [[{ kind: "value", value }]], "user");
  const cells = await painted(opened);
  opened.writeCells(ID, at, [[{ kind: "value", value: before }]], "user");
  return cells;
}

describe("flags on a form whose numbers agree", () => {
  test("come where a value falls short, and go where it reaches its target", async () => {
    const opened = open(formOf(ROWS));
    expect(await painted(opened)).toEqual(["D9"]);
    // 永济 falls under 17 (its gap, its verdict and its growth no longer agree either).
    expect(await after(opened, "D7", 16.5)).toEqual(["D7", "G7", "H7", "D9"].sort(inReadingOrder));
    // 河津's own target is 16: 16.2 is enough for it, 15.9 is not.
    expect(await after(opened, "D6", 16.2)).not.toContain("H6");
    expect(await after(opened, "D6", 15.9)).toEqual(expect.arrayContaining(["D6", "H6"]));
    // 绛县 reaches it: its flag goes, and the verdict that denies it lights up.
    expect(await after(opened, "D9", 17)).toEqual(expect.arrayContaining(["H9"]));
    expect(await after(opened, "E9", 60)).toEqual(["E9"].concat("D9").sort(inReadingOrder));
    // A target that is raised is missed by those who met it.
    expect(await after(opened, "E8", 90)).toContain("E8");
    expect(await after(opened, "F8", 18)).toEqual(expect.arrayContaining(["D8", "H8"]));
    expect(await after(opened, "H8", "未达到")).toEqual(["H8", "D9"]);
    // A member or a total that is mistyped.
    expect(await after(opened, "B5", 1200)).toEqual(expect.arrayContaining(["B10", "D5", "E5"]));
    expect(await after(opened, "B10", 58.15)).toContain("B10");
    // A blank or a word is no missed target.
    expect(await after(opened, "D7", null)).toEqual(["D9"]);
    expect(await painted(opened)).toEqual(["D9"]);
  });

  test("wait on a cell that is still blank, on a zero in percent, and on a number stored as text", async () => {
    const rows = ROWS.map((row, index) =>
      row.map((cell, column): GridCell => {
        if (column !== 3 || index > 4) return cell;
        if (index === 0) return null;
        if (index === 1) return "16.5";
        return { v: typeof cell === "number" ? cell / 100 : null, nf: "0.0%" };
      })
    );
    const opened = open(formOf(rows));
    const before = await painted(opened);
    expect(before).not.toContain("D7");
    expect(await after(opened, "D5", 16)).toContain("D5");
    expect(await after(opened, "D5", 20)).not.toContain("D5");
    expect(await after(opened, "D7", 0.169)).toContain("D7");
    expect(await after(opened, "D7", 0.18)).not.toContain("D7");
    expect(await after(opened, "D6", 15)).toContain("D6");
    expect(await after(opened, "D6", 16.5)).not.toContain("D6");
  });
});

describe("flags of relations between cells", () => {
  const opening = (header: readonly string[], rows: readonly (readonly GridCell[])[]): Engine =>
    open(sheetOf("指标", [["运城市开发区2023年1-6月土地出让情况"], ["单位:宗"], header, ...rows]));

  test("go when what remains is what is left of the total, and come when it is not", async () => {
    const opened = opening(
      ["开发区", "应开工项目数(个)", "已开工项目数(个)", "未开工项目数(个)"],
      [
        ["运城经济技术开发区", 12, 8, 4],
        ["河津经济技术开发区", 15, 9, 6],
        ["永济经济技术开发区", 11, 8, 3],
        ["闻喜经济技术开发区", 14, 7, 7],
        ["绛县经济技术开发区", 10, 6, 9],
      ]
    );
    const before = await painted(opened);
    expect(before).toEqual(["D8"]);
    expect(await after(opened, "D8", 4)).toEqual([]);
    expect(await after(opened, "B8", 15)).toEqual([]);
    expect(await after(opened, "D8", 5)).toEqual(["D8"]);
  });

  test("of a total outside its members follow whichever member is the least or the largest now", async () => {
    const opened = open(
      sheetOf("指标", [
        ["运城市开发区2023年1-6月工业投资完成情况"],
        ["单位:亿元、%"],
        ["开发区", "工业投资", "同比增长(%)"],
        ["运城经济技术开发区", 12.3, 20.1],
        ["河津经济技术开发区", 15.4, 18.2],
        ["永济经济技术开发区", 11.7, 19.4],
        ["合计", 39.4, 27.3],
      ])
    );
    expect(await painted(opened)).toEqual(["C7"]);
    expect(await after(opened, "C5", 40)).toEqual([]);
    expect(await after(opened, "C5", 18.2)).toEqual(["C7"]);
    expect(await after(opened, "C7", 3.1)).toEqual(["C7"]);
    expect(await after(opened, "C6", 28)).toEqual([]);
    expect(await after(opened, "C7", 19)).toEqual([]);
  });

  test("of a value so far that falls go when it no longer does, and come back", async () => {
    const opened = open(
      sheetOf("指标", [
        ["运城市开发区2023年工业投资完成情况"],
        ["单位:亿元"],
        ["开发区", "1-4月", "1-5月", "1-6月"],
        ["运城经济技术开发区", 12.3, 15.1, 18.4],
        ["河津经济技术开发区", 15.4, 19.2, 17.6],
        ["永济经济技术开发区", 11.7, 14.4, 16.9],
      ])
    );
    const [place] = await painted(opened);
    expect(place).toBe("D5");
    expect(await after(opened, "D5", 19.8)).toEqual([]);
    expect(await after(opened, "D5", 19)).toEqual(["D5"]);
    expect(await after(opened, "C5", 17)).toEqual([]);
  });

  test("go when what is done no longer exceeds the total", async () => {
    const opened = opening(
      ["开发区", "应开工项目数(个)", "已开工项目数(个)"],
      [
        ["运城经济技术开发区", 120, 8],
        ["河津经济技术开发区", 150, 9],
        ["永济经济技术开发区", 110, 8],
        ["闻喜经济技术开发区", 140, 7],
        ["绛县经济技术开发区", 100, 106],
      ]
    );
    expect(await painted(opened)).toEqual(["C8"]);
    expect(await after(opened, "C8", 10)).toEqual([]);
    expect(await after(opened, "C8", 100)).toEqual([]);
    expect(await after(opened, "B8", 160)).toEqual([]);
    expect(await after(opened, "C8", 101)).toEqual(["C8"]);
  });
});

/** A1 names by row, then column, as painted() lists them. */
function inReadingOrder(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1)) || a.localeCompare(b);
}
