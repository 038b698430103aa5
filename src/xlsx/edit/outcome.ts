import type { Refusal } from "../../core/index.ts";

/** What became of one edit: whether it was carried out, and where it was refused. */
export interface Outcome {
  readonly done: boolean;
  readonly refusals: readonly Pick<Refusal, "reason" | "sheet">[];
  /** The sheet's part where formulas were written without their values. */
  readonly uncalculated?: string;
}

export const DONE: Outcome = { done: true, refusals: [] };

export function refused(reason: Refusal["reason"], sheet: string | null): Outcome {
  return { done: false, refusals: [{ reason, sheet }] };
}
