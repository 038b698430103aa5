import { createColumn, putNumber } from "../../src/core/columns/index.ts";
import type { TypedColumn } from "../../src/core/columns/index.ts";

/** What is measured: a form of many zones as typed columns, with faults planted in known cells. */

/** A fault: 0-based row and column, and the code of the finding it must give. */
export interface Planted {
  readonly row: number;
  readonly column: number;
  readonly code: PlantedCode;
}

export type PlantedCode =
  "growth-mismatch" | "share-mismatch" | "difference-mismatch" | "target-unmet";

/** Where the columns stand: of each indicator actual, prior, growth and share of the city, one after the other. */
export interface Layout {
  readonly columns: number;
  readonly firsts: readonly [number, number, number];
  /** A target of the first indicator's growth and the gap to it, or neither. */
  readonly target: number | null;
}

export const FOURTEEN: Layout = { columns: 14, firsts: [0, 6, 10], target: 4 };
export const TWELVE: Layout = { columns: 12, firsts: [0, 4, 8], target: null };

/** Rows of zones, then 合计, then 全市. */
export interface Form {
  readonly layout: Layout;
  readonly zones: number;
  readonly columns: readonly TypedColumn[];
  readonly planted: readonly Planted[];
}

export const DECIMALS = 2;

/** The ten targets: growth, share and level of each indicator, and the growth that one zone has of its own. */
export const GROWTH_TARGET = 2;
export const SHARE_TARGET = 0;
export const LEVEL_TARGET = 0.5;
export const EXCEPTION = { row: 1, target: 1 } as const;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number): number => Math.round(value * 100 + 1e-7) / 100;

/**
 * A form made of exact amounts and printed with two digits, so that many of its growths and shares agree only within
 * rounding; its faults stand one in `every` rows.
 */
export function formOf(layout: Layout, zones: number, seed: number, every: number): Form {
  const random = randomOf(seed);
  const columns = Array.from({ length: layout.columns }, () => createColumn(zones + 2));
  for (const first of layout.firsts) fillIndicator(columns, first, zones, random);
  const { target } = layout;
  const growths = columnAt(columns, layout.firsts[0] + 2);
  for (let row = 0; target !== null && row < zones; row += 1) {
    const wanted = row === EXCEPTION.row ? EXCEPTION.target : GROWTH_TARGET;
    put(columns, target, row, wanted);
    put(columns, target + 1, row, (growths.values[row] ?? 0) - wanted);
  }
  return { layout, zones, columns, planted: plant(layout, columns, zones, random, every) };
}

export function columnAt(columns: readonly TypedColumn[], place: number): TypedColumn {
  const column = columns[place];
  if (column === undefined) throw new Error(`no column ${place}`);
  return column;
}

function fillIndicator(
  columns: readonly TypedColumn[],
  first: number,
  zones: number,
  random: () => number
): void {
  const exact: (readonly [actual: number, prior: number])[] = [];
  let [now, before] = [0, 0];
  for (let row = 0; row < zones; row += 1) {
    const prior = 1 + random() * 299;
    const actual = prior * (1.03 + random() * 0.22);
    exact.push([actual, prior]);
    now += actual;
    before += prior;
  }
  const city = now * 1.6;
  exact.push([now, before], [city, before * 1.6]);
  exact.forEach(([actual, prior], row) => {
    put(columns, first, row, actual);
    put(columns, first + 1, row, prior);
    put(columns, first + 2, row, (actual / prior - 1) * 100);
    if (row <= zones) put(columns, first + 3, row, (actual / city) * 100);
  });
}

function put(columns: readonly TypedColumn[], place: number, row: number, value: number): void {
  putNumber(columnAt(columns, place), row, {
    value: round(value),
    decimals: DECIMALS,
    precision: "stated",
  });
}

/** Faults far enough from each other that none explains another. */
function plant(
  { firsts: [first, second, third], target }: Layout,
  columns: readonly TypedColumn[],
  zones: number,
  random: () => number,
  every: number
): readonly Planted[] {
  const planted: Planted[] = [];
  const spoil = (row: number, column: number, by: number, code: PlantedCode): void => {
    put(columns, column, row, (columnAt(columns, column).values[row] ?? 0) + by);
    planted.push({ row, column, code });
  };
  for (let row = Math.floor(random() * Math.min(every, zones)); row < zones; row += every) {
    const kind = Math.floor(random() * 4);
    if (kind === 0) spoil(row, second + 2, 7.77, "growth-mismatch");
    else if (kind === 1) spoil(row, third + 3, 3.33, "share-mismatch");
    else if (kind === 2 && target !== null) spoil(row, target + 1, 5.55, "difference-mismatch");
    else if (kind === 2) spoil(row, first + 2, 8.88, "growth-mismatch");
    else {
      slow(columns, third, zones, row);
      planted.push({ row, column: third + 2, code: "target-unmet" });
    }
  }
  return planted;
}

/** A zone that truly grew too slowly: its numbers agree, its target is missed. */
function slow(columns: readonly TypedColumn[], first: number, zones: number, row: number): void {
  const actual = columnAt(columns, first).values;
  const prior = columnAt(columns, first + 1).values;
  const growthAt = (at: number): number => ((actual[at] ?? 0) / (prior[at] ?? 1) - 1) * 100;
  const old = prior[row] ?? 0;
  put(columns, first + 1, row, (actual[row] ?? 0) / 1.005);
  put(columns, first + 1, zones, (prior[zones] ?? 0) + (prior[row] ?? 0) - old);
  put(columns, first + 2, row, growthAt(row));
  put(columns, first + 2, zones, growthAt(zones));
}
