import { measureLabel } from "../findings/measure-labels.ts";
import { indicatorName } from "./build-rule.ts";
import { COMPARISON_WORDS, KIND_WORDS, TIER_WORDS, ZONE_KIND_WORDS } from "./rule-words.ts";
import { REMARK_OPTIONAL, REMARK_REQUIRED, RULES_COLUMNS } from "./rules-sheet-columns.ts";
import type { TargetRule } from "./target-rule.ts";

const ALL = "全部";

/** Rules as the rows of a 目标规则 sheet, header first; an exception is its own row. Plain texts; numbers too. */
export function toRulesSheet(rules: readonly TargetRule[]): readonly (readonly string[])[] {
  return [
    [...RULES_COLUMNS],
    ...rules.flatMap((rule) => [
      toRow(rule, scopeOf(rule), rule.value),
      ...rule.except.map(({ zone, value }) => toRow(rule, zone, value)),
    ]),
  ];
}

function scopeOf(rule: TargetRule): string {
  if (rule.zones.length > 0) return rule.zones.join("、");
  return rule.zoneKind === null ? ALL : ZONE_KIND_WORDS[rule.zoneKind];
}

function toRow(rule: TargetRule, scope: string, value: number): readonly string[] {
  return [
    indicatorName(rule.indicator),
    measureLabel(rule.measure, "zh-CN"),
    scope,
    COMPARISON_WORDS[rule.comparison],
    String(value),
    rule.unit ?? "",
    KIND_WORDS[rule.kind],
    TIER_WORDS[rule.tier],
    rule.standing ?? "",
    rule.period ?? "",
    rule.remarkRequired ? REMARK_REQUIRED : REMARK_OPTIONAL,
    "",
  ];
}
