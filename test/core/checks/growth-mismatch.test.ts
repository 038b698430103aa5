import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import type { CellLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

type Row = readonly [current: CellLiteral, prior: CellLiteral, growth: CellLiteral];

function table(of: string, rows: readonly Row[], more: readonly RowLiteral[] = []): TableLiteral {
  return {
    columns: [
      { of, measure: "actual", format: "0.00" },
      { of, measure: "prior", format: "0.00" },
      { of, measure: "growth", format: "0.00" },
    ],
    rows: [...rows.map((cells, index) => ({ name: `甲${index}`, cells })), ...more],
  };
}

const TAX = "tax-revenue"; // nominal
const INVESTMENT = "industrial-investment"; // 同口径
const VALUE_ADDED = "industrial-value-added"; // 可比价

describe("nominal growth follows from the two levels, cell by cell", () => {
  test.each<[string, readonly Row[]]>([
    [
      "exactly",
      [
        [11, 10, 10],
        [9, 10, -10],
        [5, 4, 25],
      ],
    ],
    // 11.00/10.00: 10.995/10.005 … 11.005/9.995 → 9.895 … 10.105
    [
      "just inside",
      [
        [11, 10, 10.1],
        [9, 10, -10],
        [5, 4, 25],
      ],
    ],
    [
      "a zone without a base",
      [
        [11, null, "-"],
        [9, 10, -10],
        [5, 4, 25],
      ],
    ],
  ])("accepts: %s", (_, rows) => {
    expect(placesOf(evaluateLiteral(table(TAX, rows)), "growth-mismatch")).toEqual([]);
  });

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      "just outside",
      [
        [11, 10, 10.12],
        [9, 10, -10],
        [5, 4, 25],
      ],
      ["growth-mismatch E5"],
    ],
    [
      "two at once",
      [
        [11, 10, 12],
        [9, 10, -10],
        [5, 4, 52],
      ],
      ["growth-mismatch E5", "growth-mismatch E7"],
    ],
  ])("rejects: %s", (_, rows, places) => {
    expect(placesOf(evaluateLiteral(table(TAX, rows)), "growth-mismatch")).toEqual(places);
  });

  test("a lost minus, swapped digits and a slipped point are named", () => {
    const hintFor = (growth: number): string | null =>
      onlyFinding(
        evaluateLiteral(
          table(TAX, [
            [8.21, 10, growth],
            [9, 10, -10],
            [5, 4, 25],
          ])
        ),
        "growth-mismatch"
      ).params.hint;
    expect(hintFor(17.9)).toBe("minus-lost");
    expect(hintFor(-19.7)).toBe("digits-swapped");
    expect(hintFor(-179)).toBe("point-moved");
    expect(hintFor(-25.3)).toBeNull();
  });

  test("a whole column that does not follow is one question", () => {
    const evaluation = evaluateLiteral(
      table(TAX, [
        [11, 10, 3],
        [9, 10, 4],
        [5, 4, 5],
      ])
    );
    const finding = onlyFinding(evaluation, "growth-mismatch");
    expect(finding.params.wholeColumn).toBe(true);
    expect(finding.at.area).toEqual({ row: 4, column: 4, rows: 3, columns: 1 });
  });

  test("a base of zero, below zero or absent leaves growth undefined, whatever is typed there", () => {
    const rows: readonly Row[] = [
      [11, 0, 100],
      [9, -2, 100],
      [5, "-", 100],
      [6, 5, 20],
    ];
    const evaluation = evaluateLiteral(table(TAX, rows));
    expect(placesOf(evaluation, "growth-mismatch")).toEqual([]);
    expect(reasonsOf(evaluation, "growth-mismatch")).toEqual([
      "no-base E5",
      "no-base E6",
      "no-base E7",
    ]);
  });

  test("a total's nominal growth is recomputed", () => {
    const total: RowLiteral = { name: "合计", role: "total", cells: [25, 24, 14.17] };
    const rows: readonly Row[] = [
      [11, 10, 10],
      [9, 10, -10],
      [5, 4, 25],
    ];
    expect(placesOf(evaluateLiteral(table(TAX, rows, [total])))).toEqual(["growth-mismatch E8"]);
  });

  test("columns of falls hold positive numbers", () => {
    const literal = table(TAX, [
      [9, 10, 10],
      [8, 10, 20],
      [7, 10, 31],
    ]);
    const falls: TableLiteral = {
      ...literal,
      columns: literal.columns.map((column) =>
        column.measure === "growth" ? { ...column, measure: "fall" } : column
      ),
    };
    const finding = onlyFinding(evaluateLiteral(falls), "growth-mismatch");
    expect(finding.trace.arithmetic).toBe("(1 − 7.00 ÷ 10.00) × 100 = 30.0000");
  });
});

describe("同口径 growth is given by the statistics office", () => {
  test("a column that does not follow its levels is one question, never one a row", () => {
    const rows: readonly Row[] = [
      [11, 10, 3.4],
      [9, 10, -2.2],
      [5, 4, 7.1],
      [6, 5, 9.9],
    ];
    const finding = onlyFinding(evaluateLiteral(table(INVESTMENT, rows)), "growth-mismatch");
    expect(finding).toMatchObject({ severity: "warning", params: { wholeColumn: true } });
  });

  test("a column that does follow is judged at the cell", () => {
    const rows: readonly Row[] = [
      [11, 10, 10],
      [9, 10, -10],
      [5, 4, 25],
      [6, 5, 20],
      [7, 7, 3],
    ];
    expect(placesOf(evaluateLiteral(table(INVESTMENT, rows)))).toEqual(["growth-mismatch E9"]);
  });

  test("one published pair proves nothing: 423222 on 419409, printed +3.4 %", () => {
    const evaluation = evaluateLiteral(table(INVESTMENT, [[423222, 419409, 3.4]]));
    expect(evaluation.findings).toEqual([]);
    expect(reasonsOf(evaluation, "growth-mismatch")).toEqual(["basis-given E5"]);
  });

  test("a header that says 可比口径 settles the question", () => {
    const literal = table(INVESTMENT, [
      [11, 10, 3.4],
      [9, 10, -2.2],
      [5, 4, 7.1],
    ]);
    const declared: TableLiteral = {
      ...literal,
      columns: literal.columns.map((column) => ({
        ...column,
        path: ["工业投资", "同比(可比口径)"],
      })),
    };
    expect(evaluateLiteral(declared).findings).toEqual([]);
  });

  test.each<[string, readonly number[], readonly string[]]>([
    [
      "that follows but for one row is what was reached beside the target",
      [10, -10, 25, 2, 20],
      ["growth-mismatch E8"],
    ],
    ["that does not is growth without prices", [3.4, -2.2, 7.1, 9.9, 3], []],
  ])("实际增速 %s", (_, growths, places) => {
    const levels = [
      [11, 10],
      [9, 10],
      [5, 4],
      [7, 5],
      [6, 5],
    ] as const;
    const rows = levels.map(([now, before], row): Row => [now, before, growths[row] ?? 0]);
    const literal = table(INVESTMENT, rows);
    const declared: TableLiteral = {
      ...literal,
      columns: literal.columns.map((column) =>
        column.measure === "growth" ? { ...column, path: ["工业投资", "实际增速(%)"] } : column
      ),
    };
    expect(placesOf(evaluateLiteral(declared))).toEqual(places);
  });

  test("a total's growth is not recomputed", () => {
    const rows: readonly Row[] = [
      [11, 10, 10],
      [9, 10, -10],
      [5, 4, 25],
    ];
    const total: RowLiteral = { name: "合计", role: "total", cells: [25, 24, 1.5] };
    expect(evaluateLiteral(table(INVESTMENT, rows, [total])).findings).toEqual([]);
  });
});

test("可比价 growth is never recomputed: +13.97 while levels fall", () => {
  const evaluation = evaluateLiteral(
    table(VALUE_ADDED, [
      [251.06, 260, 13.97],
      [10, 12, 5],
      [3, 4, 2],
    ])
  );
  expect(evaluation.findings).toEqual([]);
  expect(reasonsOf(evaluation, "growth-mismatch")).toHaveLength(3);
});

describe("of two versions of a level, a growth is held to the one that it follows from", () => {
  const columns = (
    ...measures: readonly ("actual" | "prior" | "growth")[]
  ): TableLiteral["columns"] =>
    measures.map((measure, i) => ({
      of: INVESTMENT,
      measure,
      format: measure === "growth" ? "0.0" : "0.00",
      path: [["工业投资", "完成", "快报数", "上年同期(修订数)", "同比%"][i] ?? ""],
    }));
  const rows = (lines: readonly (readonly CellLiteral[])[]): readonly RowLiteral[] =>
    lines.map((cells, index) => ({ name: `甲${index}`, cells }));
  const RIGHT = [
    [12.34, 10, 10.5, 23.4],
    [8.66, 8, 8.1, 8.3],
    [20.51, 20, 20.4, 2.6],
    [9.18, 9, 9, 2],
  ];
  const WRONG = RIGHT.map((line, i) => (i === 1 ? [8.66, 8, 8.1, 3.8] : line));

  test.each([
    ["the first of two bases", columns("actual", "prior", "prior", "growth"), RIGHT, []],
    [
      "the first of two bases, with a slip",
      columns("actual", "prior", "prior", "growth"),
      WRONG,
      ["F6"],
    ],
    [
      "the first of two levels",
      columns("actual", "actual", "prior", "growth"),
      RIGHT.map(([now = 0, base = 0, old = 0, growth = 0]) => [now, old * 1.3, base, growth]),
      [],
    ],
  ])("%s", (_case, columns, lines, places) => {
    const evaluation = evaluateLiteral({ columns, rows: rows(lines) });
    expect(placesOf(evaluation, "growth-mismatch")).toEqual(
      places.map((at) => `growth-mismatch ${at}`)
    );
  });
});
