import type { Finding, RuleNeverFires } from "../findings/finding.ts";
import { fieldsOf, periodOf } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { ReferenceScope } from "../model/zone.ts";
import { aboutRule } from "./lint-place.ts";
import { readReference } from "./reference-value.ts";
import { holdsForPeriod } from "./target-columns.ts";
import type { TargetRule } from "./target-rule.ts";

/**
 * A rule of the workbook's own 目标规则 sheet applies to some zone, indicator and period of its tables. One for an
 * indicator the workbook does not carry is only told as information: a template brings more than one office reports. A
 * rules file is handed out for many workbooks and is not asked.
 */
export function lintNeverFires(
  rules: readonly TargetRule[],
  book: readonly TableIndex[]
): readonly Finding[] {
  if (book.length === 0) return [];
  return rules.flatMap((rule): Finding[] => {
    // A name nobody knows is told as such.
    if (rule.origin.kind !== "rules-sheet" || rule.indicator.startsWith("other:")) return [];
    const reason = reasonOf(rule, book);
    if (reason === undefined) return [];
    const severity = reason === "no-indicator" ? "information" : "warning";
    const about = aboutRule(rule, rule.origin, null);
    return [{ ...about, severity, code: "rule-never-fires", params: { reason } }];
  });
}

function reasonOf(
  rule: TargetRule,
  book: readonly TableIndex[]
): RuleNeverFires["params"]["reason"] | undefined {
  const measured = book.flatMap((index) =>
    [...fieldsOf(index, rule.indicator, rule.measure), ...ratesOf(index, rule)].map((field) => ({
      index,
      field,
    }))
  );
  if (measured.length === 0) return "no-indicator";
  if (
    !measured.some(({ index, field }) => holdsForPeriod(rule.period, periodOf(index.table, field)))
  )
    return "no-period";
  if (rule.relativeTo !== null && !hasReference(rule.relativeTo, measured, book))
    return "no-reference";
  // Zones by name that are not there are told by their names.
  if (rule.zones.length > 0 || rule.zoneKind === null) return undefined;
  const { zoneKind } = rule;
  const isThere = measured.some(({ index }) =>
    index.table.subjects.some(
      ({ role, kind }) => role === "zone" && (kind ?? "industrial") === zoneKind
    )
  );
  return isThere ? undefined : "no-zone";
}

/** Whether any zone's value of the rule finds the whole it is to be compared with. */
function hasReference(
  scope: ReferenceScope,
  measured: readonly { readonly index: TableIndex; readonly field: Field }[],
  book: readonly TableIndex[]
): boolean {
  return measured.some(({ index, field }) =>
    index.table.subjects.some(
      (subject) =>
        subject.role === "zone" &&
        readReference(book, { index, subject, field }, scope) !== undefined
    )
  );
}

/** 覆盖率 and its like stand in a sheet as value, rate or 完成%. */
function ratesOf(index: TableIndex, rule: TargetRule): ReturnType<typeof fieldsOf> {
  if (rule.measure !== "rate" && rule.measure !== "actual") return [];
  return (["rate", "actual", "attainment"] as const).flatMap((measure) =>
    fieldsOf(index, rule.indicator, measure)
  );
}
