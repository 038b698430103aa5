import { claimKey, isSingleCell } from "./cell-key.ts";
import { gainOf } from "./oddness.ts";
import type { Component } from "./search-within.ts";
import type { Explanation } from "./search.ts";
import { findSlip } from "./slip.ts";
import type { FailedTest } from "./test-graph.ts";

/** A cell right as it stands that would have to be ten times what anything about it is, or negative. */
export const ABSURD = -1;

export function isAbsurd({ suspects, values }: Explanation, key: string): boolean {
  return gainOf({ suspects: suspects.filter((one) => one.key === key), values }) <= ABSURD;
}

export function weightOf({ suspects }: Explanation): number {
  return suspects.reduce((sum, { weight }) => sum + weight, 0);
}

/** So much better, in powers of ten, must one cell fit in than any other to be named for it: three times. */
const CLEARLY = 0.5;

/**
 * Of sets of equal weight: the one of fewest cells, then the one most of whose cells a typing slip explains, then the
 * one whose cells are clearly out of scale with what stands about them, then the one that leaves most findings where
 * they were found. Where several are as likely and none is fewer cells than were
 * tested, the tests stay where they are: naming one of ten members for a wrong total would be a guess.
 */
export function prefer(
  sets: readonly Explanation[],
  { failed, passed, suspects }: Component
): Explanation | undefined {
  const own = new Set(failed.map(({ finding }) => claimKey(finding.at)));
  const ownIn = (explanation: Explanation): number =>
    explanation.suspects.filter(({ key }) => own.has(key)).length;
  // Of a whole column, a power of ten is its unit as likely as that of 全市.
  const isOfColumn = failed.some(({ finding }) => !isSingleCell(finding.at));
  const slips = new Map(sets.map((one) => [one, isOfColumn ? 0 : countSlips(one)]));
  const slipsIn = (explanation: Explanation): number => slips.get(explanation) ?? 0;
  // The fewer tests speak for a cell as it is, the likelier it is the one.
  const confirmed = new Map<string, number>();
  for (const { suspects: cells } of sets) for (const { key } of cells) confirmed.set(key, 0);
  for (const { links } of passed) {
    for (const [key, { kind }] of links) {
      const count = confirmed.get(key);
      if (count !== undefined && kind === "direct") confirmed.set(key, count + 1);
    }
  }
  const confirmedIn = ({ suspects: cells }: Explanation): number =>
    cells.reduce((sum, { key }) => sum + (confirmed.get(key) ?? 0), 0);
  const compare = (a: Explanation, b: Explanation): number =>
    a.suspects.length - b.suspects.length ||
    slipsIn(b) - slipsIn(a) ||
    ownIn(b) - ownIn(a) ||
    confirmedIn(a) - confirmedIn(b);
  const sorted = [...sets].sort(compare);
  const odd = isOfColumn || isSwapOfRanks(failed) ? undefined : oddest(sorted, slipsIn);
  if (odd !== undefined) return odd;
  const [best, second] = sorted;
  if (best === undefined || (second === undefined && !isSwapOfRanks(failed))) return best;
  if (isSwapOfRanks(failed) && ownIn(best) < best.suspects.length) return atTheTests();
  if (second === undefined) return best;
  const isTold = slipsIn(best) > slipsIn(second);
  // A tested cell that other tests hold where it is cannot be the one, and names none of the others.
  const isOpen = [...own].every((key) => suspects.has(key));
  const isGuess =
    !isTold && isOpen && ownIn(best) < best.suspects.length && best.suspects.length >= own.size;
  return isGuess ? atTheTests() : best;

  function atTheTests(): Explanation {
    const tested = [...suspects.values()].filter(({ key }) => own.has(key));
    return { suspects: tested, values: new Map() };
  }
}

/** Of sets that a slip explains, as good as the first, the one whose cells are clearly odder as they stand than any other's. */
function oddest(
  sorted: readonly Explanation[],
  slipsIn: (explanation: Explanation) => number
): Explanation | undefined {
  const [best] = sorted;
  // Only a slip takes a number out of scale: a large zone among small ones is none.
  if (best === undefined || slipsIn(best) === 0) return undefined;
  const equal = sorted.filter(
    (one) => one.suspects.length === best.suspects.length && slipsIn(one) === slipsIn(best)
  );
  if (equal.length < 2) return undefined;
  const gains = equal.map((one) => ({ one, gain: gainOf(one) })).sort((a, b) => b.gain - a.gain);
  const [first, second] = gains;
  const isClear = first !== undefined && first.gain >= (second?.gain ?? 0) + CLEARLY;
  return isClear && first.gain >= CLEARLY ? first.one : undefined;
}

/** Two ranks taken for each other are as likely as one value that jumped over another: nothing else tells. */
function isSwapOfRanks(failed: readonly FailedTest[]): boolean {
  return failed.length === 2 && failed.every(({ finding }) => finding.code === "rank-mismatch");
}

export function countSlips({ suspects, values }: Explanation): number {
  return suspects.filter(
    ({ key, reading }) => reading !== null && findSlip(reading, values.get(key)) !== undefined
  ).length;
}
