import { roundTo } from "../model/decimal.ts";

/** The places a value may have: equal ones share them (1 2 2 4), may be told apart (1 2 3 4), or counted once (1 2 2 3). */
export interface RankPlaces {
  readonly low: number;
  readonly high: number;
  readonly dense: number;
}

/** Ranks of values as they are shown: what is equal on the page is a tie, whatever stands behind it. */
export function rankPlaces(
  values: readonly number[],
  decimals: number,
  order: "largest-first" | "smallest-first"
): (value: number) => RankPlaces | undefined {
  const rounded = new Map<number, number>();
  for (const value of values) if (!rounded.has(value)) rounded.set(value, roundTo(value, decimals));
  // An array of numbers alone is sorted without a call for each two of them.
  const shown = Float64Array.from(values, (value) => rounded.get(value) ?? value).sort();
  if (order === "largest-first") shown.reverse();
  const places = new Map<number, RankPlaces>();
  for (let start = 0; start < shown.length;) {
    const value = shown[start] ?? 0;
    let end = start;
    while (end < shown.length && shown[end] === value) end += 1;
    places.set(value, { low: start + 1, high: end, dense: places.size + 1 });
    start = end;
  }
  return (value) => places.get(rounded.get(value) ?? roundTo(value, decimals));
}

/** all: as many places as values (1 2 2 4, 1 2 3 4) · once: ties are counted once (1 2 2 3) · open: nobody can say. */
export type Ties = "all" | "once" | "open";

/** A stated rank, the places of its value, and how many take a place that nobody sees. */
export interface Placed {
  readonly rank: number;
  readonly place: RankPlaces;
  readonly unseen: number;
}

/**
 * How a column counts ties: as nearly all of its ranks are counted, and more than in the other way. What only one row
 * speaks for is its slip as likely as the column's way, and so is a tie one of whose own ranks is another.
 */
export function tiesOf(ranks: readonly Placed[]): Ties {
  const isOnce = ({ rank, place }: Placed): boolean => rank === place.dense;
  const once = ranks.filter(isOnce);
  const all = ranks.filter(
    ({ rank, place, unseen }) => rank >= place.low && rank <= place.high + unseen
  ).length;
  const isNearlyAll = (fits: number): boolean =>
    fits * 5 >= ranks.length * 4 || (fits >= 3 && fits === ranks.length - 1);
  if (all === ranks.length || (isNearlyAll(all) && all > once.length)) return "all";
  if (once.length === ranks.length) return all + 1 < ranks.length ? "once" : "open";
  const tied = once.filter(({ place }) => place.high > place.low);
  const isTie = new Set(tied.map(({ place }) => place)).size < tied.length;
  return isNearlyAll(once.length) && isTie && once.length > all + 1 ? "once" : "open";
}
