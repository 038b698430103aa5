import type { Verdict } from "../model/interval.ts";
import { KIND } from "./typed-column.ts";

/** What a test of one row says, as a number: rows are many, and a byte each is enough. */
export const VERDICT = {
  /** Nothing is claimed there. */
  nothing: 0,
  /** It agrees, or does within rounding: which of the two is seen by whoever looks at the one row. */
  fits: 1,
  disagrees: 2,
  /** Not evaluable: an operand is missing, unreadable or an error value; the base is not above zero. */
  missing: 3,
  unreadable: 4,
  error: 5,
  noBase: 6,
  /** Not evaluable: the column does not follow the relation, which is asked once. */
  notEstablished: 7,
} as const;

export type VerdictCode = (typeof VERDICT)[keyof typeof VERDICT];

/** Codes up to this one say that a test was made. */
export const LAST_TESTED = VERDICT.disagrees;

export function codeOf(verdict: Verdict): VerdictCode {
  return verdict === "disagrees" ? VERDICT.disagrees : VERDICT.fits;
}

/** The verdict on a claim that is no number. */
export function verdictOnClaim(kind: number): VerdictCode {
  if (kind === KIND.pending) return VERDICT.missing;
  if (kind === KIND.unreadable) return VERDICT.unreadable;
  return kind === KIND.error ? VERDICT.error : VERDICT.nothing;
}

/** Why an operand that is no number leaves the claim untested. */
export function verdictOnOperand(kind: number): VerdictCode {
  if (kind === KIND.word || kind === KIND.unreadable) return VERDICT.unreadable;
  return kind === KIND.error ? VERDICT.error : VERDICT.missing;
}

/** The verdicts of a relation: one byte a row, and how many there are of each but `fits`. */
export interface Verdicts {
  readonly codes: Uint8Array;
  readonly tally: Uint32Array;
}

export function createTally(): Uint32Array {
  return new Uint32Array(VERDICT.notEstablished + 1);
}

/** Every row fits until it is found not to: the many are told by one fill, the few one by one. */
export function startVerdicts({ codes }: Verdicts, from: number, to: number): void {
  codes.fill(VERDICT.fits, from, to);
}

export function tell({ codes, tally }: Verdicts, row: number, code: number): void {
  codes[row] = code;
  tally[code] = (tally[code] ?? 0) + 1;
}
