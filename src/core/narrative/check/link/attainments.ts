import type { Figure } from "../figures/figure.ts";
import { attained } from "./attained.ts";
import { listAround } from "./difference-references.ts";
import { addClaim, addUnverifiable, before, printedOf, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { planSaid } from "./named-plans.ts";
import { linkGap, linkLead } from "./paces.ts";
import { isOfOthers, plannedBefore } from "./plans.ts";
import type { Attained } from "./plans.ts";
import { judgeFigure, resultOf, statedOf } from "./quantities.ts";

/** 完成年度目标(1015亿元)的30.90%, 超时间进度5.90个百分点, 距目标差2个百分点. */
export function linkAttainments(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure) || figure.head !== null) continue;
    if (figure.role === "attainment") linkAttainment(context, figure);
    if (figure.role === "pace-lead") linkLead(context, figure);
    if (figure.role === "gap") linkGap(context, figure);
  }
}

/** Numbers between a target and what was attained of it: behind more, the target is never the one that is meant. */
const FARTHEST = 200;

/**
 * 到位内资…完成年任务80亿元的107.5%;利用外资1.2亿美元,完成年任务的80%: by then something else may be spoken of, and a target
 * from before can only confirm.
 */
function mayBeLeft(context: LinkContext, { target, value }: Attained, figure: Figure): boolean {
  if (figure.index - target.index > FARTHEST) return true;
  // 省定85亿元,市定90亿元: either may be meant.
  if (target.head === null && target.sentence !== figure.sentence && target.topic !== null) {
    const others = sameTopic(context, figure, target.topic.key, ["target"]).filter(
      (other) => other.index < figure.index && other.unit?.family === target.unit?.family
    );
    if (others.some((other) => other.value !== target.value)) return true;
  }
  return context.figures
    .slice(target.index + 1, figure.index)
    .some(
      (other) =>
        other.role === "level" &&
        other !== value &&
        other.segment !== target.segment &&
        (other.topic === null || other.topic.key !== target.topic?.key)
    );
}

function linkAttainment(context: LinkContext, figure: Figure): void {
  const near = attained(context, figure);
  const isNear = near !== undefined && !isOfOthers(context, near);
  const told = isNear ? near : (plannedBefore(context, figure) ?? near);
  const isLeft =
    told !== undefined && told === near && (!isNear || mayBeLeft(context, told, figure));
  const said = told === undefined || isLeft ? planSaid(context, figure) : undefined;
  const found = isLeft && fits(figure, told) ? told : (said ?? told);
  const judged = found === undefined ? undefined : judgeFigure(figure, found.quantity);
  // 分别完成年度目标的56.7%和45.0%(90个、60个): which target is whose is left open.
  const isList = listAround(context, figure).length > 1;
  const isDoubtful = judged?.verdict === "disagrees" && (isList || (isLeft && found !== said));
  if (found === undefined || judged === undefined || isDoubtful) {
    addUnverifiable(context, figure, "rate", "target", {
      from: before(context, figure, ["level"]).slice(0, 1),
    });
    return;
  }
  if (judged.verdict === "agrees") context.wholeOf.set(figure, found.target);
  addClaim(context, figure, {
    kind: "rate",
    ...judged,
    from: [found.value, found.target],
    arithmetic: `${printedOf(context, found.value)} ÷ ${printedOf(context, found.target)} = ${resultOf(found.quantity, statedOf(figure).decimals)}%`,
  });
}

function fits(figure: Figure, { quantity: computed }: Attained): boolean {
  return judgeFigure(figure, computed).verdict !== "disagrees";
}
