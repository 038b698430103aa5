import { describe, expect, test } from "@jest/globals";
import { isFeasible, wholesFor } from "../../../src/core/model/whole-numbers.ts";
import { toDecimal } from "../../../src/core/model/decimal.ts";
import {
  divide,
  judge,
  minus,
  quantityOf,
  rangeOf,
  scale,
  shareOf,
} from "../../../src/core/model/interval.ts";
import type { Quantity, Verdict } from "../../../src/core/model/interval.ts";
import { roundRatio } from "../../../src/core/model/ratio.ts";
import type { StatedNumber } from "../../../src/core/model/stated-number.ts";

/** A number as the reports of 运城 and 晋城 for January–June 2023 print it. */
function printed(text: string): StatedNumber {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { value: Number(text), decimals, origin: "typed", precision: "stated" };
}

/** A number of things: exact. */
function counted(text: string): StatedNumber {
  return { ...printed(text), precision: "count" };
}

type Read = (text: string) => StatedNumber;

/** What the operands' digits allow, in the digits of the statement: "61.53–61.54". */
function allowed(computed: Quantity, decimals: number): string {
  const low = roundRatio(computed.range.low, decimals).toFixed(decimals);
  const high = roundRatio(computed.range.high, decimals).toFixed(decimals);
  return low === high ? low : `${low}–${high}`;
}

/** What a statement cannot be made of, as a mistake of the test. */
function defined(quantity: Quantity | undefined): Quantity {
  if (quantity === undefined) throw new Error("no quotient");
  return quantity;
}

describe("every share and rate of the seed is judged as the office computed it", () => {
  test.each<[string, string, string, string, Verdict, string, Read]>([
    ["Y01 工业投资占全市", "109.24", "177.53", "61.53", "agrees", "61.53–61.54", printed],
    ["Y05 增加值占全市", "251.06", "360.4", "69.66", "agrees", "69.65–69.67", printed],
    ["Y06 增加值占全省开发区", "251.06", "1887.8", "13.3", "agrees", "13.3", printed],
    ["Y11 转型项目占工业投资", "100.19", "109.24", "91.72", "agrees", "91.71–91.72", printed],
    ["Y20 区域评估完成率", "65", "70", "92.9", "agrees", "92.9", counted],
    ["J05 转型项目占工业投资", "29.43", "30.9", "95.24", "agrees", "95.07–95.41", printed],
    ["J10a 开工率,按投资", "145.66", "159.71", "91.2", "agrees", "91.2", printed],
    ["J10b 开工率,按个数", "32", "39", "91.2", "disagrees", "82.1", counted],
    ["J11a 投产率,按完成投资", "5.9", "65.03", "9.07", "agrees", "9.00–9.15", printed],
    ["J11b 投产率,按个数", "8", "36", "9.07", "disagrees", "22.22", counted],
    ["J12b 达效率,按产业类个数", "29", "31", "95.29", "disagrees", "93.55", counted],
    ["J12c 达效率,按全部个数", "29", "41", "95.29", "disagrees", "70.73", counted],
    ["J21 专项整治完成率", "235", "246", "95.53", "agrees", "95.53", counted],
    ["J21 办实事完成率", "171", "182", "93.96", "agrees", "93.96", counted],
    ["J21 巡察整改完成率", "229", "240", "95.42", "agrees", "95.42", counted],
  ])("%s", (_, part, whole, stated, verdict, range, read) => {
    const computed = defined(shareOf(quantityOf(read(part)), quantityOf(read(whole))));
    const claim = printed(stated);
    expect(judge(claim, computed)).toBe(verdict);
    expect(allowed(computed, claim.decimals)).toBe(range);
  });

  test.each<[string, string, string, string]>([
    // Not in the report, but what its numbers make of each other.
    ["Y16 新增占期末市场主体", "7657", "50284", "15.23"],
    ["Y19 战新占规上增加值", "47.6", "251.06", "18.96"],
    ["Y21 厂房投用", "100", "121.6", "82.24"],
    ["Y22 基础设施完成投资", "23.8", "111.5", "21.35"],
    ["Y23 研发机构入统", "165", "345", "47.83"],
    ["Y25 事项与项目", "538", "182", "295.60"],
    ["J13 预计年产值", "145.89", "159.71", "91.35"],
    ["J18 代办件与项目", "119", "76", "156.58"],
    ["J19 新增市场主体中企业", "781", "1605", "48.66"],
  ])("%s", (_, part, whole, percent) => {
    const computed = defined(shareOf(quantityOf(printed(part)), quantityOf(printed(whole))));
    expect(roundRatio(computed.value, 2).toFixed(2)).toBe(percent);
  });
});

describe("every difference of the seed is own − reference, whatever the signs of the two", () => {
  test.each<[string, string, string, string, string]>([
    ["Y02 低10.1", "-17.92", "-7.8", "-10.1", "-10.2–-10.1"],
    ["Y03 降得少为高0.4", "-17.92", "-18.3", "0.4", "0.3–0.4"],
    ["Y08 高9.4", "13.97", "4.6", "9.4", "9.3–9.4"],
    ["Y09 高3.6", "13.97", "10.4", "3.6", "3.5–3.6"],
    ["J02 高14.9", "19.2", "4.3", "14.9", "14.8–15.0"],
    ["J04 低34.85", "-37.85", "-3", "-34.85", "-35.36–-34.35"],
    ["J07 低31.97", "-29.47", "2.5", "-31.97", "-32.03–-31.92"],
  ])("%s", (_, own, reference, stated, range) => {
    const computed = minus(quantityOf(printed(own)), quantityOf(printed(reference)));
    const claim = printed(stated);
    expect(judge(claim, computed)).toBe("agrees");
    expect(judge({ ...claim, value: -claim.value }, computed)).toBe("disagrees");
    expect(allowed(computed, claim.decimals)).toBe(range);
  });

  test("Y03: comparing the sizes of two falls gives the wrong word", () => {
    const bySize = minus(quantityOf(printed("17.92")), quantityOf(printed("18.3")));
    expect(judge(printed("0.4"), bySize)).toBe("disagrees");
  });
});

describe("percentages of counts have whole denominators", () => {
  test.each<[string, string, string, number | undefined, number | undefined]>([
    ["Y18a 90个占75%", "90", "75", 120, 120],
    ["Y18b 81个占69%", "81", "69", 117, 118],
    ["Y18c 71个占74%", "71", "74", 96, 96],
    ["J20 213户占34.2%", "213", "34.2", 622, 623],
    ["a digit off is feasible too: 90 of 119 is 75.63", "90", "75.6", 119, 119],
    ["90个占75.5%: none", "90", "75.5", undefined, undefined],
    ["7个占74%: none", "7", "74", undefined, undefined],
    ["none of any number is 0%", "0", "0", 1, undefined],
    ["none of any number is 3%", "0", "3", undefined, undefined],
    ["all of them", "8", "100", 8, 8],
  ])("%s", (_, count, percent, first, last) => {
    const { low, high } = rangeOf(printed(percent));
    expect(wholesFor(toDecimal(Number(count)), low.num, high.num)).toEqual({ first, last });
    expect(isFeasible(toDecimal(Number(count)), low.num, high.num)).toBe(first !== undefined);
  });
});

describe("what the sheet does not hold is implied, never judged", () => {
  test.each<[string, string, string, string, string]>([
    ["J01 全市规上增加值", "224.45", "33.5", "670.0", "669.0–671.0"],
    ["J06 全市固投", "48.04", "17.4", "276.1", "275.3–276.9"],
  ])("%s", (_, part, percent, implied, range) => {
    const share = quantityOf(printed(percent));
    const computed = scale(defined(divide(quantityOf(printed(part)), share)), 100);
    expect(roundRatio(computed.value, 1).toFixed(1)).toBe(implied);
    expect(allowed(computed, 1)).toBe(range);
  });

  test("J03 全市工业投资: one decimal does not carry a share of four digits", () => {
    const computed = scale(
      defined(divide(quantityOf(printed("30.9")), quantityOf(printed("34.68")))),
      100
    );
    expect(roundRatio(computed.value, 2).toFixed(2)).toBe("89.10");
    expect(allowed(computed, 2)).toBe("88.94–89.26");
  });

  test("J12a: 达效率 95.29% of 40.34 would be 38.44, which nothing prints", () => {
    const computed = scale(quantityOf(printed("40.34")), 0.9529);
    expect(roundRatio(computed.value, 2).toFixed(2)).toBe("38.44");
  });

  test.each<[string, string, string, string]>([
    ["Y24 亩/宗", "1135.2", "23", "49.36"],
    ["J17 万元/亩", "5600", "174.3", "32.13"],
  ])("%s", (_, top, bottom, quotient) => {
    const computed = defined(divide(quantityOf(printed(top)), quantityOf(printed(bottom))));
    expect(roundRatio(computed.value, 2).toFixed(2)).toBe(quotient);
  });
});

test("Y26: the six projects add up to 52.08", () => {
  const sum = ["15.6", "10", "8", "7.4", "6", "5.08"].reduce(
    (all, value) => all.plus(toDecimal(Number(value))),
    toDecimal(0)
  );
  expect(sum.toFixed()).toBe("52.08");
});
