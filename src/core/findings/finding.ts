import type { StillNeeded } from "../needed/still-needed.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { Area } from "../workbook/address.ts";
import type { FindingBase, Hint } from "./finding-base.ts";
import type { QualityFinding, RulesFinding } from "./quality-findings.ts";
import type { RelationFinding } from "./relation-findings.ts";

export type * from "./finding-base.ts";
export type * from "./quality-findings.ts";
export type * from "./relation-findings.ts";

export type TargetUnmet = FindingBase<
  "target-unmet",
  {
    readonly rule: TargetRule;
    readonly target: number;
    readonly actual: number;
    readonly unit: string | null;
    /** The cell shows a number that would meet the target; the stored one does not (16.96 shown as 17.0). */
    readonly hiddenByRounding: boolean;
    /** Absent where a growth's base or a level's amount does not stand in the book. */
    readonly needed?: StillNeeded;
  }
>;
export type SumMismatch = FindingBase<
  "sum-mismatch",
  {
    readonly stated: number;
    readonly sum: number;
    readonly members: number;
    readonly unit: string | null;
    readonly cause: SumCause | null;
    readonly hint: Hint | null;
  }
>;
/**
 * range-short: the SUM stops before the last member · subtotal-twice: 小计 added in · text-skipped: a text number Excel's
 * SUM leaves out · periods: months or quarters against the cumulative value · stock: opening, new and removed against
 * the closing stock · parts: a whole against parts that leave nothing out · columns: what most rows of a column are of others beside it. Of a total that does add up: large-tail, 尾差偏大: beyond what rounding usually comes to · hidden:
 * members that do not show on the printed page.
 */
export type SumCause =
  | { readonly kind: "range-short"; readonly left: readonly Area[] }
  | { readonly kind: "subtotal-twice" }
  | { readonly kind: "text-skipped"; readonly cells: readonly Area[] }
  | { readonly kind: "periods" }
  | { readonly kind: "stock" }
  | { readonly kind: "since-start" }
  | { readonly kind: "parts" }
  | { readonly kind: "columns" }
  | { readonly kind: "large-tail"; readonly usual: number }
  | { readonly kind: "hidden"; readonly cells: readonly Area[] };
export type ShareMismatch = FindingBase<
  "share-mismatch",
  {
    readonly part: number;
    readonly whole: number;
    readonly wholeName: string;
    readonly computed: number;
    /** The denominator that does fit, where one does. */ readonly fits: string | null;
    /** true: the whole column deviates, one question for it. */ readonly wholeColumn: boolean;
    readonly hint: Hint | null;
  }
>;
export type GrowthMismatch = FindingBase<
  "growth-mismatch",
  {
    readonly current: number;
    readonly prior: number;
    readonly computed: number;
    /** The years whose yearly mean is told: 年均增长; absent where the growth is that of all. */ readonly years?: number;
    /** true: the whole column deviates, one question for it. */ readonly wholeColumn: boolean;
    readonly hint: Hint | null;
  }
>;
export type DifferenceMismatch = FindingBase<
  "difference-mismatch",
  {
    readonly rate: number;
    readonly reference: number;
    readonly referenceName: string;
    readonly computed: number;
    readonly isGap: boolean;
    /** true: the whole column deviates, one question for it. */ readonly wholeColumn: boolean;
    readonly hint: Hint | null;
  }
>;
export type VerdictMismatch = FindingBase<
  "verdict-mismatch",
  {
    readonly verdict: string;
    readonly actual: number;
    readonly target: number;
    readonly met: boolean;
  }
>;
export type MissingValue = FindingBase<
  "missing-value",
  { readonly filledPeers: number; readonly peers: number }
>;
export type TextNumber = FindingBase<
  "text-number",
  {
    readonly text: string;
    readonly value: number;
    /** Of a column of which nearly all numbers are text: how many are; text and value are the first's. */
    readonly cells?: number;
  }
>;
export type NotANumber = FindingBase<
  "not-a-number",
  { readonly text: string; readonly nearest: number | null }
>;
export type FormulaError = FindingBase<"formula-error", { readonly error: string }>;
/** The sheet's own target column disagrees with the rule that applies (17 written for 河津 instead of 16). */
export type TargetMismatch = FindingBase<
  "target-mismatch",
  { readonly written: number; readonly ruled: number; readonly rule: TargetRule }
>;

export type Finding =
  | TargetUnmet
  | SumMismatch
  | ShareMismatch
  | GrowthMismatch
  | DifferenceMismatch
  | VerdictMismatch
  | MissingValue
  | TextNumber
  | NotANumber
  | FormulaError
  | TargetMismatch
  | RelationFinding
  | QualityFinding
  | RulesFinding;

export type FindingCode = Finding["code"];
