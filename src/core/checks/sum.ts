import type Big from "big.js";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Allowance } from "./sum-allowance.ts";

/** A total held against its members. */
export interface Sum {
  readonly place: Place;
  readonly total: NumberReading;
  readonly members: readonly NumberReading[];
  readonly sum: Big;
  readonly allowance: Allowance;
  /** Nothing says that the total is a sum, save the totals beside it: it is asked for. */
  readonly isOnlyLikely: boolean;
}
