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
  const sign = order === "largest-first" ? -1 : 1;
  const shown = values.map((value) => roundTo(value, decimals)).sort((a, b) => sign * (a - b));
  const places = new Map<number, RankPlaces>();
  for (let start = 0; start < shown.length;) {
    const value = shown[start] ?? 0;
    let end = start;
    while (end < shown.length && shown[end] === value) end += 1;
    places.set(value, { low: start + 1, high: end, dense: places.size + 1 });
    start = end;
  }
  return (value) => places.get(roundTo(value, decimals));
}
