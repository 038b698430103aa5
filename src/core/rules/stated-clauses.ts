import { parseTargetCell } from "./parse-target-cell.ts";
import type { TargetClause } from "./parse-limit.ts";

/** Words before a number that say it is a target, and nothing of whom or what. */
const LEAD =
  /^(?:其中|控制(?=目标)|均|为|是|:|[本当]年|年度|全年|\d{4}年度?|省里|市里|[省市区县](?=委|级|政府|初?定|下达|考核|确定)|委|级|政府|初定|确定|定|下达|的|考核|责任|预期|约束性|预期性|目标[值数]?|任务数?|要求|增速(?=[不高低\d≥])|增长(?=[不高低\d≥]))+/u;

/**
 * The clauses of what a header, title or note states: 省定17%,河津16% · 目标不低于12% · 确保10%、力争12%. undefined
 * where any part of it cannot be read, since half a statement would judge wrongly.
 */
export function parseStatedClauses(text: string): readonly TargetClause[] | undefined {
  const pieces = text
    .replace(/\(([^()]*)\)/gu, ",$1")
    .split(/[,、;]/u)
    .map((piece) => piece.replace(LEAD, ""))
    .filter((piece) => piece !== "");
  const parsed = parseTargetCell({ value: pieces.join(","), numberFormat: "General" });
  return parsed === undefined || parsed === "none" ? undefined : parsed;
}
