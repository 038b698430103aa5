import { describe, expect, test } from "@jest/globals";
import {
  constant,
  growthOf,
  intervalOf,
  judge,
  minus,
  quantityOf,
  shareOf,
} from "../../../src/core/model/interval.ts";
import type { Quantity } from "../../../src/core/model/interval.ts";
import { roundRatio, ratioOf, divideRatio, toNumber } from "../../../src/core/model/ratio.ts";
import type { StatedNumber } from "../../../src/core/model/stated-number.ts";

/** A number as printed: its digits are its precision. */
function printed(text: string): StatedNumber {
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  return { value: Number(text), decimals, origin: "typed", precision: "stated" };
}
function count(value: number): StatedNumber {
  return { value, decimals: 0, origin: "typed", precision: "count" };
}
function must(quantity: Quantity | undefined): Quantity {
  if (quantity === undefined) throw new Error("not defined");
  return quantity;
}
const share = (part: string, whole: string): Quantity =>
  must(shareOf(quantityOf(printed(part)), quantityOf(printed(whole))));
const difference = (a: string, b: string): Quantity =>
  minus(quantityOf(printed(a)), quantityOf(printed(b)));

describe("a number as printed stands for half a last digit to each side", () => {
  test.each([
    [printed("109.24"), 109.235, 109.245],
    [printed("-17.92"), -17.925, -17.915],
    [printed("16"), 15.5, 16.5],
    [count(345), 345, 345],
  ])("%j", (stated, low, high) => {
    expect(intervalOf(stated)).toEqual({ low, high });
  });

  test("a formula's result is good to a billionth", () => {
    const { low, high } = intervalOf({
      value: 61.5333183,
      decimals: 7,
      origin: "formula",
      precision: "exact",
    });
    expect(high - low).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(1e-6);
  });
});

// The half-year reports of 运城 and 晋城 (January to June 2023), and other public bulletins.
describe("printed statements of public reports", () => {
  test.each<[string, Quantity, string, string]>([
    ["工业投资占全市", share("109.24", "177.53"), "61.53", "agrees"],
    ["规上工业增加值占全市", share("251.06", "360.4"), "69.66", "agrees"],
    ["占全省开发区", share("251.06", "1887.8"), "13.3", "agrees"],
    ["转型项目占工业投资", share("100.19", "109.24"), "91.72", "agrees"],
    ["比全市低10.1", difference("-17.92", "-7.8"), "-10.1", "agrees"],
    ["比全省开发区高0.4", difference("-17.92", "-18.3"), "0.4", "agrees"],
    ["高9.4", difference("13.97", "4.6"), "9.4", "agrees"],
    ["finer than its operands", difference("-37.85", "-3"), "-34.85", "agrees"],
    ["晋中 18.5/20.2 printed 91.4", share("18.5", "20.2"), "91.4", "within-rounding"],
    [
      "129/270 cut off, not rounded",
      must(shareOf(constant(129), constant(270))),
      "47",
      "disagrees",
    ],
    ["吴江 23/40, a tie away from zero", must(shareOf(constant(23), constant(40))), "58", "agrees"],
    [
      "23/40 is 57.5, which 57 does not stand for",
      must(shareOf(constant(23), constant(40))),
      "57",
      "disagrees",
    ],
    ["开工率 32/39 by count", must(shareOf(constant(32), constant(39))), "91.2", "disagrees"],
  ])("%s", (_, computed, stated, verdict) => {
    expect(judge(printed(stated), computed)).toBe(verdict);
  });

  test("rounds once, at the end: 629.0/647.4 is ahead of 10/12 by 13.8 points, not 13.9", () => {
    const ahead = minus(share("629.0", "647.4"), must(shareOf(constant(10), constant(12))));
    expect(toNumber({ num: roundRatio(ahead.value, 1), den: ratioOf(1).num })).toBe(13.8);
    expect(judge(printed("13.8"), ahead)).toBe("agrees");
  });
});

describe("just inside and just outside", () => {
  // 10.00 ÷ 20.00: part 9.995…10.005, whole 19.995…20.005, share 49.9625…50.0375.
  test.each([
    ["50.00", "agrees"],
    ["50.04", "within-rounding"],
    ["50.05", "disagrees"],
    ["49.96", "within-rounding"],
    ["49.95", "disagrees"],
    ["50.0", "agrees"],
    ["50.1", "disagrees"],
  ])("a share of 10.00 in 20.00 printed %s %s", (stated, verdict) => {
    expect(judge(printed(stated), share("10.00", "20.00"))).toBe(verdict);
  });

  test("growth of counts has no doubt of its own", () => {
    const growth = must(growthOf(quantityOf(count(7)), quantityOf(count(6))));
    expect(judge(printed("16.7"), growth)).toBe("agrees");
    expect(judge(printed("16.6"), growth)).toBe("disagrees");
  });

  test("a base that is not above zero for certain gives no growth and no share", () => {
    expect(growthOf(constant(5), constant(0))).toBeUndefined();
    expect(growthOf(constant(5), constant(-3))).toBeUndefined();
    expect(shareOf(constant(5), quantityOf(printed("0.0")))).toBeUndefined();
  });

  test("a negative part is smallest over the smallest whole", () => {
    const quantity = share("-5.0", "2.0");
    expect(toNumber(quantity.range.low)).toBeLessThan(toNumber(quantity.value));
    expect(toNumber(quantity.range.high)).toBeGreaterThan(toNumber(quantity.value));
  });
});

describe("rounding is decided on the fraction", () => {
  test.each([
    [320.155, 2, 320.16],
    [-320.155, 2, -320.16],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0, 2, 0],
  ])("%d to %d places is %d", (value, decimals, rounded) => {
    expect(roundRatio(ratioOf(value), decimals).toNumber()).toBe(rounded);
  });

  test("a third is never taken for its first digits", () => {
    const third = divideRatio(ratioOf(1), ratioOf(3));
    expect(roundRatio(third, 4).toNumber()).toBe(0.3333);
  });
});
