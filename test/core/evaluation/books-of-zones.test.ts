import { describe, expect, test } from "@jest/globals";
import { replaceCell } from "../../support/office-sheets.ts";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

type Sheets = Readonly<Record<string, string>>;

function run(sheets: Sheets) {
  return evaluateSheets(Object.entries(sheets).map(([name, text]) => typed(name, text)));
}
const data = (sheets: Sheets): readonly string[] => {
  const evaluation = run(sheets);
  const unread = evaluation.tables.flatMap(({ unrecognised }) => unrecognised);
  return [...unread.map(({ text }) => `unread ${text}`), ...linesOf(evaluation)];
};
const verdicts = (sheets: Sheets): readonly string[] => linesOf(run(sheets), ["target"]);

const form = (
  zone: string,
  [total = 0, vat = 0, income = 0, other = 0]: readonly number[],
  growths: readonly string[]
): string => `${zone}2023年1-6月税收收入情况表
填报单位:${zone}||||计量单位:万元
指标名称|代码|本年累计|增长(%)
甲|乙|1|2
税收收入合计|'01|${total}|${growths[0] ?? ""}
其中:增值税|'02|${vat}|${growths[1] ?? ""}
   企业所得税|'03|${income}|${growths[2] ?? ""}
   其他税收|'04|${other}|${growths[3] ?? ""}
审核关系:01=02+03+04`;

describe("a form of each zone", () => {
  const sheets = {
    原平开发区: form("原平开发区", [15672, 8211, 5672, 1789], ["5.1", "10.1", "-5.7", "3.2"]),
    代县开发区: form("代县开发区", [14151, 6055, 5151, 2945], ["2.2", "7.5", "-2.1", "4.0"]),
    定襄开发区: form("定襄开发区", [9632, 4632, 3000, 2000], ["1.9", "-7.2", "8.8", "6.1"]),
  };

  test("rows of one name are those of its own zone, and held to no other's", () => {
    expect(data(sheets)).toEqual([]);
    const text = sheets.代县开发区;
    expect(data({ ...sheets, 代县开发区: replaceCell(text, "C7", "5651") })).toEqual([
      "error sum-mismatch 代县开发区!C5",
    ]);
  });

  test("neither where the rows are things that add up", () => {
    const kinds = (
      zone: string,
      values: readonly number[]
    ): string => `${zone}2023年1-6月固定资产投资
项目类别|完成(亿元)|同比(%)
工业项目|${values[0] ?? 0}|${values[1] ?? 0}
基础设施|${values[2] ?? 0}|${values[3] ?? 0}
房地产|${values[4] ?? 0}|${values[5] ?? 0}`;
    expect(
      data({
        原平开发区: kinds("原平开发区", [3.21, 5.5, 1.2, 8.1, 2.2, -3.3]),
        代县开发区: kinds("代县开发区", [2.21, 4.5, 1.9, 8.1, 2.4, -1.3]),
      })
    ).toEqual([]);
  });
});

describe("how many zones missed a target", () => {
  test("is no growth of the row's indicator", () => {
    const sheets = {
      目标任务: `2023年省定目标任务
指标|目标值
工业投资增速|17%
转型项目投资占工业投资比重|82%以上`,
      主要指标: `2023年1-6月各开发区主要指标
开发区|工业投资增速(%)|转型项目投资占工业投资比重(%)
河津开发区|17.3|85.2
永济开发区|16.1|83.0`,
      未达标情况: `未达到省定目标的开发区
指标|未达标开发区个数|未达标开发区
工业投资增速|1|永济
转型项目占比|0|`,
    };
    expect(data(sheets)).toEqual([]);
    expect(verdicts(sheets)).toEqual(["information target-unmet 主要指标!B4"]);
  });
});

describe("heads whose words belong to the target", () => {
  test("年度新增目标 is what 新增 is held to", () => {
    const sheet = `规上工业企业增减情况(截至2023年5月底)
开发区|年初数(户)|新增(户)|退出(户)|期末数(户)|年度新增目标(户)|目标完成率(%)
平定开发区|34|2|1|35|6|33.3
盂县开发区|28|3|0|31|4|75.0
郊区开发区|21|3|1|23|5|60.0
高新开发区|57|4|2|59|10|40.0`;
    expect(data({ 表: sheet })).toEqual([]);
    expect(verdicts({ 表: sheet })).toEqual([
      "information target-behind-pace C3",
      "information target-behind-pace C6",
    ]);
    expect(data({ 表: replaceCell(sheet, "G5", "65.0") })).toEqual(["error rate-mismatch G5"]);
  });

  test("控制目标(亩以内) is a cap in 亩", () => {
    const sheet = `2023年闲置土地处置考核情况
开发区|闲置土地面积(亩)|闲置土地控制目标(亩以内)
潞城开发区|45|50
屯留开发区|30|30
沁源开发区|61|50`;
    expect(verdicts({ 表: sheet })).toEqual(["information target-unmet B5"]);
  });

  test("得分 behind names with their full marks is that of all of them", () => {
    const sheet = `2023年一季度开发区考核得分
开发区|经济指标(60分)|项目建设(25分)|改革创新(15分)|得分|排名
平鲁开发区|52.3|21.8|13.1|87.2|2
山阴开发区|40.6|16.9|10.2|67.7|4
应县开发区|55.1|22.9|13.8|91.8|1
怀仁开发区|44.0|18.3|11.1|73.4|3`;
    expect(data({ 表: sheet })).toEqual([]);
    expect(data({ 表: replaceCell(sheet, "D4", "12.2") })).toEqual(["error sum-mismatch E4"]);
  });
});
