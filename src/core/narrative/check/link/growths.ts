import { constant, divide, growthOf, minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import type { Note } from "../working.ts";
import { addClaim, addUnverifiable, printedOf, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";

/** Growth, increase and multiple of a level: a = V − V₀, g = a ÷ V₀, m = V ÷ V₀. */
export function linkGrowths(context: LinkContext): void {
  for (const frame of context.frames) {
    for (const figure of frame.figures) {
      if (context.claimed.has(figure)) continue;
      if (figure.role === "growth") linkGrowth(context, frame.figures, figure);
      if (figure.role === "increase") linkIncrease(context, frame.figures, figure);
      if (figure.role === "multiple") linkMultiple(context, frame.figures, figure);
      if (figure.role === "average") addUnverifiable(context, figure, "growth", "base");
    }
  }
}

interface Base {
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

function nearest(
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
        role === "level" && index < figure.index && !/^[比较由从]/u.test(chunk)
    )
    .at(-1);
}

/** 比年初增加12.5亿元,增长9.8%: an increase since another time need not be that of the growth beside it. */
function isOfOtherBase(figure: Figure, from: readonly Figure[]): boolean {
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
function openingOf({ chunk }: Figure): string | null {
  const other = /前年|(?:19|20)\d{2}年(?=同期)|口径|可比|剔除|扣除|还原/u.exec(chunk)?.[0];
  if (other !== undefined) return other;
  if (/年初|(?:上|去)年(?:末|底)/u.test(chunk)) return "year";
  return /上月|上季|环比|\d月末?/u.exec(chunk)?.[0] ?? null;
}

function linkGrowth(context: LinkContext, figures: readonly Figure[], figure: Figure): void {
  const level = levelOf(figures, figure);
  const given = givenBasis(figure);
  const base = level === undefined ? undefined : baseOf(context, figures, level, figure);
  const computed =
    level === undefined || base === undefined
      ? undefined
      : growthOf(quantity(level), base.quantity);
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
  const isOpen = given !== undefined || isOfOtherBase(figure, base.from);
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

function givenBasis(figure: Figure): Extract<Note, { code: "given" }> | undefined {
  const basis = figure.topic?.indicator?.growthBasis;
  return basis === "constant-price" || basis === "same-scope"
    ? { code: "given", basis }
    : undefined;
}

function linkIncrease(context: LinkContext, figures: readonly Figure[], figure: Figure): void {
  const level = levelOf(figures, figure) ?? figures.find(({ role }) => role === "level");
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
  const isOpen = given !== undefined || isOfOtherBase(figure, from);
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

/** 是上年同期的2.3倍: V ÷ V₀; 增长1.2倍: V ÷ V₀ − 1; 翻一番: twice. */
function linkMultiple(context: LinkContext, figures: readonly Figure[], figure: Figure): void {
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
