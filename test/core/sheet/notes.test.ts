import { describe, expect, test } from "@jest/globals";
import { readGridOf, readTableOf, subjectLines } from "./reading.ts";

const _ = null;

function zonesUnder(note: readonly (string | number | null)[]): readonly string[] {
  return subjectLines(
    readTableOf([
      ["开发区", "工业投资(亿元)", "增速(%)"],
      ["河津开发区", 14.26, 9.3],
      ["永济开发区", 20.1, -3.2],
      note,
    ])
  );
}

describe("a note right under the numbers is no row", () => {
  test.each([
    ["注:括号内数字为位次;“-”为未设置目标"],
    ["注：括号内数字为位次"],
    ["注 括号内数字为位次"],
    ["　　注　：　括号内数字为位次"],
    ["注1.本表为快报数"],
    ["注释:增速按可比价计算"],
    ["说明本表由市统计局提供"],
    ["说　明：1.增速为反馈数"],
    ["备注:数据以年报为准"],
    ["备 注 数据以年报为准"],
    ["数据来源:市统计局"],
    ["资料来源 市统计局"],
    ["附注:…"],
    ["填表说明:本表由各开发区填报"],
    ["1.注:增速为反馈数"],
    ["(注)增速为反馈数"],
    ["【说明】增速为反馈数"],
    ["※增速为反馈数。"],
    ["审核关系:01=02+03;04≤01"],
    ["以上数据为快报数"],
    ["括号内数字为位次"],
    ["“-”表示未设置目标"],
    ["增速由统计部门反馈,以年报定案数为准。"],
  ])("%s", (note) => {
    expect(zonesUnder([note])).toEqual(["zone 河津", "zone 永济"]);
    expect(zonesUnder([_, note])).toEqual(["zone 河津", "zone 永济"]);
  });

  test("a note split over cells, and one with a number beside it", () => {
    expect(zonesUnder(["注:", "括号内数字为位次"])).toEqual(["zone 河津", "zone 永济"]);
    expect(zonesUnder([1, "注:增速为反馈数"])).toEqual(["zone 河津", "zone 永济"]);
  });
});

test("what only begins like a note is a row: 注册 opens a name", () => {
  const table = readTableOf([
    ["指标", "单位", "本期", "上年同期"],
    ["注册企业", "户", 43, 40],
    ["注销企业", "户", 3, 4],
  ]);
  expect(table.fields.map((field) => field.indicator.name)).toEqual([
    "注册企业",
    "注册企业",
    "注销企业",
    "注销企业",
  ]);
});

test("备注 and 说明 among the heads of a header are no notes", () => {
  const { tables } = readGridOf([
    ["备注", "开发区", "工业投资(亿元)", "说明"],
    ["补报", "河津开发区", 14.26, _],
    [_, "永济开发区", 20.1, "反馈数"],
  ]);
  expect(tables.map((table) => table.subjects.length)).toEqual([2]);
});
