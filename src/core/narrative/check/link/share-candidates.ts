import { shareOf } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

/** Whether the words before a number are its subject, its name and verbs alone: 营业收入, not 新材料领域实现营业收入. */
export function isPlain(figure: Figure): boolean {
  const { topic, lead } = figure;
  if (topic === null) return false;
  const at = topic.subject === "" ? -1 : lead.indexOf(topic.subject);
  const own =
    at < 0
      ? lead.slice(lead.search(/[^,;:。]*[,;:。]?[^,;:。]*$/u))
      : lead.slice(at + topic.subject.length);
  const rest = own
    .replace(topic.name, "")
    .replace(/\d+(?:-\d+)?月份?|(?:19|20)\d{2}年|[上下]半年|[一二三四]季度|全年|今年/gu, "")
    .replace(/(?:累计|分别|共)?(?:完成|实现)|达到?|为|其中|的|[,;:、。]/gu, "");
  return rest === "";
}

/** One of several wholes of the name, where it fits: a guess may confirm, never contradict. */
export function fitting(
  figure: Figure,
  part: Figure,
  wholes: readonly Figure[]
): Figure | undefined {
  return wholes.find((whole) => {
    const judged = shareJudged(figure, part, whole);
    return judged !== undefined && judged.verdict !== "disagrees";
  });
}

export function shareJudged(figure: Figure, part: Figure, whole: Figure): Judged | undefined {
  const top = quantityIn(part, whole.unit);
  const computed = top === undefined ? undefined : shareOf(top, quantity(whole));
  return computed === undefined ? undefined : judgeFigure(figure, computed);
}

export function compare(a: Figure, b: Figure): number {
  return a.value * (a.unit?.factor ?? 1) - b.value * (b.unit?.factor ?? 1);
}

/**
 * 实际使用外资5.41亿美元。其中,制造业实际使用外资2.98亿美元,占比55.1%: the part bears the name of its whole with more before it, in one
 * paragraph. That leaves no doubt.
 */
export function containerOf(
  context: LinkContext,
  figure: Figure,
  part: Figure
): Figure | undefined {
  if (figure.against !== null || part.topic === null) return undefined;
  const name = part.topic.name.replace(MEASURE, "");
  for (let i = part.index - 1; i >= 0 && i > part.index - FAR; i--) {
    const whole = context.figures[i];
    if (whole?.sentence.paragraph !== part.sentence.paragraph) return undefined;
    if (whole.role !== "level" || whole.head !== null || whole.topic === null) continue;
    const outer = whole.topic.name.replace(MEASURE, "");
    const holds = outer.length >= 3 && name.length > outer.length && name.endsWith(outer);
    if (!holds || !isPlain(whole) || quantityIn(part, whole.unit) === undefined) continue;
    return compare(whole, part) > 0 ? whole : undefined;
  }
  return undefined;
}

const MEASURE = /(?:总额|总量|总值|总数|合计|额|数)$/u;
const FAR = 40;
const NOUN = /投资|产值|收入|税|进出口|出口|进口|外资|资金|增加值|零售|项目|企业|用电量|面积/u;

/** 民营企业进出口712.4亿元,占比57.1%, the total told paragraphs before: a whole of the same noun that fits may confirm. */
export function farWhole(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  if (figure.approximation !== null || figure.decimals === 0) return undefined;
  const noun = NOUN.exec(part.chunk)?.[0] ?? "";
  for (let i = part.index - 1; i >= 0 && i > part.index - FAR; i--) {
    const whole = context.figures[i];
    if (whole?.sentence.article !== part.sentence.article) return undefined;
    if (whole.role !== "level" || whole.head !== null || !whole.chunk.includes(noun)) continue;
    if (quantityIn(part, whole.unit) === undefined || compare(whole, part) <= 0) continue;
    if (shareJudged(figure, part, whole)?.verdict === "agrees") return whole;
  }
  return undefined;
}
