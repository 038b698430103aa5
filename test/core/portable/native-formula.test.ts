import { describe, expect, test } from "@jest/globals";
import { toNative } from "../../../src/core/portable/native-formula.ts";

const nowhere = () => undefined;

describe("calls of ours in any formula", () => {
  test.each([
    ["=SUM(D5:D9)", "untouched"],
    ['="ZONE_GAP(1,2)"', "untouched"],
    ["=MY_ZONE_GAP(1,2)", "untouched"],
    ["=ZONE_GAP", "untouched"],
    ["='ZONE_GAP(1'!A1", "untouched"],
  ])("%s is left alone", (formula, kind) => {
    expect(toNative(formula, nowhere).kind).toBe(kind);
  });

  test.each([
    ["=ZONE_WHOLE(D5,E5)", "value-only"],
    ['=ZONE_CONSISTENT(F5,D5,E5,"占比")', "value-only"],
    ["=IF(A1,ZONE_WHOLE(D5,E5),0)", "value-only"],
    ["=ZONE_CHECK(A1:F9)", "value-only"],
    ['=ZONE_TARGET(B5:B9,"工业投资",目标规则!A1:F3)', "not-located"],
    ["=ZONE_GAP(D5#,E5)", "newer-formula"],
    ["=@ZONE_GAP(D5:D9,E5)", "newer-formula"],
    ["=ZONE_GAP(ANCHORARRAY(D5),E5)", "newer-formula"],
    ["=SINGLE(ZONE_GAP(D5:D9,E5))", "newer-formula"],
    ["=ZONE_RANK(增速区,增速区)", "value-only"],
    ["=ZONE_RANK(D5:D9,D5:D9*2)", "value-only"],
    ["=ZONE_GAP(D5,E5", "unreadable"],
    ["=ZONE_GAP(1,2,3,4)", "unreadable"],
  ])("%s keeps its value: %s", (formula, reason) => {
    expect(toNative(formula, nowhere)).toEqual({ kind: "value", reason });
  });

  test.each([
    ["=ZONE_GAP(16.41,16,1)", "=ROUND(16.41-16,1)"],
    ["=-ZONE_GAP(16.41,16)", "=-(16.41-16)"],
    ["=ZONE_GAP( 16.41 , 16 )*2", "=(16.41-16)*2"],
    ["=zone_gap(3,(1+1)*2)", "=3-((1+1)*2)"],
    ["=SUM(ZONE_GAP(3,1),ZONE_GAP(5,4))", "=SUM(3-1,5-4)"],
    ["=ZONE_GAP(ZONE_GAP(3,1),1)", "=(3-1)-1"],
    ["=ZONE_GAP(3,)", "=NA()"],
    ["=ZONE_GAP()", "=NA()"],
    ['=IF(A1="ZONE_GAP(1,2)",ZONE_GAP(2,1),0)', '=IF(A1="ZONE_GAP(1,2)",2-1,0)'],
    ['=ZONE_SHARE(1,8,2)&"%"', '=ROUND(1/8*100,2)&"%"'],
  ])("%s becomes %s", (formula, native) => {
    expect(toNative(formula, nowhere)).toEqual({ kind: "formula", formula: native });
  });

  test.each([
    ["=ZONE_RANK(表1[增速],表1[增速])", 'COUNTIF(表1[增速],">"&(表1[增速]))'],
    ["=ZONE_RANK(D5:D9,D:D)", 'COUNTIF(D:D,">"&D5:D9)'],
    [
      "=ZONE_RANK(表1[@增速],表1[增速])",
      "SUMPRODUCT(ISNUMBER((表1[增速]))*((表1[增速])>(表1[@增速])))",
    ],
    ["=ZONE_RANK(x,D$5:D$9)", 'COUNTIF(D$5:D$9,">"&x)'],
    ["=ZONE_RANK(多,多)", 'COUNTIF(多,">"&多)'],
    ["=ZONE_RANK(单,多)", "SUMPRODUCT(ISNUMBER(多)*(多>单))"],
    ["=ZONE_RANK('C:\\表\\[季报.xlsx]附表'!A1,D5:D9)", "'C:\\表\\[季报.xlsx]附表'!A1"],
  ])("%s asks for each of several values: %s", (formula, part) => {
    const named = (name: string) => (({ 多: "cells", 单: "one" }) as const)[name];
    const native = toNative(formula, nowhere, named);
    expect(native.kind === "formula" && native.formula).toContain(part);
  });

  test("other workbooks are named by their path, with quotes and colons", () => {
    const path = "'C:\\二季度\\O''Neil\\[季报 (终).xlsx]附表 1'!$A$1";
    const formula = `=IF("it's [a:b]"<>"",ZONE_GAP(${path},表1['[x]),0)`;
    const native = toNative(formula, nowhere);
    expect(native.kind === "formula" && native.formula).toContain(`${path}-(表1['[x])`);
  });

  test("nesting deeper than Excel allows is told and not written", () => {
    const nested = (levels: number): string =>
      `=${"ABS(".repeat(levels)}ZONE_GAP(D5,E5)${")".repeat(levels)}`;
    expect(toNative(nested(56), nowhere).kind).toBe("formula");
    expect(toNative(nested(57), nowhere)).toEqual({ kind: "value", reason: "too-deep" });
  });

  test("three nested calls over sheets with Chinese names stay within Excel's length", () => {
    const native = toNative(
      "=ZONE_DIFF(ZONE_GROWTH(ZONE_GAP('运城 指标'!D5,'运城 指标'!E5),晋城!F5,2),ZONE_SHARE(晋城!D5,'运城 指标'!$E$17,2),1)",
      nowhere
    );
    if (native.kind !== "formula") throw new Error(native.kind);
    expect(native.formula).not.toMatch(/ZONE_/u);
    expect(native.formula.length).toBeLessThan(4000);
  });

  test("a target is pointed at where the locator finds it, or is the error it gives", () => {
    const formula = '=ZONE_GAP(D5,ZONE_TARGET(B5,"工业投资",目标规则!$A$1:$L$9))';
    const seen: (readonly string[])[] = [];
    const native = toNative(formula, (args) => {
      seen.push(args);
      return { row: 3, column: 5 };
    });
    expect(seen).toEqual([["B5", '"工业投资"', "目标规则!$A$1:$L$9"]]);
    expect(native).toMatchObject({
      formula: expect.stringContaining("INDEX(目标规则!$A$1:$L$9,3,5)") as unknown,
    });
    expect(toNative("=ZONE_TARGET(B5,C5,R1)", () => ({ error: "#N/A" }))).toEqual({
      kind: "formula",
      formula: "=NA()",
    });
  });

  test("arithmetic and nested numbers are not asked whether they are numbers", () => {
    const native = toNative("=ZONE_GAP(E5*100,ZONE_SHARE(A1,B1))", nowhere);
    if (native.kind !== "formula") throw new Error(native.kind);
    expect(native.formula).not.toContain("ISNUMBER(E5*100)");
    expect(native.formula).toContain("ISNUMBER(A1)");
  });
});
