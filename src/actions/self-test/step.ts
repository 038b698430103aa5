import type { Bench } from "./bench.ts";
import type { StepId, StepOutcome } from "./result.ts";

/** One capability that is tried. `needs: sheet` is skipped where there is no scratch sheet to try it on. */
export interface SelfTestStep {
  readonly id: StepId;
  readonly needs: "workbook" | "sheet";
  run(bench: Bench): Promise<StepOutcome>;
}
