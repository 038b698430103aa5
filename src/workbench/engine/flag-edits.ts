import type { Flag, FlagStyle } from "../../core/index.ts";
import { FLAG_LOOKS, isMarkedFormula } from "../../core/index.ts";
import type { PackageEdit } from "../../xlsx/package-book.ts";
import type { RuleState } from "./save-plan.ts";

/** What it takes for the file to carry the flags there are now. */
export function flagEdits(
  sheet: string,
  before: readonly RuleState[],
  now: readonly RuleState[]
): PackageEdit[] {
  const old = before.filter(isOurs);
  const current = now.filter(isOurs);
  if (isSameRules(old, current)) return [];
  return [
    ...(old.length > 0 ? [{ kind: "remove-flags" as const, sheets: [sheet] }] : []),
    ...(current.length > 0
      ? [{ kind: "put-flags" as const, sheet, flags: current.flatMap(toFlag) }]
      : []),
  ];
}

function toFlag(rule: RuleState): Flag[] {
  const [first, ...others] = rule.areas;
  if (first === undefined || rule.formula === null) return [];
  return [{ areas: [first, ...others], formula: rule.formula, style: flagStyle(rule) }];
}

function flagStyle(rule: RuleState): FlagStyle {
  const styles = Object.entries(FLAG_LOOKS) as [FlagStyle, (typeof FLAG_LOOKS)[FlagStyle]][];
  const found = styles.find(
    ([, look]) => look.fill === rule.fill && (look.border !== null) === rule.hasBorder
  );
  return found?.[0] ?? "error";
}

function isOurs(rule: RuleState): boolean {
  return rule.formula !== null && isMarkedFormula(rule.formula);
}

/** Whether rules that are not ours have changed: no edit can carry that. */
export function hasOtherRules(before: readonly RuleState[], now: readonly RuleState[]): boolean {
  const others = (rules: readonly RuleState[]): readonly RuleState[] =>
    rules.filter((rule) => !isOurs(rule));
  return !isSameRules(others(before), others(now));
}

function isSameRules(a: readonly RuleState[], b: readonly RuleState[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
