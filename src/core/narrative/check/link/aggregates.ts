import { minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";
import { placesSaid } from "./rankings.ts";
import { sumOf } from "./rate-bases.ts";

const TOGETHER = /(?:合计|共计|总计|总共|共(?!同|有))(?:完成|实现|达到?|为|有)?[一-龥]{0,10}$/u;
/** 三家合计, 三个开发区合计, 三大产业合计: how many make it together. */
const HOW_MANY =
  /([两二三四五六七八九十])(?:家|区|个|大|县|市|园|类|项|者|地)[^,;。]{0,10}(?:合计|共计|总计|总共|共)/u;

/** 甲612.48亿元、乙547.9亿元、丙286.15亿元,三家合计1446.53亿元; 三大产业合计占比77%: what is told before makes it together. */
export function linkAggregates(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.head !== null || context.claimed.has(figure)) continue;
    if (figure.role === "level" && TOGETHER.test(figure.chunk)) linkTotal(context, figure);
    else if (figure.role === "share" && /(?:合计|共)占/u.test(figure.chunk))
      linkShares(context, figure);
  }
}

function linkTotal(context: LinkContext, figure: Figure): void {
  const parts = partsOf(context, figure);
  const total = parts.length < 2 ? undefined : sumOf(parts, figure);
  if (total === undefined) return;
  claim(context, figure, parts, total);
}

function partsOf(context: LinkContext, figure: Figure): readonly Figure[] {
  const wanted = placesSaid(HOW_MANY.exec(figure.chunk)?.[1] ?? "");
  const isBare = /^(?:合计|共计?|总计|总共)$/u.test(figure.chunk);
  if (wanted < 2 && !isBare) return [];
  const own = beforeInSentence(context, figure).filter((other) => isAddend(other, figure));
  const list = own.length > 0 ? own : sentenceBefore(context, figure);
  const parts = wanted < 2 ? besideEachOther(context, list) : list;
  // More or fewer than are said to be: it is left open which.
  return wanted < 2 || parts.length === wanted ? [...parts].reverse() : [];
}

function isAddend(other: Figure, figure: Figure): boolean {
  return (
    other.role === "level" &&
    other.approximation === null &&
    other.unit?.name === figure.unit?.name &&
    !/其中|等$/u.test(other.chunk)
  );
}

/** …148.6亿元,占8.8%。三区合计1047.9亿元: the sentence right before, where its numbers are of one list. */
function sentenceBefore(context: LinkContext, figure: Figure): readonly Figure[] {
  const last = context.figures[figure.index - 1];
  if (last === undefined || last.sentence.index !== figure.sentence.index - 1) return [];
  if (last.sentence.paragraph !== figure.sentence.paragraph) return [];
  return [last, ...beforeInSentence(context, last)].filter(
    (other) => other.head === null && isAddend(other, figure)
  );
}

/** 签约项目58个、开工项目72个、投产项目65个: numbers with nothing but their names between them, the last first. */
function besideEachOther(context: LinkContext, list: readonly Figure[]): readonly Figure[] {
  const [last] = list;
  if (last === undefined) return [];
  const parts = [last];
  for (let first = last; /^[、,和]/u.test(first.lead);) {
    const previous = context.figures[first.index - 1];
    if (previous === undefined || !list.includes(previous)) break;
    parts.push(previous);
    first = previous;
  }
  // What opens the list may be the whole of it: 共39个,其中….
  return /其中|等/u.test(parts.map(({ lead }) => lead).join("")) ? [] : parts;
}

/** 占39.6%;…占22.1%;…占15.4%。三大产业合计占比77.0%. */
function linkShares(context: LinkContext, figure: Figure): void {
  const wanted = placesSaid(HOW_MANY.exec(figure.chunk)?.[1] ?? "");
  const own = beforeInSentence(context, figure);
  const last = context.figures[figure.index - 1];
  const isNext = last?.sentence.index === figure.sentence.index - 1;
  const list =
    own.length > 0 || last === undefined || !isNext
      ? own
      : [last, ...beforeInSentence(context, last)];
  const shares = list.filter(
    ({ role, head, approximation }) => role === "share" && head === null && approximation === null
  );
  if (wanted < 2 || shares.length !== wanted) return;
  const [first, ...rest] = [...shares].reverse();
  if (first === undefined) return;
  const total = rest.reduce(
    (sum: Quantity, share) => minus(sum, scale(quantity(share), -1)),
    quantity(first)
  );
  claim(context, figure, [first, ...rest], total);
}

function claim(
  context: LinkContext,
  figure: Figure,
  parts: readonly Figure[],
  total: Quantity
): void {
  addClaim(context, figure, {
    kind: figure.role === "share" ? "share" : "sum",
    ...judgeFigure(figure, total),
    from: parts,
    arithmetic: `${parts.map((part) => printedOf(context, part)).join(" + ")} = ${resultOf(total, statedOf(figure).decimals)}`,
  });
}
