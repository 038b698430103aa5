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
