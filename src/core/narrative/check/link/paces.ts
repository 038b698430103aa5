import { constant, minus } from "../../../model/interval.ts";
import { roundTo } from "../../../model/decimal.ts";
import type { Figure } from "../figures/figure.ts";
import { attained } from "./attained.ts";
import { addClaim, addUnverifiable, before, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { plannedBefore } from "./plans.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";

/** Attained − time gone. Paces are printed rounded too (16.67, 91.7): the difference from either is right. */
export function linkLead(context: LinkContext, figure: Figure): void {
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
export function linkGap(context: LinkContext, figure: Figure): void {
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
