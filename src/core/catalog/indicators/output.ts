import { flow, rate, type IndicatorEntry } from "../define-indicator.ts";

const VALUE_ADDED = "industrial-value-added";

/** Output of industry, agriculture and services. Value added grows at constant prices; turnover and profit in the same scope. */
export const OUTPUT: readonly IndicatorEntry[] = [
  flow(
    VALUE_ADDED,
    "规上工业增加值",
    "亿元",
    [
      "规模以上工业增加值",
      "规模工业增加值",
      "规工增加值",
      "工业增加值(规上)",
      "规模以上工业企业增加值",
      "规上工业企业增加值",
      "规上增加值",
      "工业增加值",
      "规工",
    ],
    { basis: "constant-price", weak: ["规上工业", "规模以上工业", "规模工业", "增加值"] }
  ),
  flow(
    "strategic-value-added",
    "战新产业增加值",
    "亿元",
    [
      "战略性新兴产业增加值",
      "战新增加值",
      "新兴产业增加值",
      "工业战略性新兴产业增加值",
      "战新工业增加值",
      "工业战略性新兴产业",
    ],
    {
      basis: "constant-price",
      partOf: VALUE_ADDED,
      weak: ["战略性新兴产业", "战新产业", "战新", "新兴产业"],
    }
  ),
  flow(
    "strategic-output",
    "战新产业产值",
    "亿元",
    ["战略性新兴产业产值", "战新产值", "战新产业总产值", "战略性新兴产业总产值", "新兴产业产值"],
    {
      basis: "same-scope",
    }
  ),
  flow("high-tech-value-added", "高技术制造业增加值", "亿元", [], {
    basis: "constant-price",
    partOf: VALUE_ADDED,
    weak: ["高技术制造业"],
  }),
  flow("equipment-value-added", "装备制造业增加值", "亿元", [], {
    basis: "constant-price",
    partOf: VALUE_ADDED,
    weak: ["装备制造业"],
  }),
  flow(
    "industrial-output",
    "规上工业总产值",
    "亿元",
    [
      "规模以上工业总产值",
      "规上产值",
      "规上工业产值",
      "工业总产值",
      "规模工业总产值",
      "规模以上工业产值",
      "现价产值",
      "现价工业总产值",
      "工业产值",
      "总产值",
    ],
    { basis: "same-scope", weak: ["产值"] }
  ),
  flow(
    "operating-revenue",
    "规上工业营业收入",
    "亿元",
    [
      "规模以上工业营业收入",
      "规上工业企业营业收入",
      "规模以上工业企业营业收入",
      "规上营业收入",
      "规上工业营收",
      "规上营收",
      "营业收入",
      "主营业务收入",
      "营收",
      "营业总收入",
    ],
    { basis: "same-scope" }
  ),
  flow(
    "total-profit",
    "规上工业利润总额",
    "亿元",
    [
      "规模以上工业利润总额",
      "规上工业企业利润总额",
      "规模以上工业企业利润总额",
      "规上利润总额",
      "规上工业利润",
      "规上利润",
      "利润总额",
      "利润",
    ],
    { basis: "same-scope" }
  ),
  flow(
    "services-revenue",
    "规上服务业营业收入",
    "亿元",
    ["规模以上服务业营业收入", "规上服务业营收", "规上服务业"],
    {
      basis: "same-scope",
    }
  ),
  flow(
    "agricultural-output",
    "农产品加工业产值",
    "亿元",
    ["农产品加工产值", "农业总产值", "农林牧渔业总产值"],
    {
      basis: "same-scope",
    }
  ),
  flow("gdp", "地区生产总值", "亿元", ["GDP", "生产总值", "地区生产总值(GDP)", "国内生产总值"], {
    basis: "constant-price",
  }),
  flow(
    "gdp-per-capita",
    "人均地区生产总值",
    "元",
    ["人均GDP", "人均生产总值", "人均国内生产总值"],
    {
      basis: "constant-price",
    }
  ),
  flow(
    "all-industry-value-added",
    "全部工业增加值",
    "亿元",
    ["第二产业工业", "第二产业其中工业", "二产工业", "全口径工业增加值"],
    { basis: "constant-price", partOf: "secondary-value-added" }
  ),
  flow(
    "construction-value-added",
    "建筑业增加值",
    "亿元",
    ["第二产业建筑业", "第二产业其中建筑业", "二产建筑业"],
    { basis: "constant-price", partOf: "secondary-value-added" }
  ),
  flow("primary-value-added", "第一产业增加值", "亿元", ["第一产业", "一产增加值", "一产"], {
    basis: "constant-price",
    partOf: "gdp",
  }),
  flow("secondary-value-added", "第二产业增加值", "亿元", ["第二产业", "二产增加值", "二产"], {
    basis: "constant-price",
    partOf: "gdp",
  }),
  flow(
    "tertiary-value-added",
    "第三产业增加值",
    "亿元",
    ["第三产业", "三产增加值", "三产", "服务业增加值"],
    {
      basis: "constant-price",
      partOf: "gdp",
    }
  ),
  rate("organic-coverage", "绿色有机农产品覆盖率", "%", [
    "绿色有机农产品认证覆盖率",
    "绿色有机覆盖率",
    "有机农产品覆盖率",
  ]),
  flow("main-products", "主要产品产量", "", ["工业产品产量", "主要工业产品产量", "产品产量"], {
    basis: "same-scope",
  }),
  flow("electricity", "工业用电量", "万千瓦时", ["用电量"], {}),
  // What homes, shops and farms use is in it too.
  flow("total-electricity", "全社会用电量", "万千瓦时", ["全社会用电"], {}),
  flow("tourism-revenue", "旅游总收入", "亿元", ["旅游收入", "旅游综合收入"], {}),
  flow(
    "tourists",
    "接待游客人次",
    "万人次",
    ["接待游客", "游客人次", "游客人数", "旅游人次", "接待人次"],
    {}
  ),
];
