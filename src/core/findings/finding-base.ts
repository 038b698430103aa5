import type { Measure } from "../model/measure.ts";
import type { Interval } from "../model/stated-number.ts";
import type { Address } from "../workbook/address.ts";

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
  /** The relation that the form itself states, where it is one of these that failed. */
  readonly relation?: BrokenRelation;
  /** What the rest of a deviating column would make of the number, where it does not go with that either. */
  readonly likely?: number;
}

/** 审核关系:01=02+03, and what it gives for the cell. */
export interface BrokenRelation {
  readonly words: string;
  readonly at: Address;
  readonly computed: number;
  /** The cell may be smaller than `computed`; otherwise it must be equal. */
  readonly isLimit: boolean;
  /** It holds nowhere: one question for it. */
  readonly wholeColumn: boolean;
}

/** What every finding carries, whatever its code. */
export interface FindingBase<Code extends string, Params> {
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
  /** Absent where the finding stands at the cell that was tested and the cell at fault was looked for. */
  readonly cause?: Cause;
}

/**
 * elsewhere: the finding is told at the cell whose change would satisfy the test, not at the tested one; `decimals`
 * are that cell's · search-cut: too many contradictions hang together to say which cell is at fault, all are listed.
 */
export type Cause =
  | {
      readonly kind: "elsewhere";
      readonly tested: {
        readonly at: Address;
        readonly stated: number | string | null;
        readonly expected: { readonly low: number | null; readonly high: number | null } | null;
      };
      readonly decimals: number;
      readonly hint: Hint | null;
    }
  | { readonly kind: "search-cut" };

/** A likely slip at the suspect cell: digits swapped, decimal point moved, minus lost, 万 for 亿. */
export type Hint = "digits-swapped" | "point-moved" | "minus-lost" | "unit-slip" | "truncated";
