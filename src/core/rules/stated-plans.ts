import { statedPlan } from "../catalog/attained-plan.ts";
import { findField } from "../model/find-field.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { parseStatedClauses } from "./stated-clauses.ts";
import type { StatedTarget } from "./stated-fields.ts";

/** Zones that work towards one plan together do not come to this much of it before the year ends. */
const MORE_THAN_ONE_PLAN = 150;

/**
 * The plans that headers of progress print, 占年度目标(2.4亿元)%, where each zone has one of its own. That of all zones
 * together is nobody's.
 */
export function readStatedPlans(index: TableIndex): readonly StatedTarget[] {
  return index.table.fields.flatMap((field): StatedTarget[] => {
    const words = field.path.at(-1) ?? "";
    const plan = field.measure === "attainment" ? statedPlan(words) : undefined;
    const level = findField(index, field.indicator.id, "actual", field);
    if (plan === undefined || level === undefined) return [];
    const clauses = parseStatedClauses(`${String(plan.value)}${plan.unit}`);
    if (clauses === undefined || !isOfEach(index, field, level)) return [];
    const { row, column } = field.header;
    return [{ clauses, fields: [level], words, at: { row, column } }];
  });
}

/** A total has as many plans as it has zones, or the same one; without a total the rates themselves tell. */
function isOfEach(index: TableIndex, rate: Field, level: Field): boolean {
  const { table } = index;
  const ofZones = table.subjects.flatMap((subject) => {
    const reading = subject.role === "zone" ? readPlace(index, subject, rate) : undefined;
    return reading?.kind === "number" ? [reading.stated.value] : [];
  });
  const sum = ofZones.reduce((all, value) => all + value, 0);
  const total = table.subjects.find(({ role }) => role === "total");
  const [own, amount] = [rate, level].map((field) =>
    total === undefined ? undefined : readPlace(index, total, field)
  );
  if (total === undefined || own?.kind !== "number" || amount?.kind !== "number")
    return sum > MORE_THAN_ONE_PLAN;
  const members = leafMembers(table, total).length;
  return (
    members > 1 && Math.abs(own.stated.value - sum / members) < Math.abs(own.stated.value - sum)
  );
}
