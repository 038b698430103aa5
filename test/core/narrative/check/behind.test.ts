import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, saidOf, verdictsOf } from "./checking.ts";

/** Each with the number that is held to what the bracket behind it tells, and a wrong digit that has to be told. */
describe("what a number counts from, told in a bracket right behind it", () => {
  test.each([
    ["规上工业增加值增长7.6%,增速较9月份加快{0.7}个百分点(9月份6.9%)。", "1.7"],
    ["规上工业增加值增长7.2%,高于全省{1.4}个百分点(全省5.8%)。", "4.1"],
    ["规上工业增加值增长7.2%,高于全国{1.3}个、全省{{1.4}}个百分点(全国5.9%,全省5.8%)。", "3.1"],
    ["民间投资增长6.4%,较1-10月回落{0.4}个百分点(1-10月增长6.8%)。", "1.4"],
    ["商品房销售面积下降12.3%,降幅较1-10月收窄{1.6}个百分点(1-10月下降13.9%)。", "2.6"],
    ["煤炭消费占比降至58.6%,较2020年下降{7.5}个百分点(2020年66.1%)。", "5.7"],
    ["常住人口城镇化率为55.60%,比上年末提高{0.98}个百分点(上年末54.62%)。", "0.89"],
    ["当月用电量3.42亿千瓦时,同比增长8.6%,环比下降{4.2}%(9月3.57亿千瓦时)。", "4.8"],
    ["社会消费品零售总额达到638亿元,是2019年的{1.5}倍(2019年421亿元)。", "1.6"],
    ["研发经费投入28.73亿元,占GDP的比重为{6.21}%(GDP462.8亿元)。", "6.12"],
    ["1-10月用电量34.86亿千瓦时,占全市工业用电量的{35.3}%(全市工业用电98.7亿千瓦时)。", "33.5"],
    ["引进项目58个,同比多引进{17}个(上年同期41个)。", "16"],
    ["发运班列386列,同比增加{45}列(上年同期341列)。", "54"],
    ["铁海联运集装箱6.84万标箱,同比增长{15.3}%(去年同期5.93万标箱)。", "13.5"],
  ])("%s", (marked, wrong) => {
    const draft = marked.replace(/\{\{(.*?)\}\}/u, "$1");
    expect(verdictsOf(draft, wrong)).toEqual(["agrees", "disagrees"]);
    expect(disagreeing(draft.replace(/[{}]/gu, ""))).toEqual([]);
  });

  test.each([
    "规上工业增加值增长7.2%,高于全省1.4个百分点(全省5.8%)。",
    "商品房销售面积下降12.3%,降幅较1-10月收窄1.6个百分点(1-10月下降13.9%)。",
    "煤炭消费占比降至58.6%,较2020年下降7.5个百分点(2020年66.1%)。",
  ])("nothing is left unclaimed: %s", (draft) => {
    expect(check(draft).coverage.unclaimed).toEqual([]);
  });

  test.each([
    "规上工业增加值增长7.2%,高于全市1.9个百分点(全省5.8%)。",
    "实现税收12.6亿元,占全区的41.3%(一般公共预算收入8.2亿元)。",
    "引进项目58个,同比增长32%(其中亿元以上项目41个)。",
  ])("what the bracket tells of something else is no base: %s", (draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });
});

describe("from what to what, without a year", () => {
  test.each([
    ["一般公共预算收入从78.4亿元增加到112.6亿元,增长{43.6}%。", "46.3"],
    ["规上工业企业由312家增加到487家,净增{175}家。", "157"],
    ["高新技术企业由86家增加到295家,增长{2.4}倍。", "2.6"],
    ["常住人口城镇化率由58.3%提高到64.9%,提高{6.6}个百分点。", "6.9"],
    ["常住人口城镇化率由58.3%提高到64.9%,五年提高{6.6}个百分点。", "5.6"],
    ["一般公共预算收入由2019年的78.4亿元增加到2024年的112.6亿元,增长43.6%,年均增长{7.5}%。", "5.7"],
  ])("%s", (marked, wrong) => {
    expect(verdictsOf(marked, wrong)).toEqual(["agrees", "disagrees"]);
  });

  test("a real rate over years does not follow from current prices", () => {
    const draft = "地区生产总值由2019年的1186亿元增加到2024年的1724亿元,年均增长6.1%。";
    expect(saidOf(draft, "6.1%")).toEqual(["growth:unverifiable"]);
  });
});
