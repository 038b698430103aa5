import type { Comparison } from "../rules/target-rule.ts";
import type { TypedColumn } from "./typed-column.ts";

/** A number for each row: that of the row itself, or of one row for all of them (全市). */
export interface Operand {
  readonly column: TypedColumn;
  /** null: each row its own. */
  readonly row: number | null;
  /** What the number is multiplied with to stand in the unit of the arithmetic. */
  readonly scale: number;
}

/** The rows a relation is held against: from the first up to, not including, the last. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** share: claim = top ÷ bottom × 100 · growth: (top ÷ bottom − 1) × 100 · fall: the same, a decline being positive. */
export interface RatioRelation {
  readonly kind: "share" | "growth" | "fall";
  readonly rows: Rows;
  readonly claim: TypedColumn;
  readonly top: Operand;
  readonly bottom: Operand;
}

/** claim = own − other: points between two rates, value less target, what remains of a total. */
export interface DifferenceRelation {
  readonly kind: "difference";
  readonly rows: Rows;
  readonly claim: TypedColumn;
  readonly own: Operand;
  readonly other: Operand;
  /** A target is what it is, whatever digits it has; a measured number may be rounded. */
  readonly otherIs: "rounded" | "exact";
}

/** The total of a column is the sum of some of its rows, within half a last digit of each number. */
export interface SumRelation {
  readonly kind: "sum";
  readonly column: TypedColumn;
  readonly total: number;
  readonly members: Rows;
  /** Digits the column is kept with: 30.9 among two decimals is 30.90. */
  readonly decimals: number;
}

/** A value meets its target: one for all rows, but for the exceptions. Stored values are compared, not printed ones. */
export interface TargetRelation {
  readonly kind: "target";
  readonly rows: Rows;
  readonly claim: TypedColumn;
  readonly comparison: Comparison;
  readonly limit: number;
  readonly exceptions: readonly { readonly row: number; readonly limit: number }[];
}

export type Relation = RatioRelation | DifferenceRelation | SumRelation | TargetRelation;
