import { normaliseText } from "../catalog/normalise.ts";
import type { Region } from "./region.ts";
import { headerText } from "./regions.ts";
import type { Words } from "./words.ts";

/** Tiers that name nothing else where they stand alone in a header. */
const TIER = /^(?:底线|确保|力争|奋斗|挑战)$/u;
/** Tiers only beside one of those: 考核 alone may be a mark. */
const BESIDE_A_TIER = /^(?:考核|预期)$/u;
const PARTS = /^([^()]+)((?:\([^()]*\))?)$/u;

/**
 * The words of a header whose tiers are named without 目标: 底线 | 省定 | 奋斗. Tiers are targets; read under their own
 * names they would cut the columns behind them from their indicator.
 */
export function withTierHeads(words: Words, region: Region): Words {
  const keys = region.header.flatMap((row) =>
    row.cells.map(({ column }) => normaliseText(headerText(row, column) ?? ""))
  );
  if (!keys.some((key) => TIER.test(nameOf(key)))) return words;
  return (text) => {
    const key = normaliseText(text);
    const name = nameOf(key);
    const isTier = TIER.test(name) || BESIDE_A_TIER.test(name);
    return words(isTier ? `${name}目标${key.slice(name.length)}` : text);
  };
}

function nameOf(key: string): string {
  return PARTS.exec(key)?.[1] ?? "";
}
