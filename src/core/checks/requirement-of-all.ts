/** What the targets of zones ask of the row that stands for all of them. */

import { periodOf, readPlace } from "../model/table-index.ts";
import type { Place } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Observation } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Target } from "../rules/target.ts";
import type { CheckContext } from "./check.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { inUnitOf, targetAt, toLimit, whomOf } from "./target-at.ts";
import { toRequirement } from "./target-requirement.ts";
import type { Requirement } from "./target-requirement.ts";

/** A total's growth or share lies between its members': it has met its target for certain if it meets all of theirs. */
export function requirementOfAll(
  context: CheckContext,
  place: Place
): Requirement | "undecided" | "incomparable" | undefined {
  const { index, subject, field } = place;
  if (declaresNone(context, place)) return undefined;
  const period = periodOf(index.table, field);
  const printed = context.targets.written(
    index,
    subject.index,
    field.indicator.id,
    field.measure,
    period
  );
  const own = printed && toLimit(context, place, printed);
  const isRate =
    field.measure === "growth" ||
    field.measure === "share" ||
    field.measure === "rate" ||
    field.indicator.kind === "rate";
  if (!isRate) return own === undefined ? undefined : toRequirement(own, field);
  const members = leafMembers(index.table, subject);
  const targets =
    members.length > 0 ? targetsOfMembers(context, place, members) : targetsOfRules(context, place);
  if (targets === "undecided") return own === undefined ? "undecided" : toRequirement(own, field);
  if (members.length > 0 && targets.length === 0) {
    return own === undefined ? undefined : toRequirement(own, field);
  }
  const [first] = targets;
  const headline = own ?? headlineOf(context, place) ?? first;
  if (headline === undefined) return undefined;
  const values = targets.length === 0 ? [headline] : targets;
  const inUnit = values.map((target) => inUnitOf(target, field.unit));
  if (inUnit.some((value) => value === undefined)) return "incomparable";
  return { target: headline, values: [...new Set(inUnit.filter((value) => value !== undefined))] };
}

/** "—" in the total's own target cell: it has none, whatever its members have. */
function declaresNone(context: CheckContext, { index, subject, field }: Place): boolean {
  return context.targets
    .fieldsThatSet(index, field.indicator.id, field.measure)
    .some((column) => isDeclaredNone(observationAt(index.table, subject.index, column.index)));
}

function isDeclaredNone(observation: Observation | undefined): boolean {
  return observation?.content.kind === "missing" && observation.content.reason === "declared";
}

/** The printed headline of a rule with exceptions is its default: 省定17%目标值(河津16%、其余17%). */
function headlineOf(context: CheckContext, { index, field, subject }: Place): Target | undefined {
  const period = periodOf(index.table, field);
  const ruled = context.targets.ruled(
    whomOf(index, subject),
    field.indicator.id,
    field.measure,
    period
  );
  return ruled && toLimit(context, { index, field, subject }, ruled);
}

/** A member that has a value but no target leaves the verdict open. */
function targetsOfMembers(
  context: CheckContext,
  place: Place,
  members: readonly Subject[]
): readonly Target[] | "undecided" {
  const targets: Target[] = [];
  let isOpen = false;
  for (const subject of members) {
    const target = targetAt(context, { ...place, subject });
    if (target !== undefined) targets.push(target);
    else if (readPlace(place.index, subject, place.field).kind === "number") isOpen = true;
  }
  return isOpen && targets.length > 0 ? "undecided" : targets;
}

/** Without the members' rows, every value the rule sets counts. */
function targetsOfRules(context: CheckContext, place: Place): readonly Target[] {
  const headline = headlineOf(context, place);
  if (headline === undefined) return [];
  if (headline.reference !== undefined) return [headline];
  const exceptions = headline.rule.except.map((exception) => ({
    rule: headline.rule,
    value: exception.value,
    origin: exception.origin,
  }));
  return [headline, ...exceptions];
}
