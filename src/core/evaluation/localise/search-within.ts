import type { connect } from "./connect.ts";
import { findSmallest } from "./search.ts";
import type { Effort } from "./search.ts";

/** No component takes all of it from those after it. */
const SHARE = 400_000;

export type Component = ReturnType<typeof connect>[number];

/** Searches among these suspects, with its share of what is left for all components. */
export function searchWithin(
  effort: Effort,
  { failed, passed, given }: Component,
  suspects: Component["suspects"]
): ReturnType<typeof findSmallest> {
  const own: Effort = { left: Math.min(SHARE, effort.left) };
  const before = own.left;
  const result = findSmallest(failed, passed, suspects, given, own);
  effort.left -= before - own.left;
  return result;
}
