import { recogniseUnit } from "../catalog/index.ts";
import { parseTargetCell } from "./parse-target-cell.ts";
import type { TargetClause } from "./parse-limit.ts";
import { parseStatedClauses } from "./stated-clauses.ts";

/** A limit in words that a target column may hold instead of a number: 高于全市平均, 进入前3位, 正增长. */
export function parseLimitText(text: string): TargetClause | undefined {
  const parsed = parseTargetCell({ value: text, numberFormat: "General" });
  if (parsed === undefined || parsed === "none" || parsed.length !== 1) return undefined;
  const [clause] = parsed;
  if (clause === undefined || clause.scope !== null) return undefined;
  const isOfWords = clause.measure === "growth" && !/\d/u.test(text);
  return clause.relativeTo !== null || clause.measure === "rank" || isOfWords ? clause : undefined;
}

/** 15%左右, 15%-17%, 17%/18%: how far below still counts is left open. */
const OPEN = /左右|上下|^约|\d%?[-~～—至/、]\d/u;

/** No aim comes near it: a number of four hundred digits is a slip. */
const LARGEST = 1e30;

/**
 * What a cell of a target column may hold where no number can be read: limits that are judged (高于全市平均, 增长17%以上,
 * 100亿元), none where nothing in the sheet could be held against the aim (力争进位, 15%左右, 以省下达为准, 力争20%).
 * undefined where it is neither, and so a slip (1O7%).
 */
export function parseAims(text: string): readonly TargetClause[] | undefined {
  const limit = parseLimitText(text);
  if (limit !== undefined) return [limit];
  const clauses = parseStatedClauses(text);
  if (clauses === undefined)
    return OPEN.test(text) || /^[^\d０-９]*\p{Script=Han}[^\d０-９]*$/u.test(text) ? [] : undefined;
  if (clauses.some(({ value }) => !(Math.abs(value) <= LARGEST))) return undefined;
  const assessed = clauses.filter(({ scope, tier }) => scope === null && tier === null);
  const families = assessed.map(({ unit }) => familyOf(unit));
  // 17%、18% of one thing: nobody says which of the two is assessed.
  return new Set(families).size === assessed.length ? assessed : [];
}

function familyOf(unit: string | null): string {
  return unit === null ? "" : (recogniseUnit(unit)?.family ?? unit);
}
