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

/** All explanations of the least weight, none above the limit; `cut`: the search was given up, and nothing is known. */
export type SearchResult =
  { readonly kind: "found"; readonly smallest: readonly Explanation[] } | { readonly kind: "cut" };

/** Steps after which a component is too entangled to say which cell is at fault. A real sheet takes tens. */
const MAX_STEPS = 4000;
const MAX_SETS = 300;

/**
 * The smallest sets of cells (by weight) that hit every failed test and whose values can be chosen so that all tests,
 * failed and passed, hold: the error localisation of Fellegi and Holt (JASA 71, 1976), by branch and bound.
 */
export function findSmallest(
  failed: readonly GraphTest[],
  passed: readonly PassedTest[],
  suspects: ReadonlyMap<string, Suspect>,
  given: readonly Suspect[],
  limit: number
): SearchResult {
  let best = limit;
  let smallest: Explanation[] = [];
  let steps = 0;
  const seen = new Set<string>();
  const byKey = touching(passed, suspects);
  const claims = new Map(passed.map((test) => [test.claim, test]));

  const visit = (chosen: readonly Suspect[], weight: number): boolean => {
    const name = chosen
      .map(({ key }) => key)
      .sort()
      .join(" ");
    if (weight > best || seen.has(name)) return true;
    seen.add(name);
    steps += 1;
    if (steps > MAX_STEPS) return false;
    const keys = new Set(chosen.map(({ key }) => key));
    const open = failed.filter((test) => !hits(test, keys));
    if (open.length === 0) {
      const bound = new Set(chosen.flatMap(({ key }) => byKey.get(key) ?? []));
      const { variables, tests } = unfold(chosen, failed, claims, suspects);
      const values = findValues(variables, [...tests, ...bound]);
      if (values !== undefined && !chosen.some((suspect) => isIdle(suspect, tests, values))) {
        if (weight < best) smallest = [];
        best = weight;
        if (smallest.length < MAX_SETS) smallest.push({ suspects: chosen, values });
        return true;
      }
    }
    // A set that hits all but fits none needs another cell.
    const next = open.length > 0 ? fewest(open) : [...suspects.keys()];
    return next
      .map((key) => suspects.get(key))
      .filter((suspect): suspect is Suspect => suspect !== undefined && !keys.has(suspect.key))
      .sort((a, b) => a.weight - b.weight)
      .every((suspect) => visit([...chosen, suspect], weight + suspect.weight));
  };

  if (!visit(given, 0) || smallest.length === 0) return { kind: "cut" };
  return { kind: "found", smallest };
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

function hits(test: GraphTest, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (test.links.has(key)) return true;
  return false;
}

function fewest(tests: readonly GraphTest[]): readonly string[] {
  const [first, ...rest] = tests;
  if (first === undefined) return [];
  const test = rest.reduce(
    (least, one) => (one.links.size < least.links.size ? one : least),
    first
  );
  return [...test.links.keys()];
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
