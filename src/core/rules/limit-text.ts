import { parseTargetCell } from "./parse-target-cell.ts";
import type { TargetClause } from "./parse-target-cell.ts";

/** A limit in words that a target column may hold instead of a number: 高于全市平均, 进入前3位, 正增长. */
export function parseLimitText(text: string): TargetClause | undefined {
  const parsed = parseTargetCell({ value: text, numberFormat: "General" });
  if (parsed === undefined || parsed === "none" || parsed.length !== 1) return undefined;
  const [clause] = parsed;
  if (clause === undefined || clause.scope !== null) return undefined;
  const isOfWords = clause.measure === "growth" && !/\d/u.test(text);
  return clause.relativeTo !== null || clause.measure === "rank" || isOfWords ? clause : undefined;
}
