import type { Approximation, Figure } from "./figure.ts";

const BEFORE: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:不低于|不少于|至少|达到或超过)$/u, "at-least"],
  [/(?:不高于|不超过|控制在|至多|最多)$/u, "at-most"],
  [/(?:超过|突破|超|逾|过|大于|多于|首超|跨越|站上|迈上)(?:了)?$/u, "above"],
  [/(?:接近|将近|近|逼近)$/u, "near"],
  [/(?:不足|不到|低于|少于|小于)$/u, "below"],
  [/(?:约|大约|约为|大概|左右)$/u, "about"],
];

/** What the words about a number leave open of it, once its role is known: 超5万户, 近九成, 12亿元左右. */
export function approximationOf(figure: Figure): Approximation | null {
  if (figure.hasMore) return "more";
  if (figure.role === "difference" || figure.role === "gap" || figure.role === "pace-lead") {
    return /(?:约|近)$/u.test(figure.chunk) ? "about" : null;
  }
  for (const [words, approximation] of BEFORE) {
    if (words.test(figure.chunk) && !/(?:同比|比|较)[^,]{0,6}近$/u.test(figure.chunk))
      return approximation;
  }
  if (/^(?:及|或|\(含\))?以上(?!的?(?:项目|企业))/u.test(figure.tail)) return "at-least";
  if (/^(?:及|或)?以下|^以内/u.test(figure.tail)) return "at-most";
  if (/^左右/u.test(figure.tail)) return "about";
  // 比上年同期59.83亿千瓦时多2.87亿千瓦时 says by how much.
  if (figure.role !== "prior" && /^(?:多|余)(?:[,。;、]|$)/u.test(figure.tail)) return "more";
  return null;
}
