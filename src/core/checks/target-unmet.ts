import type { Outcome } from "../evaluation/evaluation.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import type { Watched, WatchedNumber } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals, roundTo, subtract } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { fieldsOf, periodOf } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import type { CellRef } from "../workbook/address.ts";
import { parseAims } from "../rules/limit-text.ts";
import { isWholeYear } from "../rules/target-columns.ts";
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
import { namedMeasure } from "./rank-readings.ts";
import { readClaim } from "./read-claim.ts";
import { fieldsJudgedBy, inUnitOf, isNotDue, targetOperand } from "./target-at.ts";
import { watchedOperand, watching } from "./watch.ts";
import { judgeYesNo } from "./yes-no.ts";
import { requirementAt } from "./requirement-at.ts";
import type { Requirement } from "./target-requirement.ts";

const ID = "target-unmet";

/**
 * The value a zone has stored meets the target that holds for it; the number itself counts for 不低于 and 达到. A total
 * over zones with different targets is judged only if every weighting gives the same verdict. Not an error of the data.
 */
export const targetUnmet: Check = {
  id: ID,
  severity: "information",
  run: (context) => {
    const outcomes: Outcome[] = [...aimsInWords(context)];
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

/** 15%左右, 力争进位: what is aimed at is told in words that nothing can be held against, and is not passed over in silence. */
function aimsInWords({ index }: CheckContext): readonly Outcome[] {
  const { table } = index;
  const zones = table.subjects.filter(({ role }) => role === "zone");
  return table.fields
    .filter(({ measure }) => measure === "target" || measure === "target-part")
    .flatMap((field) =>
      zones.flatMap((subject): readonly Outcome[] => {
        const observation = observationAt(table, subject.index, field.index);
        if (observation?.content.kind !== "word") return [];
        return parseAims(observation.content.text)?.length === 0
          ? [notEvaluable(ID, addressOf(index, observation.at), "unreadable-operand")]
          : [];
      })
    );
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
  if (requirement === "incomparable" || isOpenRank(place))
    return [notEvaluable(ID, at, "relation-not-established")];
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

/** 进入前3位 over 总量位次 and 增速位次: by which of the two it is meant nobody says. */
function isOpenRank({ index, field }: Place): boolean {
  if (field.measure !== "rank") return false;
  const ranks = fieldsOf(index, field.indicator.id, "rank");
  return new Set(ranks.map(namedMeasure)).size > 1;
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
