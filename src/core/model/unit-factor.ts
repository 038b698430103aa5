import type { Unit } from "./unit.ts";

/**
 * What a number in `from` is multiplied with to stand in `to`: 万元 → 亿元 gives 0.0001.
 * undefined where the two never compare. A unit that nothing told is taken for the other's.
 */
export function unitFactor(from: Unit | null, to: Unit | null): number | undefined {
  if (from === null || to === null || from.name === to.name) return 1;
  // The same things are counted in 个, 户 and 家.
  if (from.family !== to.family || from.family === "other") return undefined;
  return Number((from.factor / to.factor).toPrecision(12));
}
