import { compareRatio } from "../../../model/ratio.ts";
import { minus } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";
import { sumOf } from "./rates.ts";

const REMAINING =
  /(?:剩余|剩下|余下|尚余|还剩|还有|未完成|尚未(?:完成|整改|开工)|未整改|未开工|正在整改|尚有)(?:的|有|为|还有|问题|项目)*$/u;
const DONE =
  /(?:已|完成|办结|解决|整改|销号|开工|投产|达效|入统|投入使用|投用|使用|兑现|建成|验收|化解)/u;
const PART = /其中|^[、,]?其|包括|含/u;
const STAGES = /对接|洽谈/u;
const LATER_STAGES = /意向|落地|签约|开工|投产|达效|纳入/u;

/** Done + remaining = total, parts ≤ whole, stages that fall, split sums. */
export function linkParts(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.head !== null || figure.role !== "level" || context.claimed.has(figure)) continue;
    if (REMAINING.test(figure.chunk)) linkRemaining(context, figure);
    else linkSplit(context, figure);
  }
  const stages = new Set<Figure>();
  for (const figure of context.figures) {
    if (figure.head !== null || figure.role !== "level" || context.claimed.has(figure)) continue;
    linkPart(context, figure, stages);
  }
}

function levels(context: LinkContext, figure: Figure): readonly Figure[] {
  return beforeInSentence(context, figure).filter(
    (other) => other.role === "level" && isSameThing(other, figure)
  );
}

/** Counts compare in one unit; 个, 项 and 件 of one sentence need not be the same things. */
function isSameThing(a: Figure, b: Figure): boolean {
  if (a.unit?.family !== b.unit?.family || a.unit === null) return false;
  return a.unit.family !== "count" || a.unit.name === b.unit?.name;
}

function linkRemaining(context: LinkContext, figure: Figure): void {
  const [done, total] = levels(context, figure);
  if (done === undefined || total === undefined) {
    addUnverifiable(context, figure, "sum", "operands");
    return;
  }
  const whole = quantityIn(total, figure.unit);
  const part = quantityIn(done, figure.unit);
  if (whole === undefined || part === undefined) return;
  const computed = minus(whole, part);
  addClaim(context, figure, {
    kind: "sum",
    ...judgeFigure(figure, computed),
    from: [total, done],
    arithmetic: `${printedOf(context, total)} − ${printedOf(context, done)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

/**
 * The whole of a list of parts: 共39个,其中工业20个、农业10个、服务业9个; 进出口120.3亿元,其中出口…、进口…. Where the parts add up it is
 * a sum; parts need not exhaust their whole, so that only 进出口 and its like must.
 */
function linkSplit(context: LinkContext, figure: Figure): void {
  const parts = partsAfter(context, figure);
  if (parts.length < 2) return;
  const total = sumOf(parts, figure);
  if (total === undefined) return;
  const judged = judgeFigure(figure, total);
  const arithmetic = `${parts.map((part) => printedOf(context, part)).join(" + ")} = ${resultOf(total, statedOf(figure).decimals)}`;
  const isComplete = isCompleteSplit(figure, parts);
  const isAbove = compareRatio(total.range.low, quantity(figure).range.high) > 0;
  const isApart = parts[0]?.sentence !== figure.sentence;
  if (judged.verdict === "disagrees" && !isComplete) {
    // 其中 may go back to a whole before this one.
    if (isApart || (isAbove && hasLarger(context, figure, parts))) return;
    if (!isAbove) {
      for (const part of parts) addOrder(context, part, figure);
      return;
    }
  }
  addClaim(context, figure, {
    kind: "sum",
    ...judged,
    from: parts,
    arithmetic,
    notes: isComplete ? [{ code: "split" }] : judged.notes,
  });
}

function partsAfter(context: LinkContext, figure: Figure): readonly Figure[] {
  const parts: Figure[] = [];
  let isOpen = false;
  for (let i = figure.index + 1; i < context.figures.length && parts.length < 12; i++) {
    const other = context.figures[i];
    if (other === undefined || !isNearby(figure, other, isOpen)) break;
    if (other.head !== null) continue;
    if (other.role !== "level" || other.unit?.name !== figure.unit?.name) {
      if (other.role === "level" && parts.length > 0 && isOpen && !/^[、,;]/u.test(other.lead))
        break;
      continue;
    }
    if (!isOpen) {
      if (!/(?:其中|包括|分别(?:是|为)|[::])[^,;]{0,16}$|其中,[^,;]{0,16}$/u.test(other.lead))
        break;
      isOpen = true;
    } else if (
      /总数|累计|总量|总额|达到|共(?!同)/u.test(other.chunk) ||
      /其中|;[^;]*同时|此外|另外/u.test(other.lead) ||
      DONE.test(other.chunk)
    )
      break;
    parts.push(other);
  }
  return parts;
}

function hasLarger(context: LinkContext, figure: Figure, parts: readonly Figure[]): boolean {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  for (let i = figure.index - 1; i >= 0 && i > figure.index - 12; i--) {
    const other = context.figures[i];
    if (other === undefined || other.sentence.index < figure.sentence.index - 1) break;
    const isSame = other.role === "level" && other.unit?.name === figure.unit?.name;
    if (isSame && other.value >= total) return true;
  }
  return false;
}

/** Of the same sentence, or of the next one that begins with 其中. */
function isNearby(whole: Figure, part: Figure, isOpen: boolean): boolean {
  const apart = part.sentence.index - whole.sentence.index;
  if (apart === 0) return true;
  return (
    apart === 1 &&
    part.sentence.paragraph === whole.sentence.paragraph &&
    (isOpen || /^其中/u.test(part.lead))
  );
}

/** 出口 and 进口; 一产, 二产 and 三产; 轻 and 重; 国有 and the rest. */
function isCompleteSplit(figure: Figure, parts: readonly Figure[]): boolean {
  const names = parts.map(({ chunk }) => chunk).join("|");
  if (/进出口/u.test(figure.chunk))
    return parts.length === 2 && /出口/u.test(names) && /进口/u.test(names);
  return (
    parts.length === 3 && /第?一产/u.test(names) && /第?二产/u.test(names) && /第?三产/u.test(names)
  );
}

function linkPart(context: LinkContext, figure: Figure, stages: Set<Figure>): void {
  const earlier = levels(context, figure);
  // 已开工项目总投资 is part of 总投资, not of the 预计年产值 between.
  const nearest = /投资?$|投资[^,]{0,4}$/u.test(figure.chunk)
    ? (earlier.find(({ chunk }) => /投资/u.test(chunk)) ?? earlier[0])
    : earlier[0];
  if (nearest === undefined || /事项$/u.test(figure.chunk)) {
    linkItems(context, figure);
    return;
  }
  if (PART.test(figure.lead) && !/;/u.test(figure.lead)) {
    const whole = earlier.find((other) => !isAboveOf(figure, other)) ?? nearest;
    addOrder(context, figure, whole);
    return;
  }
  const gap = figure.segment - nearest.segment;
  if (STAGES.test(nearest.lead) || stages.has(nearest)) {
    if (!LATER_STAGES.test(figure.chunk) || gap > 1) return;
    addOrder(context, figure, nearest);
    stages.add(figure);
    return;
  }
  const isStock = /累计(?:达到?|完成)?$|累计达|达到$/u.test(figure.chunk);
  const isNew =
    /新增|今年|本月|上半年/u.test(nearest.lead) || /新增/u.test(nearest.topic?.name ?? "");
  if (isStock && isNew && gap <= 1) {
    addOrder(context, nearest, figure);
    return;
  }
  if (DONE.test(figure.chunk) && gap === 0 && isDoneOf(figure, nearest))
    addOrder(context, figure, nearest);
}

function isAboveOf(part: Figure, whole: Figure): boolean {
  const own = quantityIn(part, whole.unit);
  return own !== undefined && compareRatio(own.range.low, quantity(whole).range.high) > 0;
}

/** 为182个项目提供领办代办事项538项: every project needs one matter at least. */
function linkItems(context: LinkContext, figure: Figure): void {
  if (!/事项$/u.test(figure.chunk) || figure.unit?.family !== "count") return;
  const [projects] = beforeInSentence(context, figure);
  if (projects?.unit?.family !== "count" || !/项目/u.test(projects.chunk + figure.chunk)) return;
  const isBelow = projects.value <= figure.value;
  addClaim(context, figure, {
    kind: "order",
    verdict: isBelow ? "agrees" : "unverifiable",
    from: [projects],
    notes: [{ code: "order", relation: "rising" }],
    arithmetic: `${printedOf(context, figure)} ${isBelow ? "≥" : "<"} ${printedOf(context, projects)}`,
  });
}

/** 建成121.6万平方米,投入使用100万平方米; 总投资111.5亿元,已完成投资23.8亿元; 246个问题已完成整改235个. */
function isDoneOf(figure: Figure, whole: Figure): boolean {
  return (
    /^[^,;、。]{0,10}已|^,?(?:已|其中已|实际)?(?:投入使用|完成投资|投用|完成|开工|投产|达效|整改|解决)|已(?:完成|开工|投产|达效|整改|解决|入统|推进解决)/u.test(
      figure.lead
    ) && !DONE.test(whole.chunk.replace(/建成|总投资|[签约开工投产]{2}一批/gu, ""))
  );
}

/** A part never exceeds its whole; money of projects may, so that above it is only a question there. */
function addOrder(context: LinkContext, part: Figure, whole: Figure): void {
  if (context.claimed.has(part)) return;
  if (quantityIn(part, whole.unit) === undefined) return;
  const isBelow = !isAboveOf(part, whole);
  const isMoney =
    whole.unit?.family === "money" &&
    /投资/u.test(part.chunk + whole.chunk) &&
    !/其中/u.test(part.lead);
  addClaim(context, part, {
    kind: "order",
    verdict: isBelow ? "agrees" : isMoney ? "unverifiable" : "disagrees",
    from: [whole],
    notes: [{ code: "order", relation: "part" }],
    arithmetic: `${printedOf(context, part)} ${isBelow ? "≤" : ">"} ${printedOf(context, whole)}`,
  });
}
