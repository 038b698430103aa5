import { describe, expect, test } from "@jest/globals";
import { formatPeriod, parsePeriod, recogniseUnit } from "../../../src/core/index.ts";

const PERIODS: readonly (readonly [period: string, texts: string])[] = [
  [
    "????-01..06",
    "1-6月 1—6月份 1~6月 1～6月 1∼6月 1－6月 1–6月 1至6月 1到6月 元-6月 元月至6月 一至六月 1月-6月 前6个月 前六个月 上半年 半年 二季度累计 截至二季度末 1-2季度 前两季度 前二季度 H1 今年上半年 1-6月累计",
  ],
  ["????-01..02", "头两个月 首两月 1-2月 1—2月 元至二月 元-二月"],
  ["????-01..03", "一季度 首季 第一季度 1季度 Q1 头三个月"],
  ["????-01..09", "前三季度 三季度累计 1-3季度 1-9月"],
  ["????-01..12", "全年 1-12月"],
  ["????-01..11", "1-11月 1—11月份"],
  ["????-06", "6月 6月份 六月"],
  ["????-06-end", "截至6月底 截止6月末 6月末 截至6月30日"],
  ["????-Q2", "二季度 2季度 二季度当季"],
  [
    "2023-01..06",
    "2023年1-6月 23年1-6月 二〇二三年上半年 二○二三年上半年 2023年1月-6月 2023年1月至6月 2023年1月—2023年6月 2023.1-6 2023.1-6月 2023.01-06 2023/1-6 2023年（1-6月） 2023年元-6月 2023H1 2023上半年 2023年上半年度",
  ],
  ["2023-06", "2023年6月 2023.06 2023-6 2023-06 202306 2023/6/30 二〇二三年六月"],
  ["2023-06-end", "截至2023年6月底 2023年6月末 2023年6月30日"],
  ["2023", "2023年 23年 2023年度 2023年全年 二〇二三年 二零二三年"],
  ["2023-12", "2023年12月 2023.12"],
];

test.each(PERIODS)("%s is written %s", (period, texts) => {
  const found = texts.split(" ").map((text) => {
    const read = parsePeriod(text);
    return [text, read && formatPeriod(read)];
  });
  expect(found).toEqual(texts.split(" ").map((text) => [text, period]));
});

test.each([
  "工业投资",
  "第3名",
  "上年1-6月",
  "去年上半年",
  "135MW",
  "12023",
  "7×24小时",
  "20年内",
  "备注",
])("%s is no period of the table", (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

const UNITS: readonly (readonly [family: string, factors: Readonly<Record<string, number>>])[] = [
  [
    "money",
    {
      元: 1,
      千元: 1e3,
      万元: 1e4,
      百万元: 1e6,
      千万元: 1e7,
      亿元: 1e8,
      万: 1e4,
      亿: 1e8,
      人民币万元: 1e4,
      万元人民币: 1e4,
      "亿 元": 1e8,
    },
  ],
  ["foreign-money", { 美元: 1, 万美元: 1e4, 亿美元: 1e8 }],
  ["floor", { 平方米: 1, "㎡": 1, 万平方米: 1e4, "万㎡": 1e4, 平方公里: 1e6, "km²": 1e6 }],
  ["land", { 亩: 1, 公顷: 15 }],
  [
    "count",
    {
      个: 1,
      户: 1,
      家: 1,
      项: 1,
      件: 1,
      宗: 1,
      次: 1,
      人: 1,
      人次: 1,
      家次: 1,
      "台(套)": 1,
      "台（套）": 1,
      名: 1,
      万户: 1e4,
      万人: 1e4,
      万人次: 1e4,
    },
  ],
  ["mass", { 吨: 1, 万吨: 1e4 }],
  ["energy", { 千瓦时: 1, 万千瓦时: 1e4, 亿千瓦时: 1e8, 亿度: 1e8, 万kWh: 1e4 }],
  ["power", { MW: 1e3, 兆瓦: 1e3, 万千瓦: 1e4 }],
  [
    "intensity",
    {
      "万元/亩": 1,
      "亿元/平方公里": 1,
      "万元/人": 1,
      "吨标准煤/万元": 1,
      "千瓦时/万元": 1,
      "万元／亩": 1,
      "万元/亩·年": 1,
    },
  ],
  ["rate", { "%": 1, "％": 1, "‰": 0.1, 倍: 100, 成: 10 }],
  ["points", { 百分点: 1, 个百分点: 1 }],
  ["rank", { 位: 1 }],
  ["score", { 分: 1 }],
  ["other", { 吨标准煤: 1, 公里: 1, 番: 1 }],
];

describe("units", () => {
  test.each(UNITS)("of %s, bare, in brackets and behind 单位", (family, factors) => {
    for (const dress of [
      (unit: string) => unit,
      (unit: string) => `（${unit}）`,
      (unit: string) => `单位：${unit}`,
    ]) {
      const found = Object.keys(factors).map((name) => {
        const unit = recogniseUnit(dress(name));
        return [name, unit?.family, unit?.factor];
      });
      expect(found).toEqual(
        Object.entries(factors).map(([name, factor]) => [name, family, factor])
      );
    }
  });

  test.each(["填报单位", "单位", "亿元、%", "工业投资", "月份", ""])("%s is none", (text) => {
    expect(recogniseUnit(text)).toBeUndefined();
  });
});
