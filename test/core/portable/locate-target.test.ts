import { describe, expect, test } from "@jest/globals";
import { locatorOf } from "../../../src/core/portable/locate-target.ts";
import { toNative } from "../../../src/core/portable/native-formula.ts";
import type { Book, CellValue, Sheet } from "../../../src/core/index.ts";

function sheetOf(name: string, values: readonly (readonly CellValue[])[]): Sheet {
  return {
    name,
    visibility: "visible",
    isProtected: false,
    origin: { row: 0, column: 0 },
    values,
    formulas: values.map((row) => row.map(() => null)),
    numberFormats: values.map((row) => row.map(() => "General")),
    notCalculated: new Set(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

const HOME = sheetOf("指标 一", [
  ["开发区", "指标", "位置"],
  ["河津经济技术开发区", "工业投资", "目标规则!A1:D5"],
  ["永济经开区", "工业投资", 2],
  ["河津开发区(筹)", "工业 投资", 3],
  [null, 17, 4],
]);
const RULES = sheetOf("目标规则", [
  ["指标", "口径", "适用", "目标值"],
  ["工业投资", "同比", "全部", 17],
  ["工业投资", "同比", "河津开发区", 16],
  ["税收", "同比", "全部", "9.5%"],
  ["外资", "总量", "河津开发区", "≥3"],
  ["全角", "总量", "河津开发区", "１７％"],
]);
const BOOK: Book = {
  name: "表.xlsx",
  sheets: [HOME, RULES],
  calculation: "automatic",
  definedNames: ["规则"],
  outerFormulas: [
    { place: { kind: "name", name: "规则", sheet: null }, formula: "=目标规则!$A$1:$D$6" },
  ],
  tables: [
    {
      name: "表1",
      sheet: "指标 一",
      area: { row: 0, column: 0, rows: 5, columns: 4 },
      headerRows: 1,
      totalRows: 0,
      columns: ["开发区", "指标", "位置", "目标"],
    },
    {
      name: "规则表",
      sheet: "目标规则",
      area: { row: 0, column: 0, rows: 6, columns: 4 },
      headerRows: 1,
      totalRows: 0,
      columns: ["指标", "口径", "适用", "目标值"],
    },
  ],
  part: null,
};

/** A formula in D2 without our functions, or why it has none. */
function native(formula: string, row = 1): string {
  const written = toNative(formula, locatorOf(BOOK, HOME, { row, column: 3 }));
  if (written.kind === "untouched") return written.kind;
  return written.kind === "formula" ? written.formula : written.reason;
}

describe("the twin of ZONE_TARGET", () => {
  test.each([
    ["=ZONE_TARGET([@开发区],[@指标],规则表[#All])", "=INDEX(规则表[#All],3,4)"],
    ["=ZONE_TARGET(表1[@开发区],表1[[#This Row],[指标]],规则)", "=INDEX(规则,3,4)"],
    [
      '=ZONE_TARGET(A2&"",TRIM(B2&" "),OFFSET(目标规则!$A$1,0,0,5,4))',
      "=INDEX(OFFSET(目标规则!$A$1,0,0,5,4),3,4)",
    ],
    ["=ZONE_TARGET(INDEX(A:A,C3),B2,规则)", "=INDEX(规则,3,4)"],
    ['=ZONE_TARGET(VLOOKUP(A3,A2:B5,1,FALSE),"工业投资",INDIRECT(C2))', "=INDEX(INDIRECT(C2),2,4)"],
    [
      '=ZONE_TARGET(IF(C3>1,A2,A3),"工业"&"投资",OFFSET(目标规则!A1,,,COUNTA(目标规则!A1:A5),4))',
      "=INDEX(OFFSET(目标规则!A1,,,COUNTA(目标规则!A1:A5),4),3,4)",
    ],
    ['=ZONE_TARGET(A2,"税收",规则)', '=VALUE(SUBSTITUTE(INDEX(规则,4,4),"%",""))'],
    ['=ZONE_TARGET(A2,"没有的",规则)', "=NA()"],
    ['=ZONE_TARGET(A2,"外资",规则)', '=VALUE("?")'],
    ["=ZONE_TARGET(A2,B5,规则)", '=VALUE("?")'],
    ["=ZONE_TARGET(A5,B2,规则)", "=NA()"],
  ])("points at the rule: %s", (formula, expected) => {
    expect(native(formula)).toBe(expected);
  });

  test.each([
    [
      '=ZONE_TARGET(A2:A5,"工业投资",规则)',
      "=CHOOSE({1;2;1;#N/A},INDEX(规则,3,4),INDEX(规则,2,4))",
    ],
    [
      "=ZONE_TARGET(表1[开发区],表1[指标],规则)",
      "=CHOOSE({1;2;1;#N/A},INDEX(规则,3,4),INDEX(规则,2,4))",
    ],
    ["=ZONE_TARGET(A2:A3,目标规则!A2:A4,规则)", '=VALUE("?")'],
    ['=ZONE_TARGET(A2:A3,{"工业投资","税收"},规则)', "not-located"],
  ])("of ranges points at one for each place: %s", (formula, expected) => {
    expect(native(formula)).toBe(expected);
  });

  test("of a word that is calculated looks it up among those the workbook holds", () => {
    const text = native('=ZONE_TARGET(LOOKUP(2,1/(A2:A5<>0),A2:A5),"工业投资",规则)');
    expect(text).toContain("INDEX(规则,IF(ISNUMBER(MATCH(TRUE,");
    expect(text).toContain('EXACT(TRIM(LOOKUP(2,1/(A2:A5<>0),A2:A5)),{"河津开发区",');
    // 永济 has no rule of its own: what holds for all is said once.
    expect(text).toContain('),IF(SUMPRODUCT(--ISNUMBER(FIND({"河津"},');
    expect(text).not.toContain("永济");
    expect(text).not.toContain("≥");
    const both = native("=ZONE_TARGET(UPPER(A2),UPPER(B2),目标规则!A1:D5)");
    expect(both).toContain('TRIM(UPPER(A2))&"|"&TRIM(UPPER(B2))');
    expect(both).toContain('"河津开发区(筹)|工业投资 同比"');
    expect(both).toContain('"河津开发区(筹)|外资"');
    expect(both).toContain("#VALUE!");
    expect(both).toContain('"%",""');
  });

  test("keeps its value where the rules themselves are calculated, or told in words", () => {
    expect(native('=ZONE_TARGET(A2,"工业投资",FILTER(规则,规则<>""))')).toBe("not-located");
    expect(native('=ZONE_TARGET(A2,"全角",规则)')).toBe("not-located");
  });
});
