import { expect, test } from "@jest/globals";
import { judgedGrid } from "../sheet/reading.ts";
import type { GridCell } from "../../support/grid.ts";

const _ = null;

test("an earlier year's growth is held against the two years' columns", () => {
  const rows = (growth: GridCell): readonly (readonly GridCell[])[] => [
    ["保定市开发区历年税收收入情况"],
    [_, _, _, "单位:万元、%"],
    ["开发区", "2022年", "2023年", _, "2024年", _],
    [_, "完成", "完成", "增速", "完成", "增速"],
    ["徐水经开区", 20110, 21240, growth, 23310, 9.7],
    ["涿州高新区", 10420, 11030, 5.9, 10890, -1.3],
    ["定兴经开区", 8200, 9020, 10, 9470, 5],
    ["清苑经开区", 6230, 6100, -2.1, 6950, 13.9],
  ];
  expect(judgedGrid(rows(5.6))).toEqual([]);
  expect(judgedGrid(rows(8.6))).toEqual(["growth-mismatch warning D5"]);
});

test("what a growth of another base comes from is not asked of two years", () => {
  expect(
    judgedGrid([
      ["保定市开发区税收收入情况"],
      ["开发区", "2022年", "2023年", "2024年", "两年平均增长(%)"],
      ["徐水经开区(万元)", 20110, 21240, 23310, 1.1],
      ["涿州高新区(万元)", 10420, 11030, 10890, 1.2],
      ["定兴经开区(万元)", 8200, 9020, 9470, 1.3],
    ]).filter((line) => line.startsWith("growth"))
  ).toEqual([]);
});

test("the part of a year's target that the months so far are", () => {
  const rows = (rate: number): readonly (readonly GridCell[])[] => [
    ["赣州市开发区2024年上半年到位资金目标完成情况"],
    ["开发区", "2023年全年完成(亿元)", "2024年目标(亿元)", "1-6月完成(亿元)", "完成年度目标%"],
    ["赣州经开区", 33.5, 34.2, 17.96, 52.5],
    ["龙南经开区", 19.43, 23.9, 12.13, rate],
    ["瑞金经开区", 12.31, 11.4, 5.77, 50.6],
    ["信丰高新区", 45.24, 41, 22.12, 54],
  ];
  expect(judgedGrid(rows(50.8))).toEqual([]);
  expect(judgedGrid(rows(56.7))).toEqual(["rate-mismatch error E4"]);
});
