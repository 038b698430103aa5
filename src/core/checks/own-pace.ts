import { countDecimals } from "../model/decimal.ts";
import { findField } from "../model/find-field.ts";
import { periodOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Period } from "../model/period.ts";
import type { Subject } from "../model/zone.ts";
import { formatPacePlan, paceByPlan } from "../rules/pace-plan.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { CheckContext } from "./check.ts";
import { targetAt } from "./target-at.ts";

/** A pace the office has set itself, in percent, and where it says so. */
export interface OwnPace {
  readonly value: number;
  readonly decimals: number;
  /** 序时进度22%, or the plan of the rule: 一季度22%、上半年50%. */
  readonly words: string;
}

/** Months of the year a value covers; undefined for a single month or quarter, and for the whole year. */
export function monthsOf(period: Period | null): number | undefined {
  if (period === null) return undefined;
  if (period.kind === "cumulative") return period.months < 12 ? period.months : undefined;
  if (period.kind === "stock") return period.month < 12 ? period.month : undefined;
  return period.kind === "quarter" && period.quarter === 1 ? 3 : undefined;
}

/** The pace by the plan of a rule, else the one that title, header or note states; undefined where the office has none. */
export function ownPace(
  { table }: TableIndex,
  rule: Pick<TargetRule, "pace"> | undefined,
  months: number | undefined
): OwnPace | undefined {
  const { pace: stated } = table.around;
  if (stated !== null) return { ...stated.stated, words: stated.words };
  const planned =
    months === undefined || rule === undefined ? undefined : paceByPlan(rule.pace, months);
  if (planned === undefined || rule === undefined) return undefined;
  return {
    value: planned,
    decimals: countDecimals(planned),
    words: formatPacePlan(rule.pace),
  };
}

/** The same for a column of attainments or of their distance to the pace: the plan of the amount they are of. */
export function ownPaceBeside(
  context: CheckContext,
  subject: Subject,
  field: Field
): OwnPace | undefined {
  const { index } = context;
  const amount = findField(index, field.indicator.id, "actual", field);
  const target =
    amount === undefined || subject.role !== "zone"
      ? undefined
      : targetAt(context, { index, subject, field: amount });
  // A total has no rule of its own: what is due is due for all.
  const rule = target?.rule ?? planFor(context, field);
  return ownPace(index, rule, monthsOf(periodOf(index.table, field)));
}

function planFor(context: CheckContext, field: Field): TargetRule | undefined {
  const rules = context.targets
    .general(field.indicator.id, "actual")
    .filter(({ pace }) => pace.length > 0);
  const plans = new Set(rules.map(({ pace }) => formatPacePlan(pace)));
  return plans.size === 1 ? rules[0] : undefined;
}
