import { constant, divide, minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { placesSaid } from "./rankings.ts";
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
  if (whole?.role !== "needed") return;
  const later = /后(\d|[两二三四五])个?月/u.exec(whole.chunk)?.[1];
  const months = /下半年/u.test(whole.chunk) ? 6 : placesSaid(later ?? "");
  const own = quantityIn(whole, figure.unit);
  const computed = own && months > 1 ? divide(own, constant(months)) : undefined;
  if (computed === undefined) return;
  claim(context, figure, computed, [whole], `${printedOf(context, whole)} ÷ ${months}`);
}

function linkRest(context: LinkContext, figure: Figure): void {
  const earlier = beforeInSentence(context, figure);
  const done =
    earlier.find(
      ({ role, lead, unit }) =>
        role === "level" && unit?.family === figure.unit?.family && !isLastYear(lead)
    ) ?? doneBefore(context, figure);
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

/** 要完成全年固定资产投资105亿元目标,后4个月需完成43.7亿元: what was done stands sentences before, once under that name. */
function doneBefore(context: LinkContext, figure: Figure): Figure | undefined {
  const { topic } = figure;
  if (topic === null || topic.indicator === null) return undefined;
  const told = sameTopic(context, figure, topic.key, ["level"]).filter(
    ({ index, unit, topic: other, sentence }) =>
      index < figure.index &&
      unit?.family === figure.unit?.family &&
      other?.subject === topic.subject &&
      sentence.article === figure.sentence.article
  );
  return told.length === 1 ? told[0] : undefined;
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
