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
  const furthest = furthestBy(
    shown,
    ({ value }) => shown.filter((one) => one.value > value).length
  );
  const placed = furthest.filter((odd) => isPlaced(shown, odd));
  if (placed.length > 0) return { rows: placed.map((odd) => shown.indexOf(odd)), ties: "all" };
  const ranks = new Map<number, Set<number>>();
  for (const { rank, value } of shown) ranks.set(rank, (ranks.get(rank) ?? new Set()).add(value));
  const tied = shown.filter(({ rank }) => (ranks.get(rank)?.size ?? 0) > 1);
  const dense = furthestBy(shown, ({ value }) => countDistinct(shown, value));
  const tried = new Set([...dense, ...tied.slice(0, TRIED_OF_TIES)]);
  const once = [...tried].filter((odd) => isCountedOnce(shown, odd));
  return { rows: once.map((odd) => shown.indexOf(odd)), ties: "once" };
}

function furthestBy(rows: readonly Ranked[], before: (row: Ranked) => number): readonly Ranked[] {
  const offBy = (row: Ranked): number => Math.abs(row.rank - 1 - before(row));
  return [...rows].sort((a, b) => offBy(b) - offBy(a)).slice(0, TRIED);
}

function countDistinct(rows: readonly Ranked[], value: number): number {
  return new Set(rows.filter((one) => one.value > value).map((one) => one.value)).size;
}

function isPlaced(rows: readonly Ranked[], odd: Ranked): boolean {
  return rows.every((row) => {
    if (row === odd) return true;
    const others = rows.filter((other) => other !== odd && other !== row);
    const above = others.filter(({ value }) => value > row.value).length;
    const equal = others.filter(({ value }) => value === row.value).length;
    const low = 1 + above + (odd.rank < row.rank ? 1 : 0);
    return row.rank >= low && row.rank <= low + equal;
  });
}

/** The odd row takes a rank of its own, unless another row has the same. */
function isCountedOnce(rows: readonly Ranked[], odd: Ranked): boolean {
  const others = rows.filter((row) => row !== odd);
  const isAlone = others.every(({ rank }) => rank !== odd.rank);
  return others.every((row) => {
    const before = countDistinct(others, row.value) + (isAlone && odd.rank < row.rank ? 1 : 0);
    return row.rank === before + 1;
  });
}
