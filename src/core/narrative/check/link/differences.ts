import { minus } from "../../../model/interval.ts";
import { scopeIn } from "../figures/against.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { listAround, referenceOf } from "./difference-references.ts";
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
