import type { Area } from "../../core/index.ts";
import type { PackageEdit } from "../../xlsx/package-book.ts";

/**
 * What has to be done to the opened file for it to hold what the spreadsheet holds now; or why that cannot be said.
 * Told from the state, not from a log: what was undone, or typed back, is no change.
 */
export type SavePlan =
  | {
      readonly kind: "edits";
      readonly edits: readonly PackageEdit[];
      readonly left: readonly LeftOut[];
    }
  | { readonly kind: "impossible"; readonly because: readonly Obstacle[] };

/** A change that a file cannot be given, because our package module has no edit for it; the rest is saved. */
export interface LeftOut {
  readonly kind: "rules" | "formats";
  readonly sheet: string;
}

/** A change everything else hangs on: cells are no longer where the file has them. */
export type Obstacle =
  | { readonly kind: "lines-moved"; readonly sheet: string }
  | { readonly kind: "renamed"; readonly sheet: string; readonly was: string };

/** A conditional format as it stands. */
export interface RuleState {
  readonly areas: readonly Area[];
  readonly formula: string | null;
  readonly fill: string | null;
  readonly hasBorder: boolean;
}
