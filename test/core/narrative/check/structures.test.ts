import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, saidOf, verdictsOf } from "./checking.ts";

const GDP =
  "实现地区生产总值286.47亿元,增长5.8%。其中,第一产业增加值41.36亿元,增长4.2%;第二产业增加值118.92亿元,增长7.1%;第三产业增加值126.19亿元,增长5.1%。";

/** Each with the number that what stands before it makes, and a wrong digit that has to be told. */
describe("numbers that others make up between them", () => {
  test.each([
    [`${GDP}三次产业结构由上年的15.1∶41.2∶43.7调整为{14.4}∶41.5∶44.0。`, "13.4"],
    [`${GDP}三次产业结构由上年的15.1∶41.2∶43.7调整为14.4∶{41.5}∶44.0。`, "41.9"],
    [`${GDP}三次产业结构比为14.4:41.5:{44.1}。`, "45.1"],
    ["一般公共预算收入完成463,852万元。其中:税收收入完成341,927万元,税比{73.7}%。", "77.3"],
    [
      "一般公共预算收入完成463,852万元,增长5.86%。其中:税收收入完成341,927万元,增长4.15%,税比73.7%;非税收入完成{121925}万元。",
      "122925",
    ],
    [
      "进出口总值412.8亿元,同比增长9.7%。其中,出口298.5亿元,增长13.6%;进口114.3亿元,增长0.6%。贸易顺差{184.2}亿元。",
      "182.4",
    ],
    [
      "全年出生人口2384人,出生率为5.78‰;死亡人口3196人,死亡率为7.74‰;自然增长率为{-1.96}‰。",
      "-1.69",
    ],
    [
      "全市共有家庭户1,094,362户,集体户42,817户,家庭户人口为2,921,946人,集体户人口为264,481人。平均每个家庭户的人口为{2.67}人。",
      "2.76",
    ],
    [
      "全市常住人口中,男性人口为1,612,332人,占50.60%;女性人口为1,574,095人,占49.40%。总人口性别比(以女性为100)为{102.43}。",
      "103.42",
    ],
    [
      "全市常住人口为3,186,427人。全市常住人口中,男性人口为1,612,332人,占50.60%;女性人口为{1574095}人,占49.40%。",
      "1574059",
    ],
    ["开行班列386列,其中去程214列、回程{172}列。", "162"],
    ["1-9月新签约亿元以上项目236个,协议总投资1487.3亿元,平均单体投资{6.3}亿元。", "3.6"],
    ["带队外出招商46批次,拜访企业218家,平均每批次拜访{4.7}家。", "7.4"],
    ["技术合同登记2143项,成交额86.42亿元,平均每项合同成交额{403.3}万元。", "430.3"],
    ["有效发明专利拥有量8934件,每万人口发明专利拥有量{231.5}件(常住人口38.6万人)。", "213.5"],
    [
      "实现地区生产总值286.47亿元,比上年增长5.8%。按常住人口计算,人均地区生产总值{69397}元(年均常住人口41.28万人)。",
      "63997",
    ],
    ["开工率高于全市平均水平的有:甲县{92.3}%(24/26)、乙区90.5%(19/21)。", "93.2"],
    ["开工率高于全市平均水平的有:甲县92.3%(24/26)、乙区{90.5}%(19/21)。", "95.0"],
  ])("%s", (marked, wrong) => {
    const verdicts = verdictsOf(marked, wrong);
    expect(verdicts[0]).toMatch(/^(?:agrees|within-rounding)$/u);
    expect(verdicts.slice(1)).toContain("disagrees");
    expect(disagreeing(marked.replace(/[{}]/gu, ""))).toEqual([]);
  });

  test.each([
    "三次产业结构由上年的15.1∶41.2∶43.7调整为14.4∶41.5∶44.0。",
    "城乡居民收入比由2.31缩小到2.12。",
    "城镇调查失业率控制在5.5%以内。",
    "开工率高于全市平均水平的有:甲县92.3%(24/26)、乙区90.5%(19/21)。",
  ])("are never left unclaimed: %s", (draft) => {
    expect(check(draft).coverage.unclaimed).toEqual([]);
  });

  test.each([
    // The structure of another year, parts of another whole, an average of other things.
    `${GDP}2020年三次产业结构为17.9:39.6:42.5。`,
    "完成投资120亿元,其中国有投资45.2亿元;男装企业12家,女装企业8家,共有企业31家。",
    "新签约项目58个,总投资236亿元,其中制造业项目31个,平均单体投资5.2亿元。",
    "实现出口298.5亿元,上半年贸易顺差184.2亿元,进口15.2亿元。",
    "人均地区生产总值69397元,增长6.3%。",
  ])("what stands beside it by chance is no part: %s", (draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });

  test("the three industries' contributions make a hundred", () => {
    const draft = `${GDP}三次产业对经济增长的贡献率分别为11.2%、53.1%和35.7%。`;
    expect(saidOf(draft, "35.7%").join()).toContain("agrees");
    expect(saidOf(draft.replace("35.7%", "53.7%"), "53.7%").join()).toContain("disagrees");
  });
});

describe("an increase beside its base, without the level", () => {
  test.each([
    [
      "全市常住人口与2010年第六次全国人口普查的725482人相比,增加25907人,增长{3.57}%,年平均增长率为0.35%。",
      "3.75",
    ],
  ])("%s", (marked, wrong) => {
    expect(verdictsOf(marked, wrong)).toEqual(["agrees", "disagrees"]);
  });

  test("what grew by the year is not what it grew by in all", () => {
    const draft =
      "全市常住人口为3,186,427人,与2010年第六次全国人口普查的3,042,518人相比,增加143909人,增长4.73%,年平均增长率为0.46%。";
    expect(disagreeing(draft)).toEqual([]);
    expect(saidOf(draft, "4.73%")).toEqual(["growth:agrees"]);
  });

  test("what grew is no part of the whole", () => {
    const draft =
      "全市人口中,汉族人口为568238人,占75.63%;各少数民族人口为183151人,占24.37%,其中回族人口为176176人,占23.45%。与2010年第六次全国人口普查相比,汉族人口减少10134人,下降1.75%;各少数民族人口增加36041人,增长24.50%,其中回族人口增加35036人,增长24.82%。";
    expect(disagreeing(draft)).toEqual([]);
  });
});
