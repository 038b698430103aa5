import { describe, expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readTableOf, refusals } from "../sheet/reading.ts";
import type { GridCell } from "../../support/grid.ts";

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

describe("a structure in per cent, down the rows", () => {
  const structure = (before: string): Rows => [
    ["2024年上半年全区经济结构"],
    ["指标", "单位", "2024年1-6月", before, "比重变化(百分点)"],
    ["三次产业比重", "%", 100, 100, _],
    ["  第一产业", "%", 7.4, 8.1, -0.7],
    ["  第二产业", "%", 44.2, 45.3, -1.1],
    ["  第三产业", "%", 48.4, 46.6, 1.8],
  ];

  test.each(["2023年1-6月", "上年同期"])("last year's shares under %s are shares", (before) => {
    const rows = structure(before);
    const table = readTableOf(rows);
    expect(refusals(table)).toEqual([]);
    expect(table.fields.map(({ measure }) => measure)).toEqual(
      Array.from({ length: 4 }, () => ["share", "share", "rate-change"]).flat()
    );
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "C5", 48.7))).toEqual(["difference-mismatch error C5"]);
    expect(judgedGrid(withCell(rows, "D4", 5.8))).not.toEqual([]);
    expect(judgedGrid(withCell(rows, "E4", 0.7))).toEqual(["difference-mismatch error E4"]);
  });

  test("rounded shares may come to 100.1", () => {
    expect(judgedGrid(withCell(structure("上年同期"), "D4", 8.2))).not.toContain(
      "sum-mismatch warning D3"
    );
  });
});

describe("points a rate has gained are the rate less the same a year before", () => {
  const rows: Rows = [
    ["2024年1-6月开发区绿色有机农产品覆盖率"],
    ["开发区", "覆盖率(%)", _, _],
    [_, "本期", "上年同期", "同比增减(百分点)"],
    ["东湖开发区", 48.2, 45.1, 3.1],
    ["西河开发区", 51.7, 52.4, -0.7],
    ["南山开发区", 39.4, 36.2, 3.2],
    ["北关开发区", 44.8, 41.9, 2.9],
  ];
  test("read and judged", () => {
    expect(readTableOf(rows).fields.map(fieldLine)).toEqual([
      "覆盖率 actual (%)",
      "覆盖率 prior (%)",
      "覆盖率 rate-change (个百分点)",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "D5", 0.7))).toEqual(["difference-mismatch error D5"]);
    expect(judgedGrid(withCell(rows, "D6", 2.3))).toEqual(["difference-mismatch error D6"]);
  });

  test("增速变化 on a month that nobody sees is not judged", () => {
    expect(
      judgedGrid([
        ["2024年1-6月开发区工业投资"],
        ["开发区", "工业投资增速(%)", "上年同期增速(%)", "增速比上月变化(百分点)"],
        ["东湖开发区", 8.2, 5.1, -1.4],
        ["西河开发区", 11.7, 12.4, 2.2],
        ["南山开发区", 9.4, 6.2, 0.3],
        ["北关开发区", 4.8, 1.9, -3.5],
      ])
    ).toEqual([]);
  });
});
