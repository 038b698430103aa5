import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../src/core/evaluation/evaluate.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });

/** 签约一批: number, money, of these started, their money, the rate. */
const signed = (head: string, ...rows: (readonly CellLiteral[])[]): TableLiteral => ({
  columns: [
    { of: "signed-projects", measure: "actual", path: ["签约一批", "个数"] },
    {
      of: "signed-projects-investment",
      measure: "actual",
      path: ["签约一批", "总投资"],
      format: "0.00",
    },
    { of: "signed-projects", measure: "done", unit: "个", path: ["签约一批", "已开工(个)"] },
    {
      of: "project-total-investment",
      measure: "done",
      path: ["签约一批", "已开工项目总投资"],
      format: "0.00",
    },
    { of: "starting-rate", measure: "rate", unit: "%", path: ["签约一批", head] },
  ],
  rows: rows.map((cells, index) => zone(`甲${index}`, ...cells)),
});
const SEED: readonly CellLiteral[] = [39, 159.71, 32, 145.66, "91.2"];

describe("a rate of projects is held against the basis its header declares or its column shows", () => {
  test.each<[string, TableLiteral]>([
    ["J10a: by investment, as declared", signed("开工率(按投资)%", SEED)],
    ["undeclared, and it fits one of them", signed("开工率(%)", SEED)],
    ["by number, as declared", signed("开工率(按个数)%", [39, 159.71, 32, 145.66, "82.1"])],
    [
      "a column by number",
      signed(
        "开工率(%)",
        [10, 45.2, 8, 40, "80.0"],
        [12, 60.1, 10, 50, "83.3"],
        [17, 54.4, 14, 50, "82.4"]
      ),
    ],
    ["a blank rate", signed("开工率(%)", [10, 45.2, 8, 40, null])],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test("J10b: declared by number where investment fits, the basis that fits is named", () => {
    const finding = onlyFinding(evaluateLiteral(signed("开工率(按个数)%", SEED)), "rate-mismatch");
    expect(finding).toMatchObject({
      severity: "warning",
      at: { area: { row: 4, column: 6 } },
      params: {
        basis: "count",
        computed: 82.1,
        fits: { basis: "investment", part: "145.66", whole: "159.71" },
      },
    });
  });

  test("a cell of an established column that fits nothing is an error at its place", () => {
    const literal = signed(
      "开工率(%)",
      [10, 45.2, 8, 40, "80.0"],
      [12, 60.1, 10, 50, "83.3"],
      [17, 54.4, 14, 50, "82.4"],
      [20, 70, 13, 40, "56.0"],
      [8, 30, 2, 12, "25.0"]
    );
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["rate-mismatch G8"]);
    const finding = onlyFinding(evaluation, "rate-mismatch");
    expect(finding.severity).toBe("error");
    expect(finding.trace.arithmetic).toBe("13 ÷ 20 × 100 = 65.000");
  });

  test("J12: a rate whose operands are not in the sheet is no mismatch", () => {
    const literal = signed("达效率(%)", [31, 40.34, 29, null, "95.29"]);
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
    expect(reasonsOf(evaluateLiteral(literal), "rate-mismatch")).toEqual([
      "relation-not-established G5",
    ]);
  });

  test("a whole of zero has no rate", () => {
    const literal = signed("开工率(按个数)%", [0, 0, 0, 0, "0.0"]);
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  const attained = (...rows: (readonly CellLiteral[])[]): TableLiteral => ({
    columns: [
      { of: "domestic-capital", measure: "target", unit: "亿元", path: ["到位资金", "年度目标"] },
      { of: "domestic-capital", measure: "actual", format: "0.0" },
      { of: "domestic-capital", measure: "attainment", format: "0.0" },
    ],
    period: { kind: "year", year: 2023 },
    rows: rows.map((cells, index) => zone(`甲${index}`, ...cells)),
  });

  test("完成率 is done over the target, and may exceed 100 (F10)", () => {
    expect(placesOf(evaluateLiteral(attained([100, 126, 126], [100, 155.5, 155.5])))).toEqual([]);
    expect(placesOf(evaluateLiteral(attained([100, 126, 162], [100, 155.5, 155.5])))).toEqual([
      "rate-mismatch E5",
    ]);
  });

  describe("个数 | 投资额(亿元) | 已开工 | 开工率: a word without a unit counts projects", () => {
    const grid = (changes: Readonly<Record<string, GridCell>>): Parameters<typeof sheetOf>[1] => [
      ["2024年1-6月“三个一批”项目情况"],
      [null, null, null, null, "单位:个、亿元、%"],
      ["开发区", "签约一批", null, null, null],
      [null, "个数", "投资额(亿元)", "已开工", "开工率(%)"],
      ...[
        ["宣城经济技术开发区", 38, 108.84, 27, 71.05],
        ["宣州经济开发区", 25, 90.37, 15, 60],
        ["宁国经济技术开发区", 16, 45.85, 15, 93.75],
        ["绩溪经济开发区", 29, 120.66, 25, 86.21],
      ].map((cells, row) =>
        cells.map((cell, column) => changes[`${"ABCDE".charAt(column)}${row + 5}`] ?? cell)
      ),
    ];
    const told = (changes: Readonly<Record<string, GridCell>>): readonly string[] => {
      const book = bookOf(sheetOf("三个一批", grid(changes)));
      const result = evaluate({ book, rulesFile: null, sheets: null });
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      return result.value.findings.map(({ code, at }) => `${code} ${formatArea(at.area)}`);
    };

    test("its rates are of the number of projects", () => {
      expect(told({})).toEqual([]);
      expect(told({ E8: 78.91 })).toEqual(["rate-mismatch E8"]);
    });

    test("with a fraction in it, it is money, and the rate of that", () => {
      expect(told({ D5: 27.5, D6: 15.4, D7: 15.2, D8: 25.1 })).toEqual([]);
    });
  });

  test("a column that follows nowhere is one question", () => {
    const evaluation = evaluateLiteral(attained([100, 126, 60], [100, 155.5, 70], [50, 50, 30]));
    expect(onlyFinding(evaluation, "rate-mismatch")).toMatchObject({
      severity: "warning",
      params: { wholeColumn: true },
      at: { area: { rows: 3 } },
    });
  });
});

describe("a stated rank is the place of its value", () => {
  const ranked = (
    rows: readonly (readonly [CellLiteral, CellLiteral])[],
    more: Partial<ColumnLiteral> = {}
  ): TableLiteral => ({
    columns: [
      { of: "industrial-investment", measure: "growth", format: "0.0" },
      {
        of: "industrial-investment",
        measure: "rank",
        unit: "位",
        path: ["工业投资", "增速位次"],
        ...more,
      },
    ],
    rows: rows.map((cells, index) => zone(`甲${index}`, ...cells)),
  });
  const FINE: readonly (readonly [CellLiteral, CellLiteral])[] = [
    [20.1, 1],
    [12.3, 2],
    [9.9, 3],
    [-3, 4],
    [-17.9, 5],
  ];
  const tied = (...ranks: number[]) =>
    ranked([20.1, 12.3, 12.3, -3].map((value, index) => [value, ranks[index] ?? null] as const));

  test.each<[string, TableLiteral]>([
    ["in order", ranked(FINE)],
    ["ties as 1 2 2 4", tied(1, 2, 2, 4)],
    ["ties as 1 2 2 3", tied(1, 2, 2, 3)],
    [
      "ties as 1 2 2 3 in the whole column",
      ranked([...FINE, [-20, 6], [-20, 6], [-25, 7], [-30, 8]]),
    ],
    ["a tie of which only the last row tells", ranked([...FINE, [-20, 6], [-20, 6], [-25, 7]])],
    ["F8: ties told apart by unrounded values", tied(1, 3, 2, 4)],
    [
      "F9: the place in the province",
      ranked(
        [
          [20.1, 31],
          [12.3, 40],
          [9.9, 44],
        ],
        { path: ["工业投资", "全省位次"] }
      ),
    ],
    [
      "F9: a rank above the number of rows",
      ranked([
        [20.1, 31],
        [12.3, 40],
        [9.9, 44],
      ]),
    ],
    ["a zone that is not ranked takes no place", ranked([...FINE, [1.1, null]])],
    [
      "lowest first where lower is better",
      {
        columns: [
          { of: "energy-intensity", measure: "actual", format: "0.00" },
          { of: "energy-intensity", measure: "rank", unit: "位", path: ["能耗", "位次"] },
        ],
        rows: [zone("甲", 0.5, 1), zone("乙", 0.7, 2), zone("丙", 0.9, 3)],
      },
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test("S12: a stale rank is told at its cell", () => {
    const rows = FINE.map(([value, rank], index) => [value, index === 2 ? 4 : rank] as const);
    const evaluation = evaluateLiteral(ranked(rows));
    expect(placesOf(evaluation)).toEqual(["rank-mismatch D7"]);
    expect(onlyFinding(evaluation, "rank-mismatch")).toMatchObject({
      severity: "error",
      expected: { low: 3, high: 3 },
      params: { ranked: "growth", rows: 5, ascending: false },
    });
  });

  test("a rank that only counting ties once would allow is a slip in a column that counts all", () => {
    const rows = [
      [20.1, 1],
      [12.3, 2],
      [12.3, 2],
      [9.4, 4],
      [8.8, 4],
      [-3, 6],
    ] as const;
    expect(placesOf(evaluateLiteral(ranked(rows)))).toEqual(["rank-mismatch D9"]);
  });

  test("a place among all is a slip in a column that counts ties once", () => {
    const rows = [
      [20.1, 1],
      [12.3, 2],
      [12.3, 2],
      [9.4, 3],
      [8.8, 5],
      [7.1, 5],
      [-3, 6],
    ] as const;
    expect(placesOf(evaluateLiteral(ranked(rows)))).toEqual(["rank-mismatch D9"]);
  });

  test("one row that speaks for each way to count ties leaves those between them open", () => {
    const rows = [
      [20.1, 1],
      [12.3, 2],
      [12.3, 2],
      [9.4, 3],
      [8.8, 5],
    ] as const;
    const evaluation = evaluateLiteral(ranked(rows));
    expect(placesOf(evaluation)).toEqual([]);
    expect(reasonsOf(evaluation, "rank-mismatch")).toEqual([
      "relation-not-established D8",
      "relation-not-established D9",
    ]);
  });

  test("two swapped ranks are two", () => {
    const rows = FINE.map(([value], index) => [value, [2, 1, 3, 4, 5][index] ?? null] as const);
    expect(placesOf(evaluateLiteral(ranked(rows)))).toEqual([
      "rank-mismatch D5",
      "rank-mismatch D6",
    ]);
  });

  describe("one value that jumped over others is told at its cell, whatever becomes of ties", () => {
    const VALUES = [44, 31, 31, 5.6, 3.4, 1.3, -2.7, -8];
    const DENSE = [1, 2, 2, 3, 4, 5, 6, 7];
    const SHARED = [1, 2, 2, 4, 5, 6, 7, 8];
    const told = (ranks: readonly number[], row: number, wrong: number) => {
      const rows = VALUES.map(
        (value, at) => [at === row ? wrong : value, ranks[at] ?? null] as const
      );
      const [finding, ...rest] = evaluateLiteral(ranked(rows)).findings;
      expect(rest).toEqual([]);
      if (finding === undefined) throw new Error("nothing found");
      const cells = [[finding.at], ...finding.alternatives].map((set) =>
        set.map(({ area }) => formatArea(area)).join("+")
      );
      return [finding.code, ...cells];
    };

    test.each<[string, readonly number[], number, number, readonly string[]]>([
      ["counted once, past some", DENSE, 7, 4.5, ["C12"]],
      ["shared, to the bottom", SHARED, 0, -20, ["C5"]],
      ["counted once, to the top", DENSE, 6, 60, ["C11"]],
      ["one of a tie that is counted once", DENSE, 1, 30.2, ["C6", "C7"]],
    ])("%s", (_, ranks, row, wrong, cells) => {
      expect(told(ranks, row, wrong)).toEqual(["rank-mismatch", ...cells]);
    });
  });

  test("a zone whose value is missing takes its place all the same", () => {
    const rows = FINE.map(([value, rank], index) => [index === 1 ? null : value, rank] as const);
    expect(placesOf(evaluateLiteral(ranked(rows)), "rank-mismatch")).toEqual([]);
  });

  test("ranks within 工业类 and 农业类 are ranks within each", () => {
    const literal = ranked([]);
    const row = (name: string, kind: "industrial" | "agricultural", ...cells: CellLiteral[]) => ({
      name,
      kind,
      cells,
    });
    const rows = [
      row("甲", "industrial", 20.1, 1),
      row("乙", "industrial", 9.9, 2),
      row("丙", "agricultural", 30.3, 1),
      row("丁", "agricultural", 3.3, 2),
    ];
    expect(placesOf(evaluateLiteral({ ...literal, rows }))).toEqual([]);
  });

  test("a column that ranks nothing known is left alone", () => {
    const rows = FINE.map(([value], index) => [value, [3, 1, 5, 2, 4][index] ?? null] as const);
    const evaluation = evaluateLiteral(ranked(rows, { path: ["工业投资", "位次"] }));
    expect(placesOf(evaluation)).toEqual([]);
    expect(reasonsOf(evaluation, "rank-mismatch")).toHaveLength(5);
  });
});

describe("a percentage of counts has a whole denominator", () => {
  const counts = (count: CellLiteral, percent: string): TableLiteral => ({
    columns: [
      { of: "large-industrial-enterprises", measure: "actual" },
      {
        of: "large-industrial-enterprises",
        measure: "share",
        against: { kind: "reference", scope: "city", stated: null },
      },
    ],
    rows: [zone("晋城", count, percent)],
  });

  test.each([
    ["J20 213 / 34.2 %", 213, "34.2"],
    ["Y18a 90 / 75 %", 90, "75"],
    ["none", 0, "0.0"],
    ["all", 7, "100"],
  ] as const)("accepts: %s", (_, count, percent) => {
    expect(placesOf(evaluateLiteral(counts(count, percent)))).toEqual([]);
  });

  test("7 is not 74 % of any whole number", () => {
    const finding = onlyFinding(evaluateLiteral(counts(7, "74")), "integer-infeasible");
    expect(finding).toMatchObject({
      severity: "warning",
      remark: "required",
      at: { area: { row: 4, column: 3 } },
      params: {
        count: 7,
        nearest: [
          { whole: 9, percent: 78 },
          { whole: 10, percent: 70 },
        ],
      },
    });
  });

  test("F32: amounts have no whole denominator", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "tax-revenue", measure: "actual" },
        {
          of: "tax-revenue",
          measure: "share",
          against: { kind: "reference", scope: "city", stated: null },
        },
      ],
      rows: [zone("晋城", 7, "74")],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });
});
