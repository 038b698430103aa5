import { evaluateTables } from "../../src/core/evaluation/evaluate-tables.ts";
import type { TablesEvaluation } from "../../src/core/evaluation/evaluate-tables.ts";
import type { Finding, FindingCode } from "../../src/core/findings/finding.ts";
import type { TargetRule } from "../../src/core/rules/target-rule.ts";
import { formatArea } from "../../src/core/workbook/address.ts";
import type { TableLiteral } from "./table.ts";
import { tableOf } from "./table.ts";

/** What a check must find: the code and the true cell. */
export interface Expected {
  readonly code: FindingCode;
  readonly cell: string;
}

export function evaluateLiteral(
  literal: TableLiteral,
  rules: readonly TargetRule[] = []
): TablesEvaluation {
  return evaluateTables([tableOf(literal)], rules);
}

/** Findings as "code cell", in reading order; those of one code where one is asked for. */
export function placesOf(evaluation: TablesEvaluation, code?: FindingCode): readonly string[] {
  return evaluation.findings
    .filter((finding) => code === undefined || finding.code === code)
    .map((finding) => `${finding.code} ${formatArea(finding.at.area)}`);
}

/** The only finding of a code; a mistake of the test where there is none or more. */
export function onlyFinding<Code extends FindingCode>(
  evaluation: TablesEvaluation,
  code: Code
): Extract<Finding, { code: Code }> {
  const found = evaluation.findings.filter(
    (finding): finding is Extract<Finding, { code: Code }> => finding.code === code
  );
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`expected one ${code}, found ${found.length}`);
  }
  return first;
}

/** Reasons of what could not be tested, per check. */
export function reasonsOf(evaluation: TablesEvaluation, check: FindingCode): readonly string[] {
  return evaluation.notEvaluable
    .filter((outcome) => outcome.check === check)
    .map(({ at, reason }) => `${reason} ${formatArea(at.area)}`);
}

/** A rule with the fields that matter to a test. */
export function ruleOf(
  rule: Partial<TargetRule> & Pick<TargetRule, "indicator" | "measure" | "value">
): TargetRule {
  return {
    id: "rule",
    comparison: "at-least",
    unit: "%",
    zones: [],
    zoneKind: null,
    except: [],
    exempt: [],
    relativeTo: null,
    pace: [],
    tier: "assessed",
    standing: "省定",
    period: null,
    kind: "rate",
    remarkRequired: false,
    origin: { kind: "rules-file", file: "rules.json", index: 0 },
    ...rule,
  };
}
