import type { Comparison } from "../rules/target-rule.ts";
import type { Address } from "../workbook/address.ts";
import type { Operand } from "./finding.ts";

/** What a flag needs of a number that takes part: its value, and the cell it stands in, if any. */
export type WatchedNumber = Pick<Operand, "role" | "value" | "decimals" | "at">;

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
    };
