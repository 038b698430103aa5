import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Watched } from "../findings/watched.ts";
import { toDecimal } from "../model/decimal.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import { observationAt } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { isExpected } from "./expected-value.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { readClaim } from "./read-claim.ts";
import { scoreTotals } from "./score-totals.ts";
import { findingOf, identityOf } from "./sum-finding.ts";
import { hiddenMembers, largeTail } from "./sum-notes.ts";
import type { Sum } from "./sum.ts";
import { allowanceFor } from "./sum-allowance.ts";
import type { Allowance } from "./sum-allowance.ts";
import { isSummable, looksLikeAverage } from "./summable.ts";
import { isTargetAdded, isTargetLikelyAdded } from "./target-totals.ts";
import { watchedNumber, watching } from "./watch.ts";

const ID = "sum-mismatch";

/**
 * A total is the sum of its members: exactly where it adds up those very cells, within the rounding of all of them
 * where it was typed. Growth, shares, rates and ranks are never added, 小计 and 其中 never twice.
 */
export const sumMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) => {
    const totals = context.index.table.subjects.filter(
      (subject) => subject.role === "total" || subject.role === "subtotal"
    );
    const divisions = totals.flatMap((total) =>
      [leafMembers(context.index.table, total), ...otherDivisions(context.index, total)].map(
        (members) => ({ total, members })
      )
    );
    const sums = divisions.flatMap(({ total, members }) => {
      const results = context.index.table.fields.flatMap((field) => {
        const claim = claimOf(context.index, field, total, members);
        const place = { index: context.index, subject: total, field };
        return claim === "none" ? [] : judge(context, place, members, claim);
      });
      return settleRow(onceHidden(results));
    });
    return [...sums, ...scoreTotals(context)];
  },
};

/** Whether a total claims to be the sum of its members: by what it is, or likely by what stands beside it. */
function claimOf(
  index: TableIndex,
  field: Field,
  total: Subject,
  members: readonly Subject[]
): "sum" | "likely" | "none" {
  // 备案项目 without a unit: what is counted or measured there nobody knows.
  const isUnknown = field.unit === null && !field.indicator.isCatalogued;
  if (isSummable(field) && isUnknown) return "likely";
  if (isSummable(field) || isPlanOfProjects(field, members)) return "sum";
  if (isTargetAdded(index, field, total, members)) return "sum";
  return isTargetLikelyAdded(index, field, total, members) ? "likely" : "none";
}

/** The same total divided once more: each division is judged for itself. */
function otherDivisions(
  { table }: TableIndex,
  { divisions = [] }: Subject
): readonly (readonly Subject[])[] {
  return divisions.map((rows) => rows.flatMap((row) => table.subjects[row] ?? []));
}

/** Plans of projects are amounts of the same money, and add up; targets of zones do not. */
function isPlanOfProjects(field: Field, members: readonly Subject[]): boolean {
  const isPlan = field.measure === "target" || field.measure === "target-part";
  if (!isPlan) return false;
  if (members.some(({ role }) => role === "project")) return true;
  // 重点项目 of each county, 新建项目 beside 续建项目.
  const isOfProjects =
    /项目/u.test(field.indicator.name) || members.every(({ label }) => /项目$/u.test(label));
  return isOfProjects && field.unit?.family === "money";
}

/** That members are hidden is told once for a total, not for each of its columns. */
function onceHidden(results: readonly Judged[]): readonly Judged[] {
  let isTold = false;
  return results.filter((result) => {
    if (result.kind !== "fail" || result.finding.code !== ID) return true;
    if (result.finding.params.cause?.kind !== "hidden") return true;
    const isFirst = !isTold;
    isTold = true;
    return isFirst;
  });
}

type Judged = Outcome | { readonly kind: "off"; readonly sum: Sum };

function judge(
  context: CheckContext,
  place: Place,
  members: readonly Subject[],
  claimed: "sum" | "likely"
): readonly Judged[] {
  const claim = readClaim(ID, place);
  if (claim.kind === "none") return [];
  if (claim.kind === "outcome") return [claim.outcome];
  const total = claim.reading;
  const at = addressOf(place.index, total.observation.at);
  if (members.length === 0) {
    // A sheet for the city alone claims no sum; a total row among zones that are not its members does.
    const hasZones = place.index.table.subjects.some(({ role }) => role === "zone");
    return hasZones ? [notEvaluable(ID, at, "missing-operand")] : [];
  }
  const readings = readMembers(context.index, members, place.field);
  const sum = readings.numbers.reduce(
    (all, member) => all.plus(toDecimal(member.stated.value)),
    toDecimal(0)
  );
  const allowance = allowanceFor(total, readings.numbers, readings.negligible);
  const off = toDecimal(total.stated.value).minus(sum).abs();
  if (off.lte(allowance.high)) {
    // Agreement with a member missing would be chance, unless the member is none at all.
    if (readings.gap !== null) return [notEvaluable(ID, at, readings.gap)];
    const identity = identityOf(total, readings.numbers, allowance);
    const watched = watchedSum(total, readings.numbers, allowance);
    const isOnlyLikely = claimed === "likely";
    const judged = { place, total, members: readings.numbers, sum, allowance, isOnlyLikely };
    const notes = [largeTail(judged), hiddenMembers(judged)].flatMap((note) => note ?? []);
    return [
      watching(passed(ID, at, !off.eq(0), identity), watched),
      ...notes.map((note) => found(note)),
    ];
  }
  const reason =
    readings.gap ??
    (looksLikeAverage(place.field, total, readings.numbers) ? "relation-not-established" : null);
  if (reason !== null) return [notEvaluable(ID, at, reason)];
  const isOnlyLikely = claimed === "likely";
  return [
    { kind: "off", sum: { place, total, members: readings.numbers, sum, allowance, isOnlyLikely } },
  ];
}

/** A formula over these very cells goes along with them: nothing is to be watched. */
function watchedSum(
  total: NumberReading,
  members: readonly NumberReading[],
  allowance: Allowance
): Watched | undefined {
  if (allowance.isOwnFormula) return undefined;
  return {
    kind: "sum",
    at: addressOf(total.place.index, total.observation.at),
    stated: total.stated.value,
    members: members.map((member) => watchedNumber("member", member)),
    bound: allowance.high.toNumber(),
  };
}

interface Members {
  readonly numbers: readonly NumberReading[];
  /** Members printed as "…": not zero, smaller than half a last digit. */
  readonly negligible: number;
  /** Why the sum cannot be made, or null. */
  readonly gap: NotEvaluableReason | null;
}

function readMembers(index: TableIndex, members: readonly Subject[], field: Field): Members {
  const numbers: NumberReading[] = [];
  let negligible = 0;
  let gap: NotEvaluableReason | null = null;
  for (const subject of members) {
    const observation = observationAt(index.table, subject.index, field.index);
    if (observation === undefined) continue;
    const { content } = observation;
    const place = { index, subject, field };
    if (content.kind === "number") {
      numbers.push({ kind: "number", stated: content.stated, observation, place });
    } else if (content.kind === "error") gap = "error-operand";
    else if (content.kind === "unreadable") gap ??= "unreadable-operand";
    else if (content.kind === "missing") {
      if (content.reason === "negligible") negligible += 1;
      else if (content.reason !== "declared" && isGap(place, content.reason))
        gap ??= "missing-operand";
    }
  }
  if (numbers.length === 0) gap ??= "missing-operand";
  return { numbers, negligible, gap };
}

/** A blank that stands for "not applicable" adds nothing; one where a number is expected leaves the sum open. */
function isGap(place: Place, reason: "blank" | "pending" | "not-calculated"): boolean {
  return reason !== "blank" || isExpected(place);
}

/** Where none of three or more totals of a row adds up, the row is no sum of these members: one question for it. */
function settleRow(results: readonly Judged[]): Outcome[] {
  const off = results.flatMap((result) => (result.kind === "off" ? [result.sum] : []));
  const passes = results.filter((result) => result.kind === "pass").length;
  const isNoSum =
    off.length >= 3 && passes === 0 && off.every(({ allowance }) => !allowance.isOwnFormula);
  return results.flatMap((result): Outcome[] => {
    if (result.kind !== "off") return [result];
    if (!isNoSum) {
      const { total, members, allowance } = result.sum;
      return [found(findingOf(result.sum, "cell"), identityOf(total, members, allowance))];
    }
    const at = addressOf(result.sum.place.index, result.sum.total.observation.at);
    return result.sum === off[0]
      ? [found(findingOf(result.sum, "row"))]
      : [notEvaluable(ID, at, "relation-not-established")];
  });
}
