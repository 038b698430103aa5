import type { ShownColumn } from "./grid.ts";

/** What the rows of a table say of one way to compute a column out of others. */
export interface Evidence {
  readonly rows: number;
  readonly fits: number;
  /** How unlikely so many hits are by chance, in bits: each is worth the spread of the column over the room it had. */
  readonly bits: number;
}

/**
 * What a row gives, and how far the rounding of its operands leaves that open, or, taken as exact, nothing; null where it
 * cannot be computed.
 */
export type Compute = (row: number, isExact: boolean) => Estimate | null;

export interface Estimate {
  readonly value: number;
  readonly room: number;
  /** Of each operand whether it matters in this row: without it the row would not be hit. */
  readonly telling: readonly boolean[];
}

/** One hit is worth no more than three digits. */
const MOST_BITS = 10;
/** After so many rows a way that mostly fails is given up. */
const FIRST_ROWS = 4;

/** So many rows must need an operand, or the column may as well be made without it. */
const FEWEST_TOLD = 2;

/**
 * What the rows say of a way, where it is worth so many bits. Small whole numbers without a unit may be rounded or
 * counted: that they agree to their last digit is what chance seldom gives, and counts as well.
 */
export function weighBoth(
  claim: ShownColumn,
  compute: Compute,
  needed: number
): Evidence | undefined {
  for (const isExact of [false, true]) {
    const evidence = weigh(claim, (row) => compute(row, isExact));
    if (evidence !== undefined && evidence.bits >= needed) return evidence;
  }
  return undefined;
}

/** undefined where too few rows follow for the way to be one. */
function weigh(
  claim: ShownColumn,
  compute: (row: number) => Estimate | null
): Evidence | undefined {
  let rows = 0;
  let fits = 0;
  let bits = 0;
  const seen = new Set<number>();
  const told: number[] = [];
  for (let row = 0; row < claim.values.length; row += 1) {
    const stated = claim.values[row] ?? NaN;
    if (Number.isNaN(stated)) continue;
    const estimate = compute(row);
    if (estimate === null) continue;
    rows += 1;
    const room = estimate.room + (claim.halves[row] ?? 0);
    if (Math.abs(stated - estimate.value) <= room) {
      fits += 1;
      const own = estimate.telling.filter(Boolean).length;
      estimate.telling.forEach((isTold, place) => {
        told[place] = (told[place] ?? 0) + (isTold ? 1 : 0);
      });
      // A row in which all but one are nothing says less.
      const part = own === estimate.telling.length || own >= 2 ? 1 : own > 0 ? 0.5 : 0;
      if (!seen.has(stated)) bits += part * worthOf(claim, stated, room);
      seen.add(stated);
    }
    if (rows - fits >= 2 && rows <= FIRST_ROWS) return undefined;
    // More misses than even all rows to come could make up for.
    if ((rows - fits) * 5 > claim.values.length && rows - fits > 1) return undefined;
  }
  const isFollowed =
    told.every((count) => count >= FEWEST_TOLD) &&
    fits >= 3 &&
    rows >= 4 &&
    (fits * 5 >= rows * 4 || fits === rows - 1);
  return isFollowed ? { rows, fits, bits } : undefined;
}

/** Shares of A类 that are all near to 20 lie close together, and are no less than a twentieth of their size worth. */
const LEAST_SPREAD = 0.05;

function worthOf({ spread: own }: ShownColumn, stated: number, room: number): number {
  if (own <= 0) return 0;
  const spread = Math.max(own, LEAST_SPREAD * Math.abs(stated));
  return Math.min(MOST_BITS, Math.max(0, Math.log2(spread / Math.max(2 * room, 1e-12))));
}
