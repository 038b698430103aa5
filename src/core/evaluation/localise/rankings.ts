import type { NumberReading } from "../../model/table-index.ts";
import type { Outcome } from "../evaluation.ts";
import type { Identity, Ranking } from "./identity.ts";
import { keyOfReading } from "./reading-links.ts";
import type { FailedTest, Link, PassedTest } from "./test-graph.ts";

type Rank = Extract<Identity, { kind: "rank" }>;

/** So many values of a ranking are thought of as the one that jumped over others. */
const JUMPED = 10;
const MOST = 30;

/**
 * A wrong value moves the ranks of all it jumped over, its own the furthest. So the failed ranks of a ranking are
 * linked with the values whose own ranks are off the most, and with those that contradict something else.
 */
export function linkRankings(failed: readonly FailedTest[]): readonly FailedTest[] {
  const rankings = new Map<Ranking, { readonly identity: Rank; readonly off: number }[]>();
  const elsewhere = new Set<string>();
  for (const { identity, links, finding } of failed) {
    if (identity?.kind !== "rank") {
      for (const key of links.keys()) elsewhere.add(key);
      continue;
    }
    const own = rankings.get(identity.ranking) ?? [];
    own.push({ identity, off: distance(identity.claim.stated.value, finding.expected) });
    rankings.set(identity.ranking, own);
  }
  const jumped = new Map(
    [...rankings].map(([ranking, own]) => {
      if (ranking.jump !== null) return [ranking, new Set(ranking.jump.values)];
      const furthest = [...own].sort((a, b) => b.off - a.off).slice(0, JUMPED);
      const values = new Set(furthest.map(({ identity }) => identity.value));
      for (const value of ranking.values) {
        if (values.size < MOST && elsewhere.has(keyOfReading(value))) values.add(value);
      }
      return [ranking, values];
    })
  );
  return failed.map((test) => {
    if (test.identity?.kind !== "rank") return test;
    const links = new Map(test.links);
    for (const value of jumped.get(test.identity.ranking) ?? []) {
      const link: Link = { kind: "direct", reading: value };
      if (!links.has(keyOfReading(value))) links.set(keyOfReading(value), link);
    }
    return { ...test, links };
  });
}

function distance(place: number, expected: FailedTest["finding"]["expected"]): number {
  const low = expected?.low ?? place;
  const high = expected?.high ?? place;
  return place < low ? low - place : Math.max(0, place - high);
}

/**
 * A value jumps over none whose rank holds: it lies between its neighbours among these. A rank by formula follows the
 * values, whatever they are, and one that counts ties once (1 2 2 3) says little of the place.
 */
export function rankingsHeld(
  outcomes: readonly Outcome[],
  suspects: ReadonlySet<string>
): readonly PassedTest[] {
  const held = new Map<Ranking, Rank[]>();
  for (const outcome of outcomes) {
    if (outcome.kind === "not-evaluable" || outcome.identity?.kind !== "rank") continue;
    const { ranking, claim } = outcome.identity;
    const own = held.get(ranking) ?? [];
    if (outcome.kind === "pass" && claim.observation.formula === null) own.push(outcome.identity);
    held.set(ranking, own);
  }
  return [...held].flatMap(([ranking, ranks]) => {
    const doubted = ranking.values.filter((value) => suspects.has(keyOfReading(value)));
    if (doubted.length === 0) return [];
    const all = sortedValues(ranking.values);
    const sorted = sortedValues(
      ranks.filter((rank) => isInPlace(rank, all)).map(({ value }) => value)
    );
    return doubted.map((reading) => between(reading, sorted));
  });
}

function sortedValues(readings: readonly NumberReading[]): readonly number[] {
  return readings.map(({ stated }) => stated.value).sort((a, b) => a - b);
}

/** Whether a rank counts every value before its own. */
function isInPlace({ claim, value, ranking }: Rank, sorted: readonly number[]): boolean {
  const own = value.stated.value;
  const below = countBelow(sorted, own);
  const notAbove = countNotAbove(sorted, own);
  const before = ranking.ascending ? below : sorted.length - notAbove;
  return claim.stated.value > before;
}

/** How many of the sorted values are smaller. */
function countBelow(sorted: readonly number[], value: number): number {
  let first = 0;
  for (let last = sorted.length; first < last;) {
    const middle = (first + last) >> 1;
    if ((sorted[middle] ?? 0) < value) first = middle + 1;
    else last = middle;
  }
  return first;
}

function countNotAbove(sorted: readonly number[], value: number): number {
  let above = countBelow(sorted, value);
  while (sorted[above] === value) above += 1;
  return above;
}

function between(reading: NumberReading, sorted: readonly number[]): PassedTest {
  const key = keyOfReading(reading);
  const { value, decimals } = reading.stated;
  const half = 0.5 * 10 ** -decimals;
  const below = sorted[countBelow(sorted, value) - 1] ?? -Infinity;
  const above = sorted[countNotAbove(sorted, value)] ?? Infinity;
  return {
    claim: `ranking ${key}`,
    identity: {
      kind: "linear",
      plus: [reading],
      minus: [],
      constant: 0,
      low: below - half,
      high: above + half,
    },
    links: new Map([[key, { kind: "direct", reading }]]),
  };
}
