import { findUnit } from "../../../catalog/units.ts";
import { divide, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { linkPerOne } from "./per-one.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";
import { linkStructure } from "./structures.ts";

/** 亩均20万元, 平均每项合同成交额403.3万元, and structures that make a hundred: 三次产业结构比为8.1:45.2:46.7. */
export function linkQuotients(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure) || figure.head !== null) continue;
    if (figure.role === "ratio-part") linkStructure(context, figure);
    else if (figure.unit?.family === "intensity") linkIntensity(context, figure);
    else if (linkPerOne(context, figure)) continue;
    else if (/(?:亩均|每亩|户均|人均|平均每[个户家宗亩])[一-龥]{0,8}$/u.test(figure.chunk))
      linkAverage(context, figure);
  }
}

/** 3.2亿元/平方公里: the money by the land or the heads before it. Where several are told, it can only be confirmed. */
function linkIntensity(context: LinkContext, figure: Figure): void {
  const [top, bottom] = (figure.unit?.name ?? "").split("/").map((name) => findUnit(name));
  if (top === undefined || bottom === undefined) return;
  const levels = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const amounts = levels.filter(({ unit }) => unit?.family === top.family);
  const numbers = levels.filter(
    ({ unit }) =>
      unit?.family === bottom.family && (unit.family !== "count" || unit.name === bottom.name)
  );
  const trials = amounts.flatMap((amount) =>
    numbers.flatMap((number) => {
      const [a, b] = [quantityIn(amount, top), quantityIn(number, bottom)];
      const computed = a === undefined || b === undefined ? undefined : divide(a, b);
      return computed === undefined
        ? []
        : [{ amount, number, computed, judged: judgeFigure(figure, computed) }];
    })
  );
  const found =
    trials.find(({ judged }) => judged.verdict !== "disagrees") ??
    (trials.length === 1 ? trials[0] : undefined);
  if (found === undefined) return;
  const { amount, number, computed, judged } = found;
  addClaim(context, figure, {
    kind: "rate",
    ...judged,
    from: [amount, number],
    arithmetic: `${printedOf(context, amount)} ÷ ${printedOf(context, number)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

function linkAverage(context: LinkContext, figure: Figure): void {
  if (figure.unit?.family !== "money") return;
  const isLand = /亩/u.test(figure.chunk);
  const amounts = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const money = amounts.find(({ unit }) => unit?.family === "money");
  const numbers = amounts.filter(({ unit }) => unit?.family === (isLand ? "land" : "count"));
  const number = numbers.find((each) => isAverageOf(figure, money, each)) ?? numbers[0];
  if (money === undefined || number === undefined) return;
  // 63个项目,…274亿元,户均4.35亿元: with more than one number of them it is left open which.
  const isOne =
    (isLand && numbers.length === 1) ||
    (amounts.length === 2 && /项目|企业|户/u.test(number.chunk + number.tail));
  const computed = averageOf(figure, money, number);
  if (computed === undefined) return;
  const judged = judgeFigure(figure, computed);
  if (judged.verdict === "disagrees" && !isOne) return;
  addClaim(context, figure, {
    kind: "rate",
    ...judged,
    from: [money, number],
    arithmetic: `${printedOf(context, money)} ÷ ${printedOf(context, number)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

/** Of several numbers of it the one that the average fits. */
function isAverageOf(figure: Figure, money: Figure | undefined, number: Figure): boolean {
  const computed = money === undefined ? undefined : averageOf(figure, money, number);
  return computed !== undefined && judgeFigure(figure, computed).verdict === "agrees";
}

function averageOf(figure: Figure, money: Figure, number: Figure): Quantity | undefined {
  const factor = (money.unit?.factor ?? 1) / (figure.unit?.factor ?? 1);
  const top = scale(quantity(money), Number(factor.toPrecision(12)));
  return divide(top, scale(quantity(number), number.unit?.factor ?? 1));
}
