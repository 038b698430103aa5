import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readTables } from "../../../../src/core/index.ts";
import type { IndicatorTable } from "../../../../src/core/index.ts";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import type { Claim } from "../../../../src/core/narrative/check/index.ts";
import { openFilePort } from "../../../../src/xlsx/index.ts";
import { bookOf } from "../../../support/grid.ts";
import { tableOf } from "../../../support/table.ts";
import type { ColumnLiteral } from "../../../support/table.ts";
import { typed } from "../../../support/typed-sheet.ts";

const REPORT = readFileSync(join(__dirname, "../data/half-year-report.txt"), "utf8");

async function tablesOf(file: string): Promise<readonly IndicatorTable[]> {
  const bytes = readFileSync(join(__dirname, "../../../../assets/samples", file));
  const book = await openFilePort(new Uint8Array(bytes), file).read();
  if (!book.ok) throw new Error(book.failure.code);
  return readTables(book.value, { sheets: null }).flatMap(({ tables }) => tables);
}

/** The paragraphs that the sample workbooks give, out of the published report, line breaks of its page gone. */
function section(from: string, to: string): string {
  return REPORT.slice(REPORT.indexOf(from), REPORT.indexOf(to)).replace(/\n+(?=69)/u, "");
}

describe.each([
  ["yuncheng-2023-h1.xlsx", section("1-6月,10个", "二、产业发展情况")],
  ["jincheng-2023-h1.xlsx", section("1-6月份,规上", "二、奋力攻坚克难")],
])("the published paragraph against %s", (file, draft) => {
  let tables: readonly IndicatorTable[] = [];
  const claimsOf = (text: string): readonly Claim[] => checkDraft({ draft: text, tables }).claims;

  beforeAll(async () => {
    tables = await tablesOf(file);
  });

  test("every number agrees with its cell, and none is left over", () => {
    const check = checkDraft({ draft, tables });
    expect(check.claims.filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
    expect(check.coverage.unclaimed).toEqual([]);
  });

  test("a changed digit is told at its number, and nowhere else", () => {
    const numbers = [...draft.matchAll(/\d+\.\d+/gu)];
    expect(numbers.length).toBeGreaterThan(12);
    for (const { 0: digits, index } of numbers) {
      const last = digits.slice(-1);
      const first = digits.slice(0, 1);
      for (const changed of [
        digits.slice(0, -1) + String((Number(last) + 5) % 10),
        String((Number(first) % 9) + 1) + digits.slice(1),
      ]) {
        const text = draft.slice(0, index) + changed + draft.slice(index + digits.length);
        const wrong = claimsOf(text).filter(({ verdict }) => verdict === "disagrees");
        expect([changed, wrong.map(({ start }) => start <= index && index - start < 2)]).toEqual([
          changed,
          [true],
        ]);
      }
    }
  });
});

test("a number of another city is not in this workbook", async () => {
  const tables = await tablesOf("yuncheng-2023-h1.xlsx");
  const draft = "1-6月,全市开发区进出口总额完成12.3亿元,同比增长3.2%。";
  const { claims } = checkDraft({ draft, tables });
  expect(claims.map(({ verdict }) => verdict)).toEqual(["unverifiable", "unverifiable"]);
});

test("single zones, ranks and shares are found by their names", async () => {
  const tables = await tablesOf("yuncheng-2023-h1.xlsx");
  const said = (draft: string): readonly string[] =>
    checkDraft({ draft, tables }).claims.map(({ text, verdict }) => `${text} ${verdict}`);
  expect(said("1-6月,河津开发区工业投资完成14.26亿元。")).toEqual(["14.26亿元 agrees"]);
  expect(said("1-6月,河津开发区工业投资完成142600万元。")).toEqual(["142600万元 agrees"]);
  expect(said("1-6月,河津开发区工业投资完成14.62亿元。")).toEqual(["14.62亿元 disagrees"]);
});

test.each([
  ["运城、河津开发区工业投资完成109.24亿元,同比增长9.7%。", "109.24亿元 agrees|9.7% agrees"],
  ["运城、河津开发区工业投资完成119.24亿元。", "119.24亿元 disagrees"],
  ["运城、河津开发区工业投资分别完成60.24亿元、49亿元。", "60.24亿元 agrees|49亿元 agrees"],
  ["运城、河津开发区工业投资分别完成60.24亿元、46亿元。", "60.24亿元 agrees|46亿元 disagrees"],
  ["运城和河津两个开发区共完成工业投资109.24亿元。", "109.24亿元 agrees"],
])("zones named together have their sum, or a number each: %s", (draft, expected) => {
  const sheet = typed(
    "表",
    `运城市开发区2023年1-6月工业投资完成情况
     单位:亿元、%
     开发区|工业投资|同比增长
     运城|60.24|11.0
     河津|49|8.1
     合计|109.24|9.7`
  );
  const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((read) => read.tables);
  const { claims } = checkDraft({ draft: `1-6月,${draft}`, tables });
  expect(claims.map(({ text, verdict }) => `${text} ${verdict}`).join("|")).toBe(expected);
});

test.each([
  [
    "3个开发区工业投资同比持平,完成年度目标的45.2%。",
    "3个 agrees|45.2% agrees",
    "3个开发区规上工业增加值同比持平,完成年度目标的62.5%。",
    "3个 agrees|62.5% agrees",
  ],
  [
    "2个开发区工业投资同比持平,完成年度目标的45.2%。",
    "2个 disagrees|45.2% agrees",
    "3个开发区工业投资同比持平,完成年度目标的62.5%。",
    "3个 agrees|62.5% disagrees",
  ],
  [
    "3个开发区工业投资同比持平,完成年度目标的45.2%;规上工业增加值同比持平,完成年度目标的62.5%。",
    "3个 agrees|45.2% agrees|62.5% agrees",
    "3个开发区工业投资同比持平,完成年度目标的45.2%;规上工业增加值同比持平,完成年度目标的45.2%。",
    "3个 agrees|45.2% agrees|45.2% disagrees",
  ],
])(
  "what stands behind 持平 goes on with the indicator that is level: %s",
  (one, oneSaid, two, twoSaid) => {
    const sheet = typed(
      "表",
      `运城市开发区2023年1-6月主要指标完成情况
       单位:亿元、%
       开发区|工业投资||规上工业增加值|
       |同比增长|完成年度目标%|同比增长|完成年度目标%
       运城|1.0|40.1|2.0|60
       河津|-1.0|50.2|3.0|63
       永济|0|41.0|-4.0|64
       合计|0|45.2|0|62.5`
    );
    const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((read) => read.tables);
    const said = (draft: string): string =>
      checkDraft({ draft: `1-6月,${draft}`, tables })
        .claims.map(({ text, verdict }) => `${text} ${verdict}`)
        .join("|");
    expect([said(one), said(two)]).toEqual([oneSaid, twoSaid]);
  }
);

test.each([
  ["占全市的12%、占全省开发区的0.5%,未达到省定15%目标值", "agrees"],
  ["占全市的12%、占全省开发区的0.5%,达到省定15%目标值", "disagrees"],
  ["占全市的12%、占全省开发区的0.5%,同比增长3%,未达到省定15%目标值", "agrees"],
])("a verdict beside two shares is held to both: %s", (words, expected) => {
  const share = (scope: "city" | "province-zones"): ColumnLiteral => ({
    of: "transformation-investment",
    measure: "share",
    against: { kind: "reference", scope, stated: null },
  });
  const table = tableOf({
    period: { kind: "cumulative", year: 2023, months: 6 },
    columns: [
      share("city"),
      share("province-zones"),
      { of: "transformation-investment", measure: "growth" },
      {
        of: "transformation-investment",
        measure: "target",
        path: ["转型项目当年完成投资", "省定占比目标%"],
      },
    ],
    rows: [
      { name: "河津", label: "河津开发区", cells: [30, 1, 1, 15] },
      { name: "永济", label: "永济开发区", cells: [9, 2, 2, 16] },
      { name: "合计", role: "total", cells: [12, 0.5, 3, 15] },
    ],
  });
  const draft = `1-6月,2个开发区转型项目当年完成投资${words}。`;
  const verdicts = checkDraft({ draft, tables: [table] })
    .claims.filter(({ kind }) => kind === "verdict")
    .map(({ verdict }) => verdict);
  expect(verdicts).toEqual([expected]);
});

test("a zone with nothing leaves the sum of all above zero", () => {
  const level = (measure: "actual" | "prior"): ColumnLiteral => ({
    of: "public-budget-revenue",
    measure,
    unit: "亿元",
  });
  const table = tableOf({
    period: { kind: "cumulative", year: 2023, months: 6 },
    columns: [level("actual"), level("prior")],
    rows: [
      { name: "河津", label: "河津开发区", cells: [0.01, 0.01] },
      { name: "永济", label: "永济开发区", cells: [0.01, 0.01] },
      { name: "垣曲", label: "垣曲开发区", cells: [0.01, 0] },
    ],
  });
  const said = (rate: string): readonly string[] =>
    checkDraft({
      draft: `1-6月,河津开发区、永济开发区、垣曲开发区一般公共预算收入完成0.03亿元,同比增长${rate}。`,
      tables: [table],
    }).claims.map(({ text, verdict }) => `${text} ${verdict}`);
  expect(said("50%")).toEqual(["0.03亿元 agrees", "50% agrees"]);
  expect(said("500%")).toEqual(["0.03亿元 agrees", "500% disagrees"]);
});

test.each([
  ["3个开发区工业投资同比持平", "3个 agrees"],
  ["2个开发区工业投资同比持平", "2个 disagrees"],
  ["2个开发区工业投资同比持平;规上工业增加值占全市的61.5%", "2个 disagrees|61.5% agrees"],
])("zones whose indicator is only said to be level are counted: %s", (words, expected) => {
  const sheet = typed(
    "表",
    `运城市开发区2023年1-6月主要指标完成情况
     单位:亿元、%
     开发区|工业投资|规上工业增加值
     |同比增长|占全市比重%
     运城|1.0|31.1
     河津|-1.0|20.4
     永济|0|10.0
     合计|0|61.5`
  );
  const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((read) => read.tables);
  const { claims } = checkDraft({ draft: `1-6月,${words}。`, tables });
  expect(claims.map(({ text, verdict }) => `${text} ${verdict}`).join("|")).toBe(expected);
});

test("an attainment beside its own target is not held to a table of other zones", () => {
  const of = "标准厂房建成面积";
  const unit = "万平方米";
  const period = { kind: "cumulative", year: 2023, months: 6 } as const;
  const industrial = tableOf({
    sheet: "工业类",
    period,
    columns: [
      { of, measure: "actual", unit },
      { of, measure: "target", path: [of, "年度目标"], unit },
    ],
    rows: [
      { name: "河津", label: "河津开发区", cells: [40.5, 60] },
      { name: "永济", label: "永济开发区", cells: [24.5, 40] },
      { name: "合计", role: "total", cells: [65, 100] },
    ],
  });
  const others = tableOf({
    sheet: "其他类",
    period,
    columns: [{ of, measure: "attainment", path: [of, "完成年度目标%"] }],
    rows: [
      { name: "风陵渡", label: "风陵渡开发区", cells: [30] },
      { name: "合计", role: "total", cells: [30] },
    ],
  });
  const said = (rate: string): readonly string[] =>
    checkDraft({
      draft: `1-6月,2个开发区标准厂房建成面积完成65万平方米,完成年度目标(100万平方米)的${rate}。`,
      tables: [industrial, others],
    })
      .claims.filter(({ kind }) => kind === "rate")
      .map(({ verdict }) => verdict);
  expect([said("65%"), said("56%")]).toEqual([["agrees"], ["disagrees"]]);
});

const SHARES = tableOf({
  period: { kind: "cumulative", year: 2023, months: 6 },
  columns: [
    { of: "transformation-investment", measure: "actual", unit: "亿元" },
    ...(["city", "province-zones"] as const).map((scope): ColumnLiteral => ({
      of: "transformation-investment",
      measure: "share",
      against: { kind: "reference", scope, stated: null },
    })),
    {
      of: "transformation-investment",
      measure: "target",
      path: ["转型项目当年完成投资", "省定占比目标%"],
    },
  ],
  rows: [
    { name: "河津", label: "河津开发区", cells: [2, 1, 1, 15] },
    { name: "永济", label: "永济开发区", cells: [6, 16, 3, 15] },
    { name: "全省开发区", reference: "province-zones", cells: [200, 100, 100, "-"] },
  ],
});

test.each([
  ["占全省开发区(200亿元)的4%,均未达到省定15%目标值", "agrees"],
  ["占全省开发区(200亿元)的4%,均达到省定15%目标值", "disagrees"],
])("of two shares 均 speaks of the one that was told: %s", (words, expected) => {
  const draft = `1-6月,河津开发区、永济开发区转型项目当年完成投资完成8亿元,${words}。`;
  const { claims } = checkDraft({ draft, tables: [SHARES] });
  expect(claims.filter(({ kind }) => kind === "members").map(({ verdict }) => verdict)).toEqual([
    expected,
  ]);
});

test.each([
  ["1个达到、1个未达到省定15%目标值", "1个 agrees|1个 agrees"],
  ["2个达到、0个未达到省定15%目标值", "2个 disagrees|0个 disagrees"],
])("zones counted behind two shares are counted by either: %s", (words, expected) => {
  const draft = `1-6月,河津开发区、永济开发区转型项目当年完成投资完成8亿元,占全市的4%、占全省开发区的4%,${words}。`;
  const city = tableOf({
    period: { kind: "cumulative", year: 2023, months: 6 },
    columns: [
      { of: "transformation-investment", measure: "actual", unit: "亿元" },
      ...(["city", "province-zones"] as const).map((scope): ColumnLiteral => ({
        of: "transformation-investment",
        measure: "share",
        against: { kind: "reference", scope, stated: null },
      })),
      {
        of: "transformation-investment",
        measure: "target",
        path: ["转型项目当年完成投资", "省定占比目标%"],
      },
    ],
    rows: [
      { name: "河津", label: "河津开发区", cells: [2, 1, 1, 15] },
      { name: "永济", label: "永济开发区", cells: [6, 16, 3, 15] },
      { name: "合计", role: "total", cells: [8, 4, 4, "-"] },
    ],
  });
  const said = checkDraft({ draft, tables: [city] })
    .claims.filter(({ kind }) => kind === "count")
    .map(({ text, verdict }) => `${text} ${verdict}`);
  expect(said.join("|")).toBe(expected);
});

test("a growth that the workbook leaves to be computed is what a difference is taken from", () => {
  const of = "public-budget-revenue";
  const period = { kind: "cumulative", year: 2023, months: 6 } as const;
  const city = tableOf({
    sheet: "工业类",
    period,
    columns: [{ of, measure: "growth" }],
    rows: [
      { name: "垣曲", label: "垣曲开发区", cells: [0] },
      { name: "合计", role: "total", cells: [0] },
    ],
  });
  const zones = tableOf({
    sheet: "农业类",
    period,
    columns: [
      { of, measure: "actual", unit: "亿元" },
      { of, measure: "prior", unit: "亿元" },
      { of, measure: "growth" },
    ],
    rows: [
      {
        name: "万荣",
        label: "万荣农业示范区",
        kind: "agricultural",
        cells: ["30.00", "40.00", -25],
      },
      {
        name: "临猗",
        label: "临猗农业示范区",
        kind: "agricultural",
        cells: ["30.00", "40.00", -25],
      },
      { name: "全省开发区", reference: "province-zones", cells: [90, 80, 2.5] },
    ],
  });
  const said = (points: string): readonly string[] =>
    checkDraft({
      draft: `1-6月,2个开发区一般公共预算收入完成60亿元,同比下降25%,低于全省开发区增速(2.5%)${points}个百分点。`,
      tables: [city, zones],
    }).claims.map(({ text, verdict }) => `${text} ${verdict}`);
  expect(said("27.5").at(-1)).toBe("27.5个百分点 agrees");
  expect(said("22.5").at(-1)).toBe("22.5个百分点 disagrees");
});

test("a whole rate of a column with two places supports a difference of two places", async () => {
  const tables = await tablesOf("jincheng-2023-h1.xlsx");
  const draft = section("1-6月份,规上", "二、奋力攻坚克难");
  const isFine = ({ code }: { readonly code: string }): boolean => code === "fine-precision";
  // −3 stands among −37.85 and 2.51; the text alone cannot know.
  expect(checkDraft({ draft, tables }).lint.filter(isFine)).toEqual([]);
  expect(checkDraft({ draft, tables: null }).lint.filter(isFine)).toHaveLength(1);
});

describe("places in an order are held to the column", () => {
  const sheet = typed(
    "表",
    `运城市开发区2023年1-6月工业投资完成情况
     单位:亿元、%
     开发区|工业投资|同比增长
     运城|60.24|11.0
     河津|49|8.1
     永济|31.5|20.4
     闻喜|22.8|-3.2
     新绛|9.6|-7.8
     绛县|9.6|1.5
     合计|182.74|9.7`
  );
  const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((read) => read.tables);

  test.each([
    [
      "工业投资前三位的分别是运城开发区60.24亿元、河津开发区49亿元、永济开发区31.5亿元。",
      "前三 agrees",
    ],
    [
      "工业投资前三位的分别是运城开发区60.24亿元、河津开发区49亿元、闻喜开发区22.8亿元。",
      "前三 disagrees",
    ],
    ["工业投资增速后两位的分别是新绛开发区-7.8%、闻喜开发区-3.2%。", "后两 agrees"],
    ["工业投资增速后两位的分别是新绛开发区-7.8%、绛县开发区1.5%。", "后两 disagrees"],
    // Two share the last place: either way of telling the last three is right.
    [
      "工业投资后三位的分别是新绛开发区9.6亿元、绛县开发区9.6亿元、闻喜开发区22.8亿元。",
      "后三 agrees",
    ],
    ["工业投资增速全省前三位的分别是永济开发区20.4%、运城开发区11%、绛县开发区1.5%。", ""],
    ["永济开发区工业投资增长20.4%,增速居全市开发区第1位。", "1位 agrees"],
    ["永济开发区工业投资增长20.4%,增速居全市开发区第2位。", "2位 disagrees"],
    ["闻喜开发区工业投资22.8亿元,居全市开发区倒数第3位。", "3位 agrees"],
    ["闻喜开发区工业投资22.8亿元,居全市开发区倒数第2位。", "2位 agrees"],
    ["闻喜开发区工业投资22.8亿元,居全市开发区倒数第1位。", "1位 disagrees"],
    ["新绛开发区工业投资9.6亿元,并列全市开发区第5位。", "5位 agrees"],
    // Of another set, or of none that is told.
    ["永济开发区工业投资增长20.4%,增速居全省开发区第2位。", "2位 unverifiable"],
    ["永济开发区工业投资增长20.4%,增速居全市第2位。", "2位 unverifiable"],
    ["永济开发区工业投资增长20.4%,增速居全市开发区第9位。", "9位 unverifiable"],
  ])("%s", (words, expected) => {
    const { claims } = checkDraft({ draft: `1-6月,${words}`, tables });
    const said = claims
      .filter(({ kind }) => kind === "rank" || kind === "order")
      .map(({ text, verdict }) => `${text} ${verdict}`);
    expect(said.join("|")).toBe(expected);
  });
});

test("a difference from 全市 is its column's where the sheet has no row of 全市", () => {
  const of = "public-budget-revenue";
  const table = tableOf({
    period: { kind: "cumulative", year: 2023, months: 6 },
    columns: [
      { of, measure: "growth" },
      {
        of,
        measure: "difference",
        against: { kind: "reference", scope: "city", stated: null },
        unit: "个百分点",
      },
    ],
    rows: [
      { name: "河津", label: "河津开发区", cells: [5.25, 0.15] },
      { name: "永济", label: "永济开发区", cells: [4.25, -0.85] },
      { name: "合计", role: "total", cells: [4.6, -0.5] },
    ],
  });
  const said = (points: string): string | undefined =>
    checkDraft({
      draft: `1-6月,河津开发区一般公共预算收入同比增长5.25%。比全市高${points}个百分点。`,
      tables: [table],
    }).claims.at(-1)?.verdict;
  expect([said("0.15"), said("0.65")]).toEqual(["agrees", "disagrees"]);
});
