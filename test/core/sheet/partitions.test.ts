import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../src/core/index.ts";
import type { GridCell } from "../../support/grid.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import {
  cellLines,
  fieldLine,
  periodText,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";

const _ = null;

function codesOf(rows: readonly (readonly GridCell[])[]): readonly string[] {
  const result = evaluate({
    book: bookOf(sheetOf("Sheet1", rows)),
    rulesFile: null,
    sheets: null,
  });
  if (!result.ok) throw new Error("the book was not evaluated");
  return result.value.findings.map((finding) => finding.code);
}

describe("two partitions of one total", () => {
  const rows = [
    ["2024年1-6月税收收入(亿元)"],
    ["地 区", "税收收入", "同比%"],
    ["合 计", 60, 2],
    ["河津开发区", 20, 1],
    ["永济开发区", 25, 2],
    ["闻喜开发区", 15, 3],
    ["其中:国家级", 25, 2],
    ["省级", 35, 1.9],
  ];

  test("zones of one level are no zones and no part of the zone above", () => {
    expect(subjectLines(readTableOf(rows))).toEqual([
      "total 合计 [1,2,3]",
      "zone 河津",
      "zone 永济",
      "zone 闻喜",
      "part 国家级",
      "subtotal 省级",
    ]);
    expect(codesOf(rows)).toEqual([]);
  });

  test("a level above the total is told", () => {
    const wrong = rows.map((row) => (row[0] === "其中:国家级" ? ["其中:国家级", 75, 2] : row));
    expect(codesOf(wrong)).toContain("order-violation");
  });
});

describe("其中:工业类 right under the total, before all zones", () => {
  const rows = [
    ["2024年1-6月主要指标"],
    ["开发区", "税收收入(亿元)", "固定资产投资(亿元)"],
    ["合计", 60, 90],
    ["其中:工业类", 45, 70],
    ["河津经济技术开发区", 20, 30],
    ["永济经济技术开发区", 25, 40],
    ["闻喜经济技术开发区", 15, 20],
  ];

  test("is a part of its own where the names of the zones do not say who is meant", () => {
    expect(subjectLines(readTableOf(rows)).slice(0, 2)).toEqual([
      "total 合计 [2,3,4]",
      "part 工业类",
    ]);
    expect(codesOf(rows)).toEqual([]);
  });

  test("also where one of its amounts comes near to their sum by chance", () => {
    const near = [
      ...rows.slice(0, 2),
      ["合计", 6000, 90],
      ["其中:工业类", 5950, 70],
      ["河津经济技术开发区", 2000, 30],
      ["永济经济技术开发区", 2500, 40],
      ["闻喜经济技术开发区", 1500, 20],
    ];
    expect(subjectLines(readTableOf(near))[1]).toBe("part 工业类");
    expect(codesOf(near)).toEqual([]);
  });

  test("adds up the zones of its kind where the numbers agree", () => {
    const all = rows.map((row) => (row[0] === "其中:工业类" ? ["其中:工业类", 60, 93] : row));
    expect(subjectLines(readTableOf(all))[1]).toBe("subtotal 工业类 [2,3,4]");
    expect(codesOf(all)).toContain("sum-mismatch");
  });
});

test("a title over a page number and a unit line is no zone", () => {
  const head = ["开发区", "税收收入(亿元)", "同比(%)"];
  const table = readTableOf([
    ["运城市开发区2024年1-6月税收收入情况表"],
    head,
    ["河津开发区", 20, 1],
    ["永济开发区", 25, 2],
    ["运城市开发区2024年1-6月税收收入情况表(续表)"],
    [_, _, "第2页"],
    head,
    ["闻喜开发区", 15, 3],
    ["合计", 60, 2],
  ]);
  expect(subjectLines(table)).toEqual([
    "zone 河津",
    "zone 永济",
    "zone 闻喜",
    "total 合计 [0,1,2]",
  ]);
});

test("全市 in a column of its own is kept apart from the zones' own growth", () => {
  const table = readTableOf([
    ["开发区名称", "工业投资额(万元)", "增幅(%)", "全市增幅(%)", "比全市(百分点)"],
    ["甲经开区", 12500, 5.1, 4, 1.1],
    ["乙经开区", 13500, 7.2, 4, 3.2],
  ]);
  expect(table.fields.map(fieldLine)).toEqual([
    "工业投资 actual (万元)",
    "工业投资 growth (%)",
    "工业投资 growth to city (%)",
    "工业投资 difference to city (个百分点)",
  ]);
  expect(
    codesOf([
      ["开发区名称", "工业投资额(万元)", "增幅(%)", "全市增幅(%)", "比全市(百分点)"],
      ["甲经开区", 12500, 5.1, 4, 1.1],
      ["乙经开区", 13500, 7.2, 4, 4.2],
      ["丙经开区", 9500, -1.6, 4, -5.6],
      ["丁经开区", 7700, 3.6, 4, -0.4],
    ])
  ).toEqual(["difference-mismatch"]);
});

test("a name over 新增, 建成 and 投用 is read either way round", () => {
  const table = readTableOf([
    ["开发区", "市场主体", _, "标准厂房(万平方米)", _],
    [_, "新增", "累计", "建成", "投用"],
    ["甲经开区", 100, 1000, 10, 8],
    ["乙经开区", 50, 600, 5, 5],
  ]);
  expect(table.fields.map(fieldLine)).toEqual([
    "新增市场主体 actual (户)",
    "市场主体 actual (户)",
    "标准厂房建成面积 actual (万平方米)",
    "标准厂房投用面积 actual (万平方米)",
  ]);
});

describe("headers of measures alone", () => {
  const head = [
    "开发区",
    "年度目标(亿元)",
    "上半年目标",
    "完成",
    "完成率%",
    "序时进度",
    "是否达序时",
  ];
  const row = ["甲", 100, 50, 55.5, 55.5, 50, "达序时"];

  test("the title says of what, and the printed unit is that of all amounts", () => {
    const table = readTableOf([["2024年重点项目投资完成情况(截至6月底)"], head, row]);
    expect(table.fields.map(fieldLine)).toEqual([
      "重点项目投资 target (亿元)",
      "重点项目投资 target-part (亿元)",
      "重点项目投资 actual (亿元)",
      "重点项目投资 attainment (%)",
      "重点项目投资 pace (%)",
      "重点项目投资 verdict ()",
    ]);
  });

  test("else the sheet's name, whatever it is", () => {
    expect(readTableOf([head, row], { name: "新能源装机" }).fields[0]?.indicator.name).toBe(
      "新能源装机"
    );
    expect(readTableOf([head, row]).fields).toHaveLength(6);
  });
});

test("截至9月底 in the title and 1-9月 in a header are one period", () => {
  const table = readTableOf([
    ["2024年工业投资完成情况表(截至9月底)"],
    ["单位", "全年任务(万元)", "1-9月完成", "占年计划%"],
    ["河津经开区", 100000, 80000, 80],
    ["永济经开区", 80000, 50000, 62.5],
  ]);
  expect(periodText(table)).toBe("2024-01..09");
  expect(table.fields.map(({ measure }) => measure)).toEqual(["target", "actual", "attainment"]);
});

test("a part without a unit is in the unit that its whole prints", () => {
  const table = readTableOf([
    ["开发区", "进出口总额(万元)", "其中:出口", "进口"],
    ["甲经开区", 1000, 600, 400],
    ["乙经开区", 500, 300, 200],
  ]);
  expect(table.fields.map(({ unit }) => unit?.name)).toEqual(["万元", "万元", "万元"]);
});

test("what a mark stands for, under the numbers, is no row", () => {
  const table = readTableOf([
    ["開發區", "工業投資(億元)", "同比%"],
    ["河津經濟技術開發區", 10.2, 2],
    ["永濟經濟技術開發區[2]", 20.3, 3],
    ["合計", 30.5, 2.7],
    ["[2] 快报数"],
  ]);
  expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济", "total 合计 [0,1]"]);
  expect(cellLines(table, 0)).toEqual(["B2=10.2", "B3=20.3", "B4=30.5"]);
  expect(refusals(table)).toEqual([]);
});

test("a dated column beside an undated one is last year's, also where no title tells the year", () => {
  const table = readTableOf([
    ["截至6月底主要经济指标进展"],
    ["园区", "规上工业企业", _, _],
    [_, "总量(户)", "2023年1-6月", "±%"],
    ["河津产业园区", 213, 170, 25.3],
    ["永济产业园区", 212, 273, -22.3],
  ]);
  expect(periodText(table)).toBe("????-01..06");
  expect(table.fields.map(({ measure }) => measure)).toEqual(["actual", "prior", "growth"]);
});

test("years alone in a table of a part of the year: the numbers tell whether last year is the same part", () => {
  const rows = [
    ["2024年6月税收收入(万元)"],
    ["开发区", "2024年", "2023年", "增长(%)"],
    ["河津经开区", 1100, 1000, 10],
    ["永济经开区", 720, 600, 20],
    ["闻喜经开区", 330, 300, 10],
  ];
  expect(readTableOf(rows).fields.map(({ measure }) => measure)).toEqual([
    "actual",
    "prior",
    "growth",
  ]);
  expect(codesOf(rows.map((row) => (row[1] === 720 ? ["永济经开区", 720, 600, 26] : row)))).toEqual(
    ["growth-mismatch"]
  );
  const whole = rows.map((row) =>
    row.map((cell, i) => (i === 2 && typeof cell === "number" ? cell * 2 : cell))
  );
  expect(readTableOf(whole).fields.map(({ measure }) => measure)).toContain("prior-year");
});

test("words down a column are no values, whatever its head says", () => {
  const rows = [
    ["开发区", "亿元以上项目(个)", "主导产业", "是否达标"],
    ["河津经开区", 3, "铝深加工", "是"],
    ["永济经开区", 2, "电机", "否"],
  ];
  expect(readTableOf(rows).fields.map(({ measure }) => measure)).toEqual(["actual", "verdict"]);
});

test("其中:新增 is named with the column before it", () => {
  const table = readTableOf([
    ["开发区", "规上工业企业数(户)", "其中:新增", "产值(亿元)"],
    ["河津经开区", 43, 2, 120.11],
    ["永济经开区", 38, 1, 90.22],
  ]);
  expect(table.fields.map(fieldLine)).toEqual([
    "规上工业企业 actual (户)",
    "新增规上工业企业 actual (户)",
    "规上工业总产值 actual (亿元)",
  ]);
});

test("农业示范区 beside 经开区 and 高新区 is a zone, not the sum of its kind", () => {
  const table = readTableOf([
    ["指标", "单位", "合计", "经开区", "高新区", "农业示范区"],
    ["税收收入", "万元", 800, 400, 300, 100],
    ["规上工业企业", "户", 80, 40, 30, 10],
  ]);
  expect(subjectLines(table).slice(1)).toEqual(["zone 经开区", "zone 高新区", "zone 农业示范区"]);
});

test("超欠(百分点) beside 序时进度 is taken from the pace; 排位变化 may be ↑2", () => {
  const table = readTableOf([
    ["开发区", "税收收入年度任务(万元)", "完成", "序时进度", "超欠(百分点)", "排位变化"],
    ["河津经开区", 1000, 600, 50, 10, "↑2"],
    ["永济经开区", 800, 360, 50, -5, "↓1"],
  ]);
  expect(table.fields.map(({ measure }) => measure)).toEqual([
    "target",
    "actual",
    "pace",
    "pace-difference",
    "rank-change",
  ]);
  expect(cellLines(table, 4)).toEqual(["F2=2", "F3=-1"]);
});
