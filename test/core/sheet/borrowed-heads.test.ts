import { describe, expect, test } from "@jest/globals";
import { fieldLine, judgedGrid, readTableOf, refusals } from "./reading.ts";
import type { GridCell } from "../../support/grid.ts";

type Rows = readonly (readonly GridCell[])[];
const _ = null;

/** Headers that say less than they mean, and borrow the rest from the columns before them. */
describe("tiers named without 目标", () => {
  const ROWS: Rows = [
    ["河津开发区", 18.2, 10, 16, 22],
    ["永济开发区", 15.1, 10, 17, 22],
    ["闻喜开发区", 17.6, 10, 17, 22],
  ];

  test.each<[string, readonly GridCell[], readonly string[]]>([
    ["底线, 省定, 奋斗", ["底线", "省定", "奋斗"], ["target ()", "target ()", "target ()"]],
    [
      "with their unit",
      ["底线(%)", "考核(%)", "奋斗(%)"],
      ["target (%)", "target (%)", "target (%)"],
    ],
    ["确保, 力争, 挑战", ["确保", "力争", "挑战"], ["target ()", "target ()", "target ()"]],
  ])("%s are targets of the growth before them", (_name, heads, measures) => {
    const table = readTableOf([
      ["开发区2023年1-6月工业投资完成情况表"],
      ["开发区", "工业投资同比(%)", ...heads],
      ...ROWS,
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 growth (%)",
      ...measures.map((measure) => `工业投资 ${measure}`),
    ]);
    expect(refusals(table)).toEqual([]);
  });

  test("a verdict behind them is judged by the assessed one", () => {
    expect(
      judgedGrid([
        ["开发区2023年1-6月工业投资完成情况表"],
        ["开发区", "工业投资增速", "底线", "考核", "奋斗", "是否达标"],
        ["河津开发区", 18.2, 10, 16, 22, "是"],
        ["永济开发区", 15.1, 10, 17, 22, "是"],
        ["闻喜开发区", 17.6, 10, 17, 22, "是"],
      ])
    ).toEqual(["verdict-mismatch error F4"]);
  });

  test("考核 without a tier beside it is no target, and its words are no values", () => {
    const table = readTableOf([
      ["开发区2023年考核"],
      ["开发区", "工业投资(亿元)", "考核"],
      ["河津开发区", 18.2, "优秀"],
      ["永济开发区", 15.1, "良好"],
    ]);
    expect(table.fields.map(fieldLine)).toEqual(["工业投资 actual (亿元)"]);
    expect(table.unrecognised).toEqual([]);
  });
});

describe("a name that stands for a number and for a size", () => {
  test.each<[string, Rows, readonly string[]]>([
    [
      "a target before the indicator of the title takes it by its unit",
      [
        ["开发区2023年1-5月标准地出让情况表"],
        ["开发区", "年度目标(亩)", "标准地出让(亩)", "占年计划(%)"],
        ["河津开发区", 600, 174.3, 29.05],
        ["永济开发区", 145, 80.2, 55.31],
      ],
      ["标准地出让面积 target (亩)", "标准地出让面积 actual (亩)", "标准地出让面积 attainment (%)"],
    ],
    [
      "the unit of an upper level speaks for the levels below",
      [
        ["标准地出让情况表"],
        ["开发区", "标准地(亩)", _, _],
        [_, "上年同期", "本年", "同比(%)"],
        ["河津开发区", 150, 174.3, 16.2],
        ["永济开发区", 80, 80.2, 0.3],
      ],
      ["标准地出让面积 prior (亩)", "标准地出让面积 actual (亩)", "标准地出让面积 growth (%)"],
    ],
    [
      "a rate is that of the column before it under the same head",
      [
        ["开发区2023年1-6月标准地出让情况表"],
        ["开发区", "标准地出让", _, _, _],
        [_, "宗数(宗)", "同比(%)", "面积(亩)", "同比(%)"],
        ["河津开发区", 6, 20, 174.3, 11],
        ["永济开发区", 4, 0, 80.2, 12],
      ],
      [
        "标准地出让宗数 actual (宗)",
        "标准地出让宗数 growth (%)",
        "标准地出让面积 actual (亩)",
        "标准地出让面积 growth (%)",
      ],
    ],
    [
      "flat headers of the same name go on in the unit of the first",
      [
        ["开发区2023年1-6月主要指标"],
        [
          "开发区",
          "标准地出让(亩)",
          "标准地出让上年同期",
          "标准地出让增幅(%)",
          "标准地宗数同比(%)",
        ],
        ["河津开发区", 174.3, 150, 16.2, 20],
        ["永济开发区", 80.2, 80, 0.3, 0],
      ],
      [
        "标准地出让面积 actual (亩)",
        "标准地出让面积 prior (亩)",
        "标准地出让面积 growth (%)",
        "标准地出让宗数 growth (%)",
      ],
    ],
    [
      "a target that gives its unit keeps to it",
      [
        ["开发区2023年1-6月标准地出让情况表"],
        ["开发区", "标准地出让", _, _],
        [_, "面积(亩)", "目标(宗)", "宗数(宗)"],
        ["河津开发区", 174.3, 8, 6],
        ["永济开发区", 80.2, 5, 4],
      ],
      ["标准地出让面积 actual (亩)", "标准地出让宗数 target (宗)", "标准地出让宗数 actual (宗)"],
    ],
  ])("%s", (_name, rows, fields) => {
    expect(readTableOf(rows).fields.map((field) => fieldLine(field).replace(/ @.*/u, ""))).toEqual(
      fields
    );
  });
});

describe("期末 behind 期初, what came and what went", () => {
  const HEADS: readonly (readonly [string, Rows])[] = [
    [
      "under a title",
      [["2023年1-6月规上工业企业情况表(户)"], ["开发区", "期初", "升规", "退规", "期末"]],
    ],
    [
      "under a head of their own",
      [
        ["2023年1-6月工业企业情况表"],
        ["开发区", "规上工业企业(户)", _, _, _],
        [_, "年初数", "升规", "退规", "期末数"],
      ],
    ],
  ];
  const ROWS: Rows = [
    ["河津开发区", 16, 2, 1, 18],
    ["永济开发区", 26, 3, 1, 28],
    ["闻喜开发区", 17, 1, 1, 17],
    ["绛县开发区", 17, 2, 1, 18],
  ];

  test.each(HEADS)("closes what it opened: %s", (_name, head) => {
    const { fields } = readTableOf([...head, ...ROWS]);
    expect(fields.at(-1)?.indicator.id).toBe(fields[0]?.indicator.id);
    expect(fields.at(-1)?.measure).toBe("actual");
  });

  test.each(HEADS)("and is marked where the four do not agree: %s", (_name, head) => {
    expect(judgedGrid([...head, ...ROWS])).toEqual([`sum-mismatch error E${head.length + 1}`]);
  });
});
