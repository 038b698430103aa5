import { minus } from "../../../model/interval.ts";
import { scopeIn } from "../figures/against.ts";
import type { Against } from "../figures/against.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";

const RATES: readonly Role[] = ["growth", "share", "rate", "average", "attainment"];

/** 高于全市(4.3%)14.9个百分点, 比1-5月加快0.3个百分点: own rate − reference, its sign by the word. */
export function linkDifferences(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure) || figure.head !== null) continue;
    if (figure.role === "difference" || figure.role === "change") linkDifference(context, figure);
  }
}

function linkDifference(context: LinkContext, figure: Figure): void {
  const own = ownRate(context, figure);
  if (own === undefined) {
    addUnverifiable(context, figure, "difference", "own-rate");
    return;
  }
  const reference = referenceOf(context, figure, own);
  if (reference === undefined) {
    const what = figure.role === "change" ? "earlier-rate" : "reference";
    addUnverifiable(context, figure, "difference", what, { from: [own] });
    return;
  }
  const computed = minus(quantity(own), quantity(reference));
  const judged = judgeFigure(figure, computed);
  addClaim(context, figure, {
    kind: "difference",
    ...judged,
    from: [own, reference],
    arithmetic: `${signed(own)} − ${bracketed(reference)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

export function signed(figure: Figure): string {
  return `${signedValue(figure)}${figure.unit?.name ?? ""}`;
}

function bracketed(figure: Figure): string {
  return signedValue(figure) < 0 ? `(${signed(figure)})` : signed(figure);
}

/** The rate that is compared: of shares where the words say so, else the last rate of the topic. */
function ownRate(context: LinkContext, figure: Figure): Figure | undefined {
  const paired = pairedRate(context, figure);
  if (paired !== undefined) return paired;
  const wanted: readonly Role[] = /占比|比重|份额/u.test(figure.chunk)
    ? ["share"]
    : /增速|增幅|降幅|涨幅/u.test(figure.chunk)
      ? ["growth", "average"]
      : RATES;
  const frame = context.frameOf.get(figure);
  const own = (frame?.figures ?? []).filter(
    (other) => other.index < figure.index && wanted.includes(other.role)
  );
  const last = own.at(-1);
  // A change of the share that stands just before it, without a word of its own.
  if (last !== undefined) return last;
  const before = beforeInSentence(context, figure).find(({ role }) => wanted.includes(role));
  if (before !== undefined && (figure.topic === null || before.topic?.key === figure.topic.key))
    return before;
  if (figure.topic === null) return undefined;
  return sameTopic(context, figure, figure.topic.key, wanted).find(
    (other) => other.index < figure.index && other.topic?.subject === figure.topic?.subject
  );
}

/** 甲、乙增速分别为2.3%、1.1%,低于全市(9.8%)7.5个、8.7个百分点: the second of the one is of the second of the other. */
function pairedRate(context: LinkContext, figure: Figure): Figure | undefined {
  const list = listAround(context, figure);
  const [first] = list;
  if (first === undefined || list.length < 2 || first.before.length > 1) return undefined;
  const last = beforeInSentence(context, first)[0];
  if (last?.role !== "growth") return undefined;
  const rates = listAround(context, last);
  const names = first.chunk.split(/[、和与及]/u).filter((part) => scopeIn(part) !== undefined);
  if (rates.length !== list.length || names.length > 1) return undefined;
  return rates[list.indexOf(figure)];
}

/** The numbers of one role that stand side by side: 7.5个、8.7个. */
export function listAround(context: LinkContext, figure: Figure): readonly Figure[] {
  const isNext = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.role === b.role &&
    a.sentence === b.sentence &&
    a.head === b.head &&
    /^(?:[、和与及,]|以及)$/u.test(b.lead);
  let start = figure.index;
  while (isNext(context.figures[start - 1], context.figures[start])) start -= 1;
  let end = figure.index;
  while (isNext(context.figures[end], context.figures[end + 1])) end += 1;
  return context.figures.slice(start, end + 1);
}

/** The other rate: in the bracket, between 比 and 高, or told of that whole or period elsewhere in the text. */
function referenceOf(context: LinkContext, figure: Figure, own: Figure): Figure | undefined {
  const { against, place } = placeInList(context, figure);
  const held = heldRates(context, figure);
  if (held.length > 0) return held[Math.min(place, held.length - 1)];
  const previous = context.figures[figure.index - 1];
  if (
    previous?.sentence === figure.sentence &&
    (previous.role === "reference-rate" || previous.role === "earlier-rate")
  ) {
    return previous;
  }
  if (against === null || own.topic === null) return undefined;
  return toldElsewhere(context, own, against);
}

/** Of 高于全国、全省1.2个和0.8个百分点 the second is of 全省. */
function placeInList(
  context: LinkContext,
  figure: Figure
): { against: Against | null; place: number } {
  let place = 0;
  let first = figure;
  while (/^(?:[、和与及]|以及)$/u.test(first.lead)) {
    const previous = context.figures[first.index - 1];
    if (previous?.role !== figure.role || previous.sentence !== figure.sentence) break;
    first = previous;
    place += 1;
  }
  const scopes = first.chunk.split(/[、和与及]/u).map((part) => scopeIn(part));
  const scope = scopes[place];
  const isListed = scopes.filter((each) => each !== undefined).length > 1;
  return {
    place,
    against: isListed && scope !== undefined ? { kind: "scope", scope } : figure.against,
  };
}

function heldRates(context: LinkContext, figure: Figure): readonly Figure[] {
  let first = figure;
  while (/^(?:[、和与及]|以及)$/u.test(first.lead)) {
    const previous = context.figures[first.index - 1];
    if (
      previous?.role !== figure.role ||
      previous.sentence !== figure.sentence ||
      previous.head !== null
    )
      break;
    first = previous;
  }
  return first.before.filter(
    ({ role }) => role === "reference-rate" || role === "earlier-rate" || role === "growth"
  );
}

function toldElsewhere(context: LinkContext, own: Figure, against: Against): Figure | undefined {
  const topic = own.topic;
  if (topic === null) return undefined;
  const rates = sameTopic(context, own, topic.key, [own.role]);
  if (against.kind === "scope") {
    const told = rates.filter(
      (other) =>
        scopeIn(other.topic?.subject ?? "") === against.scope &&
        other.topic?.subject !== topic.subject &&
        (other.topic?.period ?? topic.period) === (topic.period ?? other.topic?.period)
    );
    return told[0];
  }
  if (against.kind === "period") {
    return rates.find(
      (other) => other.topic?.period === against.period && other.topic.subject === topic.subject
    );
  }
  return undefined;
}
