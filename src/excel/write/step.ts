import type { WriteIntent } from "../../core/index.ts";

/** A part of an intent that is queued in one go. `bytes` is what it weighs in the request, roughly. */
export interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
  /**
   * What the step is made of. Where Excel refuses a batch of such steps, each piece is tried by itself: doing one twice does
   * no harm, and what is refused is told.
   */
  readonly pieces?: readonly Piece[];
  /** Excel may not take it, which is told and stops nothing: it goes in a batch of its own. */
  readonly isOptional?: boolean;
}

export interface Piece {
  readonly queue: Step["queue"];
  /** The part of the intent that is not done where Excel refuses this. */
  readonly intent: WriteIntent;
}
