import { describe, expect, test } from "@jest/globals";
import type { IndicatorTable, TargetRule } from "../../../../src/core/index.ts";
import { compose, parseStyle } from "../../../../src/core/narrative/compose/index.ts";
import type { HouseStyle } from "../../../../src/core/narrative/compose/index.ts";
import { ruleOf } from "../../../support/check-cases.ts";
import { tableOf } from "../../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral } from "../../../support/table.ts";
import { composed, sourceOf, styleNamed } from "./books.ts";

const INVESTMENT = "industrial-investment";
const REVENUE = "public-budget-revenue";
const general = styleNamed("通用");

function styleOf(fields: object): HouseStyle {
  const parsed = parseStyle(
    JSON.stringify({ schema: "zone-check/style@1", name: "本市", ...fields })
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

const textOf = (
  tables: readonly IndicatorTable[],
  style = general,
  rules: readonly TargetRule[] = []
): string => composed(sourceOf(tables, rules), style).text;

const level = (of = INVESTMENT): ColumnLiteral => ({ of, measure: "actual" });
const growth = (of = INVESTMENT): ColumnLiteral => ({ of, measure: "growth" });
const targetOf = (of = INVESTMENT, path = "省定目标%"): ColumnLiteral => ({
  of,
  measure: "target",
  path: [of, path],
});
const city = (...cells: readonly CellLiteral[]): RowLiteral => ({
  name: "全市",
  reference: "city",
  cells,
});
const zone = (name: string, ...cells: readonly CellLiteral[]): RowLiteral => ({ name, cells });
const total = (...cells: readonly CellLiteral[]): RowLiteral => ({
  name: "合计",
  role: "total",
  cells,
});

/** One zone's value and growth, and the city's. */
const alone = (own: readonly CellLiteral[], whole: readonly CellLiteral[]): IndicatorTable =>
  tableOf({
    columns: [level(), growth()],
    rows: [zone("河津经济技术开发区", ...own), city(...whole)],
  });

describe("growth and comparison", () => {
  test.each<[CellLiteral, CellLiteral, string]>([
    [12.5, 10, "同比增长12.5%,比全市(10%)高2.5个百分点"],
    ["12.50", "10.0", "同比增长12.5%,比全市(10%)高2.5个百分点"],
    [-17.92, -18.3, "同比下降17.92%,比全市(-18.3%)高0.4个百分点"],
    [-17.92, "-7.8", "同比下降17.92%,比全市(-7.8%)低10.1个百分点"],
    [17, 10, "同比增长17%,比全市(10%)高7个百分点"],
    [0, 3.1, "同比持平,比全市(3.1%)低3.1个百分点"],
    ["0.0", "3.1", "同比持平,比全市(3.1%)低3.1个百分点"],
    [4.6, 4.6, "同比增长4.6%,与全市(4.6%)持平"],
    [4.64, 4.6, "同比增长4.64%,与全市(4.6%)基本持平"],
    [0.004, 4.6, "同比基本持平,比全市(4.6%)低4.6个百分点"],
    [12.345, 4.6, "同比增长12.35%,比全市(4.6%)高7.7个百分点"],
    [29923.9, 4.6, "同比增长29923.9%,比全市(4.6%)高29919.3个百分点"],
    [12.5, null, "同比增长12.5%"],
  ])("%p against 全市 %p is %s", (own, reference, words) => {
    expect(textOf([alone([5, own], [20, reference])])).toBe(
      `1-6月,河津经济技术开发区工业投资完成5亿元,占全市(20亿元)的25%,${words}。`
    );
  });

  test("a difference stands at the place the style asks for", () => {
    const table = alone([5, "13.97"], [20, "4.6"]);
    const at = (difference: unknown): string =>
      textOf([table], styleOf({ clauses: ["growth", "comparison"], precision: { difference } }));
    expect(at("coarser")).toContain("高9.4个百分点");
    expect(at("finer")).toContain("高9.37个百分点");
    expect(at(0)).toContain("高9个百分点");
    expect(at(3)).toContain("高9.37个百分点");
  });

  test("a whole number in a column of decimals has the column's places", () => {
    const table = tableOf({
      columns: [growth()],
      rows: [
        zone("甲开发区", 3.25),
        zone("乙开发区", 5.5),
        total(5),
        city(8),
        { name: "全省开发区", reference: "province-zones", cells: [7.6] },
      ],
    });
    expect(textOf([table])).toContain("同比增长5%,比全市(8%)低3个百分点");
    expect(textOf([table], styleOf({ precision: { difference: "finer" } }))).toContain(
      "比全省开发区(7.6%)低2.6个百分点"
    );
  });

  test("zeros at the end are kept where the style keeps them", () => {
    const table = alone(["30.90", "12.00"], [40, "3.0"]);
    const style = styleOf({ precision: { zeros: "keep" } });
    expect(textOf([table], style)).toBe(
      "1-6月,河津经济技术开发区工业投资完成30.90亿元,占全市(40亿元)的77.25%,同比增长12.00%,比全市(3.0%)高9.0个百分点。"
    );
  });

  test("a difference that the sheet states is told where 全市 has no rate", () => {
    const against = { kind: "reference", scope: "city", stated: null } as const;
    const difference: ColumnLiteral = { of: INVESTMENT, measure: "difference", against };
    const table = tableOf({
      columns: [growth(), { ...difference, unit: "个百分点" }],
      rows: [zone("河津", 16.4, -0.6)],
    });
    expect(textOf([table])).toBe("1-6月,河津工业投资同比增长16.4%,比全市低0.6个百分点。");
  });

  test("a fall told as a positive number is a fall", () => {
    const table = tableOf({
      columns: [level(), { of: INVESTMENT, measure: "fall" }],
      rows: [zone("河津", 9.2, 4.5)],
    });
    expect(textOf([table])).toBe("1-6月,河津工业投资完成9.2亿元,同比下降4.5%。");
  });

  test("a rate rises by points and is compared itself", () => {
    const of = "organic-coverage";
    const table = tableOf({
      columns: [level(of), { ...growth(of), unit: "个百分点" }],
      rows: [zone("万荣", 70.2, 2.1), city(65.5, 1)],
    });
    expect(textOf([table])).toBe(
      "1-6月,万荣绿色有机农产品覆盖率70.2%,同比提高2.1个百分点,比全市(65.5%)高4.7个百分点。"
    );
  });
});

describe("values and totals", () => {
  test("without a total row values are added up, and a nominal growth follows from both sums", () => {
    const table = tableOf({
      columns: [level(REVENUE), { of: REVENUE, measure: "prior" }],
      rows: [zone("河津开发区", 3.3, 3), zone("永济开发区", 2.2, 2), zone("闻喜开发区", 1.1, 1)],
    });
    const { text, spans } = composed(sourceOf([table]), general);
    expect(text).toBe("1-6月,河津、永济、闻喜开发区一般公共预算收入完成6.6亿元,同比增长10%。");
    expect(spans.map(({ arithmetic }) => arithmetic)).toEqual([
      "2023-01..06",
      "3",
      "3.3 + 2.2 + 1.1 = 6.6",
      "(6.6 ÷ 6 − 1) × 100 = 10",
    ]);
  });

  test("growths that are given add up to nothing, and that is told", () => {
    const table = tableOf({
      columns: [level(), growth()],
      rows: [zone("河津", 3.3, 3), zone("永济", 2.2, 2)],
    });
    const { text, notes } = composed(sourceOf([table]), general);
    expect(text).toBe("1-6月,河津、永济工业投资完成5.5亿元。");
    expect(notes).toMatchObject([{ code: "left-out", clause: "growth", reason: "not-additive" }]);
  });

  test("a sum with a hole is none", () => {
    const table = tableOf({
      columns: [level(), level(REVENUE)],
      rows: [zone("河津", 3.3, 1), zone("永济", null, 2), zone("闻喜", "-", 3)],
    });
    const { text, notes } = composed(sourceOf([table]), general);
    expect(text).toBe("1-6月,河津、永济、闻喜一般公共预算收入完成6亿元。");
    expect(notes).toMatchObject([{ code: "left-out", clause: "value", reason: "blank" }]);
  });

  test("money is brought to the unit of the style, with its arithmetic", () => {
    const table = tableOf({
      columns: [{ ...level(REVENUE), unit: "万元" }],
      rows: [zone("河津", 68412), city(1042600)],
    });
    const style = styleOf({ units: { money: "亿元" } });
    const { text, spans } = composed(sourceOf([table]), style);
    expect(text).toBe("1-6月,河津一般公共预算收入完成6.84亿元,占全市(104.26亿元)的6.56%。");
    expect(spans.map(({ arithmetic }) => arithmetic)).toContain("68412 ÷ 10000 = 6.8412");
  });

  test("a number that would round to nothing keeps its first digit", () => {
    const table = tableOf({ columns: [level()], rows: [zone("河津", 0.0042)] });
    expect(textOf([table])).toBe("1-6月,河津工业投资完成0.004亿元。");
  });

  test("an indicator no catalogue knows is told by its own name", () => {
    const of = "低空经济产值";
    const table = tableOf({
      columns: [{ ...level(of), unit: "亿元" }, growth(of)],
      rows: [zone("河津", 3, 12)],
    });
    expect(textOf([table])).toBe("1-6月,河津低空经济产值完成3亿元,同比增长12%。");
  });

  test.each([
    [{ kind: "cumulative", year: 2023, months: 1 }, "1月,"],
    [{ kind: "cumulative", year: null, months: 9 }, "1-9月,"],
    [{ kind: "month", year: 2023, month: 6 }, "6月,"],
    [{ kind: "quarter", year: 2023, quarter: 2 }, "二季度,"],
    [{ kind: "stock", year: 2023, month: 6 }, "截至6月底,"],
    [{ kind: "year", year: 2023 }, "2023年,"],
    [null, ""],
  ] as const)("the time %j is %s", (period, words) => {
    const table = tableOf({ columns: [level()], rows: [zone("河津", 3)], period });
    const { text, notes } = composed(sourceOf([table]), general);
    expect(text).toBe(`${words}河津工业投资完成3亿元。`);
    expect(notes.map(({ code }) => code)).toEqual(period === null ? ["no-period"] : []);
  });

  test("of the months so far the latest are told", () => {
    const of = (months: number): ColumnLiteral[] => [
      { ...level(), period: { kind: "cumulative", year: 2023, months } },
      { ...growth(), period: { kind: "cumulative", year: 2023, months } },
    ];
    const table = tableOf({
      columns: [...of(5), ...of(6)],
      rows: [zone("河津", 10, 5, 12, 6)],
    });
    expect(textOf([table])).toBe("1-6月,河津工业投资完成12亿元,同比增长6%。");
  });

  test("sheets of one indicator each make one paragraph", () => {
    const sheet = (of: string, value: number): IndicatorTable =>
      tableOf({ sheet: of, columns: [level(of)], rows: [zone("河津", value), zone("永济", 1)] });
    expect(textOf([sheet(INVESTMENT, 3), sheet(REVENUE, 2), sheet(INVESTMENT, 3)])).toBe(
      "1-6月,河津、永济工业投资完成4亿元;一般公共预算收入完成3亿元。"
    );
  });
});

describe("shares", () => {
  const against = { kind: "reference", scope: "city", stated: null } as const;

  test("the sheet's own share is told, with the whole where there is one", () => {
    const share: ColumnLiteral = { of: INVESTMENT, measure: "share", against };
    const rows = [zone("河津", 14.26, "8.03")];
    expect(textOf([tableOf({ columns: [level(), share], rows })])).toContain("占全市的8.03%");
    const withCity = tableOf({ columns: [level(), share], rows: [...rows, city(177.53, "-")] });
    expect(textOf([withCity])).toContain("占全市(177.53亿元)的8.03%");
  });

  test("the whole may stand in the header of the share", () => {
    const stated = { value: 177.53, decimals: 2, origin: "typed", precision: "stated" } as const;
    const share: ColumnLiteral = {
      of: INVESTMENT,
      measure: "share",
      against: { kind: "reference", scope: "city", stated },
    };
    const { text, spans } = composed(
      sourceOf([tableOf({ columns: [level(), share], rows: [zone("河津", 14.26, 8.03)] })]),
      general
    );
    expect(text).toContain("占全市(177.53亿元)的8.03%");
    expect(spans.find(({ measure }) => measure === "whole")?.cells).toEqual([
      { sheet: "经济指标", area: { row: 3, column: 3, rows: 1, columns: 1 } },
    ]);
  });

  test("zones above their city have no share", () => {
    expect(textOf([alone([30, 5], [20, 5])])).toBe(
      "1-6月,河津经济技术开发区工业投资完成30亿元,同比增长5%,与全市(5%)持平。"
    );
  });
});

describe("targets", () => {
  const rows = (cells: readonly (readonly CellLiteral[])[]): readonly RowLiteral[] => [
    ...cells.slice(0, -1).map((each, place) => zone(`${"甲乙丙丁戊"[place] ?? ""}开发区`, ...each)),
    total(...(cells.at(-1) ?? [])),
  ];
  const verdictOf = (
    columns: readonly ColumnLiteral[],
    cells: readonly (readonly CellLiteral[])[],
    rules: readonly TargetRule[] = []
  ): string => {
    const text = textOf([tableOf({ columns, rows: rows(cells) })], general, rules);
    return text.replace(/^[^,]*,[^,]*,/u, "");
  };

  test.each<[readonly (readonly CellLiteral[])[], string]>([
    [
      [
        [1, 18, 17],
        [1, 19, 17],
        [2, 18.5, 17],
      ],
      "同比增长18.5%,达到省定17%目标值。",
    ],
    [
      [
        [1, 17, 17],
        [1, 17, 17],
        [2, 17, 17],
      ],
      "同比增长17%,达到省定17%目标值。",
    ],
    [
      [
        [1, 16, 17],
        [1, 17, 17],
        [2, 16.99, 17],
      ],
      "同比增长16.99%,未达到省定17%目标值。",
    ],
    [
      [
        [1, 9, 15],
        [1, 9, 17],
        [1, 9, 17],
        [3, 9, 17],
      ],
      "同比增长9%,未达到省定17%目标值(甲开发区15%、其余开发区17%)。",
    ],
    [
      [
        [1, 14, 15],
        [1, 18, 17],
        [1, 18, 17],
        [3, 16, 17],
      ],
      "同比增长16%,2个达到、1个未达到省定17%目标值(甲开发区15%、其余开发区17%)。",
    ],
    // A zone without a target: 其余 would speak for it too.
    [
      [
        [1, 9, 15],
        [1, 9, 17],
        [1, 9, "-"],
        [3, 9, 17],
      ],
      "同比增长9%,未达到省定17%目标值(甲开发区15%、乙开发区17%)。",
    ],
    // The headline is nobody's target.
    [
      [
        [1, 18, 15],
        [1, 18, 15],
        [2, 16, 17],
      ],
      "同比增长16%,均达到省定15%目标值。",
    ],
    [
      [
        [1, 18, 17],
        [1, 19, 17],
        [2, 18.5, "-"],
      ],
      "同比增长18.5%,均达到省定17%目标值。",
    ],
    [
      [
        [1, 8, 17],
        [1, 9, 17],
        [2, 8.5, "-"],
      ],
      "同比增长8.5%,均未达到省定17%目标值。",
    ],
    [
      [
        [1, 8, 17],
        [1, null, 17],
        [2, 8.5, "-"],
      ],
      "同比增长8.5%。",
    ],
  ])("%j: %s", (cells, words) => {
    expect(verdictOf([level(), growth(), targetOf()], cells)).toBe(words);
  });

  test("exceptions may be left out", () => {
    const table = tableOf({
      columns: [level(), growth(), targetOf()],
      rows: rows([
        [1, 9, 15],
        [1, 9, 17],
        [2, 9, 17],
      ]),
    });
    expect(textOf([table], styleOf({ exceptions: "omit" }))).toMatch(/未达到省定17%目标值。$/u);
  });

  test("a rule of a file brings its exceptions along", () => {
    const rule = ruleOf({
      indicator: INVESTMENT,
      measure: "growth",
      value: 17,
      unit: "%",
      standing: "省定",
      except: [{ zone: "甲", value: 16, origin: { kind: "rules-file", file: "r", index: 0 } }],
    });
    expect(
      verdictOf(
        [level(), growth()],
        [
          [1, 9],
          [1, 9],
          [2, 9],
        ],
        [rule]
      )
    ).toBe("同比增长9%,未达到省定17%目标值(甲开发区16%、其余开发区17%)。");
  });

  test.each<[Partial<TargetRule>, string]>([
    [{ comparison: "above", value: 9 }, "未超过9%目标值"],
    [{ comparison: "above", value: 8 }, "超过8%目标值"],
    [{ comparison: "at-most", value: 9 }, "控制在9%目标值以内"],
    [{ comparison: "at-most", value: 8 }, "未控制在8%目标值以内"],
  ])("%j is %s", (rule, words) => {
    const own = ruleOf({
      indicator: INVESTMENT,
      measure: "growth",
      value: 0,
      unit: "%",
      standing: null,
      ...rule,
    });
    const table = tableOf({ columns: [level(), growth()], rows: [zone("甲开发区", 1, 9)] });
    expect(textOf([table], general, [own])).toBe(
      `1-6月,甲开发区工业投资完成1亿元,同比增长9%,${words}。`
    );
  });

  test("a target set in words is told, not written", () => {
    const rule = ruleOf({
      indicator: INVESTMENT,
      measure: "growth",
      value: 2,
      relativeTo: "city",
    });
    const { text, notes } = composed(sourceOf([alone([5, 9], [20, 4])], [rule]), general);
    expect(text).not.toContain("目标");
    expect(notes).toMatchObject([{ code: "left-out", clause: "target", reason: "in-words" }]);
  });

  test("an amount for the year is told by the part that is done, until the year ends", () => {
    const table = (months: number): IndicatorTable =>
      tableOf({
        columns: [level(), targetOf(INVESTMENT, "年度目标")].map((each) => ({
          ...each,
          unit: "亿元",
        })),
        rows: [zone("甲开发区", 10.5, 20)],
        period: { kind: "cumulative", year: 2023, months },
      });
    expect(textOf([table(6)])).toBe(
      "1-6月,甲开发区工业投资完成10.5亿元,完成年度目标(20亿元)的52.5%。"
    );
    expect(textOf([table(12)])).toContain("未达到20亿元目标值");
  });
});

test("a rate no catalogue knows is called as its column is, without its basis", () => {
  const of = "投产率按";
  const table = tableOf({
    columns: [{ of, measure: "actual", unit: "%", path: ["开工一批", "投产率(按完成投资)%"] }],
    rows: [zone("河津", 9.07)],
  });
  expect(textOf([table])).toBe("1-6月,河津投产率9.07%。");
});

describe("rankings", () => {
  const names = ["甲", "乙", "丙", "丁", "戊", "己"].map((name) => `${name}开发区`);
  const ranked = (growths: readonly CellLiteral[]): string =>
    textOf(
      [
        tableOf({
          columns: [level(), growth()],
          rows: [
            ...growths.map((each, place) => zone(names[place] ?? "", 1, each)),
            total(growths.length, 5),
          ],
        }),
      ],
      styleOf({ clauses: ["growth", "growth-ranking"] })
    ).replace(/^.*?5%/u, "");

  test.each<[readonly CellLiteral[], string]>([
    [
      [6, 5, 4, 3, 2, -1],
      ",增速前三位的分别是甲开发区6%、乙开发区5%、丙开发区4%;后三位的分别是丁开发区3%、戊开发区2%、己开发区-1%。",
    ],
    [
      [1, 6, 4, 4, 2, 3],
      ",增速前三位的分别是乙开发区6%、丙开发区4%、丁开发区4%;后三位的分别是己开发区3%、戊开发区2%、甲开发区1%。",
    ],
    [
      [6, 5, 4, 4, 2, 1],
      ",增速前两位的分别是甲开发区6%、乙开发区5%;后两位的分别是戊开发区2%、己开发区1%。",
    ],
    [[6, 5, 4, 3, 2], "。"],
    [[6, 5, 4, 3, null, 1], "。"],
    [[4, 4, 4, 4, 4, 4], "。"],
  ])("%j", (growths, words) => {
    expect(ranked(growths)).toBe(words);
  });
});

describe("the signs that open 晋城's paragraph", () => {
  const opening = (a: CellLiteral, b: CellLiteral): string =>
    textOf(
      [
        tableOf({
          columns: [growth("industrial-value-added"), growth()],
          rows: [zone("甲开发区", 1, 1), zone("乙开发区", 1, 1), total(a, b)],
        }),
      ],
      styleNamed("晋城")
    ).replace(/。.*$/su, "");

  test.each<[CellLiteral, CellLiteral, string]>([
    [19.2, -37.85, "“一正一负”"],
    [-1, 2, "“一正一负”"],
    [1, 2, "均为正增长"],
    [-1, -2, "均为负增长"],
  ])("%p and %p are %s", (a, b, words) => {
    expect(opening(a, b)).toBe(`1-6月份,规上工业增加值增速和工业投资增速两项关键考核指标${words}`);
  });

  test.each<[CellLiteral, CellLiteral]>([
    [0, 2],
    [null, 2],
    ["-", 2],
  ])("%p and %p have none", (a, b) => {
    expect(opening(a, b)).not.toContain("两项");
  });
});

describe("what a style writes about", () => {
  test("a style that finds none of its tables takes all, and says so", () => {
    const table = tableOf({ columns: [level()], rows: [zone("河津", 3)] });
    const { text, notes } = composed(sourceOf([table]), styleNamed("运城"));
    expect(text).toBe("1-6月,河津工业投资完成3亿元。");
    expect(notes.map(({ code }) => code)).toEqual(["style-widened"]);
  });

  test("zones of two kinds in one table make two paragraphs, each of its own subtotal", () => {
    const subtotal = (
      name: string,
      kind: "industrial" | "agricultural",
      members: readonly string[],
      ...cells: readonly CellLiteral[]
    ): RowLiteral => ({ name, role: "subtotal", kind, members, cells });
    const table = tableOf({
      columns: [level(), growth()],
      rows: [
        { ...zone("甲开发区", 1, 5), kind: "industrial" },
        { ...zone("乙开发区", 2, 5), kind: "industrial" },
        subtotal("工业类小计", "industrial", ["甲开发区", "乙开发区"], 3, 5),
        { ...zone("丙农业示范区", 4, 7), kind: "agricultural" },
        { ...zone("丁农业示范区", 5, 7), kind: "agricultural" },
        subtotal("农业类小计", "agricultural", ["丙农业示范区", "丁农业示范区"], 9, 7),
      ],
    });
    expect(textOf([table], styleNamed("运城"))).toBe(
      "1-6月,甲、乙开发区工业投资完成3亿元,同比增长5%。\n丙、丁农业示范区工业投资完成9亿元,同比增长7%。"
    );
  });

  test("no table at all is a failure that names the sheets looked at", () => {
    const source = { ...sourceOf([]), unread: [{ sheet: "封面", unrecognised: [] }] };
    expect(compose(source, general)).toEqual({
      ok: false,
      failure: { code: "nothing-to-compose", sheets: ["封面"] },
    });
  });

  test("an indicator may have a name, clauses and words of its own", () => {
    const style = styleOf({
      indicators: [
        {
          indicator: "工投",
          name: "工业性投入",
          clauses: ["growth", "value"],
          words: { "growth-up": "增幅{growth}" },
        },
      ],
    });
    expect(textOf([alone([5, 9], [20, 4])], style)).toBe(
      "1-6月,河津经济技术开发区工业性投入增幅9%,工业性投入完成5亿元。"
    );
  });
});
