import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../../src/core/evaluation/evaluate.ts";
import { formatAddress } from "../../../../src/core/workbook/address.ts";
import { makeBook } from "./city-book.ts";
import { tryFaults } from "./laboratory.ts";
import type { Trial } from "./laboratory.ts";
import { toBook } from "./made-book.ts";
import { randomFrom } from "./random.ts";

/** Books of fixed seeds, and some that nobody has seen: what is asked of many holds for each draw of them. */
const UNSEEN = 1_000_000 + Math.floor(Math.random() * 1_000_000);
const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

function trialsOf(seeds: readonly number[], faults: number): readonly Trial[] {
  return seeds.flatMap((seed) => tryFaults(seed, faults) ?? []);
}

function missedIn(trials: readonly Trial[]): number {
  const planted = trials.reduce((sum, { faults }) => sum + faults.length, 0);
  return trials.reduce((sum, { missed }) => sum + missed.length, 0) / planted;
}

/** What stood where it should not, with the seed to look it up by. */
function strays(trials: readonly Trial[], of: "strayErrors" | "strayWarnings"): readonly string[] {
  return trials.flatMap((trial) => trial[of].map((told) => `seed ${trial.seed}: ${told}`));
}

describe("books as a city's office keeps them, made up", () => {
  test("without a fault nothing is said of their numbers", () => {
    for (const seed of [...seedsFrom(1, 40), ...seedsFrom(UNSEEN, 20)]) {
      const book = toBook(makeBook(randomFrom(seed)), new Map());
      const result = evaluate({ book, rulesFile: null, sheets: null });
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      const told = result.value.findings
        .filter(({ class: kind, severity }) => kind !== "target" && severity !== "information")
        .map(({ code, at }) => `seed ${seed}: ${code} ${formatAddress(at)}`);
      expect(told).toEqual([]);
    }
  });

  test("one slip of any kind is told at its cell or at a set with it, and no error stands elsewhere", () => {
    const trials = trialsOf(seedsFrom(1, 120), 1);
    expect(missedIn(trials)).toBeLessThanOrEqual(0.01);
    expect(strays(trials, "strayErrors")).toEqual([]);
    expect(strays(trials, "strayWarnings")).toEqual([]);
  });

  test("the same of books nobody has seen, but for one in twenty", () => {
    const trials = trialsOf(seedsFrom(UNSEEN, 60), 1);
    expect(missedIn(trials)).toBeLessThanOrEqual(0.1);
    expect(strays(trials, "strayErrors").length).toBeLessThanOrEqual(3);
  });

  test("two slips in two rows of a sheet are told both, nearly always", () => {
    const trials = trialsOf(seedsFrom(1000, 60), 2);
    expect(missedIn(trials)).toBeLessThanOrEqual(0.02);
    expect(strays(trials, "strayErrors")).toEqual([]);
  });

  test("of three slips hardly one in twenty is put down to another", () => {
    const trials = trialsOf(seedsFrom(1000, 60), 3);
    expect(missedIn(trials)).toBeLessThanOrEqual(0.05);
    expect(strays(trials, "strayErrors")).toEqual([]);
  });
});
