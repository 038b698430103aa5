import { describe, expect, test } from "@jest/globals";
import { readHeader, readHeaderPeriod } from "./read-header.ts";

describe("one header, however it is typed", () => {
  test.each([
    "工业投资",
    "工 业 投 资",
    "工业\n投资",
    "工业投资（亿元）",
    "工业投资(亿元)",
    "工业投资[亿元]",
    "工业投资【亿元】",
    "工业投资（单位：亿元）",
    "工业投资 单位:亿元",
    "工业投资/亿元",
    "工业投资,亿元",
    "工业投资：亿元",
    "工业投资亿元",
    "工业投资（亿 元）",
    "工业投资①",
    "工业投资*",
    "※工业投资",
    "工业投资[1]",
    "工业投资1)",
    "工业投资（注1）",
    "一、工业投资",
    "1.工业投资",
    "(一)工业投资",
    "其中：工业投资",
    "1—6月工业投资（亿元）",
    "工业投资（1-6月，亿元）",
    "2023年上半年工业投资完成额（亿元）",
    "完成工业投资",
    "工业投资_完成",
    "区内工业投资",
    "工业投资（快报数）",
    "工业投资(修订数)",
    "工業投資",
  ])("%s is the amount of 工业投资", (text) => {
    expect(readHeader([text], ["税收收入"])).toBe("工业投资 actual (亿元)");
  });

  test.each([
    "工业投资同比增长(%)",
    "工业投资同比增长（％）",
    "工业投资\n同比\n增长\n(%)",
    "工业投资 同比",
    "工业投资-同比增速",
    "工业投资—同比增速(%)",
    "工业投资_同比",
    "工业投资|同比",
    "工业投资·同比",
    "工业投资完成额同比增速",
    "2023年1-6月工业投资同比增长(%)",
    "工业投资（亿元）同比增长（%）",
    "工业投资增幅（%）",
    "工业投资比2022年同期增长%",
  ])("%s is its growth", (text) => {
    expect(readHeader([text])).toBe("工业投资 growth (%)");
  });

  test.each([
    ["工业投资（万元）", "工业投资 actual (万元)"],
    ["工业投资[万元]", "工业投资 actual (万元)"],
    ["2022年1-6月工业投资", "工业投资 prior (亿元)"],
    ["2022年同期工业投资", "工业投资 prior (亿元)"],
    ["去年同期工业投资（亿元）", "工业投资 prior (亿元)"],
    ["工业投资占全市比重（%）", "工业投资 share to city (%)"],
    ["占全市工业投资比重", "工业投资 share to city (%)"],
    ["占全市(177.53亿元)工业投资比重", "工业投资 share to city=177.53 (%)"],
    ["工业投资占全省开发区%", "工业投资 share to province-zones (%)"],
    ["转型项目投资占工业投资的比例", "转型项目当年完成投资 share to 工业投资 (%)"],
    ["工业投资增速高于全市（百分点）", "工业投资 difference to city (个百分点)"],
    ["工业投资增速排名", "工业投资 rank (位)"],
    ["工业投资省定增速目标(%)", "工业投资 target (%)"],
    ["2023年工业投资年度计划（亿元）", "工业投资 target (亿元)"],
    ["工业投资完成年度目标%", "工业投资 attainment (%)"],
    ["工业投资超序时进度", "工业投资 pace-difference (个百分点)"],
    ["工业投资与省定目标差距（百分点）", "工业投资 gap (个百分点)"],
    ["工业投资比2021年同期增长%", "工业投资 growth-other (%)"],
    ["标准地（亩）", "标准地出让面积 actual (亩)"],
    ["标准地（宗）", "标准地出让宗数 actual (宗)"],
    ["签约项目（个）", "签约项目 actual (个)"],
    ["签约项目（亿元）", "签约项目总投资 actual (亿元)"],
    ["规上工业增加值增速（可比价）", "规上工业增加值 growth (%)"],
    ["税收收入同口径增长", "税收收入 growth (%)"],
    ["开工率%", "开工率 rate (%)"],
    ["亩均税收（万元/亩）", "亩均税收 actual (万元/亩)"],
    ["亩均税收（万元／亩·年）", "亩均税收 actual (万元/亩)"],
    ["实际利用外资(万美元)", "实际使用外资 actual (万美元)"],
  ])("%s is %s", (text, line) => {
    expect(readHeader([text], ["固定资产投资"])).toBe(line);
  });

  test.each([
    [["标准地", "宗"], "标准地出让宗数 actual (宗)"],
    [["标准地", "亩"], "标准地出让面积 actual (亩)"],
    [["标准地", "面积"], "标准地出让面积 actual (亩)"],
    [["签约一批", "总投资(亿元)"], "签约项目总投资 actual (亿元)"],
    [["市场主体", "企业"], "企业 actual (户)"],
    [["市场主体", "新增"], "新增市场主体 actual (户)"],
    [["规上工业", "营业收入", "增速"], "规上工业营业收入 growth (%)"],
    [["工业投资", "上年", "同期"], "工业投资 prior (亿元)"],
    [["工业投资(亿元)", "增速", "省定目标"], "工业投资 target (%)"],
  ])("levels %j together are %s", (levels, line) => {
    expect(readHeader(levels, ["税收收入", "绝对量", "绝对量"].slice(0, levels.length))).toBe(line);
  });

  test.each([
    ["工业投资全年完成", "2023-01..12"],
    ["工业投资(预计全年)", "2023-01..12"],
    ["2022年1-6月工业投资", "2022-01..06"],
    ["截至6月底规上工业企业", "2023-06-end"],
    ["6月份工业投资", "2023-06"],
    ["工业投资", "2023-01..06"],
  ])("%s is of %s", (text, period) => {
    expect(readHeaderPeriod(text)).toBe(period);
  });
});

/** Words that look like another: what stands over the column decides, never a part of a word. */
describe("false friends", () => {
  test.each([
    ["工业增加值", "规上工业增加值 actual (亿元)"],
    ["工业增加值增加", "规上工业增加值 increase (亿元)"],
    ["占地面积（亩）", "占地面积 actual (亩)"],
    ["工业投资占年计划", "工业投资 attainment (%)"],
    ["计划总投资", "项目总投资 actual (亿元)"],
    ["计划总投资（亿元）", "项目总投资 actual (亿元)"],
    ["用地指标（亩）", "用地指标 actual (亩)"],
    ["新增长点（个）", "新增长点 actual (个)"],
    ["断面水质达标率(%)", "断面水质达标率 actual (%)"],
    ["工业投资增幅（亿元）", "工业投资 increase (亿元)"],
    ["工业投资增减（%）", "工业投资 growth (%)"],
    ["工业投资增减（百分点）", "工业投资 rate-change (个百分点)"],
    ["工业投资进度%", "工业投资 attainment (%)"],
    ["项目已完成投资", "项目已完成投资 actual (亿元)"],
    ["已完成投资（亿元）", "项目已完成投资 actual (亿元)"],
    ["转型项目当年完成投资", "转型项目当年完成投资 actual (亿元)"],
    ["工业投资预计完成", "工业投资 actual (亿元)"],
    ["标准地", "标准地出让宗数 actual (宗)"],
    ["双标集成", "双标集成项目 actual (个)"],
    ["预计年产值", "项目预计年产值 actual (亿元)"],
    ["规上产值", "规上工业总产值 actual (亿元)"],
  ])("%s is %s", (text, line) => {
    expect(readHeader([text])).toBe(line);
  });

  test.each(["占地面积", "增长点", "双标", "年产值"])(
    "a column of numbers headed %s alone is read under its own name, not taken for another",
    (text) => {
      expect(readHeader([text])).toBe(`${text} actual ()`);
    }
  );

  test.each(["备案情况", "备用"])("a column headed %s alone is told", (text) => {
    expect(readHeader([text])).toBe("! unknown-measure");
  });

  test.each(["形象进度", "责任单位", "备注"])("a column headed %s is left alone", (text) => {
    expect(readHeader([text])).toBe("left alone");
  });

  test("达标 over words is a verdict", () => {
    expect(readHeader(["工业投资", "达标"])).toBe("工业投资 verdict ()");
  });

  test("已完成投资 of a project and 当年完成投资 are two things", () => {
    expect(readHeader(["转型项目", "已完成投资"])).not.toBe(
      readHeader(["转型项目", "当年完成投资"])
    );
  });
});
