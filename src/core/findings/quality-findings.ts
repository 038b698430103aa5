import type { FindingBase } from "./finding-base.ts";

/** A whole column off by a power of ten: 万元 under a header that says 亿元. */
export type UnitConflict = FindingBase<
  "unit-conflict",
  {
    /** Stated ÷ likely = 10^power. */ readonly power: number;
    readonly evidence: "prior" | "share" | "reference";
    readonly rows: number;
    readonly unit: string | null;
  }
>;
/** One number off by a power of ten, or a fraction among percents. */
export type UnitSuspect = FindingBase<
  "unit-suspect",
  {
    readonly power: number;
    readonly likely: number;
    readonly context: "prior" | "relations" | "fraction";
    readonly unit: string | null;
  }
>;
export type PrecisionUnsupported = FindingBase<
  "precision-unsupported",
  {
    readonly decimals: number;
    readonly supported: number;
    /** Of a column of shares or growths: how far to each side the operands' digits leave the told one; else null. */
    readonly spread: number | null;
  }
>;
export type DuplicateEntry = FindingBase<
  "duplicate-entry",
  { readonly value: number; readonly other: number; readonly otherCell: string }
>;
/** A fall printed as a negative number under 下降, or all but one sign of a relation right. */
export type SignSuspect = FindingBase<
  "sign-suspect",
  { readonly value: number; readonly word: string }
>;
export type ZeroSuspect = FindingBase<"zero-suspect", { readonly prior: number }>;
/** last-period: this period's column says what last year's or the last period's does · twins: two zones say the same. */
export type RepeatedValues = FindingBase<
  "repeated-values",
  { readonly kind: "last-period" | "twins"; readonly count: number; readonly other: string }
>;
/** Values stand a row off their names: each share fits its neighbour. */
export type ShiftedRows = FindingBase<
  "shifted-rows",
  { readonly rows: number; readonly by: 1 | -1 }
>;
/** formula: another formula than its run · typed: a number in a run of formulas. `usual` is what the run would have there. */
export type FormulaDeviates = FindingBase<
  "formula-deviates",
  { readonly kind: "formula" | "typed"; readonly formula: string | null; readonly usual: string }
>;
export type ExternalLink = FindingBase<"external-link", { readonly workbook: string }>;
export type StaleValue = FindingBase<
  "stale-value",
  { readonly cached: number; readonly computed: number }
>;

export type QualityFinding =
  | UnitConflict
  | UnitSuspect
  | PrecisionUnsupported
  | DuplicateEntry
  | SignSuspect
  | ZeroSuspect
  | RepeatedValues
  | ShiftedRows
  | FormulaDeviates
  | ExternalLink
  | StaleValue;

export type RuleContradiction = FindingBase<
  "rule-contradiction",
  {
    readonly value: number;
    readonly other: number;
    readonly otherPlace: string;
    readonly who: string;
  }
>;
export type RuleRedundant = FindingBase<
  "rule-redundant",
  { readonly otherPlace: string; readonly who: string }
>;
/** no-zone: no zone of the book is of that kind or name · no-indicator · no-period: nothing the rule could judge. */
export type RuleNeverFires = FindingBase<
  "rule-never-fires",
  { readonly reason: "no-zone" | "no-indicator" | "no-period" | "no-reference" }
>;
/** `nearest`: the known name that looks most like it; null where none does. */
export type RuleUnknownName = FindingBase<
  "rule-unknown-name",
  {
    readonly kind: "zone" | "indicator" | "no-default";
    readonly name: string;
    readonly nearest: string | null;
  }
>;

export type RulesFinding = RuleContradiction | RuleRedundant | RuleNeverFires | RuleUnknownName;
