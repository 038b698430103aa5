import type { Interval } from "../../model/stated-number.ts";
import { findValues } from "./feasible.ts";
import { printedRange } from "./identity.ts";
import type { GraphTest, PassedTest, Suspect } from "./test-graph.ts";
import { unfold } from "./unfold.ts";

/** A set of cells whose change would satisfy every test, and what each would have to be. */
export interface Explanation {
  readonly suspects: readonly Suspect[];
  readonly values: ReadonlyMap<string, Interval>;
}

/** All explanations of the least weight; `cut`: the search was given up, and nothing is known. */
export type SearchResult =
  { readonly kind: "found"; readonly smallest: readonly Explanation[] } | { readonly kind: "cut" };

/** What a search may cost: looks at a test. It is shared by all components of a book. */
export interface Effort {
  left: number;
}

const MAX_SETS = 60;
/** Of many failed tests, so many are looked at to say how much must be added at least. */
const PACKED = 400;

interface Node {
  readonly chosen: readonly Suspect[];
  readonly weight: number;
  /** Failed tests none of the chosen takes part in. */
  readonly open: readonly GraphTest[];
}

/**
 * The smallest sets of cells (by weight) that hit every failed test and whose values can be chosen so that all tests,
 * failed and passed, hold: the error localisation of Fellegi and Holt (JASA 71, 1976). Best first, as in A*: a set
 * grows by the cells of a failed test it leaves open or, where it hits all and no values fit, by those of the tests
 * that contradict each other.
 */
export function findSmallest(
  failed: readonly GraphTest[],
  passed: readonly PassedTest[],
  suspects: ReadonlyMap<string, Suspect>,
  given: readonly Suspect[],
  effort: Effort
): SearchResult {
  let best = Infinity;
  const smallest: Explanation[] = [];
  const seen = new Set<string>();
  const queue = new Map<number, Node[]>();
  const byKey = touching(passed, suspects);
  const claims = new Map(passed.map((test) => [test.claim, test]));
  const numbers = new Map([...suspects.keys()].map((key, index) => [key, index]));

  const add = (chosen: readonly Suspect[], parent: readonly GraphTest[]): void => {
    const name = chosen
      .map(({ key }) => numbers.get(key) ?? -1)
      .sort((a, b) => a - b)
      .join(" ");
    if (seen.has(name)) return;
    seen.add(name);
    const last = chosen.at(-1);
    const open = last === undefined ? parent : parent.filter(({ links }) => !links.has(last.key));
    effort.left -= parent.length + open.length + 1;
    const weight = chosen.reduce((sum, suspect) => sum + suspect.weight, 0);
    const bound = weight + leastToAdd(open, suspects);
    if (bound > best) return;
    const level = queue.get(bound);
    if (level === undefined) queue.set(bound, [{ chosen, weight, open }]);
    else level.push({ chosen, weight, open });
  };

  const start = new Set(given.map(({ key }) => key));
  // Small tests first: they pack best, and leave least to choose.
  const sorted = [...failed].sort((a, b) => a.links.size - b.links.size);
  add(
    given,
    sorted.filter(({ links }) => ![...start].some((key) => links.has(key)))
  );
  for (let node = take(queue, best); node !== undefined; node = take(queue, best)) {
    if (effort.left <= 0)
      return smallest.length > 0 ? { kind: "found", smallest } : { kind: "cut" };
    const { chosen, weight, open } = node;
    const keys = new Set(chosen.map(({ key }) => key));
    let next: Iterable<string>;
    if (open.length > 0) next = fewest(open);
    else {
      const bound = new Set(chosen.flatMap(({ key }) => byKey.get(key) ?? []));
      const { variables, tests } = unfold(chosen, failed, claims, suspects);
      effort.left -= (tests.length + bound.size) * variables.length;
      const attempt = findValues(variables, [...tests, ...bound]);
      if (attempt.kind === "conflict") next = linksOf(attempt.tests);
      else {
        const idle = chosen.find((suspect) => isIdle(suspect, tests, attempt.values));
        if (idle === undefined) {
          best = weight;
          smallest.push({ suspects: chosen, values: attempt.values });
          if (smallest.length >= MAX_SETS) return { kind: "found", smallest };
          continue;
        }
        next = linksOf(failed.filter(({ links }) => links.has(idle.key)));
      }
    }
    for (const key of next) {
      const suspect = suspects.get(key);
      if (suspect !== undefined && !keys.has(key)) add([...chosen, suspect], open);
    }
  }
  return smallest.length > 0 ? { kind: "found", smallest } : { kind: "cut" };
}

/** A set of the least weight that may still lead to the best; of equal ones the one that is furthest. */
function take(queue: Map<number, Node[]>, best: number): Node | undefined {
  const bound = Math.min(...queue.keys());
  if (bound > best) return undefined;
  const level = queue.get(bound);
  const node = level?.pop();
  if (level?.length === 0) queue.delete(bound);
  return node;
}

/** Failed tests that share no suspect need a cell each. */
function leastToAdd(open: readonly GraphTest[], suspects: ReadonlyMap<string, Suspect>): number {
  const used = new Set<string>();
  let least = 0;
  for (const { links } of open.slice(0, PACKED)) {
    let lightest = Infinity;
    for (const key of links.keys()) {
      if (used.has(key)) {
        lightest = 0;
        break;
      }
      lightest = Math.min(lightest, suspects.get(key)?.weight ?? Infinity);
    }
    if (lightest === 0 || lightest === Infinity) continue;
    for (const key of links.keys()) used.add(key);
    least += lightest;
  }
  return least;
}

function linksOf(tests: Iterable<GraphTest>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { links } of tests) for (const key of links.keys()) keys.add(key);
  return keys;
}

/** A cell of which nothing is computed in the failed tests, and which the passed ones hold to what it is already. */
function isIdle(
  { key, reading, weight }: Suspect,
  tests: readonly GraphTest[],
  values: ReadonlyMap<string, Interval>
): boolean {
  const range = values.get(key);
  if (weight === 0 || reading === null || range === undefined) return false;
  const isComputed = tests.some(({ links }) => {
    const link = links.get(key);
    return link !== undefined && link.kind !== "open";
  });
  if (isComputed) return false;
  const printed = printedRange(reading);
  const digit = printed.high - printed.low;
  return range.low >= printed.low - digit && range.high <= printed.high + digit;
}

/** The suspects of the smallest test; they are sorted. */
function fewest([first]: readonly GraphTest[]): Iterable<string> {
  return first?.links.keys() ?? [];
}

function touching(
  tests: readonly GraphTest[],
  suspects: ReadonlyMap<string, Suspect>
): ReadonlyMap<string, readonly GraphTest[]> {
  const byKey = new Map<string, GraphTest[]>();
  for (const test of tests) {
    for (const key of test.links.keys()) {
      if (!suspects.has(key)) continue;
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [test]);
      else list.push(test);
    }
  }
  return byKey;
}
