import type { StatedNumber } from "../model/stated-number.ts";

/**
 * What stands in a cell of a typed column. The numbers come last, so that one comparison tells them apart.
 * blank: nothing is claimed (a blank, "—") · word: 新增 · pending: a number that is still to come · unreadable · error ·
 * stated, exact and count: numbers, by what they may stand for.
 */
export const KIND = {
  blank: 0,
  word: 1,
  pending: 2,
  unreadable: 3,
  error: 4,
  stated: 5,
  exact: 6,
  count: 7,
} as const;

/** From this kind on, a cell holds a number. */
export const FIRST_NUMBER = KIND.stated;

/**
 * A printed column as three plain arrays of one length: the numbers, the digits they are printed with, and what kind
 * of thing stands there (`KIND`). A number of kind `stated` or `count` has no more digits than its decimals say.
 */
export interface TypedColumn {
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  readonly kinds: Uint8Array;
}

/** A column of blanks. */
export function createColumn(rows: number): TypedColumn {
  return {
    values: new Float64Array(rows),
    decimals: new Uint8Array(rows),
    kinds: new Uint8Array(rows),
  };
}

export function putNumber(
  { values, decimals, kinds }: TypedColumn,
  row: number,
  stated: Pick<StatedNumber, "value" | "decimals" | "precision">
): void {
  values[row] = stated.value;
  decimals[row] = stated.decimals;
  kinds[row] = KIND[stated.precision];
}

const PRECISION_OF: Readonly<Record<number, StatedNumber["precision"]>> = {
  [KIND.stated]: "stated",
  [KIND.exact]: "exact",
  [KIND.count]: "count",
};

/** The number of a cell as the exact arithmetic takes it; a programmer's mistake where there is none. */
export function statedAt({ values, decimals, kinds }: TypedColumn, row: number): StatedNumber {
  const precision = PRECISION_OF[kinds[row] ?? KIND.blank];
  const value = values[row];
  if (precision === undefined || value === undefined) throw new Error(`no number in row ${row}`);
  return { value, decimals: decimals[row] ?? 0, origin: "typed", precision };
}
