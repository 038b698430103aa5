import type { NumberReading } from "../../model/table-index.ts";
import type { Interval } from "../../model/stated-number.ts";

/**
 * What a test held against each other, as plain data: enough to say which value of one of its cells would satisfy it.
 * It refers to readings that exist anyway, so that a passing test costs one small object.
 */
export type Identity =
  /** low ≤ Σ plus − Σ minus + constant ≤ high; the rounding of all numbers is in the bounds. An open side is infinite. */
  | {
      readonly kind: "linear";
      readonly plus: readonly NumberReading[];
      readonly minus: readonly NumberReading[];
      readonly constant: number;
      readonly low: number;
      readonly high: number;
    }
  /** claim = sign × (factor × top ÷ bottom − base), each number within its own rounding. */
  | {
      readonly kind: "ratio";
      readonly claim: NumberReading;
      readonly top: NumberReading;
      /** A whole printed in a header has no cell to be at fault. */
      readonly bottom: NumberReading | Interval;
      readonly factor: number;
      readonly base: number;
      readonly sign: 1 | -1;
    }
  /** factor × small ≤ large; a limit that has no cell is a range. */
  | {
      readonly kind: "order";
      readonly small: NumberReading | Interval;
      readonly large: NumberReading | Interval;
      readonly factor: number;
    }
  /** The claim is the place of a value among the values of a ranking. */
  | {
      readonly kind: "rank";
      readonly claim: NumberReading;
      readonly value: NumberReading;
      readonly ranking: Ranking;
    }
  /** The claim lies between the smallest and the largest of its members. */
  | {
      readonly kind: "span";
      readonly claim: NumberReading;
      readonly members: readonly NumberReading[];
    }
  /** One question for a column: what each of its cells was held against, as if it were tested by itself. */
  | { readonly kind: "column"; readonly parts: readonly Identity[] }
  /** A question made of these numbers, that nothing is solved for: it may follow from one that is wrong. */
  | { readonly kind: "made-of"; readonly readings: readonly NumberReading[] };

/** All values that are ranked together; one object for the whole ranking. */
export interface Ranking {
  readonly values: readonly NumberReading[];
  readonly ascending: boolean;
  /** Ranked zones whose value is not there: each takes a place nobody sees. */
  readonly unseen: number;
  /** once: ties are counted once (1 2 2 3) · all: as many places as values (1 2 2 4) · open: one or the other. */
  readonly ties: "once" | "all" | "open";
  /** What is known where one value jumped over others; null: nothing. */
  readonly jump: {
    /** The only values of which any one may be the one. */
    readonly values: readonly NumberReading[];
    /** once: ties are counted once (1 2 2 3) · all: as many places as values (1 2 2 4). */
    readonly ties: "once" | "all";
  } | null;
}

/** What a cell may stand for while a set of suspects is tried; infinite for a suspect nothing else binds. */
export type RangeOf = (reading: NumberReading) => Interval;

export const ANYTHING: Interval = { low: -Infinity, high: Infinity };

/** The numbers of an identity; of a rank only its own value, of a column what all its cells have in common. */
export function readingsOf(identity: Identity): readonly NumberReading[] {
  switch (identity.kind) {
    case "linear":
      return [...identity.plus, ...identity.minus];
    case "ratio":
      return [identity.claim, identity.top, identity.bottom].filter(isReading);
    case "order":
      return [identity.small, identity.large].filter(isReading);
    case "rank":
      return [identity.claim, identity.value];
    case "span":
      return [identity.claim, ...identity.members];
    case "column":
      return commonReadings(identity.parts);
    case "made-of":
      return identity.readings;
  }
}

/** The cells that take part in every one of several identities: 全市 in a column of shares. */
function commonReadings(parts: readonly Identity[]): readonly NumberReading[] {
  const [first, ...rest] = parts.map(readingsOf);
  if (first === undefined) return [];
  const others = rest.map((readings) => new Set(readings.map(({ observation }) => observation)));
  return first.filter(({ observation }) => others.every((set) => set.has(observation)));
}

/** The number as printed, with half a last digit to each side, and what the members of a sum leave open. */
export function printedRange({ stated }: NumberReading): Interval {
  const half = stated.precision === "stated" ? 0.5 * 10 ** -stated.decimals : 0;
  return around(stated.value, half + (stated.spread ?? 0));
}

export function isReading(value: NumberReading | Interval): value is NumberReading {
  return "stated" in value;
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  const range = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
  return range.low <= range.high ? range : undefined;
}

export function around(value: number, half: number): Interval {
  return { low: value - half, high: value + half };
}
