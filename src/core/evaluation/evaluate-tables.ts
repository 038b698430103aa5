import { ALL_CHECKS } from "../checks/all-checks.ts";
import type { Calculation, CheckContext } from "../checks/check.ts";
import { found } from "../checks/describe.ts";
import { withShownRelations } from "../checks/shown/shown-relations.ts";
import { addNeeded } from "../needed/add-needed.ts";
import type { Finding } from "../findings/finding.ts";
import type { FailingTest, Watched } from "../findings/watched.ts";
import { compareCells, orderFindings } from "../findings/order.ts";
import type { IndicatorTable } from "../model/table.ts";
import { indexTable } from "../model/index-table.ts";
import { lintRules } from "../rules/lint-rules.ts";
import { bringIntoForce } from "../rules/resolve.ts";
import { readOwnTargets } from "../rules/own-targets.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { Evaluation, Outcome } from "./evaluation.ts";
import { foldTextColumns } from "./fold-text-columns.ts";
import { localise } from "./localise/localise.ts";
import { summarise } from "./summarise.ts";

/** What can be said of tables that are already read: all of an evaluation but what needs the book itself. */
export type TablesEvaluation = Omit<Evaluation, "book" | "unread" | "kept" | "flags"> & {
  /** Tests that do not fail and may once cells change. */
  readonly watched: readonly Watched[];
  /** Tests that fail, of the codes whose flags cannot be written from a finding's trace alone. */
  readonly failing: readonly FailingTest[];
};

/**
 * Runs every check over tables and rules. The tables' own target columns are rules too, the weakest. Pure; linear in
 * the number of cells. With `judgedSheets`, only the tables on them are judged; the others still give their reference rows and
 * what two tables must agree on, and nothing is said of the rules, which the unseen sheets may need.
 */
export function evaluateTables(
  all: readonly IndicatorTable[],
  rules: readonly TargetRule[],
  calculation: Calculation = "automatic",
  judgedSheets: readonly string[] | null = null
): TablesEvaluation {
  const book = all.map(indexTable);
  const isJudged = ({ sheet }: IndicatorTable): boolean => judgedSheets?.includes(sheet) ?? true;
  const tables = all.filter(isJudged);
  const columns = new Map(book.map((index) => [index, readOwnTargets(index)]));
  const targets = bringIntoForce(rules, columns);
  const sheets = [...new Set(tables.map((table) => table.sheet))];
  const judged = book
    .filter(({ table }) => isJudged(table))
    .flatMap((index) => {
      const context: CheckContext = { index, book, targets, calculation };
      return withShownRelations(
        index,
        ALL_CHECKS.flatMap((check) => check.run(context))
      );
    });
  const lint = judgedSheets === null ? lintRules(rules, book).map((finding) => found(finding)) : [];
  const outcomes = [...judged, ...lint];
  const findings = foldTextColumns(localise(outcomes, book), book);
  return {
    tables,
    rules: targets.rules,
    findings: addNeeded(orderFindings(findings, sheets), { book, targets, calculation }),
    notEvaluable: orderNotEvaluable(outcomes, sheets),
    summary: summarise(outcomes, findings),
    watched: outcomes.flatMap((outcome) =>
      outcome.kind === "fail" && !isOnlyTold(outcome.finding)
        ? (outcome.watched ?? []).slice(1)
        : (outcome.watched ?? [])
    ),
    failing: outcomes.flatMap((outcome) =>
      outcome.kind === "fail"
        ? (outcome.watched ?? [])
            .slice(0, 1)
            .map((watched) => ({ code: outcome.finding.code, watched }))
        : []
    ),
  };
}

/** Told and not marked: its flag waits for a worse one at the same cell. */
function isOnlyTold(finding: Finding): boolean {
  return finding.severity === "information" && finding.class !== "target";
}

function orderNotEvaluable(
  outcomes: readonly Outcome[],
  sheets: readonly string[]
): Evaluation["notEvaluable"] {
  const places = new Map(sheets.map((sheet, index) => [sheet, index]));
  const orderOf = ({ at }: Outcome): number => places.get(at.sheet) ?? -1;
  return outcomes
    .filter((outcome) => outcome.kind === "not-evaluable")
    .map(({ kind, check, at, reason }) => ({ kind, check, at, reason }))
    .sort((a, b) => orderOf(a) - orderOf(b) || compareCells(a.at, b.at));
}
