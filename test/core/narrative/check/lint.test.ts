import { describe, expect, test } from "@jest/globals";
import { check } from "./checking.ts";

const marks = (draft: string): readonly string[] =>
  check(draft)
    .lint.filter(({ code }) => code !== "half-width-marks")
    .map(({ code, found }) => `${code} ${found}`);

const MARKED: readonly (readonly [draft: string, mark: string])[] = [
  ["工业投资增长9.6%,高于全省(7.2%)2.4%。", "percent-for-points 2.4%"],
  ["完成投资41.6亿元,占年度计划的47.0%,超序时进度5.3%。", "percent-for-points 5.3%"],
  ["工业投资增速比上年同期下降3.4%。", "percent-for-points 3.4%"],
  ["完成投资完成35.1亿元。", "doubled-word 完成投资完成"],
  ["全年实现税收12.6亿亿元。", "doubled-word 亿亿元"],
  ["已完成投6.4亿元。", "missing-word 完成投"],
  ["累计签约项目163余个。", "exact-with-more 163余个"],
  ["截止9月底,完成投资12.5亿元。", "cutoff-word 截止"],
  ["工业投资同比下降-6.4%。", "sign-word 下降-6.4%"],
  ["规上工业企业达到126亿元。", "unit-of-indicator 126亿元"],
];

describe("wording that is marked", () => {
  test.each(MARKED)("%s", (draft, mark) => {
    expect(marks(draft)).toContain(mark);
  });

  test("a sentence that stands twice", () => {
    const sentence = "开发区累计出让标准地7宗412.6亩,土地出让金1.3亿元。";
    expect(marks(`${sentence}推进有序。\n${sentence}`)).toHaveLength(1);
    expect(marks(`${sentence}推进有序。\n${sentence.replace("7宗", "9宗")}`)).toEqual([]);
  });
});

describe("wording that is as it should be", () => {
  test.each([
    "工业投资增长9.6%,高于全省(7.2%)2.4个百分点。",
    "对接项目160余个,签约50多个,市场主体突破3万余户。",
    "截至9月底,完成投资12.5亿元。报名截止日期为9月30日,截止到目前已受理12件。",
    "工业投资增速为-6.4%,同比下降6.4%。",
    "规上工业企业126户,完成产值126亿元。",
    "参与评价5800多次,好评率99.8%。",
    "20个储备项目提前开工,转化率8.7%。",
    "新签约项目40个;新建项目开工34个,新建项目开工率85%,其中:新建项目投产10个,新建项目投产率25%。",
    "油料种植面积1260公顷,比上年同期下降0.45%。",
    "股份制企业增加值比上年同期增长4.6%;外商投资企业增加值比上年同期下降9.2%。",
    "上年签约的386个项目已开工302个,已投产117个;一季度新签约项目当季开工48个,当季开工率22.4%。",
    "食品制造业增加值增长9.7%,拉动全市规上工业增长1.3个百分点。",
    "税收占比达标,的确完成投资12.5亿元。",
  ])("%s", (draft) => {
    expect(marks(draft)).toEqual([]);
  });
});
