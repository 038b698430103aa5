import { minus } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantityIn, resultOf, statedOf } from "./quantities.ts";
import { DONE, addOrder, isAboveOf } from "./part-orders.ts";
import { linkSplit } from "./splits.ts";

const REMAINING =
  /(?:剩余|剩下|余下|尚余|还剩|还有|未完成|尚未(?:完成|整改|开工)|未整改|未开工|未落地|未投产|未竣工|未办结|闲置|空置|正在办理|正在整改|尚有|还差|尚差|尚缺)(?:的|有|为|还有|问题|项目)*$/u;
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
  const { done, total } = doneOf(context, figure);
  if (done === undefined || total === undefined) {
    addUnverifiable(context, figure, "sum", "operands");
    return;
  }
  const whole = quantityIn(total, figure.unit);
  const part = quantityIn(done, figure.unit);
  if (whole === undefined || part === undefined) return;
  // More done than there was to do is another pair.
  if (isAboveOf(done, total)) {
    addUnverifiable(context, figure, "sum", "operands");
    return;
  }
  const computed = minus(whole, part);
  addClaim(context, figure, {
    kind: "sum",
    ...judgeFigure(figure, computed),
    from: [total, done],
    arithmetic: `${printedOf(context, total)} − ${printedOf(context, done)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

/** 计划20个,已开工15个,其中新建8个,未开工5个: what has been done bears the name of what has not. */
function doneOf(
  context: LinkContext,
  figure: Figure
): { readonly done: Figure | undefined; readonly total: Figure | undefined } {
  const earlier = beforeInSentence(context, figure).filter(
    (other) => (other.role === "level" || other.role === "target") && isSameThing(other, figure)
  );
  const limit = /距(?:离)?([一-龥]{2,6}?)(?:还|尚|仍)/u.exec(figure.lead)?.[1];
  const total = earlier.find(({ chunk, index }) =>
    limit === undefined
      ? index === figure.index - 1 && /距(?:离)?[一-龥]{2,6}$/u.test(chunk)
      : chunk.includes(limit)
  );
  if (total !== undefined) return { done: reachedOf(earlier, total), total };
  const stem = /未([一-龥]{2})/u.exec(figure.chunk)?.[1];
  // 因用地问题未开工13个、因资金问题未开工11个: neither has been done.
  const reached = earlier.filter(({ chunk }) => !REMAINING.test(chunk));
  const named = reached.find(({ chunk }) => stem !== undefined && chunk.includes(stem));
  const done = named ?? reached.find(({ role }) => role === "level");
  if (done === undefined) return { done, total: undefined };
  const [beside] = earlier.filter(({ index }) => index < done.index);
  return { done, total: beside ?? wholeOfRate(context, figure, done) };
}

/** 余额94.37亿元,其中一般债务41.62亿元、专项债务52.75亿元,控制在限额98.5亿元以内: what is held to the limit is the whole of its parts. */
function reachedOf(earlier: readonly Figure[], total: Figure): Figure | undefined {
  const own = earlier.filter(({ index }) => index < total.index);
  const part = own.filter(({ lead }) => /其中/u.test(lead)).at(-1);
  return part === undefined ? own[0] : own.find(({ index }) => index < part.index);
}

/** 已开工81个,开工率94.2%,未开工5个: the whole that the rate between them was held to. */
function wholeOfRate(context: LinkContext, figure: Figure, done: Figure): Figure | undefined {
  const rate = context.figures
    .slice(done.index + 1, figure.index)
    .find((other) => context.wholeOf.has(other));
  return rate === undefined ? undefined : context.wholeOf.get(rate);
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
  // 投产企业91户 beside 规模以上企业32户 are two kinds of enterprises, neither a part of the other.
  if (/(?:开工|投产|达效|建成|投用)(?:的)?(?:工业)?企业[^,]{0,3}$/u.test(figure.chunk))
    return false;
  return (
    /^[^,;、。]{0,10}已|^,?(?:已|其中已|实际)?(?:投入使用|完成投资|投用|完成|开工|投产|达效|整改|解决)|已(?:完成|开工|投产|达效|整改|解决|入统|推进解决)/u.test(
      figure.lead
    ) && !DONE.test(whole.chunk.replace(/建成|总投资|[签约开工投产]{2}一批/gu, ""))
  );
}
