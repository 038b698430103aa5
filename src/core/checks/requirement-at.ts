/** Which targets a cell is held against, looked up once for all checks that ask. */

import type { Place } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { CheckContext } from "./check.ts";
import { targetAt } from "./target-at.ts";
import { requirementOfAll } from "./requirement-of-all.ts";
import { toRequirement } from "./target-requirement.ts";
import type { AnyRequirement } from "./target-requirement.ts";

export function requirementAt(context: CheckContext, place: Place): AnyRequirement | undefined {
  // Asked for by every check of targets.
  const known = REQUIREMENTS.get(context) ?? new Map<Field, (AnyRequirement | null)[]>();
  REQUIREMENTS.set(context, known);
  const ofField = known.get(place.field) ?? [];
  known.set(place.field, ofField);
  const { index } = place.subject;
  const asked = ofField[index];
  if (asked !== undefined) return asked ?? undefined;
  const requirement = findRequirement(context, place);
  ofField[index] = requirement ?? null;
  return requirement;
}

const REQUIREMENTS = new WeakMap<CheckContext, Map<Field, (AnyRequirement | null)[]>>();

function findRequirement(context: CheckContext, place: Place): AnyRequirement | undefined {
  const { subject, field } = place;
  if (subject.role === "zone") return toRequirement(targetAt(context, place), field);
  if (subject.role !== "total" && subject.role !== "subtotal" && subject.role !== "part")
    return undefined;
  return requirementOfAll(context, place);
}
