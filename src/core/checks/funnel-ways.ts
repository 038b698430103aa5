import type { TableIndex } from "../model/table-index.ts";
import { isSamePeriod } from "../model/same-period.ts";
import { periodOf } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { targetMeasure } from "../rules/target-measure.ts";

/** The way of a project, stage by stage: what is counted at it, and the money of what is counted. */
const STAGES: readonly (readonly string[])[] = [
  ["contacted-projects"],
  ["intended-projects"],
  ["signed-projects", "signed-projects-investment"],
  ["performed-projects", "landed-projects"],
  ["started-projects", "started-projects-investment", "started-projects-completed"],
  ["producing-projects", "producing-projects-investment"],
  ["full-output-projects"],
];

/** The stage that a rate tells the arrival at. */
const ARRIVAL: ReadonlyMap<string, readonly number[]> = new Map([
  ["signing-rate", [2, 3]],
  ["starting-rate", [4]],
  ["producing-rate", [5]],
  ["full-output-rate", [6]],
]);

/** A quotient of two columns that may be what a rate means. */
export interface FunnelQuotient {
  readonly part: Field;
  readonly whole: Field;
}

/**
 * 签约个数 | 履约数 | … | 开工个数 | 开工率: what has reached the stage of a rate over what stood at any stage before it, or
 * over what was planned for this one, wherever in the table it is printed. Which of them an office means its column has
 * to show; nothing in these words says so.
 */
export function funnelQuotients(index: TableIndex, rate: Field): readonly FunnelQuotient[] {
  const arrival = ARRIVAL.get(rate.indicator.id);
  if (arrival === undefined || index.table.orientation === "indicators-in-rows") return [];
  const fields = index.table.fields.filter(
    (field) => field.against === null && isOfSamePeriod(index, field, rate)
  );
  const parts = fields.filter(
    (field) => field.measure === "actual" && arrival.includes(stageOf(field))
  );
  return parts.flatMap((part) =>
    fields
      .filter((whole) => isWhole(index, whole, part))
      .filter((whole) => unitFactor(part.unit, whole.unit) !== undefined)
      .map((whole) => ({ part, whole }))
  );
}

function isWhole(index: TableIndex, whole: Field, part: Field): boolean {
  if (whole === part) return false;
  const isPlan = whole.measure === "target" || whole.measure === "target-part";
  if (isPlan)
    return whole.indicator.id === part.indicator.id && targetMeasure(index, whole) === "actual";
  const stage = stageOf(whole);
  return whole.measure === "actual" && stage >= 0 && stage < stageOf(part);
}

function stageOf({ indicator }: Field): number {
  return STAGES.findIndex((ids) => ids.includes(indicator.id));
}

function isOfSamePeriod(index: TableIndex, field: Field, rate: Field): boolean {
  const [own, other] = [periodOf(index.table, rate), periodOf(index.table, field)];
  return own === null || other === null || isSamePeriod(own, other);
}
