import type { Interval } from "../../model/stated-number.ts";
import { isPossible } from "./feasible.ts";
import { ANYTHING, intersect } from "./identity.ts";
import type { Explanation } from "./search.ts";
import { solveFor } from "./solve.ts";
import type { FailedTest, PassedTest, Suspect } from "./test-graph.ts";

/**
 * What is said where the search for the smallest set was given up: cell after cell the one that satisfies most of what
 * is left, two tests or more, by one value that no test which holds speaks against. The rest stays where it was tested.
 */
export function guessCells(
  failed: readonly FailedTest[],
  passed: readonly PassedTest[],
  suspects: ReadonlyMap<string, Suspect>
): Explanation {
  const allowed = new Map<string, Interval>();
  const left = new Set(failed);
  const tests = new Map<string, FailedTest[]>();
  for (const test of failed) {
    for (const key of test.links.keys()) {
      const own = tests.get(key);
      if (own === undefined) tests.set(key, [test]);
      else own.push(test);
    }
  }
  for (const test of passed) narrow(test, tests, allowed);
  const chosen: Suspect[] = [];
  const values = new Map<string, Interval>();
  const options = [...tests.keys()].flatMap((key) => {
    const suspect = suspects.get(key);
    return suspect === undefined ? [] : [suspect];
  });
  const covers = new Map(options.map((suspect) => [suspect, coverOf(suspect)]));
  for (;;) {
    const best = [...covers].reduce<readonly [Suspect, Cover] | undefined>(
      (most, [suspect, cover]) =>
        cover.tests.length >= 2 && (most === undefined || worth(suspect, cover) > worth(...most))
          ? [suspect, cover]
          : most,
      undefined
    );
    if (best === undefined) break;
    const [suspect, cover] = best;
    chosen.push(suspect);
    values.set(suspect.key, cover.range);
    for (const test of cover.tests) left.delete(test);
    covers.delete(suspect);
    const touched = new Set(cover.tests.flatMap(({ links }) => [...links.keys()]));
    for (const other of covers.keys()) {
      if (touched.has(other.key)) covers.set(other, coverOf(other));
    }
  }
  return { suspects: chosen, values };

  function coverOf(suspect: Suspect): Cover {
    const own = allowed.get(suspect.key) ?? ANYTHING;
    const solved = (tests.get(suspect.key) ?? []).flatMap((test) => {
      const link = test.links.get(suspect.key);
      if (!left.has(test) || link?.kind !== "direct" || test.identity === null) return [];
      const range = solveFor(test.identity, link.reading);
      const both = range === undefined ? undefined : intersect(own, range);
      return both !== undefined && isPossible(both, suspect) ? [{ test, range: both }] : [];
    });
    let best: Cover = { tests: [], range: own };
    for (const { range } of solved) {
      const around = solved.filter(
        (one) => one.range.low <= range.low && one.range.high >= range.low
      );
      if (around.length <= best.tests.length) continue;
      const high = Math.min(...around.map((one) => one.range.high));
      best = { tests: around.map(({ test }) => test), range: { low: range.low, high } };
    }
    return best;
  }
}

interface Cover {
  readonly tests: readonly FailedTest[];
  readonly range: Interval;
}

function worth({ weight }: Suspect, { tests }: Cover): number {
  return tests.length / Math.max(1, weight);
}

function narrow(
  { identity, links }: PassedTest,
  tests: ReadonlyMap<string, readonly FailedTest[]>,
  allowed: Map<string, Interval>
): void {
  for (const [key, link] of links) {
    if (link.kind !== "direct" || !tests.has(key)) continue;
    const solved = solveFor(identity, link.reading);
    const both = solved === undefined ? undefined : intersect(allowed.get(key) ?? ANYTHING, solved);
    if (both !== undefined) allowed.set(key, both);
  }
}
