import type { Unit } from "../../../model/unit.ts";
import { AMOUNT_ROLES } from "./amount-roles.ts";
import type { Figure } from "./figure.ts";
import { RATE_ROLES } from "./rate-roles.ts";
import { DOWN_WORDS } from "./role-words.ts";
import type { RoleRule } from "./role-words.ts";

/** 4个达到、1个未达到17%目标值. */
export const MEMBER_COUNT: RoleRule = {
  role: "member-count",
  units: ["count"],
  tail: /^(?:开发区|示范区)?(?:(?:达到|完成)、$|未(?:达到|完成)(?:省初?定|市定|考核)?$)/u,
};

/** Words of the clause that make a number fall, and what a stroke of a difference points to. */
export const FALLS = new RegExp(`(?:${DOWN_WORDS}|降幅|跌幅)[^,]{0,6}$`, "u");
export const LOWER =
  /低于|慢于|落后|滞后|低出|低(?!于)[约了]*$|慢[约了]*$|差[约了]*$|欠|少于|下拉|拖累/u;
export const SLOWER = /(?:回落|放缓|下滑|下降|降低|减少|收窄|低|慢|减)[约了]*$/u;

export function familyOf(figure: Figure): Unit["family"] | "none" {
  return figure.unit?.family ?? "none";
}

const BY_FAMILY = new Map<Unit["family"] | "none", readonly RoleRule[]>();

/** The rules for numbers of one family of units, in their order. */
export function rulesOf(family: Unit["family"] | "none"): readonly RoleRule[] {
  const known = BY_FAMILY.get(family);
  if (known !== undefined) return known;
  const rules = [...AMOUNT_ROLES, ...RATE_ROLES].filter(({ units }) => units.includes(family));
  BY_FAMILY.set(family, rules);
  return rules;
}
