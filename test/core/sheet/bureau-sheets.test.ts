import { describe, expect, test } from "@jest/globals";
import type { GridCell } from "../../support/grid.ts";
import { fieldLine, judgedGrid, readTableOf, refusals, subjectLines } from "./reading.ts";

const _ = null;
type Rows = readonly (readonly GridCell[])[];

/** The same rows with one cell (A1) changed. */
function withCell(rows: Rows, at: string, value: GridCell): Rows {
  const [, letter = "A", line = "1"] = /^([A-Z])(\d+)$/u.exec(at) ?? [];
  return rows.map((row, r) =>
    r === Number(line) - 1
      ? row.map((cell, c) => (c === letter.charCodeAt(0) - 65 ? value : cell))
      : row
  );
}

describe("a city's counties with the plan of the year and that of three quarters", () => {
  const rows: Rows = [
    ["2021年1-8月全市固定资产投资暨重点项目完成情况表"],
    ["单位:亿元"],
    ["县(市、区)", "1-8月固投\n增速情况", "1-8月全市重点项目完成情况", _, _, _],
    [_, _, "年度投资计划", "前三季度\n投资计划", "1-8月\n完成投资", "完成前三季度目标任务占比(%)"],
    ["绵阳市", 10.4, 310.5, 229.1, 196.2, 85.6],
    ["市本级", _, 98.2, 71.4, 60.8, 85.2],
    ["涪城区", 11.2, 62.3, 47.6, 41.5, 87.2],
    ["三台县", 9.7, 54.8, 40.3, 33.1, 82.1],
    ["盐亭县", 8.9, 47.5, 34.6, 30.2, 87.3],
    ["高新区", 12.6, 47.7, 35.2, 30.6, 86.9],
  ];

  test("are read: the total under the city's name, two plans, and progress against the second", () => {
    const table = readTableOf(rows);
    expect(subjectLines(table)[0]).toBe("total 全市 [1,2,3,4,5]");
    expect(table.fields.map(fieldLine)).toEqual([
      "固定资产投资 growth (%)",
      "重点项目 target (亿元)",
      "重点项目 target-part (亿元)",
      "重点项目 actual (亿元)",
      "重点项目 attainment (%)",
    ]);
    expect(refusals(table)).toEqual([]);
  });

  test("a blank of 市本级, which is no county, is none", () => {
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "B7", _))).toEqual(["missing-value error B7"]);
  });

  test("progress is held to the plan its words name, and each plan adds up", () => {
    expect(judgedGrid(withCell(rows, "F8", 60.4))).toEqual(["rate-mismatch error F8"]);
    expect(judgedGrid(withCell(rows, "D5", 231.9))).toContain("sum-mismatch error D5");
    expect(judgedGrid(withCell(rows, "C9", 74.5))).toEqual(["sum-mismatch error C9"]);
  });
});

test("progress against the half-year plan stands beside that against the year's, and the pace is taken from the latter", () => {
  const rows: Rows = [
    [
      "开发区",
      "全年目标(亿元)",
      "上半年目标(亿元)",
      "1-6月完成(亿元)",
      "完成全年目标(%)",
      "完成上半年目标(%)",
      "与序时进度差(百分点)",
    ],
    ["黄海经济开发区", 42.5, 20.8, 22.1, 52, 106.3, 2],
    ["凤台经济开发区", 30.6, 14.9, 14.2, 46.4, 95.3, -3.6],
    ["龙池高新区", 18.4, 9.1, 9.6, 52.2, 105.5, 2.2],
    ["石门经济开发区", 25.3, 12.2, 12.9, 51, 105.7, 1],
    ["合计", 116.8, 57, 58.8, 50.3, 103.2, 0.3],
  ].map((row) => row);
  const named: Rows = [["2024年1-6月工业投资计划完成情况"], ...rows];
  expect(judgedGrid(named)).toEqual([]);
  expect(judgedGrid(withCell(named, "F4", 59.3))).toEqual(["rate-mismatch error F4"]);
  expect(judgedGrid(withCell(named, "G5", 3.4))).toEqual(["difference-mismatch error G5"]);
  expect(judgedGrid(withCell(named, "C7", 75))).toContain("sum-mismatch error C7");
});

describe("projects by industry under a corner head of two columns", () => {
  const rows: Rows = [
    ["某州2022年1-6月重点项目(分行业)投资完成情况表"],
    [
      "行业类别",
      _,
      "年度投资目标(万元)",
      "上半年投资目标(万元)",
      "1-6月底累计到位资金(万元)",
      "1-6月累计完成投资(万元)",
      "完成年度投资目标比例(%)",
      "完成上半年投资目标比例(%)",
    ],
    ["三次产业", "行 业"],
    ["第一产业", "农林产业", 82045, 40765, 50112, 48342, 58.92, 118.59],
    ["第二产业", "工业", 230000, 110000, 125000, 121000, 52.61, 110],
    [_, "建筑业", 41000, 20000, 20100, 19400, 47.32, 97],
    ["第三产业", "旅游", 80000, 38000, 41000, 40200, 50.25, 105.79],
    ["合计", _, 433045, 208765, 236212, 228942, 52.87, 109.66],
  ];

  test("工业 and 旅游 are rows, and what was invested is not the funds before it", () => {
    const table = readTableOf(rows);
    expect(subjectLines(table)).toEqual([
      "zone 农林产业",
      "zone 工业",
      "zone 建筑业",
      "zone 旅游",
      "total 合计 [0,1,2,3]",
    ]);
    expect(table.fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)).toEqual([
      "固定资产投资 target",
      "固定资产投资 target-part",
      "到位资金 actual",
      "固定资产投资 actual",
      "固定资产投资 attainment",
      "固定资产投资 attainment",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("and their faults are found where they are", () => {
    expect(judgedGrid(withCell(rows, "F8", 229842))).toContain("sum-mismatch error F8");
    expect(judgedGrid(withCell(rows, "H6", 79))).toEqual(["rate-mismatch error H6"]);
  });
});

describe("a printed yearbook page", () => {
  const head: Rows = [
    ["类 别", "企 业", _, "工 业", "工 业", "工 业", "资产合计"],
    [_, "单 位 数", "#亏 损", _, _, _, _],
    [_, "(个)", "企 业", "总 产 值", "销售产值", "增 加 值", _],
  ];
  const rows: Rows = [
    ["13-4 规模以上工业主要经济指标"],
    ["(2004年)", _, _, _, _, _, "单位:万元"],
    ...head,
    ["总 计", 620, 75, 812450, 790310, 233070, 905660],
    ["在总计中:", _, _, _, _, _, _],
    ["农村工业", 190, 21, 260120, 251440, 70130, 240980],
    ["一、按轻重工业分", _, _, _, _, _, _],
    ["轻工业", 364, 45, 401250, 390120, 110060, 371410],
    ["  以农产品为原料", 240, 31, 290040, 282010, 80050, 250300],
    ["  以非农产品为原料", 124, 14, 111210, 108110, 30010, 121110],
    ["重工业", 256, 30, 411200, 400190, 123010, 534250],
    ["二、按企业规模分", _, _, _, _, _, _],
    ["大型企业", 30, 3, 402100, 391200, 120050, 480320],
    ["中小型企业", 590, 72, 410350, 399110, 113020, 425340],
    ["13-4续表1"],
    ["(2004年)", _, _, _, _, _, "单位:万元"],
    ...head,
    ["三、按行业大类分", _, _, _, _, _, _],
    ["采掘业", 61, 5, 52330, 50100, 18300, 61020],
    ["  煤炭采选业", 40, 4, 30120, 29010, 10100, 35010],
    ["  石油开采业", 1, _, 11100, 10500, 5100, 15010],
    ["  非金属矿采选业", 20, 1, 11110, 10590, 3100, 11000],
  ];

  test("names broken over the rows are joined, 续表 goes on, and what nobody knows is read under its name", () => {
    const table = readTableOf(rows);
    expect(
      table.fields.map(({ indicator, unit }) => `${indicator.name} ${unit?.name ?? ""}`)
    ).toEqual([
      "企业 个",
      "亏损企业 个",
      "规上工业总产值 万元",
      "工业销售产值 万元",
      "规上工业增加值 万元",
      "资产合计 万元",
    ]);
    expect(refusals(table)).toEqual([]);
  });

  test("a label without numbers heads the rows below it and is no row", () => {
    const [total, part] = subjectLines(readTableOf(rows));
    expect(total).toBe("total 总计 [3,4,5]");
    expect(part).toBe("part 农村工业");
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("the total is judged in each of its divisions, a part against its whole", () => {
    expect(judgedGrid(withCell(rows, "D12", 112110))).toEqual(["sum-mismatch error D12"]);
    expect(judgedGrid(withCell(rows, "G16", 452340))).toEqual(["sum-mismatch error G16"]);
    expect(judgedGrid(withCell(rows, "C15", 31))).toContain("order-violation error C15");
    // The numbers alone do not tell which of the four it is.
    expect(judgedGrid(withCell(rows, "E26", 19590))).toEqual([
      expect.stringMatching(/^sum-mismatch error E2[3-6]$/u),
    ]);
  });

  test("a blank is a gap only where the total counts it", () => {
    expect(judgedGrid(withCell(rows, "C24", _))).toContain("missing-value error C24");
  });
});

test("years typed as text over indicators with their units in brackets, a broken number told", () => {
  const rows: Rows = [
    ["高新区企业概况"],
    [_, "2009", "2010", "2011"],
    ["企业数(个)", 318, 357, 402],
    ["营业总收入(亿元)", 153.2, 209.3, "274-4"],
    ["出口创汇额(亿美元)", 3.29, 5.1, 8.24],
  ];
  const table = readTableOf(rows);
  expect(subjectLines(table)).toEqual(["zone 高新区企业概况"]);
  expect(table.fields).toHaveLength(9);
  expect(judgedGrid(rows)).toEqual(["not-a-number error D4"]);
});

describe("projects by level, their number before their money", () => {
  const rows: Rows = [
    ["2022年全县重点工程投资完成情况统计表"],
    ["单位:项、亿元"],
    ["级别", "项目数", "总投资", "当年计划投资", "1-12月完成投资", "投资完成率(%)"],
    ["省级", 7, 61.4, 15.2, 16.1, 105.92],
    ["市级", 12, 48.3, 13.6, 12.9, 94.85],
    ["县级", 25, 39.8, 20.7, 21.4, 103.38],
    ["合计", 44, 149.5, 49.5, 50.4, 101.82],
  ];

  test("省级 and 市级 are rows, a number of projects is no money, a plan is not their size", () => {
    const table = readTableOf(rows);
    expect(subjectLines(table)).toEqual([
      "zone 省级",
      "zone 市级",
      "zone 县级",
      "total 合计 [0,1,2]",
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "项目数 actual (项)",
      "项目总投资 actual (亿元)",
      "项目投资 target (亿元)",
      "项目投资 actual (亿元)",
      "项目投资 attainment (%)",
    ]);
    expect(refusals(table)).toEqual([]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("numbers, sizes, plans and progress are judged", () => {
    expect(judgedGrid(withCell(rows, "B7", 54))).toEqual(["sum-mismatch error B7"]);
    expect(judgedGrid(withCell(rows, "C7", 159.5))).toEqual(["sum-mismatch error C7"]);
    expect(judgedGrid(withCell(rows, "D7", 45.9))).toContain("sum-mismatch error D7");
    expect(judgedGrid(withCell(rows, "F5", 84.95))).toEqual(["rate-mismatch error F5"]);
  });
});

describe("blocks of rows under heads of their own, years across", () => {
  const rows: Rows = [
    ["3-2 总产出"],
    [_, _, _, _, "单位:亿元"],
    ["项目", 2008, 2012, 2015, 2016],
    ["总产出(亿元)", 870.5, 1695.9, 3120.4, 3544.8],
    ["第一产业", 103.2, 137.3, 158.5, 170.1],
    ["第二产业", 520.1, 1085.9, 2147.4, 2485.9],
    ["第三产业", 247.2, 472.7, 814.5, 888.8],
    ["按主要行业分"],
    ["工业", 444.7, 906.5, 1830.8, 2133.6],
    ["总产出指数(上年=100)", 110.4, 113.2, 116.2, 110.5],
    ["第一产业", 103.1, 102.9, 104.4, 104.4],
    ["第二产业", 112.2, 113.5, 119.1, 111.9],
    ["第三产业", 107.5, 116, 109.6, 107.1],
    ["总产出构成(%)", 100, 100, 100, 100],
    ["第一产业", 11.9, 8.1, 5.1, 4.8],
    ["第二产业", 59.7, 64, 68.8, 70.1],
    ["第三产业", 28.4, 27.9, 26.1, 25.1],
  ];

  test("the head says what the names below it are the numbers of", () => {
    const table = readTableOf(rows);
    expect(refusals(table)).toEqual([]);
    const first = table.fields.filter(({ line }) => line === 1);
    expect(first.map(fieldLine)).toEqual([
      "总产出 actual (亿元)",
      "第一产业 actual (亿元)",
      "第二产业 actual (亿元)",
      "第三产业 actual (亿元)",
      "工业 actual (亿元)",
      "总产出指数 actual (%)",
      "第一产业指数 actual (%)",
      "第二产业指数 actual (%)",
      "第三产业指数 actual (%)",
      "总产出 share to total (%)",
      "第一产业 share to 总产出 (%)",
      "第二产业 share to 总产出 (%)",
      "第三产业 share to 总产出 (%)",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("the industries make the whole, and the structure follows from them", () => {
    expect(judgedGrid(withCell(rows, "D4", 3210.4))).not.toEqual([]);
    expect(judgedGrid(withCell(rows, "C16", 46))).toEqual(["share-mismatch error C16"]);
    expect(judgedGrid(withCell(rows, "B9", 944.7))).toEqual(["order-violation warning B9"]);
  });
});

test("contributions to growth are no growth, and a sheet called 3-7 names nobody", () => {
  const rows: Rows = [
    ["3—7 三次产业对经济增长的贡献率(2018—2020年)"],
    [_, _, _, "单位:%"],
    ["指标名称", 2018, 2019, 2020],
    ["地区生产总值", 100, 100, 100],
    ["第一产业", 0.7, 0.2, 1.3],
    ["第二产业", 55.1, 54.5, 52.4],
    ["第三产业", 44.2, 45.3, 46.3],
  ];
  const table = readTableOf(rows, { name: "3-7" });
  expect(subjectLines(table)).toEqual(["zone 三次产业对经济增长的贡献率"]);
  expect(new Set(table.fields.map(({ measure }) => measure))).toEqual(new Set(["share"]));
  expect(judgedGrid(rows, { name: "3-7" })).toEqual([]);
});

test("高加工度工业 is an industry, and nothing is higher than anything", () => {
  const table = readTableOf([
    ["2022年1-4月各市工业主要指标增长速度"],
    [_, "规模工业增加值\n增长速度", "高加工度工业\n增长速度", "低碳产业\n增长速度"],
    ["长治市", 14.4, 9, 3.5],
    ["晋城市", 14.1, 12.3, -2.1],
  ]);
  expect(table.fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)).toEqual([
    "规上工业增加值 growth",
    "高加工度工业 growth",
    "低碳产业 growth",
  ]);
});

describe("a quotient of an indicator under the unit of the table", () => {
  test.each(["平均税收", "单位面积税收", "工业用地亩均税收", "平均工业增加值", "户均税收"])(
    "%s does not add up, and is not the indicator it is made of",
    (head) => {
      const rows: Rows = [
        ["2024年1-6月全市开发区税收情况表"],
        ["单位:万元"],
        ["开发区", "工业总产值", head],
        ["东湖开发区", 1200, 12.5],
        ["西河开发区", 2300, 14.1],
        ["南山开发区", 1800, 11.8],
        ["合计", 5300, 12.9],
      ];
      expect(judgedGrid(rows)).toEqual([]);
      expect(readTableOf(rows).fields.map(fieldLine)).not.toContain("税收收入 actual (万元)");
      expect(judgedGrid(withCell(rows, "B7", 5900))).toEqual(["sum-mismatch error B7"]);
    }
  );
});

test("the name of what nobody knows says its unit: 入园企业数 is counted and adds up, 空置率 is a rate and does not", () => {
  const rows: Rows = [
    ["2024年1-6月全市开发区情况表"],
    ["单位:万元"],
    ["开发区", "工业总产值", "入园企业数", "空置率"],
    ["东湖开发区", 1200, 46, 12.5],
    ["西河开发区", 2300, 71, 14.1],
    ["南山开发区", 1800, 58, 11.8],
    ["合计", 5300, 175, 12.9],
  ];
  const table = readTableOf(rows);
  expect(refusals(table)).toEqual([]);
  expect(table.fields.map(fieldLine).slice(1)).toEqual([
    "入园企业数 actual (个)",
    "空置率 actual (%)",
  ]);
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "C7", 185))).toEqual(["sum-mismatch error C7"]);
  expect(judgedGrid(withCell(rows, "D7", 32.9))).not.toEqual([]);
});

test("projects begun behind their money are counted, and may be more than its 亿元", () => {
  const rows: Rows = [
    ["2024年上半年开发区“三个一批”项目情况表"],
    ["开发区", "签约项目(个)", "投资额(亿元)", "已开工", "开工率(%)"],
    ["东湖开发区", 40, 12.5, 30, 75],
    ["西河开发区", 50, 120.1, 35, 70],
    ["南山开发区", 20, 88.2, 16, 80],
    ["合计", 110, 220.8, 81, 73.6],
  ];
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "E4", 78))).not.toEqual([]);
});
