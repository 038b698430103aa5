import { describe, expect, test } from "@jest/globals";
import { describeOffices } from "../../support/office-sheets.ts";
import { sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { evaluateSheets, linesOf } from "../../support/typed-sheet.ts";

describeOffices([
  {
    about: "results that Excel computed, pasted as values with their binary noise",
    sheet: `运城市开发区2023年1-8月市场主体情况
开发区|市场主体(户)|上年同期(户)|同比(%)|新增市场主体(户)|占市场主体比重(%)
河津开发区|1726|1719|0.407213496218728|46|2.66512166859792
永济开发区|1320|1210|9.09090909090908|41|3.10606060606061
闻喜开发区|3486|3483|0.0861326442721792|93|2.6678141135972
绛县开发区|862|789|9.25221799746514|31|3.59628770301624
合计|7394|7201|2.68018330787390|211|2.85366513389235`,
    faults: [
      ["D4", "9.9"],
      ["D3", "4.07213496218728"],
      ["F5", "2.8"],
    ],
  },
]);

/** 同比 stored finer than the 0.0 it is shown with; 比全市± typed from what is shown. */
function sheetOfDifferences(firstDifference: number) {
  const growth = (v: number): GridCell => ({ v, nf: "0.0" });
  return sheetOf("表", [
    ["运城市开发区2023年1-6月科技型中小企业情况"],
    ["开发区", "家数(家)", "同比(%)", "比全市±(百分点)"],
    ["河津开发区", 72, growth(24.1379310344828), firstDifference],
    ["永济开发区", 45, growth(7.14285714285714), -6.9],
    ["闻喜开发区", 39, growth(11.4285714285714), -2.6],
    ["绛县开发区", 52, growth(15.5555555555556), 1.6],
    ["全市", 310, growth(13.9671361502347), null],
  ]);
}

describe("a difference of rates that are stored finer than shown", () => {
  test.each([10.1, 10.2])("%d may be taken of what is shown or of what is stored", (typed) => {
    expect(linesOf(evaluateSheets([sheetOfDifferences(typed)]))).toEqual([]);
  });

  test("and is told where it is of neither", () => {
    expect(linesOf(evaluateSheets([sheetOfDifferences(11.1)]))).toEqual([
      "error difference-mismatch D3",
    ]);
  });
});
