import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** A book of sheets, each a text whose first line is the sheet's name, with cells replaced: "name": [row, column, value]. */
function sheetsOf(
  texts: readonly string[],
  change?: readonly [sheet: number, row: number, column: number, cell: string]
) {
  return texts.map((text, sheet) => {
    const [name = "", ...lines] = text.trim().split("\n");
    const rows = lines.map((line, row) =>
      change?.[0] === sheet && change[1] === row
        ? line
            .split("|")
            .map((cell, column) => (column === change[2] ? change[3] : cell))
            .join("|")
        : line
    );
    return typed(name.trim(), rows.join("\n"));
  });
}

const data = (
  texts: readonly string[],
  change?: Parameters<typeof sheetsOf>[1]
): readonly string[] => linesOf(evaluateSheets(sheetsOf(texts, change)));

const targets = (...texts: readonly string[]): readonly string[] =>
  linesOf(evaluateSheets(sheetsOf(texts)), ["target", "rules"]);

const PROJECTS = `招商引资
  2025年1-9月招商引资情况
  园区|签约项目数(个)|签约资金(亿元)|到位资金(亿元)|开工项目数(个)
  天水经开区|28|60.5|20.3|13
  秦州工业园|30|44.1|30.9|11
  麦积工业园|14|33.2|11.1|3
  甘谷工业园|21|70.7|52.6|3
  张家川工业园|9|12.4|8.2|7`;

const rates = (title: string): string => `三率
  ${title}
  园区|项目开工率(%)|资金到位率(%)
  天水经开区|46.4|33.6
  秦州工业园|36.7|70.1
  麦积工业园|21.4|33.4
  甘谷工业园|14.3|74.4
  张家川工业园|77.8|66.1`;

describe("rates of a sheet of their own", () => {
  test("follow from the columns of another sheet, and one that does not is told", () => {
    const texts = [PROJECTS, rates("2025年1-9月项目“三率”")];
    expect(data(texts)).toEqual([]);
    expect(data(texts, [1, 5, 1, "10.3"])).toEqual(["error rate-mismatch 三率!B6"]);
    expect(data(texts, [1, 4, 2, "63.4"])).toEqual(["error rate-mismatch 三率!C5"]);
  });

  test("that are 100% follow from no two equal columns of another sheet", () => {
    const rates = `评估
      2025年1-9月区域评估情况
      园区|区域评估完成率(%)
      天水经开区|100
      秦州工业园|100
      麦积工业园|95
      甘谷工业园|100
      张家川工业园|100`;
    const equal = `承诺制
      2025年1-9月承诺制项目情况
      园区|承诺制项目(个)|已实施(个)
      天水经开区|5|5
      秦州工业园|4|4
      麦积工业园|6|6
      甘谷工业园|3|3
      张家川工业园|8|8`;
    expect(data([rates, equal])).toEqual([]);
  });

  test("that are 100% follow from no equal columns before them but those they go by", () => {
    const sheet = (head: string, rate: string): string => `改革
      2025年1-9月改革事项
      园区|承诺制项目(个)|${head}|${rate}
      天水经开区|5|5|100
      秦州工业园|4|4|100
      麦积工业园|6|6|95
      甘谷工业园|3|3|100
      张家川工业园|8|8|100`;
    expect(data([sheet("已实施(个)", "区域评估完成率(%)")])).toEqual([]);
    expect(data([sheet("已开工(个)", "开工率(%)")])).toEqual(["error rate-mismatch D5"]);
  });

  test("of another period follow from nothing", () => {
    expect(data([PROJECTS, rates("2024年1-9月项目“三率”")], [1, 5, 1, "10.3"])).toEqual([]);
  });

  test("a sheet that names no period repeats the one of the book", () => {
    const again = rates("三率汇总").replace("三率", "汇总");
    const texts = [PROJECTS, rates("2025年1-9月项目“三率”"), again];
    expect(data(texts)).toEqual([]);
    expect(data(texts, [2, 5, 1, "10.3"])).toEqual(["error rate-mismatch 汇总!B6"]);
    const alone = [rates("2025年1-9月项目“三率”"), again];
    expect(data(alone, [1, 5, 1, "10.3"])).toEqual(["warning cross-sheet-mismatch 汇总!B6"]);
  });
});

const GROWTHS = `主要指标
  2024年1-6月主要指标
  开发区|规上工业增加值增速(%)|固定资产投资增速(%)
  阳泉高新区|9.4|12.2
  平定经开区|6.1|5.5
  盂县经开区|7.7|8.9
  全市|6.9|6.3
  全省开发区|7.2|5.9`;

describe("a list of targets under whatever name", () => {
  test("is read as rules, and is no table", () => {
    const list = `考核目标
      序号|考核指标|目标要求|是否需说明
      1|规上工业增加值增速|不低于全省开发区平均水平|须说明
      2|固定资产投资增速|高于全市2个百分点|否`;
    const evaluation = evaluateSheets(sheetsOf([GROWTHS, list]));
    expect(linesOf(evaluation, ["target", "rules"])).toEqual([
      "information target-unmet B4",
      "information target-unmet C4",
    ]);
    expect(evaluation.findings.map(({ remark }) => remark)).toEqual(["required", "optional"]);
    expect(evaluation.tables.map(({ sheet }) => sheet)).toEqual(["主要指标"]);
    expect(evaluation.unread).toEqual([]);
  });

  test("with a column of what was done it is a table", () => {
    const list = `任务
      指标|单位|目标值|完成值
      规上工业增加值增速|%|8|7.1`;
    expect(evaluateSheets(sheetsOf([GROWTHS, list])).tables.map(({ sheet }) => sheet)).toContain(
      "任务"
    );
  });

  test("of one zone it sets nothing for the others", () => {
    const list = `目标
      平定经济技术开发区2024年目标任务书
      指标|目标值
      规上工业增加值增速|8`;
    expect(targets(GROWTHS, list).filter((line) => line.includes("!B3"))).toEqual([]);
  });

  test("one that cannot be read stops nothing", () => {
    const list = `目标
      指标|目标值
      规上工业增加值增速|大约差不多8`;
    expect(targets(GROWTHS, list)).toEqual([]);
  });

  test("翻番 is a growth of 100%, 区域评估 | 完成率 the rate of that name", () => {
    const table = `外资
      2024年1-6月
      开发区|实际使用外资(万美元)|上年同期|同比%|区域评估应评估(项)|区域评估已完成(项)|区域评估完成率(%)
      阳泉高新区|200|100|100|10|8|80
      平定经开区|150|100|50|10|9|90
      盂县经开区|300|120|150|10|7|70`;
    const list = `目标规则
      指标|口径|目标值
      实际使用外资||同比翻番
      区域评估|完成率|80%`;
    expect(targets(table, list)).toEqual([
      "information target-unmet D4",
      "information target-unmet G5",
    ]);
  });
});

describe("years and words", () => {
  test("a rule without a period is of the newest year", () => {
    const old = GROWTHS.replace("主要指标", "上年").replace("2024", "2023");
    const rules = `目标规则
      指标|口径|目标值
      规上工业增加值|同比增速|7`;
    expect(targets(GROWTHS, old, rules)).toEqual(["information target-unmet 主要指标!B4"]);
  });

  test("2023—2024年 is of 2024, and its growth is taken from 2023", () => {
    const text = `产值
      2023—2024年工业总产值
      开发区|2023年(亿元)|2024年(亿元)|增加额(亿元)|增长(%)
      稀土园区|40.12|44.13|4.01|10.0
      装备园区|50.50|48.48|-2.02|-4.0
      石拐园区|20.00|23.00|3.00|15.0
      九原园区|33.30|34.30|1.00|3.0`;
    expect(data([text])).toEqual([]);
    expect(data([text], [0, 3, 4, "-7.0"])).toEqual(["warning growth-mismatch E4"]);
  });

  test("控制目标 caps, 占底线目标% is what is done of it, 欠(超)进度 is taken to the pace", () => {
    const energy = `能耗
      2024年单位工业增加值能耗
      开发区|单位增加值能耗(吨标准煤/万元)|控制目标(不高于)|上年|同比增减%
      大同开发区|0.62|0.65|0.66|-6.1
      阳高开发区|1.12|1.1|1.15|-2.6
      左云开发区|0.98|1|1.05|-6.7
      灵丘开发区|1.51|1.5|1.55|-2.6`;
    expect(targets(energy)).toEqual(["information target-unmet B4", "information target-unmet B6"]);
    expect(data([energy])).toEqual([]);
    expect(data([energy], [0, 4, 4, "-9.7"])).toEqual(["warning growth-mismatch E5"]);
    const plans = `目标
      2024年1-9月税收收入(万元)
      开发区|年度任务|底线目标|累计完成|占年度任务%|占底线目标%|欠(超)进度
      宛城开发区|27500|25000|22000|80.0|88.0|5.0
      卧龙开发区|11900|10000|8330|70.0|83.3|-5.0
      新野开发区|30000|26000|22500|75.0|86.5|0.0
      西峡开发区|17400|15000|13400|77.0|89.3|2.0`;
    expect(data([plans])).toEqual([]);
    expect(data([plans], [0, 3, 5, "38.3"])).toEqual(["error rate-mismatch F4"]);
    expect(data([plans], [0, 3, 6, "-2.0"])).toEqual(["error difference-mismatch G4"]);
  });

  test("a pace of 25 at the end of March is 3/12 and not rounded", () => {
    const text = `任务
      2025年一季度工业投资年度任务完成情况
      开发区|全年任务(亿元)|一季度累计完成(亿元)|占全年任务%|序时进度%|超(欠)序时百分点
      长治开发区|26|6.94|26.7|25|1.7
      襄垣开发区|38|8.45|22.2|25|-2.8
      潞城开发区|33|10.23|31.0|25|6.0`;
    expect(data([text])).toEqual([]);
    expect(data([text], [0, 2, 5, "1.3"])).toEqual(["error difference-mismatch F3"]);
  });

  test("时间过半任务过半 is a verdict", () => {
    const text = `升规
      2025年1-6月升规入统(户)
      开发区|年度目标|1-6月完成|完成率(%)|时间过半任务过半
      渭南开发区|20|12|60.0|是
      韩城开发区|20|9|45.0|否
      蒲城开发区|28|15|53.6|是
      富平开发区|12|6|50.0|是
      华阴开发区|18|8|44.4|否`;
    expect(data([text])).toEqual([]);
    expect(data([text], [0, 3, 4, "是"])).toEqual(["error verdict-mismatch E4"]);
  });

  test("收入增速 is of the 一般公共预算收入 beside it", () => {
    const text = `收入
      2024年
      开发区|一般公共预算收入(万元)|上年(万元)|收入增速(%)
      阳泉开发区|45210|42008|7.6
      平定开发区|23120|23550|-1.8
      盂县开发区|18877|17654|6.9`;
    expect(data([text])).toEqual([]);
    expect(data([text], [0, 3, 3, "-4.8"])).toEqual(["warning growth-mismatch D4"]);
  });

  test("达标 and 未达标 under 是否达标 answer its head, and name no measures of rows", () => {
    const text = `三率
      2025年前三季度“三率”完成情况
      开发区|开工率(按个数)|目标(%)|是否达标
      汾阳开发区|68.2|65|达标
      孝义开发区|50.0|65|未达标
      柳林开发区|77.4|65|达标
      中阳开发区|83.3|65|达标`;
    expect(data([text])).toEqual([]);
    expect(targets(text)).toEqual(["information target-unmet B4"]);
    expect(data([text], [0, 3, 3, "达标"])).toEqual(["error verdict-mismatch D4"]);
  });

  test("a printed unit of an intensity is that of its target too", () => {
    const text = `能耗
      开发区|2024年万元工业增加值能耗(吨标准煤)|控制在(不高于)|与控制目标差
      寿阳开发区|0.95|0.9|0.05
      昔阳开发区|1.22|1.2|0.02
      左权开发区|0.88|0.9|-0.02
      和顺开发区|0.61|0.7|-0.09`;
    expect(data([text])).toEqual([]);
    expect(targets(text)).toEqual(["information target-unmet B2", "information target-unmet B3"]);
    expect(data([text], [0, 2, 3, "0.62"])).toEqual(["error difference-mismatch D3"]);
  });

  test("是否超标 asks the other way round, and an area is in the one unit of the form", () => {
    const text = `能耗总量
      能源消费总量控制情况(万吨标准煤)
      开发区|2024年|控制在…以内|是否超标
      潍坊开发区|76.74|78.26|否
      寿光开发区|32.03|31.39|是
      诸城开发区|40.10|44.2|否
      青州开发区|35.91|36.5|否`;
    expect(data([text])).toEqual([]);
    expect(targets(text)).toEqual(["information target-unmet B4"]);
    expect(data([text], [0, 4, 3, "是"])).toEqual(["error verdict-mismatch D5"]);
    const land = `用地
      园区用地(亩)
      园区|规划面积|已供|未供|已供比例(%)
      岳阳经开区|1200|900|300|75.0
      临港新区|2276|1621|655|71.2
      湘阴高新区|800|440|360|55.0
      汨罗高新区|1500|1410|90|94.0`;
    expect(data([land])).toEqual([]);
    expect(data([land], [0, 3, 3, "455"])).toEqual(["warning sum-mismatch D4"]);
  });

  test("为全省平均的% is a ratio to the level of the province, and may be more than 100", () => {
    const text = `亩均
      2024年亩均税收对比表
      平台|亩均税收(万元/亩)|为全省平均的%
      湖州开发区|21.35|114.8
      长兴开发区|12.40|66.7
      安吉开发区|39.39|211.8
      吴兴开发区|14.78|79.5
      全省平均|18.60|100`;
    expect(data([text])).toEqual([]);
    expect(data([text], [0, 3, 2, "96.7"])).toEqual(["error share-mismatch C4"]);
  });

  test("比上年提高1.5个百分点 is judged by the change of the share", () => {
    const text = `动能
      2024年新旧动能转换指标
      开发区|高新技术产业产值占规上工业比重||
      |本年(%)|上年(%)|提高(百分点)
      潍坊开发区|60.5|58.4|2.1
      寿光开发区|50.9|49.5|1.4
      诸城开发区|55.9|55.1|0.8`;
    const rules = `目标规则
      指标|口径|目标值
      高新技术产业产值占规上工业比重|占比|比上年提高1.5个百分点`;
    expect(targets(text, rules)).toEqual([
      "information target-unmet D5",
      "information target-unmet D6",
    ]);
  });
});

describe("a table of targets", () => {
  const aims = (title: string): string => `目标分解
    ${title}
    开发区|固定资产投资(亿元)|规上工业增加值增速(%)|新增规上工业企业(户)
    侯马开发区|60|8|6
    曲沃开发区|42|7.5|5
    翼城开发区|35|7|4
    浮山开发区|18|6|2
    合计|155||17`;
  const done = `上半年完成
    2025年上半年主要指标完成情况
    开发区|固定资产投资(亿元)|完成年度目标%|规上工业增加值增速(%)|新增规上工业企业(户)
    侯马开发区|31.2|52.0|8.3|4
    曲沃开发区|20.16|48.0|7.5|2
    翼城开发区|17.68|50.5|6.1|2
    浮山开发区|8.64|48.0|6.6|1
    合计|77.68|50.1|7.2|9`;

  test("is what its title says, and the other sheets are held against it", () => {
    expect(targets(aims("2025年度主要指标目标任务分解表"), done)).toEqual([
      "information target-behind-pace 上半年完成!B4",
      "information target-behind-pace 上半年完成!E4",
      "information target-unmet 上半年完成!D5",
      "information target-behind-pace 上半年完成!B6",
      // 7.2 of all is above the targets of some zones and below those of others.
      "information target-undecided 上半年完成!D7",
    ]);
  });

  test("progress follows from the targets of the other sheet", () => {
    const texts = [aims("2025年度主要指标目标任务分解表"), done];
    expect(data(texts)).toEqual([]);
    expect(data(texts, [1, 4, 2, "55.5"])).toEqual(["error rate-mismatch 上半年完成!C5"]);
  });

  test.each(["2025年度主要指标完成情况", "2025年度目标完成情况表", "2025年目标任务进展表"])(
    "%s is one of what was done",
    (title) => {
      const { tables } = evaluateSheets(sheetsOf([aims(title)]));
      expect(tables.flatMap(({ fields }) => fields.map(({ measure }) => measure))).toEqual([
        "actual",
        "growth",
        "actual",
      ]);
    }
  );
});
