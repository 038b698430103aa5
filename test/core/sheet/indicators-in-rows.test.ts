import { describe, expect, test } from "@jest/globals";
import { formatPeriod, readTables } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import {
  cellLines,
  fieldLine,
  periodText,
  readGridOf,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";

const _ = null;

describe("one zone a sheet", () => {
  const table = readTableOf([
    ["河津经济技术开发区2023年1-6月主要经济指标"],
    [_, _, _, _, _, "单位：亿元"],
    ["指标名称", "计量单位", "代码", "本期", "上年同期", "同比(%)", "占全市(%)"],
    ["甲", "乙", "丙", 1, 2, 3, 4],
    ["工业投资", "亿元", "01", 20.5, 18.2, 12.6, 11.5],
    ["  其中：技改投资", "亿元", "02", 5.5, 5.2, 5.8, _],
    ["规上工业企业", "户", "03", 53, 50, 6, _],
    ["绿色有机农产品覆盖率", "%", "04", 70.2, 68, _, _],
    ["光伏装机容量", "MW", "05", 12, 10, 20, _],
    ["注：本表一式三份"],
    ["填表人：张三  审核人：李四"],
  ]);

  test("the zone comes from the title, the 甲乙丙 row is no data", () => {
    expect(table.orientation).toBe("indicators-in-rows");
    expect(subjectLines(table)).toEqual(["zone 河津"]);
    expect(table.subjects[0]?.at).toEqual({ kind: "sheet" });
    expect(periodText(table)).toBe("2023-01..06");
    expect(table.unrecognised).toEqual([]);
  });

  test("each cell is a field: the row's indicator and unit, the column's measure and line", () => {
    expect(table.fields.slice(0, 4).map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 prior (亿元)",
      "工业投资 growth (%)",
      "工业投资 share to city (%)",
    ]);
    expect(table.fields.filter(({ measure }) => measure === "actual").map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "技术改造投资 actual (亿元)",
      "规上工业企业 actual (户)",
      "绿色有机农产品覆盖率 actual (%)",
      "光伏装机容量 actual (MW)",
    ]);
    expect(
      table.fields.filter(({ measure }) => measure === "growth").every(({ line }) => line === 5)
    ).toBe(true);
    expect(cellLines(table, 0)).toEqual(["D5=20.5"]);
  });

  test("counts are whole, rates stay rates", () => {
    const enterprises = table.fields.findIndex(
      ({ indicator, measure }) =>
        indicator.id === "large-industrial-enterprises" && measure === "actual"
    );
    expect(table.cells[0]?.[enterprises]?.content).toMatchObject({
      stated: { value: 53, precision: "count" },
    });
  });
});

test("the zone comes from 填报单位 before the title, and from the sheet's name where nothing else says it", () => {
  const rows = [
    ["指标", "本期"],
    ["工业投资(亿元)", 1],
  ];
  expect(readTableOf(rows, { name: "闻喜开发区" }).subjects[0]?.name).toBe("闻喜");
  expect(readTableOf(rows, { name: "闻喜" }).subjects[0]?.name).toBe("闻喜");
  expect(
    readTableOf(
      [["2023年主要指标"], ["填报单位：绛县经济技术开发区（盖章）", "单位：亿元"], ...rows],
      { name: "闻喜" }
    ).subjects[0]?.name
  ).toBe("绛县");
  expect(subjectLines(readTableOf([["运城市开发区2023年上半年主要指标"], ...rows]))).toEqual([
    "total 运城市开发区",
  ]);
});

test("a value of the whole beside the zone's own is a reference subject", () => {
  const table = readTableOf([
    ["河津开发区2023年上半年主要指标"],
    ["指标", "完成", "同比(%)", "全市同比(%)"],
    ["工业投资(亿元)", 1, 2, -7.8],
  ]);
  expect(subjectLines(table)).toEqual(["zone 河津", "reference 全市"]);
  const growth = table.fields.findIndex(({ measure }) => measure === "growth");
  expect(cellLines(table, growth)).toEqual(["C3=2", "D3=-7.8"]);
});

test("month beside cumulative: the month's growth is of the month", () => {
  const table = readTableOf([
    ["闻喜经济技术开发区2023年6月"],
    ["指标", "本月", "本月止累计", "本月比上年同月增长(%)", "累计比上年同期增长(%)"],
    ["税收收入(万元)", 1, 2, 3, 4],
  ]);
  expect(
    table.fields.map(
      (field) => `${field.measure} ${field.period === null ? "" : formatPeriod(field.period)}`
    )
  ).toEqual([
    "actual-month 2023-06",
    "actual 2023-01..06",
    "growth-month 2023-06",
    "growth 2023-01..06",
  ]);
});

test("years as numbers in the header are years", () => {
  const table = readTableOf(
    [
      ["主要指标", "单位", 2021, 2022, 2023],
      ["工业投资", "亿元", 1, 2, 3],
    ],
    { name: "河津开发区" }
  );
  expect(
    table.fields.map(
      (field) => `${field.measure} ${field.period === null ? "" : formatPeriod(field.period)}`
    )
  ).toEqual(["actual 2021", "prior 2022", "actual 2023"]);
});

test("total, done and remaining of problems", () => {
  const table = readTableOf([
    ["运城市开发区问题整改情况"],
    ["问题类别", "总数", "完成", "剩余", "责任单位"],
    ["专项审计问题", 10, 5, 5, "综合部"],
  ]);
  expect(table.fields.map(({ measure }) => measure)).toEqual(["actual", "done", "remaining"]);
});

test("a row that names a measure goes on with the indicator above it", () => {
  const table = readTableOf([
    ["河津开发区主要指标"],
    ["指标", "单位", "2023年1-6月"],
    ["工业投资", "亿元", 20],
    ["同比增长", "%", 5],
    ["规上工业增加值增速", "%", 7],
  ]);
  expect(table.fields.map(fieldLine)).toEqual([
    "工业投资 actual (亿元)",
    "工业投资 growth (%)",
    "规上工业增加值 growth (%)",
  ]);
});

test("其中 a part whose name elsewhere means the whole is an indicator of its own", () => {
  const table = readTableOf([
    ["河津经济技术开发区2023年1-6月"],
    ["指标名称", "计量单位", "本期", "上年同期", "同比(%)"],
    ["到位资金", "亿元", 20.5, 18.2, 12.6],
    ["其中:省外资金", "亿元", 12.5, 10.2, 22.5],
  ]);
  expect(table.fields.filter(({ measure }) => measure === "actual").map(fieldLine)).toEqual([
    "到位资金 actual (亿元)",
    "省外资金 actual (亿元)",
  ]);
});

test("headings numbered in Chinese are no indicators; targets take the unit their header speaks of", () => {
  const table = readTableOf([
    ["附件1"],
    ["垣曲经济技术开发区2023年1-6月主要指标完成情况"],
    ["序号", "指标名称", "计量单位", "今年累计", "全年目标", "省定增速目标", "与目标差距"],
    ["一", "经济指标"],
    [1, "工业投资", "亿元", 10.5, 25, 17, -0.3],
    ["二", "市场主体"],
    [2, "新增市场主体", "户", 765, 1500, _, _],
  ]);
  expect(table.fields.slice(0, 5).map(fieldLine)).toEqual([
    "工业投资 actual (亿元)",
    "工业投资 target (亿元)",
    "工业投资 target (%)",
    "工业投资 gap ()",
    "新增市场主体 actual (户)",
  ]);
});

describe("zones across", () => {
  test("under a merged two-row header, with total and reference", () => {
    const table = readTableOf([
      ["2023年1-6月运城市开发区主要指标"],
      ["指标", "单位", "河津", _, "永济", _, "合计", _, "全市", _],
      [_, _, "完成", "同比", "完成", "同比", "完成", "同比", "完成", "同比"],
      ["工业投资", "亿元", 20.5, 1.2, 10.1, 2.2, 30.6, _, 177.53, -7.8],
      ["规上工业增加值", "亿元", 40.1, 1.2, 30.1, 2.2, 70.2, _, 360.4, 4.6],
    ]);
    expect(table.orientation).toBe("zones-in-columns");
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 永济",
      "total 合计 [0,1]",
      "reference 全市",
    ]);
    expect(table.subjects[1]?.at).toEqual({ kind: "cell", row: 1, column: 4 });
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth (%)",
      "规上工业增加值 actual (亿元)",
      "规上工业增加值 growth (%)",
    ]);
    expect(cellLines(table, 1)).toEqual(["D4=1.2", "F4=2.2", "H4=blank", "J4=-7.8"]);
  });

  test("with the measure in rows", () => {
    const table = readTableOf([
      ["指标", "项目", "河津开发区", "永济开发区", "合计"],
      ["工业投资", "完成（亿元）", 20, 10, 30],
      [_, "同比（%）", 1, 2, 4],
      [_, "占全市（%）", 1, 2, 6],
      ["规上工业增加值", "完成（亿元）", 20, 10, 30],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth (%)",
      "工业投资 share to city (%)",
      "规上工业增加值 actual (亿元)",
    ]);
    expect(subjectLines(table)[2]).toBe("total 合计 [0,1]");
  });
});

test("an amount of money below things that are counted is not theirs", () => {
  const table = readTableOf([
    ["2025年1-9月项目建设目标任务完成情况"],
    ["单位:亿元、个"],
    ["指标", "任务", "完成", "完成率%"],
    ["新开工项目数", 83, 71, 85.5],
    ["当年完成投资", 151.5, 121.95, 80.5],
  ]);
  const names = table.fields.map(({ indicator }) => indicator.id);
  expect(names.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => "started-projects"));
  expect(names.slice(3)).not.toContain("started-projects");
  expect(table.fields.slice(3).map(({ unit }) => unit?.name)).not.toContain("个");
});

test("a column no row can be read with is told once, a row without a name by itself", () => {
  const table = readTableOf([
    ["河津开发区主要指标"],
    ["指标", "完成", "督办意见"],
    ["工业投资(亿元)", 1, 2],
    ["税收收入(亿元)", 1, 2],
    [_, 9, _],
  ]);
  expect(refusals(table)).toEqual(["C2:C5 unknown-measure 督办意见", "B5 unknown-row 9"]);
});

test("our own sheets are never read, nor sheets nobody asked for", () => {
  const rows = [
    ["开发区", "工业投资(亿元)"],
    ["河津开发区", 1],
  ];
  const book = bookOf(
    sheetOf("目标规则", rows),
    sheetOf("表1", rows),
    sheetOf("审核台账", rows),
    sheetOf("表2", rows)
  );
  expect(readTables(book, { sheets: null }).map(({ sheet }) => sheet)).toEqual(["表1", "表2"]);
  expect(readTables(book, { sheets: ["表2"] }).map(({ sheet }) => sheet)).toEqual(["表2"]);
});

test("a long sheet is read in a time that grows with its cells", () => {
  const rows = (count: number) => [
    ["开发区", "工业投资(亿元)", "同比(%)"],
    ...Array.from({ length: count }, (__, i) => [`第${i}开发区`, i + 0.5, "-"]),
    ["合计", 1, _],
  ];
  const time = (count: number): number => {
    const grid = rows(count);
    const start = performance.now();
    expect(readGridOf(grid).tables[0]?.subjects).toHaveLength(count + 1);
    return performance.now() - start;
  };
  time(1000);
  const [small, large] = [time(2000), time(16000)];
  // Eight times the rows: a quadratic reader would take sixty-four times as long.
  expect(large / small).toBeLessThan(32);
});
