import type { Unit } from "./unit.ts";

/**
 * What a number in `from` is multiplied with to stand in `to`: 万元 → 亿元 gives 0.0001.
 * undefined where the two never compare. A unit that nothing told is taken for the other's.
 */
export function unitFactor(from: Unit | null, to: Unit | null): number | undefined {
  if (from === null || to === null || from.name === to.name) return 1;
  if (from.family !== to.family || from.family === "other") return undefined;
  // 万元/亩 and 亿元/平方公里 are one family, and no plain factor turns one into the other.
  if (from.family === "intensity") return undefined;
  // The same things are counted in 个, 户 and 家.
  return Number((from.factor / to.factor).toPrecision(12));
}
