import type { Measure } from "../model/measure.ts";
import type { Interval } from "../model/stated-number.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { Address, Area } from "../workbook/address.ts";

/** error 强制性: must be corrected · warning 核实性: correct or explain · information. */
export type Severity = "error" | "warning" | "information";
export type FindingClass = "target" | "consistency" | "quality" | "rules";
export type RemarkNeed = "required" | "optional" | "none";

/** Of what a finding speaks; names as printed, so that a reader recognises them. */
export interface FindingSubject {
  readonly zone: string | null;
  readonly indicator: string | null;
  readonly measure: Measure | null;
  /** formatPeriod text. */
  readonly period: string | null;
}

/** A number that took part, and the cell it came from (null for a rule's or header's number without a cell of its own). */
export interface Operand {
  /** Its part in the arithmetic: "part", "whole", "actual", "prior", "rate", "reference", "target", "member", "total", "stated" … */
  readonly role: string;
  readonly label: string;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string | null;
  readonly at: Address | null;
}

/**
 * Why a verdict was given: the rule, the operands, the arithmetic, the rounding step, what would make it pass.
 * Data only; findings/messages writes the sentences.
 */
export interface Trace {
  readonly operands: readonly Operand[];
  /** The arithmetic with its numbers: "14.26 ÷ 177.53 × 100 = 8.0324". The same in every language. */
  readonly arithmetic: string | null;
  /** What the operands' digits allow; null where nothing is recomputed. */
  readonly allowed: Interval | null;
  /** Places the allowed range and the recomputed value are shown with. */
  readonly decimals: number;
}

interface FindingBase<Code extends string, Params> {
  readonly code: Code;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly remark: RemarkNeed;
  readonly subject: FindingSubject;
  readonly at: Address;
  /** What stands there; null where nothing does. */
  readonly stated: number | string | null;
  /** What should stand there; an open side is null. */
  readonly expected: { readonly low: number | null; readonly high: number | null } | null;
  readonly params: Params;
  readonly trace: Trace;
  /** Other smallest sets of suspect cells that would explain the contradiction as well. */
  readonly alternatives: readonly (readonly Address[])[];
  /** Findings that follow from this one and are therefore not listed by themselves. */
  readonly consequences: readonly { readonly code: string; readonly at: Address }[];
}

export type TargetUnmet = FindingBase<
  "target-unmet",
  {
    readonly rule: TargetRule;
    readonly target: number;
    readonly actual: number;
    readonly unit: string | null;
    /** The cell shows a number that would meet the target; the stored one does not (16.96 shown as 17.0). */
    readonly hiddenByRounding: boolean;
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
/** range-short: the SUM stops before the last member · subtotal-twice: 小计 added in · text-skipped: a text number Excel's SUM leaves out. */
export type SumCause =
  | { readonly kind: "range-short"; readonly left: readonly Area[] }
  | { readonly kind: "subtotal-twice" }
  | { readonly kind: "text-skipped"; readonly cells: readonly Area[] };
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
  { readonly text: string; readonly value: number }
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

/** A likely slip at the suspect cell: digits swapped, decimal point moved, minus lost, 万 for 亿. */
export type Hint = "digits-swapped" | "point-moved" | "minus-lost" | "unit-slip" | "truncated";

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
  | TargetMismatch;

export type FindingCode = Finding["code"];
