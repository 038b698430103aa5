import { describe, expect, test } from "@jest/globals";
import { formatArea } from "../../../src/core/workbook/address.ts";
import type { Evaluation } from "../../../src/core/evaluation/evaluation.ts";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** A sheet whose numbers are right, and cells of it that are told when another number is typed into them. */
interface Office {
  readonly about: string;
  readonly sheet: string;
  /** Cell, what is typed there. */
  readonly faults: readonly (readonly [cell: string, typed: string])[];
}

const OFFICES: readonly Office[] = [
  {
    about: "三个一批: targets before what was done, and rates of stages under other heads",
    sheet: `2025年1-6月开发区“三个一批”项目推进情况统计表
单位:个、亿元、%
序号|开发区|签约项目||||开工项目||||投产项目|||
||个数|总投资|履约数|履约率|目标|个数|总投资|开工率|目标|个数|投产率|达效数
1|盐湖高新区|25|80.2|22|88.0|20|20|60.5|90.9|12|14|70.0|9
2|河津经开区|32|141.6|30|93.8|24|27|119.3|90.0|16|18|66.7|12
3|永济经开区|18|44.8|16|88.9|14|14|34.7|87.5|8|9|64.3|6
4|闻喜经开区|23|76.4|21|91.3|18|19|67.2|90.5|11|13|68.4|8
5|绛县经开区|15|29.7|13|86.7|12|11|22.4|84.6|7|7|63.6|4
|合计|113|372.7|102|90.3|88|91|304.1|89.2|54|61|67.0|39
注:履约率=履约项目数/签约项目数;开工率=开工项目数/履约项目数;投产率=投产项目数/开工项目数。`,
    faults: [
      ["F6", "98.3"],
      ["J8", "91.5"],
      ["M5", "70.6"],
      ["G10", "98"],
      ["K6", "61"],
      ["N10", "93"],
    ],
  },
  {
    about: "规上企业: from the last year's end to the month's, with parts that only a form names",
    sheet: `规模以上工业企业培育情况表
单位:户
县(市、区)|2024年底在库|2025年新增(小升规)||退库||截至6月底在库|净增|年度升规任务|完成任务%
||1-6月|其中:开发区|1-6月|其中:停产||||
盐湖区|121|12|8|4|2|129|8|24|50.0
临猗县|74|9|4|3|1|80|6|15|60.0
万荣县|66|4|2|4|3|66|0|12|33.3
闻喜县|95|13|9|2|0|106|11|20|65.0
稷山县|85|8|5|5|2|88|3|16|50.0
合计|441|46|28|18|8|469|28|87|52.9`,
    faults: [
      ["B7", "59"],
      ["G8", "91"],
      ["F6", "5"],
      ["J6", "66.3"],
      ["I5", "51"],
    ],
  },
  {
    about: "a list of projects: what was there before the year began, this year, since the start",
    sheet: `2025年重点项目投资进度表(截至7月底)
单位:万元
项目名称|建设性质|总投资|至上年底累计完成|2025年计划投资|1-7月完成投资|占年计划%|自开工累计完成|占总投资%
铝材精深加工二期|续建|216000|88500|60000|41230|68.7|129730|60.1
新能源电池壳体|续建|138000|51200|40000|24680|61.7|75880|55.0
生物医药中间体|续建|84000|29500|21000|12900|61.4|42400|50.5
镁合金轮毂|新建|125500|0|34000|20400|60.0|20400|16.3
总计|||169200|155000|99210|64.0|268410|47.6`.replace("总计|||", "总计||563500|"),
    faults: [
      ["D6", "21200"],
      ["H7", "75380"],
      ["F8", "12600"],
      ["D8", "196200"],
    ],
  },
  {
    about: "招商 in 亿元 and 万美元: what is not whole is no number of projects",
    sheet: `2025年招商引资任务完成情况通报表
单位:亿元、万美元
单位|签约项目|||到位资金|||实际利用外资||
|全年任务|实际签约|完成比例|全年任务|累计到位|完成比例|全年任务|累计完成|完成比例
运城经开区|120|78.6|65.50%|60|34.2|57.00%|500|320|64.00%
盐湖高新区|100|71.2|71.20%|50|31.5|63.00%|400|150|37.50%
绛县经开区|60|40.8|68.00%|30|17.6|58.67%|200|210|105.00%
稷山经开区|80|45.5|56.88%|40|21.4|53.50%|300|96|32.00%
合计|360|236.1|65.58%|180|104.7|58.17%|1400|776|55.43%`,
    faults: [
      ["C7", "48.0"],
      ["D6", "17.20%"],
      ["F8", "24.1"],
      ["H7", "300"],
    ],
  },
  {
    about: "标准地: shares by number and by area, of columns that stand before them",
    sheet: `各开发区标准地出让情况(2025年上半年)
开发区|出让宗数|出让面积(亩)|其中:标准地||标准地占比(%)||年度目标(亩)|完成率(%)
|||宗数|面积(亩)|按宗数|按面积||
河津|6|412.5|6|412.5|100|100|600|68.75
永济|4|238.0|4|238.0|100|100|400|59.5
闻喜|5|301.2|4|262.7|80|87.2|500|52.5
绛县|3|126.4|3|126.4|100|100|300|42.1
新绛|2|88.9|1|40.3|50|45.3|200|20.2
合计|20|1167.0|18|1079.9|90|92.5|2000|54.0`,
    faults: [
      ["F8", "56"],
      ["G6", "82.7"],
      ["I7", "24.1"],
      ["E9", "1097.9"],
    ],
  },
  {
    about:
      "入库 of the month and of the months, the part of each in what is expected, and the pace",
    sheet: `开发区2025年上半年税收入库情况
金额单位:万元
单位名称|全年预期|占比|6月份入库|||1-6月累计入库|||完成预期%|较序时
|||本年|上年|增减%|本年|上年|增减%||
盐湖高新区|38500|32.0%|3050|3122|-2.3|18480|18036|2.5|48.0|-2.0
河津经开区|36000|29.9%|3420|2891|18.3|18920|17245|9.7|52.6|2.6
永济经开区|18700|15.5%|1495|1460|2.4|9163|8870|3.3|49.0|-1.0
闻喜经开区|27300|22.7%|2902|2845|2.0|13920|13480|3.3|51.0|1.0
合计|120500|100.0%|10867|10318|5.3|60483|57631|4.9|50.2|0.2`,
    faults: [
      ["C6", "92.9%"],
      ["D5", "3350"],
      ["J7", "44.9"],
      ["K8", "-1.0"],
    ],
  },
  {
    about: "the city's own history: growths that follow from the row above",
    sheet: `运城市开发区主要指标历年情况
年份|固定资产投资(亿元)||工业投资(亿元)||税收收入(亿元)||工业投资占固投比重(%)
|总量|增速%|总量|增速%|总量|增速%|
2020|302.6|8.1|214.5|9.7|28.40|-3.2|70.9
2021|341.9|13.0|247.0|15.2|33.15|16.7|72.2
2022|379.5|11.0|278.3|12.7|35.62|7.5|73.3
2023|415.2|9.4|310.1|11.4|37.07|4.1|74.7
2024|456.3|9.9|347.6|12.1|36.88|-0.5|76.2`,
    faults: [
      ["C5", "15.0"],
      ["E7", "14.1"],
      ["B6", "397.5"],
      ["H8", "72.6"],
    ],
  },
  {
    about: "a city beside the zones of its province: what names nobody tells of the city",
    sheet: `运城市开发区与全省开发区主要指标对比表(2025年1-6月)
指标|运城市|||全省开发区|||运城占全省比重(%)|增速高于全省(百分点)|总量位次
|总量(亿元)|增速(%)|去年同期增速(%)|总量(亿元)|增速(%)|去年同期增速(%)
工业投资|164.36|15.8|11.2|1205.70|12.3|9.8|13.6|3.5|3
固定资产投资|231.05|11.4|8.9|1893.42|9.6|7.7|12.2|1.8|3
规上工业总产值|1108.2|7.5|6.1|10324.6|5.8|5.2|10.7|1.7|4
税收|18.93|5.5|-2.3|214.78|6.4|1.9|8.8|-0.9|5
外贸进出口额|57.55|15.3|22.6|882.40|9.9|12.8|6.5|5.4|4`,
    faults: [
      ["B5", "321.05"],
      ["C4", "18.5"],
      ["H6", "17.0"],
      ["I7", "0.9"],
    ],
  },
  {
    about: "indicators in rows with one target for all zones across, and whether each meets it",
    sheet: `2025年上半年开发区重点指标完成情况一览表
类别|指标|省定目标|运城经开区||河津经开区||永济经开区||全市
|||完成|是否达标|完成|是否达标|完成|是否达标|完成
经济运行|工业投资增速(%)|15|16.2|是|18.5|是|12.4|否|15.8
|规上工业增加值增速(%)|8|8.6|是|7.4|否|9.1|是|8.0
项目建设|开工率(%)|85|88.0|是|90.3|是|81.2|否|87.6
|投产率(%)|60|58.2|否|66.7|是|63.5|是|62.1`,
    faults: [
      ["D4", "12.6"],
      ["H6", "91.2"],
      ["E7", "是"],
    ],
  },
  {
    about: "the mean number of people employed adds up, and a week's number is not the year's",
    sheet: `重点项目周调度表(2025年9月第3周)
县区|本周完成投资(万元)|累计完成投资(亿元)|年度计划(亿元)|完成率(%)|平均用工人数(人)
盐湖区|8650|32.15|42.0|76.55|1260
永济市|7200|25.38|32.5|78.09|985
河津市|15300|58.62|70.0|83.74|2150
芮城县|3980|15.06|22.0|68.45|640
合计|35130|131.21|166.5|78.80|5035`,
    faults: [
      ["B5", "13500"],
      ["C6", "16.05"],
      ["F4", "958"],
    ],
  },
  {
    about: "kinds of investment under the city's own, the column of names without a head",
    sheet: `2025年1-6月民间投资情况(不含农户)
|单位|2025年1-6月|2024年1-6月|同比增长(%)|占比(%)
全市开发区|亿元|183.74|166.95|10.1|100
工业|亿元|142.60|127.35|12.0|77.6
房地产|亿元|21.35|22.87|-6.6|11.6
基础设施|亿元|12.46|10.22|21.9|6.8
其他|亿元|7.33|6.51|12.6|4.0`,
    faults: [
      ["C5", "12.35"],
      ["D4", "172.35"],
      ["F6", "8.6"],
    ],
  },
  {
    about:
      "indicators in rows with 增减 in their own unit before 同比, and a quotient of two of them",
    sheet: `规上工业企业能源消费情况
指标|计量单位|2025年1-6月|2024年1-6月|增减|同比(%)
综合能源消费量|万吨标准煤|412.6|425.3|-12.7|-3.0
煤炭消费量|万吨|586.4|612.8|-26.4|-4.3
电力消费量|亿千瓦时|96.85|91.42|5.43|5.9
规上工业营业收入|亿元|325.8|301.7|24.1|8.0`,
    faults: [
      ["E4", "-24.6"],
      ["F5", "9.5"],
      ["C6", "352.8"],
    ],
  },
  {
    about: "industries that make up what their share is of",
    sheet: `2025年1-6月运城市开发区工业投资分行业情况
单位:亿元
行业|项目个数(个)|计划总投资|1-6月完成投资|上年同期|增长(%)|占工业投资比重(%)
采矿业|12|48.6|9.42|10.85|-13.2|5.7
制造业|186|612.5|125.36|105.24|19.1|76.3
其中:装备制造业|42|158.3|31.25|25.10|24.5|19.0
电力、热力、燃气及水生产和供应业|35|142.8|29.58|25.84|14.5|18.0
工业合计|233|803.9|164.36|141.93|15.8|100.0`,
    faults: [
      ["D4", "9.24"],
      ["F5", "11.9"],
      ["G7", "81.0"],
    ],
  },
  {
    about:
      "marks of which the extra ones are never below nothing, whatever would make the total right",
    sheet: `2024年度开发区考核得分汇总表
开发区|经济运行(40分)|项目建设(30分)|营商环境(20分)|改革创新(10分)|加分|减分|总分|名次
甲经开区|36.42|27.10|18.55|8.90|1.5|0|92.47|1
乙经开区|34.88|26.35|18.92|9.05|1.0|0.5|89.70|3
丙高新区|35.97|25.88|17.46|8.77|2.0|0|90.08|2
丁经开区|31.25|24.90|18.01|8.12|0|0|82.28|5
戊经开区|33.60|23.75|17.88|8.45|0.5|1.0|83.18|4`,
    faults: [
      ["B3", "39.42"],
      ["D5", "14.76"],
      ["H6", "88.22"],
    ],
  },
  {
    about: "a rate whose whole is the task of its own name",
    sheet: `开发区土地利用情况
开发区|规划面积(km²)|已建成面积(km²)|闲置(公顷)|处置任务(公顷)|已处置(公顷)|处置率(%)
运城|28.6|16.4|12.4|60|38.5|64.2
河津|22.1|15.8|6.8|35|28.9|82.6
永济|18.5|9.7|15.2|50|21.4|42.8
合计|69.2|41.9|34.4|145|88.8|61.2`,
    faults: [
      ["G3", "24.2"],
      ["E5", "80"],
    ],
  },
];

function replaceCell(sheet: string, cell: string, typedThere: string): string {
  const column = cell.charCodeAt(0) - 65;
  const row = Number(cell.slice(1)) - 1;
  return sheet
    .split("\n")
    .map((line, place) => {
      if (place !== row) return line;
      const cells = line.split("|");
      return Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
        at === column ? typedThere : (cells[at] ?? "")
      ).join("|");
    })
    .join("\n");
}

/** Every cell that errors and questions name: their own, and those of sets that explain them equally well. */
function cellsTold(evaluation: Evaluation): ReadonlySet<string> {
  return new Set(
    evaluation.findings
      .filter(({ class: kind }) => kind !== "target")
      .flatMap(({ at, alternatives }) => [at, ...alternatives.flat()])
      .map(({ area }) => formatArea(area))
  );
}

describe.each(OFFICES)("$about", ({ sheet, faults }) => {
  test("is read whole, and nothing in it is called wrong", () => {
    const evaluation = evaluateSheets([typed("表", sheet)]);
    expect(evaluation.tables.flatMap(({ unrecognised }) => unrecognised)).toEqual([]);
    expect(linesOf(evaluation)).toEqual([]);
  });

  test.each(faults)("another number in %s is told there: %s", (cell, typedThere) => {
    const evaluation = evaluateSheets([typed("表", replaceCell(sheet, cell, typedThere))]);
    expect([...cellsTold(evaluation)]).toContain(cell);
  });
});

test("offices scored one below the other, each named once, keep their own targets", () => {
  const evaluation = evaluateSheets([
    typed(
      "公示",
      `关于2025年上半年开发区考核指标完成情况的公示
被考核单位|考核指标|权重|目标值|完成值|完成率(%)|得分
运城经开区|工业投资增速(%)|30|15|16.2|108.0|30
|规上工业增加值增速(%)|30|8|8.6|107.5|30
|招商引资到位资金(亿元)|40|30|34.2|114.0|40
河津经开区|工业投资增速(%)|30|16|18.5|115.6|30
|规上工业增加值增速(%)|30|9|7.4|82.2|24.7
|招商引资到位资金(亿元)|40|28|25.2|90.0|36`
    ),
  ]);
  expect(evaluation.tables.flatMap(({ subjects }) => subjects.map(({ name }) => name))).toEqual([
    "运城",
    "河津",
  ]);
  expect(linesOf(evaluation, ["consistency", "quality", "target"])).toEqual([
    "information target-unmet E7",
    "information target-unmet E8",
  ]);
});

test("extra marks are not said to have lost a minus because that would make the total right", () => {
  const marks = OFFICES.find(({ about }) => about.startsWith("marks of which"));
  const evaluation = evaluateSheets([typed("表", replaceCell(marks?.sheet ?? "", "B3", "39.42"))]);
  expect(linesOf(evaluation)).toEqual(["error sum-mismatch H3"]);
});
