/** A part of an intent that is queued in one go. `bytes` is what it weighs in the request, roughly. */
export interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
}
