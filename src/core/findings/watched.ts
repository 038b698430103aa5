import type { Comparison } from "../rules/target-rule.ts";
import type { Address } from "../workbook/address.ts";
import type { FindingCode, Operand } from "./finding.ts";

/** What a flag needs of a number that takes part: its value, and the cell it stands in, if any. */
export type WatchedNumber = Pick<Operand, "role" | "value" | "decimals" | "at"> & {
  /** Taken as it stands, whatever digits it is written with. */
  readonly isExact?: true;
};

/** How a column prints a difference: own − other, other − own, what is missing, or its size alone. */
export type DifferenceConvention = "signed" | "turned" | "shortfall" | "magnitude";

/**
 * A test of one cell that does not fail now and may once its cells change, with all that its flag needs: so that the
 * flag appears while the user types, and not only with the next validation.
 */
export type Watched =
  | {
      readonly kind: "target";
      readonly at: Address;
      /** Null where no number stands yet. */
      readonly actual: number | null;
      /** In the unit of the cell. */
      readonly limit: WatchedNumber;
      readonly comparison: Comparison;
    }
  | {
      readonly kind: "written-target";
      readonly at: Address;
      readonly written: number;
      readonly ruled: number;
    }
  | {
      readonly kind: "verdict";
      readonly at: Address;
      readonly word: string;
      readonly says: "met" | "unmet";
      readonly actual: WatchedNumber;
      readonly limit: WatchedNumber;
      readonly comparison: Comparison;
    }
  | {
      readonly kind: "share" | "growth";
      readonly at: Address;
      readonly stated: number;
      /** The part, or this year's value. */
      readonly upper: WatchedNumber;
      /** The whole, or last year's. */
      readonly lower: WatchedNumber;
      /** falls: the column prints a decline as a positive number. */
      readonly sign: "as-is" | "falls";
    }
  | {
      readonly kind: "difference";
      readonly at: Address;
      readonly stated: number;
      readonly own: WatchedNumber;
      readonly other: WatchedNumber;
      readonly convention: DifferenceConvention;
    }
  | {
      readonly kind: "sum";
      readonly at: Address;
      readonly stated: number;
      readonly members: readonly WatchedNumber[];
      /** How far the total may be off. */
      readonly bound: number;
    }
  | RelationWatched;

/** A failing test whose flag goes with its cells. */
export interface FailingTest {
  readonly code: FindingCode;
  readonly watched: Watched;
}

/** The values a rank is a place among; one object for all ranks of a ranking. */
export interface WatchedRanking {
  readonly members: readonly WatchedNumber[];
  readonly order: "largest-first" | "smallest-first";
  /** Digits the values are shown with: what is equal on the page is a tie. */
  readonly decimals: number;
  /** Zones that take a place although their value is not there. */
  readonly unseen: number;
  /** once: ties are counted once (1 2 2 3) · all: as many places as values (1 2 2 4) · open: one or the other. */
  readonly ties: "once" | "all" | "open";
}

/** Last year's level: printed, or what this year's level and its growth imply. */
export interface WatchedBefore {
  readonly from: "prior" | "growth";
  readonly number: WatchedNumber;
}

interface Marked {
  readonly at: Address;
  readonly severity: "error" | "warning";
}

/** Tests of relations beyond those of a single printed ratio, difference or sum. */
export type RelationWatched =
  /** upper must not exceed lower beyond the digits of the two. */
  | (Marked & {
      readonly kind: "order";
      readonly upper: WatchedNumber;
      readonly lower: WatchedNumber;
    })
  /** total − done − rest is nothing, beyond the digits of the three. */
  | (Marked & {
      readonly kind: "remainder";
      readonly total: WatchedNumber;
      readonly done: WatchedNumber;
      readonly rest: WatchedNumber;
    })
  /** Two numbers for one thing, the same within their digits. */
  | (Marked & {
      readonly kind: "equal";
      readonly own: WatchedNumber;
      readonly other: WatchedNumber;
    })
  | (Marked & {
      readonly kind: "rank";
      readonly claim: WatchedNumber;
      readonly value: WatchedNumber;
      readonly ranking: WatchedRanking;
    })
  /** actual ÷ limit × 100 is not below the pace, taken half a digit lower where it is printed. */
  | {
      readonly kind: "pace";
      readonly at: Address;
      readonly actual: WatchedNumber;
      readonly limit: WatchedNumber;
      readonly pace: WatchedNumber;
    }
  /** A percentage of a count that some whole number gives. */
  | (Marked & {
      readonly kind: "whole-number";
      readonly share: WatchedNumber;
      readonly count: WatchedNumber;
    })
  /** A growth of this much or more from a base below `least`, and below a part of its column's middle one. */
  | (Marked & {
      readonly kind: "small-base";
      readonly growth: WatchedNumber;
      readonly base: WatchedNumber;
      readonly bases: readonly WatchedNumber[];
      readonly highest: number;
      readonly least: number;
      readonly part: number;
      /** With so few bases there is nothing to compare with. */
      readonly few: number;
    })
  /** The number as its format shows it says otherwise of its target than the stored one. */
  | (Marked & {
      readonly kind: "rounding";
      readonly actual: WatchedNumber;
      readonly limit: WatchedNumber;
      readonly comparison: Comparison;
      readonly decimals: number;
    })
  /** The rest of the city grows as the city does, but for so many points. */
  | (Marked & {
      readonly kind: "rest-growth";
      readonly zones: WatchedNumber;
      readonly zonesBefore: WatchedBefore;
      readonly city: WatchedNumber;
      readonly cityBefore: WatchedBefore;
      /** As printed; null: what its two levels give. */
      readonly cityGrowth: WatchedNumber | null;
      readonly apart: number;
      /** A rest below this part of the city before says nothing. */
      readonly part: number;
    });
