/** Rows behind 其中 that do not say so again. */

import type { SubjectRole } from "../model/zone.ts";
import { indexesOf } from "./roster.ts";
import { fits } from "./row-sums.ts";
import type { AmountColumn } from "./row-sums.ts";
import type { SubjectDraft } from "./subject-draft.ts";

const NUMBERED = /^[一二三四五六七八九十]{1,3}[、.]/u;

/** 一、企业 | 其中:私营企业 | 外商投资企业 | 二、个体工商户: set in, or without a number among rows that have one, it goes on with 其中. */
export function goesOnWithParts(
  drafts: readonly SubjectDraft[],
  at: number,
  roles: readonly SubjectRole[]
): boolean {
  const own = drafts[at];
  let above = at - 1;
  while (above >= 0 && roles[above] === "part") above -= 1;
  const parent = drafts[above];
  if (own === undefined || parent === undefined || roles[above] !== "zone") return false;
  const next = drafts.slice(at + 1).find(({ label }) => label.role === "zone");
  const isNumbered = (draft: SubjectDraft | undefined): boolean =>
    NUMBERED.test(draft?.label.label ?? "");
  if (isNumbered(parent)) return !isNumbered(own) && (next === undefined || isNumbered(next));
  return (
    (own.depth ?? 0) > (parent.depth ?? 0) && (drafts[at - 1]?.depth ?? 0) > (parent.depth ?? 0)
  );
}

/**
 * 支出合计 | 其中:民生支出 | 教育支出 | …: right under the total 其中 may open its members, or name some of them once more: then
 * the others make up the total without it.
 */
export function partsUnderTotal(
  drafts: readonly SubjectDraft[],
  roles: readonly SubjectRole[],
  amounts: readonly AmountColumn[]
): readonly number[] {
  const [total, ...more] = indexesOf(roles, "total");
  const zones = indexesOf(roles, "zone");
  const opened = zones.filter((zone) => drafts[zone]?.label.role === "part");
  const others = zones.filter((zone) => !opened.includes(zone));
  if (total === undefined || more.length > 0 || opened.length === 0 || others.length < 2) return [];
  return !fits(total, zones, amounts) && fits(total, others, amounts) ? opened : [];
}
