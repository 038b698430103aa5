import { recogniseUnit } from "../catalog/index.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { CellRef } from "../workbook/address.ts";
import type { TargetClause } from "./parse-limit.ts";

/** A target in words, with the columns that are held against it. */
export interface StatedTarget {
  readonly clauses: readonly TargetClause[];
  readonly fields: readonly Field[];
  /** As it is written. */
  readonly words: string;
  readonly at: CellRef;
}

/** What can be held against a target. */
const JUDGED: ReadonlySet<Measure> = new Set([
  "actual",
  "growth",
  "share",
  "rate",
  "rank",
  "rate-change",
]);

/**
 * Of the columns a statement stands over, those that it is held against. `their-own`: it stands at the columns' own
 * heads, and is of what they print, unless its words name another measure. `what-fits`: over several, so that its unit
 * tells; 17% of 工业投资 is a growth before a share.
 */
export function fieldsAimedAt(
  fields: readonly Field[],
  clauses: readonly TargetClause[],
  stands: "their-own" | "what-fits"
): readonly Field[] {
  const open = fields.filter(
    ({ measure, against }) => JUDGED.has(measure) && isOwn(measure, against)
  );
  const [clause] = clauses;
  if (clause === undefined || clauses.some(({ isYesNo }) => isYesNo)) return [];
  const said = clauses.find(({ measure }) => measure !== null)?.measure ?? null;
  const fitting = open.filter((field) => fits(field, clauses));
  if (said !== null) {
    const named = fitting.filter(({ measure }) => measure === said);
    // 增长12% of a rate that is printed as a rate.
    return named.length > 0 || stands === "what-fits" ? named : [];
  }
  if (stands === "their-own") return fitting;
  const [growths, shares, rates] = [
    fitting.filter(({ measure }) => measure === "growth"),
    fitting.filter(({ measure, against }) => measure === "share" && against?.kind === "indicator"),
    fitting.filter(({ measure, indicator }) => measure === "rate" || indicator.kind === "rate"),
  ];
  const isOfRates = open.some(({ indicator }) => indicator.kind === "rate");
  if (isRate(unitOf(clause)) || clause.relativeTo !== null) {
    const [first = []] = [isOfRates ? rates : growths, growths, shares, rates].filter(
      ({ length }) => length > 0
    );
    return first;
  }
  const levels = fitting.filter(({ measure }) => measure === "actual");
  return clause.unit === null ? (fitting.length === 1 ? fitting : []) : levels;
}

/** A growth printed for 全市 beside the zone's own is not the zone's. */
function isOwn(measure: Measure, against: Field["against"]): boolean {
  return measure === "share" || measure === "rank" || against === null;
}

function fits({ unit }: Field, clauses: readonly TargetClause[]): boolean {
  return clauses.every((clause) => {
    const own = unitOf(clause);
    if (own === null) return true;
    return isRate(own) ? isRate(unit) : unitFactor(own, unit) !== undefined;
  });
}

function unitOf({ unit }: TargetClause): Unit | null {
  return unit === null ? null : (recogniseUnit(unit) ?? null);
}

function isRate(unit: Unit | null): boolean {
  return unit !== null && (unit.family === "rate" || unit.family === "points");
}
