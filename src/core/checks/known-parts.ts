import type { Field } from "../model/table.ts";

/** What is new this year, and the stock it is part of. */
export const NEW_IN_STOCK = [
  ["new-large-enterprises", "large-industrial-enterprises"],
  ["new-market-entities", "market-entities"],
  ["standard-factory-new", "standard-factory-built"],
] as const;
/** 对接 → 意向 → 签约落地 → 当年签约当年开工: each stage is part of the one before. */
export const FUNNEL = [
  "contacted-projects",
  "intended-projects",
  "landed-projects",
  "same-year-started-projects",
] as const;
/** Money put into projects, and what they cost in all: a project may overrun. */
export const MONEY_OF_PROJECTS = [
  ["project-completed-investment", "project-total-investment"],
  ["infrastructure-completed-investment", "infrastructure-total-investment"],
  ["started-projects-completed", "started-projects-investment"],
  ["other:项目投资", "project-completed-investment"],
  ["other:项目投资", "project-total-investment"],
] as const;
/** Parts the trade counts in the very same unit as their whole. */
export const COUNTED_PARTS: ReadonlySet<string> = new Set([
  "standard-factory-used",
  "new-enterprises",
  "enterprises",
  "self-employed",
  "strategic-signed-projects",
  "strategic-started-projects",
  "strategic-producing-projects",
]);

/** Judged by what the catalogue says of the two. */
export function isKnownPair({ indicator: part }: Field, { indicator: whole }: Field): boolean {
  const isPair = ([one, other]: readonly [string, string]): boolean =>
    one === part.id && other === whole.id;
  return part.partOf === whole.id || [...NEW_IN_STOCK, ...MONEY_OF_PROJECTS].some(isPair);
}
