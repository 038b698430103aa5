import type { StatedPace, TableNote } from "../model/around.ts";
import { countDecimals } from "../model/decimal.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { Field } from "../model/table.ts";

/** 低于序时进度5%: a distance to the pace. Read as a group, since a lookbehind is not everywhere Excel runs. */
const PACE =
  /((?:落后|低于|高于|超|超过|慢于|快于|滞后|领先)了?)?((?:序时|时序|时间|均衡|应达)进度(?:(?:要求|目标)?(?:为|是|应为|应达到?|:)?(\d{1,3}(?:\.\d+)?)%|\((\d{1,3}(?:\.\d+)?)%\)))/gu;

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
    for (const match of normaliseText(text).matchAll(PACE)) {
      const [, distance, words = "", plain, bracketed = ""] = match;
      if (distance !== undefined && plain !== undefined) continue;
      const digits = plain ?? bracketed;
      const value = Number(digits);
      const decimals = Math.max(digits.split(".")[1]?.length ?? 0, countDecimals(value));
      if (value > 0 && value < 100)
        found.set(value, { stated: { value, decimals }, words: words.replace(/[()]/gu, "") });
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}
