import { describe, expect, test } from "@jest/globals";
import { evaluateTables } from "../../../src/core/evaluation/evaluate-tables.ts";
import type { Period } from "../../../src/core/model/period.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { evaluateLiteral, onlyFinding, placesOf, reasonsOf } from "../../support/check-cases.ts";
import { tableOf } from "../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });
const total = (...cells: CellLiteral[]): RowLiteral => ({ name: "合计", role: "total", cells });
const city = (...cells: CellLiteral[]): RowLiteral => ({ name: "全市", reference: "city", cells });
const LEVEL: ColumnLiteral = { of: "industrial-investment", measure: "actual", format: "0.00" };
const GROWTH: ColumnLiteral = { of: "industrial-investment", measure: "growth", format: "0.0" };

/** Tables of one book; what each needs beside the literal. */
function book(...tables: (TableLiteral & { readonly title?: string })[]) {
  return evaluateTables(
    tables.map((literal) => {
      const table = tableOf(literal);
      return literal.title === undefined ? table : { ...table, title: literal.title };
    }),
    []
  );
}
const inSheets = (evaluation: ReturnType<typeof book>): readonly string[] =>
  evaluation.findings.map(({ code, at }) => `${code} ${at.sheet}!${formatArea(at.area)}`);

describe("the same number has the same value in every table", () => {
  const main = (sheet: string, ...values: (CellLiteral | undefined)[]): TableLiteral => ({
    sheet,
    columns: [LEVEL, GROWTH],
    rows: [
      zone("河津", values[0] ?? 14.26, 18.5),
      zone("永济", values[1] ?? 8.66, 9.3),
      zone("闻喜", values[2] ?? 20.5, 17),
    ],
  });

  test.each<[string, TableLiteral]>([
    ["equal (F12)", main("前三位")],
    ["fewer digits", main("前三位", "14.3", "8.7")],
    [
      "another year",
      { ...main("前三位", 99), period: { kind: "cumulative", year: 2022, months: 6 } },
    ],
    ["no period", { ...main("前三位", 99), period: null }],
    ["missing there", main("前三位", "-")],
  ])("accepts: %s", (_, other) => {
    expect(inSheets(book(main("经济指标"), other))).toEqual([]);
  });

  test("one cell that differs is an error at the later table", () => {
    const evaluation = book(main("经济指标"), main("汇总", 14.62));
    expect(inSheets(evaluation)).toEqual(["cross-sheet-mismatch 汇总!C5"]);
    expect(onlyFinding(evaluation, "cross-sheet-mismatch")).toMatchObject({
      severity: "error",
      params: { other: 14.26, otherSheet: "经济指标", hint: "digits-swapped" },
    });
  });

  test("of three tables the odd one out is told", () => {
    const evaluation = book(main("经济指标", 14.62), main("汇总"), main("报送"));
    expect(inSheets(evaluation)).toEqual(["cross-sheet-mismatch 经济指标!C5"]);
  });

  test("across standings it is a question", () => {
    const evaluation = book(main("经济指标"), {
      ...main("定案数", 14.62),
      title: "2023年1-6月定案数",
    });
    expect(onlyFinding(evaluation, "cross-sheet-mismatch")).toMatchObject({
      severity: "warning",
      params: { otherStanding: true },
    });
  });

  test("a column that agrees nowhere is one question", () => {
    const evaluation = book(main("经济指标"), main("口径二", 1.1, 2.2, 3.3));
    expect(onlyFinding(evaluation, "cross-sheet-mismatch")).toMatchObject({
      severity: "warning",
      params: { wholeColumn: true },
      at: { sheet: "口径二", area: { row: 4, column: 2, rows: 3 } },
    });
  });

  test("S16: 全省开发区 −18.3 in one sheet and −18.5 in another", () => {
    const sheet = (name: string, value: number): TableLiteral => ({
      sheet: name,
      columns: [GROWTH],
      rows: [{ name: "全省开发区", reference: "province-zones", cells: [value] }],
    });
    const evaluation = book(sheet("一", -18.3), sheet("二", -18.5));
    expect(inSheets(evaluation)).toEqual(["cross-sheet-mismatch 二!C5"]);
    expect(onlyFinding(evaluation, "cross-sheet-mismatch").severity).toBe("error");
  });

  test("F28: last year's column against last year's own sheet is a question", () => {
    const last: Period = { kind: "cumulative", year: 2022, months: 6 };
    const now: TableLiteral = {
      sheet: "2023",
      columns: [{ ...LEVEL, measure: "prior" }],
      rows: [zone("河津", 12.25), zone("永济", 9), zone("闻喜", 20)],
    };
    const then: TableLiteral = {
      sheet: "2022",
      period: last,
      columns: [LEVEL],
      rows: [zone("河津", 12.05), zone("永济", 9), zone("闻喜", 20)],
    };
    const evaluation = book({ ...then, title: "2022年1-6月工业投资" }, now);
    expect(inSheets(evaluation)).toEqual(["cross-sheet-mismatch 2023!C5"]);
    expect(onlyFinding(evaluation, "cross-sheet-mismatch").severity).toBe("warning");
  });

  test("万元 and 亿元 are the same number", () => {
    const other: TableLiteral = {
      ...main("万元"),
      columns: [{ ...LEVEL, unit: "万元", format: "0" }, GROWTH],
      rows: [zone("河津", 142600, 18.5), zone("永济", 86600, 9.3), zone("闻喜", 205000, 17)],
    };
    expect(inSheets(book(main("亿元"), other))).toEqual([]);
  });
});

describe("a cumulative value does not fall within the year", () => {
  const until = (months: number): Period => ({ kind: "cumulative", year: 2023, months });
  const series = (...rows: RowLiteral[]): TableLiteral => ({
    columns: [
      { ...LEVEL, period: until(4) },
      { ...LEVEL, period: until(5) },
      { ...LEVEL, period: until(6) },
    ],
    rows,
  });

  test("in rows that rise, or stay", () => {
    expect(
      placesOf(evaluateLiteral(series(zone("河津", 3, 5, 5), zone("永济", 1, null, 2))))
    ).toEqual([]);
  });

  test("F14: a correction is one warning", () => {
    const evaluation = evaluateLiteral(series(zone("河津", 3, 5.32, 5), zone("永济", 1, 2, 3)));
    expect(placesOf(evaluation)).toEqual(["cumulative-decrease E5"]);
    expect(onlyFinding(evaluation, "cumulative-decrease")).toMatchObject({
      severity: "warning",
      params: { before: 5.32, now: 5, beforePeriod: "2023-01..05", nowPeriod: "2023-01..06" },
    });
  });

  test("profits may fall, and stocks", () => {
    const columns = series().columns.map((column) => ({ ...column, of: "total-profit" }));
    expect(placesOf(evaluateLiteral({ columns, rows: [zone("河津", 3, 5, 1)] }))).toEqual([]);
    const stocks = series().columns.map((column) => ({ ...column, of: "market-entities" }));
    expect(
      placesOf(evaluateLiteral({ columns: stocks, rows: [zone("河津", 30, 50, 10)] }))
    ).toEqual([]);
  });
});

describe("a total's growth lies between its members'", () => {
  const growth = (value: CellLiteral, ...members: CellLiteral[]): TableLiteral => ({
    columns: [GROWTH],
    rows: [...members.map((cell, index) => zone(`甲${index}`, cell)), total(value)],
  });

  test.each<[string, TableLiteral]>([
    ["between", growth(5, -3, 12)],
    ["F31: at the edge", growth(12, -3, 12)],
    ["beyond by rounding only", growth("12.0", -3, "11.9")],
    ["blank in the total (F30)", growth(null, -3, 12)],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal))).toEqual([]);
  });

  test("S11: outside all of them", () => {
    const evaluation = evaluateLiteral(growth(15.2, -3, 12));
    expect(placesOf(evaluation)).toEqual(["aggregate-out-of-range C7"]);
    expect(onlyFinding(evaluation, "aggregate-out-of-range").params).toEqual({
      low: -3,
      high: 12,
      members: 2,
    });
  });

  test("a member that cannot be read leaves it open", () => {
    const text = { kind: "unreadable", text: "约12", nearest: 12 } as const;
    const evaluation = evaluateLiteral(growth(15.2, -3, text));
    expect(reasonsOf(evaluation, "aggregate-out-of-range")).toEqual(["unreadable-operand C7"]);
  });

  test("shares in 全市 add up, and are no means; those in another indicator are", () => {
    const share = (against: ColumnLiteral["against"], value: number): TableLiteral => ({
      columns: [
        {
          of: "transformation-investment",
          measure: "share",
          ...(against === undefined ? {} : { against }),
        },
      ],
      rows: [zone("甲", 30), zone("乙", 31), total(value)],
    });
    const scope = { kind: "reference", scope: "city", stated: null } as const;
    expect(placesOf(evaluateLiteral(share(scope, 61)))).toEqual([]);
  });
});

describe("what is left of the city without its zones", () => {
  const rest = (of: string, zones: readonly number[], all: readonly number[]): TableLiteral => ({
    columns: [
      { of, measure: "actual", format: "0.00" },
      { of, measure: "growth", format: "0.00" },
    ],
    rows: [zone("甲", zones[0] ?? 0, zones[1] ?? 0), total(...zones), city(...all)],
  });

  test.each<[string, TableLiteral, number]>([
    [
      "Y27 and F27: +14.9 while the zones fell",
      rest("industrial-investment", [109.24, -17.92], [177.53, -7.8]),
      14.9,
    ],
    ["J25 工业投资: +38.1", rest("industrial-investment", [30.9, -37.85], [89.1, -3]), 38.1],
    [
      "J25 固定资产投资: +13.3",
      rest("fixed-asset-investment", [48.04, -29.47], [276.1, 2.5]),
      13.4,
    ],
  ])("%s is told", (_, literal, growth) => {
    const finding = onlyFinding(evaluateLiteral(literal), "residual-implausible");
    expect(finding).toMatchObject({
      severity: "information",
      remark: "optional",
      at: { area: { row: 5, column: 2 } },
    });
    expect(Math.abs((finding.params.restGrowth ?? 0) - growth)).toBeLessThanOrEqual(0.15);
  });

  test("more than 50 points from the city it is asked about", () => {
    const literal = rest("industrial-investment", [50, -40], [100, 0]);
    expect(onlyFinding(evaluateLiteral(literal), "residual-implausible").severity).toBe("warning");
  });

  test("a rest below zero is an error; F13: a larger city is a reference", () => {
    const literal = rest("industrial-investment", [109.24, 3], [107.53, 3]);
    expect(onlyFinding(evaluateLiteral(literal), "residual-implausible").severity).toBe("error");
    expect(
      placesOf(evaluateLiteral(rest("industrial-investment", [109.24, 3], [177.53, 4])))
    ).toEqual([]);
  });

  test("可比价 growth says nothing of last year's level (F5)", () => {
    const literal = rest("industrial-value-added", [251.06, -17.9], [360.4, 4.6]);
    expect(placesOf(evaluateLiteral(literal), "residual-implausible")).toEqual([]);
  });
});

describe("a growth from a very small base is explained", () => {
  const columns: readonly ColumnLiteral[] = [
    { of: "tax-revenue", measure: "actual", format: "0.00" },
    { of: "tax-revenue", measure: "prior", format: "0.00" },
    { of: "tax-revenue", measure: "growth", format: "0.0" },
  ];
  const at = (...cells: CellLiteral[]) =>
    evaluateLiteral({ columns, rows: [zone("河津", ...cells), zone("永济", 20, 16, 25)] });

  test("F15: 29923.9 from 0.01", () => {
    const evaluation = at(3, 0.01, "29900.0");
    expect(placesOf(evaluation)).toEqual(["small-base E5"]);
    expect(onlyFinding(evaluation, "small-base")).toMatchObject({
      severity: "warning",
      remark: "required",
      params: { base: 0.01, growth: 29900 },
    });
  });

  test.each<[string, readonly CellLiteral[]]>([
    ["F10: 994.56 is seen in good sheets", [10.9456, 1, 994.56]],
    ["from a base that is no small one", [220, 20, 1000]],
    ["F16 and F25: no base", [3, null, "-"]],
    ["F16: a base of zero, and 100 typed", [3, 0, 100]],
  ])("accepts: %s", (_, cells) => {
    expect(placesOf(at(...cells))).toEqual([]);
  });
});

describe("every zone of the roster is listed", () => {
  const names = ["运城", "河津", "永济", "闻喜", "新绛", "稷山"];
  const listed = (sheet: string, of: string, zones: readonly string[]): TableLiteral => ({
    sheet,
    columns: [{ of, measure: "actual", format: "0.00" }],
    rows: zones.map((name, index) => zone(name, index + 1)),
  });

  test("S17: one zone fewer than in the other table", () => {
    const evaluation = book(
      listed("经济指标", "industrial-investment", names),
      listed(
        "税收",
        "tax-revenue",
        names.filter((name) => name !== "闻喜")
      )
    );
    expect(inSheets(evaluation)).toEqual(["zone-missing 税收!B5:B9"]);
    expect(onlyFinding(evaluation, "zone-missing")).toMatchObject({
      severity: "warning",
      subject: { zone: "闻喜" },
      params: { zone: "闻喜", namedIn: ["经济指标"] },
    });
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["another kind of zone", [...names, "万荣农业示范区"], names],
    ["a ranking of the first three", names, names.slice(0, 3)],
    ["another set of zones", names, ["甲", "乙", "丙", "丁", "戊"]],
    ["the same zones in another order", names, [...names].reverse()],
  ])("accepts: %s", (_, one, other) => {
    const evaluation = book(
      listed("一", "industrial-investment", one),
      listed("二", "tax-revenue", other)
    );
    expect(inSheets(evaluation)).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ["Y17: ten zones and two", "10个工业类开发区", []],
    ["eleven rows under ten", "11个工业类开发区", ["zone-missing B15"]],
    ["in Chinese numerals", "十个开发区合计", []],
    ["and wrong ones", "十二个开发区合计", ["zone-missing B15"]],
  ])("%s", (_, label, places) => {
    const rows = Array.from({ length: 10 }, (__, index) => zone(`甲${index}`, 1));
    const literal: TableLiteral = {
      columns: [LEVEL],
      rows: [...rows, { name: label, role: "total", cells: [10] }],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual(places);
  });
});

describe("title, header, sheet name and last year's column speak of one period", () => {
  const H1_2023: Period = { kind: "cumulative", year: 2023, months: 6 };
  const headed = (title: string, period: Period | null, sheet = "经济指标") =>
    book({
      sheet,
      title,
      columns: [period === null ? LEVEL : { ...LEVEL, period }],
      rows: [zone("河津", 3)],
    });

  test.each<[string, string, Period | null, string]>([
    ["the same", "2023年1-6月指标", H1_2023, "1-6月"],
    ["上半年 is 1-6月", "2023年上半年指标", H1_2023, "6月"],
    ["no period in the header", "2023年1-6月指标", null, "指标"],
    ["a year over its months", "2023年指标", H1_2023, "指标"],
  ])("accepts: %s", (_, title, period, sheet) => {
    expect(inSheets(headed(title, period, sheet))).toEqual([]);
  });

  test.each<[string, string, Period | null, string, string]>([
    [
      "S14: title 1-5月, header 1-6月",
      "2023年1-5月指标",
      H1_2023,
      "指标",
      "period-conflict 指标!C4",
    ],
    [
      "S14: last year's year in the title",
      "2022年1-6月指标",
      H1_2023,
      "指标",
      "period-conflict 指标!C4",
    ],
    [
      "the sheet is named for another month",
      "2023年1-6月指标",
      null,
      "1-5月",
      "period-conflict 1-5月!A3",
    ],
  ])("rejects: %s", (_, title, period, sheet, place) => {
    expect(inSheets(headed(title, period, sheet))).toEqual([place]);
  });

  test("S6: 上年同期 holds the whole of last year", () => {
    const literal = (...rows: (readonly [number, number])[]): TableLiteral => ({
      columns: [LEVEL, { ...LEVEL, measure: "prior" }],
      rows: rows.map((cells, index) => zone(`甲${index}`, ...cells)),
    });
    const evaluation = evaluateLiteral(literal([10, 20.5], [8, 15], [30, 64], [5, 9.4]));
    expect(onlyFinding(evaluation, "period-conflict")).toMatchObject({
      severity: "warning",
      params: { between: "whole-year" },
      at: { area: { row: 4, column: 3, rows: 4 } },
    });
    expect(placesOf(evaluateLiteral(literal([10, 11], [8, 15], [30, 28], [5, 9.4])))).toEqual([]);
    expect(placesOf(evaluateLiteral(literal([10, 20], [8, 16])))).toEqual([]);
  });
});
