import { describe, expect, test } from "@jest/globals";
import { judgedGrid, readTableOf, subjectLines } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

const HEADER: readonly GridCell[] = ["开发区", "税收收入(亿元)", "上年同期(亿元)"];
const CITIES: readonly (readonly GridCell[])[] = [
  ["全省合计", 28.41, 26.42],
  ["太原市", 20.71, 19.21],
  ["　太原经开区", 12.51, 11.21],
  ["　太原高新区", 8.2, 8.0],
  ["运城市", 7.7, 7.21],
  ["　河津开发区", 5.2, 5.01],
  ["　永济开发区", 2.5, 2.2],
];

describe("rows that stand over others", () => {
  test.each<[string, readonly (readonly GridCell[])[]]>([
    ["indented", CITIES],
    [
      "with the indents lost",
      CITIES.map((row) => row.map((cell) => (typeof cell === "string" ? cell.trim() : cell))),
    ],
  ])("a city over its zones adds them up, and nothing counts twice: %s", (_, rows) => {
    expect(subjectLines(readTableOf([HEADER, ...rows]))).toEqual([
      "total 全省合计 [2,3,5,6]",
      "subtotal 太原市 [2,3]",
      "zone 太原经开区",
      "zone 太原高新区",
      "subtotal 运城市 [5,6]",
      "zone 河津",
      "zone 永济",
    ]);
    expect(judgedGrid([HEADER, ...rows])).toEqual([]);
  });

  test("one column of a city may be wrong: the other shows what it is", () => {
    const rows = CITIES.map((row) => (row[0] === "太原市" ? ["太原市", 20.71, 19.91] : row));
    expect(judgedGrid([HEADER, ...rows])).toEqual(["sum-mismatch error C3"]);
  });

  test("nine areas and two blocs of one total are two divisions of it", () => {
    const rows: readonly (readonly GridCell[])[] = [
      ["合计", 28.4, 26.4],
      ["河津", 12.5, 11.2],
      ["永济", 8.2, 8.0],
      ["闻喜", 5.2, 5.0],
      ["万荣", 2.5, 2.2],
      ["东部片区", 20.7, 19.2],
      ["西部片区", 7.7, 7.2],
    ];
    expect(subjectLines(readTableOf([HEADER, ...rows]))[0]).toBe("total 合计 [1,2,3,4]");
    expect(judgedGrid([HEADER, ...rows])).toEqual([]);
  });

  test("工业类 among zones whose kinds nobody names adds up nothing we know", () => {
    const rows: readonly (readonly GridCell[])[] = [
      ["全市", 28.4, 26.4],
      ["河津", 12.5, 11.2],
      ["永济", 8.2, 8.0],
      ["闻喜", 5.2, 5.0],
      ["万荣", 2.5, 2.2],
      ["#工业类", 25.9, 24.2],
      ["农业类", 2.5, 2.2],
    ];
    expect(judgedGrid([HEADER, ...rows])).toEqual([]);
  });
});

describe("names in two cells that are not merged", () => {
  test("down the rows", () => {
    const table = readTableOf([
      HEADER,
      ["河津经济", 12.5, 11.2],
      ["技术开发区", null, null],
      ["永济经济", null, null],
      ["技术开发区", 8.2, 8.0],
      ["合计", 20.7, 19.2],
    ]);
    expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济", "total 合计 [0,1]"]);
  });

  test("in the header", () => {
    const table = readTableOf([
      ["指标", "单位", "河津", "永济", "农业", "全市"],
      [null, null, "开发区", "开发区", "示范区", null],
      ["税收收入", "亿元", 12.5, 8.2, 1.1, 60.2],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 永济",
      "zone 农业示范区",
      "reference 全市",
    ]);
  });
});

test("a page whose title ends in (续表) goes on with the table before", () => {
  const table = readTableOf([
    ["2023年1-6月税收情况"],
    HEADER,
    ["河津", 12.5, 11.2],
    ["永济", 8.2, 8.0],
    ["本页小计", 20.7, 19.2],
    ["2023年1-6月税收情况（续表）"],
    HEADER,
    ["闻喜", 5.2, 5.0],
    ["合计", 25.9, 24.2],
  ]);
  expect(subjectLines(table).at(-1)).toBe("total 合计 [0,1,3]");
});

test("groups over the zones that stand across: each 小计 adds up its own, 合计 all of them", () => {
  const rows: readonly (readonly GridCell[])[] = [
    ["2023年1-6月"],
    ["指标", "工业类", null, null, "农业类", null, "合计"],
    [null, "河津", "永济", "小计", "万荣", "小计", null],
    ["税收收入(亿元)", 12.5, 8.2, 20.7, 2.5, 2.5, 23.2],
    ["工业投资(亿元)", 22.5, 18.2, 40.7, 3.5, 3.5, 44.2],
  ];
  expect(subjectLines(readTableOf(rows))).toEqual([
    "zone 河津",
    "zone 永济",
    "subtotal 小计 [0,1]",
    "zone 万荣",
    "subtotal 小计 [3]",
    "total 合计 [0,1,3]",
  ]);
  expect(judgedGrid(rows)).toEqual([]);
});
