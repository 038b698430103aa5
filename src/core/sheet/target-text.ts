const BEFORE =
  "不低于|不少于|不小于|不高于|不超过|不大于|高于|超过|低于|达到|控制在|≥|≤|≧|≦|>=|<=|>|<|＞|＜";
const AFTER = "及以上|以上|以内|以下";
const COMPARED = new RegExp(
  `^\\s*(?:(?:${BEFORE})\\s*([+-]?\\d[\\d.,]*[^\\d]{0,5}?)(?:${AFTER})?|([+-]?\\d[\\d.,]*[^\\d]{0,5}?)(?:${AFTER}))\\s*$`,
  "u"
);

/** The number of a target cell that is typed with its comparison: ≥17%, 不低于17%, 17%以上; null for anything else. */
export function withoutComparison(text: string): string | null {
  const match = COMPARED.exec(text.normalize("NFKC").replace(/−/gu, "-"));
  return match?.[1] ?? match?.[2] ?? null;
}
