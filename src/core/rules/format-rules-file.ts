import { indicatorName } from "./build-rule.ts";
import { RULES_SCHEMA } from "./parse-rules-file.ts";
import type { TargetRule } from "./target-rule.ts";

/** Rules as a file a province can hand out; parseRulesFile reads the same rules back. */
export function formatRulesFile(rules: readonly TargetRule[]): string {
  const file = { schema: RULES_SCHEMA, rules: rules.map(toEntry) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function toEntry(rule: TargetRule): Readonly<Record<string, unknown>> {
  return {
    id: rule.id,
    indicator: indicatorName(rule.indicator),
    measure: rule.measure,
    comparison: rule.comparison,
    value: rule.value,
    relativeTo: rule.relativeTo,
    unit: rule.unit,
    zones: rule.zones,
    zoneKind: rule.zoneKind,
    except: rule.except.map(({ zone, value }) => ({ zone, value })),
    exempt: rule.exempt,
    tier: rule.tier,
    standing: rule.standing,
    period: rule.period,
    kind: rule.kind,
    pace: rule.pace,
    remarkRequired: rule.remarkRequired,
  };
}
