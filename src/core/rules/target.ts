/** The requirement that holds for a zone, and for whom one is looked up. */

import type { NumberReading } from "../model/table-index.ts";
import type { ZoneKind } from "../model/zone.ts";
import type { RuleOrigin, TargetRule } from "./target-rule.ts";

/** The requirement that holds for a zone: a rule, and the value it sets there. */
export interface Target {
  readonly rule: TargetRule;
  /** The limit; of 高于全省2个百分点, what the province has reached and 2 more. */
  readonly value: number;
  /** Where the value stands: the rule's own place, or the exception's. */
  readonly origin: RuleOrigin;
  /** Of a relative target, the cell of the whole it is taken to. */
  readonly reference?: NumberReading;
}

/** For whom a target is looked up. */
export interface Whom {
  readonly zone: string;
  readonly kind: ZoneKind | null;
  /** area: a county or city (河津市), for which only a rule that names it holds. */
  readonly standing: "zone" | "area";
}

/** A rule as the target of a zone. */
export function toTarget(rule: TargetRule): Target {
  const known = TARGETS.get(rule);
  if (known !== undefined) return known;
  const target = { rule, value: rule.value, origin: rule.origin };
  TARGETS.set(rule, target);
  return target;
}

/** One object for all zones a rule sets the same value for. */
const TARGETS = new WeakMap<TargetRule, Target>();
