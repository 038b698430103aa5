import { minus, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { beforeInSentence } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantityIn } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

/** A way a rate may have been computed: by count, by money, by area. */
export interface Basis {
  readonly parts: readonly Figure[];
  readonly wholes: readonly Figure[];
  readonly computed: Quantity;
  readonly judged: Judged;
}

/** 开工率 → 开工, 完成率 → 完成; what its numerator would be called. */
export function stemOf(figure: Figure): string | null {
  const word =
    /([一-龥]{2})(?:强度|比?[率度面])(?:分别)?(?:为|达到?|是|:|约|近|超)*$/u.exec(
      figure.chunk
    )?.[1] ?? null;
  return word === "使用" || word === "利用" ? "使用" : word;
}

/** 已开工30个, 85个项目竣工: the word stands before the number, or behind it in its clause. */
export function isNamedBy(part: Figure, stem: string): boolean {
  return part.chunk.includes(stem) || (part.tail.split(/[,;。]/u)[0] ?? "").includes(stem);
}

export function basesOf(
  context: LinkContext,
  figure: Figure,
  stem: string | null
): readonly Basis[] {
  const own: Figure[] = [];
  for (const other of beforeInSentence(context, figure)) {
    // 营业收入…;利润总额…;营业收入利润率: a quotient of two indicators, each with a clause of its own.
    const reach = /利润率/u.test(figure.chunk) ? 2 : 1;
    if (other.segment < figure.segment - reach || own.length >= 8) break;
    if (other.role === "level" || other.role === "target") own.push(other);
  }
  const split = splitBasis(figure, own, stem);
  if (split !== undefined) return [split];
  const bases: Basis[] = [];
  own.forEach((part, index) => {
    for (const whole of own.slice(index + 1)) {
      const basis = basisOf(figure, [part], [whole]);
      if (basis !== undefined) bases.push(basis);
      // 实际年产值301.7亿元,预计年产值418.12亿元: what was expected is the whole, though it stands behind.
      if (!/预计|计划/u.test(part.chunk) || !/实际|完成/u.test(whole.chunk)) continue;
      const turned = basisOf(figure, [whole], [part]);
      if (turned !== undefined) bases.push(turned);
    }
  });
  bases.push(...earlierBases(context, figure, own), ...plannedBases(context, figure, own, bases));
  if (/开复工率|综合|总体/u.test(figure.chunk)) bases.push(...summedBases(context, figure));
  return bases;
}

/** 已开工33个,未开工17个,开工率66%: done and not done are the whole. */
function splitBasis(
  figure: Figure,
  own: readonly Figure[],
  stem: string | null
): Basis | undefined {
  if (stem === null) return undefined;
  const words = new RegExp(`(?:未|没有)(?:能|有)?${stem}`, "u");
  const rest = own.find(({ chunk }) => words.test(chunk));
  const part = own.find((other) => other !== rest && isNamedBy(other, stem));
  return rest === undefined || part === undefined
    ? undefined
    : basisOf(figure, [part], [part, rest]);
}

/** 新签约项目126个。已开工89个,开工率70.6%: a whole of the sentence before, or far before in its own, counts where it fits. */
function earlierBases(
  context: LinkContext,
  figure: Figure,
  parts: readonly Figure[]
): readonly Basis[] {
  const bases: Basis[] = [];
  for (let i = figure.index - 1, seen = 0; i >= 0 && seen < 16; i--, seen++) {
    const whole = context.figures[i];
    if (whole === undefined || whole.sentence.index < figure.sentence.index - 3) break;
    if (whole.sentence.paragraph !== figure.sentence.paragraph) break;
    if (parts.includes(whole) || whole.role !== "level" || whole.head !== null) continue;
    for (const part of parts.slice(0, 2)) {
      const basis = basisOf(figure, [part], [whole]);
      if (basis !== undefined && basis.judged.verdict !== "disagrees") bases.push(basis);
    }
  }
  return bases;
}

/**
 * 计划竣工项目111个 … 85个项目竣工,竣工率76.6%: what was planned under the same word, however far before, is the whole; the number right
 * before the rate is its part.
 */
function plannedBases(
  context: LinkContext,
  figure: Figure,
  own: readonly Figure[],
  known: readonly Basis[]
): readonly Basis[] {
  const stem = stemOf(figure);
  const [part] = own;
  // 计划新开工项目270项,实际已开工129项: the sentence holds its whole itself.
  if (stem !== null && known.some(({ wholes }) => wholes.some((whole) => isNamedBy(whole, stem))))
    return [];
  if (stem === null || part === undefined || !isNamedBy(part, stem)) return [];
  const words = new RegExp(`(?:计划|拟|应|目标)${stem}`, "u");
  for (let i = part.index - 1; i >= 0 && i > part.index - FARTHEST_PLAN; i--) {
    const whole = context.figures[i];
    if (whole?.sentence.article !== figure.sentence.article) break;
    if (whole.head !== null || !words.test(whole.chunk) || whole.value < part.value) continue;
    const basis = basisOf(figure, [part], [whole]);
    return basis === undefined ? [] : [basis];
  }
  return [];
}

const FARTHEST_PLAN = 60;

/** (a + b) ÷ (A + B) of the rates before it: 开复工率. */
function summedBases(context: LinkContext, figure: Figure): readonly Basis[] {
  const counts = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const [b, wholeB, a, wholeA] = counts;
  if (a === undefined || b === undefined || wholeA === undefined || wholeB === undefined) return [];
  const basis = basisOf(figure, [a, b], [wholeA, wholeB]);
  return basis === undefined ? [] : [basis];
}

export function basisOf(
  figure: Figure,
  parts: readonly Figure[],
  wholes: readonly Figure[]
): Basis | undefined {
  const [first] = wholes;
  if (first === undefined) return undefined;
  const part = sumOf(parts, first);
  const whole = sumOf(wholes, first);
  if (part === undefined || whole === undefined) return undefined;
  const isCount = first.unit?.family === "count";
  if (isCount && parts.some(({ unit }) => unit?.name !== first.unit?.name)) return undefined;
  const share = shareOf(part, whole);
  if (share === undefined) return undefined;
  // 城乡居民收入比1.92: times, not percent.
  const isTimes = figure.unit === null && /收入比/u.test(figure.chunk);
  const computed = isTimes ? scale(share, 0.01) : share;
  return { parts, wholes, computed, judged: judgeFigure(figure, computed) };
}

export function sumOf(figures: readonly Figure[], unitOf: Figure): Quantity | undefined {
  let total: Quantity | undefined;
  for (const figure of figures) {
    const own = quantityIn(figure, unitOf.unit);
    if (own === undefined) return undefined;
    total = total === undefined ? own : minus(total, scale(own, -1));
  }
  return total;
}
