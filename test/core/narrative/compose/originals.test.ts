import { describe, expect, test } from "@jest/globals";
import { formatAddress } from "../../../../src/core/index.ts";
import { composed, judgeSample, styleNamed } from "./books.ts";

/** 运城市 2023年上半年, 一、经济指标完成情况, as published. */
const YUNCHENG = [
  "1-6月,10个工业类开发区工业投资完成109.24亿元,占全市(177.53亿元)的61.53%,同比下降17.92%。" +
    "比全市(-7.8%)低10.1个百分点,比全省开发区(-18.3%)高0.4个百分点,未达到省定17%目标值" +
    "(河津开发区16%、其余开发区17%);规上工业增加值完成251.06亿元,占全市(360.4亿元)的69.66%、" +
    "占全省开发区(1887.8亿元)的13.3%,同比增长13.97%。比全市(4.6%)高9.4个百分点," +
    "比全省开发区(10.4%)高3.6个百分点,未达到省定16%目标值(河津开发区15%、其余开发区16%);" +
    "转型项目当年完成投资完成100.19亿元,占工业投资的91.72%,达到省定82%目标值" +
    "(运城开发区88%、其余开发区82%)。",
  "万荣、临猗农业示范区产业当年完成投资8.55亿元,均完成省定2亿元序时进度;固定资产投资完成14.23亿元," +
    "同比下降8.94%,未达到省初定18%目标值;绿色有机农产品覆盖率70.2%,达到省初定48%目标值。",
].join("\n");

/** 晋城市 2023年上半年, 一、紧盯主要指标: the paragraph of indicators, as published. */
const JINCHENG =
  "1-6月份,规上工业增加值增速和工业投资增速两项关键考核指标“一正一负”。" +
  "全市4个工业类开发区累计完成规模以上工业增加值224.45亿元,占全市比重33.5%,同比增长19.2%," +
  "高于全市增速(4.3%)14.9个百分点;完成工业投资30.9亿元,占全市比重34.68%,同比下降37.85%," +
  "低于全市增速(-3%)34.85个百分点;转型项目当年完成投资29.43亿元,占工业投资比重95.24%。" +
  "另外,完成固定资产投资48.04亿元,占全市比重17.4%,同比下降29.47%,低于全市增速(2.5%)31.97个百分点。";

describe("the published paragraphs from the sample workbooks", () => {
  test.each([
    ["运城", "yuncheng-2023-h1.xlsx", YUNCHENG],
    ["晋城", "jincheng-2023-h1.xlsx", JINCHENG],
  ])("%s is reproduced character for character", async (style, file, original) => {
    const { text } = composed(await judgeSample(file), styleNamed(style));
    expect(text).toBe(original);
  });

  test("every number of the text is a span, and stands where the span says", async () => {
    for (const [style, file] of [
      ["运城", "yuncheng-2023-h1.xlsx"],
      ["晋城", "jincheng-2023-h1.xlsx"],
      ["通用", "yuncheng-2023-h1.xlsx"],
      ["通用", "jincheng-2023-h1.xlsx"],
    ] as const) {
      const { text, spans } = composed(await judgeSample(file), styleNamed(style));
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
      const covered = (at: number): boolean =>
        spans.some(({ start, end }) => start <= at && at < end);
      const loose = [...text.matchAll(/\d+/gu)].filter(({ index }) => !covered(index));
      expect(loose.map(([digits]) => digits)).toEqual([]);
      expect(new Set(spans.map(({ key }) => key)).size).toBe(spans.length);
    }
  });

  test("a number knows its cells and its arithmetic", async () => {
    const { spans } = composed(await judgeSample("yuncheng-2023-h1.xlsx"), styleNamed("运城"));
    const told = spans
      .filter(({ indicator }) => indicator === "工业投资")
      .map(({ text, cells, arithmetic }) => [text, cells.map(formatAddress).join(" "), arithmetic]);
    expect(told.slice(0, 7)).toEqual([
      ["109.24亿元", "经济指标!C16", "109.24"],
      ["177.53亿元", "经济指标!C17", "177.53"],
      ["61.53%", "经济指标!F16", "61.53"],
      ["17.92%", "经济指标!E16", "-17.92"],
      ["-7.8%", "经济指标!E17", "-7.8"],
      ["10.1个百分点", "经济指标!E16 经济指标!E17", "-17.92 − (-7.8) = -10.12"],
      ["-18.3%", "经济指标!E18", "-18.3"],
    ]);
  });

  test("a table the style has no paragraph for is told", async () => {
    const { notes } = composed(await judgeSample("yuncheng-2023-h1.xlsx"), styleNamed("运城"));
    expect(notes.map(({ code, cells }) => [code, cells[0]?.sheet])).toEqual([
      ["table-left-out", "三个一批"],
      ["table-left-out", "河津开发区"],
    ]);
  });

  test("cells the validation has something against are told, and what is missing is left out", async () => {
    const { text, notes } = composed(
      await judgeSample("jincheng-2023-h1-faults.xlsx"),
      styleNamed("通用")
    );
    const told = notes.map((note) => [
      note.code === "suspect" ? note.finding : note.code === "left-out" ? note.reason : note.code,
      note.cells.map(formatAddress).join(" "),
    ]);
    expect(told).toEqual([
      ["error", "问题整改!C5"],
      ["unreadable", "高平开发区!C10"],
      ["sum-mismatch", "经济指标!C10"],
      ["sum-mismatch", "三个一批!I11"],
      ["growth-mismatch", "高平开发区!E9"],
    ]);
    expect(text).toContain("专项整治问题246个,剩余11个,完成率95.53%");
    expect(text).toContain("一般公共预算收入同比增长9.11%");
  });
});
