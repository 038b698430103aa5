import type { Quantity } from "../../../model/interval.ts";
import { ratioOf, toNumber } from "../../../model/ratio.ts";
import {
  isComparable,
  judgeFigure,
  quantity,
  quantityIn,
  resultOf,
  statedOf,
} from "./quantities.ts";
import type { Figure } from "../figures/figure.ts";
import { givenBasis } from "./growth-bases.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";

interface Average {
  /**
   * It may confirm, not contradict: the years are those of another pair of the sentence, or the growth is real and does not follow
   * from current prices (生产总值由1186亿元增加到1724亿元,年均增长6.1%).
   */
  readonly isGuess?: boolean;
  readonly quantity: Quantity;
  readonly from: readonly Figure[];
  readonly text: string;
}

/**
 * 由2020年的186亿元增加到2023年的268亿元,年均增长12.9%: the root of as many years; 两年平均增长 from the growths of both years, or from
 * the growth on two years before.
 */
export function linkAverage(context: LinkContext, figure: Figure): void {
  const found = ofLevels(context, figure) ?? ofGrowths(context, figure);
  const given = givenBasis(figure);
  const judged = found === undefined ? undefined : judgeFigure(figure, found.quantity);
  const isOpen = found?.isGuess === true;
  if (found === undefined || judged === undefined || (judged.verdict === "disagrees" && isOpen)) {
    const notes = given === undefined ? [] : [given];
    addUnverifiable(context, figure, "growth", "base", { notes });
    return;
  }
  addClaim(context, figure, {
    kind: "growth",
    ...judged,
    from: found.from,
    arithmetic: `${found.text} = ${resultOf(found.quantity, statedOf(figure).decimals)}%`,
  });
}

const YEAR = /((?:19|20)\d{2})年[^,;\d]*$/u;

/** Two numbers side by side, each with its year; what they grew by in all may stand between: 增长43.6%,年均增长7.5%. */
function ofLevels(context: LinkContext, figure: Figure): Average | undefined {
  const earlier = beforeInSentence(context, figure);
  const between = earlier.findIndex(({ role }) => role === "level");
  const isBeside = earlier
    .slice(0, between)
    .every(({ role }) => role === "growth" || role === "increase" || role === "multiple");
  const [now, then] = between < 0 || !isBeside ? [] : earlier.slice(between, between + 2);
  if (now === undefined || then?.index !== now.index - 1) return undefined;
  const own = yearsOf(now, then);
  // 从78.4亿元增加到112.6亿元 goes on with the years told before.
  const years = own ?? yearsBefore(earlier.slice(between + 2));
  if (years === undefined) return undefined;
  const base = quantityIn(then, now.unit);
  if (now.role !== "level" || then.role !== "prior" || !isComparable(now, then)) return undefined;
  if (base === undefined) return undefined;
  const top = quantity(now);
  const root = (a: number, b: number): number => ((a / b) ** (1 / years) - 1) * 100;
  const [value, low, high] = [
    root(toNumber(top.value), toNumber(base.value)),
    root(toNumber(top.range.low), toNumber(base.range.high)),
    root(toNumber(top.range.high), toNumber(base.range.low)),
  ];
  const text = (): string =>
    `(${printedOf(context, now)} ÷ ${printedOf(context, then)})^(1/${years}) − 1`;
  const found = averageOf([value, low, high], [now, then], text);
  return found === undefined
    ? undefined
    : { ...found, isGuess: own === undefined || givenBasis(figure) !== undefined };
}

function yearsOf(now: Figure, then: Figure): number | undefined {
  const [last, first] = [now, then].map(({ chunk }) => Number(YEAR.exec(chunk)?.[1]));
  const years = (last ?? NaN) - (first ?? NaN);
  return years >= 2 ? years : undefined;
}

function yearsBefore(earlier: readonly Figure[]): number | undefined {
  for (const [place, then] of earlier.entries()) {
    const now = earlier[place - 1];
    const years = now?.index === then.index + 1 ? yearsOf(now, then) : undefined;
    if (years !== undefined) return years;
  }
  return undefined;
}

const COUNTED_YEARS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5 };

/** 增长12.1%,去年同期增长8.4%,两年平均增长10.2%; 比2019年同期增长13.5%,两年平均增长6.5%. */
function ofGrowths(context: LinkContext, figure: Figure): Average | undefined {
  const word = /([两三四五])年(?:平均|年均)/u.exec(figure.chunk)?.[1] ?? "";
  const years = COUNTED_YEARS[word];
  const [last, before] = beforeInSentence(context, figure);
  if (years === undefined || last?.role !== "growth" || last.index !== figure.index - 1)
    return undefined;
  const isSince = /(?:比|较)(?:19|20)\d{2}年(?:同期)?(?:增长|下降)$/u.test(last.chunk);
  if (isSince) return compound(context, [last], years);
  const isOfYearBefore = /^(?:上|去)年同期(?:增长|下降|增速为?)$/u.test(last.chunk);
  const isPair = years === 2 && isOfYearBefore && before?.index === last.index - 1;
  return isPair && before.role === "growth" ? compound(context, [before, last], 2) : undefined;
}

function compound(
  context: LinkContext,
  rates: readonly Figure[],
  years: number
): Average | undefined {
  const root = (pick: (rate: Quantity) => number): number => {
    const product = rates.reduce((total, rate) => total * (1 + pick(quantity(rate)) / 100), 1);
    return (product ** (1 / years) - 1) * 100;
  };
  const values = [
    root(({ value }) => toNumber(value)),
    root(({ range }) => toNumber(range.low)),
    root(({ range }) => toNumber(range.high)),
  ] as const;
  return averageOf(values, rates, () => {
    const factors = rates.map((rate) => `(1 + ${printedOf(context, rate)})`).join(" × ");
    return `[${factors}]^(1/${years}) − 1`;
  });
}

/** Roots are no fractions: fifteen digits of them are as good as exact here. */
function averageOf(
  values: readonly [value: number, low: number, high: number],
  from: readonly Figure[],
  textOf: () => string
): Average | undefined {
  if (!values.every((value) => Number.isFinite(value))) return undefined;
  const [value, low, high] = values.map((each) => ratioOf(Number(each.toPrecision(15))));
  if (value === undefined || low === undefined || high === undefined) return undefined;
  return { quantity: { value, range: { low, high } }, from, text: textOf() };
}
