import type { Summary } from "../core/index.ts";

/** What the command line returns to its caller. 64 and 78 are those of BSD's sysexits. */
export const EXIT = { clean: 0, fatal: 1, findings: 2, usage: 64, rules: 78 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const FAIL_ON = ["error", "warning", "unmet", "never"] as const;
/** error: 强制性 findings · warning: those and 核实性 ones · unmet: errors or unmet targets · never: findings do not fail a run. */
export type FailOn = (typeof FAIL_ON)[number];

/** Whether a workbook's findings reach the threshold. */
export function reachesThreshold(summary: Summary, failOn: FailOn): boolean {
  switch (failOn) {
    case "error":
      return summary.error > 0;
    case "warning":
      return summary.error + summary.warning > 0;
    case "unmet":
      return summary.error + summary.unmet > 0;
    case "never":
      return false;
  }
}
