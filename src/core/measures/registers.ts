/** How many calculations are made at a time: few enough that their columns stay in the processor's nearest memory. */
export const LANES = 256;

/** The operands of many calculations, a column for each; those a function does not have are 0. */
export type Operands = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** A column of pairs of doubles, one pair for each calculation; what they mean is the arithmetic's. */
export interface Lanes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The columns of one arithmetic, used again by every calculation. */
export interface Registers {
  /** A column of the calculation under way, its content left over from another one. */
  readonly take: () => Lanes;
  /** All columns are free again, for so many calculations at a time. */
  readonly start: (count: number) => void;
  readonly count: () => number;
}

/**
 * A step of a formula is made for many rows at once. Row by row, the calls of the steps took longer than the arithmetic,
 * and pairs as objects longer still to clear away.
 */
export function createRegisters(): Registers {
  const pool: Lanes[] = [];
  let used = 0;
  let lanes = 0;
  return {
    take: () => {
      const free = pool[used] ?? newLanes();
      pool[used] = free;
      used += 1;
      return free;
    },
    start: (count) => {
      used = 0;
      lanes = count;
    },
    count: () => lanes,
  };
}

function newLanes(): Lanes {
  return { first: new Float64Array(LANES), second: new Float64Array(LANES) };
}
