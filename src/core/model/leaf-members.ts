import type { IndicatorTable } from "./table.ts";
import type { Subject } from "./zone.ts";

/**
 * The rows a total adds up, down to the last: a 小计 stands for its own members, 其中, averages and references are left
 * out, and nothing counts twice.
 */
export function leafMembers(table: IndicatorTable, total: Subject): readonly Subject[] {
  const known = KNOWN.get(table) ?? new Map<Subject, readonly Subject[]>();
  KNOWN.set(table, known);
  const members = known.get(total) ?? findMembers(table, total);
  known.set(total, members);
  return members;
}

/** Every field of a total asks for the same members, and tables never change. */
const KNOWN = new WeakMap<IndicatorTable, Map<Subject, readonly Subject[]>>();

function findMembers(table: IndicatorTable, total: Subject): readonly Subject[] {
  const leaves = new Map<number, Subject>();
  const seen = new Set<number>([total.index]);
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const subject = table.subjects[index];
    if (subject === undefined) return;
    if (isLeaf(subject)) leaves.set(index, subject);
    else if (subject.role === "total" || subject.role === "subtotal")
      subject.members.forEach(visit);
  };
  total.members.forEach(visit);
  return [...leaves.values()];
}

/** 其中 is a member only of what adds up parts. */
function isLeaf({ role }: Subject): boolean {
  return role === "zone" || role === "project" || role === "part";
}
