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

/** One column of a quotient behind an amount, with a total that is no sum. */
const withQuotient = (head: string): Rows => [
  ["2024年1-6月全市开发区主要指标完成情况表"],
  ["单位:万元"],
  ["开发区", "工业总产值", head],
  ["东湖开发区", 1200, 12.5],
  ["西河开发区", 2300, 14.1],
  ["南山开发区", 1800, 11.8],
  ["北关开发区", 1500, 13.2],
  ["合计", 6800, 12.9],
];

describe("a quotient nobody knows is read under its own name, in a unit that the table's need not be", () => {
  test.each([
    "户均投资额",
    "人均税收",
    "亩均固定资产投资",
    "单均合同额",
    "每万人市场主体",
    "地均就业",
    "企均研发投入",
    "每百元营业收入成本",
  ])("%s", (head) => {
    const rows = withQuotient(head);
    const table = readTableOf(rows);
    expect(refusals(table)).toEqual([]);
    const [, quotient] = table.fields;
    expect(quotient).toMatchObject({
      indicator: { name: head, kind: "rate" },
      measure: "actual",
      unit: null,
    });
    expect(judgedGrid(rows)).toEqual([]);
    // Outside its members no total of quotients lies, whatever they are weighted with.
    expect(judgedGrid(withCell(rows, "C8", 51.6))).toContain("aggregate-out-of-range warning C8");
  });

  test("the unit of its own header is its unit, and 万元/公顷 is one", () => {
    const table = readTableOf([
      ["2024年全市开发区亩均效益情况表"],
      [
        "开发区",
        "户均投资额(万元)",
        "单位用地税收(万元/公顷)",
        "人口密度(人/平方公里)",
        "人均工资(元/人·年)",
      ],
      ["东湖开发区", 1200, 12.5, 310, 71000],
      ["西河开发区", 2300, 14.1, 420, 68000],
    ]);
    expect(refusals(table)).toEqual([]);
    expect(table.fields.map(fieldLine)).toEqual([
      "户均投资额 actual (万元)",
      "单位用地税收 actual (万元/公顷)",
      "人口密度 actual (人/平方公里)",
      "人均工资 actual (元/人)",
    ]);
  });

  test("单位:亿元/个 lists two units, and is no quotient", () => {
    const table = readTableOf([
      ["2024年全市项目情况表"],
      ["单位:亿元/个"],
      ["开发区", "签约项目", "固定资产投资"],
      ["东湖开发区", 12, 12.5],
      ["西河开发区", 23, 14.1],
    ]);
    expect(table.fields.map(({ unit }) => unit?.name)).toEqual(["个", "亿元"]);
  });

  test("a head over 总额 | 亩均: the amount and what there is of it on each 亩", () => {
    const table = readTableOf([
      ["2024年全市开发区税收情况表"],
      ["开发区", "一般公共预算收入(万元)", _, "用地面积(亩)"],
      [_, "总额", "亩均", _],
      ["东湖开发区", 1200, 1.2, 1000],
      ["西河开发区", 2300, 1.15, 2000],
    ]);
    expect(refusals(table)).toEqual([]);
    expect(table.fields[1]).toMatchObject({
      indicator: { name: "亩均一般公共预算收入", kind: "rate" },
      measure: "actual",
    });
  });
});

describe("what stands beside a quotient is judged as its own", () => {
  const rows: Rows = [
    ["2024年1-6月全市开发区投资情况表"],
    ["单位:亿元"],
    ["开发区", "户均投资额", _, _, _],
    [_, "本期", "上年同期", "同比(%)", "位次"],
    ["东湖开发区", 1.21, 1.12, 8, 4],
    ["西河开发区", 2.24, 2.01, 11.4, 2],
    ["南山开发区", 3.15, 3.01, 4.7, 1],
    ["北关开发区", 1.47, 1.41, 4.3, 3],
    ["全市", 2.02, 1.88, 7.4, _],
  ];

  test("nothing is wrong where all follows", () => {
    expect(refusals(readTableOf(rows))).toEqual([]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test.each([
    ["D6", 21, "growth-mismatch warning D6"],
    ["E6", 3, "rank-mismatch error E6"],
  ] as const)("%s", (cell, value, finding) => {
    expect(judgedGrid(withCell(rows, cell, value))).toContain(finding);
  });

  test("亩均税收 | 目标 | 完成 | 完成率: how much of the target is done", () => {
    const table: Rows = [
      ["2024年全市开发区亩均效益考核表"],
      ["开发区", "亩均税收(万元/亩)", _, _],
      [_, "目标", "完成", "完成率(%)"],
      ["东湖开发区", 10, 12, 120],
      ["西河开发区", 10, 8, 80],
      ["南山开发区", 12, 9, 75],
      ["北关开发区", 12, 15, 125],
    ];
    expect(readTableOf(table).fields.map(fieldLine)).toEqual([
      "亩均税收 target (万元/亩)",
      "亩均税收 actual (万元/亩)",
      "亩均税收 attainment (%)",
    ]);
    expect(judgedGrid(table)).toEqual([]);
    expect(judgedGrid(withCell(table, "D6", 57))).toEqual(["rate-mismatch error D6"]);
  });
});

describe("what stands before and behind a quotient keeps its own name", () => {
  test("供地面积 | 完成投资 | 投资强度 | 完成投资: money is no area and no intensity", () => {
    const rows: Rows = [
      ["2024年园区项目落地情况表"],
      [
        "园区",
        "落地项目数(个)",
        "供地面积(亩)",
        "完成投资(万元)",
        "投资强度(万元/亩)",
        "平均每个项目用地(亩)",
      ],
      ["城东园区", 12, 1840, 36120, 19.63, 153.3],
      ["城西园区", 7, 960, 11250, 11.72, 137.1],
      ["高新园区", 21, 2470, 58900, 23.85, 117.6],
      ["临港园区", 9, 1105, 20330, 18.4, 122.8],
      ["合计", 49, 6375, 126600, 19.86, 130.1],
    ];
    expect(readTableOf(rows).fields.map(fieldLine)).toEqual([
      "落地项目数 actual (个)",
      "供地面积 actual (亩)",
      "完成投资 actual (万元)",
      "投资强度 actual (万元/亩)",
      "平均每个项目用地 actual (亩)",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "E4", 17.21))).toEqual(["rate-mismatch error E4"]);
    expect(judgedGrid(withCell(rows, "F5", 171.6))).toEqual(["rate-mismatch error F5"]);
  });

  test("单位:万元、亩: what its name says is land or money is in the one or the other", () => {
    const rows: Rows = [
      ["2024年度园区亩均效益情况"],
      ["单位:万元、亩"],
      ["园区", "用地面积", "税收", _, "资产总额", _],
      [_, _, "总额", "亩均", "总额", "亩均"],
      ["城东园区", 1840, 36120, 19.63, 90100, 48.97],
      ["城西园区", 960, 11250, 11.72, 30500, 31.77],
      ["高新园区", 2470, 58900, 23.85, 151000, 61.13],
      ["临港园区", 1105, 20330, 18.4, 44000, 39.82],
      ["合计", 6375, 126600, 19.86, 315600, 49.51],
    ];
    const table = readTableOf(rows);
    expect(refusals(table)).toEqual([]);
    expect(table.fields[0]?.unit?.name).toBe("亩");
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "F7", 16.13))).toEqual(["rate-mismatch error F7"]);
  });
});
