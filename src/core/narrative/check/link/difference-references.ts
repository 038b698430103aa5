import { normaliseText } from "../../../catalog/normalise.ts";
import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { earlierIn, scopeIn } from "../figures/against.ts";
import type { Against } from "../figures/against.ts";
import type { Figure } from "../figures/figure.ts";
import { CHANGED_TO } from "../figures/role-words.ts";
import { sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";

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
export function referenceOf(context: LinkContext, figure: Figure, own: Figure): Figure | undefined {
  const { against, place } = placeInList(context, figure);
  const held = heldRates(context, figure);
  if (held.length > 0) return held[Math.min(place, held.length - 1)];
  const behind = heldBehind(context, figure, against);
  if (behind !== undefined) return behind;
  const previous = context.figures[figure.index - 1];
  if (
    previous?.sentence === figure.sentence &&
    (previous.role === "reference-rate" || previous.role === "earlier-rate")
  ) {
    return previous;
  }
  // 未完成10%的目标,差2.8个百分点: what is missing is missing to the target.
  if (
    previous?.sentence === figure.sentence &&
    previous.role === "target" &&
    /差[约了]*$/u.test(figure.chunk)
  )
    return previous;
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

/** 高于全国、全省1.3个、1.4个百分点(全国5.9%,全省5.8%): of the same whole or time as the words before it. */
function heldBehind(
  context: LinkContext,
  figure: Figure,
  against: Against | null
): Figure | undefined {
  let last = figure;
  for (let next = context.figures[last.index + 1]; next !== undefined;) {
    const goesOn = next.role === figure.role && /^(?:[、和与及,]|以及)[^,;]{0,8}$/u.test(next.lead);
    if (!goesOn || next.sentence !== figure.sentence || last.after.length > 0) break;
    last = next;
    next = context.figures[last.index + 1];
  }
  const held = last.after.filter(
    ({ role }) => role === "reference-rate" || role === "earlier-rate"
  );
  if (against === null) return held.length === 1 ? held[0] : undefined;
  return held.find((other) => isSameAgainst(other.against, against));
}

function isSameAgainst(a: Against | null, b: Against): boolean {
  if (a?.kind === "scope" && b.kind === "scope") return a.scope === b.scope;
  return a?.kind === "period" && b.kind === "period" && a.period === b.period;
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
