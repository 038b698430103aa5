import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { normaliseText } from "../../../catalog/normalise.ts";
import type { Figure } from "../figures/figure.ts";
import { headingWhole } from "./heading-wholes.ts";
import { addUnverifiable, beforeInSentence, sameTopic } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantityIn } from "./quantities.ts";
import type { Judged } from "./quantities.ts";
import {
  compare,
  containerOf,
  farWhole,
  fitting,
  isPlain,
  shareJudged,
} from "./share-candidates.ts";
import { judgeShare } from "./share-claims.ts";
import { partOf, tryOtherPart, wholeFigure } from "./share-parts.ts";
import { linkShareOfSome } from "./shares-of-some.ts";
import { linkShareList, shareList } from "./share-lists.ts";
import { isOfUnit, scopeOf, wholeSaid } from "./share-names.ts";
import { isOwnPart, withoutWhole } from "./share-wholes.ts";

/** 占全市(177.53亿元)的61.53%, 占工业投资的91.72%, 占比33.5%: part ÷ whole × 100. */
export function linkShares(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role === "share" && !context.claimed.has(figure)) linkShare(context, figure);
  }
}

function linkShare(context: LinkContext, figure: Figure): void {
  const [base] = figure.before;
  // 相当于上年全年(1187.4亿元)的81.6%
  if (base?.role === "prior" && /(?:相当于|达|为|是)[^,;]*年/u.test(figure.chunk)) {
    const own = partOf(context, figure);
    if (own === undefined) addUnverifiable(context, figure, "share", "part");
    else judgeShare(context, figure, own, base);
    return;
  }
  if (!/占|比重|份额|比例/u.test(figure.chunk) && !hasShareBefore(context, figure)) {
    linkShareOfSome(context, figure);
    return;
  }
  const list = shareList(context, figure);
  if (list.length > 1) {
    linkShareList(context, list);
    return;
  }
  // 分别占比14.9%:6.6%: one of several that are not told apart.
  if (/分别/u.test(figure.chunk)) {
    addUnverifiable(context, figure, "share", "part");
    return;
  }
  if (linkPartBehind(context, figure)) return;
  const part = partOf(context, figure);
  if (part === undefined) {
    addUnverifiable(context, figure, "share", "part");
    return;
  }
  const written = wholeFigure(context, figure) ?? wholeOfScope(context, figure, part);
  if (written !== undefined) {
    judgeShare(context, figure, part, written);
    return;
  }
  const said = wholeSaid(context, figure, part) ?? goneOnWith(context, figure, part);
  if (said !== undefined && shareJudged(figure, part, said)?.verdict === "agrees") {
    judgeShare(context, figure, part, said);
    return;
  }
  const guess =
    fitting(figure, part, wholesOfName(context, figure, part)) ??
    // What is named is that number: another one that fits by chance is none.
    (said !== undefined && figure.against !== null
      ? undefined
      : (fittingBeside(context, figure, part) ?? farWhole(context, figure, part)));
  if (guess !== undefined) {
    judgeShare(context, figure, part, guess);
    return;
  }
  if (tryOtherPart(context, figure, part)) return;
  // 各少数民族183151人,占24.37%,其中回族176176人,占23.45%: the inner share may be of the outer whole.
  const outer = said === undefined ? undefined : outerShare(context, said, figure);
  const wider = outer === undefined ? undefined : context.wholeOf.get(outer);
  if (outer !== undefined && wider === undefined) {
    withoutWhole(context, figure, part);
    return;
  }
  if (wider !== undefined && shareJudged(figure, part, wider)?.verdict === "agrees") {
    judgeShare(context, figure, part, wider);
    return;
  }
  const certain =
    said ??
    containerOf(context, figure, part) ??
    onlyWhole(context, figure, part) ??
    (figure.against === null ? headingWhole(context, part) : undefined);
  if (certain !== undefined && isOwnPart(figure, part)) judgeShare(context, figure, part, certain);
  else withoutWhole(context, figure, part);
}

/** 第二产业占GDP比重为78.3%,实现增加值180.38亿元: the part is named before its share, and told behind it. */
function linkPartBehind(context: LinkContext, figure: Figure): boolean {
  const named = /([一-龥]{2,12})占(?!地(?!区)|比)[^,;]*$/u.exec(figure.chunk)?.[1];
  const part = context.figures[figure.index + 1];
  if (named === undefined || part?.sentence !== figure.sentence || part.role !== "level")
    return false;
  if (!/^,(?:达到?|为|实现|完成|计)[一-龥]{0,6}$/u.test(part.lead)) return false;
  const whole = wholeSaid(context, figure, part) ?? fittingBeside(context, figure, part);
  if (whole === undefined || whole.index > figure.index) return false;
  // The number before it is its part where that fits: 第二产业增加值180亿元,占GDP的78.3%,实现税收….
  const before = partOf(context, figure);
  if (before !== undefined && shareJudged(figure, before, whole)?.verdict === "agrees")
    return false;
  judgeShare(context, figure, part, whole);
  return true;
}

function hasShareBefore(context: LinkContext, figure: Figure): boolean {
  const previous = context.figures[figure.index - 1];
  if (previous?.sentence !== figure.sentence) return false;
  // 占全市固定资产投资1124.6亿元的50.0%: the word stands before the whole.
  return (
    previous.role === "share" || (previous.role === "reference-level" && /^的/u.test(figure.lead))
  );
}

/** The share of the whole itself, right behind it, where the share in question is no larger. */
function outerShare(context: LinkContext, whole: Figure, figure: Figure): Figure | undefined {
  const next = context.figures[whole.index + 1];
  const isOuter =
    figure.against === null && next?.role === "share" && next.sentence === whole.sentence;
  return isOuter && next !== figure && next.value >= figure.value ? next : undefined;
}

/** 占全市的: the number of that whole, told elsewhere in the text. */
function wholeOfScope(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  const { against } = figure;
  if (against?.kind !== "scope" || part.topic === null) return undefined;
  const told = sameTopic(context, figure, part.topic.key, ["level"]).filter(
    (other) =>
      scopeOf(context, other) === against.scope &&
      other.topic?.subject !== part.topic?.subject &&
      isSamePeriod(other, part) &&
      quantityIn(part, other.unit) !== undefined
  );
  // 六大支柱产业完成产值2518.3亿元 is spoken of under 全市, and is not the whole of it.
  return (
    fitting(figure, part, told) ??
    told.find((other) => other.lead.includes(against.scope) || isPlain(other))
  );
}

/** Numbers that bear the name of the whole, by the catalogue. */
function wholesOfName(context: LinkContext, figure: Figure, part: Figure): readonly Figure[] {
  const { against } = figure;
  if (against?.kind !== "name") return [];
  const key = recogniseIndicator(against.name)?.id ?? `other:${normaliseText(against.name)}`;
  const told = sameTopic(context, figure, key, ["level"]).filter(
    (other) =>
      other !== part &&
      isSamePeriod(other, part) &&
      other.topic?.subject === part.topic?.subject &&
      quantityIn(part, other.unit) !== undefined
  );
  // The next item of a list bears the same name; the whole is the one that nothing narrows.
  return [...told.filter(isPlain), ...told];
}

/** 占比46.6%;化工产业产值58.4亿元,占比20.5%: the next of a list is of the whole of the one before. */
function goneOnWith(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  if (figure.against !== null || /其中/u.test(part.lead)) return undefined;
  const previous = beforeInSentence(context, figure).find(({ role }) => role === "share");
  const whole = previous === undefined ? undefined : context.wholeOf.get(previous);
  const isNext = whole !== undefined && isOfUnit(part, whole) && compare(whole, part) > 0;
  return isNext && part.index > (previous?.index ?? 0) ? whole : undefined;
}

function isSamePeriod(a: Figure, b: Figure): boolean {
  const [one, other] = [a.topic?.period ?? null, b.topic?.period ?? null];
  return one === null || other === null || one === other;
}

/** 151个,占比25.5%: the whole is one of the numbers before it, where it fits. */
function fittingBeside(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  if (figure.against !== null && figure.against.kind !== "name") return undefined;
  const larger = largerBeside(context, figure, part);
  const fits = (wanted: Judged["verdict"]): Figure | undefined =>
    larger.find((whole) => shareJudged(figure, part, whole)?.verdict === wanted);
  return fits("agrees") ?? fits("within-rounding");
}

function largerBeside(context: LinkContext, figure: Figure, part: Figure): readonly Figure[] {
  return [...beforeInSentence(context, figure), ...previousSentence(context, figure)].filter(
    (other) =>
      other !== part &&
      other.role === "level" &&
      quantityIn(part, other.unit) !== undefined &&
      compare(other, part) >= 0
  );
}

/** 218个项目中,…118个,占比: where one number alone could be the whole, and the words say it is one. */
function onlyWhole(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  if (figure.against !== null && figure.against.kind !== "name") return undefined;
  const [first, ...more] = largerBeside(context, figure, part);
  if (first === undefined || more.length > 0) return undefined;
  const isTold =
    first.sentence === figure.sentence && /^[^,]*中[,]?|其中/u.test(first.tail + part.chunk);
  return isTold && part.unit?.name === first.unit?.name ? first : undefined;
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
