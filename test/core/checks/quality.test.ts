import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf } from "../../support/check-cases.ts";
import { textNumber } from "../../support/table.ts";
import type { CellLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

function column(
  cells: readonly CellLiteral[],
  measure: "actual" | "growth" | "target" | "rank" = "actual"
): TableLiteral {
  return {
    columns: [{ of: "industrial-investment", measure }],
    rows: cells.map((cell, index) => ({ name: `甲${index}`, cells: [cell] })),
  };
}

describe("a value its peers give is not left blank", () => {
  test.each<[string, TableLiteral, readonly string[]]>([
    ["one of six", column([1, 2, 3, 4, 5, null]), ["missing-value C10"]],
    ["one of three", column([1, 2, null]), ["missing-value C7"]],
    [
      "two of eleven",
      column([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null]),
      ["missing-value C14", "missing-value C15"],
    ],
    ["growth", column([1, 2, 3, 4, 5, null], "growth"), ["missing-value C10"]],
    ["declared none", column([1, 2, 3, 4, 5, "-"]), []],
    ["not calculated", column([1, 2, 3, 4, 5, { kind: "missing", reason: "not-calculated" }]), []],
    ["half of the peers are blank too", column([1, 2, 3, null, null, null]), []],
    ["targets may be blank", column([1, 2, 3, 4, 5, null], "target"), []],
    ["ranks may be blank", column([1, 2, 3, 4, 5, null], "rank"), []],
  ])("%s", (_, literal, places) => {
    expect(placesOf(evaluateLiteral(literal), "missing-value")).toEqual(places);
  });

  test("工业投资 is blank for 农业示范区 with good reason", () => {
    const agricultural = (name: string): RowLiteral => ({
      name,
      kind: "agricultural",
      cells: [null],
    });
    const literal = column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const rows = [...literal.rows, agricultural("万荣"), agricultural("临猗")];
    expect(placesOf(evaluateLiteral({ ...literal, rows }))).toEqual([]);
  });

  describe("the one zone of its kind in a column that all others fill", () => {
    const withTotal = (total: number): TableLiteral => ({
      columns: [{ of: "tax-revenue", measure: "actual" }],
      rows: [
        ...[3.1, 2.4, 5.2, 4.4].map((value, index) => ({ name: `甲${index}`, cells: [value] })),
        { name: "万荣", kind: "agricultural", cells: [null] },
        { name: "合计", role: "total", cells: [total] },
      ],
    });
    test.each<[string, number, readonly string[]]>([
      ["the total is that of the others: there is none", 15.1, []],
      ["within their rounding", 15.3, []],
      ["the total holds a number more", 16.3, ["missing-value C9"]],
      ["the total holds more than any zone has: it is wrong itself", 151, ["sum-mismatch C10"]],
      ["the total holds less", 14.1, ["sum-mismatch C10"]],
    ])("%s", (_, total, places) => {
      expect(placesOf(evaluateLiteral(withTotal(total)))).toEqual(places);
    });

    test("things are counted: one of seven may be what the total holds", () => {
      const literal: TableLiteral = {
        columns: [{ of: "signed-projects", measure: "actual", unit: "个" }],
        rows: [
          ...[3, 4, 2, 6, 5, 7].map((count, index) => ({ name: `甲${index}`, cells: [count] })),
          { name: "万荣", kind: "agricultural", cells: [null] },
          { name: "合计", role: "total", cells: [28] },
        ],
      };
      expect(placesOf(evaluateLiteral(literal))).toEqual(["missing-value C11"]);
    });

    test.each<[string, CellLiteral, readonly string[]]>([
      ["has a place in the list", 5, ["missing-value D9"]],
      ["has none", null, []],
    ])("%s", (_, rank, places) => {
      const literal: TableLiteral = {
        columns: [
          { of: "tax-revenue", measure: "rank", unit: "位", path: ["位次"] },
          { of: "tax-revenue", measure: "actual" },
        ],
        rows: [
          ...[5.2, 4.4, 3.1, 2.4].map((value, index) => ({
            name: `甲${index}`,
            cells: [index + 1, value],
          })),
          { name: "万荣", kind: "agricultural", cells: [rank, null] },
        ],
      };
      expect(placesOf(evaluateLiteral(literal))).toEqual(places);
    });
  });

  test("totals and references are exempt", () => {
    const literal = column([1, 2, 3, 4]);
    const rows: readonly RowLiteral[] = [
      ...literal.rows,
      { name: "合计", role: "total", cells: [null] },
      { name: "全市", reference: "city", cells: [null] },
    ];
    expect(placesOf(evaluateLiteral({ ...literal, rows }))).toEqual([]);
  });

  test("a new zone has no base, so no growth is missing", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "tax-revenue", measure: "actual" },
        { of: "tax-revenue", measure: "prior" },
        { of: "tax-revenue", measure: "growth" },
      ],
      rows: [
        { name: "甲", cells: [11, 10, 10] },
        { name: "乙", cells: [9, 10, -10] },
        { name: "丙", cells: [5, 4, 25] },
        { name: "丁", cells: [2, null, null] },
      ],
    };
    expect(evaluateLiteral(literal).findings).toEqual([]);
  });

  test("with one zone a sheet: where the row's other cells need it", () => {
    const literal = (actual: CellLiteral, prior: CellLiteral): TableLiteral => ({
      orientation: "indicators-in-rows",
      columns: [
        { of: "tax-revenue", measure: "actual", line: 2 },
        { of: "tax-revenue", measure: "prior", line: 3 },
      ],
      rows: [{ name: "河津", cells: [actual, prior] }],
    });
    expect(placesOf(evaluateLiteral(literal(null, 10)))).toEqual(["missing-value C5"]);
    expect(placesOf(evaluateLiteral(literal(null, null)))).toEqual([]);
  });
});

describe("cells that are no plain numbers", () => {
  test("a number stored as text is used and told", () => {
    const finding = onlyFinding(
      evaluateLiteral(column([1, 2, textNumber("３.５ ", 3.5)])),
      "text-number"
    );
    expect(finding).toMatchObject({
      severity: "warning",
      remark: "optional",
      class: "quality",
      params: { value: 3.5 },
    });
  });

  test("words are not used, and the nearest reading is told", () => {
    const cell: CellLiteral = { kind: "unreadable", text: "约12", nearest: 12 };
    const finding = onlyFinding(evaluateLiteral(column([1, 2, cell])), "not-a-number");
    expect(finding).toMatchObject({ severity: "error", stated: "约12", params: { nearest: 12 } });
  });

  test("an error value is an error, and two faults at once are two findings", () => {
    const literal = column([{ kind: "error", error: "#REF!" }, 2, textNumber("5", 5), 4]);
    expect(placesOf(evaluateLiteral(literal))).toEqual(["formula-error C5", "text-number C7"]);
  });
});
