import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** "header → indicator, measure, unit" of every column that is read, and what is told as not understood. */
const columnsOf = (text: string): readonly string[] =>
  evaluateSheets([typed("表", text)]).tables.flatMap(({ fields, unrecognised }) => [
    ...fields.map(
      ({ path, indicator, measure, unit }) =>
        `${path.join("/")} → ${indicator.name}, ${measure}, ${unit?.name ?? "-"}`
    ),
    ...unrecognised.map(({ text: left }) => `? ${left}`),
  ]);

describe("headers as offices type them", () => {
  test("投产率(按个数) and (按投资) are one rate by two bases", () => {
    expect(
      columnsOf(`
2025年1-5月投产情况
开发区|开工项目(个)|投产率(按个数)|投产率(按投资)
甲开发区|62|50.0|45.6
乙开发区|40|65.0|52.2`)
    ).toEqual([
      "开工项目(个) → 开工项目, actual, 个",
      "投产率(按个数) → 投产率, rate, %",
      "投产率(按投资) → 投产率, rate, %",
    ]);
  });

  test("10亿元以上 over a column is a head and no number, and a part of what stands before it", () => {
    expect(
      columnsOf(`
2025年1-6月招商引资完成情况
单位:亿元、万美元、%
单 位|到位市外资金||实际利用外资||新签约项目(个)|#10亿元以上
|年目标|1-6月累计|年目标|1-6月累计||
甲开发区|120|66.8|3500|1802|21|3
乙开发区|110|58.32|3000|1620|18|2`)
    ).toEqual([
      "到位市外资金/年目标 → 到位资金, target, 亿元",
      "到位市外资金/1-6月累计 → 到位资金, actual, 亿元",
      "实际利用外资/年目标 → 实际使用外资, target, 万美元",
      "实际利用外资/1-6月累计 → 实际使用外资, actual, 万美元",
      "新签约项目(个) → 签约项目, actual, 个",
      "其中:10亿元以上 → 10亿元以上, actual, 个",
    ]);
  });

  test("宗数 and 面积 under one head are two things", () => {
    expect(
      columnsOf(`
2025年上半年"标准地"出让情况统计表
开发区名称|出让工业用地||其中:标准地|
|宗数|面积(亩)|宗数|面积(亩)
甲开发区|9|402.5|8|376.3
乙开发区|7|310.66|7|310.66`)
    ).toEqual([
      "出让工业用地/宗数 → 工业用地出让宗数, actual, 宗",
      "出让工业用地/面积(亩) → 工业用地出让面积, actual, 亩",
      "其中:标准地/宗数 → 标准地出让宗数, actual, 宗",
      "其中:标准地/面积(亩) → 标准地出让面积, actual, 亩",
    ]);
  });

  test("镇街 names places, and 计划竣工时间 is a day and no plan of money", () => {
    expect(
      columnsOf(`
规上企业情况(2024年度)
镇街(园区)|企业数(家)|A类企业
三甲街道|86|17
下陈街道|112|22`)
    ).toEqual(["企业数(家) → 企业, actual, 家", "A类企业 → A类企业, actual, 家"]);
    expect(
      columnsOf(`
2025年重点工程项目月报表(6月)
项目名称|计划竣工时间|总投资(万元)|2025年计划投资(万元)
甲项目|2026.06|85000|30000
乙项目|2025.12|126000|60000`)
    ).toEqual([
      "总投资(万元) → 项目总投资, actual, 万元",
      "2025年计划投资(万元) → 项目投资, target, 万元",
    ]);
  });
});

describe("rows and ranks as offices type them", () => {
  test("其中 under a total that has its rows above is a part of them all", () => {
    expect(
      linesOf(
        evaluateSheets([
          typed(
            "表",
            `
2025年7月税收完成情况
园区|本月入库(万元)|累计入库(万元)
临港产业园|4120|33260
装备制造园|3055|25970
电子信息园|6610|47180
合计|13785|106410
其中:规上企业|13020|94110`
          ),
        ])
      )
    ).toEqual([]);
  });

  const RATES = (rank: string): string => `
2025年1-5月开工项目投产情况
市|开工项目(个)|已投产项目(个)|投产率|达效项目(个)|达效率|位次
太原市|62|31|50.0|22|71.0|4
大同市|40|26|65.0|17|65.4|${rank}
朔州市|27|11|40.7|8|72.7|6
忻州市|33|15|45.5|9|60.0|5
吕梁市|48|29|60.4|20|69.0|3
阳泉市|21|14|66.7|11|78.6|1`;

  test("a rank that does not follow the column before it is held to the one that it does follow", () => {
    const judge = (rank: string) => linesOf(evaluateSheets([typed("表", RATES(rank))]));
    expect(judge("2")).toEqual([]);
    expect(judge("3")).toEqual(["error rank-mismatch G4"]);
  });
});

describe("sheets in which every number is right give no finding, and one wrong number is told", () => {
  const judge = (text: string): readonly string[] => linesOf(evaluateSheets([typed("表", text)]));

  const LEFT = (left: string): string => `
2025年重点任务推进台账(截至9月末)
序号|任务名称|单位|全年任务|1-9月完成|剩余任务|完成率%
1|新开工标准厂房|万平方米|45|36.8|8.2|81.8
2|盘活闲置土地|亩|1200|862|${left}|71.8
3|招引亿元以上项目|个|48|41|7|85.4
4|建成5G基站|个|260|205|55|78.8`;

  const PACE = (ahead: string): string => `
2025年前三季度开发区主要指标完成进度表(序时进度75%)
开发区|规上工业总产值(亿元)|||
|年度目标|1-9月完成|完成进度|与序时比
甲区|320|251.6|78.6%|3.6
乙区|210|149.8|71.3%|-3.7
丙区|180|140.22|77.9%|2.9
丁区|95|66.3|69.8%|${ahead}
合计|805|607.92|75.5%|0.5`;

  const TIERS = (stretch: string): string => `
2025年1-6月转型项目投资占工业投资比重情况表
开发区|工业投资(亿元)|转型项目投资(亿元)|占比(%)|目标||是否完成|
||||省定|奋斗|省定|奋斗
运城经开区|20.3|14.62|72.02|70|75|是|否
河津经开区|42.15|31.9|75.68|70|75|是|${stretch}
永济经开区|16.44|10.7|65.09|65|70|是|否`;

  const BESIDE = (share: string): string => `
2025年上半年高新区与全市主要指标对比表
指标|单位|高新区|全市|占全市比重(%)|同比增长(%)||与全市比(百分点)
|||||高新区|全市|
规上工业增加值|亿元|86.4|412.6|20.9|9.6|7.2|2.4
固定资产投资|亿元|70.2|505.3|13.9|-3.4|1.8|-5.2
进出口总额|亿元|30.5|96.2|${share}|18.7|20.3|-1.6
社会消费品零售总额|亿元|22.6|288.4|7.8|5.3|5.9|-0.6`;

  const LEVELS = (city: string): string => `
2025年1-6月分县区到位资金情况
单位:亿元
序号|县区、开发区|累计到位资金|上年同期
一|市本级|${city}|74.02
1|经开区|41.26|38.9
2|高新区|33.8|35.12
二|县(市、区)|48.07|46.01
3|甲县|14.05|12.7
4|乙县|13.42|11.98
5|丙市|20.6|21.33
|全市合计|123.13|120.03`;

  const ENGLISH = (growth: string): string => `
Key Indicators of Development Zones, 2025
开发区 Zone|工业总产值 Output (亿元)|上年同期 Last year|同比 YoY (%)
经开区 ETDZ|210.4|198.7|5.9
高新区 HTZ|156.3|149|${growth}
临港区 Port|88.1|79.9|10.3
空港区 Airport|40.7|37.5|8.5
合计 Total|495.5|465.1|6.5`;

  const STRUCTURE = (tertiary: string): string => `
2024年各功能区生产总值构成
单位:亿元、%
功能区|生产总值|第一产业|第二产业||第三产业|三次产业结构
||||#工业||
城东功能区|186.4|3.2|102.7|88.9|80.5|1.7:55.1:43.2
城南功能区|95.31|6.11|40.2|31.55|${tertiary}|6.4:42.2:51.4
空港功能区|120.8|1.9|70.25|64.1|48.65|1.6:58.2:40.3`;

  const POINTS = (off: string): string => `
2025年上半年开发区考核得分表
开发区|经济总量(权重30)|质量效益(权重25)|项目建设(权重25)|小计|加分|扣分|总分
城东经开区|26.5|21.3|22.8|70.6|2|0|72.6
城西高新区|28.1|22.6|20.4|71.1|1.5|${off}|72.1
河口经开区|22.4|19.8|23.1|65.3|0|1|64.3
山阳园区|20.9|18.7|18.5|58.1|0.5|0|58.6
临港新区|24.3|23.9|24.2|72.4|3|0.4|75
湖滨园区|19.6|17.4|19.9|56.9|0|2|54.9`;

  const BUDGET = (part: string): string => `
2025年1-8月财政收入完成情况
单位:万元
项目|年初预算|1-8月完成|占预算%|去年同期|增减额
一般公共预算收入|68500|46230|${part}|43880|2350
一、税收收入|54000|35610|65.9|34120|1490
二、非税收入|14500|10620|73.2|9760|860`;

  test.each<[string, (cell: string) => string, string, string, string]>([
    ["what is left of a task", LEFT, "338", "383", "error remainder-mismatch F4"],
    ["the distance to the pace", PACE, "-5.2", "5.2", "error difference-mismatch E7"],
    ["a verdict by each of two targets", TIERS, "是", "否", "error verdict-mismatch H5"],
    ["one zone beside its city", BESIDE, "31.7", "37.1", "error share-mismatch E6"],
    ["levels without the word 小计", LEVELS, "75.06", "57.06", "error sum-mismatch C4"],
    ["heads and names in two languages", ENGLISH, "4.9", "9.4", "warning growth-mismatch D4"],
    ["a structure in words", STRUCTURE, "49", "94", "warning sum-mismatch F6"],
    ["a part of each row's own budget", BUDGET, "67.5", "76.5", "error rate-mismatch D4"],
    ["points added and taken off", POINTS, "0.5", "5", "error sum-mismatch H4"],
  ])("%s", (_, sheet, right, wrong, line) => {
    expect(judge(sheet(right))).toEqual([]);
    expect(judge(sheet(wrong))).toContain(line);
  });

  test("two lists side by side under names in the second row are two tables", () => {
    const { tables } = evaluateSheets([
      typed(
        "表",
        `
主要指标增速排名表(2025年1-4月)
位次|工业增加值增速||工业投资增速|
|县区|增速(%)|县区|增速(%)
1|盐湖区|12.4|永济市|25.6
2|河津市|10.8|盐湖区|18.3
3|永济市|9.7|芮城县|18.1`
      ),
    ]);
    expect(tables.map(({ subjects }) => subjects.map(({ name }) => name))).toEqual([
      ["盐湖区", "河津市", "永济市"],
      ["永济市", "盐湖区", "芮城县"],
    ]);
  });
});
