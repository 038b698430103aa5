import type { ShownColumn } from "./grid.ts";

/** What the rows of a table say of one way to compute a column out of others. */
export interface Evidence {
  readonly rows: number;
  readonly fits: number;
  /** How unlikely so many hits are by chance, in bits: each is worth the spread of the column over the room it had. */
  readonly bits: number;
}

/** What a row gives, and how far the rounding of its operands leaves that open; null where it cannot be computed. */
export type Compute = (row: number) => Estimate | null;

export interface Estimate {
  readonly value: number;
  readonly room: number;
  /** Each operand matters: without it the row would not be hit. */
  readonly isTelling: boolean;
}

/** One hit is worth no more than three digits. */
const MOST_BITS = 10;
/** After so many rows a way that mostly fails is given up. */
const FIRST_ROWS = 4;

/** undefined where too few rows follow for the way to be one. */
export function weigh(claim: ShownColumn, compute: Compute): Evidence | undefined {
  let rows = 0;
  let fits = 0;
  let bits = 0;
  const seen = new Set<number>();
  for (let row = 0; row < claim.values.length; row += 1) {
    const stated = claim.values[row] ?? NaN;
    if (Number.isNaN(stated)) continue;
    const estimate = compute(row);
    if (estimate === null) continue;
    rows += 1;
    const room = estimate.room + (claim.halves[row] ?? 0);
    if (Math.abs(stated - estimate.value) <= room) {
      fits += 1;
      if (estimate.isTelling && !seen.has(stated)) bits += worthOf(claim.spread, room);
      seen.add(stated);
    }
    if (rows - fits >= 2 && rows <= FIRST_ROWS) return undefined;
    // More misses than even all rows to come could make up for.
    if ((rows - fits) * 5 > claim.values.length && rows - fits > 1) return undefined;
  }
  const isFollowed = fits >= 3 && rows >= 4 && (fits * 5 >= rows * 4 || fits === rows - 1);
  return isFollowed ? { rows, fits, bits } : undefined;
}

function worthOf(spread: number, room: number): number {
  if (spread <= 0) return 0;
  return Math.min(MOST_BITS, Math.max(0, Math.log2(spread / Math.max(2 * room, 1e-12))));
}
