import { shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn } from "./quantities.ts";
import { compare, fitting, shareJudged } from "./share-candidates.ts";

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
    const isShare = figure.role === "share";
    // A wrong exact share is told at its own number; the round one is held to what the counts give.
    const computed =
      (isShare ? linkExactShare(context, exact) : undefined) ??
      quantityIn(exact, figure.unit?.name === "成" ? exact.unit : figure.unit) ??
      quantity(exact);
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

/**
 * 218个项目中199个开工,占比超过九成,达91.28%: the count right before it over a larger one of the sentence. Where several could be the
 * whole, one that fits confirms and none contradicts.
 */
function linkExactShare(context: LinkContext, exact: Figure): Quantity | undefined {
  if (context.claimed.has(exact)) return undefined;
  const counts = beforeInSentence(context, exact).filter(
    ({ role, unit }) => role === "level" && unit?.family === "count"
  );
  const [part, ...others] = counts;
  if (part === undefined) return undefined;
  const wholes = others.filter(
    (whole) => whole.unit?.name === part.unit?.name && compare(whole, part) > 0
  );
  const whole = fitting(exact, part, wholes) ?? (wholes.length === 1 ? wholes[0] : undefined);
  const judged = whole === undefined ? undefined : shareJudged(exact, part, whole);
  if (whole === undefined || judged === undefined) return undefined;
  addClaim(context, exact, {
    kind: "share",
    ...judged,
    from: [part, whole],
    arithmetic: `${printedOf(context, part)} ÷ ${printedOf(context, whole)}`,
  });
  const top = quantityIn(part, whole.unit);
  return judged.verdict === "disagrees" && top !== undefined
    ? shareOf(top, quantity(whole))
    : undefined;
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
