import type { Evaluation, Severity } from "../core/index.ts";

/** The four counters, and the remaining information findings. */
export type Level = "unmet" | "not-evaluable" | Severity;
export const LEVELS: readonly Level[] = [
  "error",
  "warning",
  "unmet",
  "information",
  "not-evaluable",
];

export type Task =
  | "validate"
  | "check-only"
  | "clear"
  | "ledger"
  | "go-to"
  | "insert"
  | "correct"
  | "rules"
  | "portable"
  | "restore"
  | "compose"
  | "check-text"
  | "insert-text"
  | "self-test";

/** The pane's tabs: 审核 · 目标 · 函数 · 文稿. */
export const PANE_VIEWS = ["audit", "targets", "functions", "draft"] as const;
export type TabName = (typeof PANE_VIEWS)[number];

/** What the pane shows: a tab, or the self-test, which is reached from the menu. */
export type PaneViewName = TabName | "self-test";

/** How many findings of each level there are, and how many tests could not be made. */
export function countLevels(evaluation: Evaluation): Readonly<Record<Level, number>> {
  const { error, warning, unmet, information, notEvaluable } = evaluation.summary;
  return { error, warning, unmet, information, "not-evaluable": notEvaluable };
}
