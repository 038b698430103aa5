import type { MeasureFailure } from "./result.ts";

/**
 * What a function's formula is written over, once: exact fractions decide, whole numbers and bounded doubles give the same
 * results faster, or none.
 */
export interface Arithmetic<T> {
  /** A number as the decimal it stands for. */
  readonly of: (value: number) => T;
  readonly plus: (a: T, b: T) => T;
  readonly minus: (a: T, b: T) => T;
  readonly times: (a: T, b: T) => T;
  /** b is not zero: a function refuses a zero base before it computes. */
  readonly over: (a: T, b: T) => T;
  /** The number itself, or 0 below it. */
  readonly atLeastZero: (a: T) => T;
}

/** A calculation over at most four operands; those a function does not have are 0. */
export type Formula = <T>(arithmetic: Arithmetic<T>, a: T, b: T, c: T, d: T) => T;

/** A function of up to four numbers; those it does not have are 0. */
export interface Calculation {
  /** Why these numbers have no result; undefined where they have one. */
  readonly refuse?: (a: number, b: number, c: number, d: number) => MeasureFailure | undefined;
  readonly formula: Formula;
}

/** By decimal places; looked up, since raising ten to a power takes longer than a calculation. */
export const POWERS: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];
