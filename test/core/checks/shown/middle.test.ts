import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";

import { middleOf } from "../../../../src/core/checks/shown/middle.ts";

describe("the middle of unordered numbers", () => {
  it.each([
    [[], NaN],
    [[7], 7],
    [[2, 1], 2],
    [[3, 1, 2], 2],
    [[5, 5, 5, 1], 5],
    [[4, 3, 2, 1, 0], 2],
  ])("of %j is %d", (numbers, middle) => {
    expect(middleOf(Float64Array.from(numbers))).toBe(middle);
  });

  it("is what stands there when they are sorted", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const middle = sorted[Math.floor(numbers.length / 2)] ?? NaN;
        expect(middleOf(Float64Array.from(numbers)) - middle || 0).toBe(0);
      })
    );
  });
});
