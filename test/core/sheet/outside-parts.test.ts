import { expect, test } from "@jest/globals";
import { evaluate, type IndicatorTable } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";
import { refusals } from "./reading.ts";

const TABLE: readonly (readonly GridCell[])[] = [
  ["运城市开发区2023年1-6月税收收入"],
  ["开发区", "税收收入(亿元)", "增速(%)"],
  ["河津开发区", 14.26, 9.3],
  ["永济开发区", 20.1, -3.2],
];

function tablesOf(rows: readonly (readonly GridCell[])[]): readonly IndicatorTable[] {
  const result = evaluate({
    book: bookOf(sheetOf("Sheet1", rows)),
    rulesFile: null,
    sheets: null,
  });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.tables;
}

test("a block beside a table that cannot be read is told with the table", () => {
  const [table] = tablesOf([
    ...TABLE,
    [null],
    [null],
    [null],
    ["重点项目", "项目名称", "建设内容"],
    ["A", "某某光伏项目", "年产3.2万吨"],
    ["B", "某某风电项目", "装机135MW"],
  ]);
  expect(table === undefined ? [] : refusals(table)).not.toEqual([]);
});

test("sums tried out below, seals and signatures are not", () => {
  for (const below of [[[null, 34.36]], [["(盖章)"]], [["填表人:张三", null, "2023年7月10日"]]]) {
    const [table] = tablesOf([...TABLE, [null], [null], ...below]);
    expect(table?.unrecognised).toEqual([]);
  }
});
