import { describe, expect, test } from "@jest/globals";
import {
  fieldLine,
  judgedGrid,
  readGridOf,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

type Rows = readonly (readonly GridCell[])[];
const _ = null;
const TITLE: readonly GridCell[] = ["2023年1-6月各开发区主要经济指标"];
const BOTH = [
  "工业投资 actual (亿元)",
  "工业投资 prior (亿元)",
  "工业投资 growth (%)",
  "税收收入 actual (万元)",
  "税收收入 prior (万元)",
  "税收收入 growth (%)",
];
const DATA: Rows = [
  ["河津", 12.5, 11.2, 11.6, 5200, 5000, 4],
  ["永济", 8.2, 8, 2.5, 3100, 3000, 3.3],
  ["合计", 20.7, 19.2, 7.8, 8300, 8000, 3.8],
];

describe("headers of every depth, merged or only left blank", () => {
  test.each<[string, Rows, Rows]>([
    [
      "rows of units, codes and numbers between the header and the data",
      [
        ["开发区", "工业投资", _, _, "税收收入", _, _],
        [_, "完成", "上年同期", "同比", "完成", "上年同期", "同比"],
        ["计量单位", "亿元", "亿元", "%", "万元", "万元", "%"],
        ["代码", "01", "02", "03", "04", "05", "06"],
        ["甲", 1, 2, 3, 4, 5, 6],
      ],
      DATA,
    ],
    [
      "the header given twice",
      [
        ["开发区", "工业投资", "上年同期", "同比", "税收收入", "上年同期", "同比"],
        [
          "开发区",
          "工业投资(亿元)",
          "上年同期(亿元)",
          "同比(%)",
          "税收收入(万元)",
          "上年同期(万元)",
          "同比(%)",
        ],
      ],
      DATA,
    ],
    [
      "six rows, the second of names nobody knows",
      [
        ["序号", "单位", "主要经济指标", _, _, _, _, _],
        [_, _, "投资类", _, _, "财税类", _, _],
        [_, _, "工业投资", _, _, "税收收入", _, _],
        [_, _, "绝对量", _, "增速", "绝对量", _, "增速"],
        [_, _, "本期", "上年同期", "(%)", "本期", "上年同期", "(%)"],
        [_, _, "(亿元)", "(亿元)", _, "(万元)", "(万元)", _],
      ],
      DATA.map((row, r) => [r === 2 ? _ : r + 1, ...row]),
    ],
  ])("%s", (_name, header, data) => {
    const reading = readGridOf([TITLE, ...header, ...data]);
    const [table] = reading.tables;
    expect(table?.fields.map(fieldLine)).toEqual(BOTH);
    expect(table && subjectLines(table)).toEqual(["zone 河津", "zone 永济", "total 合计 [0,1]"]);
    expect([...(table ? refusals(table) : []), ...refusals(reading)]).toEqual([]);
    expect(judgedGrid([TITLE, ...header, ...data])).toEqual([]);
  });

  test("traditional characters", () => {
    const table = readTableOf([
      ["開發區", "規模以上工業增加值(億元)", "稅收收入(億元)", "同比增減(%)"],
      ["河津", 12.5, 11.2, 3.2],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "规上工业增加值 actual (亿元)",
      "税收收入 actual (亿元)",
      "税收收入 growth (%)",
    ]);
  });
});

describe("measures down the rows", () => {
  test("of each zone by turns: the header names the indicator", () => {
    const table = readTableOf([
      ["开发区", "项目", "税收收入", "工业投资"],
      ["河津", "完成(亿元)", 12.5, 22.5],
      [_, "同比(%)", 11.6, 8.6],
      ["永济", "完成(亿元)", 8.2, 18.2],
      [_, "同比(%)", 2.5, 5],
      ["合计", "完成(亿元)", 20.7, 40.7],
      [_, "同比(%)", 7.8, 7],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "税收收入 actual (亿元)",
      "工业投资 actual (亿元)",
      "税收收入 growth (%)",
      "工业投资 growth (%)",
    ]);
    expect(subjectLines(table)).toEqual(["zone 河津", "zone 永济", "total 合计 [0,1]"]);
  });

  test("a row that names last year's months goes on with the indicator above it", () => {
    const table = readTableOf([
      ["2023年1-6月"],
      ["指标", "河津", "永济", "合计"],
      ["税收收入(亿元)", 12.5, 8.2, 20.7],
      ["2022年1-6月", 11.2, 8, 19.2],
      ["同比(%)", 11.6, 2.5, 7.8],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "税收收入 actual (亿元)",
      "税收收入 prior (亿元)",
      "税收收入 growth (%)",
    ]);
  });
});

test("the city's bare name over its zones is their total where it adds them up", () => {
  const rows = (first: number): Rows => [
    ["运城市2023年1-6月税收"],
    ["区域", "税收收入(万元)", "上年同期"],
    ["运城", first, 24200],
    ["河津", 12500, 11200],
    ["永济", 8200, 8000],
    ["闻喜", 5200, 5000],
  ];
  expect(subjectLines(readTableOf(rows(25900)))[0]).toBe("total 运城 [1,2,3]");
  const zone = rows(7300).map((row) => (row[0] === "运城" ? ["运城", 7300, 6900] : row));
  expect(subjectLines(readTableOf(zone))[0]).toBe("zone 运城");
});

describe("what a title, a second column of names and a bare 新增 say", () => {
  test("a title of growths over months or indicators makes them growths", () => {
    const months = readTableOf([
      ["2023年1-6月各开发区工业投资增速（%）"],
      ["开发区", "1-5月", "1-6月"],
      ["河津", 8.4, 9.5],
    ]);
    expect(months.fields.map(fieldLine)).toEqual(["工业投资 growth (%)", "工业投资 growth (%)"]);
    const indicators = readTableOf([
      ["2023年1-6月主要指标增速"],
      ["指标", "河津开发区", "永济开发区"],
      ["工业投资", 8.4, 9.5],
      ["税收收入", 1.4, 2.5],
    ]);
    expect(indicators.fields.map(({ measure }) => measure)).toEqual(["growth", "growth"]);
  });

  test("a title that names levels and growths makes nothing of a bare column", () => {
    const table = readTableOf([
      ["2023年1-6月工业投资完成额及增速情况"],
      ["开发区", "工业投资(亿元)", "增速(%)"],
      ["河津", 8.4, 9.5],
    ]);
    expect(table.fields.map(({ measure }) => measure)).toEqual(["actual", "growth"]);
  });

  test("parts named in a second column beside a blank", () => {
    const rows = (part: number): Rows => [
      ["河津经济技术开发区2023年1-6月主要指标"],
      ["指标", _, "单位", "本期", "上年同期"],
      ["工业投资", "合计", "亿元", 22.5, 20.2],
      [_, "其中：食品行业", "亿元", part, 12.2],
      ["税收收入", "合计", "万元", 8000, 7500],
    ];
    expect(readTableOf(rows(12.5)).fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 prior (亿元)",
      "食品行业 actual (亿元)",
      "食品行业 prior (亿元)",
      "税收收入 actual (万元)",
      "税收收入 prior (万元)",
    ]);
    expect(judgedGrid(rows(12.5))).toEqual([]);
    expect(judgedGrid(rows(32.5))).toEqual(["order-violation warning D4"]);
  });

  test("新增 under a stock is the new ones of it", () => {
    const table = readTableOf([
      ["开发区", "规上工业企业", _, "高新技术企业", _],
      [_, "期末数(户)", "新增", "期末数(家)", "新增"],
      ["河津", 52, 3, 20, 2],
    ]);
    expect(table.fields.map(({ indicator }) => indicator.name)).toEqual([
      "规上工业企业",
      "新增规上工业企业",
      "高新技术企业",
      "高新技术企业新增",
    ]);
    expect(table.unrecognised).toEqual([]);
  });
});

test("a second row that only says how final the numbers are is header as well", () => {
  const rows: Rows = [
    TITLE,
    ["开发区", "工业投资(亿元)", _, "固定资产投资(亿元)", _],
    [_, "快报数", "反馈数", "快报数", "反馈数"],
    ["河津", 12.34, 12.5, 30.1, 30.1],
    ["永济", 8.66, 8.66, 20.2, 20.7],
    ["闻喜", 20.51, 20.51, 40, 41],
  ];
  const table = readTableOf(rows);
  expect(refusals(table)).toEqual([]);
  expect(table.fields.map(fieldLine)).toEqual([
    "工业投资 actual (亿元)",
    "工业投资 actual (亿元)",
    "固定资产投资 actual (亿元)",
    "固定资产投资 actual (亿元)",
  ]);
  expect(judgedGrid(rows)).toEqual([]);
});

test.each([
  ["问题总数(个)", "已整改", "正在整改", "未整改"],
  ["年度目标(个)", "在建", "筹建", "未启动"],
])(
  "heads that would be reasons for no number in a cell stay heads: %s | %s | %s | %s",
  (...heads) => {
    const table = readTableOf([
      ["专项整治问题情况表"],
      ["开发区", ...heads],
      ["运城", 24, 20, 3, 1],
      ["河津", 15, 15, 0, 0],
      ["永济", 9, 6, 2, 1],
    ]);
    expect(table.subjects.map(({ name }) => name)).toEqual(["运城", "河津", "永济"]);
  }
);

test.each(["类别", "指标", "项目", "科目"])(
  "%s over indicators, with zones in the columns",
  (corner) => {
    const rows: Rows = [
      ["督导调研情况"],
      [corner, "运城", "河津", "永济", "合计"],
      ["督导(次)", 12, 8, 6, 26],
      ["调研(个)", 20, 15, 10, 45],
      ["推进解决问题(个)", 45, 30, 22, 97],
    ];
    const table = readTableOf(rows);
    expect(table.subjects.map(({ name }) => name)).toEqual(["运城", "河津", "永济", "合计"]);
    expect(table.fields.map(fieldLine)).toEqual([
      "督导 actual (次)",
      "调研 actual (个)",
      "协调解决问题 actual (个)",
    ]);
  }
);
