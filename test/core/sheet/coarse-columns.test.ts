import { describe, expect, test } from "@jest/globals";
import { judgedGrid } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

/** What the office has, in 万元, before it writes its sheet in 亿元 of two decimals times ten thousand. */
const EXACT: readonly (readonly [name: string, now: number, before: number])[] = [
  ["河津", 86_643, 81_557],
  ["永济", 13_249, 12_951],
  ["闻喜", 204_851, 187_349],
  ["盐湖", 57_350.2, 60_149],
  ["绛县", 9_651, 8_848],
  ["新绛", 31_748, 33_152],
  ["稷山", 44_451, 40_049],
  ["芮城", 7_249, 6_651],
];
const REST = [310_000, 290_000] as const;
const toHundreds = (value: number): number => Math.round(value / 100) * 100;
const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

interface Change {
  readonly row: number;
  readonly column: number;
  readonly by: (value: number) => number;
}

/** Growths, shares and the total are taken from the exact numbers, as offices do. */
function sheetOf(round: (value: number) => number, change?: Change): readonly GridCell[][] {
  const total = EXACT.reduce((sum, [, now]) => sum + now, 0);
  const before = EXACT.reduce((sum, [, , prior]) => sum + prior, 0);
  const city = [total + REST[0], before + REST[1]] as const;
  const row = (name: string, now: number, prior: number): GridCell[] => [
    name,
    round(now),
    round(prior),
    oneDecimal((now / prior - 1) * 100),
    oneDecimal((now / city[0]) * 100),
  ];
  const rows = [
    ...EXACT.map(([name, now, prior]) => row(`${name}经济技术开发区`, now, prior)),
    ["合计", Math.round(total), Math.round(before), ...row("", total, before).slice(3)],
    ["全市", round(city[0]), round(city[1]), oneDecimal((city[0] / city[1] - 1) * 100), null],
  ];
  const changed = rows.map((cells, at) =>
    cells.map((cell, column) =>
      at === change?.row && column === change.column && typeof cell === "number"
        ? change.by(cell)
        : cell
    )
  );
  return [
    ["运城市开发区2023年1-6月税收收入完成情况"],
    [null, null, null, null, "单位:万元、%"],
    ["开发区", "税收收入", "上年同期", "同比(%)", "占全市(%)"],
    ...changed,
  ];
}

describe("万元 that was rounded in 亿元", () => {
  test("growths, shares and totals of the unrounded numbers contradict nothing", () => {
    expect(judgedGrid(sheetOf(toHundreds))).toEqual([]);
  });

  test("a total that was rounded like its members contradicts nothing either", () => {
    const change = { row: 8, column: 1, by: toHundreds };
    expect(judgedGrid(sheetOf(toHundreds, change))).toEqual([]);
  });

  test.each<[string, Change, string]>([
    ["a growth", { row: 2, column: 3, by: (value) => value + 4.3 }, "growth-mismatch"],
    ["a share", { row: 2, column: 4, by: (value) => value + 4.3 }, "share-mismatch"],
    ["a total", { row: 8, column: 1, by: (value) => value + 6_000 }, "sum-mismatch"],
    ["two digits swapped", { row: 0, column: 1, by: () => 68_600 }, "sum-mismatch"],
    ["one number in 亿元", { row: 0, column: 1, by: () => 8.66 }, "unit-suspect"],
  ])("%s that is wrong is told", (_, change, code) => {
    expect(judgedGrid(sheetOf(toHundreds, change)).join()).toContain(code);
  });

  test("numbers with all their digits stand for themselves: a total off by a thousand is wrong", () => {
    const change = { row: 8, column: 1, by: (value: number) => value + 1_000 };
    expect(judgedGrid(sheetOf(Math.round, change)).join()).toContain("sum-mismatch");
    expect(judgedGrid(sheetOf(Math.round))).toEqual([]);
  });

  test.each<[string, readonly number[]]>([
    ["what was chosen in halves and fives", [35_000, 12_000, 8_500, 20_000, 6_500, 15_000]],
    ["of a few digits", [300, 400, 700, 200, 800, 600]],
    ["of too few rows", [12_300, 45_600, 78_900, 32_100]],
  ])("round numbers %s are exact: a total off by 200 is wrong", (_, values) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const sheet = (stated: number): readonly GridCell[][] => [
      ["运城市开发区2023年1-6月税收收入完成情况"],
      ["单位:万元"],
      ["开发区", "税收收入"],
      ...values.map((value, index): GridCell[] => [`${EXACT[index]?.[0] ?? ""}开发区`, value]),
      ["合计", stated],
    ];
    expect(judgedGrid(sheet(total))).toEqual([]);
    expect(judgedGrid(sheet(total + 200)).join()).toContain("sum-mismatch");
  });
});
