import { meets } from "../../../checks/judge-target.ts";
import {
  addressOfOrigin,
  fieldsJudgedBy,
  inUnitOf,
  isNotDue,
  targetAt,
} from "../../../checks/target-at.ts";
import { requirementAt } from "../../../checks/target-unmet.ts";
import { countDecimals } from "../../../model/decimal.ts";
import type { Measure } from "../../../model/measure.ts";
import { periodOf, readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { Subject } from "../../../model/zone.ts";
import type { Target } from "../../../rules/resolve.ts";
import { isWholeYear } from "../../../rules/target-columns.ts";
import {
  addressIn,
  addressOfReading,
  decimalText,
  figureOf,
  printFigure,
  say,
} from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import { join, spanned } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import type { ClauseKind } from "../style.ts";
import type { WordKey } from "../words.ts";
import { zoneLabel } from "../zone-label.ts";
import { inHouseUnit, unitOf } from "./value.ts";

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
          .filter((field) => topic.fields.includes(field))
          .map((field) => [field, (each: Field) => verdict(context, each)] as const)
      : []
  );
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
    return verdictOfMembers(context, field);
  }
  if (requirement === "incomparable") return leaveOut(context, "incomparable", reading);
  const { target, values } = requirement;
  if (isInWords(target)) return leaveOut(context, "in-words", reading);
  if (isNotDue(target.rule, isOfWholeYear(context, field))) return null;
  const met = values.map((value) => meets(reading.stated.value, target.rule.comparison, value));
  if (!met.every((each) => each === met[0])) {
    return verdictOfMembers(context, field) ?? leaveOut(context, "undecided", reading);
  }
  const word = wordOf(target, met[0] === true);
  return worded(context, field, word, target, exceptionsOf(context, field, target, word), reading);
}

function isInWords({ rule }: Target): boolean {
  return rule.kind === "yes-no" || rule.relativeTo !== null || rule.measure === "rank";
}

function isOfWholeYear({ topic }: ClauseContext, field: Field): boolean {
  const period = periodOf(topic.index.table, field);
  return period !== null && isWholeYear(period);
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

interface MemberVerdict {
  readonly subject: Subject;
  readonly target: Target;
  readonly value: number;
  readonly isMet: boolean;
  readonly reading: NumberReading;
}

/** 均, 4个完成、6个未完成: what each zone has reached of its own target; null where one has no target or no value. */
function verdictOfMembers(context: ClauseContext, field: Field): Fragment | null {
  const { topic, check, note, name } = context;
  const { members } = topic.speaker;
  if (members.length < 2) return null;
  const verdicts: MemberVerdict[] = [];
  let hasTarget = false;
  for (const subject of members) {
    const target = targetAt(check, { index: topic.index, subject, field });
    const reading = readPlace(topic.index, subject, field);
    if (target === undefined) continue;
    hasTarget = true;
    const value = inUnitOf(target, field.unit);
    if (value === undefined || reading.kind === "none" || isInWords(target)) continue;
    if (isNotDue(target.rule, isOfWholeYear(context, field))) continue;
    const isMet = meets(reading.stated.value, target.rule.comparison, value);
    verdicts.push({ subject, target, value, isMet, reading });
  }
  const [first] = verdicts;
  if (first === undefined) return null;
  if (verdicts.length < members.length) {
    const cells = verdicts.map(({ reading }) => addressOfReading(reading));
    if (hasTarget) {
      const reason = "members-missing";
      note({ code: "left-out", clause: "target", indicator: name, reason, cells });
    }
    return null;
  }
  // 均未控制在 would need words of their own; a limit not to be exceeded is told zone by zone elsewhere.
  if (verdicts.some(({ target }) => target.rule.comparison !== "at-least")) return null;
  return wordMembers(context, field, verdicts);
}

function wordMembers(
  context: ClauseContext,
  field: Field,
  verdicts: readonly MemberVerdict[]
): Fragment | null {
  const met = verdicts.filter(({ isMet }) => isMet);
  const unmet = verdicts.filter(({ isMet }) => !isMet);
  const headline = commonest(verdicts);
  const isPace = headline.target.rule.kind === "pace-level";
  const kind = unmet.length === 0 ? "all-met" : met.length === 0 ? "all-unmet" : "some-met";
  const word: WordKey = isPace ? `pace-${kind}` : kind;
  const countOf = (some: readonly MemberVerdict[], which: "met" | "unmet"): Fragment =>
    spanned(`${some.length}个`, {
      measure: "count",
      indicator: context.name,
      zone: null,
      value: some.length,
      cells: verdicts.map(({ reading }) => addressOfReading(reading)),
      arithmetic: verdicts
        .map(
          ({ reading, isMet, value }) =>
            `${decimalText(reading.stated.value)} ${isMet ? "≥" : "<"} ${decimalText(value)}`
        )
        .join(", "),
      wording: word,
      key: `${context.key}|${context.topic.name}|count|${which}`,
    });
  const exceptions = wordExceptions(context, field, verdicts, headline.value, word);
  const target = targetFragment(context, field, headline.target, headline.value, word, [
    ...verdicts.map(({ reading }) => addressOfReading(reading)),
  ]);
  return say(context, word, {
    met: countOf(met, "met"),
    unmet: countOf(unmet, "unmet"),
    standing: headline.target.rule.standing,
    target,
    exceptions,
  });
}

/** The value most zones have: that of 其余. */
function commonest<T extends { readonly value: number }>(all: readonly T[]): T {
  const counts = new Map<number, number>();
  for (const { value } of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, ...rest] = all;
  if (first === undefined) throw new Error("The commonest of nothing.");
  return rest.reduce(
    (best, each) => ((counts.get(each.value) ?? 0) > (counts.get(best.value) ?? 0) ? each : best),
    first
  );
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
  return say(context, word, {
    standing: target.rule.standing,
    target: targetFragment(context, field, target, value, word, [addressOfReading(reading)]),
    exceptions,
  });
}

/** The target as printed; the cells judged by it go along, since its words say how they stand to it. */
function targetFragment(
  context: ClauseContext,
  field: Field,
  target: Target,
  value: number,
  word: WordKey,
  judged: Figure["cells"]
): Fragment {
  const figure = targetFigure(context, field, target, value);
  const printed = { ...figure, cells: [...figure.cells, ...judged] };
  return printFigure(context, printed, { measure: "target", wording: word });
}

export function targetFigure(
  context: ClauseContext,
  field: Field,
  target: Target,
  value: number
): Figure {
  const own = addressOfOrigin(target.origin);
  const figure: Figure = {
    value,
    places: Math.min(countDecimals(value), context.style.precision.places.target),
    unit: field.unit?.family === "points" ? "%" : unitOf(field),
    cells: own === null ? [] : [own],
    arithmetic: decimalText(value),
  };
  return inHouseUnit(context, figure, field.unit);
}

/** 河津开发区16%、其余开发区17%: zones whose target is not the headline; null where there is none. */
function exceptionsOf(
  context: ClauseContext,
  field: Field,
  headline: Target,
  word: WordKey
): Fragment | null {
  const { topic, check } = context;
  const value = inUnitOf(headline, field.unit) ?? headline.value;
  const members = topic.speaker.members.length > 1 ? topic.speaker.members : [];
  const targets = members.flatMap((subject) => {
    const target = targetAt(check, { index: topic.index, subject, field });
    const own = target && inUnitOf(target, field.unit);
    return target === undefined || own === undefined ? [] : [{ subject, target, value: own }];
  });
  // 47.5亿元 of all zones together is no headline of theirs.
  if (targets.length > 0 && targets.every((each) => each.value !== value)) return null;
  if (targets.length > 0) return wordExceptions(context, field, targets, value, word);
  const isOfAll = topic.speaker.subject?.role !== "zone";
  if (!isOfAll || headline.rule.except.length === 0 || members.length > 0) return null;
  const named = headline.rule.except.map((exception) => ({
    subject: null,
    name: `${exception.zone}${/区$/u.test(exception.zone) ? "" : "开发区"}`,
    target: { rule: headline.rule, value: exception.value, origin: exception.origin },
    value: inUnitOf({ ...headline, value: exception.value }, field.unit) ?? exception.value,
  }));
  return wordExceptions(context, field, named, value, word);
}

function wordExceptions(
  context: ClauseContext,
  field: Field,
  targets: readonly {
    readonly subject: Subject | null;
    readonly name?: string;
    readonly target: Target;
    readonly value: number;
  }[],
  headline: number,
  word: WordKey
): Fragment | null {
  const { style, topic } = context;
  if (style.exceptions === "omit") return null;
  const isNamedOnly = targets.every(({ subject }) => subject === null);
  const others = targets.filter(({ value }) => value !== headline);
  if (others.length === 0) return null;
  const print = (value: number, target: Target, zone: string): Fragment =>
    printFigure(context, targetFigure(context, field, target, value), {
      measure: "target",
      wording: word,
      detail: zone,
      zone,
    });
  const said = others.flatMap(({ subject, name, target, value }) => {
    const zone = subject === null ? (name ?? "") : zoneLabel(subject);
    return say(context, "exception", { zone, target: print(value, target, zone) }) ?? [];
  });
  const ordinary = targets.filter(({ value }) => value === headline);
  const [first] = ordinary;
  const isWithoutTarget = !isNamedOnly && targets.length < topic.speaker.members.length;
  if (!isWithoutTarget && (first !== undefined || isNamedOnly)) {
    const target = first?.target ?? targets[0]?.target;
    if (target !== undefined) {
      const cells = ordinary.flatMap(({ target: each }) => addressOfOrigin(each.origin) ?? []);
      const figure = { ...targetFigure(context, field, target, headline), cells };
      const span = { measure: "target", wording: word, detail: "rest" } as const;
      said.push(...(wordRest(context, printFigure(context, figure, span)) ?? []));
    }
  } else {
    // 其余 would speak for zones that have no target: each is named with its own.
    said.push(
      ...ordinary.flatMap(({ subject, target, value }) => {
        const zone = subject === null ? "" : zoneLabel(subject);
        return say(context, "exception", { zone, target: print(value, target, zone) }) ?? [];
      })
    );
  }
  return join(said, style.marks.list);
}

function wordRest(context: ClauseContext, target: Fragment): readonly Fragment[] | null {
  const rest = say(context, "rest", { target });
  return rest && [rest];
}

/** 完成年度目标(20亿元)的54.62%: how much of the year's amount is done. */
export function attainmentClause(context: ClauseContext): Fragment | null {
  const { topic, check, style } = context;
  const { anchor, speaker } = topic;
  const { subject } = speaker;
  if (subject === null || anchor.measure !== "actual" || !context.said.has("value")) return null;
  const requirement = requirementAt(check, { index: topic.index, subject, field: anchor });
  if (requirement === undefined || typeof requirement === "string") return null;
  const { target } = requirement;
  if (target.rule.kind !== "annual-level" || isInWords(target)) return null;
  const [limit] = requirement.values;
  const reading = readPlace(topic.index, subject, anchor);
  if (limit === undefined || limit <= 0 || reading.kind === "none") return null;
  const field = topic.fields.find(({ measure }) => measure === "attainment");
  const stated = field === undefined ? undefined : readPlace(topic.index, subject, field);
  const value = (reading.stated.value / limit) * 100;
  const span = { wording: "attainment" };
  const attainment: Figure =
    stated?.kind === "number"
      ? figureOf(context, stated, "attainment", "%")
      : {
          value,
          places: style.precision.places.attainment,
          unit: "%",
          cells: [addressOfReading(reading), ...targetFigure(context, anchor, target, limit).cells],
          arithmetic: `${decimalText(reading.stated.value)} ÷ ${decimalText(limit)} × 100 = ${decimalText(value)}`,
        };
  return say(context, "attainment", {
    standing: target.rule.standing,
    target: printFigure(context, targetFigure(context, anchor, target, limit), {
      measure: "target",
      detail: "year",
      ...span,
    }),
    attainment: printFigure(context, attainment, { measure: "attainment", ...span }),
  });
}

/** The cells that name the zones counted. */
export function zoneCells(sheet: string, members: readonly Subject[]): Figure["cells"] {
  return members.flatMap(({ at }) =>
    at.kind === "cell" ? [addressIn(sheet, { row: at.row, column: at.column })] : []
  );
}
