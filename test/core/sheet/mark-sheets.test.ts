import { describe, expect, test } from "@jest/globals";
import type { GridCell } from "../../support/grid.ts";
import { fieldLine, judgedGrid, readTableOf, refusals } from "./reading.ts";

type Rows = readonly (readonly GridCell[])[];
const _ = null;

function withCell(rows: Rows, at: string, value: GridCell): Rows {
  const [, letter = "A", line = "1"] = /^([A-Z])(\d+)$/u.exec(at) ?? [];
  return rows.map((row, r) =>
    r === Number(line) - 1
      ? row.map((cell, c) => (c === letter.charCodeAt(0) - 65 ? value : cell))
      : row
  );
}

describe("heads with full marks behind them, 加分 and 减分, under 总分", () => {
  const rows: Rows = [
    ["2024年上半年开发区考核得分表"],
    [
      "开发区",
      "经济运行(40分)",
      "项目建设(30分)",
      "招商引资(20分)",
      "营商环境(10分)",
      "加分",
      "减分",
      "总分",
      "名次",
    ],
    ["东湖开发区", 36.2, 27.1, 18, 9.2, 1, 0.5, 91, 1],
    ["西河开发区", 33.1, 25.4, 17.5, 8.8, 0, 0, 84.8, 3],
    ["南山开发区", 35, 28, 16.4, 9, 0.5, 1.2, 87.7, 2],
    ["北关开发区", 30, 22, 16.4, 9, 0.5, 0, 77.9, 4],
    ["平均分", 33.58, 25.63, 17.08, 9, 0.5, 0.43, 85.35, _],
  ];

  test("each is read under its own name, in points", () => {
    const table = readTableOf(rows);
    expect(refusals(table)).toEqual([]);
    expect(table.fields.map(fieldLine)).toEqual([
      "经济运行 score (分)",
      "项目建设 score (分)",
      "招商引资 score (分)",
      "营商环境 score (分)",
      "加分 score (分)",
      "减分 score (分)",
      "总分 score (分)",
      "总分 rank (位)",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("总分 is the points and 加分 less 减分, where most rows say so", () => {
    expect(judgedGrid(withCell(rows, "H4", 84.3))).toEqual(["sum-mismatch error H4"]);
    const other = [3, 4, 5, 6].reduce(
      (all: Rows, line) => withCell(all, `H${line}`, 70 + line),
      rows
    );
    expect(judgedGrid(other).filter((one) => one.startsWith("sum"))).toEqual([]);
  });

  test("nobody has more than full marks; where many do, they are no limit", () => {
    const wrong = judgedGrid(withCell(rows, "B4", 41.2));
    expect(wrong).toContain("order-violation error B4");
    const many = ["B3", "B4", "B5"].reduce((all: Rows, at) => withCell(all, at, 44), rows);
    expect(judgedGrid(many).filter((one) => one.startsWith("order"))).toEqual([]);
  });

  test("without 总分 a bracket is a bracket", () => {
    const table = readTableOf([
      ["2024年开发区招商引资"],
      ["开发区", "招商引资(亿元)", "工业投资(亿元)"],
      ["东湖开发区", 36.2, 27.1],
      ["西河开发区", 33.1, 25.4],
    ]);
    expect(table.fields.map(({ measure }) => measure)).toEqual(["actual", "actual"]);
  });
});

test("单位:户 over names nobody knows: all of them are counted, and add up", () => {
  const rows: Rows = [
    ["2024年上半年规上企业情况"],
    ["单位:户"],
    ["开发区", "规上工业企业", "外迁", "拟关停户", "空置率"],
    ["东湖开发区", 100, 6, 2, 12.1],
    ["西河开发区", 200, 9, 4, 9.3],
    ["南山开发区", 300, 7, 5, 10.4],
    ["合计", 600, 22, 11, 10.3],
  ];
  expect(refusals(readTableOf(rows))).toEqual([]);
  expect(readTableOf(rows).fields.map(fieldLine).slice(1)).toEqual([
    "外迁 actual (户)",
    "拟关停户 actual (户)",
    "空置率 actual (%)",
  ]);
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "C7", 32))).toEqual(["sum-mismatch error C7"]);
});
