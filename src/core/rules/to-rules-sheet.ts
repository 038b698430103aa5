import { measureLabel } from "../findings/measure-labels.ts";
import { indicatorName } from "./build-rule.ts";
import { formatPacePlan } from "./pace-plan.ts";
import { formatScope } from "./parse-scope.ts";
import {
  COMPARISON_WORDS,
  KIND_WORDS,
  REFERENCE_NAMES,
  TIER_WORDS,
  ZONE_KIND_WORDS,
} from "./rule-words.ts";
import { REMARK_OPTIONAL, REMARK_REQUIRED, RULES_COLUMNS } from "./rules-sheet-columns.ts";
import type { TargetRule } from "./target-rule.ts";

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

function scopeOf({ zones, zoneKind: kind, exempt }: TargetRule): string {
  return formatScope({ zones, kind, exempt }, ZONE_KIND_WORDS);
}

/** 17, 全市, 全省2个百分点, 前3位, 是: the target as its cell prints it. */
function valueText({ kind, measure, relativeTo }: TargetRule, value: number): string {
  if (kind === "yes-no") return "是";
  if (measure === "rank") return `前${value}位`;
  if (relativeTo === null) return String(value);
  return `${REFERENCE_NAMES[relativeTo]}平均${value === 0 ? "" : `${value}个百分点`}`;
}

/** 年度, and behind it the office's own plan where it has one. */
function kindText({ kind, pace }: TargetRule): string {
  return pace.length === 0 ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}(${formatPacePlan(pace)})`;
}

function toRow(rule: TargetRule, scope: string, value: number): readonly string[] {
  return [
    indicatorName(rule.indicator),
    measureLabel(rule.measure, "zh-CN"),
    scope,
    COMPARISON_WORDS[rule.comparison],
    valueText(rule, value),
    rule.unit ?? "",
    kindText(rule),
    TIER_WORDS[rule.tier],
    rule.standing ?? "",
    rule.period ?? "",
    rule.remarkRequired ? REMARK_REQUIRED : REMARK_OPTIONAL,
    "",
  ];
}
