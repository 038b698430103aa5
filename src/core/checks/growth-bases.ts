import { formatPeriod } from "../model/period.ts";
import type { Field } from "../model/table.ts";
import { fieldsOf, periodOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { CheckContext } from "./check.ts";
import { judgeGrowth, levelsFor } from "./growth-rows.ts";
import { readClaim } from "./read-claim.ts";

type Levels = ReturnType<typeof levelsFor>;

/** Nobody prints more versions of one number side by side. */
const MOST = 3;

/**
 * The two levels of a growth where one of them stands twice: 快报数 | 反馈数, 上年同期(修订数) | 上年同期(年报数). The ones
 * that more rows follow from are meant; the nearest where no others do better.
 */
export function levelsThatFit(context: CheckContext, field: Field): Levels {
  const nearest = levelsFor(context.index, field);
  const { current, prior } = nearest;
  if (current === undefined || prior === undefined) return nearest;
  const currents = versionsOf(context.index, current);
  const priors = versionsOf(context.index, prior);
  if (currents.length === 1 && priors.length === 1) return nearest;
  let best: Levels = nearest;
  let most = fittingRows(context, field, nearest);
  for (const one of currents) {
    for (const other of priors) {
      const levels = { current: one, prior: other };
      const rows = fittingRows(context, field, levels);
      if (rows > most) [best, most] = [levels, rows];
    }
  }
  return best;
}

/** The columns that give one number of one time in several versions, the given one among them. */
function versionsOf(index: TableIndex, field: Field): readonly Field[] {
  const timeOf = (one: Field): string => {
    const period = periodOf(index.table, one);
    return period === null ? "" : formatPeriod(period);
  };
  const others = fieldsOf(index, field.indicator.id, field.measure).filter(
    (other) => other !== field && other.against === null && timeOf(other) === timeOf(field)
  );
  return [field, ...others.slice(0, MOST - 1)];
}

function fittingRows(context: CheckContext, field: Field, { current, prior }: Levels): number {
  const { index } = context;
  return index.table.subjects.filter((subject) => {
    const claim = readClaim("growth-mismatch", { index, subject, field });
    if (claim.kind !== "number") return false;
    const row = judgeGrowth(context, subject, claim.reading, current, prior);
    return typeof row !== "string" && row.verdict !== "disagrees";
  }).length;
}
