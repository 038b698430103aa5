import type { Finding } from "../findings/finding.ts";
import type { TableIndex } from "../model/table-index.ts";
import { lintNames } from "./lint-names.ts";
import { lintNeverFires } from "./lint-never-fires.ts";
import { lintRepeats } from "./lint-repeats.ts";
import type { TargetRule } from "./target-rule.ts";

/**
 * What is wrong with the target rules themselves, those of the 目标规则 sheet and of a rules file: contradictions,
 * repetitions, rules that never fire, names nobody knows. Target columns of the tables are not rules to be linted.
 */
export function lintRules(
  rules: readonly TargetRule[],
  book: readonly TableIndex[]
): readonly Finding[] {
  return [...lintRepeats(rules), ...lintNames(rules, book), ...lintNeverFires(rules, book)];
}
