import { describe, expect, test } from "@jest/globals";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import { tableOf } from "../../support/table.ts";
import type { CellLiteral, TableLiteral } from "../../support/table.ts";

type Row = readonly [growth: CellLiteral, difference: CellLiteral];

function toCity(rows: readonly Row[], city: CellLiteral = -7.8): TableLiteral {
  return {
    columns: [
      { of: "industrial-investment", measure: "growth" },
      {
        of: "industrial-investment",
        measure: "difference",
        unit: "个百分点",
        against: { kind: "reference", scope: "city", stated: null },
      },
    ],
    rows: [
      ...rows.map((cells, index) => ({ name: `甲${index}`, cells })),
      { name: "全市", reference: "city", cells: [city, null] },
    ],
  };
}

function toTarget(
  rows: readonly (readonly [CellLiteral, CellLiteral, CellLiteral])[]
): TableLiteral {
  return {
    columns: [
      { of: "industrial-investment", measure: "growth", format: "0.00" },
      { of: "industrial-investment", measure: "target" },
      { of: "industrial-investment", measure: "gap", unit: "个百分点", format: "0.00" },
    ],
    rows: rows.map((cells, index) => ({ name: `甲${index}`, cells })),
  };
}

describe("differences to 全市", () => {
  test.each<[string, TableLiteral]>([
    [
      "exactly, rounded once",
      toCity([
        [-17.92, -10.1],
        [5.25, 13.1],
        [1.3, 9.1],
      ]),
    ],
    [
      "at the finer operand's place",
      toCity([
        [-17.92, -10.12],
        [5.25, 13.05],
        [1.3, 9.1],
      ]),
    ],
    [
      "other − own",
      toCity([
        [-17.92, 10.1],
        [5.25, -13.1],
        [1.3, -9.1],
      ]),
    ],
    [
      "the size alone",
      toCity([
        [-17.92, 10.1],
        [5.25, 13.1],
        [1.3, 9.1],
      ]),
    ],
    [
      "none given",
      toCity([
        [-17.92, "-"],
        [5.25, null],
        [1.3, 9.1],
      ]),
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal), "difference-mismatch")).toEqual([]);
  });

  test.each<[string, TableLiteral, readonly string[]]>([
    [
      "a slip",
      toCity([
        [-17.92, -10.3],
        [5.25, 13.1],
        [1.3, 9.1],
      ]),
      ["difference-mismatch D5"],
    ],
    [
      "a sign against the column's majority",
      toCity([
        [-17.92, 10.1],
        [5.25, 13.1],
        [1.3, 9.1],
        [-20, -12.2],
        [-9, -1.2],
      ]),
      ["difference-mismatch D5"],
    ],
    [
      "two at once",
      toCity([
        [-17.92, -10.3],
        [5.25, 13.9],
        [1.3, 9.1],
        [2, 9.8],
        [3, 10.8],
      ]),
      ["difference-mismatch D5", "difference-mismatch D6"],
    ],
  ])("rejects: %s", (_, literal, places) => {
    expect(placesOf(evaluateLiteral(literal), "difference-mismatch")).toEqual(places);
  });

  test("a falling rate above a faster falling one is above it", () => {
    const literal = toCity(
      [
        [-17.92, 0.4],
        [-18, 0.3],
        [-20, -1.7],
      ],
      -18.3
    );
    expect(evaluateLiteral(literal).findings).toEqual([]);
  });

  test("a column that follows from nothing is one question", () => {
    const finding = onlyFinding(
      evaluateLiteral(
        toCity([
          [-17.92, 3],
          [5.25, 4],
          [1.3, 5],
        ])
      ),
      "difference-mismatch"
    );
    expect(finding).toMatchObject({ severity: "warning", params: { wholeColumn: true } });
  });

  test("without a rate of 全市 nothing can be said", () => {
    const evaluation = evaluateLiteral(
      toCity(
        [
          [-17.92, -10.1],
          [5.25, 13.1],
          [1.3, 9.1],
        ],
        null
      )
    );
    expect(reasonsOf(evaluation, "difference-mismatch")).toEqual([
      "missing-operand D5",
      "missing-operand D6",
      "missing-operand D7",
    ]);
  });

  test("全市 may stand in another table of the book, but not in another city's", () => {
    const own = toCity([
      [-17.92, -10.3],
      [5.25, 13.1],
      [1.3, 9.1],
    ]);
    const zones = tableOf({ ...own, rows: own.rows.filter((row) => row.reference === undefined) });
    const reference = tableOf({ ...own, sheet: "全市", rows: own.rows.slice(-1) });
    const found = (city: string | null): readonly string[] =>
      placesOf(evaluateTables([zones, { ...reference, city }], []), "difference-mismatch");
    expect(found("运城")).toEqual(["difference-mismatch D5"]);
    expect(found(null)).toEqual(["difference-mismatch D5"]);
    expect(found("晋城")).toEqual([]);
  });

  test("the trace gives both rates and their cells", () => {
    const { trace } = onlyFinding(
      evaluateLiteral(
        toCity([
          [-17.92, -10.3],
          [5.25, 13.1],
          [1.3, 9.1],
        ])
      ),
      "difference-mismatch"
    );
    expect(trace.arithmetic).toBe("-17.92 − (-7.8) = -10.12");
    expect(trace.operands.map(({ role, at }) => [role, at?.area.row])).toEqual([
      ["rate", 4],
      ["reference", 7],
      ["stated", 4],
    ]);
  });
});

describe("gaps to the target", () => {
  test.each<[string, TableLiteral]>([
    [
      "actual − target",
      toTarget([
        [9.3, 16, -6.7],
        [18, 17, 1],
        [10, 17, -7],
      ]),
    ],
    [
      "what misses, as a size",
      toTarget([
        [9.3, 16, 6.7],
        [18, 17, -1],
        [10, 17, 7],
      ]),
    ],
    [
      "what misses, nothing where nothing does",
      toTarget([
        [9.3, 16, 6.7],
        [18, 17, 0],
        [10, 17, 7],
      ]),
    ],
    [
      "no target, no gap",
      toTarget([
        [9.3, 16, -6.7],
        [18, "-", "-"],
        [10, 17, -7],
      ]),
    ],
    [
      "half a digit is a tie, rounded away from zero",
      toTarget([
        [9.295, 16, -6.71],
        [18, 17, 1],
        [10, 17, -7],
      ]),
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal), "difference-mismatch")).toEqual([]);
  });

  test("a target is exact: its digits give the gap no room", () => {
    const literal = toTarget([
      [9.3, 16, -6.5],
      [18, 17, 1],
      [10, 17, -7],
    ]);
    const finding = onlyFinding(evaluateLiteral(literal), "difference-mismatch");
    expect(finding.params).toMatchObject({ isGap: true, computed: -6.7 });
    expect(finding.trace.arithmetic).toBe("9.30 − 16 = -6.70");
  });
});
