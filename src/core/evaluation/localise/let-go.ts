import type { Interval } from "../../model/stated-number.ts";
import { isPossible } from "./feasible.ts";
import type { Graph } from "./graph.ts";
import { ANYTHING, intersect, printedRange } from "./identity.ts";
import { solveFor } from "./solve.ts";
import type { FailedTest, PassedTest, Suspect } from "./test-graph.ts";

/** Who is let go makes others surer; a few rounds are enough. */
const ROUNDS = 4;

/**
 * The failed tests without the suspects that cannot be at fault: what the passed tests between cells nobody suspects
 * allow a cell to be leaves no value that would satisfy the failed one. A test that would lose all keeps them.
 */
export function letGo({ failed, passed, suspects, given }: Graph): readonly FailedTest[] {
  let tests = failed;
  for (let round = 0; round < ROUNDS; round += 1) {
    const active = new Set(tests.flatMap(({ links }) => [...links.keys()]));
    const sure = sureRanges(passed, active, suspects);
    const fewer = tests.map((test) => withoutCleared(test, sure, suspects, given));
    const isSame = fewer.every((test, index) => test === tests[index]);
    tests = fewer;
    if (isSame) break;
  }
  return tests;
}

/** What each suspect may be by the tests that hold and in which it is the only one in doubt. */
function sureRanges(
  passed: readonly PassedTest[],
  active: ReadonlySet<string>,
  suspects: ReadonlyMap<string, Suspect>
): ReadonlyMap<string, Interval> {
  const sure = new Map<string, Interval>();
  for (const { identity, links } of passed) {
    let only: string | undefined;
    let count = 0;
    for (const key of links.keys()) {
      if (!active.has(key)) continue;
      only = key;
      count += 1;
      if (count > 1) break;
    }
    if (only === undefined || count > 1 || !suspects.has(only)) continue;
    const link = links.get(only);
    if (link?.kind !== "direct") continue;
    const solved = solveFor(identity, link.reading);
    if (solved === undefined) continue;
    const both = intersect(sure.get(only) ?? ANYTHING, solved);
    if (both !== undefined) sure.set(only, both);
  }
  return sure;
}

function withoutCleared(
  test: FailedTest,
  sure: ReadonlyMap<string, Interval>,
  suspects: ReadonlyMap<string, Suspect>,
  given: ReadonlySet<string>
): FailedTest {
  const { identity, links } = test;
  if (links.size < 2 || identity === null) return test;
  const left = new Map(
    [...links].filter(([key, link]) => {
      const suspect = suspects.get(key);
      const range = sure.get(key) ?? ANYTHING;
      if (suspect === undefined || link.kind !== "direct" || given.has(key)) return true;
      // Two values that both jumped over a third leave it a rank that neither explains alone.
      if (identity.kind === "rank") return !isPinned(suspect, range);
      const solved = solveFor(identity, link.reading);
      const both = solved === undefined ? undefined : intersect(solved, range);
      return both !== undefined && isPossible(both, suspect);
    })
  );
  if (left.size === 0 || left.size === links.size) return test;
  return { ...test, links: left };
}

/** Whether a cell can hardly be anything but what it is. */
function isPinned({ reading }: Suspect, range: Interval): boolean {
  if (reading === null) return false;
  const printed = printedRange(reading);
  const digit = printed.high - printed.low;
  return range.low >= printed.low - digit && range.high <= printed.high + digit;
}
