import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";

type Row = readonly GridCell[];

const ZONES = ["河津", "永济", "闻喜", "万荣", "芮城"];
const TARGETS = [100, 80, 60, 50, 40];
const ACTUALS = [24.1, 16.2, 13.5, 12.4, 8.1];
const ATTAINED = [24.1, 20.3, 22.5, 24.8, 20.3];

function judged(rows: readonly Row[], rules: readonly Row[] = []): readonly string[] {
  const sheets = [sheetOf("完成情况", rows)];
  if (rules.length > 0) sheets.push(sheetOf("目标规则", rules));
  const result = evaluate({ book: bookOf(...sheets), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.findings.map(
    ({ code, at, params }) =>
      `${code} ${formatArea(at.area)}${"pace" in params ? ` ${String(params.pace)}` : ""}`
  );
}

const plan = (kind: string): readonly Row[] => [
  ["指标", "口径", "适用", "比较", "目标值", "单位", "类型"],
  ...ZONES.map((zone, i) => ["到位资金", "完成值", zone, "不低于", TARGETS[i] ?? 0, "亿元", kind]),
];

const levels = (period: string, factor = 1): readonly Row[] => [
  [`2024年${period}到位资金完成情况`],
  ["单位:亿元"],
  ["开发区", "累计完成"],
  ...ZONES.map((zone, i) => [zone, Number(((ACTUALS[i] ?? 0) * factor).toFixed(1))]),
];

interface Slip {
  readonly row: number;
  readonly value: GridCell;
}

/** 完成率, its distance to a pace of 22, and whether it is reached; the pace itself in a column where it is given. */
function progress(
  about: { readonly title?: string; readonly difference?: string; readonly note?: string },
  slips: { readonly difference?: Slip; readonly verdict?: Slip } = {},
  pace: GridCell = null
): readonly Row[] {
  const { title = "2024年1-3月到位资金完成情况", difference = "超(欠)序时(百分点)" } = about;
  return [
    [title],
    ["单位:亿元"],
    [
      "开发区",
      "年度目标",
      "累计完成",
      "完成率%",
      ...(pace === null ? [] : ["序时进度%"]),
      difference,
      "是否达序时",
    ],
    ...ZONES.map((zone, i): Row => {
      const attained = ATTAINED[i] ?? 0;
      const own = Number((attained - 22).toFixed(1));
      return [
        zone,
        TARGETS[i] ?? 0,
        ACTUALS[i] ?? 0,
        attained,
        ...(pace === null ? [] : [pace]),
        slips.difference?.row === i ? slips.difference.value : own,
        slips.verdict?.row === i ? slips.verdict.value : attained >= 22 ? "是" : "否",
      ];
    }),
    ...(about.note === undefined ? [] : [[about.note]]),
  ];
}

const BEHIND = ["target-behind-pace C5 22", "target-behind-pace C8 22"];

describe("an office's own plan of the year", () => {
  test.each([
    ["named in the kind of the rules", "1-3月", 1, plan("年度(一季度22%、上半年50%、三季度77%)")],
    [
      "in columns of the rules sheet",
      "1-3月",
      1,
      [
        ["指标", "适用", "目标值", "单位", "类型", "一季度序时", "上半年序时(%)", "三季度序时进度"],
        ...ZONES.map((zone, i) => [
          "到位资金",
          zone,
          TARGETS[i] ?? 0,
          "亿元",
          "年度",
          "22%",
          50,
          0.77,
        ]),
      ],
    ],
    [
      "in columns, for targets whose kind is left open",
      "上半年",
      50 / 22,
      [
        ["指标", "适用", "目标值", "单位", "一季度序时", "上半年序时(%)"],
        ...ZONES.map((zone, i) => ["到位资金", zone, TARGETS[i] ?? 0, "亿元", 22, 50]),
      ],
    ],
  ])("%s is what the zones are held to", (_, period, factor, rules) => {
    const pace = period === "上半年" ? 50 : 22;
    expect(judged(levels(period, factor), rules)).toEqual([
      `target-behind-pace B5 ${pace}`,
      `target-behind-pace B8 ${pace}`,
    ]);
  });

  test("between two steps a month has its part of the way", () => {
    const rules = plan("年度(一季度22%、上半年50%)");
    expect(judged(levels("1-4月", 31.4 / 24.1), rules)).toEqual([
      "target-behind-pace B5 31.3333333333",
      "target-behind-pace B6 31.3333333333",
      "target-behind-pace B8 31.3333333333",
    ]);
  });

  test.each<[string, readonly Row[], readonly Row[]]>([
    ["printed in a column", progress({}, {}, 22), []],
    ["of the rules", progress({}), plan("年度(一季度22%、上半年50%)")],
    ["in the header", progress({ difference: "比序时进度(22%)±百分点" }), []],
    ["in a note", progress({ note: "注:一季度序时进度为22%。" }), []],
    [
      "in the title",
      progress({ title: "2024年1-3月到位资金完成情况(序时进度22%)", difference: "超欠" }),
      [],
    ],
  ])("a distance and a verdict that follow the pace %s are clean", (_, rows, rules) => {
    expect(judged(rows, rules)).toEqual(BEHIND);
  });

  const wrong = { difference: { row: 1, value: 3.7 } };
  test.each<[string, readonly Row[], readonly Row[], string]>([
    ["printed in a column", progress({}, wrong, 22), [], "difference-mismatch F5"],
    ["of the rules", progress({}, wrong), plan("年度(一季度22%)"), "difference-mismatch E5"],
    [
      "in the header",
      progress({ difference: "比序时进度(22%)±百分点" }, wrong),
      [],
      "difference-mismatch E5",
    ],
    ["in a note", progress({ note: "注:序时进度22%" }, wrong), [], "difference-mismatch E5"],
  ])("a distance that does not follow the pace %s is told", (_, rows, rules, told) => {
    expect(judged(rows, rules)).toEqual([told, ...BEHIND]);
  });

  test("a verdict that does not follow the plan of the rules is told", () => {
    expect(
      judged(progress({}, { verdict: { row: 2, value: "否" } }), plan("年度(一季度22%)"))
    ).toEqual(["verdict-mismatch F6", ...BEHIND]);
  });

  test("a distance to the pace that a note speaks of is no pace", () => {
    const rows = progress({ note: "注:落后序时进度5%的为黄灯。" }, {}, 22);
    expect(judged(rows)).toEqual(BEHIND);
  });
});
