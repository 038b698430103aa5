import { roundTo } from "../model/decimal.ts";

/** A stated rank beside the value it should be the place of. */
export interface Ranked {
  readonly rank: number;
  readonly value: number;
}

const FEWEST_ROWS = 5;
/** The value that jumped is among those whose rank is off the most, or was one of a tie. */
const TRIED = 4;
const TRIED_OF_TIES = 8;

/**
 * The rows, by their numbers, but for any one of which ranks follow their values: a single wrong value moves the ranks
 * of all it jumped over, and most of a column may then look wrong. Without that row, and with its own rank taken as it
 * stands, all others fit, with places shared or told apart (1 2 2 4, 1 2 3 4), or with all ties counted once (1 2 2 3).
 */
export function findJumped(
  rows: readonly Ranked[],
  decimals: number,
  order: "largest-first" | "smallest-first"
): { readonly rows: readonly number[]; readonly ties: "once" | "all" } {
  if (rows.length < FEWEST_ROWS) return { rows: [], ties: "all" };
  const sign = order === "largest-first" ? 1 : -1;
  const shown = rows.map(({ rank, value }) => ({ rank, value: sign * roundTo(value, decimals) }));
  const counts = countValues(shown);
  const furthest = furthestBy(shown, ({ value }) => counts.above(value));
  const placed = furthest.filter((odd) => isPlaced(shown, odd, counts));
  if (placed.length > 0) return { rows: placed.map((odd) => shown.indexOf(odd)), ties: "all" };
  const ranks = new Map<number, Set<number>>();
  for (const { rank, value } of shown) ranks.set(rank, (ranks.get(rank) ?? new Set()).add(value));
  const tied = shown.filter(({ rank }) => (ranks.get(rank)?.size ?? 0) > 1);
  const dense = furthestBy(shown, ({ value }) => counts.distinctAbove(value));
  const tried = new Set([...dense, ...tied.slice(0, TRIED_OF_TIES)]);
  const once = [...tried].filter((odd) => isCountedOnce(shown, odd, counts));
  return { rows: once.map((odd) => shown.indexOf(odd)), ties: "once" };
}

function furthestBy(rows: readonly Ranked[], before: (row: Ranked) => number): readonly Ranked[] {
  const off = new Map(rows.map((row) => [row, Math.abs(row.rank - 1 - before(row))]));
  const offBy = (row: Ranked): number => off.get(row) ?? 0;
  return [...rows].sort((a, b) => offBy(b) - offBy(a)).slice(0, TRIED);
}

/** How many rows, and how many different values, lie above a value; how many rows have it. */
interface Counts {
  readonly above: (value: number) => number;
  readonly distinctAbove: (value: number) => number;
  readonly equal: (value: number) => number;
}

/** Counted once: a column may have thousands of rows. */
function countValues(rows: readonly Ranked[]): Counts {
  const equal = new Map<number, number>();
  for (const { value } of rows) equal.set(value, (equal.get(value) ?? 0) + 1);
  const above = new Map<number, number>();
  const distinctAbove = new Map<number, number>();
  let [seen, different] = [0, 0];
  for (const value of [...equal.keys()].sort((a, b) => b - a)) {
    above.set(value, seen);
    distinctAbove.set(value, different);
    seen += equal.get(value) ?? 0;
    different += 1;
  }
  const from =
    (counts: ReadonlyMap<number, number>) =>
    (value: number): number =>
      counts.get(value) ?? 0;
  return { above: from(above), distinctAbove: from(distinctAbove), equal: from(equal) };
}

function isPlaced(rows: readonly Ranked[], odd: Ranked, counts: Counts): boolean {
  return rows.every((row) => {
    if (row === odd) return true;
    const above = counts.above(row.value) - (odd.value > row.value ? 1 : 0);
    const equal = counts.equal(row.value) - 1 - (odd.value === row.value ? 1 : 0);
    const low = 1 + above + (odd.rank < row.rank ? 1 : 0);
    return row.rank >= low && row.rank <= low + equal;
  });
}

/** The odd row takes a rank of its own, unless another row has the same. */
function isCountedOnce(rows: readonly Ranked[], odd: Ranked, counts: Counts): boolean {
  const others = rows.filter((row) => row !== odd);
  const isAlone = others.every(({ rank }) => rank !== odd.rank);
  const isOnlyValue = counts.equal(odd.value) === 1;
  return others.every((row) => {
    const isOddAbove = isOnlyValue && odd.value > row.value;
    const distinct = counts.distinctAbove(row.value) - (isOddAbove ? 1 : 0);
    const before = distinct + (isAlone && odd.rank < row.rank ? 1 : 0);
    return row.rank === before + 1;
  });
}
