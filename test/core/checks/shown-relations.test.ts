import { describe, expect, test } from "@jest/globals";
import { formatFinding } from "../../../src/core/findings/messages.ts";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** Findings of one sheet, as "severity code cell". */
const linesFor = (text: string): readonly string[] => linesOf(evaluateSheets([typed("表", text)]));

const ARRIVED = (rate: string): string => `
2025年上半年土地价款到账情况
镇街(园区)|应收价款(万元)|到账价款(万元)|到账情况(%)
三甲街道|9861.25|7420.5|75.25
下陈街道|6213.2|5100|82.08
章安街道|5288|3310.4|62.60
前所街道|1810.6|1510|${rate}
东部新区|5071.2|4460.8|87.96`;

const TRADE = (balance: string): string => `
2025年1-6月各县区进出口情况
县区|出口(万元)|进口(万元)|贸易差额(万元)
经开区|318300|168220|150080
高新区|161578|101540|60038
龙城区|69815|12230|57585
双塔区|32171|8806|23365
北票市|15745|14115|${balance}
建平县|49290|2010|47280`;

const CLASSES = (all: string): string => `
规上企业亩均效益情况(2024年度)
镇街|企业数(家)|A类企业|B类企业|C类企业|D类企业
三甲街道|${all}|17|41|24|4
下陈街道|112|22|58|27|5
章安街道|64|9|33|19|3
前所街道|47|8|24|12|3
东部新区|39|14|18|6|1`;

describe("what nearly all rows of a table show of three columns or more is held against the others", () => {
  test.each([
    ["a rate by a name nobody knows", ARRIVED("83.40")],
    ["a balance of trade", TRADE("1630")],
    ["classes that make all enterprises", CLASSES("86")],
  ])("says nothing where every row follows: %s", (_, text) => {
    expect(linesFor(text)).toEqual([]);
  });

  test.each([
    ["a rate with its digits swapped", ARRIVED("84.30"), "warning rate-mismatch D6"],
    ["a balance with the sign lost", TRADE("-1630"), "warning sum-mismatch D7"],
    ["one class short", CLASSES("68"), "warning sum-mismatch B3"],
  ])("asks of the one row that does not: %s", (_, text, line) => {
    expect(linesFor(text)).toContain(line);
  });

  test("the question says which columns are meant and what they give", () => {
    const { findings } = evaluateSheets([typed("表", ARRIVED("84.30"))]);
    expect(findings.map((finding) => formatFinding(finding, "zh-CN").message)).toEqual([
      "表内 84.30,本列多数行等于同一行的 到账价款(万元) ÷ 应收价款(万元),按 1510.0 ÷ 1810.60 × 100 = 83.3978 应为 83.40;疑似数字颠倒",
    ]);
  });

  test("columns that follow in two of five rows by chance are asked nothing", () => {
    const text = `
2025年上半年情况
开发区|甲类(个)|乙类(个)|丙类(个)
晋城经开区|4|3|7
高平经开区|5|2|7
阳城经开区|6|4|9
沁水经开区|3|3|8
泽州经开区|8|1|6`;
    expect(linesFor(text)).toEqual([]);
  });

  test("0 left to do stands for less as well, and 100 for more: offices cap both", () => {
    const text = `
2025年前三季度存量项目推进情况
开发区|应推进(个)|推进(个)|待推进(个)
晋城经开区|42|31|11
高平经开区|35|19|16
阳城经开区|27|22|5
沁水经开区|18|20|0
泽州经开区|51|28|23
陵川经开区|33|12|21`;
    expect(linesFor(text).filter((line) => line.endsWith("D6"))).toEqual([]);
  });

  test("a rate that no basis gives is no question where two columns of the table do give it", () => {
    const list = (rate: string): string => `
2025年重点项目进展情况(6月)
项目名称|所在开发区|总投资(万元)|2025年计划投资(万元)|1-6月完成投资(万元)|自开工累计完成投资(万元)|累计完成率(%)
轮毂项目|侯马经开区|85000|30000|15240|41740|49.1
光伏二期|曲沃经开区|126000|60000|33150|74350|59.0
综合利用|洪洞经开区|48600|18450|9860|40010|${rate}
物流园|襄汾经开区|23500|8000|2100|2100|8.9
碳酸钙|翼城经开区|17300|9000|4415|6715|38.8`;
    expect(linesFor(list("82.3"))).toEqual([]);
    expect(linesFor(list("83.2"))).toEqual(["warning rate-mismatch G5"]);
  });
});
