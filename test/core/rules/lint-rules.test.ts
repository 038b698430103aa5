import { describe, expect, test } from "@jest/globals";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";
import { evaluateLiteral, ruleOf } from "../../support/check-cases.ts";
import type { TableLiteral } from "../../support/table.ts";

const TABLE: TableLiteral = {
  columns: [{ of: "industrial-investment", measure: "growth", format: "0.0" }],
  rows: [
    { name: "河津", cells: [18.1] },
    { name: "永济", cells: [19.2] },
    { name: "闻喜", cells: [20.3] },
  ],
};

function rule(row: number, more: Partial<TargetRule> = {}): TargetRule {
  return ruleOf({
    indicator: "industrial-investment",
    measure: "growth",
    value: 17,
    origin: { kind: "rules-sheet", sheet: "目标规则", cell: `E${row}` },
    ...more,
  });
}

const exception = (zone: string, value: number, row: number) =>
  ({ zone, value, origin: { kind: "rules-sheet", sheet: "目标规则", cell: `E${row}` } }) as const;

function lint(...rules: readonly TargetRule[]): readonly string[] {
  return evaluateLiteral(TABLE, rules)
    .findings.filter((finding) => finding.class === "rules")
    .map(({ code, at }) => `${code} ${at.sheet}!${formatArea(at.area)}`);
}

describe("rules that agree with each other and with the tables are not spoken of", () => {
  test.each<[string, readonly TargetRule[]]>([
    ["a default with an exception", [rule(2, { except: [exception("河津", 16, 3)] })]],
    ["another tier", [rule(2), rule(3, { tier: "stretch", value: 20 })]],
    [
      "another period",
      [rule(2, { period: "2023" }), rule(3, { period: "2022", value: 15 })].slice(0, 1),
    ],
    ["a kind beside all", [rule(2), rule(3, { zoneKind: "industrial", value: 18 })]],
    ["two who set targets", [rule(2), rule(3, { standing: "市定", value: 20 })]],
    ["a zone left out by its name", [rule(2, { exempt: ["河津"] })]],
    ["a floor below a ceiling", [rule(2), rule(3, { comparison: "at-most", value: 40 })]],
    [
      "an indicator of another book, in a rules file",
      [
        rule(2, {
          indicator: "fixed-asset-investment",
          origin: { kind: "rules-file", file: "rules.json", index: 0 },
        }),
      ],
    ],
    [
      "a zone of another book, in a rules file",
      [rule(2, { zones: ["运城"], origin: { kind: "rules-file", file: "r.json", index: 0 } })],
    ],
  ])("%s", (_, rules) => {
    expect(lint(...rules)).toEqual([]);
  });
});

describe("what is wrong with the rules is told at their cells", () => {
  test.each<[string, readonly TargetRule[], readonly string[]]>([
    [
      "two values for the same",
      [rule(2), rule(3, { value: 18 })],
      ["rule-contradiction 目标规则!E3"],
    ],
    [
      "a floor above a ceiling",
      [rule(2), rule(3, { comparison: "at-most", value: 15 })],
      ["rule-contradiction 目标规则!E3"],
    ],
    [
      "two values for one exception",
      [rule(2, { except: [exception("河津", 16, 3), exception("河津", 15, 4)] })],
      ["rule-contradiction 目标规则!E4"],
    ],
    [
      "a zone left out that is not there",
      [rule(2, { exempt: ["河律"] })],
      ["rule-unknown-name 目标规则!E2"],
    ],
    [
      "a limit taken to a whole that is not there",
      [rule(2, { value: 0, relativeTo: "province" })],
      ["rule-never-fires 目标规则!E2"],
    ],
    ["the same twice", [rule(2), rule(3)], ["rule-redundant 目标规则!E3"]],
    [
      "an exception that is none",
      [rule(2, { except: [exception("河津", 17, 3)] })],
      ["rule-redundant 目标规则!E3"],
    ],
    [
      "a kind of zones nobody is",
      [rule(2), rule(3, { zoneKind: "agricultural" })],
      ["rule-never-fires 目标规则!E3"],
    ],
    ["a period no table has", [rule(2, { period: "2021" })], ["rule-never-fires 目标规则!E2"]],
    [
      "a zone of a like name",
      [rule(2, { except: [exception("河律", 16, 3)] })],
      ["rule-unknown-name 目标规则!E3"],
    ],
    [
      "an indicator of a like name",
      [rule(2, { indicator: "other:工业设资" })],
      ["rule-unknown-name 目标规则!E2"],
    ],
    [
      "zones by name, and no default",
      [rule(2, { zones: ["河津"] })],
      ["rule-unknown-name 目标规则!E2"],
    ],
  ])("%s", (_, rules, places) => {
    expect(lint(...rules)).toEqual(places);
  });

  test("a rules file is pointed at by the number of the rule", () => {
    const origin = (index: number) => ({ kind: "rules-file", file: "省.json", index }) as const;
    expect(lint(rule(2, { origin: origin(0) }), rule(3, { origin: origin(1), value: 3 }))).toEqual([
      "rule-contradiction 省.json!A2",
    ]);
  });

  test("the nearest known name is offered, in both languages", () => {
    const rules = [rule(2, { except: [exception("河律", 16, 3)] })];
    const found = evaluateLiteral(TABLE, rules).findings.find(
      ({ code }) => code === "rule-unknown-name"
    );
    if (found === undefined) throw new Error("nothing found");
    expect(formatFinding(found, "zh-CN").message).toBe("不认识开发区“河律”;是否为“河津”");
    expect(formatFinding(found, "en-US").message).toBe("Unknown zone “河律”; is “河津” meant?");
    expect(found).toMatchObject({ severity: "warning", class: "rules", remark: "optional" });
  });
});
