import { roundTo } from "../model/decimal.ts";

/** A stated rank beside the value it should be the place of. */
export interface Ranked {
  readonly rank: number;
  readonly value: number;
}

const FEWEST_ROWS = 5;
/** The value that jumped is among those whose rank is off the most. */
const TRIED = 4;

/**
 * Whether ranks follow their values but for one row: a single wrong value moves the ranks of all it jumped over, and
 * most of a column may then look wrong. Without that row, and with its own rank taken as it stands, all others fit.
 */
export function isRankedButForOne(
  rows: readonly Ranked[],
  decimals: number,
  order: "largest-first" | "smallest-first"
): boolean {
  if (rows.length < FEWEST_ROWS) return false;
  const sign = order === "largest-first" ? 1 : -1;
  const shown = rows.map(({ rank, value }) => ({ rank, value: sign * roundTo(value, decimals) }));
  const offBy = ({ rank, value }: Ranked): number =>
    Math.abs(rank - 1 - shown.filter((other) => other.value > value).length);
  const furthest = [...shown].sort((a, b) => offBy(b) - offBy(a)).slice(0, TRIED);
  return furthest.some((odd) =>
    shown.every((row) => {
      if (row === odd) return true;
      const others = shown.filter((other) => other !== odd && other !== row);
      const above = others.filter(({ value }) => value > row.value).length;
      const equal = others.filter(({ value }) => value === row.value).length;
      const low = 1 + above + (odd.rank < row.rank ? 1 : 0);
      return row.rank >= low && row.rank <= low + equal;
    })
  );
}
