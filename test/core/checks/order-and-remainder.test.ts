import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });
const RECTIFIED: readonly ColumnLiteral[] = [
  { of: "rectification-problems", measure: "actual", path: ["专项整治问题", "总数"] },
  { of: "rectification-problems", measure: "done", unit: "个" },
  { of: "rectification-problems", measure: "remaining", unit: "个" },
];
const rectified = (...rows: (readonly CellLiteral[])[]): TableLiteral => ({
  columns: RECTIFIED,
  rows: rows.map((cells, index) => ({ name: `甲${index}`, cells })),
});

describe("done and remaining add up to the total", () => {
  test.each<[string, TableLiteral]>([
    [
      "J22 and J23, and the three of J21",
      rectified([22, "8", "14"], [9, "3", "6"], [246, "235", "11"]),
    ],
    ["nothing left", rectified([7, "7", "0"])],
    ["a blank remainder", rectified([7, "7", null])],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test.each<[string, TableLiteral, readonly string[]]>([
    [
      "one off by one",
      rectified([22, "8", "13"], [9, "3", "6"], [5, "5", "0"], [4, "1", "3"]),
      ["remainder-mismatch E5"],
    ],
    ["a single row", rectified([22, "8", "15"]), ["remainder-mismatch E5"]],
    [
      "two at once",
      rectified(
        [22, "8", "15"],
        [9, "3", "5"],
        [5, "5", "0"],
        [4, "1", "3"],
        [6, "2", "4"],
        [7, "7", "0"],
        [8, "1", "7"],
        [9, "9", "0"]
      ),
      ["remainder-mismatch E5", "remainder-mismatch E6"],
    ],
  ])("rejects: %s", (_, literal, places) => {
    expect(placesOf(evaluateLiteral(literal), "remainder-mismatch")).toEqual(places);
  });

  const inThree = (...rows: (readonly CellLiteral[])[]): TableLiteral => ({
    columns: [
      ...RECTIFIED.slice(0, 2),
      { of: "rectification-problems", measure: "remaining", unit: "个", path: ["正在整改"] },
      { of: "rectification-problems", measure: "remaining", unit: "个", path: ["未整改"] },
    ],
    rows: rows.map((cells, index) => ({ name: `甲${index}`, cells })),
  });

  test("being done and not yet begun remain together", () => {
    const right = inThree(
      [24, "20", "3", "1"],
      [15, "15", "0", "0"],
      [9, "6", "2", "1"],
      [7, "2", "4", "1"]
    );
    expect(placesOf(evaluateLiteral(right))).toEqual([]);
    const wrong = evaluateLiteral(
      inThree(
        [24, "20", "3", "1"],
        [15, "15", "0", "0"],
        [9, "6", "2", "1"],
        [7, "2", "4", "2"],
        [8, "2", "5", "1"]
      )
    );
    expect(placesOf(wrong)).toEqual(["remainder-mismatch F8"]);
    expect(onlyFinding(wrong, "remainder-mismatch").trace.arithmetic).toBe("7 − 2 − 4 = 1");
  });

  test("says total, done and what remains", () => {
    const finding = onlyFinding(evaluateLiteral(rectified([22, "8", "15"])), "remainder-mismatch");
    expect(finding.severity).toBe("error");
    expect(finding.trace.arithmetic).toBe("22 − 8 = 14");
    expect(finding.expected).toEqual({ low: 14, high: 14 });
  });

  test("a column that follows nowhere is one question", () => {
    const literal = rectified([22, "8", "1"], [9, "3", "2"], [5, "4", "3"]);
    expect(onlyFinding(evaluateLiteral(literal), "remainder-mismatch")).toMatchObject({
      severity: "warning",
      params: { wholeColumn: true },
      at: { area: { row: 4, column: 4, rows: 3, columns: 1 } },
    });
  });

  test("without the total there is nothing to add up to", () => {
    expect(reasonsOf(evaluateLiteral(rectified([null, "8", "14"])), "remainder-mismatch")).toEqual([
      "missing-operand E5",
    ]);
  });
});

describe("a part does not exceed its whole", () => {
  const pair = (
    part: string,
    whole: string,
    ...rows: (readonly [CellLiteral, CellLiteral])[]
  ): TableLiteral => ({
    columns: [
      { of: whole, measure: "actual", format: "0.00" },
      { of: part, measure: "actual", format: "0.00" },
    ],
    rows: rows.map(([larger, smaller], index) => zone(`甲${index}`, larger, smaller)),
  });

  test.each<[string, TableLiteral]>([
    ["done = total", rectified([22, "22", "0"])],
    ["J19 781 of 1605", pair("new-enterprises", "new-market-entities", [1605, 781])],
    ["Y16 7657 new of 50284", pair("new-market-entities", "market-entities", [50284, 7657])],
    [
      "Y21 100 used of 121.6",
      pair("standard-factory-used", "standard-factory-built", [121.6, 100]),
    ],
    ["Y21 4.6 new of 121.6", pair("standard-factory-new", "standard-factory-built", [121.6, 4.6])],
    [
      "Y22 23.8 of 111.5",
      pair("infrastructure-completed-investment", "infrastructure-total-investment", [111.5, 23.8]),
    ],
    [
      "J06 工业投资 30.9 in 固投 48.04",
      pair("industrial-investment", "fixed-asset-investment", [48.04, 30.9]),
    ],
    ["J20 35 new of 213", pair("new-large-enterprises", "large-industrial-enterprises", [213, 35])],
    ["F24: all of it", pair("transformation-investment", "industrial-investment", [50, 50])],
    [
      "more by rounding only",
      pair("transformation-investment", "industrial-investment", ["50.0", "50.04"]),
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test.each<[string, TableLiteral, string, "error" | "warning"]>([
    ["done > total", rectified([22, "23", null]), "order-violation D5", "error"],
    [
      "new > stock",
      pair("new-market-entities", "market-entities", [500, 7657]),
      "order-violation D5",
      "error",
    ],
    [
      "用 > 建",
      pair("standard-factory-used", "standard-factory-built", [100, 121.6]),
      "order-violation D5",
      "error",
    ],
    [
      "转型 > 工业投资 is a question of scope",
      pair("transformation-investment", "industrial-investment", [100.19, 109.24]),
      "order-violation D5",
      "warning",
    ],
  ])("rejects: %s", (_, literal, place, severity) => {
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation, "order-violation")).toEqual([place]);
    expect(onlyFinding(evaluation, "order-violation").severity).toBe(severity);
  });

  const FUNNEL = [
    "contacted-projects",
    "intended-projects",
    "landed-projects",
    "same-year-started-projects",
  ];
  const funnel = (...cells: CellLiteral[]): TableLiteral => ({
    columns: FUNNEL.map((of) => ({ of, measure: "actual" as const })),
    rows: [zone("晋城", ...cells)],
  });

  test("J09: the stages of a funnel fall", () => {
    expect(placesOf(evaluateLiteral(funnel(157, 66, 7, 3)))).toEqual([]);
    expect(placesOf(evaluateLiteral(funnel(157, 66, 70, 3)))).toEqual(["order-violation E5"]);
  });

  const parts = (...cells: CellLiteral[]): TableLiteral => ({
    columns: [{ of: "public-budget-revenue", measure: "actual", format: "0.00" }],
    rows: [
      zone("河津", cells[0] ?? null),
      { name: "其中:园区", role: "part", cells: [cells[1] ?? null] },
      zone("永济", 5),
    ],
  });

  test("其中 rows stay within the row above them; S20", () => {
    expect(placesOf(evaluateLiteral(parts(14.26, 14.26)))).toEqual([]);
    expect(placesOf(evaluateLiteral(parts(-3, 1)))).toEqual([]);
    expect(placesOf(evaluateLiteral(parts(14.26, 14.28)))).toEqual(["order-violation C6"]);
  });

  test("a total of other zones is held against nothing", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "fixed-asset-investment", measure: "actual", format: "0.00" },
        { of: "industrial-investment", measure: "actual", format: "0.00" },
      ],
      rows: [
        zone("万荣", 8, null),
        zone("河津", null, 20),
        { name: "合计", role: "total", cells: [8, 20] },
      ],
    };
    expect(placesOf(evaluateLiteral(literal), "order-violation")).toEqual([]);
  });

  test("a share above 100 is asked about; attainment and growth are not (F10)", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "transformation-investment", measure: "share", format: "0.0" },
        { of: "domestic-capital", measure: "attainment", format: "0.0" },
        { of: "domestic-capital", measure: "growth", format: "0.00" },
      ],
      rows: [zone("河津", 100, 126, 994.56), zone("永济", 100.2, 116.7, 3)],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual(["order-violation C6"]);
  });
});

describe("增减额 is this year's level less last year's", () => {
  const columns: readonly ColumnLiteral[] = [
    { of: "tax-revenue", measure: "prior", format: "0.00" },
    { of: "tax-revenue", measure: "actual", format: "0.00" },
    { of: "tax-revenue", measure: "increase", unit: "亿元", format: "0.00" },
  ];
  const increase = (...rows: (readonly CellLiteral[])[]): TableLiteral => ({
    columns,
    rows: rows.map((cells, index) => ({ name: `甲${index}`, cells })),
  });

  test("within the rounding of the two", () => {
    expect(
      placesOf(evaluateLiteral(increase([20.1, 22.3, 2.2], [15, 14.1, -0.9], [1, 2, 1.01])))
    ).toEqual([]);
  });

  test("a slip is told at its cell", () => {
    const evaluation = evaluateLiteral(
      increase([20.1, 22.3, 2.5], [15, 14.1, -0.9], [1, 2, 1], [3, 5, 2])
    );
    expect(placesOf(evaluation)).toEqual(["difference-mismatch E5"]);
  });
});
