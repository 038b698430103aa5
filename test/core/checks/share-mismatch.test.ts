import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import { tableOfCode } from "../../support/table-of-code.ts";
import { textNumber } from "../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const OF_CITY: ColumnLiteral = {
  of: "industrial-investment",
  measure: "share",
  against: { kind: "reference", scope: "city", stated: null },
};
const COLUMNS: readonly ColumnLiteral[] = [
  { of: "industrial-investment", measure: "actual", format: "0.00" },
  { ...OF_CITY, format: "0.00" },
];
const CITY: RowLiteral = { name: "全市", reference: "city", cells: [177.53, null] };

function table(...cells: (readonly CellLiteral[])[]): TableLiteral {
  const rows = cells.map((row, index) => ({ name: `甲${index}`, cells: row }));
  return { columns: COLUMNS, rows: [...rows, CITY] };
}

describe("a printed share is part ÷ whole within the rounding of the two", () => {
  test.each<[string, TableLiteral]>([
    ["exactly", table([14.26, 8.03], [8.66, 4.88], [20, 11.27])],
    // 14.255/177.535 … 14.265/177.525 is 8.0294 … 8.0354
    ["just inside the interval", table([14.26, 8.04], [8.66, 4.88], [20, 11.27])],
    ["blank, and declared none", table([14.26, null], [8.66, "-"], [20, 11.27])],
    [
      "a part stored as text is read and used",
      table([textNumber("14.26 ", 14.26), 8.03], [8.66, 4.88]),
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal), "share-mismatch")).toEqual([]);
  });

  test.each<[string, TableLiteral, readonly string[]]>([
    ["a slip", table([14.26, 8.13], [8.66, 4.88], [20, 11.27]), ["share-mismatch D5"]],
    [
      "just outside the interval",
      table([14.26, 8.02], [8.66, 4.88], [20, 11.27]),
      ["share-mismatch D5"],
    ],
    [
      "two at once",
      table([14.26, 8.13], [8.66, 4.98], [20, 11.27], [30, 16.9], [1, 0.56]),
      ["share-mismatch D5", "share-mismatch D6"],
    ],
  ])("rejects: %s", (_, literal, places) => {
    expect(placesOf(evaluateLiteral(literal), "share-mismatch")).toEqual(places);
  });

  test("says part, whole and what it should be, with the cells they stand in", () => {
    const finding = onlyFinding(
      evaluateLiteral(table([14.26, 8.13], [8.66, 4.88], [20, 11.27])),
      "share-mismatch"
    );
    expect(finding.severity).toBe("error");
    expect(finding.subject).toMatchObject({ zone: "甲0", indicator: "工业投资", measure: "share" });
    expect(finding.params).toMatchObject({ computed: 8.03, wholeName: "全市", wholeColumn: false });
    expect(finding.expected).toEqual({ low: 8.03, high: 8.04 });
    expect(finding.trace.arithmetic).toBe("14.26 ÷ 177.53 × 100 = 8.0324");
    expect(
      finding.trace.operands.map(({ role, at }) => [role, at?.area.row, at?.area.column])
    ).toEqual([
      ["part", 4, 2],
      ["whole", 7, 2],
      ["stated", 4, 3],
    ]);
  });
});

describe("what it divides by", () => {
  test("the number printed in the header is used", () => {
    const stated = { value: 177.53, decimals: 2, origin: "typed", precision: "stated" } as const;
    const literal: TableLiteral = {
      columns: [
        { of: "industrial-investment", measure: "actual", format: "0.00" },
        { ...OF_CITY, against: { kind: "reference", scope: "city", stated } },
      ],
      rows: [
        { name: "甲", cells: [14.26, 8.03] },
        { name: "乙", cells: [8.66, 4.98] },
        { name: "丙", cells: [20, 11.27] },
      ],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual(["share-mismatch D6"]);
  });

  test("亿元 in the header divides 万元 in the column", () => {
    const stated = { value: 177.53, decimals: 2, origin: "typed", precision: "stated" } as const;
    const literal: TableLiteral = {
      columns: [
        { of: "industrial-investment", measure: "actual", unit: "万元" },
        { ...OF_CITY, against: { kind: "reference", scope: "city", stated } },
      ],
      rows: [
        { name: "甲", cells: [142600, 8.03] },
        { name: "乙", cells: [86600, 4.88] },
        { name: "丙", cells: [200000, 11.27] },
      ],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test("another indicator of the same row, named by the header", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "industrial-investment", measure: "actual", format: "0.00" },
        { of: "transformation-investment", measure: "actual", format: "0.00" },
        {
          of: "transformation-investment",
          measure: "share",
          against: {
            kind: "indicator",
            stated: null,
            indicator: {
              id: "industrial-investment",
              name: "工业投资",
              kind: "flow",
              growthBasis: "same-scope",
              direction: "higher-is-better",
              unit: "亿元",
              partOf: null,
              isCatalogued: true,
            },
          },
        },
      ],
      rows: [
        { name: "甲", cells: [109.24, 100.19, 91.72] },
        { name: "乙", cells: [50, 50, 100] },
        { name: "丙", cells: [20.5, 10, 84.78] },
      ],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual(["share-mismatch E7"]);
  });

  test("the denominator that fits is named where one cell divides by another row", () => {
    const literal = table([14.26, 8.03], [8.66, 0.46], [20, 11.27]);
    const wider: RowLiteral = {
      name: "全省开发区",
      reference: "province-zones",
      cells: [1887.8, null],
    };
    const evaluation = evaluateLiteral({ ...literal, rows: [...literal.rows, wider] });
    expect(onlyFinding(evaluation, "share-mismatch").params.fits).toBe("全省开发区");
  });

  test("a column that divides by another row throughout is one question, which names that row", () => {
    const literal = table([14.26, 33.23], [8.66, 20.18], [20, 46.6]);
    const total: RowLiteral = { name: "合计", role: "total", cells: [42.92, null] };
    const evaluation = evaluateLiteral({ ...literal, rows: [...literal.rows, total] });
    const finding = onlyFinding(evaluation, "share-mismatch");
    expect(finding.params).toMatchObject({ wholeColumn: true, fits: "合计" });
    expect(finding.severity).toBe("warning");
    expect(finding.at.area).toEqual({ row: 4, column: 3, rows: 3, columns: 1 });
    expect(finding.subject.zone).toBeNull();
  });

  test("签约项目 | 其中战新 | 占比: the number before it in its own indicator, where the column follows", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "signed-projects", measure: "actual" },
        { of: "strategic-projects", measure: "actual" },
        { of: "signed-projects", measure: "share" },
      ],
      rows: [
        { name: "甲", cells: [12, 9, "75"] },
        { name: "乙", cells: [8, 5, "63"] },
        { name: "丙", cells: [7, 5, "71"] },
        { name: "丁", cells: [9, 6, "76"] },
        { name: "合计", role: "total", cells: [36, 25, "69"] },
      ],
    };
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["share-mismatch E8"]);
    expect(onlyFinding(evaluation, "share-mismatch").params).toMatchObject({
      part: 6,
      whole: 9,
      computed: 67,
    });
  });

  test("a header that names none is judged only where the column follows one", () => {
    const columns = [COLUMNS[0], { ...OF_CITY, against: undefined }].filter((c) => c !== undefined);
    const literal = (first: number): TableLiteral => ({
      columns: columns.map(({ against, ...column }) =>
        against === undefined ? column : { ...column, against }
      ),
      rows: [
        { name: "甲", cells: [14.26, first] },
        { name: "乙", cells: [8.66, 20.18] },
        { name: "丙", cells: [20, 46.6] },
        { name: "丁", cells: [30, 69.9] },
        { name: "戊", cells: [10, 23.3] },
        { name: "合计", role: "total", cells: [42.92, null] },
      ],
    });
    expect(placesOf(evaluateLiteral(literal(35)), "share-mismatch")).toEqual(["share-mismatch D5"]);
    const open = literal(35);
    const other: TableLiteral = {
      ...open,
      rows: open.rows.map((row, index) =>
        index < 2 ? { ...row, cells: [row.cells[0] ?? null, 50] } : row
      ),
    };
    expect(placesOf(evaluateLiteral(other), "share-mismatch")).toEqual([]);
    expect(reasonsOf(evaluateLiteral(other), "share-mismatch")).toContain(
      "relation-not-established D5"
    );
  });
});

describe("what cannot be tested is counted", () => {
  test.each<[string, CellLiteral, CellLiteral, string]>([
    ["the part is blank", null, 8.03, "missing-operand D5"],
    [
      "the part is no number",
      { kind: "unreadable", text: "约14", nearest: 14 },
      8.03,
      "unreadable-operand D5",
    ],
    ["the part is an error", { kind: "error", error: "#REF!" }, 8.03, "error-operand D5"],
    ["the share is an error", 14.26, { kind: "error", error: "#DIV/0!" }, "error-operand D5"],
  ])("%s", (_, part, share, reason) => {
    const evaluation = evaluateLiteral(table([part, share], [8.66, 4.88], [20, 11.27]));
    expect(reasonsOf(evaluation, "share-mismatch")).toEqual([reason]);
    expect(placesOf(evaluation, "share-mismatch")).toEqual([]);
  });

  test("a whole of zero has no shares", () => {
    const literal = table([14.26, 8.03], [8.66, 4.88]);
    const rows = literal.rows.map((row) =>
      row.name === "全市" ? { ...row, cells: [0, null] } : row
    );
    expect(reasonsOf(evaluateLiteral({ ...literal, rows }), "share-mismatch")).toEqual([
      "no-base D5",
      "no-base D6",
    ]);
  });
});

// 42.93 may be 42.915 to 42.945 before its members were rounded: 24.172 to 24.191 %.
const withTotal = (share: string): readonly string[] => [
  "开发区|工业投资完成(亿元)|占全市比重(%)",
  "河津开发区|14.26|8.03",
  "永济开发区|8.66|4.88",
  "闻喜开发区|20.01|11.27",
  `合计|=SUM(B4:B6)→42.93|${share}`,
  "全市|177.53|",
];

tableOfCode(
  "share-mismatch",
  [
    ["of a total by formula, as it stands", withTotal("24.18")],
    ["of a total by formula as it was before its members were rounded", withTotal("24.17")],
  ],
  [["of a total by formula, further off", withTotal("24.15"), ["error C7"]]]
);
