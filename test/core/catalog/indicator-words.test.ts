import { describe, expect, test } from "@jest/globals";
import { indicatorById, recogniseIndicator } from "../../../src/core/index.ts";
import { readHeader } from "./read-header.ts";

type Row = readonly [name: string, aliases: string, unit: string, kind: string, basis: string];

/** Indicators of the trade: name, other names, unit, kind and growth basis. `L` behind the basis: less is better. */
const INDICATORS: readonly Row[] = [
  [
    "工业投资",
    "工业固定资产投资 工业性投资 工业性投入 工投 工业项目投资",
    "亿元",
    "flow",
    "same-scope",
  ],
  [
    "固定资产投资",
    "固投 固定资产投资额 固定资产投资(不含农户) 全社会固定资产投资 投资",
    "亿元",
    "flow",
    "same-scope",
  ],
  ["制造业投资", "制造业固定资产投资", "亿元", "flow", "same-scope"],
  ["技术改造投资", "技改投资 工业技改投资", "亿元", "flow", "same-scope"],
  ["民间投资", "民间固定资产投资", "亿元", "flow", "same-scope"],
  ["基础设施投资", "基建投资", "亿元", "flow", "same-scope"],
  ["高技术产业投资", "高技术制造业投资", "亿元", "flow", "same-scope"],
  [
    "转型项目当年完成投资",
    "转型项目投资 转型项目完成投资 转型项目当年投资 转型投资",
    "亿元",
    "flow",
    "same-scope",
  ],
  ["产业当年完成投资", "产业完成投资", "亿元", "flow", "same-scope"],
  [
    "规上工业增加值",
    "规模以上工业增加值 规模工业增加值 规工增加值 规上工业 工业增加值(规上) 规工",
    "亿元",
    "flow",
    "constant-price",
  ],
  ["规上工业总产值", "规上产值 工业总产值 现价产值", "亿元", "flow", "same-scope"],
  ["规上工业营业收入", "营业收入 主营业务收入 营收", "亿元", "flow", "same-scope"],
  ["规上工业利润总额", "利润总额 利润", "亿元", "flow", "same-scope"],
  ["主要产品产量", "工业产品产量", "", "flow", "same-scope"],
  [
    "战新产业增加值",
    "战略性新兴产业 战新 新兴产业 工业战略性新兴产业 战略性新兴产业增加值",
    "亿元",
    "flow",
    "constant-price",
  ],
  ["战新产业产值", "战略性新兴产业产值", "亿元", "flow", "same-scope"],
  ["高技术制造业增加值", "高技术制造业", "亿元", "flow", "constant-price"],
  ["装备制造业增加值", "装备制造业", "亿元", "flow", "constant-price"],
  ["地区生产总值", "GDP 生产总值", "亿元", "flow", "constant-price"],
  ["一般公共预算收入", "财政收入 公共预算收入 地方级收入", "亿元", "flow", "nominal"],
  ["税收收入", "税收 入库税收 全口径税收", "亿元", "flow", "nominal"],
  ["社会消费品零售总额", "社零 限上零售额", "亿元", "flow", "same-scope"],
  ["进出口总额", "进出口 外贸进出口总额 货物进出口", "亿元", "flow", "nominal"],
  ["出口总额", "出口", "亿元", "flow", "nominal"],
  ["进口总额", "进口", "亿元", "flow", "nominal"],
  ["实际使用外资", "实际利用外资 到资 外资到位", "万美元", "flow", "nominal"],
  ["合同外资", "合同利用外资", "万美元", "flow", "nominal"],
  ["到位资金", "招商引资到位资金 省外资金 内资到位 市外到位 实际到位", "亿元", "flow", "nominal"],
  ["绿色有机农产品覆盖率", "绿色有机农产品认证覆盖率", "%", "rate", "same-scope"],
  ["规上工业企业", "规模以上工业企业 规上企业数 四上企业", "户", "count", "count"],
  ["新增规上工业企业", "升规 小升规 升规入统 新入统 新增规上", "户", "count", "count"],
  ["退规企业", "退规 退库", "户", "count", "count L"],
  ["市场主体", "经营主体", "户", "count", "count"],
  ["新增市场主体", "新登记", "户", "count", "count"],
  ["企业", "企业数", "户", "count", "count"],
  ["个体工商户", "个体户", "户", "count", "count"],
  ["高新技术企业", "高企", "家", "count", "count"],
  ["科技型中小企业", "科技型中小企业数", "家", "count", "count"],
  ["专精特新企业", "专精特新", "家", "count", "count"],
  ["小巨人企业", "小巨人", "家", "count", "count"],
  ["单项冠军企业", "单项冠军", "家", "count", "count"],
  ["瞪羚企业", "瞪羚", "家", "count", "count"],
  ["链主企业", "链主", "家", "count", "count"],
  ["研发投入", "R&D经费 研发经费 研发费用", "亿元", "flow", "nominal"],
  ["研发投入强度", "R&D经费投入强度", "%", "rate", "same-scope"],
  ["研发机构", "研发机构数", "个", "count", "count"],
  ["研发活动覆盖率", "研发覆盖率", "%", "rate", "same-scope"],
  ["省级中小企业园", "中小企业园", "个", "count", "count"],
  ["主导产业", "主导产业数", "个", "count", "count"],
  ["标准地出让宗数", "标准地 标准地出让 以标准地形式出让", "宗", "count", "count"],
  ["标准地出让面积", "标准地面积 标准地(亩)", "亩", "flow", "nominal"],
  ["工业用地出让面积", "工业用地出让", "亩", "flow", "nominal"],
  ["土地出让金", "土地出让收入", "万元", "flow", "nominal"],
  ["批而未供土地", "批而未供", "亩", "stock", "nominal L"],
  ["闲置土地", "闲置土地面积", "亩", "stock", "nominal L"],
  ["标准厂房建成面积", "标准厂房 标准化厂房 标准厂房建成", "万平方米", "stock", "nominal"],
  ["标准厂房投用面积", "标准厂房投用", "万平方米", "stock", "nominal"],
  ["标准厂房今年建成面积", "今年建成标准厂房", "万平方米", "flow", "nominal"],
  ["标准厂房在建面积", "标准厂房在建", "万平方米", "stock", "nominal"],
  ["标准厂房开工面积", "标准厂房开工", "万平方米", "flow", "nominal"],
  ["标准厂房空置面积", "标准厂房空置", "万平方米", "stock", "nominal L"],
  ["基础设施项目", "基础设施项目数", "个", "count", "count"],
  ["基础设施项目总投资", "基础设施总投资", "亿元", "stock", "nominal"],
  ["基础设施项目已完成投资", "基础设施已完成投资", "亿元", "flow", "nominal"],
  ["工业技改项目", "技改项目", "个", "count", "count"],
  ["工业技改项目总投资", "技改项目总投资", "亿元", "stock", "nominal"],
  ["省级开发区发展建设专项资金", "省级开发区专项资金", "万元", "flow", "nominal"],
  ["三个一批项目", "三个一批", "个", "count", "count"],
  ["签约项目", "签约一批 集中签约", "个", "count", "count"],
  ["签约项目总投资", "签约一批总投资 签约项目(亿元)", "亿元", "stock", "nominal"],
  ["签约项目预计年产值", "签约一批预计年产值", "亿元", "stock", "nominal"],
  ["开工项目", "开工一批 新开工项目", "个", "count", "count"],
  ["开工项目总投资", "开工一批总投资", "亿元", "stock", "nominal"],
  ["开工项目已完成投资", "开工一批已完成投资", "亿元", "flow", "nominal"],
  ["投产项目", "投产一批", "个", "count", "count"],
  ["投产项目总投资", "投产一批总投资", "亿元", "stock", "nominal"],
  ["产业类项目", "产业项目", "个", "count", "count"],
  ["产业类项目总投资", "产业类总投资", "亿元", "stock", "nominal"],
  ["入库项目", "新入库项目", "个", "count", "count"],
  ["亿元以上项目", "亿元项目", "个", "count", "count"],
  ["签约战新项目", "战新签约项目", "个", "count", "count"],
  ["开工战新项目", "战新开工项目", "个", "count", "count"],
  ["投产战新项目", "战新投产项目", "个", "count", "count"],
  ["对接项目", "对接 洽谈项目", "个", "count", "count"],
  ["意向项目", "意向", "个", "count", "count"],
  ["签约落地项目", "落地开工 签约落地", "个", "count", "count"],
  ["当年签约当年开工项目", "当年签约当年开工", "个", "count", "count"],
  ["产业链招商项目", "产业链招商", "个", "count", "count"],
  ["产业基金招商", "产业基金", "亿元", "flow", "nominal"],
  ["签约率", "履约率", "%", "rate", "same-scope"],
  ["开工率", "签约项目开工率", "%", "rate", "same-scope"],
  ["开复工率", "复工率", "%", "rate", "same-scope"],
  ["投产率", "投产投用率 竣工率 开工项目投产率", "%", "rate", "same-scope"],
  ["达效率", "达产率 产业类项目达效率", "%", "rate", "same-scope"],
  ["资金到位率", "到位率", "%", "rate", "same-scope"],
  ["承诺制项目", "承诺制", "个", "count", "count"],
  ["全代办项目", "全代办", "个", "count", "count"],
  ["全代办事项", "领办代办 代办事项 全代办(件)", "项", "count", "count"],
  ["区域评估", "区域评估事项", "项", "count", "count"],
  ["区域评估完成率", "评估完成率", "%", "rate", "same-scope"],
  ["政府统一服务事项", "统一服务事项", "项", "count", "count"],
  ["一枚印章管审批事项", "一枚印章", "项", "count", "count"],
  ["赋权事项", "授权赋能", "项", "count", "count"],
  ["拿地即开工项目", "拿地即开工 四证同发", "个", "count", "count"],
  ["双标集成项目", "双标集成", "个", "count", "count"],
  ["一本制项目", "一本制", "个", "count", "count"],
  ["区内事区内办事项", "区内事区内办", "项", "count", "count"],
  ["三化三制", "三化三制改革", "项", "count", "count"],
  ["三项改革", "承诺制+标准地+全代办", "项", "count", "count"],
  ["五减", "五减事项", "项", "count", "count"],
  ["四零", "四零服务", "项", "count", "count"],
  ["7×24小时政务服务超市", "政务服务超市", "个", "count", "count"],
  ["月度调度", "调度会", "次", "count", "count"],
  ["专项整治问题", "专项整治", "个", "count", "count L"],
  ["巡察整改事项", "巡察整改", "项", "count", "count"],
  ["专项审计问题", "专项审计", "个", "count", "count"],
  ["综合审计问题", "综合审计", "个", "count", "count"],
  ["审计问题", "审计发现问题", "个", "count", "count"],
  ["办实事事项", "办实事 办实事清单", "件", "count", "count"],
  ["建立制度", "建章立制", "项", "count", "count"],
  ["放权不到位问题", "放权不到位", "个", "count", "count L"],
  ["半拉子工程", "半拉子项目", "个", "count", "count L"],
  ["两不一欠", "两不一欠项目", "个", "count", "count L"],
  ["督导", "督导次数", "次", "count", "count"],
  ["调研", "开展调研", "个", "count", "count"],
  ["协调解决问题", "推进解决", "个", "count", "count"],
  ["赴省协调", "赴省协调次数", "次", "count", "count"],
  ["单位增加值能耗", "能耗 万元产值能耗", "吨标准煤/万元", "rate", "same-scope L"],
  ["单位能耗下降率", "单位GDP能耗下降率", "%", "rate", "same-scope"],
  ["碳排放强度", "单位GDP二氧化碳排放", "吨/万元", "rate", "same-scope L"],
  ["亩均税收", "亩均效益", "万元/亩", "rate", "same-scope"],
  ["亩均增加值", "亩均工业增加值", "万元/亩", "rate", "same-scope"],
  ["地均产出", "地均产值", "亿元/平方公里", "rate", "same-scope"],
  ["投资强度", "亩均投资强度", "万元/亩", "rate", "same-scope"],
  ["容积率", "平均容积率", "", "rate", "same-scope"],
  ["劳动生产率", "全员劳动生产率", "万元/人", "rate", "same-scope"],
];

/** Names that say their unit, or head a list of firms where they stand alone. */
const NAMES = INDICATORS.flatMap(([name, aliases]) =>
  [name, ...aliases.split(" ")].map((alias): readonly [string, string] => [alias, name])
);
const BARE = NAMES.filter(([alias]) => !/\((?:亩|件|亿元)\)$/u.test(alias));

function nameIn(line: string): string {
  return /^(.+?) (?:actual|rate|growth|target) \(.*\)$/u.exec(line)?.[1] ?? line;
}

describe("indicators", () => {
  test("have the unit, kind and growth basis the trade gives them", () => {
    const found = INDICATORS.map(([name]) => {
      const indicator = recogniseIndicator(name);
      if (indicator === undefined) return [name, "unknown"];
      const better = indicator.direction === "lower-is-better" ? " L" : "";
      return [name, indicator.unit, indicator.kind, indicator.growthBasis + better];
    });
    expect(found).toEqual(INDICATORS.map(([name, , ...traits]) => [name, ...traits]));
  });

  test("are known by each of their names", () => {
    const found = BARE.map(([alias]) => [alias, recogniseIndicator(alias)?.name]);
    expect(found).toEqual(BARE);
  });

  test("are the column's indicator whichever of their names heads it", () => {
    const found = NAMES.map(([alias]) => [alias, nameIn(readHeader([alias]))]);
    expect(found).toEqual(NAMES);
  });

  test("are glued to their growth: 工业投资同比增长(%)", () => {
    const found = BARE.map(([alias]) => [alias, readHeader([`${alias}同比增长（％）`])]);
    expect(found).toEqual(BARE.map(([alias, name]) => [alias, `${name} growth (%)`]));
  });

  test("head their measures: 工业投资 over 增速", () => {
    const found = BARE.map(([alias]) => [alias, readHeader([`${alias}*`, "增速"])]);
    expect(found).toEqual(BARE.map(([alias, name]) => [alias, `${name} growth (%)`]));
  });

  test("are read in a form whose year stands before them: 2023年1-6月工业投资", () => {
    const found = BARE.map(([alias]) => [alias, nameIn(readHeader([`2023年1—6月${alias}`]))]);
    expect(found).toEqual(BARE);
  });

  test("parts stay within their wholes", () => {
    const part = (name: string): string | undefined =>
      indicatorById(recogniseIndicator(name)?.partOf ?? "")?.name;
    expect(part("制造业投资")).toBe("工业投资");
    expect(part("技改投资")).toBe("工业投资");
    expect(part("民间投资")).toBe("固定资产投资");
    expect(part("转型项目投资")).toBe("工业投资");
    expect(part("出口")).toBe("进出口总额");
    expect(part("签约战新项目")).toBe("签约项目");
  });
});

test.each([
  ["新增市场主体其中：企业", "新增企业"],
  ["规上工业增加值其中：高技术制造业", "高技术制造业增加值"],
  ["采矿业工业投资（亿元）", "采矿业工业投资"],
  ["绿化面积（亩）", "绿化面积"],
])("%s is %s, not the whole it mentions", (text, name) => {
  expect(nameIn(readHeader([text]))).toBe(name);
});
