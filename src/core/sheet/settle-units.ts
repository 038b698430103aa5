import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { FieldCore } from "./fields.ts";

/** Measures that are printed in the indicator's own unit. */
const LEVELS: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior",
  "prior-year",
  "previous",
  "opening",
  "increase",
  "target",
  "target-part",
  "done",
  "remaining",
  "needed",
]);

/**
 * 年度目标(万元) | 完成: the amount beside a printed unit is in it too, whatever the catalogue would have it in. Only where
 * the columns of an indicator print one unit and no other; a target or gap that may be a rate stays open.
 */
export function settleUnits<F extends Field & FieldCore>(fields: readonly F[]): readonly F[] {
  if (!fields.some((field) => field.isUnitAssumed && LEVELS.has(field.measure))) return fields;
  const printed = new Map<string, Unit | null>();
  for (const field of fields) {
    const { unit } = field;
    if (field.isUnitAssumed || unit === null || !LEVELS.has(field.measure)) continue;
    if (unit.family === "rate" || unit.family === "points") continue;
    const before = printed.get(field.indicator.id);
    printed.set(
      field.indicator.id,
      before === undefined || before?.name === unit.name ? unit : null
    );
  }
  return fields.map((field) => {
    const unit = printed.get(field.indicator.id) ?? null;
    if (unit === null || !field.isUnitAssumed || !LEVELS.has(field.measure)) return field;
    const isOpen =
      field.unit === null && (field.measure === "target" || field.measure === "needed");
    if (isOpen || (field.unit !== null && field.unit.family !== unit.family)) return field;
    return { ...field, unit };
  });
}
