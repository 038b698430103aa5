import { describe, expect, test } from "@jest/globals";
import { ZONE_PHRASE } from "../../../src/core/measures/index.ts";

const phrase = (...inputs: readonly unknown[]) => {
  const result = ZONE_PHRASE.evaluate(inputs)[0]?.[0];
  return result?.ok === true ? result.value : result?.failure.reason;
};

describe("a clause in the phrases of a bulletin", () => {
  test.each([
    [["工业投资", 109.24, "亿元"], "工业投资完成109.24亿元"],
    [["工业投资完成", 109.24, "亿元"], "工业投资完成109.24亿元"],
    [["工业投资", 9, "亿元", 0], "工业投资完成9亿元,同比持平"],
    [["工业投资", 9, "亿元", "持平"], "工业投资完成9亿元,同比持平"],
    [["工业投资", 9, "亿元", 3.6, 3.6, "全市"], "工业投资完成9亿元,同比增长3.6%,与全市(3.6%)持平"],
    [
      ["工业投资", 9, "亿元", 3.64, 3.6, "全市"],
      "工业投资完成9亿元,同比增长3.64%,与全市(3.6%)基本持平",
    ],
    [
      ["工业投资", 9, "亿元", -17.92, -18.3, "全省开发区"],
      "工业投资完成9亿元,同比下降17.92%,比全省开发区(-18.3%)高0.4个百分点",
    ],
    [["工业投资", 9, "亿元", 17, null, null, 17], "工业投资完成9亿元,同比增长17%,达到17%目标值"],
    [["产业投资", 1.9, "亿元", "-", "", "", 2], "产业投资完成1.9亿元,未达到2亿元目标值"],
    [
      ["覆盖率", 70.2, "%", 1.2, 60.1, "全市", 48],
      "覆盖率为70.2%,同比提高1.2个百分点,比全市(60.1%)高10.1个百分点,达到48%目标值",
    ],
    [["增加值", 9, "亿元", 100 / 3], "增加值完成9亿元,同比增长33.33%"],
  ])("%j", (inputs, clause) => {
    expect(phrase(...inputs)).toBe(clause);
  });

  test.each([
    [[null, 1, "亿元"], "missing"],
    [["工业投资", "-", "亿元"], "missing"],
    [["工业投资", "约12", "亿元"], "not-a-number"],
    [["工业投资", 12, "亿元", "扭亏"], "not-a-number"],
    [["工业投资", 12, 3], "not-a-text"],
    [["工业投资", 12, "亿元", { code: "#DIV/0!" }], "error-operand"],
  ])("%j is no clause: %s", (inputs, reason) => {
    expect(phrase(...inputs)).toBe(reason);
  });
});
