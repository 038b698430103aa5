import { constant, shareOf } from "../../../model/interval.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, resultOf, statedOf } from "./quantities.ts";

/** 甲县92.3%(24/26): the bracket tells what the rate is a quotient of. */
export function linkFractions(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.unit?.name !== "%" || context.claimed.has(figure)) continue;
    const [part, whole] = figure.after;
    if (part === undefined || whole === undefined || figure.after.length !== 2) continue;
    if (part.tail !== "/" || whole.lead !== "/") continue;
    const computed = shareOf(constant(part.value), constant(whole.value));
    if (computed === undefined) continue;
    addClaim(context, figure, {
      kind: "rate",
      ...judgeFigure(figure, computed),
      from: [part, whole],
      arithmetic: `${printedOf(context, part)} ÷ ${printedOf(context, whole)} = ${resultOf(computed, statedOf(figure).decimals)}%`,
    });
  }
}
