import { describe, expect, test } from "@jest/globals";
import { readArgumentText } from "../../../src/core/portable/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

const home = sheetOf("经济指标", [[1, 2]]);
const book = { ...bookOf(home, sheetOf("附 表", [[3]])), definedNames: ["全市工业"] };

describe("an argument as it is typed", () => {
  test.each([
    ["", ""],
    [" D5 ", "D5"],
    ["=D5", "D5"],
    ["$D$5:$D$9", "$D$5:$D$9"],
    ["附 表!A1", null],
    ["'附 表'!A1", "'附 表'!A1"],
    ["17", "17"],
    ["17%", "17"],
    ["−17.92％", "-17.92"],
    ["1,234.5", "1234.5"],
    ["１２３４", "1234"],
    ["D5*100", "D5*100"],
    ["SUM(D5:D9,1)", "SUM(D5:D9,1)"],
    ["全市工业", "全市工业"],
    ["D:D", "D:D"],
    ["{1,2}", "{1,2}"],
    ["D5,E5", null],
    ["SUM(D5", null],
    ["D5)", null],
    ["没有的名称", null],
    ["没有!A1", null],
    ["约 12", null],
  ])("%s for a number is %s", (typed, text) => {
    const read = readArgumentText(typed, "number", book, home);
    expect(read.ok ? read.text : null).toBe(text);
  });

  test.each([
    ["工业投资", '"工业投资"'],
    ["工业投资 同比", '"工业投资 同比"'],
    ['"工业投资"', '"工业投资"'],
    ["A5", "A5"],
    ["不低于", '"不低于"'],
    [">=", '">="'],
    ["全市工业", "全市工业"],
  ])("%s for a word is %s", (typed, text) => {
    expect(readArgumentText(typed, "text", book, home)).toEqual({ ok: true, text });
  });

  test("says why: no expression, or nothing of that name", () => {
    expect(readArgumentText("D5,E5", "number", book, home)).toMatchObject({
      problem: "unreadable",
    });
    expect(readArgumentText("没有!A1", "number", book, home)).toMatchObject({
      problem: "unknown-name",
    });
  });
});
