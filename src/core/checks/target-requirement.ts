/** A target in the unit of the cell that is held against it. */

import type { Field } from "../model/table.ts";
import type { Target } from "../rules/target.ts";
import { inUnitOf } from "./target-at.ts";

/** The targets one cell is held against: one for a zone, those of its members for a total. */
export interface Requirement {
  /** The one that is printed. */
  readonly target: Target;
  readonly values: readonly number[];
}

/** undecided: the targets of its members leave it open; incomparable: they are in another unit. */
export type AnyRequirement = Requirement | "undecided" | "incomparable";

/** The requirement of one target; undefined where there is none. */
export function toRequirement(
  target: Target | undefined,
  field: Field
): Requirement | "incomparable" | undefined {
  if (target === undefined) return undefined;
  const value = inUnitOf(target, field.unit);
  if (value === undefined) return "incomparable";
  const known = OF_TARGETS.get(target);
  if (known?.values[0] === value) return known;
  const requirement = { target, values: [value] };
  OF_TARGETS.set(target, requirement);
  return requirement;
}

/** What a target asks of the column that asked last. */
const OF_TARGETS = new WeakMap<Target, Requirement>();
