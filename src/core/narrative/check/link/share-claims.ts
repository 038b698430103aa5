import { shareOf } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";
import { shareJudged } from "./share-candidates.ts";
import { isOfAnother } from "./share-wholes.ts";

/** Says of a share what part ÷ whole gives. */
export function judgeShare(
  context: LinkContext,
  figure: Figure,
  part: Figure,
  whole: Figure
): void {
  const judged = shareJudged(figure, part, whole);
  if (judged === undefined) {
    addUnverifiable(context, figure, "share", "whole", { from: [part, whole] });
    return;
  }
  // 第二产业增加值180亿元,其中工业占GDP的72%: the share of another than the number before it is no contradiction of it.
  if (judged.verdict === "disagrees" && isOfAnother(figure, part)) {
    addUnverifiable(context, figure, "share", "part");
    return;
  }
  context.wholeOf.set(figure, whole);
  addClaim(context, figure, {
    kind: "share",
    ...judged,
    from: [part, whole],
    arithmetic: arithmetic(context, figure, part, whole),
  });
}

function arithmetic(context: LinkContext, figure: Figure, part: Figure, whole: Figure): string {
  const top = quantityIn(part, whole.unit);
  const computed = top === undefined ? undefined : shareOf(top, quantity(whole));
  const result =
    computed === undefined ? "" : ` = ${resultOf(computed, statedOf(figure).decimals)}%`;
  return `${printedOf(context, part)} ÷ ${printedOf(context, whole)}${result}`;
}
