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
