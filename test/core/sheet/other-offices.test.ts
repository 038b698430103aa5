import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../../src/core/index.ts";
import type { GridCell } from "../../support/grid.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import {
  fieldLine,
  judgedGrid,
  readGridOf,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";

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

describe("one row of headers, the unit printed at the first of an indicator", () => {
  const rows: Rows = [
    ["郑州市开发区2024年一季度主要指标"],
    ["开发区", "进出口(万美元)", "进出口去年同期数", "进出口同比(%)"],
    ["新郑产业集聚区", 7616, 6968, 9.3],
    ["巩义产业集聚区", 6283, 6848, -8.3],
    ["荥阳产业集聚区", 4800, 4549, 5.5],
    ["登封产业集聚区", 12386, 11736, 5.5],
  ];

  test("last year's amount is in the same unit, 万美元, though the catalogue has 亿元", () => {
    expect(readTableOf(rows).fields.map(({ unit }) => unit?.name)).toEqual([
      "万美元",
      "万美元",
      "%",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("so that its growth is judged", () => {
    expect(judgedGrid(withCell(rows, "D5", 9.8))).toEqual(["growth-mismatch warning D5"]);
  });
});

test("统计年份 of an extract is the year of each row, not one of its values", () => {
  const table = readTableOf([
    ["统计年份", "报告期", "开发区名称", "指标名称", "计量单位", "数值"],
    [2024, "1-5月", "桐城经济技术开发区", "税收收入", "亿元", 16.19],
    [2024, "1-5月", "桐城经济技术开发区", "固定资产投资", "亿元", 31.71],
    [2024, "1-5月", "怀宁经济开发区", "税收收入", "亿元", 2.23],
    [2024, "1-5月", "怀宁经济开发区", "固定资产投资", "亿元", 5.07],
  ]);
  expect(table.fields.map(fieldLine)).toEqual([
    "税收收入 actual (亿元)",
    "固定资产投资 actual (亿元)",
  ]);
  expect(refusals(table)).toEqual([]);
});

describe("超欠进度 without a column of the pace", () => {
  const rows = (period: string, ...lags: readonly number[]): Rows => [
    [`襄阳市开发区${period}固投完成情况`],
    [_, _, _, "单位:亿元、%"],
    ["开发区", "年度目标", "本期", "占年度计划%", "超欠进度(百分点)"],
    ["襄城经开区", 38, 30.9, 81.3, lags[0] ?? 0],
    ["樊城经开区", 20, 14.9, 74.5, lags[1] ?? 0],
    ["枣阳经开区", 14, 15.4, 110, lags[2] ?? 0],
    ["宜城经开区", 82, 74.6, 91, lags[3] ?? 0],
    ["谷城经开区", 50, 44, 88, lags[4] ?? 0],
  ];

  test.each<[string, string, readonly number[]]>([
    ["is taken to months over 12", "2021年1-11月", [-10.4, -17.2, 18.3, -0.7, -3.7]],
    ["or to a plan of the office that nobody knows", "2021年1-11月", [-8.7, -15.5, 20, 1, -2]],
    ["at mid-year", "2021年上半年", [31.3, 24.5, 60, 41, 38]],
  ])("%s", (_name, period, lags) => {
    expect(judgedGrid(rows(period, ...lags))).toEqual([]);
  });

  test("one that does not follow is told", () => {
    expect(judgedGrid(rows("2021年1-11月", -10.4, -12, 18.3, -0.7, -3.7))).toEqual([
      "difference-mismatch error E5",
    ]);
  });
});

test.each(["是否达时序", "是否达到序时进度", "达序时情况"])("%s is a verdict", (head) => {
  const table = readTableOf([
    ["昆山市开发区2024年上半年到位资金完成情况"],
    ["开发区", "年度计划(亿元)", "完成(亿元)", "完成率(%)", head],
    ["花桥经开区", 10, 6, 60, "是"],
    ["张浦工业园", 10, 4, 40, "否"],
  ]);
  expect(table.fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)[3]).toBe(
    "到位资金 verdict"
  );
});

test("销号率 is the part of the problems that is settled", () => {
  const rows: Rows = [
    ["开发区督导反馈问题整改情况"],
    ["开发区", "反馈问题总数(个)", "销号", "未销号", "销号率(%)"],
    ["襄垣经开区", 20, 15, 5, 75],
    ["壶关经开区", 10, 8, 2, 80],
    ["黎城经开区", 40, 30, 10, 75],
    ["沁源经开区", 16, 4, 12, 25],
  ];
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "E5", 57))).toEqual(["rate-mismatch error E5"]);
});

test("a quarter alone that is blank among its peers is missing", () => {
  const rows: Rows = [
    ["开发区2024年实际利用外资分季度完成情况(万美元)"],
    ["开发区", "一季度", "二季度当季", "上半年累计"],
    ["襄垣经开区", 660, 885, 1545],
    ["壶关经开区", 656, 838, 1494],
    ["黎城经开区", 952, 786, 1738],
    ["沁源经开区", 920, 861, 1781],
    ["武乡经开区", 504, 432, 936],
  ];
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "C4", _))).toEqual(["missing-value error C4"]);
});

describe("value and rank in one cell", () => {
  const rows: Rows = [
    ["太原市开发区2024年1-7月通报"],
    ["开发区", "到位资金(亿元)"],
    ["中北高新区", "12.8(4)"],
    ["清徐经开区", "15.8(2)"],
    ["古交经开区", "12.6(5)"],
    ["阳曲产业园区", "24.6(1)"],
    ["娄烦经开区", "14.1(3)"],
    ["合计", 79.9],
    ["注:括号内数字为位次"],
  ];

  test("is read beside a total that has no rank", () => {
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("one that cannot be read is told, and neither the others nor their ranks are", () => {
    expect(judgedGrid(withCell(rows, "B5", "约12.6(5)"))).toEqual(["not-a-number error B5"]);
    expect(judgedGrid(withCell(rows, "B4", "约15.8(2)"))).toEqual(["not-a-number error B4"]);
  });
});

test("全省合计 over cities with a 小计 each is the total of them all", () => {
  const rows: Rows = [
    ["全省开发区2024年1-5月主要指标"],
    ["市", "开发区", "税收收入(亿元)", "到位资金(亿元)"],
    ["大同市", "云冈经开区", 8.4, 3.1],
    [_, "左云经开区", 5.92, 4],
    [_, "大同市小计", 14.32, 7.1],
    ["长治市", "襄垣经开区", 7.5, 2.2],
    [_, "壶关经开区", 6.1, 1.5],
    [_, "小计", 13.6, 3.7],
    [_, "全省合计", 27.92, 10.8],
  ];
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "C9", 28.92))).toEqual(["sum-mismatch error C9"]);
});

test("到位资金 of 全市 in a note is what the shares divide by", () => {
  const rows: Rows = [
    ["西安市开发区2023年1-4月到位资金完成情况"],
    [_, _, "单位:亿元、%"],
    ["开发区", "累计完成", "占全市%"],
    ["曲江新区", 4.71, 3.38],
    ["沣东新城", 10.3, 7.38],
    ["蓝田工业园区", 6.56, 4.7],
    ["注:全市:实际到位资金139.56亿元,4.1%;全省开发区:8.9%"],
  ];
  expect(judgedGrid(rows)).toEqual([]);
  expect(judgedGrid(withCell(rows, "C5", 7.83))).toEqual(["share-mismatch error C5"]);
});

describe("万 for 亿 in a small table", () => {
  const plain: Rows = [
    ["太原市开发区2024年1-7月到位资金(亿元)"],
    ["开发区", "累计"],
    ["清徐经开区", 12.8],
    ["古交经开区", 15.84],
    ["阳曲产业园区", 24.61],
    ["娄烦经开区", 14.15],
  ];
  const beside: Rows = [
    ["太原市开发区2024年1-7月固定资产投资(亿元)"],
    ["开发区", "累计", "上年同期"],
    ["清徐经开区", 12.8, 13.5],
    ["古交经开区", 15.84, 14.2],
    ["阳曲产业园区", 24.61, 22.13],
    ["娄烦经开区", 14.15, 11.02],
  ];

  test.each<[string, Rows]>([
    ["is told by its column", plain],
    ["is told by last year's value", beside],
  ])("%s", (_name, rows) => {
    expect(judgedGrid(rows)).toEqual([]);
    expect(judgedGrid(withCell(rows, "B4", 158400))).toEqual(["unit-suspect warning B4"]);
  });
});

describe("zones across, of whose names some are known to nobody", () => {
  const rows: Rows = [
    ["保定市开发区2024年1-6月主要指标"],
    ["指标", "项目", "徐水", "涿州", "高碑店", "西安航天基地", "合计"],
    ["税收收入", "完成(亿元)", 4, 5, 6, 7, 22],
    [_, "同比(%)", 3.1, 2.2, 8.4, -1, 3.2],
    [_, "位次", 2, 3, 1, 4, _],
  ];

  test("are zones like those beside them", () => {
    expect(subjectLines(readTableOf(rows))).toEqual([
      "zone 徐水",
      "zone 涿州",
      "zone 高碑店",
      "zone 西安航天基地",
      "total 合计 [0,1,2,3]",
    ]);
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("but a remark beside them is none", () => {
    const table = readTableOf(rows.map((row, r) => [...row, r === 1 ? "备注" : r === 2 ? 9 : _]));
    expect(subjectLines(table)).toHaveLength(5);
  });
});

describe("a sheet for each zone, two of them of one place", () => {
  const sheet = (zone: string, tax: number, funds: number) =>
    sheetOf(zone, [
      [`${zone}2024年1-6月主要指标`],
      ["指标名称", "计量单位", "本期", "上年同期"],
      ["税收收入", "亿元", tax, 3],
      ["到位资金", "亿元", funds, 5],
    ]);
  const judged = (...sheets: readonly ReturnType<typeof sheet>[]): readonly string[] => {
    const result = evaluate({ book: bookOf(...sheets), rulesFile: null, sheets: null });
    if (!result.ok) throw new Error("the book was not judged");
    return result.value.findings.map(({ code, at }) => `${code} ${at.sheet}`);
  };

  test("are not held against each other", () => {
    expect(judged(sheet("宣城高新区", 4, 6), sheet("宣城经开区", 7, 9))).toEqual([]);
  });

  test("as two sheets of one zone are", () => {
    const codes = judged(sheet("宣城经济技术开发区", 4, 6), sheet("宣城经开区", 4, 9));
    expect(codes).toEqual(["cross-sheet-mismatch 宣城经开区"]);
  });
});

describe("是否达序时", () => {
  const plain: Rows = [
    ["昆山市开发区2024年上半年到位资金完成情况"],
    ["开发区", "年度计划(亿元)", "完成(亿元)", "完成率(%)", "是否达序时"],
    ["花桥经开区", 10, 6, 60, "是"],
    ["张浦工业园", 10, 4, 40, "否"],
    ["周市工业园", 20, 11, 55, "是"],
    ["千灯工业园", 20, 10, 50, "是"],
    ["巴城高新园", 50, 20, 40, "否"],
  ];
  const printed: Rows = plain.map((row, r) => [
    ...row.slice(0, 4),
    r === 0 ? _ : r === 1 ? "序时进度(%)" : 58,
    r === 5 ? "未达序时" : (row[4] ?? _),
  ]);
  const ownPlan = ["否", "否", "否", "否", "否"].reduce<Rows>(
    (rows, word, i) => withCell(rows, `E${i + 3}`, word),
    withCell(withCell(plain, "C6", 10.4), "D6", 52)
  );

  test("follows from the attainment and months over 12", () => {
    expect(judgedGrid(plain)).toEqual([]);
    expect(judgedGrid(withCell(plain, "E4", "是"))).toEqual(["verdict-mismatch error E4"]);
  });

  test("or from the pace that is printed", () => {
    const clean = withCell(printed, "F5", "否");
    expect(judgedGrid(clean)).toEqual([]);
    expect(judgedGrid(withCell(clean, "F3", "未达序时"))).toEqual(["verdict-mismatch error F3"]);
  });

  test("a plan that nobody knows is not contradicted", () => {
    expect(judgedGrid(withCell(ownPlan, "E3", "是"))).toEqual([]);
  });
});

describe("工业投资(亿元) over 完成 | 增速 | 省定目标", () => {
  const rows: Rows = [
    ["长治市开发区2023年1-6月主要经济指标"],
    ["开发区", "工业投资(亿元)", _, _, _],
    [_, "完成额", "同比增速(%)", "省定目标", "达标情况"],
    ["襄垣经开区", 34.68, 17.2, 17, "达到"],
    ["潞城经开区", 23.05, 13.1, 17, "未达到"],
    ["屯留经开区", 9.28, 5.8, 17, "未达到"],
    ["壶关经开区", 18.98, -6.5, 17, "未达到"],
    ["长子经开区", 11.7, 22, 17, "达到"],
  ];

  test("the target is none of the amount", () => {
    expect(readTableOf(rows).fields.map(({ unit }) => unit?.name ?? null)[2]).not.toBe("亿元");
    expect(judgedGrid(rows)).toEqual([]);
  });

  test("nor where the growth is missing, or an error", () => {
    const codes = judgedGrid(withCell(rows, "C5", "#REF!"));
    expect(codes.filter((code) => !code.endsWith(" C5"))).toEqual([]);
  });
});

test("表1　营业收入 over a block names what it is about, under the title of the sheet", () => {
  const block = (name: string, values: readonly number[]): Rows => [
    [name],
    ["开发区", "完成额(亿元)", "同比增速(%)"],
    ["新郑产业集聚区", values[0] ?? 0, 3.1],
    ["巩义产业集聚区", values[1] ?? 0, 4.2],
  ];
  const rows: Rows = [
    ["2024年1-7月郑州市开发区分指标完成情况"],
    ...block("表1　规上工业营业收入", [151.44, 99.2]),
    [],
    ...block("表2　税收收入", [11.68, 8.41]),
  ];
  expect(readGridOf(rows).tables.map(({ fields }) => fields[0]?.indicator.name)).toEqual([
    "规上工业营业收入",
    "税收收入",
  ]);
  expect(judgedGrid(rows)).toEqual([]);
});
