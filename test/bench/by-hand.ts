import { columnAt, EXCEPTION, GROWTH_TARGET, LEVEL_TARGET, SHARE_TARGET } from "./form.ts";
import type { Form, PlantedCode } from "./form.ts";
import type { TypedColumn } from "../../src/core/columns/index.ts";

/** What the loop finds: which row, which column, which code, and how many tests it made. */
export interface HandFindings {
  readonly rows: Uint32Array;
  readonly columns: Uint8Array;
  readonly codes: Uint8Array;
  readonly count: number;
  readonly checked: number;
}

export const CODES: readonly (PlantedCode | "sum-mismatch")[] = [
  "growth-mismatch",
  "share-mismatch",
  "difference-mismatch",
  "target-unmet",
  "sum-mismatch",
];

const HALF = Float64Array.from([0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005]);
const STATED = 5;
const NOISE = 1e-9;

/**
 * The yardstick: the same tests written by hand for this one form, as one pass over typed arrays. It knows where every
 * column stands, keeps no trace, decides nothing exactly, asks no question of a column and allows for no other form.
 */
export function judgeByHand({ layout, zones, columns }: Form): HandFindings {
  const capacity = 16 + zones;
  const rows = new Uint32Array(capacity);
  const places = new Uint8Array(capacity);
  const codes = new Uint8Array(capacity);
  let count = 0;
  let checked = 0;
  const add = (row: number, column: number, code: number): void => {
    rows[count] = row;
    places[count] = column;
    codes[count] = code;
    count += 1;
  };
  const halves = HALF;
  const stated = STATED;
  const noise = NOISE;
  const halfOf = ({ decimals }: TypedColumn, row: number): number =>
    halves[decimals[row] ?? 0] ?? 0;
  for (const first of layout.firsts) {
    const now = columnAt(columns, first);
    const before = columnAt(columns, first + 1);
    const growth = columnAt(columns, first + 2);
    const share = columnAt(columns, first + 3);
    const city = now.values[zones + 1] ?? 0;
    const cityHalf = halfOf(now, zones + 1);
    let sumNow = 0;
    let sumBefore = 0;
    const growthTarget = GROWTH_TARGET;
    const shareTarget = SHARE_TARGET;
    const levelTarget = LEVEL_TARGET;
    const exception = first === 0 ? EXCEPTION.row : -1;
    for (let row = 0; row <= zones + 1; row += 1) {
      const a = now.values[row] ?? 0;
      const b = before.values[row] ?? 0;
      const halfA = halfOf(now, row);
      const halfB = halfOf(before, row);
      const g = growth.values[row] ?? 0;
      const halfG = halfOf(growth, row);
      const hasLevel = now.kinds[row] === stated;
      if (growth.kinds[row] === stated && hasLevel && before.kinds[row] === stated && b > halfB) {
        checked += 1;
        const low = ((a - halfA) / (b + halfB) - 1) * 100;
        const high = ((a + halfA) / (b - halfB) - 1) * 100;
        if (g + halfG < low - noise || g - halfG > high + noise) add(row, first + 2, 0);
      }
      if (share.kinds[row] === stated && hasLevel) {
        checked += 1;
        const s = share.values[row] ?? 0;
        const halfS = halfOf(share, row);
        const low = ((a - halfA) / (city + cityHalf)) * 100;
        const high = ((a + halfA) / (city - cityHalf)) * 100;
        if (s + halfS < low - noise || s - halfS > high + noise) add(row, first + 3, 1);
      }
      if (row >= zones) continue;
      sumNow += a;
      sumBefore += b;
      checked += 3;
      if (g < (row === exception ? EXCEPTION.target : growthTarget)) {
        add(row, first + 2, 3);
      }
      if ((share.values[row] ?? 0) < shareTarget) add(row, first + 3, 3);
      if (a < levelTarget) add(row, first, 3);
    }
    checked += 2;
    const allowed = ((zones + 1) / 2) * 0.01 + 1e-6;
    if (Math.abs((now.values[zones] ?? 0) - sumNow) > allowed) add(zones, first, 4);
    if (Math.abs((before.values[zones] ?? 0) - sumBefore) > allowed) add(zones, first + 1, 4);
  }
  if (layout.target !== null) {
    const growth = columnAt(columns, layout.firsts[0] + 2);
    const target = columnAt(columns, layout.target);
    const gap = columnAt(columns, layout.target + 1);
    for (let row = 0; row < zones; row += 1) {
      if (gap.kinds[row] !== stated || growth.kinds[row] !== stated) continue;
      checked += 1;
      const difference = (growth.values[row] ?? 0) - (target.values[row] ?? 0);
      const slack = halfOf(growth, row) + halfOf(gap, row);
      if (Math.abs((gap.values[row] ?? 0) - difference) > slack + noise) {
        add(row, layout.target + 1, 2);
      }
    }
  }
  return { rows, columns: places, codes, count, checked };
}
