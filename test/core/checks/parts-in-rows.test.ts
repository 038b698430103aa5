import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea, formatFinding } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

type Rows = readonly (readonly GridCell[])[];

function judge(rows: Rows) {
  const result = evaluate({ book: bookOf(sheetOf("Sheet1", rows)), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.findings;
}

function places(rows: Rows): readonly string[] {
  return judge(rows).map(({ code, severity, at }) => `${code} ${severity} ${formatArea(at.area)}`);
}

function withCell(rows: Rows, at: string, value: GridCell): Rows {
  const [, letter = "A", line = "1"] = /^([A-Z])(\d+)$/u.exec(at) ?? [];
  return rows.map((row, r) =>
    r === Number(line) - 1
      ? row.map((cell, c) => (c === letter.charCodeAt(0) - 65 ? value : cell))
      : row
  );
}

describe("rows whose names leave nothing out add up, and the growth of the whole lies between theirs", () => {
  const rows: Rows = [
    ["全区主要经济指标(2024年6月)"],
    ["指标名称", "单位", "本月", "本月止累计", "累计增长(%)"],
    ["规模以上工业总产值", "亿元", 71.11, 376.88, 6.8],
    ["  轻工业", "亿元", 27.4, 145.22, 3.4],
    ["  重工业", "亿元", 43.71, 231.66, 9.1],
    ["社会消费品零售总额", "亿元", 32.39, 189.93, 4.2],
    ["城镇", "亿元", 25.12, 148.21, 4.1],
    ["乡村", "亿元", 7.27, 41.72, 4.6],
    ["进出口总额", "亿元", 49.53, 297.18, 7],
    ["  出口", "亿元", 36.22, 217.32, 8.2],
    ["  进口", "亿元", 13.31, 79.86, 4.9],
    ["一般公共预算收入", "亿元", 9.8, 58.8, 5.5],
    ["  其中:税收收入", "亿元", 7.1, 42.6, 5.1],
  ];
  test("a clean page", () => {
    expect(places(rows)).toEqual([]);
  });
  test.each([
    ["C3", 82.49, "sum-mismatch warning C3"],
    ["D5", 271.66, "sum-mismatch warning D3"],
    ["C6", 37.57, "sum-mismatch warning C6"],
    ["C9", 57.45, "sum-mismatch warning C9"],
    ["E3", 11.3, "aggregate-out-of-range warning E3"],
    ["E9", 2.7, "aggregate-out-of-range warning E9"],
  ] as const)("%s", (cell, value, finding) => {
    expect(places(withCell(rows, cell, value))).toEqual([finding]);
  });
  test("within rounding, missing or not a number, nothing is said of the sum", () => {
    expect(places(withCell(rows, "C3", 71.12))).toEqual([]);
    expect(places(withCell(rows, "C4", "—"))).toEqual([]);
    expect(places(withCell(rows, "C4", "约27"))).toEqual(["not-a-number error C4"]);
  });
  test("the finding says that it is parts that were added", () => {
    const [finding] = judge(withCell(rows, "C3", 82.49));
    if (finding === undefined) throw new Error("nothing was found");
    expect(formatFinding(finding, "zh-CN").message).toContain("71.11");
    expect(formatFinding(finding, "en-US").message).toContain("71.11");
  });
});

describe("rows set in, numbered or under 按…分 exhaust the one above where its numbers say so", () => {
  const zones = ["城东园区", "城西园区", "高新园区"];
  const rows: Rows = [
    ["2024年1-6月各园区企业情况"],
    ["指标", "单位", "合计", ...zones],
    ["一、企业总数", "户", 341, 120, 87, 134],
    ["1.工业企业", "户", 172, 71, 36, 65],
    ["2.服务业企业", "户", 115, 37, 34, 44],
    ["3.建筑业企业", "户", 54, 12, 17, 25],
    ["二、固定资产投资", "万元", 96650, 41200, 22350, 33100],
    ["    建筑安装工程", "万元", 61250, 27100, 13050, 21100],
    ["    设备购置", "万元", 26500, 10400, 7200, 8900],
    ["    其他费用", "万元", 8900, 3700, 2100, 3100],
  ];
  test("a clean page", () => {
    expect(places(rows)).toEqual([]);
  });
  test("parts above their whole are wrong, one cell by itself", () => {
    expect(places(withCell(rows, "E4", 63))).toEqual(["sum-mismatch error E4"]);
    expect(places(withCell(rows, "D8", 31700))).toEqual(["sum-mismatch error D8"]);
  });

  const divided: Rows = [
    ["2024年1-6月规模以上工业总产值"],
    ["单位:亿元"],
    ["指标", "本年累计", "上年同期", "增长%"],
    ["规模以上工业总产值", 172.41, 158.88, 8.5],
    ["一、按轻重工业分"],
    ["  轻工业", 45.21, 43.1, 4.9],
    ["  重工业", 127.2, 115.78, 9.9],
    ["二、按登记注册类型分"],
    ["  国有企业", 7.31, 7.02, 4.1],
    ["  股份制企业", 157.34, 144.96, 8.5],
    ["  外商及港澳台企业", 7.76, 6.9, 12.5],
  ];
  test("each way to divide the whole is judged by itself", () => {
    expect(places(divided)).toEqual([]);
    expect(places(withCell(divided, "C7", 124.78))).not.toEqual([]);
    expect(places(withCell(divided, "B10", 187.34))).toEqual(["growth-mismatch warning B10"]);
  });
});

describe("what need not be all of a whole is no sum", () => {
  test.each<[string, Rows]>([
    [
      "其中 with one or two parts",
      [
        ["2024年1-6月固定资产投资完成情况"],
        ["指标", "单位", "完成", "上年同期"],
        ["固定资产投资", "亿元", 152.31, 140.2],
        ["其中:工业投资", "亿元", 61.2, 55.3],
        ["     房地产开发投资", "亿元", 31.2, 35.3],
      ],
    ],
    [
      "parts set in that leave a rest",
      [
        ["2024年1-6月主要指标"],
        ["指标", "单位", "完成", "上年同期"],
        ["固定资产投资", "亿元", 152.31, 140.2],
        ["  工业投资", "亿元", 61.2, 55.3],
        ["  房地产开发投资", "亿元", 31.2, 35.3],
        ["企业数", "户", 300, 280],
        ["  从业人员", "人", 9120, 9003],
        ["  亏损企业", "户", 31, 28],
      ],
    ],
    [
      "出口 and 进口 behind what they are no part of",
      [
        ["2024年1-6月外向型经济指标"],
        ["指标", "单位", "完成"],
        ["实际利用外资", "万美元", 1520],
        ["出口总额", "万美元", 9120],
        ["进口总额", "万美元", 4310],
      ],
    ],
    [
      "income of town and country: a mean, and outside of both growths it may lie",
      [
        ["2024年1-6月居民收入"],
        ["指标", "单位", "完成", "增长(%)"],
        ["全体居民人均可支配收入", "元", 18210, 6.3],
        ["  城镇", "元", 23050, 5.1],
        ["  农村", "元", 10930, 6.2],
      ],
    ],
    [
      "a rest in one zone only, and parts of nothing in others",
      [
        ["2024年1-6月各园区项目情况"],
        ["指标", "单位", "城东园区", "城西园区", "高新园区", "临港园区"],
        ["签约项目", "个", 0, 5, 0, 3],
        ["  工业项目", "个", 0, 2, 0, 3],
        ["  农业项目", "个", 0, 1, 0, 0],
      ],
    ],
  ])("%s", (_name, rows) => {
    expect(places(rows)).toEqual([]);
  });
});

describe("a whole of any name over the rows that divide it", () => {
  const rows: Rows = [
    ["2024年1-6月分产业税收情况"],
    ["单位:万元"],
    ["项目", "本期", "上年同期", "增速(%)", "占比(%)"],
    ["税收合计", 176667, 176543, 0.1, 100],
    ["第一产业", 77733, 76430, 1.7, 44],
    ["第二产业", 54767, 52313, 4.7, 31],
    ["第三产业", 44167, 47800, -7.6, 25],
  ];
  test("税收合计 over industries, which are no value added here", () => {
    expect(places(rows)).toEqual([]);
    expect(places(withCell(rows, "B4", 204934))).not.toEqual([]);
    expect(places(withCell(rows, "C6", 61713))).not.toEqual([]);
    expect(places(withCell(rows, "E5", 51))).not.toEqual([]);
  });
});

describe("三次产业结构 of each row makes 100", () => {
  const rows: Rows = [
    ["2023年各县区三次产业结构"],
    ["县区", "三次产业结构(%)", null, null],
    [null, "第一产业", "第二产业", "第三产业"],
    ["东山县", 16.2, 40.4, 43.4],
    ["西河县", 4.2, 47.7, 48.1],
    ["南沟县", 9.2, 48.1, 42.7],
    ["北塬县", 8.1, 40.1, 51.8],
  ];
  test("within rounding; one that does not is told, with what all three come to", () => {
    expect(places(rows)).toEqual([]);
    expect(places(withCell(rows, "D4", 43.5))).toEqual([]);
    const wrong = withCell(rows, "C5", 55.3);
    expect(judge(wrong).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "sum-mismatch error",
    ]);
    const [finding] = judge(wrong);
    if (finding === undefined) throw new Error("nothing was found");
    expect(formatFinding(finding, "zh-CN").message).toContain("107.6");
  });
  test("shares in the city's industries add up down the columns, and not along the rows", () => {
    expect(
      places([
        ["2023年各县区三次产业增加值占全市比重"],
        ["县区", "第一产业占比(%)", "第二产业占比(%)", "第三产业占比(%)"],
        ["东山县", 36.2, 20.4, 13.4],
        ["西河县", 14.2, 27.7, 28.1],
        ["南沟县", 29.2, 18.1, 22.7],
        ["北塬县", 20.4, 33.8, 35.8],
      ])
    ).toEqual([]);
  });
});
