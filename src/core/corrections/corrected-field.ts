/** A field with the meaning the user gives it: what he leaves open is kept, or is what the catalogue says. */

import {
  indicatorById,
  levelMeasureOf,
  recogniseIndicator,
  recogniseUnit,
  uncataloguedIndicator,
} from "../catalog/index.ts";
import type { Indicator } from "../model/indicator.ts";
import { MEASURES_IN_PERCENT, MEASURES_IN_POINTS } from "../model/measure.ts";
import type { Measure } from "../model/measure.ts";
import type { Against, Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { type CorrectedAgainst, type LineChange } from "./reading-correction.ts";

/** The user says what a line measures. */
export type MeaningChange = Extract<LineChange, { kind: "meaning" }>;

/** A field of the table as the user says. */
export function correctField(field: Field, change: MeaningChange): Field {
  const indicator =
    change.indicator === null ? field.indicator : indicatorOf(change.indicator, field.unit);
  const measure =
    change.measure === null
      ? levelAs(field.measure, indicator)
      : levelAs(change.measure, indicator);
  const unit =
    change.unit === null
      ? unitOf(measure, indicator, field.measure === measure ? field.unit : null)
      : toUnit(change.unit);
  const against = change.against === null ? field.against : toAgainst(change.against, field);
  return { ...field, indicator, measure, unit, against };
}

/** A field for a line that had none. */
export function newField(
  indicator: Indicator,
  change: MeaningChange,
  place: Pick<Field, "path" | "header" | "line">
): Field {
  const measure = levelAs(change.measure ?? "actual", indicator);
  const field: Field = {
    ...place,
    index: 0,
    indicator,
    measure,
    against: null,
    unit: change.unit === null ? unitOf(measure, indicator, null) : toUnit(change.unit),
    period: null,
  };
  return change.against === null ? field : { ...field, against: toAgainst(change.against, field) };
}

/** The indicator of an id or a name; one outside the catalogue where it is unknown. */
export function indicatorOf(text: string, unit: Unit | null): Indicator {
  const isRate = unit?.family === "rate" ? "rate" : "level";
  return (
    indicatorById(text) ??
    recogniseIndicator(text) ??
    uncataloguedIndicator(text.replace(/^other:/u, ""), unit?.name ?? null, isRate)
  );
}

/** 完成值 of a rate with a declared basis is the rate. */
function levelAs(measure: Measure, indicator: Indicator): Measure {
  return measure === "actual" || measure === "rate" ? levelMeasureOf(indicator) : measure;
}

/** The unit a measure has where nobody says one; `kept` is what was read for the same measure. */
function unitOf(measure: Measure, indicator: Indicator, kept: Unit | null): Unit | null {
  if (measure === "verdict") return null;
  if (measure === "rank" || measure === "rank-change") return toUnit("位");
  if (measure === "score") return toUnit("分");
  if (MEASURES_IN_POINTS.has(measure)) return kept ?? toUnit("个百分点");
  if (MEASURES_IN_PERCENT.has(measure)) return kept ?? toUnit("%");
  const own = indicator.unit === null ? null : toUnit(indicator.unit);
  return kept !== null && (own === null || kept.family === own.family) ? kept : (own ?? kept);
}

function toUnit(name: string): Unit {
  return recogniseUnit(name) ?? { name, family: "other", factor: 1 };
}

function toAgainst(against: CorrectedAgainst, field: Field): Against | null {
  // The whole printed in the header, 占全市(177.53亿元)比重, is still that whole.
  const stated =
    field.against === null || field.against.kind === "total" ? null : field.against.stated;
  switch (against.kind) {
    case "none":
      return null;
    case "total":
      return { kind: "total" };
    case "reference":
      return { kind: "reference", scope: against.scope, stated };
    case "indicator":
      return { kind: "indicator", indicator: indicatorOf(against.indicator, null), stated };
  }
}
