import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Operand, TargetMismatch } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { countDecimals, subtract, toDecimal } from "../model/decimal.ts";
import { periodOf, readPlace } from "../model/table-index.ts";
import type { Place } from "../model/table-index.ts";
import type { Target } from "../rules/target.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { ColumnRule } from "../rules/target-columns.ts";
import { isOtherStanding } from "../rules/tier-words.ts";
import type { Check, CheckContext } from "./check.ts";
import {
  addressOf,
  found,
  looseOperand,
  notEvaluable,
  operandOf,
  passed,
  subjectAt,
  writtenAfter,
} from "./describe.ts";
import { addressOfOrigin, inUnitOf, targetOperand, whomOf } from "./target-at.ts";
import type { Address } from "../workbook/address.ts";
import { watching } from "./watch.ts";

export const ID = "target-mismatch";

/** A target written in the sheet is the one the rules set for that zone: 17 written for 河津 instead of 16 is an error. */
export const targetMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) => {
    const columns = context.targets.columns.get(context.index) ?? [];
    return [
      ...columns.flatMap((column) => judge(context, column)),
      ...judgeTexts(
        context,
        columns.filter(({ stands }) => stands === "in-text")
      ),
    ];
  },
};

/** A target in a header, title or note is one for many rows: what speaks against it is told once. */
function judgeTexts(context: CheckContext, columns: readonly ColumnRule[]): readonly Outcome[] {
  const { index } = context;
  const outcomes = new Map<string, Outcome>();
  for (const column of columns) {
    const subject = index.table.subjects[column.subject];
    const { rule, field } = column;
    const origin = addressOfOrigin(rule.origin);
    if (subject?.role !== "zone" || rule.relativeTo !== null || origin === null) continue;
    const period = periodOf(index.table, field);
    const target = context.targets.ruled(
      whomOf(index, subject),
      rule.indicator,
      rule.measure,
      period
    );
    if (target === undefined || target.rule.relativeTo !== null) continue;
    if (isOtherStanding(rule.standing, target.rule.standing)) continue;
    const [own, ruled] = [inUnitOf(asTarget(rule), field.unit), inUnitOf(target, field.unit)];
    const key = `${rule.id}|${rule.indicator}|${rule.measure}|${own ?? ""}|${ruled ?? ""}`;
    if (own === undefined || ruled === undefined || outcomes.has(key)) continue;
    if (isOtherTime(rule, target.rule)) continue;
    if (own === ruled) outcomes.set(key, passed(ID, origin, false));
    else {
      const loose = looseOperand("stated", "", { value: own, decimals: countDecimals(own) }, null);
      const stated = { ...loose, unit: field.unit?.name ?? null, at: origin };
      const place = { index, subject, field };
      outcomes.set(key, found(targetFinding(place, stated, target, ruled, origin)));
    }
  }
  return [...outcomes.values()];
}

function asTarget(rule: Target["rule"]): Target {
  return { rule, value: rule.value, origin: rule.origin };
}

function judge(context: CheckContext, column: ColumnRule): readonly Outcome[] {
  const { index } = context;
  const subject = index.table.subjects[column.subject];
  // A total's printed target is the rule's headline, no zone's own.
  if (subject?.role !== "zone" || column.rule.tier !== "assessed") return [];
  if (column.stands === "in-text") return [];
  const place: Place = { index, subject, field: column.field };
  const reading = readPlace(index, subject, column.field);
  if (reading.kind === "none") return [];
  const period = periodOf(index.table, column.field);
  const { indicator, measure } = column.rule;
  const target = context.targets.ruled(whomOf(index, subject), indicator, measure, period);
  if (target === undefined || target.rule.relativeTo !== null) return [];
  // 市定目标 beside a rule of the province: two targets, not one written wrong.
  if (isOtherStanding(column.rule.standing, target.rule.standing)) return [];
  const at = addressOf(index, reading.observation.at);
  const ruled = inUnitOf(target, column.field.unit);
  if (ruled === undefined || isOtherTime(column.rule, target.rule)) {
    return [notEvaluable(ID, at, "relation-not-established")];
  }
  if (toDecimal(ruled).eq(toDecimal(reading.stated.value))) {
    const watched = { kind: "written-target", at, written: reading.stated.value, ruled } as const;
    return [watching(passed(ID, at, false), watched)];
  }
  const bounds = { constant: -ruled, low: 0, high: 0 };
  const identity: Identity = { kind: "linear", plus: [reading], minus: [], ...bounds };
  const stated = operandOf("stated", reading);
  return [found(targetFinding(place, stated, target, ruled, at), identity)];
}

/** A year's amount and one for part of the year are two targets. */
export function isOtherTime({ kind: own }: TargetRule, { kind: other }: TargetRule): boolean {
  const isPart = (kind: TargetRule["kind"]): boolean => kind === "pace-level";
  const isAnnual = (kind: TargetRule["kind"]): boolean => kind === "annual-level";
  return (isPart(own) && isAnnual(other)) || (isAnnual(own) && isPart(other));
}

/** What speaks against a written target: another one, with its place. */
export function targetFinding(
  place: Place,
  stated: Operand,
  target: Target,
  ruled: number,
  at: Address
): TargetMismatch {
  const rule = targetOperand(target, stated.unit, ruled);
  const decimals = Math.max(stated.decimals, countDecimals(ruled));
  const difference = formatFixed(subtract(stated.value, ruled), decimals);
  return {
    code: ID,
    class: "consistency",
    severity: "error",
    remark: "none",
    subject: { ...subjectAt(place), measure: place.field.measure },
    at,
    stated: stated.value,
    expected: { low: ruled, high: ruled },
    params: { written: stated.value, ruled, rule: target.rule },
    trace: {
      operands: [stated, rule],
      arithmetic: `${writtenAfter(stated)} − ${writtenAfter(rule)} = ${difference}`,
      allowed: { low: ruled, high: ruled },
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
