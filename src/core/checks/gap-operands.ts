import { constant, quantityOf, scale } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { Column, Place } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import { asShown } from "./as-shown.ts";
import type { CheckContext } from "./check.ts";
import { convertOperand, operandOf } from "./describe.ts";
import { readRows } from "./difference-rows.ts";
import type { PaceOperand, Reading } from "./difference-rows.ts";
import { inUnitOf, targetAt, targetColumn, targetOperand, writtenTarget } from "./target-at.ts";

/**
 * `measure` null: what the target column itself says it is a target of · `of` part: taken to what is due by now, where a
 * column gives that.
 */
export function readGaps(
  context: CheckContext,
  column: Column,
  measure: Measure | null,
  of: "any" | "part" = "any"
): Reading {
  return readRows(context, column, (place) => {
    const { index, subject, field } = place;
    if (isToOthers(field)) return "missing-operand";
    const target = targetColumn(index, field);
    const measures: readonly Measure[] =
      measure === null
        ? target === undefined
          ? context.targets.measuresOf(field.indicator.id)
          : [targetMeasure(index, target) ?? []].flat()
        : [measure];
    for (const one of measures) {
      const actualField = findField(index, field.indicator.id, one, field);
      const read = readPlace(index, subject, actualField);
      if (read.kind === "none" || actualField === undefined) continue;
      const own = asShown(read);
      const limit = limitFor(context, { ...place, field: actualField }, place, of);
      if (limit === undefined) continue;
      return {
        own: quantityOf(own.stated),
        ownOperand: operandOf("actual", own),
        ownReading: own,
        ...limit,
      };
    }
    return "missing-operand";
  });
}

/** 与先进差距, 与西安高新区差距: what falls short of another place is told from no target. */
function isToOthers({ path }: Field): boolean {
  return path.some(
    (text) =>
      /^(?:与|距|较|比).*(?:先进|标杆|领先|第一|最[高好优]|平均|开发区|高新区|经开区|示范区)/u.test(
        text
      ) && !/目标|任务|计划|序时|进度/u.test(text)
  );
}

/** The target a gap is taken to: the sheet's own cell, else the rule. A target is exact, whatever digits it has. */
function limitFor(
  context: CheckContext,
  actual: Place,
  gap: Place,
  of: "any" | "part"
): PaceOperand | undefined {
  const own = writtenTarget(gap, of);
  if (own === undefined && of === "part") return undefined;
  if (own !== undefined) {
    // A target in 亿元 beside values in 万元 is compared in the values' unit; a percentage with an amount never.
    const factor = unitFactor(own.field.unit, actual.field.unit);
    const isOfRate = own.field.unit?.family === "points" || actual.field.unit?.family === "points";
    if (factor === undefined && !isOfRate) return undefined;
    return {
      other: scale(constant(own.value), factor ?? 1),
      otherOperand: convertOperand(own.operand, factor ?? 1, actual.field.unit?.name ?? null),
      otherName: own.field.path.at(-1) ?? "",
      otherReading: own.reading,
    };
  }
  const target = targetAt(context, actual);
  const value = target === undefined ? undefined : inUnitOf(target, actual.field.unit);
  if (target === undefined || value === undefined) return undefined;
  return {
    other: constant(value),
    otherOperand: targetOperand(target, actual.field.unit?.name ?? null, value),
    otherName: target.rule.standing ?? "",
    otherReading: null,
  };
}
