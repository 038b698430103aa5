import { constant, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { before, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import type { Attained } from "./plans.ts";
import { quantity, quantityIn } from "./quantities.ts";

/** V ÷ T × 100, where both stand in the text. */
export function attained(context: LinkContext, figure: Figure): Attained | undefined {
  const target = targetOf(context, figure);
  if (target === undefined) return undefined;
  const levels = [
    ...before(context, figure, ["level"]),
    ...beforeInSentence(context, figure).filter(({ role }) => role === "level"),
  ].filter((other) => other !== target);
  for (const value of levels) {
    const part = quantityIn(value, target.unit);
    const computed = part === undefined ? undefined : shareOf(part, setQuantity(target));
    if (computed !== undefined) return { value, target, quantity: computed };
  }
  return undefined;
}

/** A target of whole units (年度目标6亿美元) was set so and is no rounded number; a plan that adds up projects may be one. */
function setQuantity(target: Figure): Quantity {
  const isSet = /目标|任务/u.test(target.chunk + (target.head ?? "")) && target.decimals === 0;
  return isSet && target.source === null ? constant(target.value) : quantity(target);
}

function targetOf(context: LinkContext, figure: Figure): Figure | undefined {
  const isAmount = (other: Figure): boolean =>
    other.unit?.family !== "rate" && other.unit?.family !== "points";
  const held = figure.before.find(
    (other) => (other.role === "target" || other.role === "reference-level") && isAmount(other)
  );
  const behind = figure.after.find((other) => other.role === "target" && isAmount(other));
  if (held !== undefined || behind !== undefined) return held ?? behind;
  // 全年预计完成投资120亿元,…完成预计目标的87.69%: what is expected of the year is that target.
  const isExpected = /预[计期]目标/u.test(figure.chunk);
  const inSentence = beforeInSentence(context, figure).find(
    ({ role }) => role === "target" || (isExpected && role === "forecast")
  );
  if (inSentence !== undefined && isAmount(inSentence)) return inSentence;
  if (figure.topic === null) return undefined;
  return sameTopic(context, figure, figure.topic.key, ["target"]).find(
    (other) =>
      isAmount(other) &&
      other.topic?.subject === figure.topic?.subject &&
      other.index < figure.index
  );
}
