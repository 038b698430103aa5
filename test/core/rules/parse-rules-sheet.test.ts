import { describe, expect, test } from "@jest/globals";
import { parseRulesFile } from "../../../src/core/rules/parse-rules-file.ts";
import { parseRulesSheet } from "../../../src/core/rules/parse-rules-sheet.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import { toRulesSheet } from "../../../src/core/rules/to-rules-sheet.ts";
import { sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

const HEADER = [
  "指标",
  "口径",
  "适用",
  "比较",
  "目标值",
  "单位",
  "类型",
  "档次",
  "来源",
  "期间",
  "级别",
  "备注",
];

function rulesOf(rows: readonly (readonly GridCell[])[]): readonly TargetRule[] {
  const parsed = parseRulesSheet(sheetOf("目标规则", rows));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

function problemsOf(rows: readonly (readonly GridCell[])[]): readonly string[] {
  const parsed = parseRulesSheet(sheetOf("目标规则", rows));
  return parsed.ok ? [] : parsed.failure.map(({ code, path }) => `${code} ${path}`);
}

const GROWTH: readonly GridCell[] = [
  "工业投资",
  "同比",
  "全部",
  "不低于",
  17,
  "%",
  "增速",
  "考核",
  "省定",
  "2023年",
  "提示",
  null,
];

describe("the 目标规则 sheet", () => {
  test("gives a rule with its exception, which stands in a row of its own", () => {
    const [rule, ...more] = rulesOf([
      HEADER,
      GROWTH,
      [
        "工业投资",
        "同比",
        "河津开发区",
        "不低于",
        16,
        "%",
        "增速",
        "考核",
        "省定",
        "2023年",
        "提示",
        "例外",
      ],
    ]);
    expect(more).toEqual([]);
    expect(rule).toMatchObject({
      indicator: "industrial-investment",
      measure: "growth",
      value: 17,
      zones: [],
      except: [
        { zone: "河津", value: 16, origin: { kind: "rules-sheet", sheet: "目标规则", cell: "E3" } },
      ],
      standing: "省定",
      period: "2023",
      kind: "rate",
      origin: { kind: "rules-sheet", sheet: "目标规则", cell: "E2" },
    });
  });

  test("takes its columns in any order, below a title, and few of them", () => {
    const [rule] = rulesOf([
      ["2023年省定目标", null, null],
      [null, null, null],
      ["目标值", "适用范围", "指标名称"],
      ["≥17%", "工业类", "工 业 投 资"],
    ]);
    expect(rule).toMatchObject({ value: 17, unit: "%", zoneKind: "industrial", measure: "growth" });
  });

  test("a blank indicator repeats the one above", () => {
    const [rule] = rulesOf([
      ["指标", "适用", "目标值", "单位"],
      ["工业投资", "其余", 17, "%"],
      [null, "河津、永济", 16, "%"],
    ]);
    expect(rule?.except.map(({ zone, value }) => [zone, value])).toEqual([
      ["河津", 16],
      ["永济", 16],
    ]);
  });

  test("zones without a rule for all have a rule of their own", () => {
    const [rule] = rulesOf([
      ["指标", "口径", "适用", "目标值", "单位", "类型", "级别"],
      ["产业当年完成投资", "完成值", "万荣农业示范区、临猗农业示范区", 2, "亿元", "序时", "须说明"],
    ]);
    expect(rule).toMatchObject({
      zones: ["万荣", "临猗"],
      kind: "pace-level",
      remarkRequired: true,
    });
  });

  test.each<[GridCell, number | null]>([
    [17, 17],
    ["17", 17],
    ["17%", 17],
    ["１７％", 17],
    ["1,200", 1200],
    [{ v: 0.17, nf: "0%" }, 17],
    ["-", null],
    ["—", null],
    [null, null],
    ["不考核", null],
  ])("a target value %j is %j", (cell, value) => {
    const rules = rulesOf([
      ["指标", "目标值"],
      ["工业投资", cell],
    ]);
    expect(rules.map((rule) => rule.value)).toEqual(value === null ? [] : [value]);
  });

  test("an empty sheet has no rules; rows without a value set none", () => {
    expect(rulesOf([])).toEqual([]);
    expect(rulesOf([HEADER, ["工业投资"], ["注:由省下达", null, null, null, null]])).toEqual([]);
  });

  test.each<[string, readonly (readonly GridCell[])[], readonly string[]]>([
    ["no header", [["随便写写", 1]], ["missing-column A1", "missing-column A1"]],
    [
      "a value in words",
      [
        ["指标", "目标值"],
        ["工业投资", "尽量多"],
      ],
      ["unknown-word B2"],
    ],
    [
      "an unknown measure",
      [
        ["指标", "口径", "目标值"],
        ["工业投资", "心情", 17],
      ],
      ["unknown-word B2"],
    ],
    [
      "an unknown comparison",
      [
        ["指标", "比较", "目标值"],
        ["工业投资", "大概", 17],
      ],
      ["unknown-word B2"],
    ],
    [
      "an unknown period",
      [
        ["指标", "期间", "目标值"],
        ["工业投资", "改日", 17],
      ],
      ["unknown-word B2"],
    ],
  ])("%s is told with its cell", (_, rows, problems) => {
    expect(problemsOf(rows)).toEqual(problems);
  });

  test("comes back the same after writing and reading, but for where it stands", () => {
    const parsed = parseRulesFile(
      JSON.stringify({
        schema: "zone-check/rules@1",
        rules: [
          {
            indicator: "工业投资",
            measure: "growth",
            value: 17,
            unit: "%",
            zoneKind: "工业类",
            standing: "省定",
            period: "2023-01..06",
          },
          {
            indicator: "转型项目投资",
            measure: "share",
            value: 82,
            unit: "%",
            except: [{ zone: "运城", value: 88 }],
          },
          {
            indicator: "产业当年完成投资",
            measure: "actual",
            value: 2,
            unit: "亿元",
            zones: ["万荣", "临猗"],
            kind: "pace-level",
            remarkRequired: true,
          },
          {
            indicator: "某某新指标",
            measure: "actual",
            value: 5.5,
            unit: "公里",
            comparison: "below",
            tier: "strive",
            period: "2023-06-end",
          },
        ],
      }),
      "rules.json"
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
    const content = (rule: TargetRule): object => ({
      ...rule,
      id: null,
      origin: null,
      except: rule.except.map(({ zone, value }) => ({ zone, value })),
    });
    expect(rulesOf(toRulesSheet(parsed.value)).map(content)).toEqual(parsed.value.map(content));
  });
});
