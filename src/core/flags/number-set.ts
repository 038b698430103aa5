import type { WatchedNumber } from "../findings/watched.ts";
import type { Area, CellRef } from "../workbook/address.ts";
import { formatColumn } from "../workbook/address.ts";
import { cellAt } from "../workbook/book.ts";
import { singleCell } from "./cell-test.ts";
import { runsOf } from "./runs.ts";
import type { Scene } from "./term.ts";

/** Where the numbers of a set stand, as places that never move with the painted cell. */
export interface NumberSet {
  readonly places: readonly string[];
  readonly cells: number;
  /** Stored × factor = shown: 100 where a percent format stores 0.17 for 17. */
  readonly factor: 1 | 100;
  readonly values: readonly number[];
  /** The middle one, of an even number the upper: found once, however many tests compare with it. */
  readonly middle: number;
}

/** Places beyond these make a formula too long to be read. */
const MOST_PLACES = 6;

const KNOWN = new WeakMap<readonly WatchedNumber[], NumberSet | null>();

/**
 * The cells of a set of numbers on the flag's own sheet, all stored the same way; undefined where one of them has no
 * cell there, is a text, or is kept in another unit: a native function would count it otherwise than the check.
 */
export function numberSet(members: readonly WatchedNumber[], scene: Scene): NumberSet | undefined {
  const known = KNOWN.get(members);
  if (known !== undefined) return known ?? undefined;
  const made = makeSet(members, scene);
  KNOWN.set(members, made ?? null);
  return made;
}

function makeSet(members: readonly WatchedNumber[], scene: Scene): NumberSet | undefined {
  const cells: CellRef[] = [];
  const factors = new Set<1 | 100>();
  for (const { at, value } of members) {
    const cell = at?.sheet === scene.sheet.name ? singleCell(at.area) : undefined;
    if (cell === undefined) return undefined;
    const { value: raw } = cellAt(scene.sheet, cell.row, cell.column);
    const factor = typeof raw === "number" ? factorOf(raw, value) : undefined;
    if (factor === undefined) return undefined;
    if (factor !== 0) factors.add(factor);
    cells.push(cell);
  }
  const areas = runsOf(cells);
  if (factors.size > 1 || areas.length > MOST_PLACES || areas.length === 0) return undefined;
  const [factor = 1] = factors;
  const values = members.map(({ value }) => value);
  return {
    places: areas.map(pinned),
    cells: cells.length,
    factor,
    values,
    middle: [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0,
  };
}

/** 0: a zero, which is the same in every unit. */
function factorOf(raw: number, value: number): 0 | 1 | 100 | undefined {
  if (raw === value) return raw === 0 ? 0 : 1;
  return Math.abs(raw * 100 - value) <= 1e-12 * Math.abs(value) ? 100 : undefined;
}

function pinned({ row, column, rows, columns }: Area): string {
  const corner = (r: number, c: number): string => `$${formatColumn(c)}$${r + 1}`;
  const first = corner(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${corner(row + rows - 1, column + columns - 1)}`;
}
