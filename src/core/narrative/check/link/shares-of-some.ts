import type { Figure } from "../figures/figure.ts";
import { addUnverifiable, beforeInSentence } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { shareJudged } from "./share-candidates.ts";
import { judgeShare } from "./share-claims.ts";

/** 近八成行业实现增长。32个大类行业中有25个…: the share of some of them, whose counts follow. They may confirm it. */
export function linkShareOfSome(context: LinkContext, figure: Figure): void {
  const [whole, part] = [context.figures[figure.index + 1], context.figures[figure.index + 2]];
  if (
    whole?.unit?.family === "count" &&
    part?.unit?.family === "count" &&
    part.sentence === whole.sentence &&
    whole.sentence.index <= figure.sentence.index + 1 &&
    /^[^,;]*中/u.test(whole.tail) &&
    shareJudged(figure, part, whole)?.verdict === "agrees"
  )
    judgeShare(context, figure, part, whole);
  else linkShareOfCounts(context, figure);
}

/** 218个项目中,已有118个投产,超过半数: a share without a word of its own, right behind its two counts. */
function linkShareOfCounts(context: LinkContext, figure: Figure): void {
  const [part, whole] = beforeInSentence(context, figure);
  const isOf =
    part?.unit?.family === "count" &&
    part.unit.name === whole?.unit?.name &&
    part.index === figure.index - 1 &&
    /^[^,;]{0,12}中/u.test(whole.tail) &&
    /^[^,;]*[,、]?(?:已|均)?(?:超过?|过|近|约|逾|接近|不足|不到|达到?)?$/u.test(figure.lead);
  if (isOf) judgeShare(context, figure, part, whole);
  else addUnverifiable(context, figure, "share", "whole");
}
