import { describe, expect, test } from "@jest/globals";
import {
  canonicalZoneName,
  findCity,
  formatPeriod,
  indicatorById,
  indicators,
  isAllZonesLabel,
  normaliseText,
  parsePeriod,
  recogniseIndicator,
  recogniseMeasure,
  recogniseReference,
  recogniseUnit,
  recogniseUnits,
  zoneKindOf,
} from "../../../src/core/index.ts";

describe("indicators", () => {
  test.each([
    ["工业投资", "industrial-investment"],
    ["工 业　投 资", "industrial-investment"],
    ["其中：工业投资（亿元）", "industrial-investment"],
    ["二、工业性投资①", "industrial-investment"],
    ["固投", "fixed-asset-investment"],
    ["固定资产投资(不含农户)", "fixed-asset-investment"],
    ["规模以上工业增加值同比增长(%)", "industrial-value-added"],
    ["规上工业", "industrial-value-added"],
    ["转型项目投资", "transformation-investment"],
    ["GDP", "gdp"],
    ["gdp", "gdp"],
    ["升规入统", "new-large-enterprises"],
    ["Ｒ＆Ｄ经费", "research-spending"],
    ["签约项目开工率", "starting-rate"],
    ["绿色有机农产品覆盖率", "organic-coverage"],
    ["工業投資", "industrial-investment"],
  ])("%s is recognised by name, alias and whatever stands around it", (text, id) => {
    const found = recogniseIndicator(text);
    expect(found?.id).toBe(id);
  });

  test.each([
    "采矿业工业投资",
    "占地面积",
    "用地指标(亩)",
    "增长点",
    "形象进度",
    "其余",
    "同比增长(%)",
    "",
  ])("%s names no indicator of the catalogue", (text) => {
    expect(recogniseIndicator(text)).toBeUndefined();
  });

  test("a share's whole is not the indicator of the share", () => {
    expect(recogniseIndicator("占工业投资比重")).toBeUndefined();
    expect(recogniseIndicator("转型项目占工业投资比重")?.id).toBe("transformation-investment");
  });

  test("every id is unique, found again, and every part names a whole of the catalogue", () => {
    const all = indicators();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const indicator of all) {
      expect(indicatorById(indicator.id)).toBe(indicator);
      expect(recogniseIndicator(indicator.name)?.id).toBe(indicator.id);
      if (indicator.unit) expect(recogniseUnit(indicator.unit)?.name).toBe(indicator.unit);
      if (indicator.partOf !== null) expect(indicatorById(indicator.partOf)).toBeDefined();
    }
  });

  test.each([
    ["工业投资", "same-scope"],
    ["规上工业增加值", "constant-price"],
    ["税收收入", "nominal"],
    ["规上工业企业", "count"],
  ])("%s grows on the basis %s", (name, basis) => {
    expect(recogniseIndicator(name)?.growthBasis).toBe(basis);
  });

  test("less idle land is better", () => {
    expect(recogniseIndicator("闲置土地")?.direction).toBe("lower-is-better");
  });
});

describe("measures", () => {
  test.each([
    ["同比±%", "growth"],
    ["同比\n增长\n（％）", "growth"],
    ["比上年同期增减%", "growth"],
    ["降幅", "fall"],
    ["环比", "growth-other"],
    ["上年同期增速", "growth-other"],
    ["占全市%", "share"],
    ["占市", "share"],
    ["占全市(177.53亿元)比重", "share"],
    ["占工业投资比重(%)", "share"],
    ["占年计划%", "attainment"],
    ["完成年度目标%", "attainment"],
    ["与全市比(百分点)", "difference"],
    ["比全市±", "difference"],
    ["高于全省开发区", "difference"],
    ["省定目标(%)", "target"],
    ["目 标 值", "target"],
    ["增速目标", "target"],
    ["上半年目标", "target-part"],
    ["差距", "gap"],
    ["与目标差距", "gap"],
    ["增速位次", "rank"],
    ["位次变化", "rank-change"],
    ["是否达标", "verdict"],
    ["增减额", "increase"],
    ["序时进度", "pace"],
    ["超(欠)序时进度", "pace-difference"],
    ["上年同期", "prior"],
    ["上年全年", "prior-year"],
    ["本月", "actual-month"],
    ["本月止累计", "actual"],
    ["绝对量", "actual"],
    ["剩余", "remaining"],
    ["年初数", "opening"],
    ["得分", "score"],
  ])("%s is %s", (text, measure) => {
    expect(recogniseMeasure(text)).toBe(measure);
  });

  test.each(["形象进度", "备注", "占地面积", "计划总投资", "责任单位", "单位", "其余"])(
    "%s is no measure",
    (text) => {
      expect(recogniseMeasure(text)).toBeUndefined();
    }
  );
});

describe("periods", () => {
  test.each([
    ["2023年1—6月", "2023-01..06"],
    ["2023年1－6月份", "2023-01..06"],
    ["1~6月", "????-01..06"],
    ["1至6月", "????-01..06"],
    ["元-6月", "????-01..06"],
    ["前六个月", "????-01..06"],
    ["上半年", "????-01..06"],
    ["二〇二三年上半年", "2023-01..06"],
    ["23年1-6月", "2023-01..06"],
    ["一季度", "????-01..03"],
    ["前三季度", "????-01..09"],
    ["1-3季度", "????-01..09"],
    ["二季度", "????-Q2"],
    ["6月份", "????-06"],
    ["十二月", "????-12"],
    ["2023年6月", "2023-06"],
    ["202306", "2023-06"],
    ["2023.06", "2023-06"],
    ["截至6月底", "????-06-end"],
    ["截止2023年6月末", "2023-06-end"],
    ["2023年6月30日", "2023-06-end"],
    ["2023年", "2023"],
    ["2023年度", "2023"],
    ["运城市开发区2023年1-6月主要经济指标完成情况表", "2023-01..06"],
    ["2023年运城市开发区上半年指标", "2023-01..06"],
  ])("%s is %s", (text, period) => {
    const found = parsePeriod(text);
    expect(found && formatPeriod(found)).toBe(period);
  });

  test.each(["工业投资", "序号", "第3名", "上年1-6月", ""])(
    "%s names no period of its own",
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    }
  );
});

describe("zones", () => {
  test.each([
    ["运城经济技术开发区", "运城"],
    ["运城经开区", "运城"],
    ["运城开发区", "运城"],
    ["运 城 开发区", "运城"],
    ["1.河津经济技术开发区（筹）", "河津"],
    ["山西河津经济技术开发区管委会", "河津"],
    ["河津市经济技术开发区", "河津"],
    ["阳城县经济技术开发区", "阳城"],
    ["运城盐湖高新技术产业开发区", "盐湖"],
    ["盐湖高新区", "盐湖"],
    ["万荣现代农业产业示范区", "万荣"],
    ["绛县开发区", "绛县"],
    ["河津市", "河津市"],
    ["河津", "河津"],
    ["运城市开发区", "运城市开发区"],
  ])("%s is matched as %s", (label, name) => {
    expect(canonicalZoneName(label)).toBe(name);
  });

  test.each([
    ["运城市开发区", true],
    ["全市开发区", true],
    ["各开发区合计", true],
    ["运城开发区", false],
    ["河津市经济技术开发区", false],
  ])("%s stands for all zones: %s", (label, isAll) => {
    expect(isAllZonesLabel(label)).toBe(isAll);
  });

  test.each([
    ["工业类", "industrial"],
    ["万荣农业示范区", "agricultural"],
    ["云丘山文化旅游示范区", "cultural-tourism"],
    ["物流园区", "service"],
    ["转型综合改革示范区", "comprehensive"],
    ["河津开发区", null],
  ])("%s is of the kind %s", (label, kind) => {
    expect(zoneKindOf(label)).toBe(kind);
  });

  test.each([
    ["全市", "city"],
    ["全 省", "province"],
    ["山西省", "province"],
    ["全省开发区", "province-zones"],
    ["全国经开区", "nation-zones"],
  ])("%s is the reference %s", (label, scope) => {
    expect(recogniseReference(label)).toBe(scope);
  });

  test.each(["河津开发区", "市辖区", "合计"])("%s is no reference", (label) => {
    expect(recogniseReference(label)).toBeUndefined();
  });

  test("a city is found by its name, not by any word before 市", () => {
    expect(findCity("运城市开发区2023年上半年指标")).toBe("运城");
    expect(findCity("各县(市、区)固定资产投资")).toBeNull();
    expect(findCity("市场主体统计表")).toBeNull();
  });
});

describe("units", () => {
  test.each([
    ["亿元", "money", 1e8],
    ["（万元）", "money", 1e4],
    ["单位：万元", "money", 1e4],
    ["％", "rate", 1],
    ["百分点", "points", 1],
    ["万平方米", "floor", 1e4],
    ["公顷", "land", 15],
    ["户", "count", 1],
    ["万美元", "foreign-money", 1e4],
  ])("%s belongs to %s", (text, family, factor) => {
    expect(recogniseUnit(text)).toMatchObject({ family, factor });
  });

  test("a unit line lists several", () => {
    expect(recogniseUnits("单位：亿元、%、户").map(({ name }) => name)).toEqual([
      "亿元",
      "%",
      "户",
    ]);
  });

  test("words are no units", () => {
    expect(recogniseUnit("填报单位")).toBeUndefined();
    expect(recogniseUnit("亿元、%")).toBeUndefined();
  });
});

test("keys drop blanks, footnote marks and full-width forms, and keep the ellipsis and 注册", () => {
  expect(normaliseText("合　计*")).toBe("合计");
  expect(normaliseText("同比\n（％）[2]")).toBe("同比(%)");
  expect(normaliseText("……")).toBe("…");
  expect(normaliseText("注册资本（注1）")).toBe("注册资本");
});
