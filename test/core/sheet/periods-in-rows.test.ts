import { describe, expect, test } from "@jest/globals";
import { formatPeriod } from "../../../src/core/index.ts";
import type { IndicatorTable } from "../../../src/core/index.ts";
import {
  cellLines,
  fieldLine,
  judgedGrid,
  readGridOf,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";

const _ = null;

function datedFields(table: IndicatorTable): readonly string[] {
  return table.fields.map(
    (field) => `${fieldLine(field)} @${field.period === null ? "" : formatPeriod(field.period)}`
  );
}

describe("a period a row, a zone a column", () => {
  const rows = [
    ["运城市各开发区2024年工业投资完成情况"],
    ["单位:亿元"],
    ["时期", "河津", "永济", "合计"],
    ["1-2月", 1.25, 2.12, 3.37],
    ["1-3月", 2.54, 3.18, 5.72],
    ["1-4月", 4.47, 4.46, 8.93],
  ];

  test("the title gives the indicator and the year, the unit line the unit", () => {
    const table = readTableOf(rows);
    expect(datedFields(table)).toEqual([
      "工业投资 actual (亿元) @2024-01..02",
      "工业投资 actual (亿元) @2024-01..03",
      "工业投资 actual (亿元) @2024-01..04",
    ]);
    expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济", "total 合计 [0,1]"]);
    expect(cellLines(table, 1)).toEqual(["B5=2.54", "C5=3.18", "D5=5.72"]);
    expect(table.confidence).toBe(1);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("a total that is off and a value that falls are told at their cells", () => {
    const last = (...values: readonly number[]) => [...rows.slice(0, 5), ["1-4月", ...values]];
    expect(judgedGrid(last(4.47, 4.46, 9.93))).toEqual(["sum-mismatch error D6"]);
    expect(judgedGrid(last(2.31, 4.46, 6.77))).toEqual(["cumulative-decrease warning B6"]);
  });

  test("a growth beside each zone's amount", () => {
    const table = readTableOf([
      ["2024年税收收入"],
      ["单位:万元、%"],
      ["月份", "河津", _, "永济", _, "合计", _],
      [_, "完成", "同比", "完成", "同比", "完成", "同比"],
      ["1-2月", 120, 5, 210, 3, 330, 4],
      ["1-3月", 250, 4, 310, 2, 560, 3],
    ]);
    expect(datedFields(table)).toEqual([
      "税收收入 actual (万元) @2024-01..02",
      "税收收入 growth (%) @2024-01..02",
      "税收收入 actual (万元) @2024-01..03",
      "税收收入 growth (%) @2024-01..03",
    ]);
    expect(cellLines(table, 3)).toEqual(["C6=4", "E6=2", "G6=3"]);
  });

  test("an indicator over the zones, twice", () => {
    const table = readTableOf([
      ["年份", "工业投资(亿元)", _, "税收收入(亿元)", _],
      [_, "河津开发区", "永济开发区", "河津开发区", "永济开发区"],
      [2022, 1, 2, 3, 4],
      [2023, 2, 3, 4, 5],
    ]);
    expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济"]);
    expect(datedFields(table)).toEqual([
      "工业投资 actual (亿元) @2022",
      "税收收入 actual (亿元) @2022",
      "工业投资 actual (亿元) @2023",
      "税收收入 actual (亿元) @2023",
    ]);
  });

  test("months add up to the 合计 below them, quarters to the half-year", () => {
    expect(
      judgedGrid(
        [
          ["2024年税收收入(万元)"],
          ["月份", "河津", "永济"],
          ["1月", 101, 52],
          ["2月", 203, 54],
          ["3月", 205, 41],
          ["合计", 509, 157],
        ],
        { name: "税收" }
      )
    ).toEqual(["sum-mismatch warning C6"]);
  });
});

describe("a period a row, one zone's history", () => {
  test("a growth without a name belongs to the indicator before it", () => {
    const table = readTableOf(
      [
        ["年份", "工业投资", "同比增长", "税收收入", "同比增长"],
        [2021, 10, 5, 20, 3],
        ["2022年", 11, 10, 22, 10],
      ],
      { name: "河津开发区" }
    );
    expect(subjectLines(table)).toEqual(["zone 河津"]);
    expect(datedFields(table)).toEqual([
      "工业投资 actual (亿元) @2021",
      "工业投资 growth (%) @2021",
      "税收收入 actual (亿元) @2021",
      "税收收入 growth (%) @2021",
      "工业投资 actual (亿元) @2022",
      "工业投资 growth (%) @2022",
      "税收收入 actual (亿元) @2022",
      "税收收入 growth (%) @2022",
    ]);
    expect(table.unrecognised).toEqual([]);
  });

  const history = (growth: number) => [
    ["河津开发区主要指标"],
    ["时期", "工业投资(亿元)", "增速(%)", "税收收入(万元)", "增速(%)"],
    ["2022年上半年", 104.6, 5, 20011, 3],
    ["2023年上半年", 112.9, 7.9, 22014, 10],
    ["2024年上半年", 121.4, 7.5, 25313, growth],
  ];

  test("a growth is held against the row of the year before", () => {
    expect(judgedGrid(history(15))).toEqual([]);
    expect(judgedGrid(history(12.2))).toEqual(["growth-mismatch warning E5"]);
  });

  test("a year that is left out leaves the growth behind it open", () => {
    const rows = history(12.2).filter(([first]) => first !== "2023年上半年");
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("the month beside the months so far", () => {
    const table = readTableOf(
      [
        ["2024年税收收入(万元)"],
        ["月份", "当月", "同比", "累计", "同比"],
        ["1月", 10, 5, 10, 5],
        ["2月", 20, 5, 30, 5],
      ],
      { name: "河津开发区" }
    );
    expect(datedFields(table)).toEqual([
      "税收收入 actual-month (万元) @2024-01",
      "税收收入 growth-month (%) @2024-01",
      "税收收入 actual (万元) @2024-01..01",
      "税收收入 growth (%) @2024-01..01",
      "税收收入 actual-month (万元) @2024-02",
      "税收收入 growth-month (%) @2024-02",
      "税收收入 actual (万元) @2024-01..02",
      "税收收入 growth (%) @2024-01..02",
    ]);
  });

  test("years across months, with the growth of the latest", () => {
    const rows = (growth: number) => [
      ["河津开发区税收收入(万元)"],
      ["月份", "2022年", "2023年", "2024年", "同比"],
      ["1-2月", 1012, 5023, 5525, 10],
      ["1-3月", 2011, 6021, 7024, 16.7],
      ["1-4月", 3014, 8023, 9026, growth],
    ];
    expect(judgedGrid(rows(12.5), { name: "税收" })).toEqual([]);
    expect(judgedGrid(rows(15.2), { name: "税收" })).toEqual(["growth-mismatch warning E5"]);
  });

  test("a year that is written once goes on below", () => {
    const { tables, unrecognised } = readGridOf([
      ["表2:GDP环比增长速度"],
      [_, "环比增长速度(%)"],
      ["2011年1季度", 2.3],
      ["2季度", 2.6],
      ["2012年1季度", 1.4],
      ["2季度", 2.2],
    ]);
    expect(unrecognised).toEqual([]);
    expect(tables.flatMap((table) => table.fields.map(({ period }) => period?.year))).toEqual([
      2011, 2011, 2012, 2012,
    ]);
  });

  test("a row that names no period is told", () => {
    const reading = readGridOf([
      ["年份", "工业投资(亿元)", "税收收入(亿元)"],
      [2020, 1, 2],
      [2021, 2, 3],
      [2022, 2, 3],
      [2023, 2, 3],
      ["十四五合计", 7, 11],
    ]);
    expect(refusals(reading.tables[0] ?? reading)).toEqual(["A6:C6 unknown-row 十四五合计 7 11"]);
  });
});

describe("the product of a place and its parts, year by year", () => {
  const gdp = (total: number, share: number) => [
    ["市区历年地区生产总值及构成"],
    [_, "生产总值(万元)", _, _, _, _, "构成(%)", _, _, _, "人均"],
    [
      "年份",
      "合计",
      "第一产业",
      "第二产业",
      _,
      "第三产业",
      "第一产业",
      "第二产业",
      _,
      "第三产业",
      "生产总值",
    ],
    [_, _, _, _, "工业", _, _, _, "工业", _, "(元)"],
    [1978, 27236, 12170, 8505, 7910, 6561, 44.7, 31.2, 29.0, 24.1, 373],
    [1979, 33382, 14613, 10989, 10147, 7780, 43.8, 32.9, 30.4, 23.3, 450],
    [1980, total, 15651, 12877, 11474, 9440, 41.2, share, 30.2, 24.9, 505],
  ];

  test("合计 under a name is all of it, 人均 another indicator, 工业 a part of its own", () => {
    const table = readTableOf(gdp(37968, 33.9));
    expect(table.unrecognised).toEqual([]);
    expect(table.fields.slice(0, 10).map(fieldLine)).toEqual([
      "地区生产总值 actual (万元)",
      "第一产业增加值 actual (万元)",
      "第二产业增加值 actual (万元)",
      "全部工业增加值 actual (万元)",
      "第三产业增加值 actual (万元)",
      "第一产业增加值 share to 地区生产总值 (%)",
      "第二产业增加值 share to 地区生产总值 (%)",
      "全部工业增加值 share to 地区生产总值 (%)",
      "第三产业增加值 share to 地区生产总值 (%)",
      "人均地区生产总值 actual (元)",
    ]);
    expect(judgedGrid(gdp(37968, 33.9))).toEqual([]);
  });

  test("the parts make the whole, and each its share", () => {
    expect(judgedGrid(gdp(39768, 33.9))).toEqual(["sum-mismatch error B7"]);
    expect(judgedGrid(gdp(37968, 39.3))).toEqual(["share-mismatch error H7"]);
  });
});
