import { describe, expect, test } from "@jest/globals";
import { judgedGrid, readTableOf, subjectLines } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

const TITLE: readonly GridCell[] = ["运城市开发区2023年度考核得分表"];
const HEADER: readonly (readonly GridCell[])[] = [
  ["指标", "权重", "河津", null, null, null, "永济", null, null, null],
  [null, null, "目标值", "完成值", "得分", "排名", "目标值", "完成值", "得分", "排名"],
];
const ROWS: readonly (readonly GridCell[])[] = [
  ["工业投资增速(%)", 30, 16, 18.2, 30, 1, 15, 15.1, 26.6, 2],
  ["规上工业增加值增速(%)", 30, 7, 7.4, 30, 1, 6, 6.5, 27.9, 2],
  ["新增规上企业(户)", 40, 8, 8, 36, 2, 10, 12, 40, 1],
];
const across = (
  weights: number,
  hejin: number,
  last = "总分"
): readonly (readonly GridCell[])[] => [
  TITLE,
  ...HEADER,
  ...ROWS,
  [last, weights, null, null, hejin, 1, null, null, 94.5, 2],
];

describe("a score sheet with the zones across", () => {
  test("bare names over the same measures are zones, 权重 and 考核 are none", () => {
    const table = readTableOf(across(100, 96));
    expect(table.orientation).toBe("zones-in-columns");
    expect(subjectLines(table).filter((line) => line.startsWith("zone"))).toEqual([
      "zone 河津",
      "zone 永济",
    ]);
  });

  test("points are no percentages, and 总分 is an indicator of its own", () => {
    const { fields } = readTableOf(across(100, 96, "合计"));
    const scores = fields.filter(({ measure }) => measure === "score");
    expect(scores.map(({ indicator, unit }) => `${indicator.name} ${unit?.name ?? ""}`)).toEqual([
      "工业投资 分",
      "规上工业增加值 分",
      "新增规上工业企业 分",
      "总分 分",
    ]);
  });

  test.each<[string, readonly (readonly GridCell[])[], readonly string[]]>([
    ["总分 adds up the points of its zone", across(100, 96), []],
    ["合计 does so as well", across(100, 96, "合计"), []],
    ["a total of points that does not add up", across(100, 99), ["sum-mismatch error E7"]],
    ["weights that do not make a hundred", across(105, 96), ["sum-mismatch error B7"]],
  ])("judged: %s", (_, rows, said) => {
    expect(judgedGrid(rows)).toEqual(said);
  });
});

describe("a score sheet with the zones down", () => {
  const sheet = (total: number): readonly (readonly GridCell[])[] => [
    [
      "开发区",
      "工业投资(30分)",
      null,
      "规上工业增加值(40分)",
      null,
      "招商引资(30分)",
      null,
      "总分",
      "排名",
    ],
    [null, "增速%", "得分", "增速%", "得分", "到位资金(亿元)", "得分", null, null],
    ["河津", 18.2, 30, 7.4, 40, 12.5, 25, total, 1],
    ["永济", 15.1, 26.6, 6.5, 37.1, 15, 30, 93.7, 2],
    ["闻喜", 10.1, 20, 4.5, 30, 10, 20, 70, 3],
  ];

  test("(30分) is no part of the indicator's name", () => {
    expect(
      readTableOf(sheet(95)).fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)
    ).toEqual([
      "工业投资 growth",
      "工业投资 score",
      "规上工业增加值 growth",
      "规上工业增加值 score",
      "到位资金 actual",
      "到位资金 score",
      "总分 score",
      "总分 rank",
    ]);
  });

  test("总分 adds up the points along its row", () => {
    expect(judgedGrid(sheet(95))).toEqual([]);
    expect(judgedGrid(sheet(99))).toEqual(["sum-mismatch error H3"]);
  });

  test("a row of weights is no zone", () => {
    const rows = [
      ...sheet(95).slice(0, 2),
      ["权重", null, 30, null, 40, null, 30, 100],
      ...sheet(95).slice(2),
    ];
    expect(subjectLines(readTableOf(rows))).toEqual([
      "reference 权重",
      "zone 河津",
      "zone 永济",
      "zone 闻喜",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });
});
