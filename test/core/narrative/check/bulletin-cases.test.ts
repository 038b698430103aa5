import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { check, disagreeing } from "./checking.ts";

const FOLDER = join(__dirname, "../data/bulletins");

/** What is known of a bulletin: its numbers, the derived ones that hold, and what breaks when one of them is mistyped. */
interface Expected {
  readonly numbers: number;
  readonly unclaimed: readonly string[];
  readonly holds: readonly string[];
  readonly planted: readonly (readonly [from: string, to: string])[];
}

describe.each(readdirSync(FOLDER))("the bulletin %s", (name) => {
  const draft = readFileSync(join(FOLDER, name, "draft.txt"), "utf8");
  const expected = JSON.parse(
    readFileSync(join(FOLDER, name, "expected.json"), "utf8")
  ) as Expected;

  test("holds no contradiction, and its wording is not marked", () => {
    expect(disagreeing(draft)).toEqual([]);
    expect(check(draft).lint.filter(({ code }) => code !== "half-width-marks")).toEqual([]);
  });

  test("every number is counted, and those nobody understands are told", () => {
    const { coverage } = check(draft);
    expect(coverage.numbers).toBe(expected.numbers);
    expect(coverage.unclaimed.map(({ text }) => text)).toEqual(expected.unclaimed);
  });

  test("what follows from other numbers is recomputed", () => {
    const held = check(draft)
      .claims.filter(({ verdict }) => verdict === "agrees" || verdict === "within-rounding")
      .map(({ text, kind }) => `${text} ${kind}`);
    expect(held).toEqual(expect.arrayContaining([...expected.holds]));
  });

  test.each(expected.planted)("%s mistyped as %s contradicts the rest", (from, to) => {
    expect(draft.split(from)).toHaveLength(2);
    expect(disagreeing(draft.replace(from, to))).not.toEqual([]);
  });
});
