import type { Watched, WatchedBefore, WatchedNumber } from "../findings/watched.ts";
import type { CellRef } from "../workbook/address.ts";
import { differenceTest } from "./difference-test.ts";
import { rankTest } from "./rank-test.ts";
import { ratioTest } from "./ratio-test.ts";
import { paceTest, roundingTest, smallBaseTest, wholeNumberTest } from "./reading-tests.ts";
import { beyond, equalTest, leftOver } from "./relation-test.ts";
import { restGrowthTest } from "./rest-growth-test.ts";
import { sumTest } from "./sum-test.ts";
import { targetTest, verdictTest, writtenTargetTest } from "./target-test.ts";
import type { Scene, Term, Written } from "./term.ts";
import { openTerm, statedTerm, termOf } from "./term.ts";

/** The numbers a watched test is made of, its own cell's first; those of a set (a ranking, the bases of a column) apart. */
export function termsOf(watched: Watched, cell: CellRef, scene: Scene): readonly Term[] {
  if (watched.kind === "target") {
    const { actual, limit } = watched;
    const stated = actual === null ? openTerm(cell, scene) : statedTerm(cell, actual, scene);
    // A number stored as text is judged too, and retyped as a number sooner or later.
    const live = stated.cell === null ? openTerm(cell, scene) : stated;
    return [live, termOf(limit, scene)];
  }
  if (watched.kind === "written-target") return [statedTerm(cell, watched.written, scene)];
  const own = "stated" in watched ? [statedTerm(cell, watched.stated, scene)] : [];
  return [...own, ...numbersOf(watched).map((number) => termOf(number, scene))];
}

function numbersOf(
  watched: Exclude<Watched, { kind: "target" | "written-target" }>
): readonly WatchedNumber[] {
  switch (watched.kind) {
    case "verdict":
    case "rounding":
      return [watched.actual, watched.limit];
    case "share":
    case "growth":
    case "order":
      return [watched.upper, watched.lower];
    case "difference":
    case "equal":
      return [watched.own, watched.other];
    case "sum":
      return watched.members;
    case "remainder":
      return [watched.total, watched.done, watched.rest];
    case "rank":
      return [watched.claim, watched.value];
    case "pace":
      return [watched.actual, watched.limit, watched.pace];
    case "whole-number":
      return [watched.share, watched.count];
    case "small-base":
      return [watched.growth, watched.base];
    case "rest-growth":
      return [
        watched.zones,
        watched.zonesBefore.number,
        watched.city,
        watched.cityBefore.number,
        ...(watched.cityGrowth === null ? [] : [watched.cityGrowth]),
      ];
  }
}

/** The native test of these numbers; undefined where they cannot be tested natively. */
export function writtenOf(
  watched: Watched,
  cell: CellRef,
  terms: readonly Term[],
  scene: Scene
): Written | undefined {
  const [first, second] = terms;
  if (first === undefined) return undefined;
  if (watched.kind === "written-target") return writtenTargetTest(first, watched.ruled);
  if (watched.kind === "sum") return sumTest(first, terms.slice(1), watched.bound);
  if (second === undefined) return undefined;
  switch (watched.kind) {
    case "target":
      return targetTest(first, second, watched.comparison);
    case "verdict": {
      const { word, says, comparison } = watched;
      return verdictTest(cell, word, says, { actual: first, limit: second, comparison });
    }
    case "order":
      return beyond(first, second);
    case "equal":
      return equalTest(first, second);
    case "rank":
      return rankTest({ claim: first, value: watched.value, ranking: watched.ranking }, scene);
    case "whole-number":
      return wholeNumberTest(first, second);
    case "small-base":
      return smallBaseTest(first, second, watched, scene);
    case "rounding":
      return roundingTest(first, second, watched.comparison, watched.decimals);
    default:
      return ofThree(watched, terms);
  }
}

type OfThree = Extract<
  Watched,
  { kind: "share" | "growth" | "difference" | "remainder" | "pace" | "rest-growth" }
>;

function ofThree(watched: OfThree, terms: readonly Term[]): Written | undefined {
  const [first, second, third, fourth] = terms;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  switch (watched.kind) {
    case "difference": {
      const { convention } = watched;
      return differenceTest({ stated: first, own: second, other: third, convention });
    }
    case "remainder":
      return leftOver(first, second, third);
    case "pace":
      return paceTest(first, second, third);
    case "share":
    case "growth": {
      const { kind, sign } = watched;
      return ratioTest({ kind, stated: first, upper: second, lower: third, sign });
    }
    case "rest-growth": {
      if (fourth === undefined) return undefined;
      const level = (now: Term, before: Term, { from }: WatchedBefore) => ({ now, before, from });
      return restGrowthTest({
        zones: level(first, second, watched.zonesBefore),
        city: level(third, fourth, watched.cityBefore),
        cityGrowth: terms[4] ?? null,
        apart: watched.apart,
        part: watched.part,
      });
    }
  }
}

/** What a test is made of besides its numbers. */
export function detailOf(watched: Watched): string {
  switch (watched.kind) {
    case "target":
      return watched.comparison;
    case "written-target":
      return String(watched.ruled);
    case "verdict":
      return `${watched.says}|${watched.comparison}|${watched.word}`;
    case "share":
    case "growth":
      return watched.sign;
    case "difference":
      return watched.convention;
    case "sum":
      return String(watched.bound);
    case "rounding":
      return `${watched.comparison}|${watched.decimals}`;
    case "small-base":
      return `${watched.highest}|${watched.least}|${watched.part}`;
    default:
      return "";
  }
}
