import type { Outcome } from "../evaluation/evaluation.ts";
import type { FindingCode, Severity } from "../findings/finding.ts";
import type { TargetsInForce } from "../rules/resolve.ts";
import type { TableIndex } from "../model/table-index.ts";

/** What a check sees: one table, the other tables of the book (for reference rows), and the targets that apply. */
export interface CheckContext {
  readonly index: TableIndex;
  readonly book: readonly TableIndex[];
  readonly targets: TargetsInForce;
  /** manual: what formulas show may be old. */
  readonly calculation: Calculation;
}

export type Calculation = "automatic" | "manual";

/** One kind of test. Pure: no order, no text, no limits of its own but those of its docstring. */
export interface Check {
  readonly id: FindingCode;
  /** Severity of a plain finding; a question over a whole column is a warning. */
  readonly severity: Severity;
  readonly run: (context: CheckContext) => readonly Outcome[];
}
