import { describe, expect, test } from "@jest/globals";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { evaluateLiteral, onlyFinding, placesOf } from "../../support/check-cases.ts";
import { tableOf, textNumber } from "../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const CITY = { kind: "reference", scope: "city", stated: null } as const;
const NOW: ColumnLiteral = { of: "industrial-value-added", measure: "actual", format: "0.00" };
const BEFORE: ColumnLiteral = { of: "industrial-value-added", measure: "prior", format: "0.00" };
const GROWTH: ColumnLiteral = { of: "industrial-value-added", measure: "growth", format: "0.00" };
const SHARE: ColumnLiteral = { ...NOW, measure: "share", against: CITY };

/** Zones from row 5 on. */
function table(
  columns: readonly ColumnLiteral[],
  ...rows: readonly (readonly CellLiteral[])[]
): TableLiteral {
  return {
    columns,
    rows: rows.map((cells, index): RowLiteral => ({
      name: `${"甲乙丙丁戊己"[index] ?? ""}区`,
      cells,
    })),
  };
}

const withCity = (literal: TableLiteral, cells: readonly CellLiteral[]): TableLiteral => ({
  ...literal,
  rows: [...literal.rows, { name: "全市", reference: "city", cells }],
});

describe("unit-suspect: one number a power of ten off", () => {
  const rows = (odd: CellLiteral): readonly (readonly CellLiteral[])[] => [
    [14.26, 12.11],
    [8.66, 9.02],
    [odd, 19.87],
    [31.17, 30.05],
    [34.65, 33.1],
  ];
  test.each<[string, CellLiteral, readonly string[]]>([
    ["an ordinary number", 20.51, []],
    ["a tenfold growth", 198.7, []],
    ["万元 among 亿元", 205100, ["unit-suspect C7"]],
    ["亿元 for 万元", 0.00205, ["unit-suspect C7"]],
  ])("%s", (_, odd, places) => {
    expect(placesOf(evaluateLiteral(table([NOW, BEFORE], ...rows(odd))), "unit-suspect")).toEqual(
      places
    );
  });

  test("a growth that says so is a small base, not a unit", () => {
    const literal = table(
      [NOW, BEFORE, GROWTH],
      [14.26, 12.11, 17.75],
      [8.66, 9.02, -3.99],
      [100, 0.01, 999900],
      [31.17, 30.05, 3.73],
      [34.65, 33.1, 4.68]
    );
    expect(placesOf(evaluateLiteral(literal), "unit-suspect")).toEqual([]);
  });

  test("what it leads to stands under it, and what it should be is said", () => {
    const literal = withCity(
      table([NOW, SHARE], [14.26, 8.03], [86600, 4.88], [20.5, 11.55], [31.17, 17.56]),
      [177.53, null]
    );
    const total: RowLiteral = { name: "合计", role: "total", cells: [74.59, 42.02] };
    const finding = onlyFinding(
      evaluateLiteral({ ...literal, rows: [...literal.rows, total] }),
      "unit-suspect"
    );
    expect(formatArea(finding.at.area)).toBe("C6");
    expect(finding.params).toMatchObject({ power: 4, likely: 8.66 });
    expect(finding.consequences.map(({ at }) => formatArea(at.area))).toEqual(["D6", "C10"]);
    expect(formatFinding(finding, "zh-CN").message).toContain("大 1 万倍");
  });

  test("a fraction among percentages, by its format or by its relation", () => {
    const percent: ColumnLiteral = { ...GROWTH, format: "0.0%" };
    const literal = table([percent], [17.2], [5.3], [0.081], [9.4], [11.9]);
    expect(placesOf(evaluateLiteral(literal), "unit-suspect")).toEqual([]);
    const share = withCity(
      table([NOW, SHARE], [14.26, 8.03], [8.66, "0.0488"], [20.5, 11.55], [31.17, 17.56]),
      [177.53, null]
    );
    expect(placesOf(evaluateLiteral(share))).toEqual(["unit-suspect D6"]);
    expect(placesOf(evaluateLiteral(table([GROWTH], [17.2], [5.3], [0.4], [9.4], [11.9])))).toEqual(
      []
    );
  });
});

describe("unit-conflict: a whole column", () => {
  test("in 万元 under 亿元, seen by the shares: one question that takes theirs", () => {
    const literal = withCity(
      table([NOW, SHARE], [142600, 8.03], [86600, 4.88], [205000, 11.55], [311700, 17.56]),
      [177.53, null]
    );
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["unit-conflict C5:C8"]);
    expect(onlyFinding(evaluation, "unit-conflict").params).toMatchObject({
      power: 4,
      evidence: "share",
    });
  });

  test("seen by last year's values", () => {
    const literal = table([NOW, BEFORE], [142600, 12.11], [86600, 9.02], [205000, 19.87]);
    expect(placesOf(evaluateLiteral(literal))).toEqual(["unit-conflict C5:C7"]);
  });
});

describe("duplicate-entry: a zone twice", () => {
  const twice = (second: CellLiteral): TableLiteral => ({
    columns: [NOW],
    rows: [
      { name: "甲区", cells: [14.26] },
      { name: "乙区", cells: [8.66] },
      { name: "甲区", cells: [second] },
    ],
  });
  test.each<[CellLiteral, readonly string[]]>([
    [14.26, []],
    [null, []],
    [14.62, ["duplicate-entry C7"]],
  ])("the second says %s", (second, places) => {
    expect(placesOf(evaluateLiteral(twice(second)), "duplicate-entry")).toEqual(places);
  });
});

describe("sign-suspect: word and sign", () => {
  const FALL: ColumnLiteral = { ...GROWTH, measure: "fall", path: ["降幅(%)"] };
  test("one negative fall among positive ones", () => {
    const literal = table([FALL], [5.2], [3.1], [-4.4], [6.3], [7.1], [2.2]);
    expect(placesOf(evaluateLiteral(literal))).toEqual(["sign-suspect C7"]);
  });
  test("a column that prints its falls with a sign is left alone", () => {
    expect(placesOf(evaluateLiteral(table([FALL], [-5.2], [-3.1], [-4.4], [6.3])))).toEqual([]);
  });
  test("下降-17.92% says it twice, 增长-8.92% is style", () => {
    const literal = table(
      [GROWTH],
      [textNumber("下降-17.92%", -17.92)],
      [textNumber("增长-8.92%", -8.92)]
    );
    expect(placesOf(evaluateLiteral(literal), "sign-suspect")).toEqual(["sign-suspect C5"]);
  });
});

describe("zero-suspect: 0 for not known", () => {
  test("where last year had a value and no other zone says 0", () => {
    const rows = [
      [14.26, 12.1],
      [8.66, 9.0],
      [0, 19.8],
      [31.17, 30.05],
      [34.65, 33.1],
    ];
    expect(placesOf(evaluateLiteral(table([NOW, BEFORE], ...rows)))).toEqual(["zero-suspect C7"]);
    const noBase = rows.map(([now, before]) => [now ?? 0, now === 0 ? 0 : (before ?? 0)]);
    expect(placesOf(evaluateLiteral(table([NOW, BEFORE], ...noBase)))).toEqual([]);
  });
});

describe("repeated-values: another period's or another zone's", () => {
  test("three zones as last year: not updated", () => {
    const literal = table(
      [NOW, BEFORE],
      [12.11, 12.11],
      [9.02, 9.02],
      [19.87, 19.87],
      [31.17, 30.05]
    );
    expect(placesOf(evaluateLiteral(literal))).toEqual(["repeated-values C5:C7"]);
  });
  test("two zones alike in three telling cells", () => {
    const literal = table(
      [NOW, BEFORE, GROWTH],
      [14.26, 12.11, 17.75],
      [8.66, 9.02, -3.99],
      [14.26, 12.11, 17.75]
    );
    const finding = onlyFinding(evaluateLiteral(literal), "repeated-values");
    expect(finding.params).toEqual({ kind: "twins", count: 3, other: "甲区" });
    expect(formatArea(finding.at.area)).toBe("C7:E7");
  });
  test("round numbers agree by chance", () => {
    const literal = table([NOW, BEFORE, GROWTH], [12, 10, 20], [30, 20, 50], [12, 10, 20]);
    expect(placesOf(evaluateLiteral(literal), "repeated-values")).toEqual([]);
  });
});

describe("shifted-rows: shares beside the wrong names", () => {
  test("three running that fit the row below are one question", () => {
    const literal = withCity(
      table(
        [NOW, SHARE],
        [14.26, 8.03],
        [8.66, 11.55],
        [20.5, 17.56],
        [31.17, 19.52],
        [34.65, 19.52],
        [22.2, 12.5]
      ),
      [177.53, null]
    );
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["shifted-rows D6:D8"]);
    expect(onlyFinding(evaluation, "shifted-rows").params).toEqual({ rows: 3, by: 1 });
  });
});

describe("formula-deviates: a run of formulas", () => {
  const run = (third: CellLiteral): TableLiteral =>
    withCity(
      table(
        [NOW, SHARE],
        [14.26, { formula: "=C5/C$10*100", value: 8.0324 }],
        [8.66, { formula: "=C6/C$10*100", value: 4.8781 }],
        [20.5, third],
        [31.17, { formula: "=C8/C$10*100", value: 17.5576 }],
        [34.65, { formula: "=C9/C$10*100", value: 19.5178 }]
      ),
      [177.53, null]
    );
  test.each<[string, CellLiteral, readonly string[]]>([
    ["the same, written without $", { formula: "=C7/C10*100", value: 11.5473 }, []],
    ["a number typed in between", 11.55, ["formula-deviates D7"]],
    ["another row below the line", { formula: "=C7/C9*100", value: 59.16 }, ["share-mismatch D7"]],
    ["another column", { formula: "=B7/C$10*100", value: 11.5473 }, ["formula-deviates D7"]],
  ])("%s", (_, third, places) => {
    expect(placesOf(evaluateLiteral(run(third)))).toEqual(places);
  });
  test("what the run would have there is said", () => {
    expect(onlyFinding(evaluateLiteral(run(11.55)), "formula-deviates").params).toEqual({
      kind: "typed",
      formula: null,
      usual: "=C7/C$10*100",
    });
  });
});

describe("external-link and stale-value", () => {
  test("a value from another workbook is told; a column of them is one question", () => {
    const linked = (row: number): CellLiteral => ({
      formula: `='[5月报表.xlsx]开发区'!C${row}`,
      value: 14.26 + row,
    });
    expect(placesOf(evaluateLiteral(table([NOW], [linked(5)], [8.66], [20.5])))).toEqual([
      "external-link C5",
    ]);
    expect(placesOf(evaluateLiteral(table([NOW], [linked(5)], [linked(6)], [linked(7)])))).toEqual([
      "external-link C5:C7",
    ]);
    const ownTable: CellLiteral = { formula: "=SUM(Table1[完成])", value: 14.26 };
    expect(placesOf(evaluateLiteral(table([NOW], [ownTable], [8.66], [20.5])))).toEqual([]);
  });

  test("a formula whose value is old is told only where the workbook calculates by hand", () => {
    const literal = withCity(
      table([NOW, SHARE], [14.26, { formula: "=ROUND(C5/C$6*100,2)", value: 7.5 }]),
      [177.53, null]
    );
    const stale = (calculation: "manual" | "automatic"): readonly string[] =>
      evaluateTables([tableOf(literal)], [], calculation).findings.map(
        ({ code, consequences }) => `${code} ${consequences.length}`
      );
    expect(stale("manual")).toEqual(["stale-value 1"]);
    expect(stale("automatic")).toEqual(["share-mismatch 0"]);
  });
});
