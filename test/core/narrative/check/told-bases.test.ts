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
  ["低空经济产值完成1900.01。", ["1900.01"]],
  ["累计完成低空经济产值1925.5。", ["1925.5"]],
  ["截至2023.06,低空经济产值完成12.5亿元。", ["12.5亿元"]],
])("what was done is no month, though it could be one: %s", (draft, numbers) => {
  const { coverage, claims } = check(draft);
  expect(coverage.numbers).toBe(1);
  expect([...claims, ...coverage.unclaimed].map(({ text }) => text)).toEqual(numbers);
});

/** Each with the number that is held to the base, what is said of it, and a wrong digit that has to be told. */
describe("an increase and a growth whose base the sentence tells", () => {
  test.each([
    ["全市进出口总额75.33亿元,比去年同期73.79亿元增加了{1.54}亿元,同比增长2.1%。", "1.45"],
    ["全市进出口总额75.33亿元,比去年同期73.79亿元增加了1.54亿元,同比增长{2.1}%。", "3.1"],
    ["实际利用外资3.42亿美元,较上年同期的3.01亿美元增加{0.41}亿美元,增长13.6%。", "0.51"],
    ["实际利用外资3.42亿美元,较上年同期的3.01亿美元增加0.41亿美元,增长{13.6}%。", "16.3"],
    ["一般公共预算收入28.64亿元,去年同期为25.3亿元,同比增加{3.34}亿元,增长13.2%。", "3.43"],
    ["截至6月底,规上工业企业412户,较上年末375户增加{37}户,增长9.9%。", "39"],
    ["截至6月底,规上工业企业412户,较上年末375户增加37户,增长{9.9}%。", "8.9"],
    ["截至6月末,市场主体达到12.36万户,比年初的11.52万户净增{0.84}万户,增长7.3%。", "0.94"],
    ["截至6月末,市场主体达到12.36万户,比年初的11.52万户净增0.84万户,增长{7.3}%。", "9.3"],
    ["进出口总额由去年同期的218.5亿元增至241.3亿元,增长{10.4}%。", "11.4"],
    ["工业用电量62.7亿千瓦时,比上年同期59.83亿千瓦时多{2.87}亿千瓦时,同比增长4.8%。", "2.78"],
    ["工业用电量62.7亿千瓦时,比上年同期59.83亿千瓦时多2.87亿千瓦时,同比增长{4.8}%。", "8.4"],
    ["税金总额9.26亿元,较去年同期11.34亿元减少{2.08}亿元,下降18.3%。", "2.18"],
    ["税金总额9.26亿元,较去年同期11.34亿元减少2.08亿元,下降{18.3}%。", "13.8"],
    ["截至6月底,全市规上工业企业412户,较上年末增加{37}户。上年末规上工业企业375户。", "36"],
    ["1-10月完成投资105.23亿元,全年预计目标120亿元,完成预计目标的{87.69}%。", "78.69"],
    ["全年预计完成投资120亿元,1-10月完成投资105.23亿元,完成预计目标的{87.69}%。", "86.79"],
  ])("%s", (marked, wrong) => {
    const right = /\{(.*?)\}/u.exec(marked)?.[1] ?? "";
    const at = marked.indexOf("{");
    const verdict = (digits: string): readonly string[] =>
      check(marked.replace(/\{.*?\}/u, digits))
        .claims.filter(({ start, end }) => start <= at && at < end)
        .map((claim) => claim.verdict);
    expect([verdict(right), verdict(wrong)]).toEqual([["agrees"], ["disagrees"]]);
    expect(disagreeing(marked.replace(/[{}]/gu, ""))).toEqual([]);
  });

  test.each([
    "规上工业企业412户,较上年末增加39户,增长8.2%。",
    "存款余额1439.8亿元,同比增长15.6%,比年初新增125.5亿元。",
    "工业投资同比增长12.4%,增速比去年同期8.1%高4.3个百分点。",
    "进出口总额75.33亿元,比前年同期73.79亿元增加了1.54亿元,同比增长12.1%。",
    "截至6月末,全市市场主体12.36万户,比年初净增0.84万户;上年末个体工商户11.3万户。",
    "利润总额9.26亿元,较考核口径同期11.34亿元可比下降8.3%。",
    "固定资产投资128.6亿元,去年同期为121.3亿元,同比增长8.9%。",
  ])("an unknown or another base is no fault: %s", (draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });
});
