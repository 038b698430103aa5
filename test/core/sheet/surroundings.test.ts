import { describe, expect, test } from "@jest/globals";
import type { GridCell } from "../../support/grid.ts";
import {
  cellLines,
  fieldLine,
  judgedGrid,
  periodText,
  readGridOf,
  readTableOf,
  subjectLines,
} from "./reading.ts";

const _ = null;
const TITLE = "运城市开发区2023年1-6月税收收入完成情况表";

type Grid = readonly (readonly GridCell[])[];

/** Taxes of four zones, their sum and 全市, all of it right; with a fault, the growth of the second zone is off. */
function taxes(options: { readonly fault?: true; readonly unit?: string } = {}): Grid {
  const unit = options.unit ?? "(亿元)";
  return [
    ["开发区", `税收收入${unit}`, _, _, _],
    [_, "完成", "上年同期", "同比(%)", "占全市(%)"],
    ["河津经济技术开发区", 45.37, 41.02, 10.6, 25.56],
    ["永济经济技术开发区", 20.16, 21.43, options.fault === true ? -2.63 : -5.93, 11.36],
    ["闻喜经济技术开发区", 14.26, 17.37, -17.9, 8.03],
    ["绛县经济技术开发区", 9.83, 8.11, 21.21, 5.54],
    ["合计", 89.62, 87.93, 1.92, 50.48],
    ["全市", 177.53, 192.52, -7.79, _],
  ];
}

const ABOVE: readonly (readonly [string, Grid])[] = [
  ["a title alone", [[TITLE]]],
  [
    "attachment, reporter, units",
    [["附件2"], [TITLE], ["填报单位:运城市开发区办(盖章)", _, _, _, "单位:亿元、%"]],
  ],
  [
    "secrecy and a table number",
    [["机密★1年"], ["附表1-2"], [TITLE], [_, _, _, _, "计量单位:亿元"]],
  ],
  [
    "several rows of title",
    [
      ["运城市开发区"],
      ["主要经济指标完成情况"],
      ["(2023年1-6月)"],
      ["填报单位:运城市商务局      单位:亿元,%"],
    ],
  ],
  ["the day of print", [[TITLE], ["报出日期:2023年7月10日", _, _, "金额单位:亿元"]]],
  [
    "the block of a statutory form",
    [
      [_, _, _, "表　　号:运开统01表"],
      [_, _, _, "制定机关:运城市统计局"],
      [_, _, _, "批准文号:国统字〔2022〕5号"],
      [_, _, _, "有效期至:2024年1月"],
      ["开发区税收情况"],
      ["综合机关名称:运城市开发区办", _, "2023年1—6月", _, "计量单位:亿元"],
    ],
  ],
  [
    "a document's number and a term of validity without colons",
    [["国统字〔2022〕12号"], ["有效期至2024年1月"], ["运城市开发区税收收入"], ["2023年1-6月"]],
  ],
  ["a note above", [[TITLE], ["注:数据为快报数,以统计局反馈为准"], ["单位:亿元"]]],
  [
    "page, signers, telephone",
    [[TITLE], ["第1页 共2页"], ["制表人:张三  审核人:李四", _, _, "联系电话:0359-2022023"]],
  ],
  ["blank rows", [[TITLE], [_], [_], ["单位:亿元"], [_]]],
  ["units in the title", [[`${TITLE}(单位:亿元,%)`]]],
  [
    "a paragraph",
    [
      [TITLE],
      [
        "根据《考核办法》(运政办发〔2021〕33号)要求,现将1-6月各开发区税收收入通报如下,请于7月15日前核对。",
      ],
    ],
  ],
  [
    "an office over the title",
    [["运城市统计局"], ["运城市开发区税收收入表"], ["2023年6月", _, "单位：亿元"]],
  ],
];

const BELOW: readonly (readonly [string, Grid])[] = [
  [
    "signatures",
    [
      ["单位负责人:王五", _, "统计负责人:李四", _, "填表人:张三"],
      ["联系电话:0359-2020230", _, "报出日期:2023年7月10日"],
    ],
  ],
  ["notes", [["注:1.增加值增速按可比价计算。"], ["    2.投资增速为可比口径。"]]],
  ["a source", [["数据来源:市统计局、市税务局"]]],
  ["a page number", [["第1页,共1页"]]],
  ["scratch sums", [[_], [_, 99.99]]],
  ["scratch sums of all columns", [[_], [_], [_, 89.62, 87.93]]],
  ["notes far below", [...Array.from({ length: 60 }, () => [_]), ["说明:本表由各开发区填报。"]]],
  ["prose", [["从上表看,上半年税收收入89.62亿元,同比增长1.92%,占全市的50.48%。"]]],
  ["a date", [["2023年7月10日"]]],
  ["an office and a date", [["运城市统计局"], ["2023年7月10日"]]],
  [
    "a seal",
    [
      [_, _, _, "(盖章)"],
      [_, _, _, "2023年7月10日"],
    ],
  ],
  ["a note with a date and a number in it", [["备注:河津含托管区,2023年1月起并入3个园区"]]],
  [
    "numbered lines",
    [["1.本表数据为反馈数;"], ["2.增速为名义增速;"], ["3.全市数据由市税务局提供。"]],
  ],
];

describe("what stands around a table is no data, no zone and no finding", () => {
  test.each(ABOVE)("above: %s", (_name, above) => {
    expect(judgedGrid([...above, ...taxes()])).toEqual([]);
    const fault = `growth-mismatch warning D${above.length + 4}`;
    expect(judgedGrid([...above, ...taxes({ fault: true })])).toEqual([fault]);
    const table = readTableOf([...above, ...taxes()]);
    expect(periodText(table)).toMatch(/^2023-(?:01\.\.)?06$/u);
    expect(table.unrecognised).toEqual([]);
  });

  test.each(BELOW)("below: %s", (_name, below) => {
    expect(judgedGrid([[TITLE], ...taxes(), ...below])).toEqual([]);
    expect(judgedGrid([[TITLE], ...taxes({ fault: true }), ...below])).toEqual([
      "growth-mismatch warning D5",
    ]);
    expect(subjectLines(readTableOf([[TITLE], ...taxes(), ...below]))).toHaveLength(6);
  });
});

describe("the period of a table", () => {
  test.each([
    ["2023年1—6月"],
    ["(2023年1-6月)"],
    ["报告期:2023年6月"],
    ["报告期别:202306"],
    ["二〇二三年上半年"],
    ["2023.06"],
    ["2023.1-6"],
    ["２０２３年１—６月"],
    ["2023年元-6月"],
    ["2023年前六个月"],
    ["(截止2023年6月30日)"],
    ["2023年6月30日"],
  ])("%s", (line) => {
    const table = readTableOf([["运城市开发区税收收入"], [line], ...taxes()]);
    expect(periodText(table)).toMatch(/^2023-(?:01\.\.)?06(?:-end)?$/u);
  });

  test("a second table without one is of the months of the first, also where these stand in a line", () => {
    const { tables } = readGridOf([
      ["运城市开发区税收收入"],
      ["填报单位:市开发区办", _, "2023年1—6月"],
      ...taxes(),
      [_],
      ["二、一般公共预算收入"],
      ...taxes(),
    ]);
    expect(tables.map(periodText)).toEqual(["2023-01..06", "2023-01..06"]);
  });

  test.each([["6月"], ["1-6月"]])("a sheet named %s under a year in the title", (name) => {
    const table = readTableOf([["运城市开发区2023年税收收入"], ...taxes()], { name });
    expect(periodText(table)).toMatch(/^2023-(?:01\.\.)?06$/u);
  });

  test.each([["202306"], ["2023上半年"], ["2023H1"]])("a sheet named %s", (name) => {
    const table = readTableOf([["运城市开发区税收收入"], ...taxes()], { name });
    expect(periodText(table)).toMatch(/^2023-(?:01\.\.)?06$/u);
  });

  test.each([
    ["报出日期:2023年7月10日"],
    ["2023年7月10日"],
    ["编制日期2023年7月10日"],
    ["有效期至2024年1月"],
    ["国统字〔2023〕5号"],
    ["附件2"],
  ])("%s says nothing of it", (line) => {
    const table = readTableOf([["运城市开发区税收收入"], [line], ...taxes()]);
    expect(periodText(table)).toBeNull();
  });
});

describe("lines of units", () => {
  test.each([
    ["单位:万元、%、户"],
    ["计量单位:万元"],
    ["金额单位:万元  面积单位:亩"],
    ["（单位：万元，%）"],
    ["填报单位:运城市商务局(盖章)              单位:万元"],
    ["单位：家/个、万元"],
    ["单 位: 万 元"],
    ["(万元、%)"],
  ])("%s", (line) => {
    const table = readTableOf([[TITLE], [line], ...taxes({ unit: "" })]);
    expect(table.fields.slice(0, 2).map((field) => field.unit?.name)).toEqual(["万元", "万元"]);
  });

  test("in a note below", () => {
    const table = readTableOf([[TITLE], ...taxes({ unit: "" }), ["注:本表单位为万元"]]);
    expect(table.fields[0]?.unit?.name).toBe("万元");
  });

  test("only above the second of two tables", () => {
    const second = taxes({ unit: "" }).map((row, i) =>
      i === 0 ? ["开发区", "一般公共预算收入"] : row
    );
    const { tables } = readGridOf([
      [TITLE],
      ...taxes({ unit: "" }),
      [_],
      ["二、一般公共预算收入"],
      ["单位:万元"],
      ...second,
    ]);
    expect(tables.map(({ fields }) => fields[0]?.unit?.name)).toEqual(["亿元", "万元"]);
  });
});

describe("notes that change the reading act", () => {
  const growths = (cell: GridCell, note: string): Grid => [
    [TITLE],
    ["开发区", "工业投资(亿元)", "上年同期", "增速(%)"],
    ["河津开发区", 14.26, 13.05, 9.3],
    ["永济开发区", 20.1, 20.76, cell],
    ["闻喜开发区", 9.3, 9.1, 2.2],
    ["绛县开发区", 5.2, 4.6, 13],
    [note],
  ];

  test.each([
    ["▲3.2", "注:▲表示下降"],
    ["△3.2", "△为负数"],
    ["(3.2)", "注:括号内为负数"],
    ["（3.2）", "注:括号内数字为负数"],
  ])("%s with %s is a fall", (cell, note) => {
    expect(cellLines(readTableOf(growths(cell, note)), 2)[1]).toBe("D4=-3.2");
    expect(judgedGrid(growths(cell, note))).toEqual([]);
  });

  test("▲ without a note stays what it is in a column of changes", () => {
    expect(cellLines(readTableOf(growths("▲3.2", "")), 2)[1]).toBe("D4=3.2");
  });

  const given = (note: string): readonly string[] =>
    judgedGrid([
      [TITLE],
      ["开发区", "工业投资(亿元)", "上年同期", "增速(%)"],
      ["河津开发区", 14.26, 13.05, 20.1],
      ["永济开发区", 20.1, 20.76, 7.5],
      ["闻喜开发区", 9.3, 9.1, 5.1],
      ["绛县开发区", 5.2, 4.6, -2.2],
      [note],
    ]);

  test.each([
    ["注:投资增速为可比口径"],
    ["注:增速按可比价计算"],
    ["1.增加值增速按可比价计算;2.投资增速为同口径。"],
    ["注:工业投资增速按可比口径计算,与绝对额不可直接互算"],
  ])("%s: no growth is asked about", (note) => {
    expect(given(note)).toEqual([]);
  });

  test.each([
    [""],
    ["注:增速为名义增速"],
    ["注:增加值增速按可比价计算"],
    ["注:投资增速未按可比口径计算"],
  ])("%s: the column is asked about", (note) => {
    expect(given(note)).toEqual(["growth-mismatch warning D3:D6"]);
  });

  test("占比为占全省开发区比重 names the whole", () => {
    const table = readTableOf([
      [TITLE],
      ["开发区", "工业投资(亿元)", "占比(%)"],
      ["河津开发区", 45.37, 4.61],
      ["永济开发区", 20.16, 2.05],
      ["注:占比为占全省开发区比重"],
    ]);
    expect(table.fields.map(fieldLine)[1]).toBe("工业投资 share to province-zones (%)");
  });

  test.each([
    [TITLE, "注:本表为预计数", "预计"],
    [TITLE, "注:以上数据均为统计局反馈数。", "反馈"],
    [`${TITLE}(快报)`, "", "快报"],
    [TITLE, "注:数据以年报定案数为准", null],
    [TITLE, "", null],
  ])("%s %s: %s", (title, note, standing) => {
    expect(readTableOf([[title], ...taxes(), [note]]).around.standing).toBe(standing);
  });

  test("notes are kept with the table above them", () => {
    const { tables } = readGridOf([
      [TITLE],
      ...taxes(),
      ["注:第一张表"],
      [_],
      ["二、一般公共预算收入"],
      ...taxes(),
      ["注:第二张表"],
      ["填表人:张三"],
    ]);
    expect(tables.map(({ around }) => around.notes.map(({ text }) => text))).toEqual([
      ["注:第一张表"],
      ["注:第二张表"],
    ]);
  });
});

describe("land that a title names without saying whether plots or area", () => {
  const landOf = (
    unit: string,
    heads: readonly string[] = ["全年目标", "实绩", "完成比例(%)"]
  ): Grid => [
    ["大同市开发区2023年1-4月标准地出让完成情况"],
    [_, _, _, unit],
    ["开发区", ...heads],
    ["河津经济技术开发区", 1381, 465, 33.67],
    ["永济经济技术开发区", 1105, 425, 38.48],
    ["闻喜经济技术开发区", 980, 308, 31.42],
    ["合计", 3466, 1198, 34.56],
  ];

  test.each(["计量单位:亩,%", "单位:亩", "单位:公顷、%"])("%s says area", (unit) => {
    const { fields } = readTableOf(landOf(unit));
    expect(fields.map(({ indicator }) => indicator.id)).toEqual(
      Array(3).fill("standard-land-area")
    );
    // 308 of 980 is 31.43 %; of rounded areas it may well be 31.42 %.
    expect(judgedGrid(landOf(unit))).toEqual([]);
  });

  test.each(["单位:宗、%", "单位:宗、亩、%"])("%s leaves it the number of plots", (unit) => {
    const { fields } = readTableOf(landOf(unit));
    expect(fields.map(({ indicator }) => indicator.id)).toEqual(
      Array(3).fill("standard-land-plots")
    );
  });

  test("a header in 宗 speaks before the line of units", () => {
    const { fields } = readTableOf(landOf("单位:亩", ["全年目标(宗)", "实绩(宗)", "完成比例(%)"]));
    expect(fields.map(({ indicator }) => indicator.id)).toEqual(
      Array(3).fill("standard-land-plots")
    );
  });
});
