import type { StatedPace, TableNote } from "../model/around.ts";
import { countDecimals } from "../model/decimal.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { Field } from "../model/table.ts";

const PACE =
  /(?:序时|时序|时间|均衡|应达)进度(?:\((\d{1,3}(?:\.\d+)?)%\)|(?:要求|目标)?(?:为|是|应为|应达到?|:)?(\d{1,3}(?:\.\d+)?)%)/gu;
/** What makes a number behind it a distance to the pace. */
const APART = /(?:落后|低于|高于|超|超过|慢于|快于|滞后|领先)了?$/u;

/**
 * 序时进度22% in a title, note or header: the one pace the office holds all to. null where none is stated, or several
 * are: then nothing tells which is whose. 低于序时进度5% is a distance to it.
 */
export function statedPaceIn(
  lines: readonly TableNote[],
  fields: readonly Field[]
): StatedPace | null {
  const texts = [...lines.map(({ text }) => text), ...new Set(fields.flatMap(({ path }) => path))];
  const found = new Map<number, StatedPace>();
  for (const text of texts) {
    const key = normaliseText(text);
    for (const match of key.matchAll(PACE)) {
      const [words, bracketed, plain = ""] = match;
      const isDistance = bracketed === undefined && APART.test(key.slice(0, match.index));
      if (isDistance) continue;
      const digits = bracketed ?? plain;
      const value = Number(digits);
      const decimals = Math.max(digits.split(".")[1]?.length ?? 0, countDecimals(value));
      if (value > 0 && value < 100)
        found.set(value, { stated: { value, decimals }, words: words.replace(/[()]/gu, "") });
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}
