import { constant, divide, minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";

/**
 * 年度目标120亿元,上半年完成55.2亿元,下半年需完成64.8亿元,月均需完成10.8亿元: what is left of a target, or of last year's value and
 * the growth it is to have; and that by the months of half a year.
 */
export function linkNeeded(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role !== "needed" || figure.head !== null || context.claimed.has(figure)) continue;
    if (/月均|每月/u.test(figure.chunk)) linkMonthly(context, figure);
    else if (/下半年|后\d个?月|[全]?年内|还需|仍需|尚需/u.test(figure.chunk))
      linkRest(context, figure);
  }
}

function linkMonthly(context: LinkContext, figure: Figure): void {
  const [whole] = beforeInSentence(context, figure);
  if (whole?.role !== "needed" || !/下半年/u.test(whole.chunk)) return;
  const own = quantityIn(whole, figure.unit);
  if (own === undefined) return;
  claim(context, figure, scale(own, 1 / 6), [whole], `${printedOf(context, whole)} ÷ 6`);
}

function linkRest(context: LinkContext, figure: Figure): void {
  const earlier = beforeInSentence(context, figure);
  const done = earlier.find(
    ({ role, lead, unit }) =>
      role === "level" && unit?.family === figure.unit?.family && !isLastYear(lead)
  );
  const goal = goalOf(context, figure, earlier);
  const own = done === undefined ? undefined : quantityIn(done, figure.unit);
  if (done === undefined || own === undefined || goal === undefined) return;
  const computed = minus(goal.quantity, own);
  claim(
    context,
    figure,
    computed,
    [...goal.from, done],
    `${goal.text} − ${printedOf(context, done)}`
  );
}

interface Goal {
  readonly quantity: Quantity;
  readonly from: readonly Figure[];
  readonly text: string;
}

/** The year's target as an amount, or last year's value × (1 + g). */
function goalOf(
  context: LinkContext,
  figure: Figure,
  earlier: readonly Figure[]
): Goal | undefined {
  const target = earlier.find(({ role }) => role === "target");
  if (target === undefined) return undefined;
  const amount = target.unit?.family === "rate" ? undefined : quantityIn(target, figure.unit);
  if (amount !== undefined)
    return { quantity: amount, from: [target], text: printedOf(context, target) };
  const base = earlier.find(({ lead, role }) => role !== "target" && isLastYear(lead));
  const own = base === undefined ? undefined : quantityIn(base, figure.unit);
  const inverse = divide(constant(1), minus(constant(1), scale(quantity(target), -0.01)));
  const grown = own === undefined || inverse === undefined ? undefined : divide(own, inverse);
  if (base === undefined || grown === undefined) return undefined;
  const text = `${printedOf(context, base)} × (1 + ${printedOf(context, target)})`;
  return { quantity: grown, from: [base, target], text };
}

function isLastYear(lead: string): boolean {
  return /(?:上|去)年(?:全年)?[^,;]*$/u.test(lead) && !/同期[^,;]*$/u.test(lead);
}

function claim(
  context: LinkContext,
  figure: Figure,
  computed: Quantity,
  from: readonly Figure[],
  text: string
): void {
  addClaim(context, figure, {
    kind: "value",
    ...judgeFigure(figure, computed),
    from,
    arithmetic: `${text} = ${resultOf(computed, statedOf(figure).decimals)}${figure.unit?.name ?? ""}`,
  });
}
