import { describe, expect, test } from "@jest/globals";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import {
  evaluateLiteral,
  onlyFinding,
  placesOf,
  reasonsOf,
  ruleOf,
} from "../../support/check-cases.ts";
import { H1 } from "../../support/table.ts";
import type { CellLiteral, RowLiteral, TableLiteral } from "../../support/table.ts";

const GROWTH = ruleOf({
  indicator: "industrial-investment",
  measure: "growth",
  value: 17,
  except: [
    { zone: "河津", value: 16, origin: { kind: "rules-file", file: "rules.json", index: 0 } },
  ],
});

function growth(rows: readonly RowLiteral[], format = "0.00"): TableLiteral {
  return { columns: [{ of: "industrial-investment", measure: "growth", format }], rows };
}
const zone = (name: string, ...cells: CellLiteral[]): RowLiteral => ({ name, cells });

describe("an unmet target is judged by the stored value", () => {
  test.each<[string, CellLiteral, readonly string[]]>([
    ["on the target", 17, []],
    ["on the target, printed with digits", "17.00", []],
    ["above", 17.01, []],
    ["below", 16.99, ["target-unmet C5"]],
    ["far below zero", -17.92, ["target-unmet C5"]],
  ])("%s", (_, value, places) => {
    expect(placesOf(evaluateLiteral(growth([zone("永济", value)]), [GROWTH]))).toEqual(places);
  });

  test("16.96 shown as 17.0 misses 17, and it is said that rounding hides it", () => {
    const literal = growth([zone("永济", 16.96)], "0.0");
    expect(
      onlyFinding(evaluateLiteral(literal, [GROWTH]), "target-unmet").params.hiddenByRounding
    ).toBe(true);
    const open = growth([zone("永济", 16.9)], "0.0");
    expect(
      onlyFinding(evaluateLiteral(open, [GROWTH]), "target-unmet").params.hiddenByRounding
    ).toBe(false);
  });

  test("河津 is judged with its own 16, the others with 17", () => {
    const evaluation = evaluateLiteral(growth([zone("河津", 16), zone("永济", 16)]), [GROWTH]);
    expect(placesOf(evaluation)).toEqual(["target-unmet C6"]);
  });

  test("is information, never an error, and asks for a remark only where the rule does", () => {
    const plain = onlyFinding(evaluateLiteral(growth([zone("永济", 1)]), [GROWTH]), "target-unmet");
    expect(plain).toMatchObject({ severity: "information", class: "target", remark: "optional" });
    expect(plain.expected).toEqual({ low: 17, high: null });
    const strict = { ...GROWTH, remarkRequired: true };
    const asked = onlyFinding(evaluateLiteral(growth([zone("永济", 1)]), [strict]), "target-unmet");
    expect(asked.remark).toBe("required");
  });

  test.each<[TargetRule["comparison"], number, number]>([
    ["at-least", 17, 16.99],
    ["above", 17.01, 17],
    ["at-most", 17, 17.01],
    ["below", 16.99, 17],
  ])("%s: %d meets, %d does not", (comparison, good, bad) => {
    const rule = { ...GROWTH, comparison, except: [] };
    expect(
      placesOf(evaluateLiteral(growth([zone("永济", good), zone("闻喜", bad)]), [rule]))
    ).toEqual(["target-unmet C6"]);
  });

  test("a blank value is counted as not tested, a zone without a target is not", () => {
    const rule = { ...GROWTH, zones: ["永济"], except: [] };
    const evaluation = evaluateLiteral(growth([zone("永济", null), zone("闻喜", 5)]), [rule]);
    expect(reasonsOf(evaluation, "target-unmet")).toEqual(["missing-operand C5"]);
    expect(evaluation.findings).toEqual([]);
  });

  test("2 亿元 is held against a column in 万元", () => {
    const rule = ruleOf({
      indicator: "agricultural-zone-industry-investment",
      measure: "actual",
      value: 2,
      unit: "亿元",
      kind: "pace-level",
    });
    const literal: TableLiteral = {
      columns: [{ of: "agricultural-zone-industry-investment", measure: "actual", unit: "万元" }],
      rows: [zone("万荣", 20000), zone("临猗", 19999)],
    };
    expect(placesOf(evaluateLiteral(literal, [rule]))).toEqual(["target-unmet C6"]);
  });
});

describe("a total over mixed targets is judged only if every weighting agrees", () => {
  const total = (value: number): RowLiteral => ({ name: "合计", role: "total", cells: [value] });
  const members = [zone("河津", 20), zone("永济", 20)];
  test.each<[string, number, readonly string[], readonly string[]]>([
    ["meets both", 17, [], []],
    ["misses both", 15.9, ["target-unmet C7"], []],
    ["between them", 16.5, [], ["undecided C7"]],
  ])("%s", (_, value, places, reasons) => {
    const evaluation = evaluateLiteral(growth([...members, total(value)]), [GROWTH]);
    expect(placesOf(evaluation, "target-unmet")).toEqual(places);
    expect(reasonsOf(evaluation, "target-unmet")).toEqual(reasons);
  });

  test("the printed headline is the default's value", () => {
    const evaluation = evaluateLiteral(growth([...members, total(-17.92)]), [GROWTH]);
    const { params, expected } = onlyFinding(evaluation, "target-unmet");
    expect(params.target).toBe(17);
    expect(expected).toEqual({ low: 16, high: null });
  });

  test("counties and their total have no target of the zones", () => {
    const rows = [zone("河津市", 1), zone("临猗县", 2), total(1.5)];
    const evaluation = evaluateLiteral(growth(rows), [GROWTH]);
    expect(evaluation.findings).toEqual([]);
    expect(reasonsOf(evaluation, "target-unmet")).toEqual([]);
  });

  test("全市 has no target of the zones", () => {
    const city: RowLiteral = { name: "全市", reference: "city", cells: [-7.8] };
    expect(evaluateLiteral(growth([...members, city]), [GROWTH]).findings).toEqual([]);
  });
});

describe("target columns", () => {
  const columns: TableLiteral["columns"] = [
    { of: "industrial-investment", measure: "growth", format: "0.00" },
    { of: "industrial-investment", measure: "target", path: ["工业投资", "省定目标"] },
  ];

  test("each zone is held against its own cell; a dash sets no target", () => {
    const literal: TableLiteral = {
      columns,
      rows: [zone("河津", 16, 16), zone("永济", 16, 17), zone("万荣", 1, "-")],
    };
    const evaluation = evaluateLiteral(literal);
    expect(placesOf(evaluation)).toEqual(["target-unmet C6"]);
    const { rule } = onlyFinding(evaluation, "target-unmet").params;
    expect(rule).toMatchObject({ standing: "省定", origin: { kind: "target-column", cell: "D6" } });
  });

  test("S13: one that differs from the rule (河津 17, not its 16) is an error, and the rule judges", () => {
    const literal: TableLiteral = { columns, rows: [zone("河津", 16.5, 17), zone("永济", 18, 17)] };
    const evaluation = evaluateLiteral(literal, [GROWTH]);
    expect(placesOf(evaluation)).toEqual(["target-mismatch D5"]);
    expect(onlyFinding(evaluation, "target-mismatch")).toMatchObject({
      severity: "error",
      class: "consistency",
      stated: 17,
      expected: { low: 16, high: 16 },
    });
  });

  test("a year's amount is not missed at mid-year, and is at the year's end", () => {
    const literal = (period: TableLiteral["period"]): TableLiteral => ({
      columns: [
        { of: "tax-revenue", measure: "actual", format: "0.00" },
        { of: "tax-revenue", measure: "target", unit: "亿元", path: ["税收", "年度目标"] },
      ],
      rows: [zone("河津", 4, 10), zone("永济", 11, 10)],
      period: period ?? null,
    });
    const half = evaluateLiteral(literal(H1));
    expect(placesOf(half, "target-unmet")).toEqual([]);
    expect(reasonsOf(half, "target-unmet")).toEqual(["undecided C5"]);
    expect(placesOf(evaluateLiteral(literal({ kind: "year", year: 2023 })))).toEqual([
      "target-unmet C5",
    ]);
  });

  test("beside a year's amount, the one for the half-year is judged, and its verdict with it", () => {
    const word = (text: string): CellLiteral => ({ kind: "word", text });
    const literal: TableLiteral = {
      columns: [
        { of: "tax-revenue", measure: "target", unit: "亿元", path: ["税收", "年度目标"] },
        { of: "tax-revenue", measure: "target-part", unit: "亿元", path: ["税收", "上半年目标"] },
        { of: "tax-revenue", measure: "actual", format: "0.00" },
        { of: "tax-revenue", measure: "verdict", path: ["税收", "是否达序时"] },
      ],
      rows: [zone("河津", 10, 5, 5.2, word("达序时")), zone("永济", 8, 4, 3.6, word("达序时"))],
    };
    expect(placesOf(evaluateLiteral(literal))).toEqual(["verdict-mismatch F6", "target-unmet E6"]);
  });

  test("a missed stretch goal is not flagged", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "industrial-investment", measure: "growth" },
        { of: "industrial-investment", measure: "target", path: ["工业投资", "奋斗目标"] },
      ],
      rows: [zone("河津", 16, 25)],
    };
    expect(evaluateLiteral(literal).findings).toEqual([]);
  });

  test("a target beside a share of another indicator is a target for that share", () => {
    const literal: TableLiteral = {
      columns: [
        { of: "transformation-investment", measure: "growth" },
        { of: "transformation-investment", measure: "share", against: { kind: "total" } },
        { of: "transformation-investment", measure: "target", path: ["转型项目", "省定占比目标"] },
      ],
      rows: [zone("河津", 5, 91.72, 82), zone("永济", 90, 79.9, 82)],
    };
    expect(placesOf(evaluateLiteral(literal), "target-unmet")).toEqual(["target-unmet D6"]);
  });
});

describe("a written verdict says what the numbers say", () => {
  const literal = (verdict: string, value: number): TableLiteral => ({
    columns: [
      { of: "industrial-investment", measure: "growth", format: "0.0" },
      { of: "industrial-investment", measure: "target" },
      { of: "industrial-investment", measure: "verdict" },
    ],
    rows: [
      zone("河津", value, 17, { kind: "word", text: verdict }),
      zone("永济", 18, 17, { kind: "word", text: "达到" }),
      zone("闻喜", 3, 17, { kind: "word", text: "未达到" }),
    ],
  });

  test.each([
    ["达到", 17, []],
    ["否", 16, []],
    ["√", 20, []],
    ["未达标", 20, ["verdict-mismatch E5"]],
    ["达到", 16, ["verdict-mismatch E5"]],
    ["×", 17, ["verdict-mismatch E5"]],
  ])("%s at %d", (word, value, places) => {
    expect(placesOf(evaluateLiteral(literal(word, value)), "verdict-mismatch")).toEqual(places);
  });

  test("is a question where the miss is smaller than the cell shows", () => {
    const finding = onlyFinding(evaluateLiteral(literal("达到", 16.96)), "verdict-mismatch");
    expect(finding).toMatchObject({
      severity: "warning",
      remark: "required",
      params: { met: false },
    });
  });

  test("基本完成 says neither", () => {
    expect(reasonsOf(evaluateLiteral(literal("基本完成", 16)), "verdict-mismatch")).toEqual([
      "unreadable-operand E5",
    ]);
  });
});
