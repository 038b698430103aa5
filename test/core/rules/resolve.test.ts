import { describe, expect, test } from "@jest/globals";
import { bringIntoForce } from "../../../src/core/rules/resolve.ts";
import type { Whom } from "../../../src/core/rules/target.ts";
import type { RuleOrigin, TargetRule } from "../../../src/core/rules/target-rule.ts";
import { ruleOf } from "../../support/check-cases.ts";
import { H1 } from "../../support/table.ts";

const FILE: RuleOrigin = { kind: "rules-file", file: "rules.json", index: 0 };
const SHEET: RuleOrigin = { kind: "rules-sheet", sheet: "目标规则", cell: "E2" };
const growth = (value: number, more: Partial<TargetRule> = {}): TargetRule =>
  ruleOf({ indicator: "industrial-investment", measure: "growth", value, origin: SHEET, ...more });

function valueFor(rules: readonly TargetRule[], whom: Partial<Whom> = {}): number | undefined {
  const who: Whom = { zone: "河津", kind: "industrial", standing: "zone", ...whom };
  return bringIntoForce(rules, new Map()).ruled(who, "industrial-investment", "growth", H1)?.value;
}

const all = growth(17);
const ofKind = growth(15, { zoneKind: "industrial" });
const ofZones = growth(14, { zones: ["河津", "永济"] });
const withException = growth(18, { except: [{ zone: "河津", value: 16, origin: SHEET }] });

describe("the closest rule holds: exception, then zone list, then kind, then all", () => {
  test.each<[string, readonly TargetRule[], Partial<Whom>, number | undefined]>([
    ["all", [all], {}, 17],
    ["kind before all", [all, ofKind], {}, 15],
    ["a kind is not for others", [all, ofKind], { kind: "agricultural" }, 17],
    ["zone list before kind", [ofKind, all, ofZones], {}, 14],
    ["a zone list is not for others", [ofZones], { zone: "闻喜" }, undefined],
    ["an exception before all others", [ofZones, withException, ofKind], {}, 16],
    ["the others have the default", [withException], { zone: "永济" }, 18],
    ["a county has no zone's target", [all, ofKind], { standing: "area" }, undefined],
    ["a county that a rule names has its own", [ofZones], { standing: "area" }, 14],
    ["a zone whose kind nobody names is an industrial one", [ofKind], { kind: null }, 15],
  ])("%s", (_, rules, whom, value) => {
    expect(valueFor(rules, whom)).toBe(value);
    expect(valueFor([...rules].reverse(), whom)).toBe(value);
  });

  test("a rules file beats the rules sheet, even where the sheet is closer", () => {
    expect(valueFor([withException, growth(12, { origin: FILE })])).toBe(12);
  });

  test.each([
    ["2023-01..06", 17],
    ["2023", 17],
    ["2022", undefined],
    ["2023-01..09", undefined],
    [null, 17],
  ])("a rule limited to %s", (period, value) => {
    expect(valueFor([growth(17, { period })])).toBe(value);
  });

  test.each<[string, readonly TargetRule[], number]>([
    [
      "this period before its year",
      [growth(17, { period: "2023" }), growth(9, { period: "2023-01..06" })],
      9,
    ],
    ["a year before no period", [growth(17), growth(9, { period: "2023" })], 9],
    ["省定 before 市定", [growth(20, { standing: "市定" }), growth(17)], 17],
    ["省定 before 省初定", [growth(20, { standing: "省初定" }), growth(17)], 17],
    ["调整后 before 省定", [growth(17), growth(15, { standing: "省定(调整后)" })], 15],
    [
      "how close before who set it",
      [growth(17), growth(20, { standing: "市定", zones: ["河津"] })],
      20,
    ],
    [
      "the period before who set it",
      [growth(17), growth(20, { standing: "市定", period: "2023" })],
      20,
    ],
  ])("%s", (_, rules, value) => {
    expect(valueFor(rules)).toBe(value);
    expect(valueFor([...rules].reverse())).toBe(value);
  });

  test("zones left out have no target of it, but may have another's", () => {
    expect(valueFor([growth(17, { exempt: ["河津"] })])).toBeUndefined();
    expect(valueFor([growth(17, { exempt: ["永济"] })])).toBe(17);
    expect(
      valueFor([growth(17, { exempt: ["河津"] }), growth(12, { zoneKind: "industrial" })])
    ).toBe(12);
  });

  test("only the assessed tier is judged", () => {
    expect(valueFor([growth(25, { tier: "stretch" })])).toBeUndefined();
    expect(bringIntoForce([growth(25, { tier: "stretch" })], new Map()).rules).toHaveLength(1);
  });
});
