import { minus } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import type { Note } from "../working.ts";
import { printedOf, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, quantityIn } from "./quantities.ts";

export interface Base {
  readonly quantity: Quantity;
  readonly from: readonly Figure[];
  readonly text: string;
}

/** Last year's value: as it is told, or the level less its increase. */
export function baseOf(
  context: LinkContext,
  figures: readonly Figure[],
  level: Figure,
  without: Figure
): Base | undefined {
  const prior = [...figures, ...figures.flatMap(({ before, after }) => [...before, ...after])].find(
    ({ role, unit }) => role === "prior" && unit?.family === level.unit?.family
  );
  if (prior !== undefined && prior !== without) {
    const told = quantityIn(prior, level.unit);
    if (told !== undefined)
      return { quantity: told, from: [prior], text: printedOf(context, prior) };
  }
  const opening = openingBefore(context, level, without);
  if (opening !== undefined) {
    const told = quantityIn(opening, level.unit);
    if (told !== undefined)
      return { quantity: told, from: [opening], text: printedOf(context, opening) };
  }
  const increase = nearest(figures, level, "increase");
  if (increase === undefined || increase === without) return undefined;
  const added = quantityIn(increase, level.unit);
  if (added === undefined) return undefined;
  const sign = signedValue(increase) < 0 ? "+" : "−";
  return {
    quantity: minus(quantity(level), added),
    from: [increase],
    text: `(${printedOf(context, level)} ${sign} ${printedOf(context, increase).replace(/^-/u, "")})`,
  };
}

/** 412户,较上年末增加37户。上年末规上工业企业375户: the base in a sentence of its own beside it. */
function openingBefore(context: LinkContext, level: Figure, without: Figure): Figure | undefined {
  const { topic, sentence } = level;
  if (topic === null || without.role !== "increase" || openingOf(without) !== "year")
    return undefined;
  return sameTopic(context, level, topic.key, ["prior"]).find(
    (other) =>
      openingOf(other) === "year" &&
      other.topic?.subject === topic.subject &&
      other.sentence.paragraph === sentence.paragraph &&
      Math.abs(other.sentence.index - sentence.index) <= 1 &&
      other.unit?.family === level.unit?.family
  );
}

export function nearest(
  figures: readonly Figure[],
  beside: Figure,
  role: Figure["role"]
): Figure | undefined {
  return figures
    .filter((other) => other.role === role && other !== beside)
    .sort((a, b) => Math.abs(a.index - beside.index) - Math.abs(b.index - beside.index))[0];
}

/** The level before a growth; 较考核口径同期11.34亿元 is what somebody compares it with. */
export function levelOf(figures: readonly Figure[], figure: Figure): Figure | undefined {
  return figures
    .filter(
      ({ role, index, chunk }) =>
        role === "level" && index < figure.index && !/^(?:[比较由]|从(?!业))/u.test(chunk)
    )
    .at(-1);
}

/** 比年初增加12.5亿元,增长9.8%: an increase since another time need not be that of the growth beside it. */
export function isOfOtherBase(figure: Figure, from: readonly Figure[]): boolean {
  // 环比下降4.2%(9月3.57亿千瓦时): the bracket behind it tells its own base.
  if (from.some((other) => figure.after.includes(other))) return false;
  const own = ownOpening(figure, from);
  return from.some((other) => other.role !== "level" && openingOf(other) !== own);
}

/** 较上年末375户增加37户,增长9.9%: right behind a base that is told, both are since then. */
function ownOpening(figure: Figure, from: readonly Figure[]): string | null {
  const own = openingOf(figure);
  if (own !== null || /[同环]比/u.test(figure.chunk)) return own;
  const told = from.find(({ role, sentence }) => role === "prior" && sentence === figure.sentence);
  const isBehind =
    told !== undefined && figure.index > told.index && figure.index <= told.index + 2;
  return isBehind ? openingOf(told) : own;
}

/**
 * Since when something counts: 年初 and 上年末 are one time; null for the same time of last year, which most mean. 前年同期 and
 * 2019年同期 are other times, 考核口径同期 is another number of that time.
 */
function openingOf(figure: Figure): string | null {
  // 较上年末(298万千瓦)增加: the words stand before the bracket.
  const chunk = figure.head === null ? figure.chunk : figure.head + figure.lead;
  const other = /前年|(?:19|20)\d{2}年(?=同期)|口径|可比|剔除|扣除|还原/u.exec(chunk)?.[0];
  if (other !== undefined) return other;
  if (/年初|(?:上|去)年(?:末|底)/u.test(chunk)) return "year";
  // Half a year beside 上年 may stand beside the whole of it.
  if (/(?:上|去)年(?!同期|同月)/u.test(chunk) && !isWholeYear(figure)) return "last-year";
  return /上月|上季|环比|\d月末?/u.exec(chunk)?.[0] ?? null;
}

function isWholeYear({ topic }: Figure): boolean {
  const period = topic?.period ?? null;
  return period === null || /^\d{4}$|-01\.\.12$|-12-end$/u.test(period);
}

/** A growth that the statistics office gives: real, or over a re-aligned base. */
export function givenBasis(figure: Figure): Extract<Note, { code: "given" }> | undefined {
  const basis = figure.topic?.indicator?.growthBasis;
  return basis === "constant-price" || basis === "same-scope"
    ? { code: "given", basis }
    : undefined;
}
