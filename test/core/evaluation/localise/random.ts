/** Numbers drawn from a seed: the same seed makes the same books. */
export interface Random {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** Both ends are possible. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
}

/** Mulberry32: small, and good enough to make up sheets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const integer = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[integer(0, values.length - 1)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  };
  const shuffled = <T>(values: readonly T[]): readonly T[] => {
    const list = [...values];
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      const [a, b] = [list[last], list[other]];
      if (a === undefined || b === undefined) continue;
      list[last] = b;
      list[other] = a;
    }
    return list;
  };
  return { next, between, integer, chance: (probability) => next() < probability, pick, shuffled };
}
