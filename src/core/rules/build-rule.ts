import {
  indicatorById,
  levelMeasureOf,
  parsePeriod,
  recogniseIndicator,
  recogniseMeasure,
  recogniseUnit,
  uncataloguedIndicator,
} from "../catalog/index.ts";
import { measureLabel } from "../findings/measure-labels.ts";
import type { Indicator } from "../model/indicator.ts";
import { MEASURES } from "../model/measure.ts";
import type { Measure } from "../model/measure.ts";
import { formatPeriod } from "../model/period.ts";
import type { Comparison, TargetRule } from "./target-rule.ts";

/** The indicator a rule names, by id or by any of its printed names; one the catalogue does not know keeps its name. */
export function indicatorOf(text: string): Indicator {
  const name = text.startsWith("other:") ? text.slice("other:".length) : text;
  return (
    indicatorById(name) ??
    recogniseIndicator(name) ??
    // 高新产业产值占规上工业比重: a part that the catalogue does not know, as its column is read.
    uncataloguedIndicator(/^(.{2,}?)占.{2,}/u.exec(name)?.[1] ?? name, null, "level")
  );
}

/** A rule's indicator as a person reads it. */
export function indicatorName(id: string): string {
  return indicatorById(id)?.name ?? (id.startsWith("other:") ? id.slice("other:".length) : id);
}

/** The measure a rule judges, by id, by our label or by a header word; undefined for a text that names none. */
export function measureOf(text: string, indicator: Indicator): Measure | undefined {
  const named =
    MEASURES.find((measure) => measure === text || measureLabel(measure, "zh-CN") === text) ??
    recogniseMeasure(text);
  if (named === "actual" || named === "rate") return levelMeasureOf(indicator);
  return named;
}

/** What a rule judges where it does not say: a rate's own value, a growth for a target in %, else the level. */
export function defaultMeasure(indicator: Indicator, unit: string | null): Measure {
  const isPercent = unit !== null && recogniseUnit(unit)?.family === "rate";
  if (indicator.kind === "rate" || !isPercent) return levelMeasureOf(indicator);
  return "growth";
}

export function defaultComparison(indicator: Indicator): Comparison {
  return indicator.direction === "lower-is-better" ? "at-most" : "at-least";
}

/**
 * How a rule is judged where it does not say: an amount or a number is set for the year, and not due before it ends,
 * unless the rule is limited to a part of the year. Source: levels and counts are scaled by pace, rates never are.
 */
export function defaultKind(
  indicator: Indicator,
  measure: Measure,
  { unit, period, relativeTo }: Pick<TargetRule, "unit" | "period" | "relativeTo">
): TargetRule["kind"] {
  if (measure === "share") return "share";
  if (measure !== "actual" || indicator.kind === "rate") return "rate";
  // What 全市 has reached is of the same months.
  if (relativeTo === null && (period === null || OF_YEAR.test(period))) return "annual-level";
  const family = unit === null ? undefined : recogniseUnit(unit)?.family;
  return family === "count" || indicator.kind === "count" ? "count" : "level";
}

/** A period's stable text that is of a whole year. */
const OF_YEAR = /^(?:\d{4}|\?{4})(?:-01\.\.12)?$/u;
const STABLE_PERIOD = /^(?:\d{4}|\?{4})(?:-(?:01\.\.\d{2}|\d{2}(?:-end)?|Q[1-4]))?$/;

/** A period as people or programs write it, as its stable text; undefined for anything else. */
export function periodText(text: string): string | undefined {
  if (STABLE_PERIOD.test(text)) return text;
  const period = parsePeriod(text);
  return period === undefined ? undefined : formatPeriod(period);
}
