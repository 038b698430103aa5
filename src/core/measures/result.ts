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
  | { readonly reason: "decimals-out-of-range"; readonly parameter: number }
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
