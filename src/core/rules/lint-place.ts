import type { FindingSubject, Operand } from "../findings/finding.ts";
import { countDecimals } from "../model/decimal.ts";
import type { Address } from "../workbook/address.ts";
import { parseArea } from "../workbook/address.ts";
import { indicatorName } from "./build-rule.ts";
import type { RuleOrigin, TargetRule } from "./target-rule.ts";

/** Where a rule stands: its cell in the 目标规则 sheet; of a rules file, its number in the list, as a row of the file. */
export function placeOfRule(origin: RuleOrigin): Address {
  if (origin.kind === "rules-file") {
    return { sheet: origin.file, area: { row: origin.index, column: 0, rows: 1, columns: 1 } };
  }
  const area = parseArea(origin.cell) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return { sheet: origin.sheet, area };
}

/** The same for a sentence: E5, rules[2]. */
export function nameOfPlace(origin: RuleOrigin): string {
  return origin.kind === "rules-file" ? `rules[${origin.index}]` : origin.cell;
}

/** A rule's number as an operand; a rules file has no cells to go to. */
export function operandOfRule(
  role: "target" | "other",
  label: string,
  value: number,
  rule: TargetRule,
  origin: RuleOrigin
): Operand {
  return {
    role,
    label,
    value,
    decimals: countDecimals(value),
    unit: rule.unit,
    at: origin.kind === "rules-file" ? null : placeOfRule(origin),
  };
}

/** All of a finding about a rule but its code and its parameters. */
export function aboutRule(rule: TargetRule, origin: RuleOrigin, zone: string | null) {
  // An exception stands in a row of its own, with its own number.
  const value = rule.except.find((one) => one.origin === origin)?.value ?? rule.value;
  const subject: FindingSubject = {
    zone,
    indicator: indicatorName(rule.indicator),
    measure: rule.measure,
    period: rule.period,
  };
  return {
    class: "rules",
    severity: "warning",
    remark: "optional",
    subject,
    at: placeOfRule(origin),
    stated: rule.value,
    expected: null,
    trace: {
      operands: [operandOfRule("target", indicatorName(rule.indicator), value, rule, origin)],
      arithmetic: null,
      allowed: null,
      decimals: countDecimals(value),
    },
    alternatives: [],
    consequences: [],
  } as const;
}

/** One value a rule sets: for all, for a kind, or for one zone by name. */
export interface Setting {
  readonly rule: TargetRule;
  readonly value: number;
  readonly origin: RuleOrigin;
  /** null: nobody by name. */
  readonly zone: string | null;
  /** The zone, the kind, or all, as a sentence names them. */
  readonly who: string;
  /** The same for two settings that speak of the same thing in the same place of the order. */
  readonly key: string;
}

export function settingsOf(rules: readonly TargetRule[]): readonly Setting[] {
  return rules.flatMap((rule) => {
    const base = [
      rule.origin.kind,
      rule.indicator,
      rule.measure,
      rule.tier,
      rule.period,
      rule.kind,
      // 省定 and 市定 are two targets; the one that is assessed is chosen, and neither is a slip.
      rule.standing === null ? "" : rule.standing.slice(0, 1),
      rule.relativeTo,
    ];
    const named = (zone: string, value: number, origin: RuleOrigin): Setting => ({
      rule,
      value,
      origin,
      zone,
      who: zone,
      key: [...base, zone].join("|"),
    });
    const exceptions = rule.except.map(({ zone, value, origin }) => named(zone, value, origin));
    if (rule.zones.length > 0) {
      return [...rule.zones.map((zone) => named(zone, rule.value, rule.origin)), ...exceptions];
    }
    const who = rule.zoneKind ?? "";
    const all = { rule, value: rule.value, origin: rule.origin, zone: null };
    return [{ ...all, who, key: [...base, `kind:${who}`].join("|") }, ...exceptions];
  });
}
