import { describe, expect, test } from "@jest/globals";
import { readReferences } from "../../../src/core/sheet/reference-text.ts";

function linesOf(text: string): readonly string[] {
  return readReferences(text).map(
    ({ scope, name, measure, stated, unit }) =>
      `${scope} ${name ?? "?"} ${measure} ${stated.value}${unit?.name ?? ""}`
  );
}

describe("values of wholes in titles and notes", () => {
  test.each([
    [
      "全市:工业投资177.53亿元,-7.8%;全省开发区:-18.3%",
      [
        "city :工业投资 actual 177.53亿元",
        "city :工业投资 growth -7.8%",
        "province-zones :工业投资 growth -18.3%",
      ],
    ],
    [
      "注:全市工业投资177.53亿元,同比下降7.8%",
      ["city 工业投资 actual 177.53亿元", "city 工业投资 growth -7.8%"],
    ],
    [
      "1.全市工业投资为177.53亿元(上年同期192.52亿元),同比下降7.8%。",
      [
        "city 工业投资 actual 177.53亿元",
        "city 工业投资 prior 192.52亿元",
        "city 工业投资 growth -7.8%",
      ],
    ],
    ["情况表(全市177.53亿元,-7.8%)", ["city ? actual 177.53亿元", "city ? growth -7.8%"]],
    // 以上 is part of the name, not about how much.
    [
      "全市:规模以上工业总产值1876.63亿元,7.3%",
      ["city :规模以上工业总产值 actual 1876.63亿元", "city :规模以上工业总产值 growth 7.3%"],
    ],
    [
      "全市规模以上工业增加值360.4亿元,同比增长4.6%",
      ["city 规模以上工业增加值 actual 360.4亿元", "city 规模以上工业增加值 growth 4.6%"],
    ],
    ["全市工业投资100亿元以上", []],
    ["全省开发区平均增速-18.3%", ["province-zones ? growth -18.3%"]],
    [
      "全市工业投资177.53亿元、税收收入89.6亿元",
      ["city 工业投资 actual 177.53亿元", "city 税收收入 actual 89.6亿元"],
    ],
    ["全市2023年1-6月工业投资177.53亿元", ["city 工业投资 actual 177.53亿元"]],
    // What a bracket says of the whole, and not what follows of the zones.
    [
      "运城市开发区工业投资109.24亿元,占全市(177.53亿元)的61.53%,同比下降17.92%,比全市(-7.8%)低10.1个百分点",
      ["city 工业投资 actual 177.53亿元", "city 工业投资 growth -7.8%"],
    ],
    [
      "全市工业投资177.53亿元(上年192.52亿元),比上年下降7.8%",
      ["city 工业投资 actual 177.53亿元", "city 工业投资 growth -7.8%"],
    ],
    ["全市工业投资177.53亿元,河津开发区下降3%", ["city 工业投资 actual 177.53亿元"]],
  ])("%s", (text, read) => {
    expect(linesOf(text)).toEqual(read);
  });

  test.each([
    ["全市目标17%"],
    ["省定目标:全市17%,河津16%"],
    ["全市工业投资力争突破200亿元"],
    ["全市工业投资约177亿元"],
    ["注:全市开发区工业投资109.24亿元"],
    ["附件2:全市开发区2023年1-6月主要指标"],
    ["全市各类开发区工业投资109.24亿元"],
    ["全市11个省级开发区工业投资109.24亿元"],
    ["全市数据含市直单位工业投资5.3亿元"],
    ["全市工业投资本月完成30亿元"],
    ["全市工业投资增长5%以上"],
    ["全省第3位"],
    ["全市共10个开发区"],
    ["数据来源:全市各部门;2023年7月10日"],
    ["工业投资占全市的61.53%"],
    ["比全市高10.1个百分点"],
  ])("%s says of no whole what it is", (text) => {
    expect(linesOf(text)).toEqual([]);
  });
});
