import type { Interval } from "../../model/stated-number.ts";
import type { NumberReading } from "../../model/table-index.ts";
import type { Observation } from "../../model/table.ts";
import { ANYTHING, intersect, printedRange, solveFor } from "./identity.ts";
import type { GraphTest, Link, Suspect } from "./test-graph.ts";

/** Two rounds carry a bound from one suspect of a test to the other, and back. */
const ROUNDS = 2;

/** What each suspect would have to be for every test to hold; undefined where no values do. */
export function findValues(
  suspects: readonly Suspect[],
  tests: readonly GraphTest[]
): ReadonlyMap<string, Interval> | undefined {
  const ranges = new Map<string, Interval>(
    suspects.map((suspect) => [suspect.key, atFirst(suspect)])
  );
  // A test reads its cells anew: the cell is the same, its reading is not.
  const keys = new Map(suspects.map(({ reading, key }) => [reading?.observation, key]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const test of tests) {
      if (!narrow(test, suspects, ranges, keys)) return undefined;
    }
  }
  return ranges;
}

/** A number stored as text is what it reads; it is only not counted. */
function atFirst({ weight, reading }: Suspect): Interval {
  return weight === 0 && reading !== null ? printedRange(reading) : ANYTHING;
}

function narrow(
  test: GraphTest,
  suspects: readonly Suspect[],
  ranges: Map<string, Interval>,
  keys: ReadonlyMap<Observation | undefined, string>
): boolean {
  const { identity, links } = test;
  if (identity === null) return true;
  const touching = suspects.flatMap((suspect) => {
    const link = links.get(suspect.key);
    return link === undefined ? [] : [{ suspect, link }];
  });
  if (touching.some(({ link }) => link.kind === "open")) return true;
  const moved = new Map<NumberReading, readonly Suspect[]>();
  for (const { suspect, link } of touching) {
    if (link.kind !== "added") continue;
    moved.set(link.into, [...(moved.get(link.into) ?? []), suspect]);
  }
  const rangeOf = (reading: NumberReading): Interval => {
    const own = keys.get(reading.observation);
    const range = own === undefined ? undefined : ranges.get(own);
    if (range !== undefined) return range;
    const through = moved.get(reading);
    return through === undefined ? printedRange(reading) : shifted(reading, through, ranges);
  };
  for (const { suspect, link } of touching) {
    const solved = solveLink(identity, link, moved, rangeOf);
    if (solved === undefined) return false;
    const range = link.kind === "added" ? atCell(solved, link.into, suspect) : solved;
    const narrowed = intersect(ranges.get(suspect.key) ?? ANYTHING, range);
    if (narrowed === undefined || !isPossible(narrowed, suspect)) return false;
    ranges.set(suspect.key, narrowed);
  }
  return true;
}

function solveLink(
  identity: NonNullable<GraphTest["identity"]>,
  link: Link,
  moved: ReadonlyMap<NumberReading, readonly Suspect[]>,
  rangeOf: (reading: NumberReading) => Interval
): Interval | undefined {
  if (link.kind === "open") return ANYTHING;
  if (link.kind === "direct") return solveFor(identity, link.reading, rangeOf);
  // Several cells move the same number: any of them may take up the rest.
  if ((moved.get(link.into)?.length ?? 0) > 1) return ANYTHING;
  return solveFor(identity, link.into, rangeOf);
}

/** A number that adds up suspects, as far as they may be off. */
function shifted(
  reading: NumberReading,
  through: readonly Suspect[],
  ranges: ReadonlyMap<string, Interval>
): Interval {
  return through.reduce((total, suspect): Interval => {
    const range = ranges.get(suspect.key) ?? ANYTHING;
    const own = suspect.reading?.stated.value ?? 0;
    return { low: total.low + range.low - own, high: total.high + range.high - own };
  }, printedRange(reading));
}

/** The cell's own value where the sum it is part of must be `solved`. What a SUM leaves out counts there as nothing. */
function atCell(solved: Interval, into: NumberReading, { reading, weight }: Suspect): Interval {
  const counted = weight === 0 ? 0 : (reading?.stated.value ?? 0);
  const total = into.stated.value;
  return { low: solved.low - total + counted, high: solved.high - total + counted };
}

/** A count is a whole number. */
function isPossible({ low, high }: Interval, { reading }: Suspect): boolean {
  return reading?.stated.precision !== "count" || Math.ceil(low - 1e-6) <= Math.floor(high + 1e-6);
}
