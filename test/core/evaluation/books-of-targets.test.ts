import { describe, expect, test } from "@jest/globals";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import { replaceCell } from "../../support/office-sheets.ts";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

type Sheets = Readonly<Record<string, string>>;

function run(sheets: Sheets) {
  return evaluateSheets(Object.entries(sheets).map(([name, text]) => typed(name, text)));
}

/** What is told of data, and what was not read. */
const data = (sheets: Sheets): readonly string[] => {
  const evaluation = run(sheets);
  const unread = evaluation.tables.flatMap(({ unrecognised }) => unrecognised);
  return [...unread.map(({ text }) => `unread ${text}`), ...linesOf(evaluation)];
};
const verdicts = (sheets: Sheets): readonly string[] => linesOf(run(sheets), ["target"]);
const changed = (sheets: Sheets, name: string, cell: string, to: string): Sheets => ({
  ...sheets,
  [name]: replaceCell(sheets[name] ?? "", cell, to),
});

describe("任务 | 单位 | 开发区: what each zone has to do", () => {
  const sheets = {
    责任分解: `2023年重点任务责任分解及完成情况表(截至2023年6月底)
任务|单位|开发区|年度目标|累计完成|完成率(%)|是否达序时
固定资产投资|亿元|朔州经开区|30|16.2|54.0|是
||右玉示范区|6|2.1|35.0|否
||怀仁开发区|22|12.4|56.4|是
标准地出让|亩|朔州经开区|600|341.5|56.9|是
||右玉示范区|120|66.0|55.0|是
||怀仁开发区|500|212.8|42.6|否`,
  };

  test("each task is held to its own target, in the unit of its block", () => {
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual([
      "information target-behind-pace E4",
      "information target-behind-pace E8",
    ]);
    expect(run(sheets).tables[0]?.fields.map(({ unit }) => unit?.name)).toContain("亩");
  });

  test("a rate that does not follow is told", () => {
    expect(data(changed(sheets, "责任分解", "F7", "59.0"))).toEqual(["error rate-mismatch F7"]);
  });
});

describe("targets on a sheet of their own beside the progress", () => {
  const sheets = {
    年度目标: `2023年度目标任务分解表
单位:亿元、个、亩
开发区|固定资产投资|签约项目|标准地出让
侯马经济开发区|45|30|400
霍州经济技术开发区|32|22|260
洪洞经济技术开发区|60|40|520
襄汾经济技术开发区|38|26|300
合计|175|118|1480`,
    上半年进度: `2023年上半年目标任务完成进度表
开发区|固定资产投资||签约项目||标准地出让|
|完成(亿元)|完成率(%)|完成(个)|完成率(%)|完成(亩)|完成率(%)
侯马|23.41|52.0|17|56.7|212.5|53.1
霍州|14.87|46.5|11|50.0|96.3|37.0
洪洞|33.06|55.1|18|45.0|288.0|55.4
襄汾|19.52|51.4|12|46.2|151.4|50.5
合计|90.86|51.9|58|49.2|748.2|50.6`,
  };

  test("area is told from plots by the line of units, and a total is held to the total of the same zones", () => {
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual([
      "information target-behind-pace 上半年进度!B5",
      "information target-behind-pace 上半年进度!F5",
      "information target-behind-pace 上半年进度!D6",
      "information target-behind-pace 上半年进度!D7",
      "information target-behind-pace 上半年进度!D8",
    ]);
    expect(data(changed(sheets, "上半年进度", "G5", "39.0"))).toEqual([
      "error rate-mismatch 上半年进度!G5",
    ]);
  });
});

describe("占比 beside two amounts", () => {
  const sheets = {
    转型: `转型项目投资情况表
(省定目标:转型项目投资占工业投资比重82%)
开发区|转型项目当年完成投资(亿元)|工业投资(亿元)|占比(%)
河津开发区|17.02|20.11|84.63
永济开发区|7.60|8.60|88.37
闻喜开发区|9.80|12.40|79.03
稷山开发区|7.55|9.15|82.51
绛县开发区|5.70|7.02|81.20
合计|47.67|57.28|83.22`,
  };

  test("is of the one that it follows from, and held to that one's target", () => {
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual([
      "information target-unmet D6",
      "information target-unmet D8",
    ]);
    expect(data(changed(sheets, "转型", "D5", "85.37"))).toEqual(["error share-mismatch D5"]);
  });
});

describe("two places that write a target differently", () => {
  const targets = `2023年度开发区考核目标表
开发区|工业投资增速(%)|规上工业增加值增速(%)
河津开发区|16|15
永济开发区|17|16
闻喜开发区|17|16`;
  const sheets = {
    考核目标: targets,
    责任分解: targets.replace("考核目标表", "目标任务分解表"),
    完成: `2023年1-6月主要指标完成情况
开发区|工业投资增速(%)|规上工业增加值增速(%)
河津开发区|16.5|15.2
永济开发区|18.0|16.4
闻喜开发区|16.8|15.9`,
  };

  test("are a question that names both cells, and nobody is judged by either", () => {
    expect(data(sheets)).toEqual([]);
    const clash = changed(sheets, "责任分解", "B3", "17");
    expect(data(clash)).toEqual(["warning target-mismatch 责任分解!B3"]);
    const [finding] = run(clash).findings.filter(({ code }) => code === "target-mismatch");
    expect(finding && formatFinding(finding, "zh-CN").message).toBe(
      "此处目标 17%,考核目标!B3 写的是 16%"
    );
    expect(verdicts(clash)).toEqual([
      "information target-unmet 完成!B5",
      "information target-unmet 完成!C5",
    ]);
  });

  test("are two targets where they agree in no zone, or where another office sets them", () => {
    const higher = targets.replace(/\|1(\d)/gu, "|2$1");
    expect(data({ ...sheets, 责任分解: higher })).toEqual([]);
  });

  test("a title against the column below it", () => {
    const sheet = `2023年1-6月工业投资完成情况(省定目标17%,其中河津16%)
开发区|完成(亿元)|同比增长(%)|省定目标(%)
河津开发区|20.11|16.5|16
永济开发区|8.20|18.0|17
闻喜开发区|12.30|16.8|17`;
    expect(data({ 表: sheet })).toEqual([]);
    expect(data({ 表: replaceCell(sheet, "D3", "17") })).toEqual(["warning target-mismatch D3"]);
  });
});

describe("a rule that does not say how it is judged", () => {
  test("an amount is set for the year: by June it is ahead or behind, and not missed", () => {
    const sheets = {
      目标规则: `指标|适用|目标值|单位|期间
固定资产投资|侯马|45|亿元|
固定资产投资|霍州|32|亿元|2023年
签约项目|全部|20|个|
工业投资|全部|17|%|
规上工业增加值|全部|9|亿元|2023年1-6月`,
      完成: `2023年1-6月开发区指标完成情况
开发区|固定资产投资(亿元)|签约项目(个)|工业投资增速(%)|规上工业增加值(亿元)
侯马开发区|23.41|11|18.2|9.3
霍州开发区|14.87|9|16.5|8.7`,
    };
    expect(verdicts(sheets)).toEqual([
      "information target-behind-pace B4",
      "information target-behind-pace C4",
      "information target-unmet D4",
      "information target-unmet E4",
    ]);
    const year = { ...sheets, 完成: sheets.完成.replace("1-6月", "") };
    expect(verdicts(year)).toEqual(
      expect.arrayContaining(["information target-unmet B3", "information target-unmet C4"])
    );
  });
});

describe("去年同期 in a row below its zone", () => {
  test("is no zone, below the first one either", () => {
    const sheet = `2023年1-6月开发区税收
开发区|税收收入(亿元)|一般公共预算收入(亿元)
侯马开发区|23.41|31.20
去年同期|20.15|28.30
霍州开发区|14.87|23.40
洪洞开发区|12.20|15.60`;
    const { tables } = run({ 表: sheet });
    expect(tables[0]?.subjects.map(({ name }) => name)).toEqual(["侯马", "霍州", "洪洞"]);
    expect(tables[0]?.confidence).toBe(1);
  });
});

describe("基本目标 and 奋斗目标", () => {
  const sheets = {
    目标: `2023年固定资产投资目标任务分解表
单位:亿元
开发区|基本目标|奋斗目标|上年完成
大同经开区|80|88|73.20
云冈经开区|36|40|33.51
天镇经开区|18|20|16.02
广灵经开区|9|10|8.44
合计|143|158|131.17`,
    完成: `2023年1-6月固定资产投资完成情况
单位:亿元
开发区|1-6月完成|占基本目标%|占奋斗目标%
大同经开区|42.11|52.6|47.9
云冈经开区|17.60|48.9|44.0
天镇经开区|9.35|51.9|46.8
广灵经开区|4.02|44.7|40.2
合计|73.08|51.1|46.3`,
  };

  test("are two targets of what the title names, and the first is assessed", () => {
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual([
      "information target-behind-pace 完成!B5",
      "information target-behind-pace 完成!B7",
    ]);
    expect(data(changed(sheets, "完成", "C6", "58.9"))).toEqual(["error rate-mismatch 完成!C6"]);
  });
});

describe("a score sheet of rates and numbers", () => {
  const sheet = `沁水开发区2023年度目标责任考核得分表
序号|考核指标|单位|权重|目标值|完成值|完成率(%)|得分
1|工业投资增速|%|30|12|-4.2|-35.0|0.00
2|规上工业增加值增速|%|30|10|7.5|75.0|22.50
3|签约项目开工率|%|20|90|75.0|83.3|16.67
4|新增规上工业企业|户|20|3|1|33.3|6.67
合计|||100||||45.84`;

  test("完成率 is a part of the target, also where a rate or a growth is aimed at", () => {
    expect(data({ 表: sheet })).toEqual([]);
    expect(verdicts({ 表: sheet })).toEqual([
      "information target-unmet F3",
      "information target-unmet F4",
      "information target-unmet F5",
      "information target-unmet F6",
    ]);
  });
});

describe("a block of the month below one of the months so far", () => {
  test("is not held to it", () => {
    const sheet = `2023年1-6月开发区主要指标
开发区|工业投资(亿元)|营业收入(亿元)
榆次开发区|16.84|23.04
太谷开发区|11.12|31.40
祁县开发区|8.30|12.20

附:当月完成情况
开发区|工业投资(亿元)|营业收入(亿元)
榆次开发区|3.54|4.84
太谷开发区|2.34|6.59
祁县开发区|1.74|2.56`;
    expect(data({ 表: sheet })).toEqual([]);
    expect(run({ 表: sheet }).tables.map(({ fields }) => fields[0]?.measure)).toEqual([
      "actual",
      "actual-month",
    ]);
  });
});

describe("红黄绿灯 by limits that the sheet states", () => {
  const sheet = (note: string, words: readonly string[]): string => `2023年上半年固定资产投资情况表
开发区|上半年目标(亿元)|上半年完成(亿元)|完成率(%)|红黄绿灯
忻州经开区|18|19.11|106.2|${words[0] ?? ""}
原平经开区|14|13.02|93.0|${words[1] ?? ""}
定襄经开区|8|7.88|98.5|${words[1] ?? ""}
代县经开区|6|4.91|81.8|${words[2] ?? ""}
静乐示范区|3|3.00|100.0|${words[0] ?? ""}
${note}`;

  test.each([
    ["注:绿灯:≥100%;黄灯:90%–100%;红灯:<90%。", ["绿", "黄", "红"]],
    ["注:绿灯:完成率≥100%;黄灯:90%≤完成率<100%;红灯:完成率<90%。", ["绿灯", "黄灯", "红灯"]],
    [
      "注:完成率100%及以上的亮绿灯,90%(含)至100%的亮黄灯,90%以下的亮红灯。",
      ["绿灯", "黄灯", "红灯"],
    ],
  ])("%s", (note, words) => {
    const text = sheet(note, words);
    expect(data({ 表: text })).toEqual([]);
    expect(data({ 表: replaceCell(text, "E4", words[2] ?? "") })).toEqual([
      "error verdict-mismatch E4",
    ]);
    expect(data({ 表: replaceCell(text, "E6", words[1] ?? "") })).toEqual([
      "error verdict-mismatch E6",
    ]);
  });

  test("half of the limits are none", () => {
    const text = sheet("注:绿灯:≥100%;黄灯:接近100%。", ["绿灯", "黄灯", "红灯"]);
    expect(data({ 表: replaceCell(text, "E4", "黄灯") })).toEqual([]);
  });
});

describe("占年度目标(6亿元)%: a plan in the header of its progress", () => {
  const own = `2023年1-6月到位资金情况
开发区|到位资金(亿元)|占年度目标(6亿元)%
万荣示范区|2.95|49.2
临猗示范区|3.68|61.3
平陆示范区|1.98|33.0
夏县示范区|2.37|39.5
合计|10.98|45.8`;
  const common = `2023年1-6月固定资产投资情况
开发区|固定资产投资(亿元)|占年度任务300亿元的%
万荣示范区|14.55|4.85
临猗示范区|35.02|11.67
平陆示范区|36.12|12.04
合计|85.69|28.56`;

  test("each zone has one of its own, where the total is of as many", () => {
    expect(data({ 表: own })).toEqual([]);
    expect(verdicts({ 表: own })).toEqual([
      "information target-behind-pace B3",
      "information target-behind-pace B5",
      "information target-behind-pace B6",
    ]);
    expect(data({ 表: replaceCell(own, "C4", "66.3") })).toEqual(["error share-mismatch C4"]);
  });

  test("all have one together, where the total is of that: nobody's own", () => {
    expect(data({ 表: common })).toEqual([]);
    expect(verdicts({ 表: common })).toEqual([]);
    expect(data({ 表: replaceCell(common, "C4", "11.97") })).toEqual(["error share-mismatch C4"]);
  });

  test.each(["占年度目标(6亿元)比重(%)", "完成年度目标(6亿元)的%", "完成率(年度目标6亿元)"])(
    "%s is progress, and no share",
    (head) => {
      const text = own.replace("占年度目标(6亿元)%", head);
      expect(data({ 表: text })).toEqual([]);
      expect(data({ 表: replaceCell(text, "C4", "66.3") })).toEqual(["error share-mismatch C4"]);
    }
  );
});

describe("进入前3位 as a rule", () => {
  const sheets = {
    目标规则: `指标|目标值|来源
工业投资|进入前3位|市定`,
    完成: `2023年1-6月开发区工业投资
开发区|工业投资(亿元)|增速(%)|总量位次|增速位次
侯马开发区|23.41|11.2|1|4
霍州开发区|14.87|9.3|2|5
洪洞开发区|12.20|15.5|3|3
襄汾开发区|9.87|18.0|4|2
安泽开发区|8.17|19.9|5|1`,
  };

  test("misses nobody where two ranks stand beside each other and it names neither", () => {
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual([]);
    const one = sheets.完成.replace(/\|[^|\n]*$/gmu, "");
    expect(verdicts({ ...sheets, 完成: one })).toEqual([
      "information target-unmet D6",
      "information target-unmet D7",
    ]);
  });
});
