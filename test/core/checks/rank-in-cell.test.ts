import { describe, expect, test } from "@jest/globals";
import { judgedGrid } from "../sheet/reading.ts";
import type { GridCell } from "../../support/grid.ts";

const _ = null;
const NOTE = "注:括号内数字为位次";

describe("a value and its rank in one cell", () => {
  const table = (cells: readonly (readonly [GridCell, GridCell])[]) => [
    ["2024年1-6月全市开发区工业投资通报"],
    ["单位:亿元、%"],
    ["开发区", "工业投资", "同比增长"],
    ...cells.map(([amount, growth], i) => [`${"甲乙丙丁戊己庚"[i] ?? ""}开发区`, amount, growth]),
    [NOTE],
  ];

  test("is the place of that value, not of the one beside it", () => {
    expect(
      judgedGrid(
        table([
          ["14.26(2)", "15.4(4)"],
          ["12.33(3)", "5.3(3)"],
          ["16.25(1)", "-3.2(4)"],
          ["9.88(4)", "15.9(1)"],
        ])
      )
    ).toEqual(["rank-mismatch error C4"]);
  });

  test("a cell that is left out may have had a place", () => {
    expect(
      judgedGrid(
        table([
          ["14.26(2)", "15.4(3)"],
          ["12.33(3)", "5.3(5)"],
          ["16.25(1)", "-3.2(7)"],
          ["9.88(5)", "15.9(2)"],
          ["8.11(6)", "4.1(6)"],
          ["11.02(4)", _],
          ["7.16(7)", "16.2(1)"],
        ])
      )
    ).toEqual(["missing-value error C9"]);
  });
});

test("全市 as the first of the zones across does not make their ranks those of the city", () => {
  const rows = (last: number) => [
    ["指标", "类别", "全 市", "甲高新区", "乙经开区", "丙经开区", "丁开发区", "戊开发区"],
    ["工业投资", "累计(亿元)", 318.36, 41.85, 53.51, 12.44, 42.59, 15.15],
    [_, "同比增长(%)", 6.54, 6.29, -1.38, 9.34, 23.61, 4.23],
    [_, "增速位次", _, 3, 5, 2, 1, last],
  ];
  expect(judgedGrid(rows(4))).toEqual([]);
  expect(judgedGrid(rows(2))).toEqual(["rank-mismatch error H4"]);
});
