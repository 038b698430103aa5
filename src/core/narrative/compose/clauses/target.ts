import { meets } from "../../../checks/judge-target.ts";
import {
  addressOfOrigin,
  fieldsJudgedBy,
  inUnitOf,
  isNotDue,
  targetAt,
} from "../../../checks/target-at.ts";
import { requirementAt } from "../../../checks/requirement-at.ts";
import type { Measure } from "../../../model/measure.ts";
import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { Target } from "../../../rules/target.ts";
import { addressOfReading, say } from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import type { Fragment } from "../fragment.ts";
import type { ClauseKind } from "../style.ts";
import type { WordKey } from "../words.ts";
import { exceptionsOf } from "./exceptions.ts";
import { verdictOfMembers } from "./members-verdict.ts";
import { statedShare } from "./share.ts";
import { isInWords, isOfWholeYear, targetFragment } from "./target-figure.ts";

/** Which clause says the number a target is held against; a verdict on a number not told would hang in the air. */
const SAID_BY: readonly (readonly [Measure, ClauseKind])[] = [
  ["growth", "growth"],
  ["share", "share"],
  ["rate", "rate"],
  ["actual", "value"],
];

/** 未达到省定17%目标值(河津开发区16%、其余开发区17%); 均完成省定2亿元序时进度. */
export function targetClause(context: ClauseContext): Fragment | null {
  for (const [field, target] of judgedFields(context)) {
    const words = target(field);
    if (words !== null) return words;
  }
  return null;
}

function judgedFields(
  context: ClauseContext
): readonly (readonly [Field, (field: Field) => Fragment | null])[] {
  const { topic, check, said } = context;
  return SAID_BY.flatMap(([measure, clause]) =>
    said.has(clause) && check.targets.measuresOf(topic.indicator.id).includes(measure)
      ? fieldsJudgedBy(check, topic.indicator.id, measure)
          .filter((field) => topic.fields.includes(field) && isTold(context, field))
          .map((field) => [field, (each: Field) => verdict(context, each)] as const)
      : []
  );
}

/** Of several shares only those that were told can be said to have reached anything. */
function isTold(context: ClauseContext, field: Field): boolean {
  if (field.measure !== "share") return true;
  return statedShare({ ...context, note: () => undefined }, field) !== null;
}

function verdict(context: ClauseContext, field: Field): Fragment | null {
  const { topic, check } = context;
  const { subject } = topic.speaker;
  if (subject === null) return verdictOfMembers(context, field);
  const place = { index: topic.index, subject, field };
  const requirement = requirementAt(check, place);
  const reading = readPlace(topic.index, subject, field);
  if (reading.kind === "none") return null;
  if (requirement === undefined || requirement === "undecided") {
    return verdictOfMembers(context, field, [addressOfReading(reading)]);
  }
  if (requirement === "incomparable") return leaveOut(context, "incomparable", reading);
  const { target, values } = requirement;
  if (isInWords(target)) return leaveOut(context, "in-words", reading);
  if (isNotDue(target.rule, isOfWholeYear(context, field))) return null;
  // The target that is printed counts as well: no zone may have it.
  const printed = inUnitOf(target, field.unit) ?? target.value;
  const met = [printed, ...values].map((value) =>
    meets(reading.stated.value, target.rule.comparison, value)
  );
  if (!met.every((each) => each === met[0])) {
    const origin = addressOfOrigin(target.origin);
    const own = [addressOfReading(reading), ...(origin === null ? [] : [origin])];
    return verdictOfMembers(context, field, own) ?? leaveOut(context, "undecided", reading);
  }
  const word = wordOf(target, met[0] === true);
  return worded(context, field, word, target, exceptionsOf(context, field, target), reading);
}

function wordOf({ rule }: Target, isMet: boolean): WordKey {
  const verdict = isMet ? "met" : "unmet";
  if (rule.kind === "pace-level") return `pace-${verdict}`;
  switch (rule.comparison) {
    case "at-least":
      return `target-${verdict}`;
    case "above":
      return `above-${verdict}`;
    case "at-most":
    case "below":
      return `within-${verdict}`;
  }
}

function leaveOut(
  { note, name }: ClauseContext,
  reason: "incomparable" | "in-words" | "undecided",
  reading: NumberReading
): null {
  const cells = [addressOfReading(reading)];
  note({ code: "left-out", clause: "target", indicator: name, reason, cells });
  return null;
}

function worded(
  context: ClauseContext,
  field: Field,
  word: WordKey,
  target: Target,
  exceptions: Fragment | null,
  reading: NumberReading
): Fragment | null {
  const value = inUnitOf(target, field.unit) ?? target.value;
  const judged = [...memberTargetCells(context, field), addressOfReading(reading)];
  return say(context, word, {
    standing: target.rule.standing,
    target: targetFragment(context, field, target, value, word, judged),
    exceptions,
  });
}

/** A total is judged by what its zones must reach: their targets decide the words as well. */
function memberTargetCells({ topic, check }: ClauseContext, field: Field): Figure["cells"] {
  const { subject, members } = topic.speaker;
  if (subject === null || subject.role === "zone") return [];
  return members.flatMap((member) => {
    const target = targetAt(check, { index: topic.index, subject: member, field });
    return target === undefined ? [] : (addressOfOrigin(target.origin) ?? []);
  });
}
