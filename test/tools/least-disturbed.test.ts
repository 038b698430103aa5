import { describe, expect, test } from "@jest/globals";
import { leastDisturbed, readDisturbance } from "../../src/tools/size/least-disturbed.ts";

const measuring = (disturbances: readonly number[]) => {
  let at = -1;
  return () => {
    at += 1;
    return Promise.resolve({
      result: at,
      disturbance: disturbances[at % disturbances.length] ?? 1,
    });
  };
};

describe("measurements on a machine that does other work too", () => {
  test("on a quiet machine the first ones count and no more are made", async () => {
    expect(await leastDisturbed(3, measuring([1, 1.1, 1.02]))).toEqual({
      results: [0, 2, 1],
      made: 3,
    });
  });

  test("those made while it was busy are set aside and made again", async () => {
    expect(await leastDisturbed(3, measuring([1, 2, 1.9, 1.01, 3, 1.02]))).toEqual({
      results: [0, 3, 5],
      made: 6,
    });
  });

  test("where it is never quiet the least disturbed of four times as many count", async () => {
    const busy = [3, 2.5, 2, 1.9, 1.8, 1.7, 1.6, 1.5];
    expect(await leastDisturbed(2, measuring(busy))).toEqual({ results: [7, 6], made: 8 });
  });

  test("the part others take of the processor is never less than none", () => {
    expect(readDisturbance()).toBeGreaterThan(0.9);
  });
});
