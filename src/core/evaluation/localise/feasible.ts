import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { Observation } from "../../model/table.ts";
import { push } from "../../model/push.ts";
import { ANYTHING, intersect, printedRange } from "./identity.ts";
import { solveFor } from "./solve.ts";
import type { GraphTest, Link, Suspect } from "./test-graph.ts";

/** Two rounds carry a bound from one suspect of a test to the other, and back. */
const ROUNDS = 2;

/** Values for suspects with which every test holds, or the tests that contradict each other whatever these are. */
export type Attempt =
  | { readonly kind: "values"; readonly values: ReadonlyMap<string, Interval> }
  | { readonly kind: "conflict"; readonly tests: ReadonlySet<GraphTest> };

/** What each suspect would have to be for every test to hold. */
export function findValues(suspects: readonly Suspect[], tests: readonly GraphTest[]): Attempt {
  const scene: Scene = {
    suspects,
    ranges: new Map(suspects.map((suspect) => [suspect.key, atFirst(suspect)])),
    // A test reads its cells anew: the cell is the same, its reading is not.
    keys: new Map(suspects.map(({ reading, key }) => [reading?.observation, key])),
    reasons: new Map(suspects.map(({ key }) => [key, new Set<GraphTest>()])),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const test of tests) {
      const conflict = narrow(test, scene);
      if (conflict !== undefined) return { kind: "conflict", tests: conflict };
    }
  }
  return { kind: "values", values: scene.ranges };
}

interface Scene {
  readonly suspects: readonly Suspect[];
  readonly ranges: Map<string, Interval>;
  readonly keys: ReadonlyMap<Observation | undefined, string>;
  /** The tests that narrowed a suspect's range. */
  readonly reasons: ReadonlyMap<string, Set<GraphTest>>;
}

/** A number stored as text is what it reads; it is only not counted. */
function atFirst({ weight, reading }: Suspect): Interval {
  return weight === 0 && reading !== null ? printedRange(reading) : ANYTHING;
}

/** Narrows the suspects of a test; the tests that cannot all hold, where nothing is left for one of them. */
function narrow(test: GraphTest, scene: Scene): ReadonlySet<GraphTest> | undefined {
  const { identity, links } = test;
  if (identity === null) return undefined;
  const { suspects, ranges, keys, reasons } = scene;
  const touching = suspects.flatMap((suspect) => {
    const link = links.get(suspect.key);
    return link === undefined ? [] : [{ suspect, link }];
  });
  if (touching.some(({ link }) => link.kind === "open")) return undefined;
  const moved = new Map<NumberReading, Suspect[]>();
  for (const { suspect, link } of touching) {
    if (link.kind === "added") push(moved, link.into, suspect);
  }
  const rangeOf = (reading: NumberReading): Interval => {
    const own = keys.get(reading.observation);
    const range = own === undefined ? undefined : ranges.get(own);
    if (range !== undefined) return range;
    const through = moved.get(reading);
    if (through === undefined) return printedRange(reading);
    const { low, high } = printedRange(reading);
    const half = (high - low) / 2;
    const sum = shifted(reading.stated.value, through, ranges);
    return { low: sum.low - half, high: sum.high + half };
  };
  const doubted = touching.flatMap(({ link }) =>
    link.kind === "direct" ? [link.reading] : link.kind === "added" ? [link.into] : []
  );
  const why = (): Set<GraphTest> =>
    new Set([test, ...touching.flatMap(({ suspect }) => [...(reasons.get(suspect.key) ?? [])])]);
  for (const { suspect, link } of touching) {
    const range = solveLink(suspect, link);
    if (range === undefined) return why();
    const before = ranges.get(suspect.key) ?? ANYTHING;
    const narrowed = intersect(before, range);
    if (narrowed === undefined || !isPossible(narrowed, suspect)) return why();
    if (narrowed.low === before.low && narrowed.high === before.high) continue;
    ranges.set(suspect.key, narrowed);
    for (const reason of why()) reasons.get(suspect.key)?.add(reason);
  }
  return undefined;

  function solveLink(suspect: Suspect, link: Link): Interval | undefined {
    if (identity === null || link.kind === "open") return ANYTHING;
    if (link.kind === "direct") return solveFor(identity, link.reading, rangeOf, doubted);
    // Where the formula itself is at fault, what it adds up decides nothing.
    if (keys.has(link.into.observation)) return ANYTHING;
    const solved = solveFor(identity, link.into, rangeOf, doubted);
    if (solved === undefined) return undefined;
    const others = (moved.get(link.into) ?? []).filter((other) => other !== suspect);
    const rest = shifted(link.into.stated.value, others, ranges);
    const counted = countedOf(suspect);
    return { low: solved.low - rest.high + counted, high: solved.high - rest.low + counted };
  }
}

/** A number that adds up suspects, as far as they may be off. */
function shifted(
  value: number,
  through: readonly Suspect[],
  ranges: ReadonlyMap<string, Interval>
): Interval {
  return through.reduce(
    (total, suspect): Interval => {
      const range = ranges.get(suspect.key) ?? ANYTHING;
      const own = countedOf(suspect);
      return { low: total.low + range.low - own, high: total.high + range.high - own };
    },
    { low: value, high: value }
  );
}

/** What a SUM leaves out counts there as nothing. */
function countedOf({ reading, weight }: Suspect): number {
  return weight === 0 ? 0 : (reading?.stated.value ?? 0);
}

/** A count is a whole number. */
export function isPossible({ low, high }: Interval, { reading }: Suspect): boolean {
  return reading?.stated.precision !== "count" || Math.ceil(low - 1e-6) <= Math.floor(high + 1e-6);
}
