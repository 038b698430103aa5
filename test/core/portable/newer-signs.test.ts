import { describe, expect, test } from "@jest/globals";
import type { SignKnowledge } from "../../../src/core/portable/intersection.ts";
import { withoutNewerSigns } from "../../../src/core/portable/newer-signs.ts";

/** In C5 of a sheet whose A2 spills over A2:A9; 上报 means B2:B9 of 附表 1. */
const KNOWN: SignKnowledge = {
  at: { row: 4, column: 2 },
  spillFrom: (reference) =>
    /^(?:'附表 1'!)?\$?A\$?2$/u.test(reference)
      ? { row: 1, column: 0, rows: 8, columns: 1 }
      : undefined,
  cellsOf: (reference) =>
    reference === "上报"
      ? { sheet: "附表 1", area: { row: 1, column: 1, rows: 8, columns: 1 } }
      : undefined,
};

describe("the signs of newer Excel in those of Excel 2016", () => {
  test.each([
    ["=ZONE_GAP(@A2:A10,E5)", "=ZONE_GAP(A5,E5)"],
    ["=ZONE_GAP(@$A$2:$A$10,@E:E)", "=ZONE_GAP($A5,E5)"],
    ["=ZONE_GAP( @ '运城 指标'!$B$1:$F$1 , 1)", "=ZONE_GAP( '运城 指标'!C$1 , 1)"],
    ["=ZONE_GAP(@3:3,@A1)", "=ZONE_GAP(C3,A1)"],
    ["=ZONE_GAP(SINGLE(A2:A10),1)", "=ZONE_GAP(A5,1)"],
    ["=ZONE_GAP(@(A2:A10),1)", "=ZONE_GAP(A5,1)"],
    ['=ZONE_GAP(@A6:A10,@A1:B9)&"@A1:A9"', '=ZONE_GAP(VALUE("?"),VALUE("?"))&"@A1:A9"'],
    ["=ZONE_GAP(@上报,1)", "=ZONE_GAP('附表 1'!$B5,1)"],
    [
      "=ZONE_GAP(@表1[@完成],表1[[#This Row],[目标]])",
      "=ZONE_GAP(表1[@完成],表1[[#This Row],[目标]])",
    ],
  ])("one cell of a range: %s", (formula, older) => {
    expect(withoutNewerSigns(formula, KNOWN)).toBe(older);
  });

  test.each([
    ["=ZONE_GAP(A2#,E5)", "=ZONE_GAP(A2:A9,E5)"],
    ["=ZONE_GAP('附表 1'!$A$2#,E5)", "=ZONE_GAP('附表 1'!$A$2:$A$9,E5)"],
    ["=SUM(ZONE_GAP(ANCHORARRAY(A$2),1))", "=SUM(ZONE_GAP(A$2:A$9,1))"],
    ["=ZONE_GAP(@A2#,SINGLE(ANCHORARRAY($A2)))", "=ZONE_GAP(A5,$A5)"],
    ["=ZONE_GAP(B7#,1)", undefined],
    ["=ZONE_GAP(ZONE_SHARE(A2,B2)#,1)", undefined],
  ])("all that spills: %s", (formula, older) => {
    expect(withoutNewerSigns(formula, KNOWN)).toBe(older);
  });

  test.each([
    ["=@ZONE_GAP(D5:D9,E5)*2", "=INDEX(ZONE_GAP(D5:D9,E5),1,1)*2"],
    ["=@ZONE_GAP(D5,E5)", "=ZONE_GAP(D5,E5)"],
    ["=1+@SUM(ZONE_GAP(D5:D9,1))", "=1+SUM(ZONE_GAP(D5:D9,1))"],
    ["=@ZONE_GAP(@D1:D9,A2#)", "=INDEX(ZONE_GAP(D5,A2:A9),1,1)"],
    ["=@ZONE_GAP(A2#,1)", "=INDEX(ZONE_GAP(A2:A9,1),1,1)"],
    ["=SINGLE(ZONE_GAP(ANCHORARRAY(A2),1))", "=INDEX(ZONE_GAP(A2:A9,1),1,1)"],
    ["=ZONE_GAP(@{3;4},@(D5:D9*2))", "=ZONE_GAP(INDEX({3;4},1,1),INDEX((D5:D9*2),1,1))"],
    ["=ZONE_GAP(@INDEX(A:A,MATCH(1,B:B,0)),1)", "=ZONE_GAP(INDEX(A:A,MATCH(1,B:B,0)),1)"],
    ["=ZONE_GAP(@INDEX(A1:C9,2,3),1)", "=ZONE_GAP(INDEX(A1:C9,2,3),1)"],
    ["=ZONE_GAP(@IF(A1,B1:B9,C1:C9),1)", undefined],
  ])("the first value of an array, the cell of a range that is found: %s", (formula, older) => {
    expect(withoutNewerSigns(formula, KNOWN)).toBe(older);
  });

  test("a range that is found later, and one from no cell, say so in functions", () => {
    const line = "INDEX(x,ROW()-MIN(ROW(x))+1)";
    expect(withoutNewerSigns("=ZONE_GAP(@x,1)", KNOWN)).toBe(
      `=ZONE_GAP(IF(ROWS(x)*COLUMNS(x)=1,x,IF(COLUMNS(x)=1,${line},${line.replaceAll("ROW(", "COLUMN(")})),1)`
    );
    expect(withoutNewerSigns("=ZONE_GAP(@A$1:A$9,1)", { ...KNOWN, at: null })).toContain(
      "INDEX(A$1:A$9,ROW()-MIN(ROW(A$1:A$9))+1)"
    );
    expect(withoutNewerSigns("=ZONE_GAP(@OFFSET(A1,1,0),1)", KNOWN)).toContain(
      "IF(ROWS(OFFSET(A1,1,0))*COLUMNS(OFFSET(A1,1,0))=1,OFFSET(A1,1,0),"
    );
  });
});
