import { describe, expect, test } from "@jest/globals";
import { entryOf } from "../../../src/core/portable/array-entry.ts";

const isOneCell = (name: string): boolean => name === "目标";

describe("how the native formula of a plain one is entered", () => {
  test.each([
    "=ZONE_GAP(D5,E5)",
    "=ZONE_GAP(附表!D5,目标)*2",
    "=ZONE_GAP(SUM(D5:D9),SUMIF(A5:A9,A5,E5:E9))",
    "=SUM(D5:D9)+ZONE_GAP(D5,E5)",
    "=D5:D9+ZONE_GAP(D5,E5)",
    "=ZONE_RANK(D5,D$5:D$17)",
    '=ZONE_TARGET(B5,"工业投资",目标规则!$A$1:$L$9)',
    "=ZONE_GAP(表1[[#This Row],[完成]],表1[@目标])",
    "=ZONE_SHARE([@完成],SUM([完成]))",
    '=ZONE_GAP("A1:B2",1)',
  ])("%s stays plain", (formula) => {
    expect(entryOf(formula, isOneCell)).toBe("plain");
  });

  test.each([
    "=SUM(ZONE_GAP(B2:B3,C2:C3))",
    "=ZONE_GAP(B2:B3,C2:C3)",
    "=SUM(D5:D9)*MAX(ZONE_SHARE(D5:D9,E5))",
    "=COUNTIF(A1:A9,A1)+SUM(ZONE_GAP(表1[完成],表1[目标]))",
    "=MAX(ZONE_RANK(D5:D9,D5:D9))",
    "=SUM(ZONE_GAP(差额区,1))",
    "=SUM(ZONE_GAP(OFFSET(D5,0,0,3,1),1))",
    "=SUM(ZONE_GAP(D5:INDEX(D:D,9),1))",
    "=SUM(ZONE_GAP({1,2},1))",
    "=SUM(ZONE_GAP(D:D,1))",
    "=SUMPRODUCT(D5:D9*ZONE_GAP(D5:D9,1))",
    "=SUM(ZONE_GAP(ZONE_GAP(D5:D9,1),1))",
    "=SUM(ZONE_GAP(表1[[#This Row],[甲]:[丙]],1))",
  ])("%s is entered as an array", (formula) => {
    expect(entryOf(formula, isOneCell)).toBe("array");
  });

  test.each([
    "=D5:D9+SUM(ZONE_GAP(D5:D9,1))",
    "=SUM(D5:D9*2)+SUM(ZONE_GAP(D5:D9,1))",
    "=ABS(D5:D9)+SUM(ZONE_GAP(D5:D9,1))",
    "=差额区*SUM(ZONE_GAP(D5:D9,1))",
  ])("%s takes one cell of a range beside it", (formula) => {
    expect(entryOf(formula, isOneCell)).toBe("unclear");
  });
});
