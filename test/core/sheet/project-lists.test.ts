import { describe, expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readGridOf, readTableOf, subjectLines } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

const TITLE: readonly GridCell[] = ["运城市开发区2023年1-6月重点项目建设进展情况表"];
const UNIT: readonly GridCell[] = ["单位：万元"];
const HEADER: readonly GridCell[] = [
  "序号",
  "开发区",
  "项目名称",
  "建设内容",
  "总投资",
  "年度计划",
  "本月完成",
  "累计完成",
  "占年计划%",
  "形象进度",
  "备注",
];
const ROWS: readonly (readonly GridCell[])[] = [
  [null, "合计", null, null, 158000, 62000, 5100, 30150, 48.6, null, null],
  [
    1,
    "河津",
    "铝板带项目",
    "占地300亩，厂房3万平方米",
    50000,
    20000,
    2000,
    10500,
    52.5,
    "主体完工80%",
  ],
  [2, null, "煤化工二期", "新建2条生产线", 30000, 12000, 1000, 6000, 50, "设备安装"],
  [3, "永济", "电机扩建", "厂房", 28000, 10000, 600, 4650, 46.5, "基础施工", "6月开工"],
  [4, null, "智能制造产业园", "一期5万平方米", 50000, 20000, 1500, 9000, 45, "主体施工"],
];

/** The list with one cell changed; rows and columns from 0, below the header. */
function withCell(row: number, column: number, value: GridCell): readonly (readonly GridCell[])[] {
  return ROWS.map((cells, r) =>
    r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells
  );
}

function withTotal(
  column: number,
  value: number,
  rows: readonly (readonly GridCell[])[]
): readonly (readonly GridCell[])[] {
  return rows.map((cells, r) =>
    r === 0 ? cells.map((cell, c) => (c === column ? value : cell)) : cells
  );
}

describe("a list of projects", () => {
  test("each project is a subject of its zone, and 合计 in the first row adds them up", () => {
    expect(subjectLines(readTableOf([TITLE, UNIT, HEADER, ...ROWS]))).toEqual([
      "total 合计 [1,2,3,4]",
      "project 河津·铝板带项目",
      "project 河津·煤化工二期",
      "project 永济·电机扩建",
      "project 永济·智能制造产业园",
    ]);
  });

  test("size, plan, month and year are told apart; numbers inside words are no data", () => {
    expect(readTableOf([TITLE, UNIT, HEADER, ...ROWS]).fields.map(fieldLine)).toEqual([
      "项目总投资 actual (万元)",
      "项目投资 target (万元)",
      "项目投资 actual-month (万元)",
      "项目投资 actual (万元)",
      "项目投资 attainment (%)",
    ]);
  });

  test("money since the start is not that of the year beside it", () => {
    const table = readTableOf([
      ["项目名称", "总投资(亿元)", "自开工累计完成投资", "2023年计划投资", "1-6月完成投资"],
      ["铝板带项目", 5, 2.2, 2, 1.05],
      ["煤化工二期", 3, 1.4, 1.2, 0.6],
    ]);
    expect(table.fields.map(({ indicator, measure }) => `${indicator.name} ${measure}`)).toEqual([
      "项目总投资 actual",
      "项目已完成投资 actual",
      "项目投资 target",
      "项目投资 actual",
    ]);
  });

  test("a zone in a heading adds up the projects below it", () => {
    const table = readTableOf([
      ["序号", "项目名称", "总投资(亿元)", "年计划投资", "1-6月完成投资"],
      ["一", "河津经济技术开发区（2个）", 8, 3.2, 1.65],
      [1, "铝板带项目", 5, 2, 1.05],
      [2, "煤化工二期", 3, 1.2, 0.6],
      ["二", "永济经济技术开发区（1个）", 2.8, 1, 0.465],
      [1, "电机扩建", 2.8, 1, 0.465],
      ["总计", null, 10.8, 4.2, 2.115],
    ]);
    expect(subjectLines(table)).toEqual([
      "subtotal 河津小计 [1,2]",
      "project 河津·铝板带项目",
      "project 河津·煤化工二期",
      "subtotal 永济小计 [4]",
      "project 永济·电机扩建",
      "total 总计 [1,2,4]",
    ]);
  });

  test("two projects of one name with numbers of their own are two, in one zone and in zones of one place", () => {
    const rows = (...lines: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] => [
      ["安庆市开发区2023年1-6月重点项目进展情况表"],
      ["序号", "开发区", "项目名称", "计划总投资(亿元)", "年度计划(亿元)", "累计完成(亿元)"],
      [1, "安庆经开区", "新材料项目二期", 1.57, 0.32, 0.35],
      [2, "桐城经开区", "生物医药项目", 5.25, 2.49, 2.4],
      [3, "怀宁经开区", "铸造项目", 9.14, 4.23, 2.1],
      ...lines,
    ];
    expect(
      judgedGrid(
        rows(
          [4, "安庆高新区", "新材料项目二期", 28.87, 12.78, 7.55],
          [5, "桐城经开区", "生物医药项目", 9.01, 3.42, 1.85]
        )
      )
    ).toEqual([]);
    expect(judgedGrid(rows([4, "桐城经开区", "生物医药项目", 5.25, 2.49, 1.85]))).toEqual([
      "duplicate-entry error F6",
    ]);
  });

  test("a list of firms keeps last year and growth beside the amount they belong to", () => {
    const { tables } = readGridOf([
      ["序号", "企业名称", "所属园区", "工业总产值（万元）", "上年同期", "同比增长（%）"],
      [1, "铝业公司", "河津开发区", 12500, 11200, 11.6],
      [2, "电机厂", "永济开发区", 5200, 5000, 4],
    ]);
    expect(tables[0]?.fields.map(({ indicator, measure }) => `${indicator.id} ${measure}`)).toEqual(
      ["industrial-output actual", "industrial-output prior", "industrial-output growth"]
    );
  });

  test.each<[string, readonly (readonly GridCell[])[], readonly string[]]>([
    ["nothing is said of a list that agrees", ROWS, []],
    ["a plan that does not add up", withCell(0, 5, 63000), ["sum-mismatch error F4"]],
    ["占年计划 that is not 累计 ÷ 年度计划", withCell(1, 8, 55.5), ["rate-mismatch error I5"]],
    ["a project not begun yet", withTotal(6, 4500, withCell(3, 6, null)), []],
    [
      "more in the month than in the year",
      withTotal(6, 9160, withCell(3, 6, 4660)),
      ["order-violation warning G7"],
    ],
    [
      "one project twice with two values",
      [...withCell(0, 7, 30150), [5, null, "智能制造产业园", "二期", 0, 0, 0, 0, null]],
      ["duplicate-entry error E9"],
    ],
  ])("judged: %s", (_, rows, said) => {
    expect(judgedGrid([TITLE, UNIT, HEADER, ...rows])).toEqual(said);
  });
});
