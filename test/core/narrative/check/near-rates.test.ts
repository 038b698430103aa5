import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, verdictsOf } from "./checking.ts";

describe("rates and remainders right behind what they are of", () => {
  test.each([
    [
      "续建项目132个,年度计划投资398亿元,完成投资301.7亿元,完成率75.8%;新建项目146个,年度计划投资344亿元,完成投资216.6亿元,完成率{63.0}%。",
      "60.3",
    ],
    ["累计建成标准化厂房1284.6万平方米,已入驻1037.5万平方米,入驻率{80.8}%。", "88.0"],
    [
      "累计建成标准化厂房1284.6万平方米,已入驻1037.5万平方米,入驻率80.8%,空置{247.1}万平方米。",
      "241.7",
    ],
    ["各项存款余额312.7亿元,较年初增加23.3亿元;各项贷款余额226.8亿元,存贷比{72.5}%。", "75.2"],
    [
      "城镇居民人均可支配收入42618元,增长4.4%;农村居民人均可支配收入22156元,增长6.8%。城乡居民收入比为{1.92}。",
      "1.29",
    ],
    [
      "“四上”企业512家,其中规上工业企业274家、规上服务业企业98家、其他企业140家,规上工业企业占{53.5}%。",
      "55.3",
    ],
    ["粮食总产量78.92万吨,增产{2.0}%(上年77.36万吨)。", "2.8"],
    ["PM2.5平均浓度34微克/立方米,同比下降{8.1}%(上年同期37微克/立方米)。", "1.8"],
  ])("%s", (marked, wrong) => {
    expect(verdictsOf(marked, wrong)).toEqual(["agrees", "disagrees"]);
    expect(disagreeing(marked.replace(/[{}]/gu, ""))).toEqual([]);
  });

  test.each([
    "尚未开工的32个项目中,因用地问题未开工13个、因资金问题未开工11个、其他原因8个。",
    "出让工业用地87宗、5326亩,其中“标准地”79宗、4918亩;出让金额18.64亿元,平均每亩35.0万元。",
  ])("no false fault: %s", (draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });

  test.each([
    "投资完成率前三位的是甲区、乙区、丙区,分别为84.6%、79.3%、77.5%;后三位的是丁县、戊县、己区,分别为52.1%、55.8%、58.4%。",
    "粮食平均亩产423.4公斤。",
    "城乡居民收入比为1.92,比上年缩小0.05。",
  ])("nothing is left unclaimed: %s", (draft) => {
    expect(check(draft).coverage.unclaimed).toEqual([]);
  });

  test("a rate of the investment done asks for no other basis", () => {
    const draft = "新建项目146个,年度计划投资344亿元,完成投资216.6亿元,完成率63.0%。";
    expect(check(draft).lint.map(({ code }) => code)).not.toContain("rate-basis");
  });
});
