import type { Finding } from "../../findings/finding.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { Identity } from "./identity.ts";

/** A cell that may be at fault. `reading` is null for a verdict or a blank: nothing is computed for it. */
export interface Suspect {
  readonly key: string;
  readonly reading: NumberReading | null;
  /** typed < formula < reference row; 0 for a cell already known to be at fault (text, blank, error). */
  readonly weight: number;
}

/**
 * How a cell takes part in a test. `direct`: its number stands in it · `added`: a formula of the test adds it up, so
 * that a change of the cell is a change of that number · `open`: it takes part in a way nothing is computed for, perhaps
 * through the formula of another cell of the test.
 */
export type Link =
  | { readonly kind: "direct"; readonly reading: NumberReading }
  | { readonly kind: "added"; readonly into: NumberReading }
  | { readonly kind: "open"; readonly through: string | null };

/** A test as the search sees it: failed ones must be satisfied, passed ones must stay so. */
export interface GraphTest {
  /** null: nothing is known of its arithmetic; any change of one of its cells may satisfy it. */
  readonly identity: Identity | null;
  readonly links: ReadonlyMap<string, Link>;
}

/** A test that holds, and the cell that was tested. */
export interface PassedTest extends GraphTest {
  readonly claim: string;
  readonly identity: Identity;
}

export interface FailedTest extends GraphTest {
  readonly finding: Finding;
  /** A formula over the very cells it is held against: either it is the wrong formula, or it is not recalculated. */
  readonly isOwnFormula: boolean;
}
