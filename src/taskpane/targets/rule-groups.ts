import type { Evaluation, RulesRow, TargetRule } from "../../core/index.ts";
import { parseArea } from "../../core/index.ts";
import type { RulesReading } from "../../actions/index.ts";

/** A rule of the 目标规则 sheet with the rows that make it. */
export interface RuleGroup {
  /** Null: rows that no rule could be made of. */
  readonly rule: TargetRule | null;
  readonly row: RulesRow;
  readonly exceptions: readonly RulesRow[];
}

/** The sheet's rows in its order, each exception with its rule. */
export function groupRules({ rows, rules }: RulesReading): readonly RuleGroup[] {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const ruleOf = new Map<number, TargetRule>();
  const taken = new Set<number>();
  for (const rule of rules) {
    const own = rowOf(rule.origin);
    if (own !== undefined) ruleOf.set(own, rule);
    for (const { origin } of rule.except) {
      const row = rowOf(origin);
      if (row !== undefined && row !== own) taken.add(row);
    }
  }
  return rows.flatMap((row): readonly RuleGroup[] => {
    if (taken.has(row.row)) return [];
    const rule = ruleOf.get(row.row) ?? null;
    const places = new Set((rule?.except ?? []).flatMap(({ origin }) => rowOf(origin) ?? []));
    const exceptions = [...places].flatMap((place) => byRow.get(place) ?? []);
    return [{ rule, row, exceptions }];
  });
}

/** The row of the sheet a rule or exception stands in, from 0. */
function rowOf(origin: TargetRule["origin"]): number | undefined {
  return origin.kind === "rules-sheet" ? parseArea(origin.cell)?.row : undefined;
}

/** Cells of one target column that set the same value. */
export interface ColumnTarget {
  readonly rule: TargetRule;
  readonly zones: readonly string[];
}

/** The targets the indicator sheets bring along, one entry for each value. */
export function groupColumnTargets(evaluation: Evaluation): readonly ColumnTarget[] {
  const groups = new Map<string, { rule: TargetRule; zones: string[] }>();
  for (const rule of evaluation.rules) {
    if (rule.origin.kind !== "target-column") continue;
    const { indicator, measure, comparison, value, unit } = rule;
    const key = [rule.origin.sheet, indicator, measure, comparison, value, unit].join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule, zones: [...rule.zones] });
    else group.zones.push(...rule.zones);
  }
  return [...groups.values()];
}
