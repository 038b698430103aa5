import { compareRatio } from "../../../model/ratio.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, quantityIn } from "./quantities.ts";

/** Words of what has been done of a whole. */
export const DONE =
  /(?:已|完成|办结|解决|整改|销号|开工|投产|达效|入统|投入使用|投用|使用|兑现|建成|验收|化解)/u;

export function isAboveOf(part: Figure, whole: Figure): boolean {
  const own = quantityIn(part, whole.unit);
  return own !== undefined && compareRatio(own.range.low, quantity(whole).range.high) > 0;
}

/** A part never exceeds its whole; money of projects may, so that above it is only a question there. */
export function addOrder(context: LinkContext, part: Figure, whole: Figure): void {
  if (context.claimed.has(part)) return;
  if (quantityIn(part, whole.unit) === undefined) return;
  const isBelow = !isAboveOf(part, whole);
  const isMoney =
    whole.unit?.family === "money" &&
    /投资/u.test(part.chunk + whole.chunk) &&
    !/其中/u.test(part.lead);
  addClaim(context, part, {
    kind: "order",
    verdict: isBelow ? "agrees" : isMoney ? "unverifiable" : "disagrees",
    from: [whole],
    notes: [{ code: "order", relation: "part" }],
    arithmetic: `${printedOf(context, part)} ${isBelow ? "≤" : ">"} ${printedOf(context, whole)}`,
  });
}
