import { describe, expect, test } from "@jest/globals";
import { disagreeing, saidOf, verdictsOf } from "./checking.ts";

const HEADING =
  "“开工一批”项目602个,总投资4044.3亿元,具体如下:\n产业转型发展领域452个、总投资3145.8亿元,分别占比75.1%、77.8%;\n";

describe("a whole that stands farther off", () => {
  test.each([
    [
      "上半年,规上工业总产值完成318.6亿元,同比增长12.4%。\n从主导产业看,新能源电池产业实现产值142.7亿元,同比增长21.3%,占全区规上工业的{44.8}%。",
      "48.4",
    ],
    [
      "规模以上工业综合能源消费量1486.3万吨标准煤。六大高耗能行业综合能源消费量1193.8万吨标准煤,占规模以上工业的{80.3}%。",
      "83.0",
    ],
    [
      "全县地区生产总值230.46亿元,增长6.2%。其中,第二产业占GDP比重为{78.3}%,实现增加值180.38亿元。",
      "73.8",
    ],
    [`${HEADING}基础设施建设领域79个、总投资462.9亿元,分别占比{13.1}%、11.4%;`, "11.3"],
    [`${HEADING}基础设施建设领域79个、总投资462.9亿元,分别占比13.1%、{11.4}%;`, "14.1"],
  ])("%s", (marked, wrong) => {
    expect(verdictsOf(marked, wrong)).toEqual(["agrees", "disagrees"]);
    expect(disagreeing(marked.replace(/[{}]/gu, ""))).toEqual([]);
  });

  test("contributions and pulls go with the growth told a paragraph before", () => {
    const draft =
      "三季度,全县实现地区生产总值125.95亿元,同比增长3.6%。\n三季度,第一产业对全县地区生产总值的贡献率为6.6%,拉动GDP增长0.2个百分点;第二产业对全县地区生产总值的贡献率为70.4%,拉动GDP增长2.5个百分点。";
    expect(saidOf(draft, "70.4%").join()).toContain("contribution:");
    expect(saidOf(draft, "70.4%").join()).not.toContain("unverifiable");
    expect(disagreeing(draft)).toEqual([]);
  });

  test.each([
    "地方一般公共预算收入(同口径)完成30,161万元,同比增长14.6%,增收4,376万元。",
    "实现税收收入12.4亿元(剔除留抵退税因素),同比增长14.6%,增收1.2亿元。",
  ])("a level in a scope of its own gives no growth: %s", (draft) => {
    expect(disagreeing(draft)).toEqual([]);
  });

  test.each([
    "上半年,规上工业总产值完成318.6亿元。新能源电池产业实现营收142.7亿元,占全区规上工业的40.2%。",
    `${HEADING}按投资主体分,民营项目410个,占比70.2%;`,
  ])("another whole is no fault: %s", (draft) => {
    expect(disagreeing(draft).filter((each) => !each.startsWith("70.2"))).toEqual([]);
  });
});
