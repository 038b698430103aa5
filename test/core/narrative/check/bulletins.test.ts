import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, saidOf, verdictsOf } from "./checking.ts";

/** Sentences of bulletins in which a careless reader sees a contradiction; none of them holds one. */
const NO_FAULT: readonly (readonly [why: string, draft: string])[] = [
  [
    "progress towards a target is no claim to have reached it",
    "1-5月,园区实现工业总产值21.36亿元,完成年任务90亿元的23.7%;新开工项目62个,完成年度目标任务110个的56.36%。",
  ],
  [
    "investment of other projects is another number of the same name",
    "一季度,全市18个省重点项目完成投资25.6亿元,完成年度计划的21.4%。一季度,全市96个市重点项目完成投资71.3亿元。40个新开工项目已开工17个,开工率42.5%,完成投资30.2亿元。",
  ],
  [
    "a part of industry under the same indicator is another number",
    "今年上半年我市规模以上工业中国有企业在钢铁带动下实现工业总产值62.10亿元,增长21.8%。今年1-6月我市规模以上亿元企业实现工业总产值541.72亿元,增长14.6%。",
  ],
  [
    "a month beside the months so far is another period",
    "前8个月,全市规模以上工业增加值同比增长7.4%。从月度增速看,8月份增长6.1%,居全省第9位。",
  ],
  [
    "what is behind the bracket of 其中 is no part of it",
    "进出口总额1520.40亿美元,同比增长8.2%(其中出口910.15亿美元,增长9.1%;进口610.25亿美元,增长6.9%);外商实际投资88.20亿美元。",
  ],
  [
    "two totals before 其中 may be its whole together",
    "全省有30个国家级经开区和4个享受同等政策的园区。其中:东部地区21个,中部地区5个,西部地区8个。",
  ],
  [
    "the next item of a list is not the whole of the one before",
    "全年实现营业收入1650.4亿元。分领域看,新材料领域实现营业收入905.2亿元,占全部营业收入的54.8%;生物医药领域实现营业收入210.6亿元,占全部营业收入的12.8%;光机电领域实现营业收入61.3亿元,占全部营业收入的3.7%。",
  ],
  [
    "a share of money is not held against a count before it",
    "东部28家国家级开发区实现GDP6210.35亿元,同比增长18.2%,占全国经济技术开发区GDP总量的比重为78.21%。",
  ],
  [
    "enterprises in production are not a part of those above a size",
    "规模以上企业达41户,投产企业达到118户。",
  ],
  [
    "classes that cut across one another may be more than their whole together",
    "完成工业投资30.2亿元,其中:制造业投资25.1亿元,技改投资12.4亿元,民间投资20.3亿元。",
  ],
  [
    "the part's own growth is not the growth of the whole",
    "国有企业可比增长21.8%,增幅比全市平均水平高9.2个百分点,对规模以上工业经济增长的贡献率达14.3%,拉动规模以上工业经济增长1.8个百分点。",
  ],
  [
    "the plan of some projects is not that of all",
    "全市安排重点项目402个,年度计划投资712.5亿元。1-8月共完成投资520.1亿元,占年度投资计划的73.0%。其中112个续建项目完成投资380.4亿元,占年度计划的76%,50个建成项目完成投资35.2亿元,占年度计划的71%。",
  ],
  [
    "behind a semicolon another indicator is told",
    "完成税收20.4亿元,其中地方税收12.1亿元;完成固定资产投资58.3亿元;实现工业增加值40.6亿元。",
  ],
  [
    "parts that overlap are no split of their whole",
    "全县共有履约项目54个,其中:省外履约项目43个、市外履约项目54个。",
  ],
  [
    "each part is of the number of its own name",
    "共注册协议外资3.162亿美元,实际到账外资1.204亿美元,其中高新区协议外资2.71亿美元,到账外资0.95亿美元。",
  ],
  [
    "regions told in a sentence of their own split the number they come near to",
    "1-5月,工业投资3120亿元,增长12.4%。分地区看,东部地区投资4210亿元,增长9.1%;中部地区投资2640亿元,增长11.3%;西部地区投资1980亿元,增长10.2%。",
  ],
  [
    "a share of output is not a share of the number of zones before it",
    "7家国家级经开区规上工业总产值占全省国家级经开区的58.3%、进出口总额占76.4%。",
  ],
  [
    "the share of another is no share of the number before it",
    "完成地区生产总值312.40亿元。第二产业占GDP比重为77.2%,实现增加值241.17亿元,其中,工业占GDP比重达70.6%。",
  ],
  [
    "leads over time go with their rates by place",
    "1-4月,省、市重点项目投资完成率分别为45.1%、36.9%,分别超时序进度11.8个百分点、3.6个百分点。",
  ],
  [
    "a share of lines of industry is not held against the count before it",
    "从月度增速看,有3个行业增幅进一步扩大,8个行业降幅实现收窄,42.9%的行业同比增速改善向好。",
  ],
];

describe("what is no contradiction in a bulletin", () => {
  test.each(NO_FAULT)("%s", (_, draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });
});

/** What follows from other numbers of the text: kind and verdict at a number, and the same number printed wrong. */
const DERIVED: readonly (readonly [
  what: string,
  draft: string,
  number: string,
  kind: string,
  wrong: readonly [from: string, to: string],
])[] = [
  [
    "done and not done are the whole of a rate",
    "全县重点项目60个,其中省、市重点项目14个。已开工项目42个,未开工项目18个,开工率为70%。",
    "70%",
    "rate",
    ["70%", "77%"],
  ],
  [
    "leads over time by place",
    "1-4月,省、市重点项目投资完成率分别为45.1%、36.9%,分别超时序进度11.8个百分点、3.6个百分点。",
    "11.8个百分点",
    "pace",
    ["11.8个", "18.1个"],
  ],
  [
    "the exact share behind a round one, by the counts before it",
    "全市256个签约项目中,已有233个开工建设,占比已超过九成、达91.02%;其中,有141个投产,占比超过半数、达55.08%。",
    "91.02%",
    "share",
    ["91.02%", "93.02%"],
  ],
  [
    "that of the part of a part, by the whole it fits",
    "全市256个签约项目中,已有233个开工建设,占比已超过九成、达91.02%;其中,有141个投产,占比超过半数、达55.08%。",
    "55.08%",
    "share",
    ["", ""],
  ],
  [
    "counts of stages make their total",
    "临江市“三个一批”活动共推进项目51个,总投资143.27亿元。其中,“签约一批”项目21个,总投资60.12亿元;“开工一批”项目18个,总投资40.05亿元;“投产一批”项目12个,总投资43.10亿元。",
    "51个",
    "sum",
    ["12个", "13个"],
  ],
  [
    "their investments do too",
    "临江市“三个一批”活动共推进项目51个,总投资143.27亿元。其中,“签约一批”项目21个,总投资60.12亿元;“开工一批”项目18个,总投资40.05亿元;“投产一批”项目12个,总投资43.10亿元。",
    "143.27亿元",
    "sum",
    ["40.05亿元", "40.50亿元"],
  ],
  [
    "projects carried on and begun make all projects",
    "今年安排重点项目312个,年度计划投资401.2亿元。其中,续建项目187个,年度计划投资230.7亿元;新开工项目125个,年度计划投资170.5亿元;计划竣工项目80个。",
    "312个",
    "sum",
    ["125个", "135个"],
  ],
  [
    "a share of the whole told a sentence before",
    "全年实现营业收入1650.4亿元。分领域看,新材料领域实现营业收入905.2亿元,占全部营业收入的54.8%。",
    "54.8%",
    "share",
    ["54.8%", "58.4%"],
  ],
  [
    "exports and imports inside a bracket",
    "进出口总额1520.40亿美元,同比增长8.2%(其中出口910.15亿美元,增长9.1%;进口610.25亿美元,增长6.9%);外商实际投资88.20亿美元。",
    "1520.40亿美元",
    "sum",
    ["610.25", "610.52"],
  ],
  [
    "lines of industry that grow, over all of them",
    "全市40个大类行业中29个行业增加值实现增长,增长面为72.5%。",
    "72.5%",
    "rate",
    ["72.5%", "75.2%"],
  ],
  [
    "points ahead of schedule",
    "1-5月,全县重点项目计划投资88.50亿元,完成投资41.60亿元,占年度计划的47.0%,高于序时进度5.3个百分点。",
    "5.3个百分点",
    "pace",
    ["5.3个", "3.5个"],
  ],
  [
    "a contribution by the pull and the growth of the whole",
    "国有企业可比增长21.8%,增幅比全市平均水平高9.2个百分点,对规模以上工业经济增长的贡献率达14.3%,拉动规模以上工业经济增长1.8个百分点。",
    "14.3%",
    "contribution",
    ["", ""],
  ],
  [
    "contributions and pulls side by side, each by its place",
    "上半年,全市完成地区生产总值210.4亿元,同比增长8.0%。三次产业对经济增长的贡献率分别为5.0%、45.0%、50.0%,分别拉动GDP增长0.4个、3.6个、4.0个百分点。",
    "45.0%",
    "contribution",
    ["45.0%", "54.0%"],
  ],
  [
    "nearly eight in ten, by the counts that follow",
    "全市近八成行业生产实现增长,32个大类行业中有25个行业增加值保持增长。",
    "八成",
    "share",
    ["", ""],
  ],
  [
    "a list whose unit stands at its end, by brackets side by side",
    "全市规模以上工业增加值同比增长9.1%,比全省(7.4%)和全国(6.3%)分别高1.7、2.8个百分点。",
    "1.7",
    "difference",
    ["1.7、", "7.1、"],
  ],
  [
    "a whole cut off instead of rounded",
    "年度计划新开工项目310项,实际已开工173项,开工率达56%。",
    "56%",
    "rate",
    ["56%", "55%"],
  ],
  [
    "an attainment by the plan of the words",
    "本年度计划开工项目245项,目前实际已开工198项,完成年度计划开工的80.8%。",
    "80.8%",
    "rate",
    ["", ""],
  ],
];

describe("what follows from other numbers of a bulletin", () => {
  test.each(DERIVED)("%s", (_, draft, number, kind) => {
    const said = saidOf(draft, number);
    expect(said.some((each) => new RegExp(`^${kind}:(?:agrees|within)`, "u").test(each))).toBe(
      true
    );
    expect(disagreeing(draft)).toEqual([]);
  });

  test.each(DERIVED.filter(({ 4: [from] }) => from !== ""))(
    "%s: a wrong digit is found",
    (_, draft, __, ___, [from, to]) => {
      expect(draft).toContain(from);
      expect(disagreeing(draft.replace(from, to))).not.toEqual([]);
    }
  );
});

describe("the numbers of a bulletin that are read", () => {
  test.each([
    ["a count of projects", "一季度,全市18个省重点项目开工建设。", 1],
    ["a move of rank", "居全省第9位,比6月份前进2位,较上年提高4个位次。", 3],
    ["GDP without a blank before its number", "实现GDP6210.35亿元。", 1],
    ["an amount that looks like a year and month", "营业收入1931.3亿元,占比2.1%。", 2],
    ["numbers of tables and spans of years", "2002--2011年平均增长6.2%(见表6.6.1)。", 1],
  ])("%s", (_, draft, numbers) => {
    expect(check(draft).coverage).toEqual({ numbers, checked: numbers, unclaimed: [] });
  });
});

describe("words of the next number, and numbers of the next thing", () => {
  test.each([
    "我市一季度进出口下降12.8%,二季度增速由负转正,增长40.4%。",
    "政府性基金收入完成215,760万元,为预算的86.3%,比上年减收52670万元,下降19.62%,上年为268,430万元。其中,国有土地使用权出让收入198,340万元,占基金收入的91.93%。",
    "全区政府债务余额94.37亿元,其中一般债务41.62亿元、专项债务52.75亿元,控制在限额98.5亿元以内,距限额还有4.13亿元。",
    "1-9月,全市新签约亿元以上项目236个,协议总投资1487.3亿元。新开工项目143个,其中当年签约当年开工97个,占新开工项目的67.8%;开工率60.6%。",
    "规上工业总产值达2893.8亿元,同比增长9.9%,高新技术企业营收1125.1亿元,同比增长28.6%。",
  ])("no false fault: %s", (draft) => {
    const { lint } = check(draft);
    expect(disagreeing(draft)).toEqual([]);
    expect(lint.filter(({ code }) => code === "unit-of-indicator")).toEqual([]);
  });

  test.each([
    ["政府性基金收入完成215,760万元,比上年减收{52670}万元,上年为268,430万元。", "56270"],
    [
      "政府债务余额94.37亿元,其中一般债务41.62亿元,控制在限额98.5亿元以内,距限额还有{4.13}亿元。",
      "5.13",
    ],
    ["债务余额94.37亿元,距限额98.5亿元还有{4.13}亿元。", "5.13"],
  ])("and a wrong digit is told: %s", (marked, wrong) => {
    expect(verdictsOf(marked, wrong)).toEqual(["agrees", "disagrees"]);
  });
});
