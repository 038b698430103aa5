import type { Operand } from "../findings/finding.ts";
import type { Quantity, Verdict } from "../model/interval.ts";
import { judge } from "../model/interval.ts";
import type { NumberReading } from "../model/table-index.ts";

/** A printed number and what its operands give for it. */
export interface Claim {
  readonly claim: NumberReading;
  readonly computed: Quantity;
  readonly verdict: Verdict;
}

/** A printed ratio of a column that follows from its operands. */
export interface FollowedRatio extends Pick<Claim, "claim" | "computed"> {
  readonly operands: readonly Operand[];
}

/** How a relation stands in a column: enough rows follow it, none does, or something between. */
export type ColumnStanding = "established" | "deviates" | "open";

/** A relation is established by at least four fifths of at least three rows. */
const ESTABLISHED = 4;
const FEWEST_ROWS = 3;

export function claimOf(claim: NumberReading, computed: Quantity): Claim {
  return { claim, computed, verdict: judge(claim.stated, computed) };
}

export function countFits(verdicts: readonly { readonly verdict: Verdict }[]): number {
  return verdicts.filter(({ verdict }) => verdict !== "disagrees").length;
}

/**
 * Column first, then cell. "established": at least 80 % of at least three rows follow the relation, or all but one and
 * these are three or more, so that the question can only be that one's. "deviates": of two rows or more none follows the relation, or of five or more at most one
 * in five does (some fit by chance): one question for the column.
 */
export function standingOf(rows: readonly { readonly verdict: Verdict }[]): ColumnStanding {
  const fits = countFits(rows);
  // In fifths: 1 of 5 as a quotient is a hair above 1 − 0.8.
  if (rows.length >= FEWEST_ROWS && fits * 5 >= rows.length * ESTABLISHED) return "established";
  if (fits >= FEWEST_ROWS && fits === rows.length - 1) return "established";
  if (rows.length >= 2 && fits === 0) return "deviates";
  if (rows.length >= 5 && fits * 5 <= rows.length * (5 - ESTABLISHED)) return "deviates";
  return "open";
}
