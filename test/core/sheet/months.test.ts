import { describe, expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readTableOf } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

const HEADER: readonly GridCell[] = [
  "指标",
  "本月",
  "上年同月",
  "本月比上年同月增长(%)",
  "本月止累计",
  "上年同期累计",
  "累计比上年同期增长(%)",
];
const TITLE = "河津经济技术开发区2023年6月主要经济指标";

describe("a month beside the months up to it", () => {
  test("本月, 上年同月 and their growth are of the month, 累计 is of the year so far", () => {
    const table = readTableOf([
      [TITLE],
      HEADER,
      ["税收收入(亿元)", 2.1, 2.0, 5.0, 12.5, 11.2, 11.6],
    ]);
    expect(table.fields.map((field) => `${fieldLine(field)} ${field.period?.kind ?? ""}`)).toEqual([
      "税收收入 actual-month (亿元) month",
      "税收收入 prior-month (亿元) month",
      "税收收入 growth-month (%) month",
      "税收收入 actual (亿元) cumulative",
      "税收收入 prior (亿元) cumulative",
      "税收收入 growth (%) cumulative",
    ]);
  });

  test("6月 over 完成, 上年同期 and 同比 is June of both years", () => {
    const table = readTableOf([
      ["2023年6月份开发区税收完成情况"],
      ["开发区", "税收收入", null, null, null, null, null],
      [null, "6月份", null, null, "1-6月", null, null],
      [null, "完成", "上年同期", "同比%", "完成", "上年同期", "同比%"],
      ["河津开发区", 2.1, 2.0, 5.0, 12.5, 11.2, 11.6],
      ["永济开发区", 1.1, 1.0, 10.0, 6.5, 6.0, 8.3],
    ]);
    expect(table.fields.map(({ measure }) => measure)).toEqual([
      "actual-month",
      "prior-month",
      "growth-month",
      "actual",
      "prior",
      "growth",
    ]);
  });

  test.each<[string, number, readonly string[]]>([
    ["follows from the month's two values", 5.0, []],
    // 2.12/2.02 may be 4.5 … 5.5 %, and 11.6 is the growth of the months so far.
    ["is not that of the months so far", 11.6, ["growth-mismatch warning D3"]],
  ])("growth of the month %s", (_, growth, said) => {
    const row = (name: string, value: number): GridCell[] => [name, 1.1, 1.0, value, 6.5, 6.0, 8.3];
    expect(
      judgedGrid([
        [TITLE],
        HEADER,
        ["税收收入(亿元)", 2.12, 2.02, growth, 12.5, 11.2, 11.6],
        row("进出口总额(亿元)", 10.0),
        row("实际使用外资(亿元)", 10.0),
        row("一般公共预算收入(亿元)", 10.0),
        row("到位资金(亿元)", 10.0),
      ])
    ).toEqual(said);
  });
});

describe("a bare 同比 beside 本月", () => {
  const read = (heads: readonly GridCell[], row: readonly GridCell[]): readonly string[] =>
    readTableOf([["2023年6月税收(万元)"], ["开发区", ...heads], ["河津", ...row]]).fields.map(
      ({ measure }) => measure
    );

  test("is the month's where the months so far have their own", () => {
    expect(read(["本月税收", "同比%", "1-6月税收", "同比%"], [2100, 5, 12500, 11.6])).toEqual([
      "actual-month",
      "growth-month",
      "actual",
      "growth",
    ]);
  });

  test("behind 累计 is that of the months so far", () => {
    expect(read(["本月税收", "累计税收", "同比%"], [2100, 12500, 11.6])).toEqual([
      "actual-month",
      "actual",
      "growth",
    ]);
  });
});
