import type { Applied, Failure, Result, WriteFailure, WritePlan } from "../core/index.ts";
import { failed } from "../core/index.ts";

/** What an action gives: its value, or the failure with everything that was written before it. */
export type ActionResult<T> = Result<T, WriteFailure>;

/** A failure before anything was written. */
export function nothingDone(failure: Failure): {
  readonly ok: false;
  readonly failure: WriteFailure;
} {
  return failed({ failure, done: [] });
}

/** What is reported where there was nothing to write. */
export const NOTHING_WRITTEN: Applied = { done: [] satisfies WritePlan, refused: [] };
