import type { SubjectRole } from "../model/zone.ts";
import { fits, type AmountColumn } from "./row-sums.ts";
import { indexesOf } from "./roster.ts";
import type { SubjectDraft } from "./subject-draft.ts";

/**
 * 国家级开发区(3个) | 省级开发区(9个) | 12个开发区合计, with no zone of any of them: the groups are what the table is of, where they
 * add up to its 合计. Gives the rows of the groups, after their roles have been set.
 */
export function settleBareGroups(
  drafts: readonly SubjectDraft[],
  roles: SubjectRole[],
  amounts: readonly AmountColumn[]
): ReadonlySet<number> {
  const none = new Set<number>();
  if (roles.includes("zone") || roles.includes("part")) return none;
  const rows = indexesOf(roles, "subtotal");
  const isWhole = (row: number): boolean => /[合总]计$/u.test(drafts[row]?.label.name ?? "");
  const [total, ...more] = [...indexesOf(roles, "total"), ...rows.filter(isWhole)];
  const groups = rows.filter((row) => !isWhole(row));
  if (total === undefined || more.length > 0 || groups.length < 2) return none;
  if (!fits(total, groups, amounts)) return none;
  roles[total] = "total";
  for (const group of groups) roles[group] = "zone";
  return new Set(groups);
}
