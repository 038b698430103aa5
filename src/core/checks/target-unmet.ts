import type { Outcome } from "../evaluation/evaluation.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import type { Watched, WatchedNumber } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals, roundTo, subtract } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field, Observation } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { CellRef } from "../workbook/address.ts";
import { isWholeYear } from "../rules/target-columns.ts";
import type { Target } from "../rules/resolve.ts";
import type { Check, CheckContext } from "./check.ts";
import {
  addressOf,
  found,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  subjectAt,
  writtenAfter,
  written,
} from "./describe.ts";
import { meets, requiredRange } from "./judge-target.ts";
import { leafMembers } from "./members.ts";
import { readClaim } from "./read-claim.ts";
import {
  fieldsJudgedBy,
  inUnitOf,
  isNotDue,
  targetAt,
  targetOperand,
  toLimit,
  whomOf,
} from "./target-at.ts";
import { watchedOperand, watching } from "./watch.ts";
import { judgeYesNo } from "./yes-no.ts";

const ID = "target-unmet";

/**
 * The value a zone has stored meets the target that holds for it; the number itself counts for 不低于 and 达到. A total
 * over zones with different targets is judged only if every weighting gives the same verdict. Not an error of the data.
 */
export const targetUnmet: Check = {
  id: ID,
  severity: "information",
  run: (context) => {
    const outcomes: Outcome[] = [];
    const indicators = new Set(context.index.table.fields.map((field) => field.indicator.id));
    for (const indicator of indicators) {
      for (const measure of context.targets.measuresOf(indicator)) {
        for (const field of fieldsJudgedBy(context, indicator, measure)) {
          for (const subject of context.index.table.subjects) {
            outcomes.push(...judge(context, { index: context.index, subject, field }));
          }
        }
      }
    }
    return outcomes;
  },
};

/** The targets one cell is held against: one for a zone, those of its members for a total. */
export interface Requirement {
  /** The one that is printed. */
  readonly target: Target;
  readonly values: readonly number[];
}

function judge(context: CheckContext, place: Place): readonly Outcome[] {
  const { index, subject, field } = place;
  const requirement = requirementAt(context, place);
  if (requirement === undefined) return [];
  if (typeof requirement === "object" && requirement.target.rule.kind === "yes-no")
    return judgeYesNo(place, requirement.target);
  const claim = readClaim(ID, place);
  if (claim.kind === "none") {
    const at = index.table.cells[subject.index]?.[field.index]?.at;
    if (at === undefined || subject.role !== "zone") return [];
    const missing = notEvaluable(ID, addressOf(index, at), "missing-operand");
    return [watching(missing, watchedTarget(place, at, null, requirement))];
  }
  if (claim.kind === "outcome") return [claim.outcome];
  const { reading } = claim;
  const at = addressOf(index, reading.observation.at);
  if (requirement === "undecided") return [notEvaluable(ID, at, "undecided")];
  if (requirement === "incomparable") return [notEvaluable(ID, at, "relation-not-established")];
  const { comparison } = requirement.target.rule;
  const met = requirement.values.map((value) => meets(reading.stated.value, comparison, value));
  if (met.every((isMet) => isMet)) {
    const watched = watchedTarget(place, reading.observation.at, reading, requirement);
    return [watching(passed(ID, at, false), watched)];
  }
  const period = periodOf(index.table, field);
  const isYear = period !== null && isWholeYear(period);
  if (met.some((isMet) => isMet) || isNotDue(requirement.target.rule, isYear)) {
    return [notEvaluable(ID, at, "undecided")];
  }
  return [found(findingOf(place, reading, requirement))];
}

/** What a flag needs to appear when the number no longer meets its target; nothing for one that is not due yet. */
function watchedTarget(
  place: Place,
  at: CellRef,
  reading: NumberReading | null,
  requirement: Requirement | "undecided" | "incomparable"
): Watched | undefined {
  if (typeof requirement === "string") return undefined;
  const { index, field } = place;
  const { rule } = requirement.target;
  const period = periodOf(index.table, field);
  if (isNotDue(rule, period !== null && isWholeYear(period))) return undefined;
  return {
    kind: "target",
    at: addressOf(index, at),
    actual: reading?.stated.value ?? null,
    limit: watchedLimit(requirement, field),
    comparison: rule.comparison,
  };
}

function watchedLimit(requirement: Requirement, field: Field): WatchedNumber {
  const known = LIMITS.get(requirement);
  if (known !== undefined) return known;
  const { target, values } = requirement;
  const limit = decisive(requirement);
  const operand = targetOperand(target, field.unit?.name ?? null, limit);
  const isHeadline = values.length === 1 || limit === inUnitOf(target, field.unit);
  const watched = watchedOperand(isHeadline ? operand : { ...operand, at: null });
  LIMITS.set(requirement, watched);
  return watched;
}

/** One object for all cells a target asks the same of. */
const LIMITS = new WeakMap<Requirement, WatchedNumber>();

/** Of a total's several targets, the one that must be missed for the total to miss them all. */
function decisive({ target, values }: Requirement): number {
  const { comparison } = target.rule;
  const isFloor = comparison === "at-least" || comparison === "above";
  return isFloor ? Math.min(...values) : Math.max(...values);
}

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

type AnyRequirement = Requirement | "undecided" | "incomparable";

const REQUIREMENTS = new WeakMap<CheckContext, Map<Field, (AnyRequirement | null)[]>>();

function findRequirement(context: CheckContext, place: Place): AnyRequirement | undefined {
  const { subject, field } = place;
  if (subject.role === "zone") return toRequirement(targetAt(context, place), field);
  if (subject.role !== "total" && subject.role !== "subtotal" && subject.role !== "part")
    return undefined;
  return requirementOfAll(context, place);
}

function toRequirement(
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

/** A total's growth or share lies between its members': it has met its target for certain if it meets all of theirs. */
function requirementOfAll(
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
  const columns = context.targets.columns.get(index) ?? [];
  return columns.some(
    ({ rule, field: column }) =>
      rule.indicator === field.indicator.id &&
      rule.measure === field.measure &&
      isDeclaredNone(observationAt(index.table, subject.index, column.index))
  );
}

function isDeclaredNone(observation: Observation | undefined): boolean {
  return observation?.content.kind === "missing" && observation.content.reason === "declared";
}

/** The printed headline of a rule with exceptions is its default: 省定17%目标值(河津16%、其余17%). */
function headlineOf(context: CheckContext, { index, field, subject }: Place): Target | undefined {
  const period = periodOf(index.table, field);
  const ruled = context.targets.ruled(whomOf(subject), field.indicator.id, field.measure, period);
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

function findingOf(place: Place, reading: NumberReading, requirement: Requirement): Finding {
  const { target } = requirement;
  const { rule } = target;
  const actual = operandOf("actual", reading);
  const limit = decisive(requirement);
  const headline = inUnitOf(target, place.field.unit) ?? target.value;
  const decimals = Math.max(shownDecimals(reading), countDecimals(limit));
  const operands: Operand[] = [
    actual,
    targetOperand(target, actual.unit, headline),
    ...(target.reference === undefined ? [] : [operandOf("reference", target.reference)]),
    ...requirement.values
      .filter((value) => value !== headline)
      .map((value) => ({ ...targetOperand(target, actual.unit, value), at: null })),
  ];
  const first = { ...actual, value: headline, decimals: countDecimals(headline) };
  const gap = subtract(reading.stated.value, headline);
  const shown = displayDecimals(reading.observation.numberFormat);
  const isHidden =
    shown !== undefined && meets(roundTo(reading.stated.value, shown), rule.comparison, limit);
  return {
    code: ID,
    class: "target",
    severity: "information",
    remark: rule.remarkRequired ? "required" : "optional",
    subject: subjectAt(place),
    at: addressOf(place.index, reading.observation.at),
    stated: reading.stated.value,
    expected: requiredRange(rule.comparison, limit),
    params: {
      rule,
      target: headline,
      actual: reading.stated.value,
      unit: actual.unit,
      hiddenByRounding: isHidden,
    },
    trace: {
      operands,
      arithmetic: `${written(actual)} − ${writtenAfter(first)} = ${formatFixed(gap, decimals)}`,
      allowed: null,
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
