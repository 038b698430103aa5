import { constant, divide, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";

/** 对增长的贡献率为62.6%,拉动增长4个百分点: contribution = pull ÷ growth of the whole. */
export function linkContributions(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role === "contribution" && !context.claimed.has(figure))
      linkContribution(context, figure);
  }
  for (const figure of context.figures) {
    if (figure.role === "pull" && !context.claimed.has(figure))
      addUnverifiable(context, figure, "contribution", "operands");
  }
}

function linkContribution(context: LinkContext, figure: Figure): void {
  const pull = neighbour(context, figure, "pull");
  const whole = pull === undefined ? undefined : growthOfWhole(context, figure, pull);
  const quotient =
    pull === undefined || whole === undefined ? undefined : divide(quantity(pull), quantity(whole));
  if (pull === undefined || whole === undefined || quotient === undefined) {
    addUnverifiable(context, figure, "contribution", "operands");
    return;
  }
  const computed = scale(quotient, 100);
  const judged = judgeFigure(figure, computed);
  // The whole's growth is told somewhere near; were another one meant, nothing would be wrong.
  const isSure = judged.verdict !== "disagrees" || whole.sentence === figure.sentence;
  addClaim(context, figure, {
    kind: "contribution",
    ...judged,
    verdict: isSure ? judged.verdict : "unverifiable",
    from: [pull, whole],
    arithmetic: `${printedOf(context, pull)} ÷ ${printedOf(context, whole)} = ${resultOf(computed, statedOf(figure).decimals)}%`,
  });
  if (!context.claimed.has(pull)) {
    const back = scale(times(quantity(figure), quantity(whole)), 0.01);
    addClaim(context, pull, {
      kind: "contribution",
      ...judgeFigure(pull, back),
      verdict: isSure ? judgeFigure(pull, back).verdict : "unverifiable",
      from: [figure, whole],
      arithmetic: `${printedOf(context, figure)} × ${printedOf(context, whole)} = ${resultOf(back, statedOf(pull).decimals)}`,
    });
  }
}

/** a × b for b above zero, through the exact quotient of a and 1 ÷ b. */
function times(a: Quantity, b: Quantity): Quantity {
  const inverse = divide(constant(1), b);
  return inverse === undefined ? a : (divide(a, inverse) ?? a);
}

function neighbour(context: LinkContext, figure: Figure, role: Figure["role"]): Figure | undefined {
  return [figure.index + 1, figure.index + 2, figure.index - 1, figure.index - 2]
    .map((index) => context.figures[index])
    .find((other) => other?.role === role && other.sentence === figure.sentence);
}

/** Of what the words name, 对全市工业增长的贡献率: its growth, before this sentence's own. */
function growthOfWhole(context: LinkContext, figure: Figure, pull: Figure): Figure | undefined {
  const inSentence = beforeInSentence(context, figure.index < pull.index ? figure : pull)
    .filter(({ role }) => role === "growth")
    .reverse();
  const [first] = inSentence;
  if (first !== undefined && inSentence.length >= 1 && first.topic?.key !== figure.topic?.key)
    return first;
  for (let i = figure.index - 1; i >= 0 && i > figure.index - 30; i--) {
    const other = context.figures[i];
    if (other === undefined || other.sentence.article !== figure.sentence.article) break;
    if (other.role === "growth" && other.sentence !== figure.sentence && other.head === null)
      return other;
  }
  return first;
}
