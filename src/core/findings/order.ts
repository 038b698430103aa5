import type { Address } from "../workbook/address.ts";
import type { Finding, FindingCode, Severity } from "./finding.ts";

/** Errors before warnings before information. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

const CODES: readonly FindingCode[] = [
  "formula-error",
  "not-a-number",
  "missing-value",
  "text-number",
  "stale-value",
  "external-link",
  "duplicate-entry",
  "unit-conflict",
  "unit-suspect",
  "shifted-rows",
  "target-mismatch",
  "sum-mismatch",
  "share-mismatch",
  "growth-mismatch",
  "difference-mismatch",
  "verdict-mismatch",
  "zone-missing",
  "period-conflict",
  "cross-sheet-mismatch",
  "order-violation",
  "remainder-mismatch",
  "rate-mismatch",
  "rank-mismatch",
  "aggregate-out-of-range",
  "cumulative-decrease",
  "integer-infeasible",
  "residual-implausible",
  "small-base",
  "target-unmet",
  "target-undecided",
  "target-behind-pace",
  "formula-deviates",
  "sign-suspect",
  "repeated-values",
  "zero-suspect",
  "precision-unsupported",
  "rule-contradiction",
  "rule-unknown-name",
  "rule-never-fires",
  "rule-redundant",
];

/** Reading order: sheets as in the book, then severity, then row and column, then code. */
export function orderFindings(
  findings: readonly Finding[],
  sheets: readonly string[]
): readonly Finding[] {
  const places = new Map(sheets.map((sheet, index) => [sheet, index]));
  return [...findings].sort(
    (a, b) =>
      (places.get(a.at.sheet) ?? -1) - (places.get(b.at.sheet) ?? -1) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareCells(a.at, b.at) ||
      CODES.indexOf(a.code) - CODES.indexOf(b.code)
  );
}

export function compareCells(a: Address, b: Address): number {
  return a.area.row - b.area.row || a.area.column - b.area.column;
}
