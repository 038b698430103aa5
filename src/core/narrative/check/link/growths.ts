import { constant, divide, growthOf, minus, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { linkAverage } from "./averages.ts";
import type { Base } from "./growth-bases.ts";
import { baseOf, givenBasis, isOfOtherBase, levelOf, nearest } from "./growth-bases.ts";
import { addClaim, addUnverifiable, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { linkMultiple } from "./multiples.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";

/** Growth, increase and multiple of a level: a = V − V₀, g = a ÷ V₀, m = V ÷ V₀. */
export function linkGrowths(context: LinkContext): void {
  for (const frame of context.frames) {
    for (const figure of frame.figures) {
      if (context.claimed.has(figure)) continue;
      if (figure.role === "growth") linkGrowth(context, frame.figures, figure);
      if (figure.role === "increase") linkIncrease(context, frame.figures, figure);
      if (figure.role === "multiple") linkMultiple(context, frame.figures, figure);
      if (figure.role === "average") linkAverage(context, figure);
    }
  }
}

function linkGrowth(context: LinkContext, figures: readonly Figure[], figure: Figure): void {
  const level = levelOf(figures, figure);
  const given = givenBasis(figure);
  const base = level === undefined ? undefined : baseOf(context, figures, level, figure);
  const computed =
    level === undefined || base === undefined
      ? undefined
      : growthOf(quantity(level), base.quantity);
  if (level === undefined && linkGrowthOfIncrease(context, figures, figure)) return;
  if (level === undefined || base === undefined || computed === undefined) {
    const notes = given === undefined ? [] : [given];
    addUnverifiable(context, figure, "growth", "base", {
      notes,
      from: level === undefined ? [] : [level],
    });
    return;
  }
  const judged = judgeFigure(figure, computed);
  // Real growth does not follow from current prices, nor that of investment from a level that was re-aligned.
  const isOpen =
    (given !== undefined && !isOwnBase(context, figures, level, base)) ||
    isOfOtherScope(context, level) ||
    isOfOtherBase(figure, base.from);
  const isGiven = judged.verdict === "disagrees" && isOpen;
  addClaim(context, figure, {
    kind: "growth",
    verdict: isGiven ? "unverifiable" : judged.verdict,
    computed: isGiven ? null : judged.computed,
    from: [level, ...base.from],
    notes: isGiven ? [given ?? { code: "missing", what: "base" }] : judged.notes,
    arithmetic: `${printedOf(context, level)} ÷ ${base.text} − 1 = ${resultOf(computed, statedOf(figure).decimals)}%`,
  });
}

/** 一般公共预算收入(同口径)完成30,161万元: what it was last year has been re-aligned. */
function isOfOtherScope({ clean, figures }: LinkContext, level: Figure): boolean {
  const [before, next] = [figures[level.index - 1], figures[level.index + 1]];
  const from = Math.max(level.sentence.start, before?.end ?? 0, level.start - 40);
  const to = Math.min(next?.start ?? level.end, level.end + 24);
  return /[(（][^()]*(?:同口径|可比口径|剔除|扣除|还原)[^()]*[)）]/u.test(
    clean.text.slice(from, to)
  );
}

/** 与上次普查的725482人相比,增加25907人,增长3.57%: increase ÷ base, side by side, without the level. */
function linkGrowthOfIncrease(
  context: LinkContext,
  figures: readonly Figure[],
  figure: Figure
): boolean {
  const [increase, prior] = [1, 2].map((back) => context.figures[figure.index - back]);
  if (increase?.role !== "increase" || prior?.role !== "prior") return false;
  if (!figures.includes(increase) || prior.sentence !== figure.sentence) return false;
  const added = quantityIn(increase, prior.unit);
  const computed = added === undefined ? undefined : shareOf(added, quantity(prior));
  if (computed === undefined || givenBasis(figure) !== undefined) return false;
  addClaim(context, figure, {
    kind: "growth",
    ...judgeFigure(figure, computed),
    from: [increase, prior],
    arithmetic: `${printedOf(context, increase)} ÷ ${printedOf(context, prior)} = ${resultOf(computed, statedOf(figure).decimals)}%`,
  });
  return true;
}

/** 比去年同期减少16.5亿元,下降5.5%(去年同期301.2亿元): where base and increase go together, the growth is theirs as well. */
function isOwnBase(
  context: LinkContext,
  figures: readonly Figure[],
  level: Figure,
  base: Base
): boolean {
  const increase = nearest(figures, level, "increase");
  if (increase === undefined || base.from.includes(increase)) return false;
  const added = inUnitOf(minus(quantity(level), base.quantity), level, increase);
  return added !== undefined && judgeFigure(increase, added).verdict === "agrees";
}

function linkIncrease(context: LinkContext, figures: readonly Figure[], figure: Figure): void {
  const level =
    levelOf(figures, figure) ??
    figures.find(({ role, sentence }) => role === "level" && sentence === figure.sentence);
  const prior = level === undefined ? undefined : baseOf(context, figures, level, figure);
  const growth = nearest(figures, figure, "growth");
  let computed: Quantity | undefined;
  let from: readonly Figure[] = [];
  let text = "";
  if (level !== undefined && prior !== undefined) {
    computed = minus(quantity(level), prior.quantity);
    from = [level, ...prior.from];
    text = `${printedOf(context, level)} − ${prior.text}`;
  } else if (level !== undefined && growth !== undefined && growth.approximation === null) {
    // a = V − V ÷ (1 + g)
    const factor = minus(constant(1), scale(quantity(growth), -0.01));
    const base = divide(quantity(level), factor);
    computed = base === undefined ? undefined : minus(quantity(level), base);
    from = [level, growth];
    text = `${printedOf(context, level)} − ${printedOf(context, level)} ÷ (1 + ${signedValue(growth)}%)`;
  }
  const inUnit =
    computed === undefined || level === undefined ? undefined : inUnitOf(computed, level, figure);
  if (inUnit === undefined) {
    addUnverifiable(context, figure, "increase", "base", {
      from: level === undefined ? [] : [level],
    });
    return;
  }
  const judged = judgeFigure(figure, inUnit);
  const given = givenBasis(figure);
  // The increase over a base that is told is their difference, whatever it is called.
  const isOpen =
    (given !== undefined && prior === undefined) ||
    isOfOtherBase(figure, from) ||
    (level !== undefined && isOfOtherScope(context, level));
  const isGiven = judged.verdict === "disagrees" && isOpen;
  addClaim(context, figure, {
    kind: "increase",
    verdict: isGiven ? "unverifiable" : judged.verdict,
    computed: isGiven ? null : judged.computed,
    from,
    notes: isGiven ? [given ?? { code: "missing", what: "base" }] : judged.notes,
    arithmetic: `${text} = ${resultOf(inUnit, statedOf(figure).decimals)}${figure.unit?.name ?? ""}`,
  });
}

function inUnitOf(computed: Quantity, from: Figure, to: Figure): Quantity | undefined {
  if (from.unit === null || to.unit === null) return undefined;
  if (from.unit.family !== to.unit.family) return undefined;
  return scale(computed, Number((from.unit.factor / to.unit.factor).toPrecision(12)));
}
