import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, typed } from "../../support/typed-sheet.ts";
import { formatArea } from "../../../src/core/workbook/address.ts";

/** Everything that is said of a sheet as an office types it. */
function saidOf(text: string): readonly string[] {
  return evaluateSheets([typed("S", text)]).findings.map(
    ({ severity, code, at }) => `${severity} ${code} ${formatArea(at.area)}`
  );
}

describe("targets as offices write them", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "of tiers side by side only the assessed one is flagged",
      `开发区2023年1-6月工业投资完成情况表
      开发区|工业投资增速(%)|底线目标|确保目标|考核目标|力争目标|奋斗目标
      河津开发区|18.2|10|15|16|20|22
      永济开发区|15.1|10|15|17|20|22
      闻喜开发区|17.6|10|15|17|20|22`,
      ["information target-unmet B4"],
    ],
    [
      "a relative target is held against the row or the place that it names",
      `开发区2023年1-6月工业投资完成情况表
      开发区|工业投资增速(%)|目标
      河津开发区|18.2|高于全市平均
      永济开发区|15.1|高于全省2个百分点
      闻喜开发区|17.6|进入前3位
      绛县开发区|3.6|不低于全省开发区平均增速
      全市|12.3|
      全省|14|
      全省开发区|9|`,
      ["information target-unmet B4", "information target-unmet B6"],
    ],
    [
      "F17: a rate of decline is better high",
      `开发区2023年1-6月单位能耗情况表
      开发区|单位能耗下降率(%)|目标(%)
      河津开发区|4.5|≥3
      永济开发区|2.5|≥3`,
      ["information target-unmet B4"],
    ],
    [
      "F17: a growth of consumption is better low",
      `开发区2023年1-6月能耗情况表
      开发区|能耗同比(%)|目标(%)
      河津开发区|-4.5|≤-3
      永济开发区|-2.5|≤-3`,
      ["information target-unmet B4"],
    ],
    [
      "the exception of one zone in a target column holds for it alone",
      `开发区2023年1-6月工业投资完成情况表
      开发区|工业投资增速(%)|省定目标(%)
      河津开发区|16.2|16
      永济开发区|16.5|17
      闻喜开发区|17.6|17`,
      ["information target-unmet B4"],
    ],
  ])("%s", (_, text, said) => {
    expect(saidOf(text)).toEqual(said);
  });
});

describe("a title with its unit in one cell", () => {
  test.each(["(单位:亿元)", "（单位：亿元）", "  单位:亿元"])("%s", (unit) => {
    const [table] = evaluateSheets([
      typed(
        "S",
        `2023年1-6月工业投资完成情况表${unit}
        开发区|完成|上年同期
        河津开发区|16.2|14.1
        永济开发区|16.5|15.2
        闻喜开发区|17.6|17.7`
      ),
    ]).tables;
    expect(table?.fields.map(({ indicator, unit: of }) => `${indicator.name} ${of?.name}`)).toEqual(
      ["工业投资 亿元", "工业投资 亿元"]
    );
  });
});
