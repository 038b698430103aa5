/** The place of a number in the registers of an arithmetic. */
export type Register = number;

/** A formula has at most four operands and a dozen steps; what it needs beyond is NaN, never another value. */
const SIZE = 32;

/**
 * Pairs of doubles for one calculation at a time. A range of 100,000 rows would make a million pairs as objects, and
 * clearing them away took longer than the arithmetic.
 */
export interface Registers {
  readonly first: (at: Register) => number;
  readonly second: (at: Register) => number;
  /** Keeps a pair until the next calculation starts. */
  readonly put: (first: number, second: number) => Register;
  readonly start: () => void;
  /** Whether all firsts kept since the start are numbers, not NaN. */
  readonly areNumbers: () => boolean;
}

export function createRegisters(): Registers {
  const pairs = new Float64Array(SIZE * 2);
  let used = 0;
  return {
    first: (at) => pairs[at] ?? NaN,
    second: (at) => pairs[at + 1] ?? NaN,
    put: (first, second) => {
      const at = used;
      // Beyond the end nothing is kept, and reading it gives NaN.
      pairs[at] = first;
      pairs[at + 1] = second;
      used += 2;
      return at;
    },
    areNumbers: () => {
      for (let at = 0; at < used; at += 2) if (Number.isNaN(pairs[at])) return false;
      return true;
    },
    start: () => {
      used = 0;
    },
  };
}
