import { normaliseText } from "../catalog/index.ts";
import { stripLeadIn } from "../catalog/phrase.ts";
import { splitStatedTarget } from "../catalog/stated-target.ts";
import { push } from "../model/push.ts";
import type { TableIndex } from "../model/table-index.ts";
import { periodOf } from "../model/table-index.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { formatCell } from "../workbook/address.ts";
import type { TargetClause } from "./parse-limit.ts";
import { parseStatedClauses } from "./stated-clauses.ts";
import { readStatedPlans } from "./stated-plans.ts";
import { readStatedLines } from "./stated-lines.ts";
import { fieldsAimedAt } from "./stated-fields.ts";
import type { StatedTarget } from "./stated-fields.ts";
import type { ColumnRule } from "./target-columns.ts";
import type { TargetRule } from "./target-rule.ts";
import { findComparison, findStanding } from "./tier-words.ts";
import { isSameZone } from "./zone-names.ts";

/**
 * The targets that a table's text states: in brackets of its headers and row labels (同比增长(省定17%,河津16%)), in its
 * title, the band above it and its notes (注:省定目标:固定资产投资增速10%,其中侯马8%). One for each row it holds for.
 */
export function readStatedTargets(index: TableIndex): readonly ColumnRule[] {
  return [...readHeaders(index), ...readStatedPlans(index), ...readStatedLines(index)].flatMap(
    (target) => target.fields.flatMap((field) => rulesOf(index, target, field))
  );
}

function readHeaders({ table }: TableIndex): readonly StatedTarget[] {
  const found = new Map<string, StatedTarget>();
  const bearers = new Map<string, Field[]>();
  for (const field of table.fields) {
    for (const [level, text] of field.path.entries()) {
      if (/[((]/u.test(text)) push(bearers, `${level}|${text}`, field);
    }
  }
  for (const [key, fields] of bearers) {
    const [first] = fields;
    if (first === undefined) continue;
    const level = Number(key.slice(0, key.indexOf("|")));
    const text = normaliseText(key.slice(key.indexOf("|") + 1));
    const { stated } = splitStatedTarget(stripLeadIn(text));
    const [words] = stated;
    const clauses = words === undefined ? undefined : parseStatedClauses(words);
    if (words === undefined || clauses === undefined) continue;
    const isDeepest = level === first.path.length - 1;
    const aimedAt = fieldsAimedAt(fields, clauses, isDeepest ? "their-own" : "what-fits");
    if (aimedAt.length === 0) continue;
    const { row, rows } = first.header;
    const column = fields.reduce(
      (least, { header }) => Math.min(least, header.column),
      first.header.column
    );
    const at = { row: row + Math.min(level, rows - 1), column };
    found.set(key, { clauses, fields: aimedAt, words, at });
  }
  return [...found.values()];
}

function rulesOf(index: TableIndex, target: StatedTarget, field: Field): readonly ColumnRule[] {
  const { table } = index;
  const zones = table.subjects.filter(({ role }) => role === "zone");
  // A name that stands in no row: what is stated is of other zones, or was not understood.
  const isForeign = target.clauses.some(({ scope }) =>
    (scope?.zones ?? []).some((name) => !zones.some((zone) => isSameZone(name, zone.name)))
  );
  if (isForeign) return [];
  return table.subjects.flatMap((subject): ColumnRule[] => {
    const clause = clauseFor(target.clauses, subject, field.measure);
    if (clause === undefined) return [];
    const rule = ruleOf(index, target, field, subject, clause);
    return [{ subject: subject.index, field, stands: "in-text", rule }];
  });
}

/** The clause that names the zone, else that of its kind, else the one for all. A total has the headline of a rate. */
function clauseFor(
  clauses: readonly TargetClause[],
  { role, name, kind }: Subject,
  measure: Measure
): TargetClause | undefined {
  const open = clauses.filter(({ tier }) => tier === null || tier === "assessed");
  if (role === "total") return measure === "actual" ? undefined : open.find(isForAll);
  if (role !== "zone") return undefined;
  const named = open.find(({ scope }) => scope?.zones.some((zone) => isSameZone(zone, name)));
  if (named !== undefined) return named;
  const isExempt = ({ scope }: TargetClause): boolean =>
    scope?.exempt.some((zone) => isSameZone(zone, name)) === true;
  const ofKind = open.find(
    (clause) => clause.scope?.kind === (kind ?? "industrial") && !isExempt(clause)
  );
  return ofKind ?? open.find((clause) => isForAll(clause) && !isExempt(clause));
}

function isForAll({ scope }: TargetClause): boolean {
  return scope === null || (scope.kind === null && scope.zones.length === 0);
}

function ruleOf(
  index: TableIndex,
  { words, at }: StatedTarget,
  field: Field,
  subject: Subject,
  clause: TargetClause
): TargetRule {
  const { table } = index;
  const cell = formatCell(at);
  const isLower = field.indicator.direction === "lower-is-better" && field.measure !== "fall";
  return {
    id: `${table.sheet}!${cell}`,
    indicator: field.indicator.id,
    measure: field.measure,
    comparison: clause.comparison ?? findComparison(words) ?? (isLower ? "at-most" : "at-least"),
    value: clause.value,
    unit: clause.unit ?? field.unit?.name ?? null,
    zones: [subject.name],
    zoneKind: null,
    except: [],
    exempt: [],
    relativeTo: clause.relativeTo,
    tier: "assessed",
    standing: findStanding(words),
    period: yearOf(index, field),
    kind: kindOf(field, words),
    pace: [],
    remarkRequired: false,
    origin: { kind: "target-column", sheet: table.sheet, cell },
  };
}

/** A target is of the year its table is of. */
function yearOf({ table }: TableIndex, field: Field): string | null {
  const year = periodOf(table, field)?.year ?? null;
  return year === null ? null : String(year);
}

function kindOf(field: Field, words: string): TargetRule["kind"] {
  if (field.measure === "share") return "share";
  if (field.measure !== "actual" || field.indicator.kind === "rate") return "rate";
  return /半年|季度|序时|阶段|\d月/u.test(words) ? "pace-level" : "annual-level";
}
