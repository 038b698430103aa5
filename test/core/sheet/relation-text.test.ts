import { describe, expect, test } from "@jest/globals";
import { readRelations } from "../../../src/core/sheet/relation-text.ts";

function linesOf(text: string): readonly string[] {
  return readRelations(text).map((read) => {
    if (read.kind !== "relation") return read.kind;
    const { left, right, comparison } = read.relation;
    const side = (terms: typeof left): string =>
      terms
        .map(
          ({ sign, code, axis }) =>
            `${sign < 0 ? "-" : "+"}${code}${axis === null ? "" : axis.charAt(0)}`
        )
        .join("");
    return `${side(left)} ${comparison === "equal" ? "=" : "≤"} ${side(right)}`;
  });
}

describe("relations as forms write them", () => {
  test.each([
    ["说明:1.本表由各开发区填报。2.审核关系:01=02+03;04≤01", ["+01 = +02+03", "+04 ≤ +01"]],
    ["审核关系：(1)01≥02；(2)01=02＋03＋…＋05", ["+02 ≤ +01", "+01 = +02+03+04+05"]],
    ["审核关系:(1)01=02+03 (2)01≥04", ["+01 = +02+03", "+04 ≤ +01"]],
    ["①01≥02 ②03=04+05", ["+02 ≤ +01", "+03 = +04+05"]],
    ["①=②+③", ["+1 = +2+3"]],
    ["1、01=02+03，2、04≤01", ["+01 = +02+03", "+04 ≤ +01"]],
    ["1行=2行+3行;01行≥02行", ["+1r = +2r+3r", "+02r ≤ +01r"]],
    ["第1行=第2行+第3行", ["+1r = +2r+3r"]],
    ["3列=1列-2列", ["+3c = +1c-2c"]],
    ["1栏≥2栏", ["+2c ≤ +1c"]],
    ["(3)=(1)+(2)", ["+3 = +1+2"]],
    ["(1)(3)=(1)+(2)", ["+3 = +1+2"]],
    ["4≤1、04<=01", ["+4 ≤ +1", "+04 ≤ +01"]],
    ["02、03≤01", ["+03 ≤ +01", "+02 ≤ +01"]],
    ["01≥02≥03", ["+02 ≤ +01", "+03 ≤ +02"]],
    ["01=02+03=04+05", ["+01 = +02+03", "+02+03 = +04+05"]],
    ["01大于等于02", ["+02 ≤ +01"]],
    ["02不大于01", ["+02 ≤ +01"]],
    ["01等于02加03", ["+01 = +02+03"]],
    ["01=02至05之和", ["+01 = +02+03+04+05"]],
    ["01=02-05之和", ["+01 = +02+03+04+05"]],
    ["01=∑02-05", ["+01 = +02+03+04+05"]],
    ["01=02、03与04之和", ["+01 = +02+03+04"]],
    ["04=01-(02+03)", ["+04 = +01-02-03"]],
    ["01=02+03(其中:04≤03)", ["+01 = +02+03", "+04 ≤ +03"]],
    ["02+03≤01", ["+02+03 ≤ +01"]],
    ["A01=A02+A03", ["+A01 = +A02+A03"]],
    ["代码01=02+03", ["+01 = +02+03"]],
    ["本表中01=02+03", ["+01 = +02+03"]],
    ["期末实有=期初+新增-退出", ["+期末实有 = +期初+新增-退出"]],
  ])("%s", (text, relations) => {
    expect(linesOf(text)).toEqual(relations);
  });

  test.each([
    ["a share, a rate or a growth is left to its own test", "(6)=((4)-(5))/(5)×100%", ["quotient"]],
    ["another table is not known", "2.表间审核关系:本表01=202表05", ["between"]],
    ["a relation no rule reads is told", "01=02的20-30成", ["unread"]],
    [
      "dates, numbers of documents and prose are no relations",
      "国统字〔2023〕5号,2023年7月10日前报送",
      [],
    ],
  ])("%s", (_, text, relations) => {
    expect(linesOf(text)).toEqual(relations);
  });
});
