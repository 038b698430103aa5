import { describe, expect, test } from "@jest/globals";
import { putPrefixes, stripPrefixes } from "../../src/xlsx/formula/prefixes.ts";
import { shiftFormula } from "../../src/xlsx/formula/shift.ts";
import { tokenize } from "../../src/xlsx/formula/tokens.ts";

describe("a shared formula one row down and two columns right", () => {
  test.each([
    ["A1+$A1+A$1+$A$1", "C2+$A2+C$1+$A$1"],
    ["SUM(A1:B3)", "SUM(C2:D4)"],
    ["Sheet1!A1+'一季度 (2)'!B2", "Sheet1!C2+'一季度 (2)'!D3"],
    ["'it''s A1'!A1", "'it''s A1'!C2"],
    ["[1]Sheet1!A1", "[1]Sheet1!C2"],
    ["一月:三月!A1", "一月:三月!C2"],
    ["SUM(A:A)+SUM($B:C)", "SUM(C:C)+SUM($B:E)"],
    ["SUM(1:1)+SUM($2:3)", "SUM(2:2)+SUM($2:4)"],
    ['"A1"&A1&"""A1"', '"A1"&C2&"""A1"'],
    ["LOG10(A1)+ATAN2(B1,C1)", "LOG10(C2)+ATAN2(D2,E2)"],
    ["A1E5+税率2023+x.A1", "A1E5+税率2023+x.A1"],
    ["1E5+2.5e-3*A1", "1E5+2.5e-3*C2"],
    ["表1[[#This Row],[A1]]+A1", "表1[[#This Row],[A1]]+C2"],
    ["#REF!+A1", "#REF!+C2"],
    ["IF(TRUE,A1#,@B1)", "IF(TRUE,C2#,@D2)"],
    ["{1,2;3,4}*A1%", "{1,2;3,4}*C2%"],
    ["合计+A1", "合计+C2"],
    ["XFD1", "#REF!"],
    ["A1048576", "#REF!"],
    ["XFE1", "XFE1"],
  ])("%s", (formula, shifted) => {
    expect(shiftFormula(formula, 1, 2)).toBe(shifted);
  });
});

test("tokens joined give the formula back, however odd", () => {
  const odd = ["", '"open', "'open", "[open", "a'b!c", "1:2:3", "((", "=A1 B1", "表[列']x]", "#"];
  for (const formula of odd)
    expect(
      tokenize(formula)
        .map((each) => each.text)
        .join("")
    ).toBe(formula);
});

describe("stored prefixes", () => {
  test.each([
    ["XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
    ["SORT(FILTER(A:A,B:B>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B>0))"],
    ["ZONE_GAP(B5,C5)", "_xldudf_ZONE_GAP(B5,C5)"],
    [
      'IFERROR(ROUND(STDEV.S(A1:A9),2),"XLOOKUP(")',
      'IFERROR(ROUND(_xlfn.STDEV.S(A1:A9),2),"XLOOKUP(")',
    ],
    ["LET(x,A1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["MAP(A1:A3,LAMBDA(值,值*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.值,_xlpm.值*2))"],
    ["SUM(A1:A3)", "SUM(A1:A3)"],
  ])("%s", (formula, stored) => {
    const isOurs = (name: string): boolean => name.startsWith("ZONE_");
    expect(putPrefixes(formula, isOurs)).toBe(stored);
    expect(putPrefixes(stored, isOurs)).toBe(stored);
    expect(stripPrefixes(stored)).toBe(formula);
  });
});
