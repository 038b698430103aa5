/** Choices that follow from one seed, so that a failing run can be had again. */
export interface Draw {
  readonly between: (low: number, high: number) => number;
  readonly whole: (low: number, high: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** Between so many of a list, in any order. */
  readonly some: <T>(list: readonly T[], least: number, most: number) => readonly T[];
  readonly chance: (part: number) => boolean;
}

export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const oneOf = <T>(list: readonly T[]): T => {
    const chosen = list[whole(0, list.length - 1)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    whole,
    oneOf,
    some: (list, least, most) => {
      const rest = [...list];
      const count = whole(least, Math.min(most, list.length));
      return Array.from({ length: count }, () => {
        const [chosen] = rest.splice(whole(0, rest.length - 1), 1);
        if (chosen === undefined) throw new Error("nothing to choose from");
        return chosen;
      });
    },
    chance: (part) => next() < part,
  };
}
