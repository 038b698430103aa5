import { describe, expect, test } from "@jest/globals";
import { describeOffices } from "../../support/office-sheets.ts";
import type { Office } from "../../support/office-sheets.ts";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

const OFFICES: readonly Office[] = [
  {
    about: "a second page whose header has brackets of the other width",
    sheet: `宣城市各开发区2025年1至6月主要经济指标
序号|开发区|经营主体(户)|经营主体同期数(户)
1|泾县经济开发区|1657|1512
2|郎溪经济开发区|2278|2167
|本页小计|3935|3679
续表
序号|开发区|经营主体(户)|经营主体同期数(户)
3|广德经济技术开发区|3085|2960
|本页小计|3085|2960
|合计|7020|6639`.replace("同期数(户)\n3", "同期数（户）\n3"),
    faults: [
      ["C10", "7200"],
      ["D5", "3697"],
    ],
  },
  {
    about: "比全市 beside no 全市 but 全市开发区",
    sheet: `2021年1-3季度绵阳市开发区规上工业增加值
开发区|实绩(亿元)|比上年同期增减(%)|比全市±(百分点)
平武工业园区|11.16|-8.1|-8.7
涪城产业集聚区|20.17|24.0|23.4
梓潼经济开发区|16.65|-14.8|-15.4
全市开发区|47.98|0.1|-0.5`,
    faults: [["B6", "49.78"]],
  },
  {
    about: "months up to one after the other, of which two come near to a third by chance",
    sheet: `长治市开发区2019年工业战略性新兴产业增加值分月完成情况(亿元)
开发区|1-2月|1-3月|1-4月|1-5月|1-6月
壶关高新区|0.4|0.8|1.1|1.4|2.0
襄垣高新区|0.6|1.2|1.8|2.4|3.1
上党高新区|1.4|2.3|3.8|4.8|6.2
武乡高新区|0.6|1.1|1.6|2.0|2.2
屯留高新区|0.5|0.8|1.2|1.6|1.9
长治市开发区|3.4|6.3|9.5|12.3|15.5`,
    faults: [["D5", "2.2"]],
  },
  {
    about: "two indicators whose targets are the same for nearly all zones",
    sheet: `运城市开发区2025年1至2月主要经济指标完成情况表
开发区|规上工业总产值||||标准厂房建成面积
|年初至今(亿元)|累计增速(%)|目标值(%)|高(低)于目标(百分点)|总量(万平方米)|同比增速(%)|考核目标值(%)
绛县开发区|44.18|-23.79|-10.00|-13.79|20.46|25.44|10.00
垣曲开发区|52.13|1.98|-10.00|11.98|17.10|19.00|10.00
盐湖工业园区|24.78|-25.39|-10.00|-15.39|28.60|20.78|10.00
芮城经开区|97.67|-5.38|-9.50|4.12|22.94|18.19|10.00
夏县化工园区|32.33|-12.42|-10.00|-2.42|33.30|11.30|10.00
闻喜开发区|60.92|14.06|-10.00|24.06|38.61|20.81|10.00
永济开发区|105.97|-13.50|-10.00|-3.50|35.38|12.78|10.00`,
    faults: [["E7", "4.21"]],
  },
  {
    about: "two lists whose places are called 名次 and 排名",
    sheet: `运城市开发区2019年1至11月规上工业营业收入排名情况
排名|开发区|绝对量(亿元)|名次|开发区|增长%
1|盐湖|227.62|1|河津|23.5
2|平陆|97.76|2|新绛|22.1
3|垣曲|84.23|3|永济|12.1
4|芮城|80.48|4|芮城|6.4
5|永济|58.31|5|平陆|5.9
6|河津|56.71|6|盐湖|3.7
7|新绛|47.25|7|垣曲|0.0`,
    faults: [
      ["D7", "4"],
      ["F3", "-23.5"],
      ["C4", "79.76"],
    ],
  },
  {
    about: "classes of problems of which some have names of their own",
    sheet: `绵阳市开发区专项整治反馈问题整改情况(截至2019年6月底)
问题类别|问题总数|已完成整改|尚未完成|整改完成率(%)|责任单位
体制机制|47|34|13|72.3|市发改委
招商引资|5|2|3|40.0|开发区管委会
放权不到位|9|5|4|55.6|市自然资源局
两不一欠|33|18|15|54.5|市自然资源局
合计|94|59|35|62.8|`,
    faults: [
      ["E6", "45.5"],
      ["D4", "2"],
      ["B7", "49"],
    ],
  },
  {
    about: "what has come together so far, in the name",
    sheet: `2023年1-6月河津等开发区市场主体情况
开发区|市场主体累计达到(户)|上年同期(户)|年增(%)
河津开发区|1726|1619|6.6
永济开发区|1320|1210|9.1
闻喜开发区|3486|3283|6.2
合计|6532|6112|6.9`,
    faults: [
      ["D4", "1.9"],
      ["B6", "6352"],
    ],
  },
  {
    about: "类别 over what each row measures of the indicator before it",
    sheet: `2025年1至7月安庆市开发区主要经济指标
指标|类别|宿松经济开发区|太湖经济开发区|怀宁开发区|全市开发区
市场主体|本期数(户)|3607|4781|2082|10470
|上年同期(户)|3056|5057|1990|10103
|增长速度(%)|18.03|-5.46|4.62|3.63
高新技术企业|本期数(家)|31|26|10|67
|上年同期(家)|28|25|11|64
|增长速度(%)|10.71|4.00|-9.09|4.69`,
    faults: [
      ["C5", "81.03"],
      ["F6", "76"],
    ],
  },
  {
    about: "单位 over names without a suffix, and no 合计",
    sheet: `晋中市开发区2020年1~4月主要经济指标完成情况表
单位|市场主体(户)||产业当年完成投资(亿元)|||工业投资_完成(亿元)|工业投资_同比(%)|工业投资_比全市±(百分点)
|本年累计|增减%|年累计|比去年同期±%|占比(%)|||
左权|1531|8.7|2.92|-11.9|17.4|12.50|6.0|1.6
昔阳|6771|22.3|7.41|-9.5|44.2|8.30|-2.0|-6.4
平遥|3508|21.6|3.45|25.2|20.6|9.10|11.5|7.1
寿阳|1944|18.8|2.98|25.1|17.8|4.40|3.2|-1.2
全市|||||||4.4|`,
    faults: [
      ["I4", "6.1"],
      ["I6", "-1.2"],
    ],
  },
];

describeOffices(OFFICES);

test("合计 over the same zones is the same number on every sheet", () => {
  const indicators = (total: string): string => `2022年1—7月全代办事项完成情况
开发区|绝对数(件)|增长%
洪洞产业园|109|25.3
翼城产业园|91|-9.0
侯马产业园|120|4.6
安泽产业园|80|2.4
合计|400|${total}`;
  const book = (total: string) => [
    typed("汇总", indicators("6.1")),
    typed("全代办事项", indicators(total)),
  ];
  expect(linesOf(evaluateSheets(book("6.1")))).toEqual([]);
  expect(linesOf(evaluateSheets(book("6.7")))).toEqual([
    "error cross-sheet-mismatch 全代办事项!C7",
  ]);
});

describe("one zone a sheet, all of one form", () => {
  const sheetOfZone = (zone: string, months: string) =>
    typed(
      zone,
      `${zone}2023年${months}主要经济指标
指标|计量单位|本期|同比(%)
工业投资|亿元|14.26|7.9
规上工业增加值|亿元|8.66|5.1`
    );
  const saying = (...months: readonly string[]): readonly string[] =>
    linesOf(
      evaluateSheets(
        months.map((own, place) =>
          sheetOfZone(["河津开发区", "永济开发区", "闻喜开发区"][place] ?? "", own)
        )
      )
    ).filter((line) => line.includes("period-conflict"));

  test("a title left at the month before is told", () => {
    expect(saying("1-6月", "1-5月", "上半年")).toEqual(["warning period-conflict 永济开发区!A2"]);
  });

  test("of two sheets, and of three that all say another thing, nobody knows which is right", () => {
    expect(saying("1-6月", "1-5月")).toEqual([]);
    expect(saying("1-6月", "1-5月", "1-4月")).toEqual([]);
  });
});

test("what is missed of a growth is told in points, though the amount above it is in 亿元", () => {
  const { tables } = evaluateSheets([
    typed(
      "表",
      `运城市开发区2023年1-6月主要经济指标
开发区|工业投资(亿元)
|完成|同比(%)|省定目标(%)|差距
河津开发区|14.26|7.9|10|-2.1
永济开发区|8.66|12.4|10|2.4
闻喜开发区|20.51|9.0|10|-1.0`
    ),
  ]);
  const gap = tables[0]?.fields.find(({ measure }) => measure === "gap");
  expect(gap?.unit?.name).toBe("个百分点");
});

test("祁县 among 介休 and 榆社 is a zone of that county, for which a target holds as for the others", () => {
  const rulesFile = {
    schema: "zone-check/rules@1",
    name: "省定目标",
    rules: [
      { indicator: "工业投资", measure: "growth", comparison: "at-least", value: 6, unit: "%" },
    ],
  };
  const sheet = (third: string): string => `晋中市开发区2023年1-6月主要指标完成情况
开发区|工业投资(亿元)|同比(%)
介休|11.38|1.7
祁县|46.54|4.3
${third}|12.83|12.4
左权|22.28|26.7`;
  const told = (third: string): readonly string[] =>
    linesOf(evaluateSheets([typed("表", sheet(third))], { rulesFile }), ["target"]).map(
      (line) => line.split(" ").at(-1) ?? ""
    );
  expect(told("榆社")).toEqual(["C3", "C4"]);
  // 榆社县 in full: the rows are counties.
  expect(told("榆社县")).toEqual(["C3"]);
});

test("省定目标 beside 完成 and 完成率 alone is in the unit of what is done", () => {
  const { tables } = evaluateSheets([
    typed(
      "昔阳经开区",
      `昔阳经开区2023年1-6月主要经济指标
指标|计量单位|省定目标|完成|完成率(%)
进出口总额|万元|161300|81236|50.4
高新技术企业|家|40|31|77.5`
    ),
  ]);
  const targets = tables[0]?.fields.filter(({ measure }) => measure === "target");
  expect(targets?.map(({ unit }) => unit?.name)).toEqual(["万元", "家"]);
});
