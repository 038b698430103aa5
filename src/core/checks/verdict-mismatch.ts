import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import { findField } from "../model/find-field.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import type { Target } from "../rules/target.ts";
import { isWholeYear } from "../rules/target-columns.ts";
import { findStanding, findTier } from "../rules/tier-words.ts";
import { formatCell } from "../workbook/address.ts";
import type { Check, CheckContext } from "./check.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { meets } from "./judge-target.ts";
import { inUnitOf, targetAt } from "./target-at.ts";
import { judgeByClasses } from "./verdict-by-classes.ts";
import { judgeByPace, judgePaces } from "./verdict-by-pace.ts";
import type { JudgedByPace } from "./verdict-by-pace.ts";
import { ID, againstTarget, findingOf, identityOf, watchedVerdict } from "./verdict-finding.ts";
import type { Judged } from "./verdict-finding.ts";
import { parseVerdict } from "../catalog/verdict-words.ts";
import { watching } from "./watch.ts";

/** A written verdict (达到, 是, ×) says what value and target say. */
export const verdictMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => column.measure === "verdict")
      .flatMap((column) => {
        const byClasses = judgeByClasses(context.index, column);
        if (byClasses !== undefined) return byClasses;
        const rows: Judged[] = [];
        const byPace: JudgedByPace[] = [];
        const outcomes: Outcome[] = [];
        for (const field of column.fields) {
          for (const subject of context.index.table.subjects) {
            const judged = judgeRow(context, { index: context.index, subject, field });
            if (judged === undefined) continue;
            if (!("kind" in judged)) rows.push(judged);
            else if (judged.kind === "by-pace") byPace.push(judged);
            else outcomes.push(judged);
          }
        }
        return [...outcomes, ...judgeColumn(rows), ...judgePaces(byPace)];
      }),
};

function judgeRow(
  context: CheckContext,
  place: Place
): Judged | JudgedByPace | Outcome | undefined {
  const { index, subject } = place;
  // A total's verdict may rest on weights that are not in the sheet.
  if (subject.role !== "zone") return undefined;
  const observation = observationAt(index.table, subject.index, place.field.index);
  if (observation?.content.kind !== "word") return undefined;
  const word = observation.content.text;
  const said = turned(parseVerdict(word), place.field, word);
  const at = addressOf(index, observation.at);
  const skip = (reason: NotEvaluableReason): Outcome => notEvaluable(ID, at, reason);
  if (said === undefined) return skip("unreadable-operand");
  const paced = judgeByPace(context, place, { observation, word, ...said });
  if (paced !== undefined) return paced;
  const candidates = targetsBeside(context, place);
  const fitting = ofNamedTier(
    candidates.filter(({ target }) => (said.isOfPace ? target.rule.kind === "pace-level" : true)),
    place.field
  );
  const [first] = fitting;
  const only = first === undefined ? undefined : byOwnColumn(place, first);
  if (only === undefined) return skip("missing-operand");
  if (fitting.length > 1) return skip("relation-not-established");
  const limit = inUnitOf(only.target, only.reading.place.field.unit);
  if (limit === undefined) return skip("relation-not-established");
  const met = meets(only.reading.stated.value, only.target.rule.comparison, limit);
  const period = periodOf(index.table, place.field);
  const isDue =
    only.target.rule.kind !== "annual-level" || (period !== null && isWholeYear(period));
  return {
    place,
    observation,
    word,
    ...only,
    limit,
    met,
    isDue,
    verdict: met === said.met ? "agrees" : "disagrees",
  };
}

/** 是否超标: 是 says that the cap was broken. */
function turned(
  said: ReturnType<typeof parseVerdict>,
  { path }: Place["field"],
  word: string
): ReturnType<typeof parseVerdict> {
  const isOfExcess = /是否(?:超标|超控|超限|突破|超过控制)/u.test(path.at(-1) ?? "");
  return said !== undefined && isOfExcess && /^[是否√×YN]$/iu.test(word.trim())
    ? { ...said, met: !said.met }
    : said;
}

/** The targets of the verdict's indicator that have a value beside them in this row. */
function targetsBeside(
  context: CheckContext,
  place: Place
): readonly { readonly target: Target; readonly reading: NumberReading }[] {
  const id = place.field.indicator.id;
  return context.targets.measuresOf(id).flatMap((measure) => {
    const field = findField(place.index, id, measure, place.field);
    if (field === undefined) return [];
    const target = targetAt(context, { ...place, field });
    const reading = readPlace(place.index, place.subject, field);
    if (target === undefined || reading.kind === "none") return [];
    // 是否完成年度目标 is not decided by the target for a part of the year.
    const isOther =
      target.rule.kind === "pace-level" && /年度|全年/u.test(place.field.path.join(""));
    return isOther ? [] : [{ target, reading }];
  });
}

/** 奋斗 under 是否完成 is decided by the column 奋斗 under 目标, whichever is assessed. */
function byOwnColumn(
  { index, subject, field }: Place,
  judged: { readonly target: Target; readonly reading: NumberReading }
): typeof judged {
  const head = field.path.at(-1) ?? "";
  if (field.path.length < 2 || findTier(head) === undefined) return judged;
  const column = index.table.fields.find(
    ({ measure, indicator, path }) =>
      measure === "target" && indicator.id === field.indicator.id && path.at(-1) === head
  );
  const limit = readPlace(index, subject, column);
  if (limit.kind === "none") return judged;
  const rule = { ...judged.target.rule, tier: findTier(head) ?? "assessed" };
  const cell = formatCell(limit.observation.at);
  const origin = { kind: "target-column", sheet: index.table.sheet, cell } as const;
  return { ...judged, target: { rule, value: limit.stated.value, origin } };
}

/** 是否完成 | 省定 | 奋斗: of several targets the one that the verdict's own head names. */
function ofNamedTier<T extends { readonly target: Target }>(
  candidates: readonly T[],
  { path }: Field
): readonly T[] {
  const own = path.at(-1) ?? "";
  if (candidates.length < 2) return candidates;
  const [tier, standing] = [findTier(own), findStanding(own)];
  return candidates.filter(
    ({ target: { rule } }) =>
      (tier === undefined || rule.tier === tier) &&
      (standing === null || rule.standing === null || rule.standing === standing)
  );
}

function judgeColumn(rows: readonly Judged[]): Outcome[] {
  const due = rows.filter(({ isDue }) => isDue);
  // A verdict on a year's amount before the year ends may speak of pace: it is not ours to contradict.
  const early = rows.filter(({ isDue }) => !isDue);
  const outcomes = early.map((row) =>
    row.verdict === "agrees"
      ? passed(ID, addressOf(row.place.index, row.observation.at), false)
      : notEvaluable(ID, addressOf(row.place.index, row.observation.at), "undecided")
  );
  // A column that says the opposite everywhere speaks of something else.
  const deviates = due.length >= 3 && standingOf(due) === "deviates";
  return [
    ...outcomes,
    ...due.map((row) => {
      const at = addressOf(row.place.index, row.observation.at);
      if (row.verdict === "agrees") {
        const identity = identityOf(row);
        return watching(
          passed(ID, at, false, identity),
          deviates ? undefined : watchedVerdict(row, at)
        );
      }
      return deviates
        ? notEvaluable(ID, at, "relation-not-established")
        : found(findingOf(againstTarget(row)), identityOf(row));
    }),
  ];
}
