import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** What is said of the order of columns under these headers, 绛县 in row 4. */
function orders(unit: string, headers: string, ...rows: readonly string[]): readonly string[] {
  const lines = ["运城市开发区2023年1-6月土地出让情况", unit, headers, ...rows];
  return linesOf(evaluateSheets([typed("表1", lines.join("\n"))])).filter((line) =>
    line.includes("order-violation")
  );
}

describe("其中 in a header of one row divides the column before it", () => {
  test.each<[string, string, string, readonly string[], readonly string[]]>([
    [
      "new enterprises beyond all enterprises, under a unit line that speaks of something else",
      "单位:宗",
      "开发区|规上工业企业户数(户)|其中:新增户数(户)",
      ["绛县|100|106", "河津|90|3"],
      ["error order-violation C4"],
    ],
    [
      "a growth between the whole and its part",
      "单位:户、%",
      "开发区|规上工业企业户数(户)|同比增长(%)|其中:新增户数(户)",
      ["绛县|100|4|106", "河津|90|2|3"],
      ["error order-violation D4"],
    ],
    [
      "the second of two parts",
      "单位:宗",
      "开发区|出让宗数(宗)|其中:工业用地(宗)|其中:商业用地(宗)",
      ["绛县|10|6|14", "河津|9|3|3"],
      ["error order-violation D4"],
    ],
    [
      "a pair the catalogue knows is told once",
      "单位:户",
      "开发区|规上工业企业(户)|其中:新增规上工业企业(户)",
      ["绛县|100|106", "河津|90|3"],
      ["error order-violation C4"],
    ],
    [
      "parts that stay within",
      "单位:宗",
      "开发区|规上工业企业户数(户)|其中:新增户数(户)",
      ["绛县|100|100", "河津|90|0"],
      [],
    ],
    [
      "a part in another unit is part of something else",
      "单位:亿元",
      "开发区|规上工业企业户数(户)|其中:纳税额(万元)",
      ["绛县|100|1060", "河津|90|3000"],
      [],
    ],
    [
      "a part in another thing counted is part of something else",
      "单位:亿元",
      "开发区|规上工业企业户数(户)|其中:在建项目(个)",
      ["绛县|100|106", "河津|90|30"],
      [],
    ],
    [
      "a part that may divide either of two columns is a question",
      "单位:户",
      "开发区|企业户数(户)|新增户数(户)|其中:外资户数(户)",
      ["绛县|100|4|6", "河津|90|5|3", "永济|80|5|3"],
      ["warning order-violation D4"],
    ],
    [
      "a part of money may belong to a wider whole: a question",
      "单位:亿元",
      "开发区|到位资金(亿元)|其中:境外资金(亿元)",
      ["绛县|10.5|12.5", "河津|9.3|3.1", "永济|8.8|2.2"],
      ["warning order-violation C4"],
    ],
    [
      "rates have no parts",
      "单位:%",
      "开发区|亩均税收增速(%)|其中:工业增速(%)",
      ["绛县|10|16", "河津|9|13"],
      [],
    ],
  ])("%s", (_, unit, headers, rows, expected) => {
    expect(orders(unit, headers, ...rows)).toEqual(expected);
  });
});
