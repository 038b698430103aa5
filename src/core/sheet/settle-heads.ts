import { normaliseText } from "../catalog/normalise.ts";
import { uncataloguedIndicator } from "../catalog/recognise.ts";
import type { Field } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";
import { TOTAL, headOf } from "./heads-beside.ts";
import type { Words } from "./words.ts";

/**
 * 合同外资 | 年度任务 | 实际到资 | 完成任务: a plan right before the amount that it is attained by belongs to that, where what
 * stands before it is attained by nothing and the amount has no other plan.
 */
export function settlePlans<F extends Field & FieldCore>(
  fields: readonly F[],
  words: Words
): readonly F[] {
  const attained = new Set<string>();
  const plans = new Map<string, number>();
  for (const { measure, indicator } of fields) {
    if (measure === "attainment") attained.add(indicator.id);
    if (measure === "target") plans.set(indicator.id, (plans.get(indicator.id) ?? 0) + 1);
  }
  return fields.map((field, place) => {
    const next = fields[place + 1];
    if (field.measure !== "target" || field.path.length > 1 || next?.measure !== "actual")
      return field;
    const isNamed = words(field.path[0] ?? "").tokens.some(
      ({ kind }) => kind === "indicator" || kind === "unknown"
    );
    const [own, other] = [field.indicator, next.indicator];
    const isOther =
      own.id !== other.id &&
      !isNamed &&
      !attained.has(own.id) &&
      attained.has(other.id) &&
      !plans.has(other.id);
    return isOther && field.unit?.family === next.unit?.family
      ? { ...field, indicator: other, unit: next.unit }
      : field;
  });
}

/**
 * 新增入库 | 小升规 · 新建投产 · 小计: beside 小计 a part that bears the name of the whole is no second whole. Its own name is
 * the whole's and the part's.
 */
export function settleTotals<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  const totals = new Map<string, F>();
  for (const field of fields) {
    if (field.path.length > 1 && TOTAL.test(normaliseText(field.path.at(-1) ?? "")))
      totals.set(headOf({ texts: field.path }), field);
  }
  if (totals.size === 0) return fields;
  return fields.map((field) => {
    const total = totals.get(headOf({ texts: field.path }));
    if (total === undefined || total === field || field.path.length < 2) return field;
    const { indicator, measure, unit } = field;
    const isSame =
      indicator.id === total.indicator.id &&
      measure === total.measure &&
      unit?.name === total.unit?.name &&
      JSON.stringify(field.period) === JSON.stringify(total.period) &&
      field.against === null;
    if (!isSame) return field;
    const name = normaliseText(field.path.at(-1) ?? "").replace(/\([^()]*\)$/u, "");
    const part = uncataloguedIndicator(`${indicator.name}其中${name}`, unit?.name ?? null, "level");
    return { ...field, indicator: part };
  });
}
