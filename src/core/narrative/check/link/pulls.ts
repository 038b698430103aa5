import { constant, divide, minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { listAround } from "./difference-references.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

interface Trial {
  readonly from: readonly Figure[];
  readonly computed: Quantity;
  readonly judged: Judged;
  readonly text: string;
  /** The words leave no doubt: only then it may contradict. */
  readonly isTold: boolean;
}

/**
 * 上年占全市投资的42.5%,同比增长12.4%,拉动全市投资增长5.3个百分点: the share of last year × the growth. Of a share of this year
 * the base's is s × (1 + G) ÷ (1 + g), G being the growth of the whole; offices also take it as it is. That may confirm only.
 */
export function linkPull(context: LinkContext, figure: Figure): void {
  const trials = listAround(context, figure).length > 1 ? [] : trialsOf(context, figure);
  const best =
    trials.find(({ judged }) => judged.verdict === "agrees") ??
    trials.find(({ judged }) => judged.verdict === "within-rounding") ??
    trials.find(({ isTold }) => isTold);
  if (best === undefined) {
    addUnverifiable(context, figure, "contribution", "operands");
    return;
  }
  addClaim(context, figure, {
    kind: "contribution",
    ...best.judged,
    from: best.from,
    arithmetic: `${best.text} = ${resultOf(best.computed, statedOf(figure).decimals)}`,
  });
}

function trialsOf(context: LinkContext, figure: Figure): readonly Trial[] {
  const own = beforeInSentence(context, figure).filter(({ segment }) => segment === figure.segment);
  const growth = own.find(({ role }) => role === "growth");
  const share = own.find(({ role }) => role === "share");
  if (growth === undefined || share === undefined) return [];
  if (growth.topic?.key !== share.topic?.key || growth.topic?.key !== figure.topic?.key) return [];
  const isBase = /上年|去年|基期/u.test(share.chunk) && !/提高|下降|增加/u.test(share.chunk);
  const [s, g] = [quantity(share), quantity(growth)];
  const words = `${printedOf(context, share)} × ${printedOf(context, growth)}`;
  const trials = [trial(figure, [share, growth], times(g, s), words, isBase)];
  if (isBase) return trials.flatMap((each) => each ?? []);
  for (const whole of wholeGrowths(context, figure, growth)) {
    const base = divide(
      minus(constant(1), scale(quantity(whole), -0.01)),
      minus(constant(1), scale(g, -0.01))
    );
    const product = times(g, s);
    const computed = base && product && times(product, scale(base, 100));
    const text = `${words} × (1 + ${printedOf(context, whole)}) ÷ (1 + ${printedOf(context, growth)})`;
    trials.push(trial(figure, [share, growth, whole], computed, text, false));
  }
  return trials.flatMap((each) => each ?? []);
}

/** Growths of other things before it, the nearest first: one of them is the whole's. */
function wholeGrowths(context: LinkContext, figure: Figure, growth: Figure): readonly Figure[] {
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= 0 && i > figure.index - 30 && found.length < 3; i--) {
    const other = context.figures[i];
    if (other?.sentence.article !== figure.sentence.article) break;
    const isOther = other.role === "growth" && other.topic?.key !== growth.topic?.key;
    if (isOther && other.head === null) found.push(other);
  }
  return found;
}

function trial(
  figure: Figure,
  from: readonly Figure[],
  computed: Quantity | undefined,
  text: string,
  isTold: boolean
): Trial | undefined {
  return computed && { from, computed, judged: judgeFigure(figure, computed), text, isTold };
}

/** a % × b %, in percent: through the exact quotient of a and 1 ÷ b, for b above zero. */
function times(a: Quantity, b: Quantity): Quantity | undefined {
  const inverse = divide(constant(1), b);
  const product = inverse && divide(a, inverse);
  return product && scale(product, 0.01);
}
