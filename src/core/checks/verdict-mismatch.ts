import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import { ownPaceBeside } from "./own-pace.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals, roundTo, subtract } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { findField, periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Observation } from "../model/table.ts";
import type { Target } from "../rules/resolve.ts";
import { findStanding, findTier } from "../rules/tier-words.ts";
import type { Field } from "../model/table.ts";
import { isWholeYear } from "../rules/target-columns.ts";
import { formatCell } from "../workbook/address.ts";
import type { Address } from "../workbook/address.ts";
import type { Check, CheckContext } from "./check.ts";
import { standingOf } from "./column-verdict.ts";
import {
  addressOf,
  found,
  looseOperand,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  subjectAt,
  written,
  writtenAfter,
} from "./describe.ts";
import { meets, requiredRange } from "./judge-target.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { addressOfOrigin, inUnitOf, targetAt, targetOperand } from "./target-at.ts";
import { parseVerdict } from "./verdict-words.ts";
import { watchedNumber, watchedOperand, watching } from "./watch.ts";

const ID = "verdict-mismatch";

/** A written verdict (达到, 是, ×) says what value and target say. */
export const verdictMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => column.measure === "verdict")
      .flatMap((column) => {
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

interface Judged {
  readonly place: Place;
  readonly observation: Observation;
  readonly word: string;
  readonly reading: NumberReading;
  readonly target: Target;
  readonly limit: number;
  readonly met: boolean;
  readonly isDue: boolean;
  readonly verdict: "agrees" | "disagrees";
}

interface JudgedByPace extends Pick<
  Judged,
  "place" | "observation" | "word" | "reading" | "limit" | "met" | "verdict"
> {
  readonly kind: "by-pace";
  readonly wanted: Operand;
}

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
  const said = parseVerdict(word);
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

const OF_PACE = /序时|时序|时间进度|均衡进度/u;

/** 是否达序时: the attainment beside it against the pace that the sheet prints, or the office has set, else against months over 12. */
function judgeByPace(
  context: CheckContext,
  place: Place,
  said: Pick<Judged, "observation" | "word"> & { readonly met: boolean; readonly isOfPace: boolean }
): JudgedByPace | undefined {
  const { index, subject, field } = place;
  if (!said.isOfPace && !OF_PACE.test(field.path.at(-1) ?? "")) return undefined;
  const { id } = field.indicator;
  const reading = readPlace(index, subject, findField(index, id, "attainment", field));
  if (reading.kind === "none") return undefined;
  const printed = readPlace(index, subject, findField(index, id, "pace", field));
  const period = periodOf(index.table, field);
  const months = period?.kind === "cumulative" ? period.months : undefined;
  const own = printed.kind === "number" ? undefined : ownPaceBeside(context, subject, field);
  if (printed.kind === "none" && own === undefined && months === undefined) return undefined;
  const limit =
    printed.kind === "number"
      ? printed.stated.value
      : (own?.value ?? roundTo(((months ?? 0) * 100) / 12, 2));
  const wanted =
    printed.kind === "number"
      ? operandOf("pace", printed)
      : looseOperand(
          "pace",
          own?.words ?? `${months ?? 0}/12`,
          own ?? { value: limit, decimals: 2 },
          "%"
        );
  const { value, decimals } = reading.stated;
  const met = value >= limit;
  // 91.7 against 11/12, which others write 91.67, is either.
  const isClose = Math.abs(value - limit) < 10 ** -Math.min(decimals, 1);
  const verdict = met === said.met || isClose ? "agrees" : "disagrees";
  return { ...said, place, reading, wanted, limit, met, verdict, kind: "by-pace" };
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

/** An office may go by a plan of its own: only a column that follows the pace is held to it. */
function judgePaces(rows: readonly JudgedByPace[]): Outcome[] {
  const isJudged = standingOf(rows) === "established";
  return rows.map((row) => {
    const at = addressOf(row.place.index, row.observation.at);
    if (!isJudged) return notEvaluable(ID, at, "undecided");
    if (row.verdict === "agrees") return passed(ID, at, false);
    return found(findingOf({ ...row, comparison: "at-least" }));
  });
}

/** The value lies on the side of the target that the verdict names; the target may be a cell of the sheet. */
function identityOf({ place, reading, target, limit, met, verdict }: Judged): Identity {
  const said = verdict === "agrees" ? met : !met;
  const { comparison } = target.rule;
  const isAtLeast = comparison === "at-least" || comparison === "above";
  const written = targetReading(place, target);
  const wanted = written ?? { low: limit, high: limit };
  const ratio = unitFactor(reading.place.field.unit, written?.place.field.unit ?? null) ?? 1;
  const factor = written === undefined ? 1 : ratio;
  return said === isAtLeast
    ? { kind: "order", small: wanted, large: reading, factor: 1 / factor }
    : { kind: "order", small: reading, large: wanted, factor };
}

/** The cell a target stands in, where it is one of this row. */
function targetReading(place: Place, { origin }: Target): NumberReading | undefined {
  const at = addressOfOrigin(origin);
  if (at?.sheet !== place.index.table.sheet) return undefined;
  const { index, subject } = place;
  const cell = index.table.cells[subject.index]?.find(
    (observation) =>
      observation !== null &&
      observation.at.row === at.area.row &&
      observation.at.column === at.area.column
  );
  const reading = cell === undefined || cell === null ? undefined : index.table.fields[cell.field];
  if (reading === undefined) return undefined;
  const number = readPlace(index, subject, reading);
  return number.kind === "number" ? number : undefined;
}

function watchedVerdict({ word, met, reading, target, limit }: Judged, at: Address): Watched {
  return {
    kind: "verdict",
    at,
    word,
    says: met ? "met" : "unmet",
    actual: watchedNumber("actual", reading),
    limit: watchedOperand(targetOperand(target, reading.place.field.unit?.name ?? null, limit)),
    comparison: target.rule.comparison,
  };
}

interface Contradicted extends Pick<
  Judged,
  "place" | "observation" | "word" | "reading" | "limit" | "met"
> {
  readonly wanted: Operand;
  readonly comparison: Target["rule"]["comparison"];
}

function againstTarget(row: Judged): Contradicted {
  const unit = row.reading.place.field.unit?.name ?? null;
  const wanted = targetOperand(row.target, unit, row.limit);
  return { ...row, wanted, comparison: row.target.rule.comparison };
}

function findingOf(row: Contradicted): Finding {
  const { place, observation, word, reading, limit, met, wanted, comparison } = row;
  const actual = operandOf("actual", reading);
  const decimals = Math.max(shownDecimals(reading), countDecimals(limit));
  const gap = subtract(reading.stated.value, limit);
  const shown = displayDecimals(reading.observation.numberFormat);
  // The page shows 17.0 against 17: the writer judged what they saw.
  const isHidden =
    !met && shown !== undefined && meets(roundTo(reading.stated.value, shown), comparison, limit);
  return {
    code: ID,
    class: "consistency",
    severity: isHidden ? "warning" : "error",
    remark: isHidden ? "required" : "none",
    subject: subjectAt(place),
    at: addressOf(place.index, observation.at),
    stated: word,
    expected: requiredRange(comparison, limit),
    params: { verdict: word, actual: reading.stated.value, target: limit, met },
    trace: {
      operands: [actual, wanted],
      arithmetic: `${written(actual)} − ${writtenAfter(wanted)} = ${formatFixed(gap, decimals)}`,
      allowed: null,
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
