import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** What is said of the data of a sheet as an office types it. */
function saidOf(text: string): readonly string[] {
  return linesOf(evaluateSheets([typed("S", text)]));
}

type Row = readonly [title: string, text: string, said: readonly string[]];

describe("the total of a score sheet for one zone", () => {
  const sheet = (name: string, points: string, weights = "100"): string =>
    `高新技术产业开发区2025年度考核得分表
    指标|权重|目标值|完成值|得分
    外贸进出口总额(万美元)|30|195427|27373|21.2
    工业固定资产投资(亿元)|25|141.3|23.84|19.6
    规模以上工业增加值(亿元)|25|150.7|31.04|22.2
    规上工业企业数(户)|20|505|87|19.7
    ${name}|${weights}|||${points}`;
  const bare = (last: string): string => `高新技术产业开发区2025年度考核得分表
    指标|目标值|完成值|得分
    外贸进出口总额(万美元)|195427|27373|21.2
    工业固定资产投资(亿元)|141.3|23.84|19.6
    规模以上工业增加值(亿元)|150.7|31.04|22.2
    规上工业企业数(户)|505|87|19.7
    ${last}`;
  // Points out of a hundred each, and the total weighted with what stands beside them.
  const weighted = `高新技术产业开发区2025年度考核得分表
    指标|权重|得分
    工业投资(亿元)|50|90
    规上工业增加值(亿元)|30|80
    新增规上工业企业(户)|20|100
    合计|100|89`;
  test.each<Row>([
    ["adds up", sheet("合计", "82.7"), []],
    ["is told where the weights do add up", sheet("合计", "86.4"), ["error sum-mismatch E7"]],
    ["the same as 总分", sheet("总分", "86.4"), ["error sum-mismatch E7"]],
    ["is not judged where neither adds up", sheet("总分", "86.4", "90"), []],
    ["合计 says that it is one", bare("合计|||86.4"), ["error sum-mismatch D7"]],
    ["总分 alone does not", bare("总分|||86.4"), []],
    ["may be weighted", weighted, []],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("the total of targets that are amounts", () => {
  const ofYear = (total: string): string => `襄阳市开发区2021年1-11月固投完成情况
    开发区|年度目标(亿元)|本期(亿元)
    襄阳高新区|82|74.6
    襄阳经开区|14|15.4
    襄城经开区|38|30.9
    樊城经开区|20|14.9
    合计|${total}|=SUM(C3:C6)->135.8`;
  const ofQuarters = (first: string): string => `太原市开发区2023年工业投资分季度完成情况(亿元)
    开发区|一季度||二季度||上半年|
    |目标|完成|目标|完成|目标|完成
    合计|${first}|37.8|46.8|37.5|86.8|75.3
    中北高新技术产业开发区|7.4|7.3|9|9|16.4|16.3
    清徐经济开发区|1.9|1.9|2.3|2.7|4.2|4.6
    不锈钢产业园区|11.4|10.5|13.9|14.3|25.3|24.8
    西山生态文化旅游示范区|6.8|7.9|8.4|7.8|15.2|15.7
    阳曲产业园区|12.5|10.2|13.2|3.7|25.7|13.9`;
  test.each<Row>([
    ["by a sum that stops short is told", ofYear("=SUM(B3:B5)->134"), ["error sum-mismatch B7"]],
    ["by a sum of all is one", ofYear("=SUM(B3:B6)->154"), []],
    ["typed, it may be set by itself", ofYear("160"), []],
    ["typed and equal is one", ofYear("154"), []],
    [
      "is told where the totals of the other targets add up",
      ofQuarters("41.4"),
      ["error sum-mismatch B4"],
    ],
    ["adds up", ofQuarters("40"), []],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("a blank that its own row needs", () => {
  const quarters = (first: string, total: string, cell = ""): string =>
    `太原市开发区2023年工业投资分季度完成情况(亿元)
    开发区|一季度|二季度|上半年
    中北高新技术产业开发区|3.5|3.4|6.9
    清徐经济开发区|2.1|2.2|4.3
    不锈钢产业园区|12.5|10.2|22.7
    西山生态文化旅游示范区|19.2|16.8|36
    阳曲产业园区|3.2|4|7.2
    古交经济技术开发区|${cell}|${first}
    合计|${total}`;
  const batches = (kind: string, done: string): string => `晋中市开发区2023年1-4月三个一批项目情况
    开发区|签约一批||
    |个数|总投资(亿元)|已开工(个)
    晋中经济技术开发区|21|95.21|16
    祁县经济开发区|12|24.86|8
    平遥经济技术开发区|36|136.58|33
    ${kind}||94.16|${done}`;
  test.each<Row>([
    [
      "一季度 before 二季度 and 上半年",
      quarters("4.6|8.8", "|41.2|85.9"),
      ["error missing-value B8"],
    ],
    ["not where the later quarter is all there is", quarters("8.8|8.8", "40.5|45.4|85.9"), []],
    ["nor where it is declared none", quarters("4.6|4.6", "40.5|41.2|81.7", "—"), []],
    [
      "个数 beside 已开工, of the only zone of its kind",
      batches("太谷农业高新技术产业示范区", "23"),
      ["error missing-value B7"],
    ],
    ["not where nothing was started", batches("太谷农业高新技术产业示范区", ""), []],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("a unit printed one row above its measure", () => {
  const sheet = (last: string): string => `安庆市开发区重点指标监测表(2023年度)
    指标|内容|安庆经济技术开发区|安庆高新技术产业开发区|桐城经济技术开发区|怀宁经济开发区|总计
    研发投入|实绩(万元)|3296|1496|1943|5117|11852
    |同期数|2527|1959|2047|4470|11003
    |同比增长(%)|30.4|${last}|-5.1|14.5|7.7
    工业性投资|实绩(亿元)|9.72|17.19|8.27|7.22|42.4
    |同期数|9.21|17.37|6.87|7.83|41.28
    |同比增长(%)|-7.7|2.2|19.8|-1.4|2.9`;
  test("is that of last year's values as well", () => {
    expect(saidOf(sheet("-23.6"))).toEqual(["warning growth-mismatch C8:F8"]);
  });

  test("so that a growth is judged", () => {
    expect(saidOf(sheet("-19.3"))).toEqual([
      "warning growth-mismatch D5",
      "warning growth-mismatch C8:F8",
    ]);
  });
});

describe("two years side by side in the header", () => {
  const zones = (
    before: string,
    now: string,
    title = ""
  ): string => `宣城市开发区${title}到位资金对比表
    开发区|${before}|${now}|增减额(亿元)|增减(%)
    宣城经济技术开发区|7.94|8.57|0.63|7.93
    宣城高新技术产业开发区|10.3|11.94|1.64|15.92
    宣州经济开发区|3.84|4.76|0.92|23.96
    宁国经济技术开发区|11.15|14.1|2.95|26.46
    合计|33.23|39.37|6.14|18.48`;
  const indicators = (before: string, now: string): string => `高新技术产业开发区主要经济指标对比表
    指标|单位|${before}|${now}|增减量|增减(%)
    标准地出让面积|亩|464.8|457.9|-6.9|-1.5
    到位资金|亿元|9.08|9.38|0.3|3.3
    工业用电量|万千瓦时|31710|32842|1132|3.6`;
  test.each<Row>([
    ["one year apart", zones("2022年1-5月", "2023年1-5月"), []],
    [
      "two years apart is a header left over",
      zones("2021年1-5月", "2023年1-5月"),
      ["warning period-conflict B2:C2"],
    ],
    [
      "the same twice is one",
      zones("2023年1-5月", "2023年1-5月"),
      ["warning period-conflict B2:C2"],
    ],
    [
      "the title tells which",
      zones("2021年1-5月", "2023年1-5月", "2023年1-5月"),
      ["warning period-conflict B2"],
    ],
    ["with indicators in rows", indicators("2022年1-4月", "2023年1-4月"), []],
    [
      "the same twice with indicators in rows",
      indicators("2022年1-4月", "2022年1-4月"),
      ["warning period-conflict C2:D2"],
    ],
    [
      "two years apart with indicators in rows",
      indicators("2021年1-4月", "2023年1-4月"),
      ["warning period-conflict C2:D2"],
    ],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });

  test("a mean of two years is taken from the year before the last", () => {
    const text = zones("2019年1-5月", "2021年1-5月").replace("增减(%)", "两年平均增长(%)");
    expect(saidOf(text).filter((line) => line.includes("period-conflict"))).toEqual([]);
  });
});

describe("a bare % under an amount", () => {
  const sheet = (first: string): string => `郑州市开发区重点指标监测表(2023年1-6月)
    开发区|研发投入||工业性投资|
    |万元|%|亿元|%
    郑州高新技术产业开发区|4313|${first}|8.15|15.95
    郑州经济技术开发区|3188|9.98|6.63|1.25
    郑州航空港经济综合实验区|3223|1.46|24.51|8.63
    新郑产业集聚区|7289|36.6|6.22|2.88`;
  const measures = (text: string): readonly string[] =>
    evaluateSheets([typed("S", text)]).tables.flatMap(({ fields }) =>
      fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)
    );
  test("that falls below zero is a growth, and so is its like beside it", () => {
    expect(measures(sheet("-15.67"))).toEqual([
      "研发投入 actual",
      "研发投入 growth",
      "工业投资 actual",
      "工业投资 growth",
    ]);
  });

  test("that never does may be a share as well", () => {
    expect(measures(sheet("15.67"))).toEqual(["研发投入 actual", "工业投资 actual"]);
  });
});

describe("a sum over rounded members", () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `开发区${i + 1}号园区|${(10 + i * 0.7).toFixed(1)}|`
  );
  const sheet = (share: string): string => `运城市开发区2023年1-6月工业投资情况(亿元)
    开发区|工业投资|占全市(%)
    ${rows.join("\n")}
    合计|=SUM(B3:B14)->166.2|${share}
    全市|300|100`;
  test.each<Row>([
    ["gives the share", sheet("55.40"), []],
    ["stands for what the unrounded ones come to", sheet("55.45"), []],
    ["and for nothing further away", sheet("55.95"), ["error share-mismatch C15"]],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("全市 beside 合计", () => {
  const sheet = (first: string, second: string): string => `运城市开发区2023年1-6月投资情况
    开发区|工业投资(亿元)|固定资产投资(亿元)
    河津开发区|18.2|29.1
    永济开发区|15.1|27.55
    闻喜开发区|17.6|28.8
    合计|50.9|85.45
    全市|${first}|${second}`;
  test.each<Row>([
    ["is the whole where one column alone is equal", sheet("50.9", "300.2"), []],
    ["is the whole", sheet("200.9", "300.2"), []],
    ["may be printed twice", sheet("50.9", "85.45"), []],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("a member of 小计 that a total of formulas adds up", () => {
  test("is told where a typing slip of it explains its growth", () => {
    const text = `全省开发区2023年度主要指标
      市|开发区|到位资金(亿元)||
      ||本期|去年同期数|±%
      太原市|中北高新技术产业开发区|27.22|26.07|4.4
      |清徐经济开发区|7.42|7.32|1.5
      |不锈钢产业园区|8.11|7.13|13.7
      |市小计|=SUM(C4:C6)->42.75|=SUM(D4:D6)->40.52|=(C7/D7-1)*100->5.503455
      宣城市|宣城经济技术开发区|8.89|7.38|20.4
      |宣城高新技术产业开发区|91.3|21.41|-9.9
      |宣州经济开发区|3.4|2.97|14.4
      |宣城市小计|=SUM(C8:C10)->103.59|=SUM(D8:D10)->31.76|=(C11/D11-1)*100->226.1649874
      |全省|=C7+C11->146.34|=D7+D11->72.28|=(C12/D12-1)*100->102.4626453`;
    expect(saidOf(text)).toEqual(["warning growth-mismatch C9"]);
  });
});

describe("a rule for one of several zones of a place", () => {
  test("is not that of the 经开区 beside it", () => {
    const data = typed(
      "指标",
      `昆山市各开发区2023年1-8月份主要经济指标对比表
      开发区|工业投资(亿元)|同比(%)|省定目标(%)
      昆山经开区|14.2|-7.5|8
      昆山高新区|18|18.7|8
      昆山旅游度假区|23.6|8.9|7
      花桥经开区|6.9|-1.6|8`
    );
    const rules = typed(
      "目标规则",
      `指标|口径|适用|比较|目标值|单位|来源
      工业投资|同比增速|全部|不低于|8|%|省定
      工业投资|同比增速|昆山旅游度假区|不低于|7|%|省定`
    );
    expect(linesOf(evaluateSheets([data, rules]))).toEqual([]);
  });
});

describe("a printed pace", () => {
  const sheet = (months: string, pace: string, ahead: string, verdict: string): string =>
    `运城市开发区2023年${months}工业投资进度
    开发区|年度目标(亿元)|完成(亿元)|完成率(%)|序时进度(%)|超欠序时(百分点)|是否达序时
    河津开发区|40|36.8|92|${pace}|${ahead}|${verdict}
    永济开发区|20|3|15|${pace}|${(15 - Number(pace)).toFixed(2)}|否
    闻喜开发区|30|2.4|8|${pace}|${(8 - Number(pace)).toFixed(2)}|否
    绛县开发区|10|9.9|99|${pace}|${(99 - Number(pace)).toFixed(2)}|是
    稷山开发区|10|1|10|${pace}|${(10 - Number(pace)).toFixed(2)}|否`;
  test.each<Row>([
    ["41.7 of 1-5月", sheet("1-5月", "41.7", "50.3", "是"), []],
    ["83.33 of 1-10月", sheet("1-10月", "83.33", "8.67", "是"), []],
    ["91.7 of 1-11月", sheet("1-11月", "91.7", "0.3", "是"), []],
    ["16.67 of 1-2月", sheet("1-2月", "16.67", "75.33", "是"), []],
    ["58.3 of 1-7月", sheet("1-7月", "58.3", "33.7", "是"), []],
    ["from the unrounded one", sheet("1-7月", "58.3", "33.67", "是"), []],
    [
      "58.3 and points that do not follow",
      sheet("1-7月", "58.3", "37.3", "是"),
      ["error difference-mismatch F3"],
    ],
    [
      "and a verdict that does not",
      sheet("1-7月", "58.3", "33.7", "否"),
      ["error verdict-mismatch G3"],
    ],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});
