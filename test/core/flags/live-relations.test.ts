import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { CellValue, Sheet } from "../../../src/core/index.ts";
import { parseArea } from "../../../src/core/index.ts";
import type { Engine } from "../../../src/workbench/engine/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { openFlagged, paintedOn, typeAll } from "./live-engine.ts";

jest.setTimeout(60_000);

/** Flags of relations that stand in another row, column or sheet follow those cells, as far as a format may look. */
let engine: Engine | undefined;

afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

function open(...sheets: readonly Sheet[]): Engine {
  engine = openFlagged(bookOf(...sheets));
  return engine;
}

/** What is painted once a cell holds another value; the edit is taken back. */
async function after(opened: Engine, place: string, value: CellValue): Promise<readonly string[]> {
  const [sheet = "", name = ""] = place.split(" ");
  const cell = parseArea(name);
  if (cell === undefined) throw new Error(`not a cell: ${place}`);
  const undo = typeAll(opened, [{ sheet, cell: { row: cell.row, column: cell.column }, value }]);
  const cells = await paintedOn(opened, 12, 6);
  undo();
  return cells;
}

const formOf = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly GridCell[])[],
  unit = "亿元、%"
): Sheet =>
  sheetOf(name, [
    ["运城市开发区2023年1-6月主要指标完成情况"],
    [`单位:${unit}`],
    ["开发区", ...columns],
    ...rows,
  ]);

describe("flags of relations follow their cells", () => {
  const INVESTMENT: readonly (readonly GridCell[])[] = [
    ["运城经济技术开发区", 12.3],
    ["河津经济技术开发区", 15.4],
    ["永济经济技术开发区", 11.7],
    ["闻喜经济技术开发区", 18.2],
  ];

  test("two tables that disagree: on the own cell, against the other table as it stood", async () => {
    const other = INVESTMENT.map((row, index) => (index === 2 ? [row[0] ?? null, 17.1] : row));
    const opened = open(
      formOf("表一", ["工业投资"], INVESTMENT),
      formOf("表二", ["工业投资"], other)
    );
    expect(await paintedOn(opened, 12, 6)).toEqual(["表二 B6"]);
    expect(await after(opened, "表二 B6", 11.7)).toEqual([]);
    expect(await after(opened, "表二 B6", 12)).toEqual(["表二 B6"]);
    expect(await after(opened, "表二 B5", 15.9)).toEqual(["表二 B5", "表二 B6"]);
    // The other table is not looked at: the flag stays until the next run.
    expect(await after(opened, "表一 B6", 17.1)).toEqual(["表二 B6"]);
  });

  test("a zone twice: until both rows say the same, whichever is corrected", async () => {
    const opened = open(
      formOf(
        "表一",
        ["工业投资", "上年同期"],
        [
          ["运城经济技术开发区", 12.3, 11.1],
          ["河津经济技术开发区", 15.4, 14.1],
          ["河津经济技术开发区", 15.9, 14.1],
          ["闻喜经济技术开发区", 18.2, 16.3],
        ]
      )
    );
    expect(await paintedOn(opened, 12, 6)).toEqual(["表一 B6"]);
    expect(await after(opened, "表一 B6", 15.4)).toEqual([]);
    expect(await after(opened, "表一 B5", 15.9)).toEqual([]);
    expect(await after(opened, "表一 B5", 15.8)).toEqual(["表一 B6"]);
  });

  test("a growth from a small base: until it is no longer a thousandfold, or the base is not small", async () => {
    const rows = (growth: number): readonly (readonly GridCell[])[] => [
      ["运城经济技术开发区", 0.9, 0.05, growth],
      ["河津经济技术开发区", 22, 20, 10],
      ["永济经济技术开发区", 33, 30, 10],
      ["闻喜经济技术开发区", 44, 40, 10],
      ["新绛经济技术开发区", 55, 50, 10],
    ];
    const columns = ["规上工业增加值", "上年同期", "同比增长(%)"];
    const opened = open(formOf("表一", columns, rows(1700)));
    expect(await paintedOn(opened, 12, 6)).toEqual(["表一 D4"]);
    expect(await after(opened, "表一 D4", 170)).toEqual([]);
    expect(await after(opened, "表一 D4", 1000)).toEqual(["表一 D4"]);
    expect(await after(opened, "表一 C4", 20)).toEqual([]);
    expect(await after(opened, "表一 C4", null)).toEqual([]);
    opened.dispose();
    const waiting = open(formOf("表一", columns, rows(170)));
    expect(await paintedOn(waiting, 12, 6)).toEqual([]);
    expect(await after(waiting, "表一 D4", 1700)).toEqual(["表一 D4"]);
    expect(await after(waiting, "表一 D5", 1700)).toEqual([]);
  });

  test("a rank: a value that is not there may have any place, and one that ties shares it", async () => {
    const growths = [20.1, 18.2, 19.4, 9.9, 12.5, 3.3];
    const ranks = [1, 3, 2, 5, 4, 5];
    const opened = open(
      formOf(
        "表一",
        ["工业投资", "增速(%)", "增速位次"],
        growths.map((growth, index): readonly GridCell[] => [
          `${["运城", "河津", "永济", "闻喜", "新绛", "稷山"][index] ?? ""}经济技术开发区`,
          10.1 + index * 3,
          growth,
          ranks[index] ?? null,
        ])
      )
    );
    expect(await paintedOn(opened, 12, 6)).toEqual(["表一 D9"]);
    expect(await after(opened, "表一 D9", 6)).toEqual([]);
    expect(await after(opened, "表一 C9", 9.9)).toEqual([]);
    expect(await after(opened, "表一 C8", "—")).toEqual([]);
    expect(await after(opened, "表一 D9", null)).toEqual([]);
    expect(await after(opened, "表一 D4", 2)).toEqual(["表一 D4", "表一 D9"]);
  });
});
