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
import type { GridCell } from "../../support/grid.ts";

const _ = null;

function datedFields(table: IndicatorTable): readonly string[] {
  return table.fields.map(
    (field) => `${fieldLine(field)} @${field.period === null ? "" : formatPeriod(field.period)}`
  );
}

describe("long form: a row is one observation", () => {
  test("year, period, codes, zone, indicator, unit and value", () => {
    const table = readTableOf([
      ["年份", "期别", "区划代码", "开发区", "指标代码", "指标", "单位", "数值"],
      [2024, "1-6月", "140800", "甲", "0101", "工业投资", "亿元", 12.3],
      [2024, "1-6月", "140800", "甲", "0102", "规上工业企业", "户", 30],
      [2024, "1-6月", "140881", "乙", "0101", "工业投资", "亿元", 9.3],
      [2024, "1-6月", "140800", "合计", "0101", "工业投资", "亿元", 21.6],
      [2023, "1-6月", "140881", "乙", "0101", "工业投资", "亿元", 9.1],
    ]);
    expect(datedFields(table)).toEqual([
      "工业投资 actual (亿元) @2024-01..06",
      "规上工业企业 actual (户) @2024-01..06",
      "工业投资 actual (亿元) @2023-01..06",
    ]);
    expect(subjectLines(table)).toEqual(["zone 甲", "zone 乙", "total 合计 [0,1]"]);
    expect(cellLines(table, 0)).toEqual(["H2=12.3", "H4=9.3", "H5=21.6"]);
    expect(cellLines(table, 2)).toEqual(["H6=9.1"]);
    expect(table.confidence).toBe(1);
  });

  test("several value columns, names merged downwards, no period", () => {
    const table = readTableOf([
      ["开发区", "指标名称", "计量单位", "本期", "上年同期", "同比%"],
      ["河津开发区", "工业投资", "亿元", 12.3, 11, 11.8],
      [_, "税收收入", "万元", 300, 200, 50],
      ["永济开发区", "工业投资", "亿元", 9.3, 9, 3.3],
      [_, "税收收入", "万元", 100, 80, 25],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 prior (亿元)",
      "工业投资 growth (%)",
      "税收收入 actual (万元)",
      "税收收入 prior (万元)",
      "税收收入 growth (%)",
    ]);
    expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济"]);
    expect(cellLines(table, 3)).toEqual(["D3=300", "D5=100"]);
  });

  test("months down the rows of one zone, and of several", () => {
    const one = readTableOf(
      [
        ["月份", "工业投资(亿元)", "增速(%)"],
        ["1-2月", 3.1, 2],
        ["1-3月", 5.2, 3],
      ],
      { name: "河津开发区" }
    );
    expect(subjectLines(one)).toEqual(["zone 河津"]);
    expect(cellLines(one, 0)).toEqual(["B2=3.1"]);
    const several = readTableOf([
      ["年度", "开发区", "工业投资(亿元)"],
      [2022, "河津开发区", 10],
      [2022, "永济开发区", 20],
      [2023, "河津开发区", 11],
      [2023, "永济开发区", 21],
    ]);
    expect(datedFields(several)).toEqual([
      "工业投资 actual (亿元) @2022",
      "工业投资 actual (亿元) @2023",
    ]);
  });

  test("the same observation twice is kept twice", () => {
    const table = readTableOf([
      ["年份", "开发区", "指标", "数值"],
      ["2023年", "河津", "工业投资", 2],
      ["2023年", "河津", "工业投资", 3],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 actual (亿元)",
    ]);
  });
});

describe("codes and 项目名称 do not make a list of an ordinary table", () => {
  test("区划代码 beside the zones, 指标代码 beside the indicators", () => {
    const zones = readTableOf([
      ["区划代码", "开发区", "工业投资(亿元)"],
      ["140882", "河津开发区", 2],
      ["140881", "永济开发区", 3],
    ]);
    expect(subjectLines(zones)).toEqual(["zone 河津", "zone 永济"]);
    const indicators = readTableOf([
      ["指标代码", "指标名称", "单位", "本期"],
      ["0101", "工业投资", "亿元", 2],
      ["0102", "税收收入", "亿元", 3],
    ]);
    expect(indicators.fields).toHaveLength(2);
  });

  test("indicators under 项目名称 are read as indicators, projects as projects", () => {
    expect(
      readTableOf([
        ["项目名称", "单位", "本期", "上年同期"],
        ["工业投资", "亿元", 2, 1],
        ["税收收入", "亿元", 3, 2],
      ]).fields
    ).toHaveLength(4);
    const list = readGridOf([
      ["序号", "开发区", "项目名称", "建设内容", "总投资", "年度计划", "本月完成", "占年计划%"],
      ["合计", _, _, _, 5, 3, 1, 33.3],
      [1, "河津", "铝深加工", "年产3.2万吨", 2, 1, 0.5, 50],
      [2, "永济", "电机", "新建厂房2栋", 3, 2, 0.5, 25],
    ]);
    expect(list.tables[0]?.subjects.map(({ role }) => role)).toEqual([
      "total",
      "project",
      "project",
    ]);
    expect(refusals(list)).toEqual([]);
  });
});

describe("what an extract leaves out or says twice", () => {
  const rows: readonly (readonly GridCell[])[] = [
    ["年份", "期别", "区划代码", "开发区", "指标代码", "指标", "单位", "数值"],
    ...["河津", "永济", "闻喜", "万荣", "芮城"].flatMap(
      (zone, i): readonly (readonly GridCell[])[] => [
        ["2023", "1-6月", `14088${i}`, zone, "0101", "工业投资", "亿元", 12.5 + i],
        ["2023", "1-6月", `14088${i}`, zone, "0102", "税收收入", "亿元", 2.5 + i],
      ]
    ),
  ];

  test("codes and years as text are no numbers stored as text", () => {
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("a row without a value is a missing value", () => {
    const blank = rows.map((row, r) => (r === 4 ? [...row.slice(0, 7), null] : row));
    expect(judgedGrid(blank)).toEqual(["missing-value error H5"]);
  });

  test.each<[string, number, readonly string[]]>([
    ["the same value again is no fault", 13.5, []],
    ["another value is told at the second", 13.9, ["duplicate-entry error H12"]],
  ])("%s", (_, value, said) => {
    expect(
      judgedGrid([...rows, ["2023", "1-6月", "140881", "永济", "0101", "工业投资", "亿元", value]])
    ).toEqual(said);
  });
});
