import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn } from "./quantities.ts";

/** 突破5万户,达到50284户; 超过半数,91.28%: a round number beside the exact one. */
export function linkThresholds(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure) || figure.head !== null || figure.approximation === null)
      continue;
    if (
      figure.role !== "level" &&
      figure.role !== "share" &&
      figure.role !== "growth" &&
      figure.role !== "rate"
    )
      continue;
    const exact = exactOf(context, figure);
    if (exact === undefined) continue;
    const computed =
      quantityIn(exact, figure.unit?.name === "成" ? exact.unit : figure.unit) ?? quantity(exact);
    const isShare = figure.role === "share";
    addClaim(context, figure, {
      kind: isShare
        ? "share"
        : figure.role === "growth"
          ? "growth"
          : figure.role === "rate"
            ? "rate"
            : "value",
      ...judgeFigure(figure, computed),
      from: [exact],
      arithmetic: `${printedOf(context, exact)} ~ ${printedOf(context, figure)}`,
    });
    // 达到50284户 says again what was said, exactly.
    if (exact.role === "level" && !context.claimed.has(exact)) {
      addClaim(context, exact, {
        kind: "value",
        verdict: "agrees",
        from: [figure],
        notes: [{ code: "threshold" }],
        arithmetic: `${printedOf(context, exact)} ~ ${printedOf(context, figure)}`,
      });
    }
  }
}

/** The exact number follows at once (,达到50284户 · ,达91.28% · (91.28%)) or stands just before. */
function exactOf(context: LinkContext, figure: Figure): Figure | undefined {
  const next = context.figures[figure.index + 1];
  if (next?.sentence === figure.sentence && next.approximation === null && isSame(figure, next)) {
    if (
      /^[,、]?(?:共|累计|已|实际|总量|总数|总额)?(?:达到?|为|完成|实现|是|有)?(?:了)?$/u.test(
        next.lead
      )
    )
      return next;
  }
  return undefined;
}

function isSame(a: Figure, b: Figure): boolean {
  return a.unit !== null && b.unit !== null && a.unit.family === b.unit.family;
}
