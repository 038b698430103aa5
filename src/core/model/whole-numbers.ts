import Big from "big.js";

const HUNDRED = new Big(100);

/**
 * Whether some whole number N ≥ count gives count ÷ N × 100 between low and high (both ends count: the doubt is the
 * writer's). Integer feasibility after Brown & Heathers, The GRIM Test (2017), turned to percentages.
 */
export function isFeasible(count: Big, low: Big, high: Big): boolean {
  return wholesFor(count, low, high).first !== undefined;
}

/** The smallest and largest whole number that give the percentage; last undefined: no bound. */
export function wholesFor(
  count: Big,
  low: Big,
  high: Big
): { readonly first: number | undefined; readonly last: number | undefined } {
  if (count.eq(0)) {
    // None of anything is 0 %, of whatever number.
    return low.lte(0) ? { first: 1, last: undefined } : { first: undefined, last: undefined };
  }
  if (high.lte(0)) return { first: undefined, last: undefined };
  const scaled = count.times(HUNDRED);
  const least = ceiling(scaled, high);
  const first = least.lt(count) ? count : least;
  if (low.lte(0)) return { first: first.toNumber(), last: undefined };
  const last = floor(scaled, low);
  return first.lte(last)
    ? { first: first.toNumber(), last: last.toNumber() }
    : { first: undefined, last: undefined };
}

/** The two whole numbers around the one that a percentage asks for. */
export function nearestWholes(count: number, percent: number): readonly number[] {
  if (count <= 0 || percent <= 0) return [];
  const below = Math.floor((count * 100) / percent);
  return [below, below + 1].filter((whole) => whole >= count && whole > 0);
}

function floor(a: Big, b: Big): Big {
  const guess = a.div(b).round(0, Big.roundDown);
  if (guess.times(b).gt(a)) return guess.minus(1);
  return guess.plus(1).times(b).lte(a) ? guess.plus(1) : guess;
}

function ceiling(a: Big, b: Big): Big {
  const below = floor(a, b);
  return below.times(b).eq(a) ? below : below.plus(1);
}
