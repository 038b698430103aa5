import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import { ANYTHING } from "./identity.ts";
import type { Identity, RangeOf } from "./identity.ts";

type Rank = Extract<Identity, { kind: "rank" }>;

/**
 * What a rank, its value, or another value of the ranking would have to be. Necessary conditions only: with ties,
 * places may be shared (1 2 2 4) or counted once (1 2 2 3), and both are taken.
 */
export function solveRank(
  identity: Rank,
  wanted: NumberReading,
  rangeOf: RangeOf
): Interval | undefined {
  const { claim, value, ranking } = identity;
  // Turned round, the smallest is the largest.
  const turn = (range: Interval): Interval =>
    ranking.ascending ? { low: -range.high, high: -range.low } : range;
  const read: RangeOf = (reading) => turn(rangeOf(reading));
  if (wanted === claim) return placesOf(identity, read);
  const solved = wanted === value ? valueFor(identity, read) : otherFor(identity, wanted, read);
  return solved === undefined ? undefined : turn(solved);
}

function placesOf({ value, ranking }: Rank, read: RangeOf): Interval {
  const own = read(value);
  const others = ranking.values.filter((other) => other !== value).map(read);
  const above = others.filter(({ low }) => low > own.high);
  const notBelow = others.filter(({ high }) => high >= own.low).length;
  const least = 1 + new Set(above.map(({ low }) => low)).size;
  return { low: least, high: 1 + notBelow + ranking.unseen };
}

function valueFor({ claim, value, ranking }: Rank, read: RangeOf): Interval | undefined {
  const place = claim.stated.value;
  const others = ranking.values.filter((other) => other !== value).map(read);
  const isOnce = ranking.jump?.ties === "once";
  const all = others.map(({ high }) => high).sort((a, b) => b - a);
  const highs = isOnce ? [...new Set(all)] : all;
  const lows = [...new Set(others.map(({ low }) => low))].sort((a, b) => a - b);
  const below = lows.length + 1 - place - ranking.unseen;
  const high = place <= 1 ? Infinity : (highs[place - 2] ?? undefined);
  if (high === undefined) return undefined;
  const low = below <= 0 ? -Infinity : (lows[below - 1] ?? -Infinity);
  return low <= high ? { low, high } : undefined;
}

function otherFor(identity: Rank, wanted: NumberReading, read: RangeOf): Interval | undefined {
  const { claim, value, ranking } = identity;
  if (ranking.jump?.ties === "once") return otherOfOnce(identity, wanted, read);
  const own = read(value);
  const place = claim.stated.value;
  const all = ranking.values.length + ranking.unseen;
  let notBelow = 0;
  let notAbove = ranking.unseen;
  for (const other of ranking.values) {
    if (other === value || other === wanted) continue;
    const { low, high } = read(other);
    if (high >= own.low) notBelow += 1;
    if (low <= own.high) notAbove += 1;
  }
  if (notBelow < place - 2 || notAbove < all - place - 1) return undefined;
  const low = notBelow < place - 1 ? own.low : -Infinity;
  const high = notAbove < all - place ? own.high : Infinity;
  return low <= high ? { low, high } : ANYTHING;
}

/** Of ties that are counted once, a value equal to one that stands before takes no place of its own. */
function otherOfOnce(
  { claim, value, ranking }: Rank,
  wanted: NumberReading,
  read: RangeOf
): Interval | undefined {
  const own = read(value);
  const above = ranking.values.flatMap((other) => {
    const range = read(other);
    return other !== value && other !== wanted && range.low > own.high ? [range] : [];
  });
  const before = new Set(above.map(({ low }) => low)).size;
  const missing = claim.stated.value - 1 - before;
  if (missing === 1) return { low: own.low, high: Infinity };
  if (missing !== 0) return undefined;
  const highest = above.reduce((most, { high }) => Math.max(most, high), own.high);
  return { low: -Infinity, high: highest };
}
