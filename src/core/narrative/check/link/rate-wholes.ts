import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "./link-context.ts";
import { DONE } from "./part-orders.ts";
import { basisOf, isNamedBy } from "./rate-bases.ts";
import type { Basis } from "./rate-bases.ts";
import { isOfUnit, namedBefore } from "./share-names.ts";

/** Rates that are a quotient of two indicators, each with its name. */
const QUOTIENTS: readonly (readonly [rate: RegExp, part: RegExp, whole: RegExp])[] = [
  [/产销率/u, /销售产值/u, /总产值/u],
  [/利润率/u, /利润/u, /营业收入|主营业务收入/u],
  [/资产负债率/u, /负债/u, /资产/u],
  [/税比/u, /税收/u, /一般(?:公共)?预算收入|财政(?:总)?收入/u],
  [/性别比/u, /男/u, /女/u],
  [/存贷比/u, /贷款/u, /存款/u],
  [/收入比/u, /城镇/u, /农村/u],
];

const NEAR = 16;

/** 利润总额31.46亿元;营业收入487.9亿元,营业收入利润率6.45%: each name stands once in its sentence and the one before. */
export function quotientBasis(context: LinkContext, figure: Figure): Basis | undefined {
  const words = QUOTIENTS.find(([rate]) => rate.test(figure.chunk));
  if (words === undefined) return undefined;
  const levels = context.figures
    .slice(Math.max(0, figure.index - NEAR), figure.index)
    .filter(
      ({ role, head, sentence: { paragraph, index } }) =>
        role === "level" &&
        head === null &&
        paragraph === figure.sentence.paragraph &&
        index >= figure.sentence.index - 1
    );
  const [parts, wholes] = [words[1], words[2]].map((name) =>
    levels.filter(({ chunk }) => name.test(chunk))
  );
  const [part, whole] = [parts?.[0], wholes?.[0]];
  if (part === undefined || whole === undefined || parts?.length !== 1 || wholes?.length !== 1)
    return undefined;
  return basisOf(figure, [part], [whole]);
}

/** Words that narrow nothing: 已开工, 项目实质开工. */
const PLAIN = /已经?|实际|实质|累计|全部|其中|目前|现|新|全市|项目|企业|问题|[个家户项,、;]/gu;

/**
 * 新签约项目46个,…已落地34个,落地率73.9%: what is done goes on with the number of all of them, told before it in the paragraph.
 * 签约项目履约52个 names its whole. One that fits is it; else the one that is no part itself.
 */
export function wholeGoneOn(
  context: LinkContext,
  figure: Figure,
  stem: string | null
): Basis | undefined {
  const part = context.figures[figure.index - 1];
  if (stem === null || part?.sentence !== figure.sentence || part.role !== "level")
    return undefined;
  if (part.unit?.family !== "count" || !isNamedBy(part, stem)) return undefined;
  const named = new RegExp(`^([一-龥]{2,8}(?:项目|企业|问题))(?:已|实质|实际)*${stem}$`, "u").exec(
    part.chunk
  )?.[1];
  const own = named === undefined ? undefined : namedBefore(context, part, named);
  if (own !== undefined)
    return isOfMoney(context, figure, own) ? undefined : basisOf(figure, [part], [own]);
  const words = (part.chunk + (/^[^,;。、]{0,8}/u.exec(part.tail)?.[0] ?? "")).replace(PLAIN, "");
  return words === stem || words === `开${stem}` ? openingBasis(context, figure, part) : undefined;
}

function openingBasis(context: LinkContext, figure: Figure, part: Figure): Basis | undefined {
  for (let i = part.index - 1, seen = 0; i >= 0 && seen < 16; i--, seen++) {
    const whole = context.figures[i];
    if (whole?.sentence.paragraph !== part.sentence.paragraph) return undefined;
    const isLevel = whole.role === "level" || whole.role === "target";
    if (!isLevel || whole.head !== null || !isOfUnit(part, whole)) continue;
    if (whole.value < part.value || whole.approximation !== null) continue;
    const basis = basisOf(figure, [part], [whole]);
    const before = context.clean.text.slice(whole.sentence.start, whole.start);
    const isPart = /其中|包括/u.test(before) || DONE.test(whole.chunk);
    if (basis?.judged.verdict === "agrees") return basis;
    if (!isPart) return isOfMoney(context, figure, whole) ? undefined : basis;
  }
  return undefined;
}

/** 产业类项目31个,总投资40.34亿元: the rate may be of their money, unless one before it was of their number. */
function isOfMoney({ figures, wholeOf }: LinkContext, figure: Figure, whole: Figure): boolean {
  const next = figures[whole.index + 1];
  const isBeside =
    next?.unit?.family === "money" &&
    next.segment === whole.segment &&
    /投资|资金|引资|额/u.test(next.chunk);
  if (!isBeside || next.sentence !== whole.sentence) return false;
  return !figures.slice(whole.index, figure.index).some((other) => wholeOf.get(other) === whole);
}
