import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { normaliseText } from "../../../catalog/normalise.ts";
import { shareOf } from "../../../model/interval.ts";
import { scopeIn } from "../figures/against.ts";
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
import { quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";
import type { Judged } from "./quantities.ts";
import {
  compare,
  containerOf,
  farWhole,
  fitting,
  isPlain,
  shareJudged,
} from "./share-candidates.ts";
import { isOfAnother, withoutWhole } from "./share-wholes.ts";

/** 占全市(177.53亿元)的61.53%, 占工业投资的91.72%, 占比33.5%: part ÷ whole × 100. */
export function linkShares(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role === "share" && !context.claimed.has(figure)) linkShare(context, figure);
  }
}

function linkShare(context: LinkContext, figure: Figure): void {
  if (!/占|比重|份额|比例/u.test(figure.chunk) && !hasShareBefore(context, figure)) {
    linkShareOfSome(context, figure);
    return;
  }
  const list = listOf(context, figure);
  if (list.length > 1) {
    linkList(context, list);
    return;
  }
  const part = partOf(context, figure);
  if (part === undefined) {
    addUnverifiable(context, figure, "share", "part");
    return;
  }
  const named = namedWhole(context, figure, part);
  if (named !== undefined) {
    judgeShare(context, figure, part, named);
    return;
  }
  if (figure.against === null || figure.against.kind === "name") {
    if (tryWholes(context, figure, part)) return;
  }
  const far = farWhole(context, figure, part);
  if (far !== undefined) {
    judgeShare(context, figure, part, far);
    return;
  }
  withoutWhole(context, figure, part);
}

function hasShareBefore(context: LinkContext, figure: Figure): boolean {
  const previous = context.figures[figure.index - 1];
  return previous?.role === "share" && previous.sentence === figure.sentence;
}

/** 近八成行业实现增长。32个大类行业中有25个…: the share of some of them, whose counts follow. They may confirm it. */
function linkShareOfSome(context: LinkContext, figure: Figure): void {
  const [whole, part] = [context.figures[figure.index + 1], context.figures[figure.index + 2]];
  if (
    whole?.unit?.family === "count" &&
    part?.unit?.family === "count" &&
    part.sentence === whole.sentence &&
    whole.sentence.index <= figure.sentence.index + 1 &&
    /^[^,;]*中/u.test(whole.tail) &&
    shareJudged(figure, part, whole)?.verdict === "agrees"
  )
    judgeShare(context, figure, part, whole);
  else linkShareOfCounts(context, figure);
}

/** 218个项目中,已有118个投产,超过半数: a share without a word of its own, right behind its two counts. */
function linkShareOfCounts(context: LinkContext, figure: Figure): void {
  const [part, whole] = beforeInSentence(context, figure);
  const isOf =
    part?.unit?.family === "count" &&
    part.unit.name === whole?.unit?.name &&
    part.index === figure.index - 1 &&
    /^[^,;]{0,12}中/u.test(whole.tail) &&
    /^[^,;]*[,、]?(?:已|均)?(?:超过?|过|近|约|逾|接近|不足|不到|达到?)?$/u.test(figure.lead);
  if (isOf) judgeShare(context, figure, part, whole);
  else addUnverifiable(context, figure, "share", "whole");
}

/** Shares side by side: 分别占签约、开工、投产项目的75%、69%、74%. */
function listOf(context: LinkContext, figure: Figure): readonly Figure[] {
  const list = [figure];
  for (let i = figure.index + 1; i < context.figures.length; i++) {
    const other = context.figures[i];
    if (other?.role !== "share" || other.sentence !== figure.sentence) break;
    if (!/^(?:[、和与及,]|以及)$/u.test(other.lead)) break;
    list.push(other);
  }
  return list;
}

function linkList(context: LinkContext, list: readonly Figure[]): void {
  const [first] = list;
  if (first === undefined) return;
  const levels = beforeInSentence(context, first)
    .filter(({ role }) => role === "level")
    .slice(0, list.length)
    .reverse();
  const names =
    first.against?.kind === "name" ? first.against.name.split(/[、和与及]/u).length : list.length;
  list.forEach((figure, index) => {
    const part = levels.length === list.length ? levels[index] : undefined;
    if (part === undefined) addUnverifiable(context, figure, "share", "part");
    else if (names > 1 && names !== list.length) {
      addClaim(context, figure, {
        kind: "share",
        verdict: "disagrees",
        from: [part],
        notes: [{ code: "names", names, numbers: list.length }],
      });
    } else withoutWhole(context, figure, part);
  });
}

/** The level whose share it is: the frame's own, or the last of the sentence. */
function partOf(context: LinkContext, figure: Figure): Figure | undefined {
  const own = before(context, figure, ["level", "increase"]);
  const candidates = own.length > 0 ? own : levelsBefore(context, figure);
  const wanted = wholeFigure(context, figure);
  if (wanted === undefined) return candidates[0];
  return (
    candidates.find((candidate) => quantityIn(candidate, wanted.unit) !== undefined) ??
    candidates[0]
  );
}

function levelsBefore(context: LinkContext, figure: Figure): readonly Figure[] {
  const own = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  if (own.length > 0) return own;
  // 。占全市的… after a full stop goes on with the same topic.
  return figure.topic === null
    ? []
    : sameTopic(context, figure, figure.topic.key, ["level"]).filter(
        (other) => other.index < figure.index && other.sentence.index >= figure.sentence.index - 1
      );
}

/** The whole that stands in a bracket or just before: 占全市(177.53亿元)的, 占全市177.53亿元的. */
function wholeFigure(context: LinkContext, figure: Figure): Figure | undefined {
  const held = figure.before.filter(({ role }) => role === "reference-level");
  if (held.length > 0) return held[0];
  const previous = context.figures[figure.index - 1];
  return previous?.role === "reference-level" &&
    previous.head === null &&
    previous.sentence === figure.sentence
    ? previous
    : undefined;
}

function namedWhole(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  const written = wholeFigure(context, figure);
  if (written !== undefined) return written;
  const against = figure.against;
  if (against?.kind === "scope") {
    if (part.topic === null) return undefined;
    return sameTopic(context, figure, part.topic.key, ["level"]).find(
      (other) =>
        scopeIn(other.topic?.subject ?? "") === against.scope &&
        other.topic?.subject !== part.topic?.subject &&
        isSamePeriod(other, part) &&
        quantityIn(part, other.unit) !== undefined
    );
  }
  if (against?.kind !== "name") return undefined;
  const { name } = against;
  const key = recogniseIndicator(name)?.id ?? `other:${normaliseText(name)}`;
  const told = sameTopic(context, figure, key, ["level"]).filter(
    (other) =>
      other !== part &&
      isSamePeriod(other, part) &&
      other.topic?.subject === part.topic?.subject &&
      quantityIn(part, other.unit) !== undefined
  );
  // The next item of a list bears the same name; the whole is the one that nothing narrows, and is no smaller than its part.
  return (
    told.find((other) => isPlain(other) && compare(other, part) >= 0) ?? fitting(figure, part, told)
  );
}

function isSamePeriod(a: Figure, b: Figure): boolean {
  const [one, other] = [a.topic?.period ?? null, b.topic?.period ?? null];
  return one === null || other === null || one === other;
}

function judgeShare(context: LinkContext, figure: Figure, part: Figure, whole: Figure): void {
  const judged = shareJudged(figure, part, whole);
  if (judged === undefined) {
    addUnverifiable(context, figure, "share", "whole", { from: [part, whole] });
    return;
  }
  // 第二产业增加值180亿元,其中工业占GDP的72%: the share of another than the number before it is no contradiction of it.
  if (judged.verdict === "disagrees" && isOfAnother(figure, part)) {
    addUnverifiable(context, figure, "share", "part");
    return;
  }
  addClaim(context, figure, {
    kind: "share",
    ...judged,
    from: [part, whole],
    arithmetic: arithmetic(context, figure, part, whole),
  });
}

function arithmetic(context: LinkContext, figure: Figure, part: Figure, whole: Figure): string {
  const top = quantityIn(part, whole.unit);
  const computed = top === undefined ? undefined : shareOf(top, quantity(whole));
  const result =
    computed === undefined ? "" : ` = ${resultOf(computed, statedOf(figure).decimals)}%`;
  return `${printedOf(context, part)} ÷ ${printedOf(context, whole)}${result}`;
}

/** 151个,占比25.5%: the whole is one of the counts before it, or what it makes with the other counts beside it. */
function tryWholes(context: LinkContext, figure: Figure, part: Figure): boolean {
  const others = [
    ...beforeInSentence(context, figure),
    ...previousSentence(context, figure),
  ].filter(
    (other) =>
      other !== part && other.role === "level" && quantityIn(part, other.unit) !== undefined
  );
  const larger = others.filter((other) => compare(other, part) >= 0);
  const container = containerOf(context, figure, part);
  if (container !== undefined) {
    judgeShare(context, figure, part, container);
    return true;
  }
  const fits = (wanted: Judged["verdict"]): Figure | undefined =>
    larger.find((whole) => shareJudged(figure, part, whole)?.verdict === wanted);
  const whole = fits("agrees") ?? fits("within-rounding");
  if (whole !== undefined) {
    judgeShare(context, figure, part, whole);
    return true;
  }
  if (tryOtherPart(context, figure, part)) return true;
  const [first] = larger;
  const isTold =
    first?.sentence === figure.sentence && /^[^,]*中[,]?|其中/u.test(first.tail + part.chunk);
  if (
    first !== undefined &&
    larger.length === 1 &&
    isTold &&
    part.unit?.name === first.unit?.name
  ) {
    judgeShare(context, figure, part, first);
    return true;
  }
  return false;
}

/** 项目80个,总投资180亿元,其中工业项目36个,总投资117亿元,占比45%: of the number, though the money stands nearer. */
function tryOtherPart(context: LinkContext, figure: Figure, part: Figure): boolean {
  const levels = beforeInSentence(context, figure).filter(
    ({ role, segment }) => role === "level" && segment === figure.segment
  );
  const other = levels.find(({ unit }) => unit?.family !== part.unit?.family);
  if (other === undefined) return false;
  const whole = levels.find(
    (each) => each !== other && each.unit?.name === other.unit?.name && compare(each, other) >= 0
  );
  if (whole === undefined || shareJudged(figure, other, whole)?.verdict !== "agrees") return false;
  judgeShare(context, figure, other, whole);
  return true;
}

function previousSentence(context: LinkContext, figure: Figure): readonly Figure[] {
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= 0 && found.length < 30; i--) {
    const other = context.figures[i];
    if (other === undefined || other.sentence.index < figure.sentence.index - 1) break;
    if (other.sentence !== figure.sentence && other.head === null) found.push(other);
  }
  return found;
}
