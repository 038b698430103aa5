/** Why a function has no value. The edge turns it into a cell error; nothing in core throws for it. */
export type MeasureFailure =
  /** An operand is blank, omitted or a declared "none" (-, —, /). */
  | { readonly reason: "missing"; readonly parameter: number }
  /** An operand is text or a truth value. */
  | { readonly reason: "not-a-number"; readonly parameter: number; readonly text: string }
  /** A name is a number or a truth value. */
  | { readonly reason: "not-a-text"; readonly parameter: number }
  | { readonly reason: "zero-base"; readonly parameter: number }
  /** A growth from a negative base (扭亏, 减亏) has no meaning. */
  | { readonly reason: "negative-base"; readonly parameter: number }
  /** A fall of more than all there was. */
  | { readonly reason: "growth-too-low"; readonly parameter: number }
  /** A fall of all there was: divides by zero. */
  | { readonly reason: "growth-to-nothing"; readonly parameter: number }
  | { readonly reason: "decimals-out-of-range"; readonly parameter: number }
  /** Not a whole number from 1 to 12. */
  | { readonly reason: "month-out-of-range"; readonly parameter: number }
  /** Last year's same months are more than the whole of last year. */
  | { readonly reason: "part-exceeds-year"; readonly parameter: number }
  | { readonly reason: "unknown-order"; readonly parameter: number; readonly text: string }
  /** A value whose rank is asked is not among the values. */
  | { readonly reason: "not-among"; readonly parameter: number }
  | { readonly reason: "unknown-kind"; readonly parameter: number; readonly text: string }
  /** A way to compute was given too few or too many operands. */
  | { readonly reason: "operand-count"; readonly kind: string; readonly wanted: number }
  /** A count must be a whole number, not below zero. */
  | { readonly reason: "not-a-count"; readonly parameter: number }
  /** No whole number gives the percentage. */
  | { readonly reason: "no-whole"; readonly parameter: number }
  /** A percentage for which there are too many denominators to list. */
  | { readonly reason: "too-many-wholes"; readonly parameter: number }
  /** Results that are lists can only be laid beside a single row or column. */
  | { readonly reason: "not-a-line"; readonly parameter: number }
  | {
      readonly reason: "unknown-comparison";
      readonly parameter: number;
      readonly text: string;
    }
  /** Ranges of sizes that cannot be laid over one another. */
  | { readonly reason: "sizes-differ" }
  /** The range is no 目标规则 table: a header word is not there. */
  | { readonly reason: "no-rules-table"; readonly parameter: number; readonly word: string }
  | { readonly reason: "no-rule"; readonly zone: string; readonly indicator: string }
  /** Several rules hold and give different targets. */
  | {
      readonly reason: "several-rules";
      readonly zone: string;
      readonly indicator: string;
      readonly rules: readonly string[];
    }
  /** A range to be validated holds no table that can be read. */
  | { readonly reason: "no-table"; readonly parameter: number }
  /** The rules handed to a validation cannot be read. */
  | {
      readonly reason: "faulty-rules";
      readonly parameter: number;
      readonly why: { readonly zh: string; readonly en: string };
    }
  /** An operand is an error value, which is handed on: #REF!, #DIV/0! … */
  | { readonly reason: "error-operand"; readonly error: string };

export type MeasureResult<T = number> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: MeasureFailure };

export function measured<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A number; −0.004 rounded to two places is 0, not −0. */
export function measuredNumber(value: number): { readonly ok: true; readonly value: number } {
  return measured(value === 0 ? 0 : value);
}

export function unmeasured(failure: MeasureFailure): {
  readonly ok: false;
  readonly failure: MeasureFailure;
} {
  return { ok: false, failure };
}
