import { describe, expect, test } from "@jest/globals";
import type { CellValue } from "../../../../src/core/index.ts";
import { checkAgainstBook, composeBook } from "../../../../src/core/narrative/narrator/index.ts";
import { bookOf, sheetOf } from "../../../support/grid.ts";

type Rows = readonly (readonly CellValue[])[];

function composed(sheet: string, rows: Rows): string {
  const book = bookOf(sheetOf(sheet, rows));
  const result = composeBook({ book, rulesFile: null, style: null, earlier: null });
  if (!result.ok) throw new Error(result.failure.code);
  const { text } = result.value.composition;
  const check = checkAgainstBook({ draft: text, book, rulesFile: null });
  if (!check.ok) throw new Error(check.failure.code);
  const doubtful = check.value.claims.filter(({ verdict }) => verdict !== "agrees");
  expect(doubtful.map(({ text: stated, verdict }) => [stated, verdict])).toEqual([]);
  expect(check.value.coverage.unclaimed).toEqual([]);
  return text;
}

describe("composed text of sheets that are no table of zones, checked with its own workbook", () => {
  test("kinds of industry are told by their total, and are no zones", () => {
    const text = composed("分行业", [
      ["2024年1-9月运城市开发区工业投资分行业情况(单位:亿元)"],
      ["行业", "完成投资", "上年同期", "同比增长%"],
      ["采矿业", 8.4, 7.5, 12],
      ["制造业", 63, 60, 5],
      ["电力、热力生产和供应业", 11, 10, 10],
      ["合计", 82.4, 77.5, 6.3],
    ]);
    expect(text).toContain("运城市开发区");
    expect(text).toContain("82.4亿元");
    expect(text).not.toMatch(/采矿业|3个开发区|合计/u);
  });

  test("of a benchmark the first zone speaks; nobody adds the others to it", () => {
    const text = composed("对标", [
      ["2024年绛州经开区与先进开发区对标情况"],
      ["指标", "单位", "绛州经开区", "北岭高新区", "差距", "东港经开区", "差距"],
      ["工业总产值", "亿元", 212.5, 1320.6, -1108.1, 765.3, -552.8],
      ["高新技术企业", "家", 46, 372, -326, 118, -72],
    ]);
    expect(text).toContain("绛州经开区");
    expect(text).toContain("212.5亿元");
    expect(text).not.toMatch(/北岭|2298|536家/u);
  });

  test("last year's value is of the same months, in lists of months too", () => {
    const row = (zone: string, month: number, now: number, before: number): CellValue[] => [
      2025,
      month,
      zone,
      "外贸进出口总额",
      "万元",
      now,
      before,
    ];
    const text = composed("明细", [
      ["年份", "月份", "开发区", "指标名称", "单位", "累计值", "上年同期累计"],
      row("稷山", 1, 9084, 8306),
      row("稷山", 2, 18268, 16307),
      row("稷山", 3, 26275, 23909),
      row("万荣", 1, 6437, 5468),
      row("万荣", 2, 12031, 11288),
      row("万荣", 3, 17939, 17104),
    ]);
    // (26275 + 17939) ÷ (23909 + 17104) − 1
    expect(text).toContain("同比增长7.8%");
  });

  test.each([
    ["6月", "开发区经济运行主要指标快报(2024年6月)"],
    ["十四五", "主要指标完成情况(2024年1-6月)"],
    ["指标快报", "2024年1-6月主要指标"],
  ])(
    "a sheet called %s is nobody's name, and its numbers are found all the same",
    (sheet, title) => {
      const text = composed(sheet, [
        [title],
        ["指标", "单位", "1-6月累计", "累计同比%"],
        ["固定资产投资", "万元", 2310500, 11.4],
        ["规上工业增加值", "%", "—", 8],
        ["税收收入", "万元", 149200, 6.1],
      ]);
      expect(text).toContain("固定资产投资完成");
      expect(text).not.toMatch(/月固定|十四五|快报/u);
    }
  );

  test("an office that fills the form in speaks for its county", () => {
    const text = composed("K101", [
      ["开发区综合情况"],
      ["综合机关名称:闻喜县统计局", null, null, "2025年1-6月"],
      ["指标名称", "计量单位", "代码", "本年", "上年同期", "同比增长(%)"],
      ["甲", "乙", "丙", 1, 2, 3],
      ["规上工业企业个数", "个", "01", 64, 58, 10.3],
      ["工业总产值", "千元", "02", 8652300, 8125460, 6.5],
    ]);
    expect(text).toContain("闻喜县");
    expect(text).not.toContain("统计局");
  });

  test("the growth of years that stand side by side is that of the year before", () => {
    const text = composed("规划", [
      ["“十四五”规划主要指标完成情况"],
      ["指标名称", "单位", "2022年", "2023年", "2024年"],
      ["税收收入", "亿元", 15.82, 16.94, 18.21],
      ["高新技术企业", "家", 61, 78, 96],
    ]);
    expect(text).toContain("同比增长7.5%");
    expect(text).toContain("同比增长23.08%");
  });

  test("of several quarters with a plan each, the rate is that of the last", () => {
    const text = composed("分季目标", [
      ["2025年招商引资到位资金分季目标及完成情况(单位:亿元)"],
      ["开发区", "全年目标", "一季度", null, null, "上半年", null, null, "完成全年目标%"],
      [null, null, "目标", "完成", "完成率%", "目标", "完成", "完成率%", null],
      ["云港经开区", 60, 12, 12.2, 101.7, 30, 33.44, 111.5, 55.7],
      ["紫金高新区", 100, 20, 16.8, 84, 50, 46.01, 92, 46],
      ["瓦屋工业园", 100, 20, 25.33, 126.7, 50, 63.38, 126.8, 63.4],
      ["合计", 260, 52, 54.33, 104.5, 130, 142.83, 109.9, 54.9],
    ]);
    expect(text).toContain("142.83亿元");
    expect(text).not.toContain("104.5%");
  });

  test("what is done of 年度计划投资 is 投资", () => {
    const text = composed("周", [
      ["重点项目投资周调度(2025年11月)"],
      ["开发区", "年度计划投资(亿元)", "截至本周累计完成(亿元)", "完成率(%)"],
      ["运城", 42, 34.5, 82.1],
      ["河津", 68.5, 58.58, 85.5],
      ["合计", 110.5, 93.08, 84.2],
    ]);
    expect(text).toContain("投资完成93.08亿元");
    expect(text).not.toContain("年度计划投资完成");
  });

  test("新增规上工业企业 is not the 规上工业企业 that the workbook has as well", () => {
    composed("规上企业", [
      ["2025年1-6月规模以上工业企业培育情况(单位:户)"],
      [
        "县(市、区)",
        "2024年底在库",
        "新增(小升规)",
        "退库",
        "6月底在库",
        "年度升规任务",
        "完成任务%",
      ],
      ["盐湖区", 118, 14, 5, 127, 25, 56],
      ["临猗县", 76, 8, 3, 81, 15, 53.3],
      ["万荣县", 64, 5, 4, 65, 12, 41.7],
      ["合计", 258, 27, 12, 273, 52, 51.9],
    ]);
  });

  test("cities that make the whole province are the province, which is no part of itself", () => {
    const text = composed("各市", [
      ["2025年上半年各市开发区主要指标"],
      ["市别", "开发区个数", "营业收入", "", "", "地均税收（万元/亩）"],
      ["", "", "总量（亿元）", "增速（%）", "占全省（%）", ""],
      ["江州市", 8, 1414.1, 4.8, 47.8, 16.8],
      ["海门市", 8, 1317.3, 6.3, 44.5, 9.6],
      ["青山市", 9, 227.6, 0.9, 7.7, 8.8],
      ["全省", 25, 2959, 5.2, 100, 12.9],
    ]);
    expect(text).toContain("全省开发区");
    expect(text).toContain("营业收入完成2959亿元,同比增长5.2%");
    expect(text).not.toMatch(/占全省|3个开发区|江州市、海门市/u);
  });

  test("the county's column is not what the zone has done", () => {
    const text = composed("6月", [
      ["绛县经济技术开发区2025年6月经济运行情况表"],
      ["指标", "单位", "绝对量", "", "", "同比增长(%)", ""],
      ["", "", "6月", "1-6月", "全县1-6月", "6月", "1-6月"],
      ["规模以上工业总产值", "亿元", 8.62, 49.85, 92.4, 9.8, 8.6],
      ["固定资产投资", "亿元", 2.15, 10.36, 24.7, 18.5, 16.2],
    ]);
    expect(text).toContain("总产值完成49.85亿元,同比增长8.6%");
    expect(text).not.toMatch(/92\.4|24\.7/u);
  });

  test("what is owed, owned or needed, and an average, is not completed", () => {
    const text = composed("财务", [
      ["规上工业企业主要财务指标"],
      ["2025年1-8月", "", "", "金额单位:万元"],
      ["指标名称", "本年累计", "上年同期", "增减率(%)"],
      ["资产总计", 1286500, 1175200, 9.5],
      ["负债合计", 742300, 691800, 7.3],
      ["营业收入", 968400, 905600, 6.9],
      ["营业成本", 836200, 786900, 6.3],
      ["融资需求", 58640, 50120, 17],
    ]);
    expect(text).toContain("营业收入完成968400万元");
    expect(text).not.toMatch(/(?:总计|合计|成本|需求)完成|财务资产/u);
  });

  test("columns that are called by an amount, and a pull below zero, go round", () => {
    const text = composed("规模结构", [
      ["2025年1-9月新签约项目规模结构表"],
      ["单位：个、亿元、%"],
      [
        "园区",
        "签约项目数",
        "签约总投资",
        "平均单体投资",
        "其中：10亿元以上（个）",
        "工业投资拉动（百分点）",
      ],
      ["云港经开区", 41, 229.1, 5.59, 3, -0.7],
      ["紫金高新区", 48, 165.5, 3.45, 12, -2.1],
      ["合计", 89, 394.6, 4.43, 15, -1.3],
    ]);
    expect(text).toContain("平均单体投资4.43亿元");
    expect(text).toContain("10亿元以上15个");
    expect(text).toContain("拉动-1.3个百分点");
  });

  test("taxes by kind do not make the taxes of the untaxed part", () => {
    const text = composed("税种", [
      ["开发区一般公共预算收入分税种完成情况表"],
      ["2025年1-8月", "", "", "", "", "", "单位:万元"],
      ["预算单位", "一般公共预算收入", "税收收入", "", "", "非税收入", "税比%"],
      ["", "", "本年累计", "增值税", "个人所得税", "", ""],
      ["云港经开区", 23793, 18948, 4736, 2208, 4845, 79.6],
      ["紫金高新区", 27087, 20139, 7648, 1091, 6948, 74.3],
      ["合计", 50880, 39087, 12384, 3299, 11793, 76.8],
    ]);
    expect(text).toContain("非税收入完成11793万元");
    expect(text).toContain("税比76.8%");
  });
});
