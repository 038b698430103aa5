import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";

const OF_MONTH: Readonly<Partial<Record<Measure, Measure>>> = {
  growth: "growth-month",
  prior: "prior-month",
};

const ALONE: Readonly<Partial<Record<Measure, Measure>>> = {
  ...OF_MONTH,
  actual: "actual-month",
};

/** 附:当月完成情况 over columns that tell no time: what stands below is of the month alone. */
export function settleTitledMonth<F extends Field & FieldCore>(
  fields: readonly F[],
  title: string | null
): readonly F[] {
  if (title === null || !/[当本单]月/u.test(title) || /累计|1-|至/u.test(title)) return fields;
  const isTold = fields.some(
    ({ measure, path, isDated }) =>
      measure.endsWith("-month") || isDated || path.some((text) => /累计|\d月/u.test(text))
  );
  if (isTold) return fields;
  return fields.map((field) => {
    const { period } = field;
    const month: Period | null =
      period?.kind === "cumulative"
        ? { kind: "month", year: period.year, month: period.months }
        : period;
    return { ...field, period: month, measure: ALONE[field.measure] ?? field.measure };
  });
}

/** 本季 beside 上半年 is the second quarter, and not June. */
function settleQuarters<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  return fields.map((field) => {
    const { period, path } = field;
    const isQuarter = path.some((text) => /[本当单]季/u.test(text));
    if (!isQuarter || period?.kind !== "month" || period.month % 3 !== 0) return field;
    const quarter = (period.month / 3) as 1 | 2 | 3 | 4;
    return { ...field, period: { kind: "quarter", year: period.year, quarter } };
  });
}

/**
 * 本月 | 同比 | 累计 | 同比: the first growth is the month's. Only where the months so far have one of their own as well;
 * a single 同比 behind 本月 | 累计 is that of the months so far.
 */
export function settleMonths<F extends Field & FieldCore>(given: readonly F[]): readonly F[] {
  if (!given.some(({ measure }) => measure === "actual-month")) return given;
  const fields = settleQuarters(given);
  const month = new Map<string, Period | null>();
  const open = new Map<F, F>();
  const last = new Map<string, number>();
  for (const field of fields) {
    const { id } = field.indicator;
    const key = `${id}|${field.measure}`;
    last.set(key, Math.max(field.index, last.get(key) ?? 0));
    if (field.measure === "actual-month") month.set(id, field.period);
    else if (field.measure === "actual") month.delete(id);
    const measure = OF_MONTH[field.measure];
    if (measure === undefined || field.isDated || field.against !== null) continue;
    if (field.path.some((text) => /累计|本年|全年|\d月/u.test(text))) continue;
    const period = month.get(id);
    if (period !== undefined) open.set(field, { ...field, period, measure });
  }
  // The last one of an indicator is that of the months so far.
  const settled = [...open].filter(
    ([{ indicator, measure, index }]) => index < (last.get(`${indicator.id}|${measure}`) ?? 0)
  );
  if (settled.length === 0) return fields;
  const ofMonth = new Map(settled);
  return fields.map((field) => ofMonth.get(field) ?? field);
}
