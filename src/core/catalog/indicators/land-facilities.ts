import { count, flow, rate, stock, type IndicatorEntry } from "../define-indicator.ts";

/** Land, standard plots, standard factories, infrastructure, and what a 亩 gives. */
export const LAND_AND_FACILITIES: readonly IndicatorEntry[] = [
  flow("standard-land-area", "标准地出让面积", "亩", [
    "标准地面积",
    "标准地亩数",
    "出让标准地面积",
    "标准地出让亩数",
    "以标准地形式出让面积",
    "标准地供应面积",
  ]),
  count("standard-land-plots", "标准地出让宗数", "宗", [
    "标准地宗数",
    "出让标准地宗数",
    "标准地出让",
    "出让标准地",
    "以标准地形式出让",
    "以标准地出让",
    "全部以标准地出让",
    "标准地",
  ]),
  flow("industrial-land-sold", "工业用地出让面积", "亩", [
    "工业用地出让",
    "出让工业用地",
    "工业用地",
  ]),
  count("industrial-land-plots", "工业用地出让宗数", "宗", ["出让工业用地宗数"]),
  flow("land-revenue", "土地出让金", "万元", ["土地出让收入", "出让金", "土地出让价款"]),
  stock("approved-unsupplied-land", "批而未供土地", "亩", ["批而未供", "批而未供面积"], {
    isLowerBetter: true,
  }),
  stock("idle-land", "闲置土地", "亩", ["闲置土地面积", "闲置用地"], { isLowerBetter: true }),
  stock("standard-factory-built", "标准厂房建成面积", "万平方米", [
    "标准化厂房建成面积",
    "建成标准厂房",
    "建成标准化厂房",
    "标准厂房建成",
    "标准化厂房建成",
    "标准厂房面积",
    "标准化厂房面积",
    "标准厂房",
    "标准化厂房",
  ]),
  stock(
    "standard-factory-used",
    "标准厂房投用面积",
    "万平方米",
    [
      "标准化厂房投用面积",
      "标准厂房投用",
      "标准化厂房投用",
      "投用标准厂房",
      "投入使用标准厂房",
      "标准厂房投入使用",
      "标准化厂房投入使用",
      "标准厂房投入使用面积",
    ],
    { partOf: "standard-factory-built" }
  ),
  flow("standard-factory-new", "标准厂房今年建成面积", "万平方米", [
    "今年建成标准厂房",
    "新建成标准厂房",
    "新建标准厂房",
    "新建标准化厂房",
    "今年新建标准厂房",
  ]),
  stock("standard-factory-building", "标准厂房在建面积", "万平方米", [
    "在建标准厂房",
    "标准厂房在建",
    "标准化厂房在建",
    "在建标准化厂房",
  ]),
  flow("standard-factory-started", "标准厂房开工面积", "万平方米", [
    "开工标准厂房",
    "标准厂房开工",
    "标准化厂房开工",
    "开工建设标准化厂房",
    "开工建设标准厂房",
  ]),
  stock(
    "standard-factory-vacant",
    "标准厂房空置面积",
    "万平方米",
    ["空置标准厂房", "标准厂房空置", "空置厂房"],
    { isLowerBetter: true }
  ),
  rate("standard-factory-use-rate", "标准厂房使用率", "%", [
    "厂房使用率",
    "厂房利用率",
    "标准化厂房使用率",
  ]),
  stock("zone-area", "规划面积", "平方公里", ["管辖面积", "核准面积", "四至范围面积"]),
  stock("built-up-area", "建成区面积", "平方公里", ["已建成面积", "已开发面积", "开发面积"]),
  count("infrastructure-projects", "基础设施项目", "个", [
    "基础设施项目数",
    "基础设施建设项目",
    "基础设施项目个数",
  ]),
  stock("infrastructure-total-investment", "基础设施项目总投资", "亿元", ["基础设施总投资"]),
  flow("infrastructure-completed-investment", "基础设施项目已完成投资", "亿元", [
    "基础设施已完成投资",
    "基础设施项目完成投资",
  ]),
  rate("tax-per-mu", "亩均税收", "万元/亩", ["亩均效益", "亩均税收贡献"]),
  rate("value-added-per-mu", "亩均增加值", "万元/亩", ["亩均工业增加值"]),
  rate("output-per-area", "地均产出", "亿元/平方公里", ["地均产值", "亩均产值", "亩均产出"]),
  rate("investment-intensity", "投资强度", "万元/亩", ["亩均投资强度", "亩均投资"]),
  rate("plot-ratio", "容积率", "", ["平均容积率"]),
  rate("labour-productivity", "劳动生产率", "万元/人", ["全员劳动生产率"]),
  rate(
    "energy-intensity",
    "单位增加值能耗",
    "吨标准煤/万元",
    [
      "单位工业增加值能耗",
      "万元工业增加值能耗",
      "万元产值能耗",
      "单位GDP能耗",
      "单位能耗",
      "万元GDP能耗",
      "能耗强度",
      "能耗",
    ],
    { isLowerBetter: true }
  ),
  // By the whole of what is produced, not by what was added to it.
  rate(
    "energy-per-output",
    "单位产值能耗",
    "吨标准煤/万元",
    ["单位工业总产值能耗", "单位产值综合能耗", "万元工业总产值能耗"],
    { isLowerBetter: true }
  ),
  rate("output-per-energy", "单位能耗增加值", "万元/吨标准煤", [
    "单位能耗工业增加值",
    "单位能耗产出",
    "单位能耗产值",
  ]),
  flow("energy-consumption", "能源消费总量", "万吨标准煤", [
    "能耗总量",
    "能源消耗总量",
    "能源消费量",
  ]),
  rate("energy-intensity-fall", "单位能耗下降率", "%", [
    "单位GDP能耗下降率",
    "单位增加值能耗下降率",
    "单位工业增加值能耗下降率",
    "能耗下降率",
    "能耗强度下降率",
  ]),
  rate("carbon-intensity", "碳排放强度", "吨/万元", ["单位GDP二氧化碳排放"], {
    isLowerBetter: true,
  }),
];
