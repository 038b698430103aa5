/** A part of an intent that is queued in one go. `bytes` is what it weighs in the request, roughly. */
export interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
  /** Excel may not take it, which is told and stops nothing: it goes in a batch of its own. */
  readonly isOptional?: boolean;
}
