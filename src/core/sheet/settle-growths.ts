import { formatPeriod } from "../model/period.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field } from "../model/table.ts";
import { push } from "../model/push.ts";
import type { FieldCore } from "./field-reading.ts";

const AMOUNTS: ReadonlySet<Measure> = new Set(["actual", "prior", "prior-year"]);

/**
 * 2021年 | 2022年 | 增长% | 2023年 | 增长%, 上半年 | 增长% | 全年 | 增长%: each growth is of the time of the amount before it. A
 * single 增长% behind 2023年 | 2022年 is that of the table.
 */
export function settleGrowths<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  const byIndicator = new Map<string, F[]>();
  for (const field of fields) push(byIndicator, field.indicator.id, field);
  const settled = new Map<F, F>();
  for (const own of byIndicator.values()) {
    const timed = own.flatMap((field, place) => {
      const before = own[place - 1];
      const period = before === undefined ? null : timeOf(before);
      return isOpen(field) && period !== null ? [{ field, period }] : [];
    });
    const times = new Set(timed.map(({ period }) => formatPeriod(period)));
    const latest = Math.max(...timed.map(({ period }) => period.year ?? 0));
    if (times.size < 2 || times.size < timed.length) continue;
    for (const { field, period } of timed) settled.set(field, inTime(field, period, latest));
  }
  return settled.size === 0 ? fields : fields.map((field) => settled.get(field) ?? field);
}

function isOpen({ measure, isDated, against }: Field & FieldCore): boolean {
  return measure === "growth" && !isDated && against === null;
}

function timeOf({ measure, isDated, against, period }: Field & FieldCore): Period | null {
  return AMOUNTS.has(measure) && isDated && against === null ? period : null;
}

/** Of a year before it is no growth on the table's own last year. */
function inTime<F extends Field & FieldCore>(field: F, period: Period, latest: number): F {
  const measure = (period.year ?? latest) < latest ? "growth-other" : "growth";
  return { ...field, period, measure };
}
