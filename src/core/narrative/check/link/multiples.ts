import { constant, divide, minus } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { baseOf, levelOf } from "./growth-bases.ts";
import { addClaim, addUnverifiable, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";

/** 是上年同期的2.3倍: V ÷ V₀; 增长1.2倍: V ÷ V₀ − 1; 翻一番: twice. */
export function linkMultiple(
  context: LinkContext,
  figures: readonly Figure[],
  figure: Figure
): void {
  const level = levelOf(figures, figure);
  const base = level === undefined ? undefined : baseOf(context, figures, level, figure);
  const quotient =
    level === undefined || base === undefined ? undefined : divide(quantity(level), base.quantity);
  const growth = figures
    .filter(({ role, index }) => role === "growth" && index < figure.index)
    .at(-1);
  const isGrowth = /增长?[了约近超]*$/u.test(figure.chunk);
  if (
    figure.unit?.name === "番" ||
    quotient === undefined ||
    level === undefined ||
    base === undefined
  ) {
    linkTimesTarget(context, figure, growth);
    return;
  }
  const computed = isGrowth ? minus(quotient, constant(1)) : quotient;
  addClaim(context, figure, {
    kind: "multiple",
    ...judgeFigure(figure, computed),
    from: [level, ...base.from],
    arithmetic: `${printedOf(context, level)} ÷ ${base.text}${isGrowth ? " − 1" : ""} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

/** 增速为年度目标(5%)的两倍多. */
function linkTimesTarget(context: LinkContext, figure: Figure, growth: Figure | undefined): void {
  const target = figure.before.find(({ role }) => role === "target" || role === "reference-rate");
  const computed =
    target === undefined || growth === undefined
      ? undefined
      : divide(quantity(growth), quantity(target));
  if (
    target === undefined ||
    growth === undefined ||
    computed === undefined ||
    !/目标|任务|全[市省国]/u.test(figure.chunk)
  ) {
    addUnverifiable(context, figure, "multiple", "base");
    return;
  }
  addClaim(context, figure, {
    kind: "multiple",
    ...judgeFigure(figure, computed),
    from: [growth, target],
    arithmetic: `${printedOf(context, growth)} ÷ ${printedOf(context, target)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}
