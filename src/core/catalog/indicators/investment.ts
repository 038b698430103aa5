import { flow, type IndicatorEntry } from "../define-indicator.ts";

const FIXED = "fixed-asset-investment";
const INDUSTRIAL = "industrial-investment";

/** Investment. All of it is 同口径: its growth is given, since last year's published level is re-aligned. */
export const INVESTMENT: readonly IndicatorEntry[] = [
  flow(
    INDUSTRIAL,
    "工业投资",
    "亿元",
    [
      "工业固定资产投资",
      "工业性投资",
      "工业性投入",
      "工投",
      "工业项目投资",
      "工业投资额",
      "工业投资总额",
    ],
    { basis: "same-scope", partOf: FIXED }
  ),
  flow(
    FIXED,
    "固定资产投资",
    "亿元",
    [
      "固投",
      "固定资产投资额",
      "固定资产投资总额",
      "固定资产投资(不含农户)",
      "全社会固定资产投资",
      "全社会固定资产投资额",
      "固资投资",
    ],
    { basis: "same-scope", weak: ["投资", "投资额"] }
  ),
  flow(
    "transformation-investment",
    "转型项目当年完成投资",
    "亿元",
    [
      "转型项目投资",
      "转型项目完成投资",
      "转型项目当年投资",
      "转型项目当年完成投资额",
      "转型项目固定资产投资",
      "转型投资",
      "转型项目",
    ],
    { basis: "same-scope", partOf: INDUSTRIAL }
  ),
  flow("manufacturing-investment", "制造业投资", "亿元", ["制造业固定资产投资"], {
    basis: "same-scope",
    partOf: INDUSTRIAL,
  }),
  flow(
    "technical-renovation-investment",
    "技术改造投资",
    "亿元",
    ["技改投资", "工业技改投资", "工业技术改造投资"],
    { basis: "same-scope", partOf: INDUSTRIAL }
  ),
  flow("private-investment", "民间投资", "亿元", ["民间固定资产投资"], {
    basis: "same-scope",
    partOf: FIXED,
  }),
  flow("infrastructure-investment", "基础设施投资", "亿元", ["基建投资", "基础设施完成投资"], {
    basis: "same-scope",
    partOf: FIXED,
  }),
  flow("high-tech-investment", "高技术产业投资", "亿元", ["高技术制造业投资", "高新技术产业投资"], {
    basis: "same-scope",
    partOf: FIXED,
  }),
  flow("real-estate-investment", "房地产开发投资", "亿元", ["房地产投资"], {
    basis: "same-scope",
    partOf: FIXED,
  }),
  flow(
    "agricultural-zone-industry-investment",
    "产业当年完成投资",
    "亿元",
    ["产业当年完成投资额", "产业完成投资", "产业投资", "产业项目当年完成投资"],
    { basis: "same-scope" }
  ),
];
