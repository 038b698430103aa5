import { describe, expect, test } from "@jest/globals";
import {
  constant,
  growthOf,
  judge,
  minus,
  quantityOf,
  scale,
  shareOf,
} from "../../../src/core/model/interval.ts";
import type { Quantity, Verdict } from "../../../src/core/model/interval.ts";
import type { StatedNumber } from "../../../src/core/model/stated-number.ts";

const printed = (text: string): StatedNumber => ({
  value: Number(text),
  decimals: text.split(".")[1]?.length ?? 0,
  origin: "typed",
  precision: "stated",
});
const counted = (text: string): StatedNumber => ({ ...printed(text), precision: "count" });
const share = (part: StatedNumber, whole: StatedNumber): Quantity | undefined =>
  shareOf(quantityOf(part), quantityOf(whole));

/** Statements of public bulletins, by place. */
describe("published statements are judged as they are", () => {
  test.each<[string, string, Quantity | undefined, Verdict]>([
    ["江门 2021 Q1 为年计划的", "30.90", share(printed("313.64"), printed("1015")), "agrees"],
    [
      "江门 2021 Q1 同比增长",
      "95.66",
      growthOf(
        quantityOf(printed("313.64")),
        minus(quantityOf(printed("313.64")), quantityOf(printed("153.34")))
      ),
      "agrees",
    ],
    [
      "江门 2021 Q1 超时间进度",
      "5.90",
      minus(share(printed("313.64"), printed("1015")) ?? constant(0), constant(25)),
      "agrees",
    ],
    ["晋中 2018 Q1 市定目标", "26.2", share(printed("471.3"), printed("1800")), "agrees"],
    ["晋中 2018 Q1 省定目标", "37.4", share(printed("471.3"), printed("1261")), "agrees"],
    ["晋中 2018 Q1 151/593", "25.5", share(counted("151"), counted("593")), "agrees"],
    ["晋中 2018 Q1 307/514", "59.7", share(counted("307"), counted("514")), "agrees"],
    [
      "金山 1-5月 税收",
      "17.3",
      growthOf(
        quantityOf(printed("92")),
        minus(quantityOf(printed("92")), quantityOf(printed("13.55")))
      ),
      "agrees",
    ],
    ["金山 合同外资", "74.7", share(printed("22397"), printed("30000")), "agrees"],
    [
      "金山 the nearer number is not its whole",
      "74.7",
      share(printed("22397"), printed("34448")),
      "disagrees",
    ],
    [
      "长治 2023 1-7月 贡献率",
      "62.6",
      shareOf(quantityOf(printed("4.0")), quantityOf(printed("6.4"))),
      "within-rounding",
    ],
    ["长治 330/455", "72.5", share(counted("330"), counted("455")), "agrees"],
    ["长治 661/780", "84.7", share(counted("661"), counted("780")), "agrees"],
    ["安庆 2018 开工", "91.28", share(counted("199"), counted("218")), "agrees"],
    ["安庆 2018 投产", "54.13", share(counted("118"), counted("218")), "agrees"],
    [
      "昆山 2024 2月 超序时",
      "0.5",
      minus(quantityOf(printed("17.2")), constant(16.6666666666667)),
      "agrees",
    ],
    ["吴江 2023 7月: a tie goes up", "58", share(counted("23"), counted("40")), "agrees"],
    ["晋中 2021 Q1: 尾差", "91.4", share(printed("18.5"), printed("20.2")), "within-rounding"],
    ["晋中 2021 签约项目开工率", "87.23", share(counted("82"), counted("94")), "agrees"],
    ["晋中 2021 开工项目投产率", "62.62", share(counted("67"), counted("107")), "agrees"],
    ["晋中 2021 达效率按产值", "92.18", share(printed("216.65"), printed("235.04")), "agrees"],
    ["太原 2021 开工率", "58.82", share(counted("40"), counted("68")), "agrees"],
    ["太原 2021 投产率", "29.82", share(counted("17"), counted("57")), "agrees"],
    [
      "太原 2021 达效率按产值",
      "72.17",
      share(printed("301.7"), printed("418.12")),
      "within-rounding",
    ],
    ["去尾 is no rounding", "47", share(counted("129"), counted("270")), "disagrees"],
    [
      "round once, at the end",
      "13.8",
      minus(
        scale(share(printed("629.0"), printed("647.4")) ?? constant(0), 1),
        constant(83.3333333333333)
      ),
      "agrees",
    ],
  ])("%s", (_, stated, computed, verdict) => {
    expect(computed).toBeDefined();
    expect(judge(printed(stated), computed ?? constant(0))).toBe(verdict);
  });
});
