import type { ClaimKind } from "../draft-check.ts";
import type { Role } from "../figures/figure.ts";
import { addUnverifiable } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import type { Missing } from "../working.ts";

const KINDS: Partial<Record<Role, readonly [ClaimKind, Missing]>> = {
  growth: ["growth", "base"],
  average: ["growth", "base"],
  share: ["share", "whole"],
  rate: ["rate", "operands"],
  attainment: ["rate", "target"],
  increase: ["increase", "base"],
  multiple: ["multiple", "base"],
  difference: ["difference", "reference"],
  change: ["difference", "earlier-rate"],
  pace: ["pace", "counterpart"],
  "pace-lead": ["pace", "attained"],
  gap: ["difference", "target"],
  contribution: ["contribution", "operands"],
  pull: ["contribution", "operands"],
  rank: ["rank", "ranking"],
  target: ["target", "counterpart"],
  prior: ["value", "counterpart"],
  "earlier-rate": ["growth", "counterpart"],
  "reference-level": ["value", "counterpart"],
  "reference-rate": ["growth", "counterpart"],
  needed: ["value", "operands"],
  forecast: ["value", "counterpart"],
};

/**
 * What is understood and stands alone: nothing in the text can be held against it. A level is understood by its unit (25个, 96.12
 * 平方公里); a bare number nobody understands is left unclaimed, and told as such.
 */
export function linkLeftovers(context: LinkContext, against: "text" | "book"): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure)) continue;
    // Beside a workbook an operand is still to be found in a cell of its own.
    if (against === "text" && context.used.has(figure)) continue;
    const known = KINDS[figure.role];
    if (known !== undefined) addUnverifiable(context, figure, known[0], known[1]);
    else if (figure.role === "level" && figure.unit !== null) {
      const kind = figure.unit.family === "count" ? "count" : "value";
      addUnverifiable(context, figure, kind, against === "book" ? "cell" : "counterpart");
    }
  }
}
