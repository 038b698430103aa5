import { describe, expect, test } from "@jest/globals";
import { ZONE_CHECK } from "../../../src/core/measures/index.ts";
import { checkTable } from "../../../src/core/table-check/index.ts";

const TABLE = [
  ["开发区", "工业投资(亿元)", "全市工业投资(亿元)", "占全市比重(%)"],
  ["河津开发区", 14.26, 177.53, 8.03],
  ["永济开发区", 9.31, 177.53, 5.24],
  ["新绛开发区", 12.5, 177.53, 7.04],
];

/** The table with one cell changed. */
function withCell(row: number, column: number, value: unknown): readonly (readonly unknown[])[] {
  return TABLE.map((cells, r) =>
    cells.map((cell, c) => (r === row && c === column ? value : cell))
  );
}

function rowsOf(range: unknown, rules: unknown = null, locale: "zh-CN" | "en-US" = "zh-CN") {
  return checkTable(range, rules, locale).map((row) =>
    row.map((cell) => (cell.ok ? cell.value : cell.failure))
  );
}

test.each(ZONE_CHECK.examples.map((example) => [example.formula, example] as const))(
  "the documented example %s computes",
  (_formula, { inputs: [range, rules = null], result }) => {
    expect(rowsOf(range, rules)[0]?.[0]).toBe(result);
  }
);

describe("a table handed over as bare values", () => {
  test("a finding stands in a row of four: severity, kind, place in the range, explanation", () => {
    const rows = rowsOf(withCell(2, 3, 9.24));
    expect(rows).toContainEqual([
      "强制性",
      "占比不符",
      "第3行第4列",
      expect.stringContaining("5.24"),
    ]);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([4]));
  });

  test("the words are those of the locale, the findings are the same", () => {
    const range = withCell(2, 3, 9.24);
    const english = rowsOf(range, null, "en-US");
    expect(english).toHaveLength(rowsOf(range).length);
    expect(english.map(([, , place]) => place)).toContain("row 3, column 4");
  });

  test("a clean table is one row that says so", () => {
    expect(rowsOf(TABLE)).toEqual([["无问题", "", "", "未发现问题"]]);
    expect(rowsOf(TABLE, null, "en-US")).toEqual([["No findings", "", "", "Nothing was found"]]);
  });

  test("a formatted number counts as its number, an error stays an error and is told", () => {
    const formatted = withCell(2, 3, { basicValue: 9.24, basicType: "Double" });
    expect(rowsOf(formatted)).toEqual(rowsOf(withCell(2, 3, 9.24)));
    for (const error of ["#REF!", { code: "#REF!" }]) {
      const rows = rowsOf(withCell(2, 3, error));
      expect(rows.map(([, , place]) => place)).toContain("第3行第4列");
    }
  });

  test.each([
    ["nothing", null],
    ["blank cells", [[null, ""]]],
  ])("%s is missing, not clean", (_name, range) => {
    expect(rowsOf(range)).toEqual([[{ reason: "missing", parameter: 0 }]]);
  });

  test.each([
    ["a single number", 12],
    ["words", [["你好", "世界"]]],
  ])("%s is no table, and the silence is not taken for praise", (_name, range) => {
    expect(rowsOf(range)).toEqual([[{ reason: "no-table", parameter: 0 }]]);
  });

  test("rules that cannot be read are said to be faulty, in both languages", () => {
    expect(rowsOf(TABLE, [["甲", "乙"]])).toEqual([
      [
        {
          reason: "faulty-rules",
          parameter: 1,
          why: {
            zh: expect.stringMatching(/\p{Script=Han}/u) as unknown,
            en: expect.stringMatching(/^[A-Z]/u) as unknown,
          },
        },
      ],
    ]);
  });
});
