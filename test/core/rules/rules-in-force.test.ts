import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea, formatFinding, type Finding } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";

type Grid = readonly (readonly GridCell[])[];

const TITLE: readonly GridCell[] = ["运城市开发区2023年1-6月主要经济指标完成情况表"];

function findings(grid: Grid, rules?: Grid, file?: string): readonly Finding[] {
  const sheets = [sheetOf("指标", grid), ...(rules ? [sheetOf("目标规则", rules)] : [])];
  const result = evaluate({
    book: bookOf(...sheets),
    rulesFile: file === undefined ? null : { name: "省.json", text: file },
    sheets: null,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.findings;
}

/** "code cell: message" of what is said of targets and rules. */
function said(grid: Grid, rules?: Grid): readonly string[] {
  return findings(grid, rules)
    .filter((finding) => finding.class !== "quality")
    .map(
      (finding) =>
        `${finding.code} ${formatArea(finding.at.area)}: ${formatFinding(finding, "zh-CN").message}`
    );
}

const GROWTHS: Grid = [
  TITLE,
  ["开发区", "工业投资", null],
  [null, "完成(亿元)", "同比(%)"],
  ["运城开发区", 14.26, 8.85],
  ["河津开发区", 20.5, 4.64],
  ["永济开发区", 9.6, 3.52],
];

describe("rules of the sheet, held against a table", () => {
  test("高于全市1个百分点: the limit is what the city has reached and one more", () => {
    const rules = [
      ["指标", "口径", "目标值"],
      ["工业投资", "同比", "高于全市1个百分点"],
    ];
    expect(said([...GROWTHS, ["全市", 177, 4.43]], rules)).toEqual([
      "target-unmet C5: 4.64%,比目标 5.43% 低 0.79 个百分点",
      "target-unmet C6: 3.52%,比目标 5.43% 低 1.91 个百分点",
    ]);
    const [first] = findings([...GROWTHS, ["全市", 177, 4.43]], rules);
    expect(first?.trace.operands.map(({ role, value }) => [role, value])).toEqual([
      ["actual", 4.64],
      ["target", 5.43],
      ["reference", 4.43],
    ]);
  });

  test("exactly the city's growth does not exceed it, and is not below it", () => {
    const level: Grid = [...GROWTHS, ["全市", 177, 4.64]];
    const rule = (text: string): Grid => [
      ["指标", "口径", "目标值"],
      ["工业投资", "同比", text],
    ];
    expect(said(level, rule("高于全市平均"))).toHaveLength(2);
    expect(said(level, rule("不低于全市平均"))).toHaveLength(1);
  });

  test("a whole that the book does not have is told at the rule, and nothing is judged", () => {
    expect(
      said(GROWTHS, [
        ["指标", "口径", "目标值"],
        ["工业投资", "同比", "高于全省平均"],
      ])
    ).toEqual(["rule-never-fires C2: 这条规则从未用到:表内没有它所比较的全市、全省等数值"]);
  });

  test("除河津外 and “-” leave a zone without a target", () => {
    const out = ["target-unmet C6: 3.52%,比目标 5% 低 1.48 个百分点"];
    const header = ["指标", "口径", "适用", "目标值"];
    expect(said(GROWTHS, [header, ["工业投资", "同比", "除河津外", 5]])).toEqual(out);
    expect(
      said(GROWTHS, [header, ["工业投资", "同比", "全部", 5], ["工业投资", "同比", "河津", "-"]])
    ).toEqual(out);
  });

  test("进入前10位 is held against the rank, where less is better", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", null],
      [null, "完成(亿元)", "全省位次"],
      ["运城开发区", 14.26, 2],
      ["河津开发区", 20.5, 12],
      ["永济开发区", 9.6, 10],
    ];
    expect(
      said(table, [
        ["指标", "目标值"],
        ["工业投资", "进入前10位"],
      ]).map((line) => line.slice(0, 15))
    ).toEqual(["target-unmet C5"]);
  });

  test("全部以标准地出让 is met by 是, and missed by 否", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", "标准地"],
      [null, "完成(亿元)", "是否全部以标准地出让"],
      ["运城开发区", 14.26, "是"],
      ["河津开发区", 20.5, "否"],
      ["永济开发区", 9.6, "√"],
    ];
    expect(
      said(table, [
        ["指标", "目标值", "级别"],
        ["标准地", "全部以标准地出让", "须说明"],
      ])
    ).toEqual(["target-unmet C5: 填写为“否”,目标要求为“是”"]);
  });

  test("an amount for the year is judged by the office's own plan", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "标准地", null],
      [null, "出让面积(亩)", "宗"],
      ["运城开发区", 174.3, 3],
      ["河津开发区", 239.9, 4],
      ["永济开发区", 240, 2],
    ];
    const rules = (kind: string): Grid => [
      ["指标", "目标值", "单位", "类型"],
      ["标准地面积", 600, "亩", kind],
    ];
    const places = (kind: string): readonly string[] =>
      said(table, rules(kind)).map((line) => line.slice(0, 21));
    expect(places("年度(一季度22%、上半年40%)")).toEqual([
      "target-behind-pace B4",
      "target-behind-pace B5",
    ]);
    expect(places("年度")).toHaveLength(3);
  });

  test("zones of one place are told apart by their kind", () => {
    const table: Grid = [
      ["苏州市2023年1-6月开发区指标"],
      ["开发区", "工业投资", null],
      [null, "完成(亿元)", "同比(%)"],
      ["昆山经济技术开发区", 14.26, 8.85],
      ["昆山高新区", 20.5, 4.64],
      ["太仓高新区", 9.6, 6.52],
    ];
    expect(
      said(table, [
        ["指标", "口径", "适用", "目标值"],
        ["工业投资", "同比", "全部", 5],
        ["工业投资", "同比", "昆山高新区", 3],
        ["工业投资", "同比", "昆山经开区", 10],
        ["工业投资", "同比", "太仓", 6],
      ])
    ).toEqual(["target-unmet C4: 8.85%,比目标 10% 低 1.15 个百分点"]);
  });
});

describe("targets of the table itself", () => {
  test("are read with the comparison typed before or behind them", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", null, null],
      [null, "完成(亿元)", "同比(%)", "省定目标"],
      ["运城开发区", 14.26, 8.85, "≥17%"],
      ["河津开发区", 20.5, 16, "不低于16%"],
      ["永济开发区", 9.6, 16.9, "17%以上"],
    ];
    expect(findings(table).map(({ code, at }) => `${code} ${formatArea(at.area)}`)).toEqual([
      "target-unmet C4",
      "target-unmet C6",
    ]);
  });

  test.each([
    ["高于全市平均", "同比(%)", [8.85, 4.64, 3.52], ["C6"]],
    ["高于全市1个百分点", "同比(%)", [8.85, 4.64, 3.52], ["C5", "C6"]],
    ["正增长", "同比(%)", [8.85, 0, -3.5], ["C5", "C6"]],
    ["进入前3位", "位次", [2, 1, 12], ["C6"]],
  ] as const)("are read in words: %s", (target, head, values, places) => {
    const zones = ["运城开发区", "河津开发区", "永济开发区"];
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", null, null],
      [null, "完成(亿元)", head, "目标"],
      ...zones.map((zone, i): readonly GridCell[] => [zone, 10 + i, values[i] ?? null, target]),
      ["全市", 177, head === "位次" ? null : 4.43, null],
    ];
    expect(
      findings(table)
        .filter(({ class: kind }) => kind === "target" || kind === "quality")
        .map(({ code, at }) => `${code} ${formatArea(at.area)}`)
    ).toEqual(places.map((place) => `target-unmet ${place}`));
  });

  test.each([
    ["增长17%以上", [18.2, 16.9], ["C6"]],
    ["增速17%", [17, 16.9], ["C6"]],
    ["下降3%", [-3.2, -2.9], ["C6"]],
    ["17%(力争18%)", [17.5, 16.9], ["C6"]],
    ["全省第3位", [17.5, 16.9], []],
    ...[
      "力争20%",
      "力争进位",
      "15%左右",
      "15%-17%",
      "17%/18%",
      "以省下达为准",
      "完成省定任务",
      "按序时",
      "位次不后移",
      "翻番",
      "全覆盖",
      "暂未下达",
    ].map((aim) => [aim, [8.2, -6.9], []] as const),
  ] as const)(
    "may say in words what is aimed at, which is no slip: %s",
    (aim, [one, other], places) => {
      const table: Grid = [
        TITLE,
        ["开发区", "工业投资(亿元)", "同比增长(%)", "省定目标"],
        ["运城开发区", 14.26, 17, "17%"],
        ["河津开发区", 20.5, one, aim],
        ["永济开发区", 9.6, other, aim],
        ["闻喜开发区", 8.1, 19, "17%"],
      ];
      expect(
        findings(table)
          .filter(({ code }) => code !== "text-number")
          .map(({ code, at }) => `${code} ${formatArea(at.area)}`)
      ).toEqual(places.map((place) => `target-unmet ${place}`.replace("C6", "C5")));
    }
  );

  test.each([
    ["降幅%", "目标降幅%", 3.5],
    ["下降率(%)", "控制目标", "下降3.5%"],
    ["下降率(%)", "控制目标", "下降3.5%以上"],
  ] as const)(
    "a fall of what is better low is the better the larger: %s | %s %s",
    (head, aim, target) => {
      const table: Grid = [
        TITLE,
        ["开发区", "万元产值能耗(吨标煤)", head, aim],
        ["运城开发区", 0.82, 4.2, target],
        ["河津开发区", 0.65, -1.1, target],
        ["永济开发区", 0.74, 2.1, target],
      ];
      expect(findings(table).map(({ code, at }) => `${code} ${formatArea(at.area)}`)).toEqual([
        "target-unmet C4",
        "target-unmet C5",
      ]);
    }
  );

  test("a verdict where a rate of completion could not be told is no slip", () => {
    const table: Grid = [
      TITLE,
      ["指标", "单位", "1-6月", "全年目标", "完成率%", "比序时±"],
      ["工业投资", "亿元", 16.2, 30, 54, 4],
      ["区域评估", "项", 8, 8, "完成", "超序时"],
      ["标准地", "宗", 8, 12, 66.7, 16.7],
    ];
    expect(findings(table)).toEqual([]);
  });

  test("what nothing can be held against is counted as not evaluated, at its cell", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资(亿元)", "同比增长(%)", "省定目标"],
      ["运城开发区", 14.26, 17.4, 17],
      ["河津开发区", 20.5, 18, "15%左右"],
      ["永济开发区", 9.6, 19, "力争进位"],
      ["闻喜开发区", 8.1, 19, "17%以上"],
    ];
    const result = evaluate({
      book: bookOf(sheetOf("指标", table)),
      rulesFile: null,
      sheets: null,
    });
    if (!result.ok) throw new Error("the book was not judged");
    const inColumn = result.value.notEvaluable.filter(({ at }) => at.area.column === 3);
    expect(inColumn.map(({ at, reason }) => `${formatArea(at.area)} ${reason}`)).toEqual([
      "D4 unreadable-operand",
      "D5 unreadable-operand",
    ]);
  });

  test("letters among the digits of a target are a slip", () => {
    const rows: Grid = [
      TITLE,
      ["开发区", "工业投资(亿元)", "同比增长(%)", "省定目标"],
      ["运城开发区", 14.26, 17.4, "1O7%"],
      ["河津开发区", 20.5, 18, 17],
      ["永济开发区", 9.6, 19, 17],
    ];
    expect(findings(rows).map(({ code }) => code)).toEqual(["not-a-number"]);
  });

  test.each(["目标位次", "位次目标"])(
    "%s beside a rank is a place, and the first is best",
    (head) => {
      const table: Grid = [
        TITLE,
        ["开发区", "税收收入(亿元)", "全省位次", head],
        ["运城开发区", 14.26, 2, 5],
        ["河津开发区", 20.5, 12, 10],
        ["永济开发区", 9.6, 7, "前8位"],
        ["闻喜开发区", 8.1, 9, "进入前8位"],
      ];
      expect(findings(table).map(({ code, at }) => `${code} ${formatArea(at.area)}`)).toEqual([
        "target-unmet C4",
        "target-unmet C6",
      ]);
    }
  );

  test("省定目标 is assessed before 市定目标, wherever the two stand", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", null, null, null],
      [null, "完成(亿元)", "同比(%)", "市定目标(%)", "省定目标(%)"],
      ["运城开发区", 14.26, 18.85, 20, 17],
      ["河津开发区", 20.5, 12.64, 20, 16],
      ["永济开发区", 9.6, 18.52, 20, 17],
    ];
    expect(said(table)).toEqual(["target-unmet C5: 12.64%,比省定目标 16% 低 3.36 个百分点"]);
  });

  test("市定目标 beside a rule of the province is another target, no mistake", () => {
    const table: Grid = [
      TITLE,
      ["开发区", "工业投资", null, null],
      [null, "完成(亿元)", "同比(%)", "市定目标(%)"],
      ["运城开发区", 14.26, 18.85, 20],
      ["河津开发区", 20.5, 17.64, 20],
      ["永济开发区", 9.6, 18.52, 20],
    ];
    const rules: Grid = [
      ["指标", "口径", "目标值", "单位", "来源"],
      ["工业投资", "同比", 17, "%", "省定"],
    ];
    expect(said(table, rules)).toEqual([]);
  });
});

test("a rule of a file is told by its number in the file", () => {
  const file = JSON.stringify({
    schema: "zone-check/rules@1",
    rules: [
      { indicator: "工业投资", measure: "growth", value: 1, unit: "%" },
      { indicator: "工业投资", measure: "growth", value: 2, unit: "%" },
    ],
  });
  const found = findings(GROWTHS, undefined, file).find(
    ({ code }) => code === "rule-contradiction"
  );
  if (found === undefined) throw new Error("nothing found");
  expect(found.at).toMatchObject({ sheet: "省.json", area: { row: 1 } });
  expect(formatFinding(found, "zh-CN").message).toBe("工业投资的目标 2 与 rules[0] 的 1 矛盾");
});
