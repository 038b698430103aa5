import { indicators } from "../catalog/index.ts";
import type { Finding } from "../findings/finding.ts";
import type { TableIndex } from "../model/table-index.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import { indicatorName } from "./build-rule.ts";
import { aboutRule } from "./lint-place.ts";
import { nearestName } from "./nearest-name.ts";
import type { RuleOrigin, TargetRule } from "./target-rule.ts";
import { isSameZone } from "./zone-names.ts";

/**
 * Names in the rules are those of the tables or of the catalogue. A zone that no table has is told where one of a like
 * name is there, or, in the workbook's own 目标规则 sheet, anyway; a rules file may speak of zones of other books. What
 * the sheet sets for zones by name only, while others of the same table have no target at all, lacks a default.
 */
export function lintNames(
  rules: readonly TargetRule[],
  book: readonly TableIndex[]
): readonly Finding[] {
  const zones = zoneNames(book);
  const known = new Set(
    book.flatMap(({ table }) => table.fields.map(({ indicator }) => indicator.id))
  );
  const names = new Set([
    ...indicators().map(({ name }) => name),
    ...book.flatMap(({ table }) => table.fields.map(({ indicator }) => indicator.name)),
  ]);
  return rules.flatMap((rule): Finding[] => {
    const unknown = unknownZones(rule, zones);
    const missing = withoutDefault(rule, rules, book);
    if (!rule.indicator.startsWith("other:") || known.has(rule.indicator)) {
      return missing === undefined ? unknown : [...unknown, missing];
    }
    const name = indicatorName(rule.indicator);
    const nearest = nearestName(name, names);
    return [named(rule, rule.origin, { kind: "indicator", name, nearest }), ...unknown];
  });
}

export function zoneNames(book: readonly TableIndex[]): ReadonlySet<string> {
  return new Set(
    book.flatMap(({ table }) =>
      table.subjects.filter(({ role }) => role === "zone").map(({ name }) => name)
    )
  );
}

function unknownZones(rule: TargetRule, zones: ReadonlySet<string>): Finding[] {
  if (zones.size === 0) return [];
  const all: readonly (readonly [string, RuleOrigin])[] = [
    ...rule.zones.map((zone) => [zone, rule.origin] as const),
    ...rule.except.map(({ zone, origin }) => [zone, origin] as const),
    ...rule.exempt.map((zone) => [zone, rule.origin] as const),
  ];
  return all.flatMap(([name, origin]): Finding[] => {
    if ([...zones].some((zone) => isSameZone(name, zone))) return [];
    // 河津市 is another place than 河津, no slip of its name.
    const others = [...zones].filter((zone) => !zone.startsWith(name) && !name.startsWith(zone));
    const nearest = nearestName(name, others);
    if (nearest === null && origin.kind !== "rules-sheet") return [];
    return [named(rule, origin, { kind: "zone", name, nearest })];
  });
}

type NameParams = Extract<Finding, { code: "rule-unknown-name" }>["params"];

function named(rule: TargetRule, origin: RuleOrigin, params: NameParams): Finding {
  const zone = params.kind === "zone" ? params.name : null;
  return {
    ...aboutRule(rule, origin, zone),
    code: "rule-unknown-name",
    stated: params.name,
    params,
  };
}

function withoutDefault(
  rule: TargetRule,
  rules: readonly TargetRule[],
  book: readonly TableIndex[]
): Finding | undefined {
  // A rules file lists zones on purpose; in the sheet a row that names one is an exception.
  if (rule.origin.kind !== "rules-sheet") return undefined;
  if (rule.zones.length === 0 || rule.tier !== "assessed") return undefined;
  const alike = rules.filter(
    (one) => one.indicator === rule.indicator && one.measure === rule.measure
  );
  if (alike.some(({ zones }) => zones.length === 0)) return undefined;
  // One of several such rules speaks for all.
  if (alike[0] !== rule) return undefined;
  const covered = new Set(alike.flatMap(({ zones }) => zones));
  const isLeft = book.some((index) => {
    // The table's own targets are a default of their own.
    const own = [
      ...fieldsOf(index, rule.indicator, "target"),
      ...fieldsOf(index, rule.indicator, "target-part"),
    ];
    return (
      own.length === 0 &&
      fieldsOf(index, rule.indicator, rule.measure).some((field) =>
        index.table.subjects.some(
          (subject) =>
            subject.role === "zone" &&
            (subject.kind ?? "industrial") === kindOf(index, covered) &&
            ![...covered].some((name) => isSameZone(name, subject.name)) &&
            readPlace(index, subject, field).kind === "number"
        )
      )
    );
  });
  if (!isLeft) return undefined;
  const name = [...covered].join("、");
  return named(rule, rule.origin, { kind: "no-default", name, nearest: null });
}

/** The kind of the zones that have a target: those of another kind need none. */
function kindOf({ table }: TableIndex, covered: ReadonlySet<string>): string {
  const known = table.subjects.find(({ name }) =>
    [...covered].some((one) => isSameZone(one, name))
  );
  return known?.kind ?? "industrial";
}
