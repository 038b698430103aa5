import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Field } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";

const OF_MONTH: Readonly<Partial<Record<Measure, Measure>>> = {
  growth: "growth-month",
  prior: "prior-month",
};

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
  const open = new Map<string, F[]>();
  const settled = new Map<F, F>();
  for (const field of fields) {
    const { id } = field.indicator;
    if (field.measure === "actual-month") month.set(id, field.period);
    else if (field.measure === "actual") month.delete(id);
    const measure = OF_MONTH[field.measure];
    if (measure === undefined || field.isDated || field.against !== null) continue;
    if (field.path.some((text) => /累计|本年|全年|\d月/u.test(text))) continue;
    const key = `${id}|${field.measure}`;
    const period = month.get(id);
    if (period !== undefined)
      open.set(key, [...(open.get(key) ?? []), { ...field, period, measure }]);
  }
  for (const field of fields) {
    const own = open
      .get(`${field.indicator.id}|${field.measure}`)
      ?.find(({ line, index }) => line === field.line && index === field.index);
    const others = fields.filter(
      (other) => other.measure === field.measure && other.indicator.id === field.indicator.id
    );
    const isSecond = others.some((other) => other !== field && other.index > field.index);
    if (own !== undefined && isSecond) settled.set(field, own);
  }
  return settled.size === 0 ? fields : fields.map((field) => settled.get(field) ?? field);
}
