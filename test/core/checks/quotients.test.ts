import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea, formatFinding } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

type Rows = readonly (readonly GridCell[])[];

function judge(rows: Rows) {
  const result = evaluate({ book: bookOf(sheetOf("Sheet1", rows)), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value;
}

function places(rows: Rows): readonly string[] {
  return judge(rows).findings.map(
    ({ code, severity, at }) => `${code} ${severity} ${formatArea(at.area)}`
  );
}

function withCell(rows: Rows, at: string, value: GridCell): Rows {
  const [, letter = "A", line = "1"] = /^([A-Z])(\d+)$/u.exec(at) ?? [];
  return rows.map((row, r) =>
    r === Number(line) - 1
      ? row.map((cell, c) => (c === letter.charCodeAt(0) - 65 ? value : cell))
      : row
  );
}

/** Zones with an amount, a size, and the quotient of both rounded to two places. */
function quotientsOf(heads: readonly [string, string, string], factor: number): Rows {
  const pairs = [
    [52310, 3211],
    [81044, 4790],
    [12977, 1512],
    [60218, 2904],
    [33560, 2466],
  ] as const;
  const rounded = (value: number): number => Math.round(value * 100 + 1e-9) / 100;
  const sum = (place: 0 | 1): number => pairs.reduce((all, pair) => all + pair[place], 0);
  return [
    ["2023年度全市开发区土地利用情况表"],
    ["开发区", ...heads],
    ...pairs.map(([part, whole], place) => [
      `${"东西南北中"[place] ?? ""}山开发区`,
      part,
      whole,
      rounded((part / whole) * factor),
    ]),
    ["合计", sum(0), sum(1), rounded((sum(0) / sum(1)) * factor)],
  ];
}

describe("a quotient follows from the two amounts of its row, in converted units", () => {
  test.each<[string, readonly [string, string, string], number]>([
    ["万元 over 亩", ["固定资产投资(万元)", "工矿仓储用地(亩)", "亩均投资(万元/亩)"], 1],
    [
      "万元 over 公顷 in 万元/亩",
      ["税收收入(万元)", "用地面积(公顷)", "亩均税收(万元/亩)"],
      1 / 15,
    ],
    [
      "万元 over 公顷 in 亿元/平方公里",
      ["工业总产值(万元)", "建设用地(公顷)", "地均产值(亿元/平方公里)"],
      0.01,
    ],
    [
      "亿元 over 亩 in 万元/亩",
      ["固定资产投资(亿元)", "供地面积(亩)", "投资强度(万元/亩)"],
      10_000,
    ],
    ["万元 over 人 in 元/人", ["营业收入(万元)", "从业人员(人)", "人均营业收入(元/人)"], 10_000],
    ["万元 over 户, the unit not told", ["项目投资额(万元)", "企业户数(户)", "户均投资额"], 1],
    [
      "万元 over 户 in 亿元, the unit not told",
      ["项目投资额(万元)", "企业户数(户)", "户均投资额"],
      0.0001 * 100,
    ],
  ])("%s", (_name, heads, factor) => {
    const rows = quotientsOf(heads, factor);
    expect(judge(rows).tables[0]?.unrecognised).toEqual([]);
    expect(places(rows)).toEqual([]);
    const stated = rows[4]?.[3] as number;
    const off = Math.round(stated * 1.19 * 100) / 100;
    expect(places(withCell(rows, "D5", off))).toEqual(["rate-mismatch error D5"]);
    // A wrong operand makes its quotient and its total wrong: one finding, at the cell itself.
    const part = rows[4]?.[1] as number;
    expect(places(withCell(rows, "B5", part + 4000))).toEqual(["sum-mismatch error B5"]);
  });

  test("just inside and just outside what the printed digits allow", () => {
    const rows = quotientsOf(["固定资产投资(万元)", "用地(亩)", "亩均投资(万元/亩)"], 1);
    // 52310 ÷ 3211 = 16.2909; of whole numbers no more than 16.289 to 16.294.
    expect(places(withCell(rows, "D3", 16.29))).toEqual([]);
    expect(places(withCell(rows, "D3", 16.31))).toEqual(["rate-mismatch error D3"]);
  });

  test("which pair it is, the column shows: another area than the first fits", () => {
    const rows: Rows = [
      ["2023年度全市开发区亩均效益评价表"],
      ["开发区", "规划面积(亩)", "已供用地(亩)", "税收收入(万元)", "亩均税收(万元/亩)"],
      ["东湖开发区", 9000, 3211, 52310, 16.29],
      ["西河开发区", 8000, 4790, 81044, 16.92],
      ["南山开发区", 3000, 1512, 12977, 8.58],
      ["北关开发区", 7000, 2904, 60218, 20.74],
    ];
    expect(places(rows)).toEqual([]);
    expect(places(withCell(rows, "E5", 5.88))).toEqual(["rate-mismatch error E5"]);
  });
});

describe("nothing is said where the table does not hold what a quotient is made of", () => {
  const rows: Rows = [
    ["2023年度全市开发区亩均效益评价表"],
    ["开发区", "规划面积(亩)", "税收收入(万元)", "亩均税收(万元/亩)"],
    ["东湖开发区", 9000, 52310, 16.29],
    ["西河开发区", 8000, 81044, 16.92],
    ["南山开发区", 3000, 12977, 8.58],
    ["北关开发区", 7000, 60218, 20.74],
  ];
  test("the area beside it is another", () => {
    expect(places(rows)).toEqual([]);
    expect(judge(rows).notEvaluable.filter(({ check }) => check === "rate-mismatch")).toHaveLength(
      4
    );
  });

  test("no area, a blank one, one of nought, text", () => {
    const good = quotientsOf(["固定资产投资(万元)", "用地(亩)", "亩均投资(万元/亩)"], 1);
    expect(places(withCell(good, "C4", 0))).not.toContain("rate-mismatch error D4");
    expect(places(withCell(good, "C4", "—"))).not.toContain("rate-mismatch error D4");
    expect(places(withCell(good, "C4", "约4790"))).not.toContain("rate-mismatch error D4");
    const without = good.map((row) => row.filter((_cell, column) => column !== 2));
    expect(places(without)).toEqual([]);
  });

  test("a row 合计 that holds the mean of its column is a custom", () => {
    const good = quotientsOf(["固定资产投资(万元)", "用地(亩)", "亩均投资(万元/亩)"], 1);
    const values = good.slice(2, 7).map((row) => row[3] as number);
    const mean = Math.round((values.reduce((all, value) => all + value) / 5) * 100) / 100;
    expect(places(withCell(good, "D8", mean))).toEqual([]);
  });

  test("研发投入强度 is a share of turnover, and no quotient of land", () => {
    expect(
      places([
        ["2023年度全市开发区创新情况表"],
        ["开发区", "研发投入(万元)", "用地(亩)", "研发投入强度"],
        ["东湖开发区", 900, 3211, 2.81],
        ["西河开发区", 800, 4790, 1.62],
        ["南山开发区", 300, 1512, 1.94],
        ["北关开发区", 700, 2904, 2.44],
      ])
    ).toEqual([]);
  });
});

describe("two faults at once, and with indicators down the rows", () => {
  test("two deviating cells of six are two findings", () => {
    const rows = quotientsOf(["固定资产投资(万元)", "用地(亩)", "亩均投资(万元/亩)"], 1);
    const longer: Rows = [
      ...rows.slice(0, -1),
      ["外山开发区", 30000, 1500, 20],
      ["另山开发区", 30000, 1600, 18.75],
      ["还山开发区", 30300, 1600, 18.94],
      ["又山开发区", 30300, 1500, 20.2],
      ["再山开发区", 30000, 1700, 17.65],
    ];
    expect(places(longer)).toEqual([]);
    expect(places(withCell(withCell(longer, "D4", 19.12), "D8", 25))).toEqual([
      "rate-mismatch error D4",
      "rate-mismatch error D8",
    ]);
  });

  test("one zone, two years: the one that follows shows what it is made of, the other is asked for", () => {
    const rows: Rows = [
      ["东湖经济开发区2024年上半年主要指标"],
      ["指标", "单位", "本期", "上年同期"],
      ["税收收入", "万元", 52310, 49805],
      ["建成区面积", "亩", 3211, 3105],
      ["亩均税收", "万元/亩", 16.29, 16.04],
    ];
    expect(places(rows)).toEqual([]);
    expect(places(withCell(rows, "C5", 19.26))).toEqual(["rate-mismatch warning C5"]);
  });
});

describe("a quotient's finding says what it was divided by, in both languages", () => {
  const rows = withCell(
    quotientsOf(["固定资产投资(亿元)", "供地面积(亩)", "投资强度(万元/亩)"], 10_000),
    "D5",
    100_000
  );
  const [finding] = judge(rows).findings;

  test("message, rule and arithmetic", () => {
    if (finding === undefined) throw new Error("nothing was found");
    const chinese = formatFinding(finding, "zh-CN");
    expect(chinese.message).toContain("129770000万元 ÷ 1512亩 应为 85826.72");
    expect(chinese.rule).toContain("亩均、户均、人均、地均");
    const english = formatFinding(finding, "en-US");
    expect(english.message).toContain("gives 85826.72");
    expect(english.rule).toContain("per mu");
    expect(finding.trace.arithmetic).toContain("129770000 ÷ 1512 = 85826.7196");
  });
});

test("建成率 is what is built of what is planned", () => {
  const rows: Rows = [
    ["2023年开发区土地利用情况"],
    ["开发区", "规划面积(平方公里)", "已建成面积(平方公里)", "建成率(%)"],
    ["东湖开发区", 21.4, 9.63, 45],
    ["西河开发区", 12.85, 6.4, 49.81],
    ["南山开发区", 8.12, 5.93, 73.03],
    ["北关开发区", 15.3, 4.87, 31.83],
  ];
  expect(places(rows)).toEqual([]);
  expect(places(withCell(rows, "D5", 84.9))).toEqual(["rate-mismatch error D5"]);
});

test("人均 of a mean population is near what the table gives, and a small difference is no fault of it", () => {
  const rows: Rows = [
    ["2023年各县区人均地区生产总值"],
    ["县区", "年末常住人口(万人)", "地区生产总值(亿元)", "人均地区生产总值(万元)"],
    ["东山县", 51.22, 112.4, 2.2],
    ["西河县", 18.4, 71.3, 3.9],
    ["南沟县", 33.15, 60.9, 1.8],
    ["北塬县", 24.07, 96.1, 4],
    ["中城区", 12.99, 408.5, 31.9],
  ];
  expect(places(rows)).toEqual([]);
  expect(places(withCell(withCell(rows, "D7", 31.4), "D4", 9.3))).toEqual([
    "rate-mismatch warning D4",
  ]);
});
