import type { Finding } from "../findings/finding.ts";
import type { Summary } from "./evaluation.ts";
import type { Outcome } from "./evaluation.ts";

/**
 * Counts of a run. Findings are root causes: what only follows from one is a test that was made, not another finding.
 * An unmet target is counted by itself, never as other information.
 */
export function summarise(outcomes: readonly Outcome[], findings: readonly Finding[]): Summary {
  const count = (isCounted: (finding: Finding) => boolean): number =>
    findings.filter(isCounted).length;
  const isUnmet = (finding: Finding): boolean => finding.code === "target-unmet";
  const passed = outcomes.filter((outcome) => outcome.kind === "pass").length;
  return {
    error: count((finding) => finding.severity === "error"),
    warning: count((finding) => finding.severity === "warning"),
    unmet: count(isUnmet),
    information: count((finding) => finding.severity === "information" && !isUnmet(finding)),
    checked: passed + outcomes.filter((outcome) => outcome.kind === "fail").length,
    passed,
    notEvaluable: outcomes.filter((outcome) => outcome.kind === "not-evaluable").length,
  };
}
