import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import { textNumber } from "../../support/table.ts";
import type { CellLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

function table(
  members: readonly CellLiteral[],
  total: CellLiteral,
  of = "industrial-investment"
): TableLiteral {
  return {
    columns: [{ of, measure: "actual", format: "0.00" }],
    rows: [
      ...members.map((cell, index): RowLiteral => ({ name: `甲${index}`, cells: [cell] })),
      { name: "合计", role: "total", cells: [total] },
    ],
  };
}

const TEN: readonly CellLiteral[] = [
  10.92, 10.93, 10.92, 10.93, 10.92, 10.92, 10.93, 10.92, 10.93, 10.92,
];
const THREE: readonly CellLiteral[] = [14.26, 8.66, 20];

describe("a total is the sum of its members within their rounding", () => {
  test.each<[string, TableLiteral]>([
    ["exactly", table(THREE, 42.92)],
    ["a typed total of ten, one digit off", table(TEN, 109.23)],
    ["just inside (n+1)/2 digits", table(THREE, 42.94)],
    ["by formula over those very cells", table(THREE, { formula: "=SUM(C5:C7)", value: 42.92 })],
    ["by formula from elsewhere, n/2", table(THREE, { formula: "=汇总!D6", value: 42.931 })],
    ["counts, exactly", table([12, 8, 5], 25, "large-industrial-enterprises")],
    ["a member that is none", table([...THREE, "-"], 42.92)],
    ["a number stored as text", table([textNumber("14.26", 14.26), 8.66, 20], 42.92)],
    ["a blank total", table(THREE, null)],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal), "sum-mismatch")).toEqual([]);
  });

  test.each<[string, TableLiteral, string]>([
    ["just outside (n+1)/2 digits", table(THREE, 42.95), "sum-mismatch C8"],
    [
      "one digit off, over those very cells",
      table(THREE, { formula: "=SUM(C5:C7)", value: 42.93 }),
      "sum-mismatch C8",
    ],
    [
      "just outside n/2, by formula from elsewhere",
      table(THREE, { formula: "=汇总!D6", value: 42.936 }),
      "sum-mismatch C8",
    ],
    ["counts, by one", table([12, 8, 5], 26, "large-industrial-enterprises"), "sum-mismatch C8"],
  ])("rejects: %s", (_, literal, place) => {
    expect(placesOf(evaluateLiteral(literal), "sum-mismatch")).toEqual([place]);
  });

  test("names members and arithmetic, swapped digits too", () => {
    const finding = onlyFinding(evaluateLiteral(table(THREE, 42.29)), "sum-mismatch");
    expect(finding.trace.arithmetic).toBe("14.26 + 8.66 + 20.00 = 42.92");
    expect(finding.params).toMatchObject({ sum: 42.92, members: 3, hint: "digits-swapped" });
    expect(finding.severity).toBe("error");
    expect(finding.trace.operands.map(({ role }) => role)).toEqual([
      "member",
      "member",
      "member",
      "total",
    ]);
  });
});

describe("the cause is named where it can be", () => {
  test("a range that stops short", () => {
    const literal = table([14.26, 8.66, 20], { formula: "=SUM(C5:C6)", value: 22.92 });
    expect(onlyFinding(evaluateLiteral(literal), "sum-mismatch").params.cause).toEqual({
      kind: "range-short",
      left: [{ row: 6, column: 2, rows: 1, columns: 1 }],
    });
  });

  test("a text number the SUM leaves out: told at the member, with the total as its consequence", () => {
    const literal = table([textNumber("14.26", 14.26), 8.66, 20], {
      formula: "=SUM(C5:C7)",
      value: 28.66,
    });
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["text-number C5"]);
    expect(onlyFinding(evaluation, "text-number")).toMatchObject({
      severity: "error",
      consequences: [{ code: "sum-mismatch", at: { area: { row: 7, column: 2 } } }],
    });
  });

  test("小计 added in by a formula, or by hand", () => {
    const rows = (total: CellLiteral): TableLiteral => ({
      columns: [{ of: "industrial-investment", measure: "actual", format: "0.00" }],
      rows: [
        { name: "甲", cells: [14.26] },
        { name: "乙", cells: [8.66] },
        { name: "小计", role: "subtotal", members: ["甲", "乙"], cells: [22.92] },
        { name: "合计", role: "total", members: ["甲", "乙", "小计"], cells: [total] },
      ],
    });
    expect(evaluateLiteral(rows(22.92)).findings).toEqual([]);
    for (const total of [45.84, { formula: "=SUM(C5:C7)", value: 45.84 }]) {
      expect(onlyFinding(evaluateLiteral(rows(total)), "sum-mismatch").params.cause).toEqual({
        kind: "subtotal-twice",
      });
    }
  });
});

describe("no false errors", () => {
  test("growth, shares, ranks and targets are never added", () => {
    const literal: TableLiteral = {
      columns: (["growth", "share", "rank", "target", "rate"] as const).map((measure) => ({
        of: "industrial-investment",
        measure,
      })),
      rows: [
        { name: "甲", cells: [5, 10, 1, 17, 80] },
        { name: "乙", cells: [6, 20, 2, 17, 90] },
        { name: "合计", role: "total", cells: [5.5, 30, 3, 17, 85] },
      ],
    };
    expect(placesOf(evaluateLiteral(literal), "sum-mismatch")).toEqual([]);
  });

  test("全市 as a reference, larger than the zones together, is no sum", () => {
    const literal = table(THREE, 42.92);
    const city: RowLiteral = { name: "全市", reference: "city", cells: [177.53] };
    expect(evaluateLiteral({ ...literal, rows: [...literal.rows, city] }).findings).toEqual([]);
  });

  test("a mean in the total row of an indicator we do not know is no sum", () => {
    expect(evaluateLiteral(table([12.1, 14.3, 9.8], 12.07, "亩产产出")).findings).toEqual([]);
  });

  test("a row none of whose totals adds up is one question", () => {
    const literal: TableLiteral = {
      columns: ["industrial-investment", "industrial-value-added", "fixed-asset-investment"].map(
        (of) => ({
          of,
          measure: "actual",
          format: "0.00",
        })
      ),
      rows: [
        { name: "甲", cells: [14.26, 20.5, 30.1] },
        { name: "乙", cells: [8.66, 11.2, 12.4] },
        { name: "合计", role: "total", cells: [177.53, 360.4, 276.1] },
      ],
    };
    const finding = onlyFinding(evaluateLiteral(literal), "sum-mismatch");
    expect(finding.severity).toBe("warning");
    expect(reasonsOf(evaluateLiteral(literal), "sum-mismatch")).toHaveLength(2);
  });

  test("a member with fewer digits than its column gives a question, not an error", () => {
    const finding = onlyFinding(
      evaluateLiteral({
        ...table([14.26, 8.66, "20"], 43.12),
      }),
      "sum-mismatch"
    );
    expect(finding).toMatchObject({ severity: "warning", remark: "required" });
  });

  test.each<[string, CellLiteral, string]>([
    ["a missing member", null, "missing-operand C8"],
    [
      "an unreadable member",
      { kind: "unreadable", text: "约20", nearest: 20 },
      "unreadable-operand C8",
    ],
    ["an error", { kind: "error", error: "#REF!" }, "error-operand C8"],
    ["not calculated", { kind: "missing", reason: "not-calculated" }, "missing-operand C8"],
  ])("%s leaves the sum open", (_, cell, reason) => {
    const evaluation = evaluateLiteral(table([14.26, 8.66, cell], 42.92));
    expect(placesOf(evaluation, "sum-mismatch")).toEqual([]);
    expect(reasonsOf(evaluation, "sum-mismatch")).toEqual([reason]);
  });

  test("a blank where the kind has no such indicator adds nothing", () => {
    const literal: TableLiteral = {
      columns: [{ of: "industrial-investment", measure: "actual", format: "0.00" }],
      rows: [
        { name: "甲", cells: [14.26] },
        { name: "乙", cells: [8.66] },
        { name: "丙", cells: [20] },
        { name: "丁", kind: "agricultural", cells: [null] },
        { name: "戊", kind: "agricultural", cells: [null] },
        { name: "合计", role: "total", cells: [42.92] },
      ],
    };
    expect(evaluateLiteral(literal)).toMatchObject({ findings: [], notEvaluable: [] });
  });
});
