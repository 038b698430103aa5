import { describe, expect, test } from "@jest/globals";
import { evaluate, formatCell } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";

const _ = null;

/** A form of one zone: five amounts and two counts, with these growths. */
function missingIn(growths: readonly GridCell[]): readonly string[] {
  const rows: readonly (readonly GridCell[])[] = [
    ["河津经济技术开发区2023年上半年主要指标", _, _, _, _],
    ["指标名称", "计量单位", "本期", "上年同期", "同比(%)"],
    ["一般公共预算收入", "亿元", 11, 10, growths[0] ?? null],
    ["税收收入", "亿元", 9, 10, growths[1] ?? null],
    ["外贸进出口总额", "亿元", 5, 4, growths[2] ?? null],
    ["规上工业企业", "户", 80, 75, growths[3] ?? null],
    ["高新技术企业", "家", 12, 10, growths[4] ?? null],
  ];
  const result = evaluate({
    book: bookOf(sheetOf("表", rows)),
    rulesFile: null,
    sheets: null,
  });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.findings
    .filter(({ code }) => code === "missing-value")
    .map(({ at }) => formatCell(at.area));
}

describe("a growth left blank in a form of one zone", () => {
  test.each([
    ["all are given", [10, -10, 25, 6.67, 20], []],
    ["one of the amounts is blank", [10, _, 25, 6.67, 20], ["E4"]],
    ["the growths of counts are not printed", [10, -10, 25, _, _], []],
    ["one count alone has none", [10, -10, 25, _, 20], []],
    ["no growths are printed", [_, _, _, _, _], []],
  ])("%s", (_name, growths, cells) => {
    expect(missingIn(growths)).toEqual(cells);
  });
});
