import type { CheckContext } from "../../../checks/check.ts";
import { meets } from "../../../checks/judge-target.ts";
import { addressOfOrigin, fieldsJudgedBy, inUnitOf, targetAt } from "../../../checks/target-at.ts";
import { requirementAt } from "../../../checks/requirement-at.ts";
import type { Measure } from "../../../model/measure.ts";
import { indexTable } from "../../../model/index-table.ts";
import { readPlace } from "../../../model/table-index.ts";
import type { NumberReading, Place } from "../../../model/table-index.ts";
import type { IndicatorTable } from "../../../model/table.ts";
import type { Unit } from "../../../model/unit.ts";
import type { Subject } from "../../../model/zone.ts";
import type { Period } from "../../../model/period.ts";
import { periodOf } from "../../../model/table-index.ts";
import { bringIntoForce } from "../../../rules/resolve.ts";
import type { Target } from "../../../rules/target.ts";
import { readOwnTargets } from "../../../rules/own-targets.ts";
import type { TargetRule } from "../../../rules/target-rule.ts";
import type { Address } from "../../../workbook/address.ts";

/** A target that is in force for a row of a table, wherever it was set: in a column, the rules sheet or a rules file. */
export interface BookTarget {
  readonly table: IndicatorTable;
  readonly subject: Subject;
  /** Names of the zones a total adds up; empty for others. */
  readonly members: readonly string[];
  readonly indicator: string;
  /** Of which of its numbers: growth, share, rate, actual. */
  readonly measure: Measure;
  readonly period: Period | null;
  /** The limit that is printed, in the unit of the numbers it is held against. */
  readonly value: number;
  readonly unit: Unit | null;
  /** Where it stands; null for a rules file, which `origin` names. */
  readonly at: Address | null;
  readonly origin: string;
  readonly isRuled: boolean;
  /** The number it is held against; null where there is none. */
  readonly own: NumberReading | null;
  /** met and unmet hold for every limit of its members; null where they disagree, or there is no number. */
  readonly verdict: "met" | "unmet" | null;
}

/** The targets in force by indicator. `rules` are those of the rules sheet and a rules file. */
export function readBookTargets(
  tables: readonly IndicatorTable[],
  rules: readonly TargetRule[]
): ReadonlyMap<string, readonly BookTarget[]> {
  const book = tables.map(indexTable);
  const columns = new Map(book.map((index) => [index, readOwnTargets(index)]));
  const targets = bringIntoForce(rules, columns);
  const found = new Map<string, BookTarget[]>();
  for (const index of book) {
    const context: CheckContext = { index, book, targets, calculation: "automatic" };
    const indicators = new Set(index.table.fields.map(({ indicator }) => indicator.id));
    for (const id of indicators) {
      for (const measure of targets.measuresOf(id)) {
        for (const field of fieldsJudgedBy(context, id, measure)) {
          for (const subject of index.table.subjects) {
            const target = targetOf(context, { index, subject, field });
            if (target !== undefined) found.set(id, [...(found.get(id) ?? []), target]);
          }
        }
      }
    }
  }
  return found;
}

function targetOf(context: CheckContext, place: Place): BookTarget | undefined {
  const { index, subject, field } = place;
  const requirement = requirementAt(context, place);
  const target = typeof requirement === "object" ? requirement.target : targetAt(context, place);
  const isRow = subject.role === "zone" || typeof requirement === "object";
  if (target === undefined || !isRow || isInWords(target)) return undefined;
  const value = inUnitOf(target, field.unit);
  if (value === undefined) return undefined;
  const reading = readPlace(index, subject, field);
  const own = reading.kind === "number" ? reading : null;
  const limits = typeof requirement === "object" ? [value, ...requirement.values] : [value];
  return {
    table: index.table,
    subject,
    members: subject.members.flatMap((member) => index.table.subjects[member]?.name ?? []),
    indicator: field.indicator.id,
    measure: field.measure,
    period: periodOf(index.table, field),
    value,
    unit: field.unit,
    at: addressOfOrigin(target.origin),
    origin: nameOf(target),
    isRuled: target.origin.kind !== "target-column",
    own,
    verdict: own === null ? null : verdictOf(own.stated.value, target, limits),
  };
}

function isInWords({ rule }: Target): boolean {
  return rule.kind === "yes-no" || rule.measure === "rank";
}

function nameOf({ origin }: Target): string {
  return origin.kind === "rules-file"
    ? `${origin.file} rules[${origin.index}]`
    : `${origin.sheet}!${origin.cell}`;
}

function verdictOf(
  own: number,
  { rule }: Target,
  limits: readonly number[]
): BookTarget["verdict"] {
  const met = limits.filter((limit) => meets(own, rule.comparison, limit)).length;
  return met === limits.length ? "met" : met === 0 ? "unmet" : null;
}
