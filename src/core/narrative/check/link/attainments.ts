import { constant, minus, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import { roundTo } from "../../../model/decimal.ts";
import type { Figure } from "../figures/figure.ts";
import {
  addClaim,
  addUnverifiable,
  before,
  beforeInSentence,
  printedOf,
  sameTopic,
} from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { planSaid } from "./named-plans.ts";
import { isOfOthers, plannedBefore } from "./plans.ts";
import type { Attained } from "./plans.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";

/** 完成年度目标(1015亿元)的30.90%, 超时间进度5.90个百分点, 距目标差2个百分点. */
export function linkAttainments(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure) || figure.head !== null) continue;
    if (figure.role === "attainment") linkAttainment(context, figure);
    if (figure.role === "pace-lead") linkLead(context, figure);
    if (figure.role === "gap") linkGap(context, figure);
  }
}

/** V ÷ T × 100, where both stand in the text. */
function attained(context: LinkContext, figure: Figure): Attained | undefined {
  const target = targetOf(context, figure);
  if (target === undefined) return undefined;
  const levels = [
    ...before(context, figure, ["level"]),
    ...beforeInSentence(context, figure).filter(({ role }) => role === "level"),
  ].filter((other) => other !== target);
  for (const value of levels) {
    const part = quantityIn(value, target.unit);
    const computed = part === undefined ? undefined : shareOf(part, setQuantity(target));
    if (computed !== undefined) return { value, target, quantity: computed };
  }
  return undefined;
}

/** A target of whole units (年度目标6亿美元) was set so and is no rounded number; a plan that adds up projects may be one. */
function setQuantity(target: Figure): Quantity {
  const isSet = /目标|任务/u.test(target.chunk + (target.head ?? "")) && target.decimals === 0;
  return isSet && target.source === null ? constant(target.value) : quantity(target);
}

function targetOf(context: LinkContext, figure: Figure): Figure | undefined {
  const isAmount = (other: Figure): boolean =>
    other.unit?.family !== "rate" && other.unit?.family !== "points";
  const held = figure.before.find(
    (other) => (other.role === "target" || other.role === "reference-level") && isAmount(other)
  );
  const behind = figure.after.find((other) => other.role === "target" && isAmount(other));
  if (held !== undefined || behind !== undefined) return held ?? behind;
  // 全年预计完成投资120亿元,…完成预计目标的87.69%: what is expected of the year is that target.
  const isExpected = /预[计期]目标/u.test(figure.chunk);
  const inSentence = beforeInSentence(context, figure).find(
    ({ role }) => role === "target" || (isExpected && role === "forecast")
  );
  if (inSentence !== undefined && isAmount(inSentence)) return inSentence;
  if (figure.topic === null) return undefined;
  return sameTopic(context, figure, figure.topic.key, ["target"]).find(
    (other) =>
      isAmount(other) &&
      other.topic?.subject === figure.topic?.subject &&
      other.index < figure.index
  );
}

/** Numbers between a target and what was attained of it: behind more, the target is never the one that is meant. */
const FARTHEST = 200;

/**
 * 到位内资…完成年任务80亿元的107.5%;利用外资1.2亿美元,完成年任务的80%: by then something else may be spoken of, and a target
 * from before can only confirm.
 */
function mayBeLeft(context: LinkContext, { target, value }: Attained, figure: Figure): boolean {
  if (figure.index - target.index > FARTHEST) return true;
  return context.figures
    .slice(target.index + 1, figure.index)
    .some(
      (other) =>
        other.role === "level" &&
        other !== value &&
        other.segment !== target.segment &&
        (other.topic === null || other.topic.key !== target.topic?.key)
    );
}

function linkAttainment(context: LinkContext, figure: Figure): void {
  const near = attained(context, figure);
  const isNear = near !== undefined && !isOfOthers(context, near);
  const told = isNear ? near : (plannedBefore(context, figure) ?? near);
  const isLeft =
    told !== undefined && told === near && (!isNear || mayBeLeft(context, told, figure));
  const said = told === undefined || isLeft ? planSaid(context, figure) : undefined;
  const found = isLeft && fits(figure, told) ? told : (said ?? told);
  const judged = found === undefined ? undefined : judgeFigure(figure, found.quantity);
  const isDoubtful = judged?.verdict === "disagrees" && isLeft && found !== said;
  if (found === undefined || judged === undefined || isDoubtful) {
    addUnverifiable(context, figure, "rate", "target", {
      from: before(context, figure, ["level"]).slice(0, 1),
    });
    return;
  }
  addClaim(context, figure, {
    kind: "rate",
    ...judged,
    from: [found.value, found.target],
    arithmetic: `${printedOf(context, found.value)} ÷ ${printedOf(context, found.target)} = ${resultOf(found.quantity, statedOf(figure).decimals)}%`,
  });
}

function fits(figure: Figure, { quantity: computed }: Attained): boolean {
  return judgeFigure(figure, computed).verdict !== "disagrees";
}

/** Attained − time gone. Paces are printed rounded too (16.67, 91.7): the difference from either is right. */
function linkLead(context: LinkContext, figure: Figure): void {
  const rate =
    rateByPlace(context, figure) ??
    before(context, figure, ["attainment", "rate"])[0] ??
    beforeInSentence(context, figure).find(isAttained);
  if (rate === undefined) {
    addUnverifiable(context, figure, "pace", "attained");
    return;
  }
  const paces = pacesOf(context, figure);
  const amounts = attained(context, rate) ?? plannedBefore(context, rate);
  const attainedBy = amounts === undefined ? [quantity(rate)] : [quantity(rate), amounts.quantity];
  const [first] = paces;
  if (first === undefined) {
    addUnverifiable(context, figure, "pace", "counterpart", { from: [rate] });
    return;
  }
  const trials = attainedBy.flatMap((each) =>
    paces.map(({ value, figure: printed }) => {
      const computed = minus(each, printed === null ? constant(value) : quantity(printed));
      return { computed, judged: judgeFigure(figure, computed), pace: value, printed };
    })
  );
  const best =
    trials.find(({ judged }) => judged.verdict === "agrees") ??
    // A pace of whole percents (42%) is taken as it is printed: two roundings on top of each other would excuse anything.
    trials.find(({ judged, pace, printed }) => {
      return judged.verdict === "within-rounding" && (printed !== null || !Number.isInteger(pace));
    }) ??
    trials[0];
  if (best === undefined) return;
  const isGuess = best.printed === null && !hasPeriod(figure);
  addClaim(context, figure, {
    kind: "pace",
    verdict: best.judged.verdict === "disagrees" && isGuess ? "unverifiable" : best.judged.verdict,
    computed: best.judged.computed,
    notes: best.judged.notes,
    from: [rate, ...(best.printed === null ? [] : [best.printed])],
    arithmetic: `${printedOf(context, rate)} − ${best.pace}% = ${resultOf(best.computed, statedOf(figure).decimals)}`,
  });
}

function isAttained({ role }: Figure): boolean {
  return role === "attainment" || role === "rate";
}

/** 完成率分别为43.2%、37.8%,分别超时序进度9.9个、4.5个百分点: as many leads as rates go together by their places. */
function rateByPlace(context: LinkContext, figure: Figure): Figure | undefined {
  let first = figure;
  for (;;) {
    const previous = context.figures[first.index - 1];
    if (previous?.role !== "pace-lead" || previous.sentence !== figure.sentence) break;
    first = previous;
  }
  let count = 0;
  for (let i = first.index; context.figures[i]?.role === "pace-lead"; i++) {
    if (context.figures[i]?.sentence !== figure.sentence) break;
    count += 1;
  }
  if (count < 2 || !/分别/u.test(first.lead)) return undefined;
  const rates = beforeInSentence(context, first).filter(isAttained).slice(0, count).reverse();
  return rates.length === count ? rates[figure.index - first.index] : undefined;
}

interface Pace {
  readonly value: number;
  readonly figure: Figure | null;
}

export function pacesOf(context: LinkContext, figure: Figure): readonly Pace[] {
  const held = [...figure.before, ...beforeInSentence(context, figure)].find(
    ({ role }) => role === "pace"
  );
  if (held !== undefined) return [{ value: held.value, figure: held }];
  const months = monthsOf(figure.topic?.period ?? null) ?? monthsOf(periodBefore(context, figure));
  if (months === undefined) return [];
  const exact = (months / 12) * 100;
  return [12, 2, 1, 0].map((places) => ({ value: roundTo(exact, places), figure: null }));
}

function hasPeriod(figure: Figure): boolean {
  return figure.topic?.period !== null && figure.topic?.period !== undefined;
}

function periodBefore(context: LinkContext, figure: Figure): string | null {
  for (let i = figure.index; i >= 0 && i > figure.index - 60; i--) {
    const period = context.figures[i]?.topic?.period;
    if (period !== null && period !== undefined) return period;
  }
  return null;
}

/** Months of the year that are gone: 2023-01..06 → 6, a month's end likewise. */
export function monthsOf(period: string | null): number | undefined {
  if (period === null) return undefined;
  const months = /-01\.\.(\d{2})$/u.exec(period)?.[1] ?? /-(\d{2})(?:-end)?$/u.exec(period)?.[1];
  if (months !== undefined) return Number(months);
  const quarter = /-Q(\d)$/u.exec(period)?.[1];
  return quarter === undefined ? undefined : Number(quarter) * 3;
}

/** Own rate − target, in points. */
function linkGap(context: LinkContext, figure: Figure): void {
  const own =
    before(context, figure, ["growth", "share", "rate", "attainment"])[0] ??
    beforeInSentence(context, figure).find(
      ({ role }) => role === "growth" || role === "rate" || role === "share"
    );
  const target =
    figure.before.find(({ unit }) => unit?.family === "rate") ??
    beforeInSentence(context, figure).find(
      ({ role, unit }) => role === "target" && unit?.family === "rate"
    );
  if (own === undefined || target === undefined) {
    addUnverifiable(context, figure, "difference", own === undefined ? "own-rate" : "target");
    return;
  }
  const computed = minus(quantity(own), quantity(target));
  addClaim(context, figure, {
    kind: "difference",
    ...judgeFigure(figure, computed),
    from: [own, target],
    arithmetic: `${printedOf(context, own)} − ${printedOf(context, target)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}
