import { expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readTableOf, subjectLines } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

const _ = null;

test.each([
  ["国家级", "省级"],
  ["东部", "西部"],
  ["工业类", "农业类"],
])("%s and %s over the zones across are groups, each with its 小计", (one, other) => {
  const rows = (total: number): readonly (readonly GridCell[])[] => [
    ["运城市开发区2024年1-6月主要指标"],
    ["指标", "单位", one, _, _, other, _, _, "合计"],
    [_, _, "河津开发区", "永济开发区", "小计", "闻喜开发区", "万荣开发区", "小计", _],
    ["工业投资", "亿元", 12.31, 9.32, 21.63, 7.11, 5.27, 12.38, total],
    ["税收收入", "万元", 3120, 2210, 5330, 1805, 960, 2765, 8095],
  ];
  const table = readTableOf(rows(34.01));
  expect(table.unrecognised).toEqual([]);
  expect(subjectLines(table)).toEqual([
    "zone 河津",
    "zone 永济",
    "subtotal 小计 [0,1]",
    "zone 闻喜",
    "zone 万荣",
    "subtotal 小计 [3,4]",
    "total 合计 [0,1,3,4]",
  ]);
  expect(judgedGrid(rows(34.01))).toEqual([]);
  expect(judgedGrid(rows(35.01))).toEqual(["sum-mismatch error I4"]);
});

test("the unit beside a name in the rows chooses between a number and its size", () => {
  const table = readTableOf(
    [
      ["指标名称", "单位", "年度目标", "完成"],
      ["标准地出让", "亩", 608, 505.7],
      ["税收收入", "亿元", 6.9, 6.13],
    ],
    { name: "河津开发区" }
  );
  expect(table.fields.map(fieldLine)).toEqual([
    "标准地出让面积 target (亩)",
    "标准地出让面积 actual (亩)",
    "税收收入 target (亿元)",
    "税收收入 actual (亿元)",
  ]);
});

test("under 增速情况 a name that ends in 数 is what grows, not how many there are", () => {
  const rows: readonly (readonly GridCell[])[] = [
    ["西安市开发区2024年1-4月主要指标增速情况"],
    [_, _, "单位:%"],
    ["开发区", "一般公共预算收入", "高企数", "工业投资"],
    ["西安高新区", 18.93, 4.3, 9.3],
    ["西安经开区", 3.3, -3.7, 14],
  ];
  expect(readTableOf(rows).fields.map(fieldLine)).toEqual([
    "一般公共预算收入 growth (%)",
    "高新技术企业 growth (%)",
    "工业投资 growth (%)",
  ]);
});

test("a rate of things counted without a unit is held to what is done of their total", () => {
  const rows = (rate: number): readonly (readonly GridCell[])[] => [
    ["运城市开发区专项整治问题整改情况(截至2024年6月底)"],
    ["开发区", "问题总数", "完成整改", "剩余", "完成率(%)"],
    ["河津开发区", 35, 18, 17, 51.4],
    ["永济开发区", 26, 8, 18, 30.8],
    ["闻喜开发区", 27, 23, 4, rate],
    ["万荣开发区", 13, 10, 3, 76.9],
  ];
  expect(judgedGrid(rows(85.2))).toEqual([]);
  expect(judgedGrid(rows(91.6))).toEqual(["rate-mismatch error E5"]);
});

test("the only zone of its kind owes the number that all others give, if its row speaks of it", () => {
  const rows = (...resort: readonly GridCell[]): readonly (readonly GridCell[])[] => [
    ["运城市开发区2024年1-6月主要指标"],
    ["开发区", "工业投资(亿元)", "增速(%)"],
    ["河津经开区", 12.31, 5.1],
    ["永济经开区", 9.32, -3.2],
    ["闻喜经开区", 7.11, 7.4],
    ["万荣经开区", 5.27, 2.6],
    ["芮城旅游度假区", ...resort],
  ];
  expect(judgedGrid(rows(3.12, 4.4))).toEqual([]);
  expect(judgedGrid(rows(3.12, _))).toEqual(["missing-value error C7"]);
  expect(judgedGrid(rows(_, _))).toEqual([]);
  expect(judgedGrid(rows("-", "-"))).toEqual([]);
});

test("已开工 left blank beside its 开工率 is missing", () => {
  expect(
    judgedGrid([
      ["运城市开发区2024年一季度项目推进情况"],
      ["开发区", "签约项目", _, _],
      [_, "个数(个)", "已开工(个)", "开工率(%)"],
      ["河津经开区", 31, 15, 48.4],
      ["永济经开区", 12, 5, 41.7],
      ["闻喜经开区", 28, _, 60.7],
      ["万荣经开区", 23, 9, 39.1],
    ])
  ).toEqual(["missing-value error C6"]);
});
