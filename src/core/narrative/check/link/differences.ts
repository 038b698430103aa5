import { minus } from "../../../model/interval.ts";
import { normaliseText } from "../../../catalog/normalise.ts";
import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { earlierIn, scopeIn } from "../figures/against.ts";
import type { Against } from "../figures/against.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { CHANGED_TO } from "../figures/role-words.ts";
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
  const computed = reference && minus(quantity(own), quantity(reference));
  const judged = computed && judgeFigure(figure, computed);
  // Of several differences from one reference it is open whose each is, unless they go by their places.
  const isPaired = pairedRate(context, figure) === own;
  const isDoubtful =
    judged?.verdict === "disagrees" &&
    !isPaired &&
    (own.topic?.key !== figure.topic?.key || isOfOneReference(context, figure));
  if (computed === undefined || judged === undefined || isDoubtful) {
    const what = figure.role === "change" ? "earlier-rate" : "reference";
    addUnverifiable(context, figure, "difference", what, { from: [own] });
    return;
  }
  addClaim(context, figure, {
    kind: "difference",
    ...judged,
    from: reference === undefined ? [own] : [own, reference],
    arithmetic: `${signed(own)} − ${reference === undefined ? "" : bracketed(reference)} = ${resultOf(computed, statedOf(figure).decimals)}`,
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
    (other) =>
      other.index < figure.index &&
      wanted.includes(other.role) &&
      !isCompared(context, other, figure)
  );
  const last = own.at(-1);
  // A change of the share that stands just before it, without a word of its own.
  if (last !== undefined) return last;
  const before = beforeInSentence(context, figure).find(
    (other) => wanted.includes(other.role) && !isCompared(context, other, figure)
  );
  if (before !== undefined && (figure.topic === null || before.topic?.key === figure.topic.key))
    return before;
  // 亏损企业42户,占规上企业的25.8%,亏损面较上年同期(28.4%)下降2.6个百分点: another name of the rate right before it.
  if (before?.index === figure.index - figure.before.length - 1 && figure.before.length > 0)
    return before;
  if (figure.topic === null) return undefined;
  return sameTopic(context, figure, figure.topic.key, wanted).find(
    (other) => other.index < figure.index && other.topic?.subject === figure.topic?.subject
  );
}

/** 分别高于固定资产投资增速7.6个、11.9个百分点, where one reference or none is named. */
function isOfOneReference(context: LinkContext, figure: Figure): boolean {
  const [first = figure, ...more] = listAround(context, figure);
  if (more.length === 0 || !/分别/u.test(first.chunk) || first.before.length > 1) return false;
  return first.chunk.split(/[、和与及]/u).filter((part) => scopeIn(part) !== undefined).length < 2;
}

/** 全市增速为11.8%,全省开发区为10.3%,分别比全市、全省开发区高…: what it is compared with is not its own. */
function isCompared(context: LinkContext, rate: Figure, figure: Figure): boolean {
  const scope = scopeIn(rate.topic?.subject ?? "");
  if (scope === undefined || figure.role !== "difference") return false;
  const [first = figure] = listAround(context, figure);
  const words = /(?:高于|低于|快于|慢于|比|较|与)([^,;]*)$/u.exec(first.chunk)?.[1] ?? "";
  return words.split(/[、和与及]/u).some((part) => scopeIn(part) === scope);
}

/** 甲、乙增速分别为2.3%、1.1%,低于全市(9.8%)7.5个、8.7个百分点: the second of the one is of the second of the other. */
function pairedRate(context: LinkContext, figure: Figure): Figure | undefined {
  const list = listAround(context, figure);
  const [first] = list;
  if (first === undefined || list.length < 2 || first.before.length > 1) return undefined;
  const last = beforeInSentence(context, first)[0];
  if (last?.role !== "growth") return undefined;
  const isEach = /分别/u.test(first.chunk);
  const growths = beforeInSentence(context, first).slice(0, list.length);
  // 工业投资增长17.2%,技改投资增长21.5%,分别高于固定资产投资增速7.6个、11.9个百分点.
  const rates =
    isEach && growths.every(({ role }) => role === "growth")
      ? [...growths].reverse()
      : listAround(context, last);
  const names = first.chunk.split(/[、和与及]/u).filter((part) => scopeIn(part) !== undefined);
  if (rates.length !== list.length || names.length > 1) return undefined;
  return rates[list.indexOf(figure)];
}

/** 高8.2个百分点、低9.8个百分点和高4.7个百分点. */
const NEXT = /^(?:[、和与及,]|以及)(?:[高低快慢][于出]?)?$/u;

/** The numbers of one role that stand side by side: 7.5个、8.7个. */
export function listAround(context: LinkContext, figure: Figure): readonly Figure[] {
  const isNext = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.role === b.role &&
    a.sentence === b.sentence &&
    a.head === b.head &&
    NEXT.test(b.lead);
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
  const next = context.figures[figure.index + 1];
  // 同比提高3.7个百分点(上年同期为52.3%)
  if (next?.role === "earlier-rate" && next.sentence === figure.sentence) {
    if (/^\((?:上|去)年同期/u.test(next.lead)) return next;
    // 较1-9月提高0.4个百分点,1-9月为9.4%
    const told = earlierIn(next.chunk);
    if (against?.kind === "period" && told?.kind === "period" && told.period === against.period)
      return next;
  }
  // 由上年同期的58.3%提高到61.9%,提高3.6个百分点
  const base = context.figures[own.index - 1];
  if (base?.role === "earlier-rate" && base.sentence === own.sentence && CHANGED_TO.test(own.lead))
    return figure.role === "change" && figure.index === own.index + 1 ? base : undefined;
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
  while (NEXT.test(first.lead)) {
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
  while (NEXT.test(first.lead)) {
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
  if (against.kind === "name") {
    // 工业投资增长14.5%,高于固定资产投资增速4.7个百分点: told once in the paragraph, and of the same zones.
    const key = recogniseIndicator(against.name)?.id ?? `other:${normaliseText(against.name)}`;
    const told = sameTopic(context, own, key, [own.role]).filter(
      ({ topic: other, sentence }) =>
        sentence.paragraph === own.sentence.paragraph && other?.subject === topic.subject
    );
    return key !== topic.key && told.length === 1 ? told[0] : undefined;
  }
  return undefined;
}
