import { shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { beforeInSentence } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn } from "./quantities.ts";

/** A value with the target it is held against, and the one over the other in percent. */
export interface Attained {
  readonly value: Figure;
  readonly target: Figure;
  readonly quantity: Quantity;
}

const FARTHEST_PLAN = 30;

/**
 * 年度计划投资463.4亿元(其中…253.7亿元,…209.7亿元)。… 累计完成投资325.7亿元,投资完成率70.3%: a plan of the same noun from before. One that fits
 * is it; the only one, or the one that the others make together, may also contradict.
 */
export function plannedBefore(context: LinkContext, figure: Figure): Attained | undefined {
  const value = beforeInSentence(context, figure).find(({ role }) => role === "level");
  const noun =
    value === undefined
      ? undefined
      : /投资|产值|收入|税收|资金|开工|投产|竣工|签约/u.exec(value.chunk + figure.chunk)?.[0];
  if (value === undefined || noun === undefined) return undefined;
  const plans: Attained[] = [];
  for (let i = value.index - 1; i >= 0 && i > value.index - FARTHEST_PLAN; i--) {
    const target = context.figures[i];
    if (target?.sentence.article !== figure.sentence.article) break;
    const isPlan =
      target.role === "target" || (target.role === "level" && /计划/u.test(target.chunk));
    if (!isPlan || target.head !== null || !target.chunk.includes(noun)) continue;
    const part = quantityIn(value, target.unit);
    const computed = part === undefined ? undefined : shareOf(part, quantity(target));
    if (computed !== undefined) plans.push({ value, target, quantity: computed });
  }
  const fitting = plans.find((plan) => judgeFigure(figure, plan.quantity).verdict === "agrees");
  if (fitting !== undefined || plans.length < 3) return fitting;
  const whole = plans.reduce((a, b) => (b.target.value > a.target.value ? b : a));
  const rest = plans.reduce((sum, { target }) => sum + target.value, 0) - whole.target.value;
  return Math.abs(rest - whole.target.value) < 10 ** -whole.target.decimals ? whole : undefined;
}

/** 133个续建项目完成投资…,占年度计划的75%: their plan is not that of all projects, told sentences before. */
export function isOfOthers(context: LinkContext, { target, value }: Attained): boolean {
  if (target.head !== null || target.sentence === value.sentence) return false;
  const counts = beforeInSentence(context, value).filter(
    ({ unit, role }) => role === "level" && unit?.family === "count"
  );
  // 286个重点项目,年度计划投资… 截至7月底,286个重点项目累计完成投资…: as many as the plan was of.
  const isOfAll = counts.some((count) =>
    beforeInSentence(context, target).some(
      (other) => other.value === count.value && other.unit?.name === count.unit?.name
    )
  );
  if (isOfAll && !/其中/u.test(value.lead)) return false;
  return (
    target.sentence.paragraph !== value.sentence.paragraph ||
    /其中/u.test(value.lead) ||
    counts.length > 0
  );
}
