import type { Style } from "../style.ts";
import { GENERAL } from "./general.ts";

/**
 * 晋城: the indicator paragraph of 一、紧盯主要指标 of the city's half-year report (January to June 2023): the signs of
 * the two assessed growths first, investment in fixed assets in a sentence of its own, no targets.
 */
export const JINCHENG: Style = {
  ...GENERAL,
  name: "晋城",
  cities: ["晋城"],
  paragraphs: [
    {
      zones: [],
      measures: ["growth"],
      of: "several",
      signs: ["规上工业增加值", "工业投资"],
      sentences: [
        { prefix: "", indicators: ["规上工业增加值", "工业投资", "转型项目当年完成投资"] },
        { prefix: "另外,", indicators: [] },
      ],
    },
  ],
  clauses: ["value", "share", "growth", "comparison"],
  references: ["city", "province-zones"],
  kindNames: { ...GENERAL.kindNames, unmarked: "工业类开发区" },
  namedZones: 0,
  precision: { ...GENERAL.precision, difference: "finer" },
  words: {
    ...GENERAL.words,
    "period-cumulative": "1-{months}月份",
    "period-month": "{month}月份",
    "subject-count": "全市{count}{kind}",
    value: "完成{indicator}{value}",
    "value-first": "累计完成{indicator}{value}",
    "share-reference": "占{reference}比重{share}",
    "share-indicator": "占{reference}比重{share}",
    "share-total": "占全部开发区比重{share}",
    "compared-higher": "高于{reference}增速[({rate})]{difference}",
    "compared-lower": "低于{reference}增速[({rate})]{difference}",
    "compared-level": "与{reference}增速[({rate})]持平",
    "compared-nearly": "与{reference}增速[({rate})]基本持平",
    "rate-higher": "高于{reference}[({rate})]{difference}",
    "rate-lower": "低于{reference}[({rate})]{difference}",
    "signs-mixed": "{indicators}{count}关键考核指标“{positive}正{negative}负”",
    "signs-positive": "{indicators}{count}关键考核指标均为正增长",
    "signs-negative": "{indicators}{count}关键考核指标均为负增长",
  },
};
