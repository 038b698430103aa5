import { meets } from "../../../checks/judge-target.ts";
import { addressOfOrigin, inUnitOf, isNotDue, targetAt } from "../../../checks/target-at.ts";
import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading } from "../../../model/table-index.ts";
import type { Field } from "../../../model/table.ts";
import type { Target } from "../../../rules/target.ts";
import type { Subject } from "../../../model/zone.ts";
import { addressOfReading, decimalText, say } from "../context.ts";
import type { ClauseContext, Figure } from "../context.ts";
import { spanned } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import type { WordKey } from "../words.ts";
import { commonest, wordExceptions } from "./exceptions.ts";
import { isInWords, isOfWholeYear, targetFragment } from "./target-figure.ts";

interface MemberVerdict {
  readonly subject: Subject;
  readonly target: Target;
  readonly value: number;
  readonly isMet: boolean;
  readonly reading: NumberReading;
}

/**
 * 均, 4个完成、6个未完成: what each zone has reached of its own target; null where one has no target or no value.
 * `judgedOwn`: cells of the total, by which it came to that.
 */
export function verdictOfMembers(
  context: ClauseContext,
  field: Field,
  judgedOwn: Figure["cells"] = []
): Fragment | null {
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
  return wordMembers(context, field, verdicts, judgedOwn);
}

function cellsOfVerdict({ reading, target }: MemberVerdict): Figure["cells"] {
  const origin = addressOfOrigin(target.origin);
  return [addressOfReading(reading), ...(origin === null ? [] : [origin])];
}

function wordMembers(
  context: ClauseContext,
  field: Field,
  verdicts: readonly MemberVerdict[],
  judgedOwn: Figure["cells"]
): Fragment | null {
  const met = verdicts.filter(({ isMet }) => isMet);
  const unmet = verdicts.filter(({ isMet }) => !isMet);
  const headline = commonest(verdicts);
  const isPace = headline.target.rule.kind === "pace-level";
  const kind = unmet.length === 0 ? "all-met" : met.length === 0 ? "all-unmet" : "some-met";
  const word: WordKey = isPace ? `pace-${kind}` : kind;
  const judged = [...judgedOwn, ...verdicts.flatMap(cellsOfVerdict)];
  const countOf = (some: readonly MemberVerdict[], which: "met" | "unmet"): Fragment =>
    spanned(`${some.length}个`, {
      measure: "count",
      indicator: context.name,
      zone: null,
      value: some.length,
      cells: judged,
      arithmetic: verdicts
        .map(
          ({ reading, isMet, value }) =>
            `${decimalText(reading.stated.value)} ${isMet ? "≥" : "<"} ${decimalText(value)}`
        )
        .join(", "),
      wording: word,
      key: `${context.key}|${context.topic.name}|count|${which}`,
    });
  const exceptions = wordExceptions(context, field, verdicts, headline.value, []);
  const target = targetFragment(context, field, headline.target, headline.value, word, judged);
  return say(context, word, {
    met: countOf(met, "met"),
    unmet: countOf(unmet, "unmet"),
    standing: headline.target.rule.standing,
    target,
    exceptions,
  });
}
