/** Why a test could not be made. Counted and shown, never a pass. */
export type NotEvaluableReason =
  | "missing-operand"
  | "unreadable-operand"
  | "error-operand"
  | "no-base" // base zero, negative or absent: growth is not defined
  | "basis-given" // 可比价 or 同口径: given by the statistics office, not recomputable
  | "relation-not-established" // too few rows, or the column does not follow it
  | "undecided"; // the verdict depends on weights or rounding
