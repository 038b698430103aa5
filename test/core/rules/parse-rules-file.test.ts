import { describe, expect, test } from "@jest/globals";
import { formatRulesFile } from "../../../src/core/rules/format-rules-file.ts";
import { parseRulesFile } from "../../../src/core/rules/parse-rules-file.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";

const RULE = { indicator: "工业投资", measure: "growth", value: 17 };

function fileOf(...rules: readonly unknown[]): string {
  return JSON.stringify({ schema: "zone-check/rules@1", rules });
}

function rulesOf(text: string): readonly TargetRule[] {
  const parsed = parseRulesFile(text, "rules.json");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

function problemsOf(text: string): readonly string[] {
  const parsed = parseRulesFile(text, "rules.json");
  return parsed.ok ? [] : parsed.failure.map(({ code, path }) => `${code} ${path}`);
}

describe("a rules file", () => {
  test("says much with little: what it leaves out follows from the indicator", () => {
    expect(rulesOf(fileOf(RULE))).toEqual([
      {
        id: "rules[0]",
        indicator: "industrial-investment",
        measure: "growth",
        comparison: "at-least",
        value: 17,
        unit: null,
        zones: [],
        zoneKind: null,
        except: [],
        exempt: [],
        relativeTo: null,
        pace: [],
        tier: "assessed",
        standing: null,
        period: null,
        kind: "rate",
        remarkRequired: false,
        origin: { kind: "rules-file", file: "rules.json", index: 0 },
      },
    ]);
  });

  test("takes the words of the trade as well as ids", () => {
    const [rule] = rulesOf(
      fileOf({
        indicator: "转型项目投资",
        measure: "占工业投资比重",
        comparison: "不低于",
        value: 82,
        zoneKind: "工业类",
        except: [{ zone: "运城经济技术开发区", value: 88 }],
        tier: "考核",
        kind: "占比",
        period: "2023年1-6月",
      })
    );
    expect(rule).toMatchObject({
      indicator: "transformation-investment",
      measure: "share",
      comparison: "at-least",
      zoneKind: "industrial",
      except: [{ zone: "运城", value: 88 }],
      tier: "assessed",
      kind: "share",
      period: "2023-01..06",
    });
  });

  test("keeps an indicator the catalogue does not know, and one where less is better", () => {
    const [unknown, energy] = rulesOf(
      fileOf(
        { ...RULE, indicator: "某某新指标" },
        { ...RULE, indicator: "退规企业", measure: "完成值" }
      )
    );
    expect(unknown?.indicator).toBe("other:某某新指标");
    expect(energy?.comparison).toBe("at-most");
  });

  test("comes back the same after writing and reading", () => {
    const rules = rulesOf(
      fileOf(
        { ...RULE, except: [{ zone: "河津", value: 16 }], standing: "省定", period: "2023" },
        {
          indicator: "某某新指标",
          measure: "actual",
          value: 2,
          unit: "亿元",
          zones: ["万荣", "临猗"],
          kind: "pace-level",
        }
      )
    );
    expect(rulesOf(formatRulesFile(rules))).toEqual(rules);
  });
});

describe("a hostile rules file is refused, with every place that is wrong", () => {
  test.each<[string, string, readonly string[]]>([
    ["no JSON", "{", ["not-json "]],
    ["a list", "[]", ["wrong-type "]],
    ["null", "null", ["wrong-type "]],
    ["another schema", '{"schema":"zone-check/rules@2","rules":[]}', ["wrong-schema schema"]],
    ["no rules", '{"schema":"zone-check/rules@1"}', ["missing-field rules"]],
    ["rules that are no list", '{"schema":"zone-check/rules@1","rules":{}}', ["wrong-type rules"]],
    ["a rule that is no object", fileOf(7), ["wrong-type rules[0]"]],
    [
      "fields missing",
      fileOf({}),
      [
        "missing-field rules[0].indicator",
        "missing-field rules[0].value",
        "missing-field rules[0].measure",
      ],
    ],
    ["an unknown field", fileOf({ ...RULE, taget: 17 }), ["unknown-field rules[0].taget"]],
    ["a value in words", fileOf({ ...RULE, value: "17%" }), ["wrong-type rules[0].value"]],
    ["a value beyond all digits", fileOf({ ...RULE, value: 1e300 }), ["wrong-type rules[0].value"]],
    [
      "an unknown comparison",
      fileOf({ ...RULE, comparison: "about" }),
      ["unknown-word rules[0].comparison"],
    ],
    ["an unknown tier", fileOf({ ...RULE, tier: "gold" }), ["unknown-word rules[0].tier"]],
    ["an unknown measure", fileOf({ ...RULE, measure: "mood" }), ["unknown-word rules[0].measure"]],
    [
      "a period that is none",
      fileOf({ ...RULE, period: "soon" }),
      ["unknown-word rules[0].period"],
    ],
    [
      "zones that are no texts",
      fileOf({ ...RULE, zones: ["河津", 3] }),
      ["wrong-type rules[0].zones[1]"],
    ],
    [
      "an exception without a value",
      fileOf({ ...RULE, except: [{ zone: "河津" }] }),
      ["missing-field rules[0].except[0].value"],
    ],
    [
      "a truth in words",
      fileOf({ ...RULE, remarkRequired: "yes" }),
      ["wrong-type rules[0].remarkRequired"],
    ],
    [
      "a text without end",
      fileOf({ ...RULE, standing: "长".repeat(501) }),
      ["wrong-type rules[0].standing"],
    ],
    [
      "more rules than any office has",
      fileOf(...Array<unknown>(10_001).fill(RULE)),
      ["too-many rules"],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("a file cannot reach into prototypes", () => {
    const text = `{"schema":"zone-check/rules@1","__proto__":{"polluted":1},"rules":[{"__proto__":{"value":1},"constructor":1}]}`;
    expect(problemsOf(text)).toContain("unknown-field __proto__");
    expect(problemsOf(text)).toContain("missing-field rules[0].value");
    expect("polluted" in {}).toBe(false);
  });
});
