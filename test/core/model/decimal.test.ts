import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { countDecimals, toDecimal } from "../../../src/core/model/decimal.ts";

test.each([
  [30, 0],
  [0, 0],
  [-0, 0],
  [109.24, 2],
  [-17.9, 1],
  [0.8634, 4],
  [0.00001, 5],
  [1e-7, 7],
  [1.5e-9, 10],
  [185.76 + 14.29, 2],
  [0.1 + 0.2, 1],
  [100 / 3, 13],
  [123456789012.5, 1],
  [1e15, 0],
  [1e21, 0],
  [NaN, 0],
  [Infinity, 0],
])("%d is written with %d decimals", (value, decimals) => {
  expect(countDecimals(value)).toBe(decimals);
});

test("decimals are counted on the fifteen digits a number stands for", () => {
  const printed = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, places]) => digits / 10 ** places);
  const summed = fc.tuple(printed, printed).map(([a, b]) => a + b);
  const number = fc.oneof(printed, summed, fc.double({ noNaN: true, noDefaultInfinity: true }));
  const property = fc.property(number, (value) => {
    const text = toDecimal(value).toFixed();
    const point = text.indexOf(".");
    expect(countDecimals(value)).toBe(point < 0 ? 0 : text.length - point - 1);
  });
  fc.assert(property, { numRuns: 20_000 });
});
