import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, saidOf } from "./checking.ts";

describe("what a rate is of has to be told", () => {
  test.each([
    [
      "截至8月底,全市重点项目开累完成投资181.7亿元,累计投资完成率44.04%,市方资本金累计到位36.4亿元,到位率75.1%。",
      "75.1%",
      "rate:unverifiable",
    ],
    ["签约项目计划到位资金48.2亿元,实际到位36.2亿元,到位率75.1%。", "75.1%", "rate:agrees"],
    ["签约项目计划到位资金48.2亿元,实际到位36.2亿元,到位率57.1%。", "57.1%", "rate:disagrees"],
    ["合同引资额48.2亿元,到位资金36.2亿元,到位率57.1%。", "57.1%", "rate:disagrees"],
    ["项目44个,完成投资48.2亿元,资金到位36.2亿元,资金到位率57.1%。", "57.1%", "rate:unverifiable"],
    ["年度计划新开工项目270项,实际已开工129项,开工率达47%。", "47%", "rate:disagrees"],
  ])("%s", (draft, number, expected) => {
    expect(saidOf(draft, number)).toEqual([expected]);
  });
});

test.each([
  "完成财政总收入98.3亿元,同比增长20.0%,其中,地方财政收入53.1亿元,同比增长39.8%。金融机构各项存款余额1239.8亿元,同比增长15.6%。",
])("其中 ends with its sentence: %s", (draft) => {
  expect(disagreeing(draft)).toEqual([]);
});

test.each([
  ["低空经济产值完成1900.01。", []],
  ["截至2023.06,低空经济产值完成12.5亿元。", ["12.5亿元"]],
])("what was done is no month, though it could be one: %s", (draft, numbers) => {
  const { coverage, claims } = check(draft);
  expect(coverage.numbers).toBe(1);
  if (numbers.length > 0) expect(claims.map(({ text }) => text)).toEqual(numbers);
  else expect(coverage.unclaimed.map(({ text }) => text)).toEqual(["1900.01"]);
});
