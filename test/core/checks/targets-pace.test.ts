import { describe, expect, test } from "@jest/globals";
import { evaluateLiteral, onlyFinding, placesOf, ruleOf } from "../../support/check-cases.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });
const LAND: readonly ColumnLiteral[] = [
  { of: "standard-land-area", measure: "actual", unit: "亩", format: "0.0" },
  { of: "standard-land-area", measure: "target", unit: "亩", path: ["标准地", "年度目标"] },
];
const land = (actual: number, target: number | null, more: Partial<TableLiteral> = {}) => ({
  columns: LAND,
  rows: [zone("晋城", actual, target)],
  ...more,
});

describe("progress towards an amount of the year is held against months over 12", () => {
  test("J15: 174.3 of 600 亩 by June is 20.95 points behind", () => {
    const finding = onlyFinding(evaluateLiteral(land(174.3, 600)), "target-behind-pace");
    expect(finding.params).toMatchObject({ progress: 29.05, pace: 50 });
    expect(finding).toMatchObject({ class: "target", severity: "information", remark: "optional" });
    expect(finding.at.area).toMatchObject({ row: 4, column: 2 });
    expect(finding.trace.arithmetic).toBe("174.3 ÷ 600 × 100 = 29.05 < 50.00");
  });

  test.each<[string, TableLiteral]>([
    ["J16: 80.2 of 145 is ahead", land(80.2, 145)],
    ["exactly on pace", land(300, 600)],
    [
      "a whole year is judged by the target itself",
      land(174.3, 600, { period: { kind: "year", year: 2023 } }),
    ],
    [
      "a single month has no pace",
      land(1, 600, { period: { kind: "month", year: 2023, month: 6 } }),
    ],
    ["a target of none", land(174.3, null)],
    ["a target of zero", land(174.3, 0)],
    [
      "growth targets are never scaled",
      {
        columns: [
          { of: "industrial-investment", measure: "growth" },
          { of: "industrial-investment", measure: "target" },
        ],
        rows: [zone("河津", 9, 17)],
      },
    ],
  ])("accepts: %s", (_, literal) => {
    expect(placesOf(evaluateLiteral(literal), "target-behind-pace")).toEqual([]);
  });

  test("the pace the sheet prints beats months over 12, rounded as it is", () => {
    const columns = [...LAND, { of: "standard-land-area", measure: "pace", unit: "%" } as const];
    const at = (actual: number, pace: string) =>
      placesOf(
        evaluateLiteral({ columns, rows: [zone("晋城", actual, 600, pace)] }),
        "target-behind-pace"
      );
    expect(at(140, "22")).toEqual([]);
    expect(at(120, "22")).toEqual(["target-behind-pace C5"]);
    expect(at(249.8, "41.7")).toEqual(["target-behind-pace C5"]);
    expect(at(250, "41.7")).toEqual([]);
  });
});

describe("a verdict that rounding or weights decide is put to the writer", () => {
  const growth = (format: string, ...rows: RowLiteral[]): TableLiteral => ({
    columns: [{ of: "industrial-investment", measure: "growth", format }],
    rows,
  });
  const rule = ruleOf({
    indicator: "industrial-investment",
    measure: "growth",
    value: 17,
    except: [
      { zone: "河津", value: 16, origin: { kind: "rules-file", file: "rules.json", index: 0 } },
    ],
  });

  test("16.96 shown as 17.0 against 17 is unmet, and a warning says what decides", () => {
    const evaluation = evaluateLiteral(growth("0.0", zone("永济", 16.96)), [rule]);
    expect(placesOf(evaluation)).toEqual(["target-undecided C5", "target-unmet C5"]);
    expect(onlyFinding(evaluation, "target-undecided")).toMatchObject({
      severity: "warning",
      params: { reason: "rounding", shown: 17, targets: [17] },
    });
  });

  test.each<[string, number, string]>([
    ["17.00 against 17 is met", 17, "0.00"],
    ["16.96 shown as it is", 16.96, "0.00"],
    ["16.9 shown as 16.9", 16.9, "0.0"],
    ["17.04 shown as 17.0 is met either way", 17.04, "0.0"],
  ])("accepts: %s", (_, value, format) => {
    const evaluation = evaluateLiteral(growth(format, zone("永济", value)), [rule]);
    expect(placesOf(evaluation, "target-undecided")).toEqual([]);
  });

  const city = (value: number): TableLiteral =>
    growth("0.00", zone("河津", 10), zone("永济", 25), {
      name: "合计",
      role: "total",
      cells: [value],
    });

  test("a total between its zones' targets depends on their weights", () => {
    const finding = onlyFinding(evaluateLiteral(city(16.5), [rule]), "target-undecided");
    expect(finding).toMatchObject({
      severity: "information",
      params: { reason: "weights", targets: [16, 17] },
    });
    expect(finding.at.area).toMatchObject({ row: 6, column: 2 });
  });

  test.each([17, 15.99])("a total of %d is decided for every weighting", (value) => {
    expect(placesOf(evaluateLiteral(city(value), [rule]), "target-undecided")).toEqual([]);
  });

  test.each<[string, number, number, number, "target-unmet" | null]>([
    // Y04, Y10 and Y12: total, the exception and the default, and what is told.
    ["Y04 工业投资 −17.92 against 16 and 17", -17.92, 16, 17, "target-unmet"],
    ["Y10 增加值 13.97 against 15 and 16", 13.97, 15, 16, "target-unmet"],
    ["Y12 转型占比 91.72 against 82 and 88", 91.72, 88, 82, null],
  ])("%s is robust", (_, value, exception, other, code) => {
    const one = ruleOf({
      indicator: "industrial-investment",
      measure: "growth",
      value: other,
      except: [
        {
          zone: "河津",
          value: exception,
          origin: { kind: "rules-file", file: "rules.json", index: 0 },
        },
      ],
    });
    const literal = growth("0.00", {
      name: "合计",
      role: "total",
      members: [],
      cells: [value],
    });
    const { findings } = evaluateLiteral(literal, [one]);
    expect(findings.map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
  });

  test.each<[string, string, number, number, boolean]>([
    ["Y14 固投 −8.94 against 18", "fixed-asset-investment", -8.94, 18, false],
    ["Y15 覆盖率 70.2 against 48", "organic-coverage", 70.2, 48, true],
  ])("%s", (_, indicator, value, target, met) => {
    const measure = indicator === "organic-coverage" ? "actual" : "growth";
    const evaluation = evaluateLiteral(
      { columns: [{ of: indicator, measure, unit: "%" }], rows: [zone("万荣", value)] },
      [ruleOf({ indicator, measure, value: target })]
    );
    expect(placesOf(evaluation)).toEqual(met ? [] : ["target-unmet C5"]);
  });
});
