import { describe, expect, test } from "@jest/globals";
import {
  canonicalZoneName,
  isAllZonesLabel,
  isZoneLabel,
  recogniseReference,
  zoneKindOf,
} from "../../../src/core/index.ts";
import { readTableOf, subjectLines } from "../sheet/reading.ts";

/** Zones all over the country, as forms print them, and the name each is matched by. None but a few are in any table. */
const ZONES: readonly (readonly [label: string, name: string])[] = [
  ["运城开发区", "运城"],
  ["运城经开区", "运城"],
  ["运城经济技术开发区", "运城"],
  ["运 城 经 开 区", "运城"],
  ["晋中开发区", "晋中"],
  ["晋城开发区", "晋城"],
  ["风陵渡经济技术开发区", "风陵渡"],
  ["1.河津经济技术开发区（筹）", "河津"],
  ["01河津开发区", "河津"],
  ["一、河津开发区", "河津"],
  ["（一）河津开发区", "河津"],
  ["①河津开发区", "河津"],
  ["河津开发区※", "河津"],
  ["河津经济技术开发区(托管)", "河津"],
  ["芮城经济开发区(原风陵渡)", "芮城"],
  ["稷山经济技术开发区（稷山县）", "稷山"],
  ["河津经开区管理委员会", "河津"],
  ["闻喜经济技术开发区党工委", "闻喜"],
  ["山西河津经济技术开发区管委会", "河津"],
  ["河津市经济技术开发区", "河津"],
  ["尧都区高新技术产业开发区", "尧都"],
  ["方山县云丘山文旅示范区", "云丘山"],
  ["万荣现代农业产业示范区", "万荣"],
  ["万荣农业示范区（农业类）", "万荣"],
  ["运城盐湖高新技术产业开发区", "盐湖"],
  ["太原武宿综合保税区", "武宿"],
  ["武宿综保区", "武宿"],
  ["太谷农高区", "太谷"],
  ["晋中国家农高区", "晋中"],
  ["张家港经济技术开发区", "张家港"],
  ["江苏昆山经济技术开发区", "昆山"],
  ["苏州工业园区", "苏州"],
  ["北京经济技术开发区", "北京"],
  ["上海张江高新技术产业开发区", "张江"],
  ["武汉东湖新技术开发区", "东湖"],
  ["漕河泾新兴技术开发区", "漕河泾"],
  ["中关村科技园区", "中关村"],
  ["郑州航空港经济综合实验区", "航空港"],
  ["长葛市先进制造业开发区", "长葛"],
  ["新乡县产业集聚区", "新乡"],
  ["内蒙古和林格尔新区", "和林格尔"],
  ["广西钦州保税港区", "钦州"],
  ["伊宁边境经济合作区", "伊宁"],
  ["霍尔果斯经济开发区", "霍尔果斯"],
  ["福建漳州古雷港经济开发区", "古雷港"],
  ["泉州台商投资区", "泉州"],
  ["平潭综合实验区", "平潭"],
  ["青岛西海岸新区", "西海岸"],
  ["平陆循环经济园区", "平陆"],
  ["孝义经济开发区", "孝义"],
];

describe("zones", () => {
  test("are matched by their own name, whatever stands around it", () => {
    expect(ZONES.map(([label]) => [label, canonicalZoneName(label)])).toEqual(ZONES);
  });

  test("are zones by the form of their name", () => {
    expect(ZONES.filter(([label]) => !isZoneLabel(label))).toEqual([]);
  });

  test("stand as zones in a table, each a member of the total", () => {
    const labels = ZONES.slice(8).map(([label]) => label);
    const names = [...new Set(labels.map(canonicalZoneName))];
    const rows = labels.filter(
      (label, i) =>
        names.indexOf(canonicalZoneName(label)) !== -1 &&
        labels.findIndex((other) => canonicalZoneName(other) === canonicalZoneName(label)) === i
    );
    const table = readTableOf([
      ["2023年1-6月工业投资完成情况"],
      ["开发区", "完成", "同比(%)"],
      ...rows.map((label, i) => [label, i + 1.5, 3.2]),
      ["合计", rows.reduce((sum, _, i) => sum + i + 1.5, 0), null],
    ]);
    const subjects = subjectLines(table);
    expect(subjects.slice(0, -1).filter((line) => !line.startsWith("zone "))).toEqual([]);
    expect(subjects.at(-1)).toBe(`total 合计 [${rows.map((_, i) => i).join()}]`);
  });

  test.each([
    "Suzhou Industrial Park",
    "Beijing E-Town",
    "Total",
    "合计",
    "工业投资",
    "全市",
    "示范区",
    "开发区",
    "县(市、区)",
    "跨县区",
    "省级开发区",
  ])("%s is no name of a zone", (label) => {
    expect(isZoneLabel(label)).toBe(false);
  });

  test("a suffix alone is a zone among a city's own, under one short name", () => {
    for (const label of ["经济技术开发区", "经济开发区", "经开区"])
      expect(canonicalZoneName(label)).toBe("经开区");
    for (const label of ["高新技术产业开发区", "高新区"])
      expect(canonicalZoneName(label)).toBe("高新区");
    for (const label of ["综合保税区", "综保区"]) expect(canonicalZoneName(label)).toBe("综保区");
  });

  test("zones of one place and different kinds stay apart", () => {
    const table = readTableOf([
      ["2023年1-6月苏州市开发区主要指标"],
      ["开发区", "工业投资", "税收收入"],
      ["昆山经济技术开发区", 14.2, 3.1],
      ["昆山高新技术产业开发区", 10.1, 2.2],
      ["昆山综合保税区", 5.5, 1.1],
      ["合计", 29.8, 6.4],
    ]);
    expect(new Set(table.subjects.map(({ name }) => name)).size).toBe(4);
  });

  test("level and standing are no kind", () => {
    expect(zoneKindOf("国家级")).toBeNull();
    expect(zoneKindOf("省级开发区(筹)")).toBeNull();
  });
});

describe("totals and wholes", () => {
  test.each([
    ["运城市开发区", true],
    ["太原市开发区", true],
    ["运城市省级开发区", true],
    ["全市开发区", true],
    ["全市开发区合计", true],
    ["全市省级开发区", true],
    ["各开发区合计", true],
    ["运城开发区", false],
    ["运城经开区", false],
    ["晋中开发区", false],
    ["河津市经济技术开发区", false],
  ])("%s stands for all zones of a city: %s", (label, isAll) => {
    expect(isAllZonesLabel(label)).toBe(isAll);
  });

  test.each([
    ["全市", "city"],
    ["市", "city"],
    ["全省", "province"],
    ["山西省", "province"],
    ["全省开发区", "province-zones"],
    ["全省省级开发区", "province-zones"],
    ["全省工业类开发区", "province-zones"],
    ["全国", "nation"],
    ["全国经开区", "nation-zones"],
    ["中部", "nation"],
  ])("%s is the whole %s", (label, scope) => {
    expect(recogniseReference(label)).toBe(scope);
  });

  /** The row below three zones of 10, 20 and 30, with the amount it prints. */
  const rowOf = (label: string, amount: number): string | undefined =>
    subjectLines(
      readTableOf([
        ["运城市开发区2023年1-6月主要指标"],
        ["开发区", "工业投资（亿元）", "税收收入（亿元）"],
        ["河津开发区", 10, 1],
        ["永济开发区", 20, 2],
        ["闻喜开发区", 30, 3],
        [label, amount, amount / 10],
      ])
    ).at(-1);

  test.each(
    "合计 总计 共计 计 汇总 合　计 累计 全市开发区 全市开发区合计 开发区合计 各开发区合计 运城市开发区 10个工业类开发区 在总计中 Total 总数".split(
      " "
    )
  )("%s under the zones adds them up", (label) => {
    expect(rowOf(label, 60)).toMatch(/^total .+ \[0,1,2\]$/u);
  });

  test.each("平均 平均值 全市平均 全省平均 全省开发区平均 中位数".split(" "))(
    "%s is an average and adds nothing up",
    (label) => {
      expect(rowOf(label, 20)).toMatch(/^average /u);
    }
  );

  test("全市 is the sum where it equals it, a wider whole where it is larger", () => {
    expect(rowOf("全市", 60)).toBe("total 全市 [0,1,2]");
    expect(rowOf("运城市", 60)).toBe("total 全市 [0,1,2]");
    expect(rowOf("全市", 177.5)).toBe("reference 全市");
    expect(rowOf("运城市", 177.5)).toBe("reference 全市");
  });

  test.each(["全省", "全省开发区", "全国", "全国经开区", "山西省"])(
    "%s is a reference",
    (label) => {
      expect(rowOf(label, 1000)).toMatch(/^reference /u);
    }
  );

  test("groups and parts: 小计 adds its own zones, 其中 is a part", () => {
    const table = readTableOf([
      ["运城市开发区2023年1-6月主要指标"],
      ["开发区", "工业投资（亿元）", "税收收入（亿元）"],
      ["河津开发区", 10, 1],
      ["永济开发区", 20, 2],
      ["工业类小计", 30, 3],
      ["万荣农业示范区", 2, 0.2],
      ["临猗农业示范区", 3, 0.3],
      ["农业示范区小计", 5, 0.5],
      ["合计", 35, 3.5],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 永济",
      "subtotal 工业类小计 [0,1]",
      "zone 万荣",
      "zone 临猗",
      "subtotal 农业示范区小计 [3,4]",
      "total 合计 [0,1,3,4]",
    ]);
  });
});

test("where counties stand beside zones a bare stem is the county, and the two do not mix", () => {
  const table = readTableOf([
    ["运城市2023年1-6月主要指标"],
    ["地区", "工业投资（亿元）", "税收收入（亿元）"],
    ["河津", 30, 3],
    ["河津经济技术开发区", 20, 2],
    ["永济市", 18, 1.5],
    ["永济经济技术开发区", 11, 1],
  ]);
  const names = table.subjects.map(({ name }) => name);
  expect(new Set(names).size).toBe(4);
  expect(names).toContain("永济市");
});
