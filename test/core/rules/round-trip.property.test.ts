import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatRulesFile } from "../../../src/core/rules/format-rules-file.ts";
import { parseRulesFile } from "../../../src/core/rules/parse-rules-file.ts";
import { parseRulesSheet } from "../../../src/core/rules/parse-rules-sheet.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import { toRulesSheet } from "../../../src/core/rules/to-rules-sheet.ts";
import { ruleOf } from "../../support/check-cases.ts";
import { sheetOf } from "../../support/grid.ts";

const ZONES = ["河津", "永济", "闻喜", "万荣", "昆山高新区"] as const;
const someZones = fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 3 });
const value = fc.integer({ min: -900, max: 9000 }).map((n) => n / 100);

/** What a rule judges, in the unit and kind the sheet would give it. */
const subject = fc.constantFrom<Partial<TargetRule> & Pick<TargetRule, "indicator" | "measure">>(
  { indicator: "industrial-investment", measure: "growth", unit: "%", kind: "rate" },
  { indicator: "industrial-value-added", measure: "share", unit: "%", kind: "share" },
  { indicator: "tax-revenue", measure: "actual", unit: "亿元", kind: "level" },
  { indicator: "market-entities", measure: "actual", unit: "户", kind: "count" },
  { indicator: "starting-rate", measure: "rate", unit: "%", kind: "rate" },
  { indicator: "other:绿化面积", measure: "actual", unit: "亩", kind: "annual-level" }
);

const scope = fc.oneof(
  someZones.map((zones) => ({ zones })),
  fc.record({
    zoneKind: fc.constantFrom("industrial" as const, "agricultural" as const, null),
    exempt: fc.oneof(fc.constant([]), someZones),
  })
);

const rule: fc.Arbitrary<TargetRule> = fc
  .record({
    subject,
    scope,
    value,
    comparison: fc.constantFrom("at-least", "above", "at-most", "below"),
    relativeTo: fc.option(
      fc.constantFrom("city" as const, "province" as const, "province-zones" as const)
    ),
    tier: fc.constantFrom("floor", "ensure", "assessed", "strive", "stretch"),
    standing: fc.constantFrom("省定", "省初定", "市定", null),
    period: fc.constantFrom("2023", "2023-01..06", "2023-06-end", null),
    remarkRequired: fc.boolean(),
    pace: fc.constantFrom(
      [],
      [
        { months: 3, percent: 22 },
        { months: 6, percent: 50 },
      ]
    ),
  })
  .map(({ subject: what, scope: whom, value: number, relativeTo, pace, ...rest }) =>
    ruleOf({
      ...what,
      ...whom,
      ...rest,
      // Only a rate is taken to a whole's, and only an amount for the year has a plan.
      relativeTo: what.measure === "growth" ? relativeTo : null,
      pace: what.kind === "annual-level" ? pace : [],
      value: number,
    })
  );

/** Rules that a sheet can tell apart: one for each indicator and measure. */
const rules = fc.uniqueArray(rule, {
  maxLength: 5,
  selector: ({ indicator, measure }) => `${indicator}|${measure}`,
});

const withExceptions = rules.chain((list) =>
  fc.tuple(
    ...list.map((one) =>
      fc.option(fc.tuple(fc.constantFrom("稷山", "绛县"), value)).map((more): TargetRule => {
        if (more === null || one.zones.length > 0) return one;
        const [zone, number] = more;
        return { ...one, except: [{ zone, value: number, origin: one.origin }] };
      })
    )
  )
);

function content(one: TargetRule): object {
  return {
    ...one,
    id: null,
    origin: null,
    exempt: [...one.exempt].sort(),
    except: one.except.map(({ zone, value: number }) => ({ zone, value: number })),
  };
}

test("rules come back the same from a file, from a sheet, and from one through the other", () => {
  fc.assert(
    fc.property(withExceptions, (all) => {
      const fromFile = parseRulesFile(formatRulesFile(all), "rules.json");
      if (!fromFile.ok) throw new Error(JSON.stringify(fromFile.failure));
      expect(fromFile.value.map(content)).toEqual(all.map(content));
      const fromSheet = parseRulesSheet(sheetOf("目标规则", toRulesSheet(fromFile.value)));
      if (!fromSheet.ok) throw new Error(JSON.stringify(fromSheet.failure));
      expect(fromSheet.value.map(content)).toEqual(all.map(content));
      const again = parseRulesFile(formatRulesFile(fromSheet.value), "rules.json");
      expect(again.ok && again.value.map(content)).toEqual(all.map(content));
    }),
    { numRuns: 300 }
  );
});
