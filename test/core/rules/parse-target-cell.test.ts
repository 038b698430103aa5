import { describe, expect, test } from "@jest/globals";
import { parseRulesSheet } from "../../../src/core/rules/parse-rules-sheet.ts";
import type { TargetRule } from "../../../src/core/rules/target-rule.ts";
import { sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

function rulesOf(rows: readonly (readonly GridCell[])[]): readonly TargetRule[] {
  const parsed = parseRulesSheet(sheetOf("目标规则", rows));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/** A rule in one line: growth of city at-least 17 % for 工业类 but 河津 16, not 永济. */
function line(rule: TargetRule): string {
  const whom = [...rule.zones, ...(rule.zoneKind === null ? [] : [rule.zoneKind])].join("+");
  return [
    rule.measure,
    rule.comparison,
    ...(rule.relativeTo === null ? [] : [`${rule.relativeTo}+`]),
    `${rule.value}${rule.unit ?? ""}`,
    ...(rule.kind === "yes-no" ? ["yes"] : []),
    ...(rule.tier === "assessed" ? [] : [rule.tier]),
    ...(whom === "" ? [] : [`for ${whom}`]),
    ...rule.except.map(({ zone, value }) => `but ${zone} ${value}`),
    ...rule.exempt.map((zone) => `not ${zone}`),
  ].join(" ");
}

const cell = (value: GridCell): readonly string[] =>
  rulesOf([
    ["指标", "目标值"],
    ["工业投资", value],
  ]).map(line);

describe("a target as offices write it", () => {
  test.each<[GridCell, readonly string[]]>([
    ["17%", ["growth at-least 17%"]],
    ["≥17%", ["growth at-least 17%"]],
    ["＞17％", ["growth above 17%"]],
    ["17%以上", ["growth at-least 17%"]],
    ["17%及以上", ["growth at-least 17%"]],
    ["不低于17%", ["growth at-least 17%"]],
    ["达到17%", ["growth at-least 17%"]],
    ["高于17%", ["growth above 17%"]],
    ["超过17%", ["growth above 17%"]],
    ["突破17%", ["growth above 17%"]],
    ["增长17%", ["growth at-least 17%"]],
    ["同比增长17%以上", ["growth at-least 17%"]],
    ["17%(省定)", ["growth at-least 17%"]],
    ["占比82%", ["share at-least 82%"]],
    ["控制在5%以内", ["growth at-most 5%"]],
    ["不超过5%", ["growth at-most 5%"]],
    ["下降3%", ["growth at-most -3%"]],
    ["下降3%以上", ["growth at-most -3%"]],
    ["正增长", ["growth above 0%"]],
    ["零增长", ["growth at-least 0%"]],
    ["只增不减", ["growth at-least 0%"]],
    ["负增长", ["growth below 0%"]],
    ["2亿元", ["actual at-least 2亿元"]],
    ["完成2亿元以上", ["actual at-least 2亿元"]],
    ["1,200", ["actual at-least 1200"]],
    ["高于全市平均", ["actual above city+ 0%"].map((text) => text.replace("actual", "growth"))],
    ["高于全省2个百分点", ["growth above province+ 2%"]],
    ["比全省开发区高1.5个百分点以上", ["growth at-least province-zones+ 1.5%"]],
    ["不低于全省开发区平均增速", ["growth at-least province-zones+ 0%"]],
    ["与全市同步", ["growth at-least city+ 0%"]],
    ["进入前3位", ["rank at-most 3位"]],
    ["前三名", ["rank at-most 3位"]],
    ["比上年提高1个百分点", ["rate-change at-least 1个百分点"]],
    ["河津16%、其余17%", ["growth at-least 17% but 河津 16"]],
    ["河津开发区16%、其余开发区17%", ["growth at-least 17% but 河津 16"]],
    ["河津、永济16%,其余17%", ["growth at-least 17% but 河津 16 but 永济 16"]],
    ["17%（河津16%、永济15%）", ["growth at-least 17% but 河津 16 but 永济 15"]],
    ["17%(河津除外)", ["growth at-least 17% not 河津"]],
    ["除河津外17%", ["growth at-least 17% not 河津"]],
    [
      "工业类17%、农业类18%",
      ["growth at-least 17% for industrial", "growth at-least 18% for agricultural"],
    ],
    ["确保17%、力争18%", ["growth at-least 17% ensure", "growth at-least 18% strive"]],
    ["是", ["verdict at-least 1 yes"]],
    ["全部以标准地出让", ["verdict at-least 1 yes"]],
    ["√", ["verdict at-least 1 yes"]],
    [true, ["verdict at-least 1 yes"]],
    ["-", []],
    ["——", []],
    ["/", []],
    ["不适用", []],
    ["待定", []],
  ])("%j", (value, lines) => {
    expect(cell(value)).toEqual(lines);
  });

  test.each(["约17", "8%左右", "16-18", "尽量多", "大概17%", "17或18", "同比", "17斤"])(
    "%s is told with its cell and ways to write it",
    (value) => {
      const parsed = parseRulesSheet(
        sheetOf("目标规则", [
          ["指标", "目标值"],
          ["工业投资", value],
        ])
      );
      expect(parsed).toMatchObject({
        ok: false,
        failure: [{ code: "unknown-word", path: "B2", found: value }],
      });
    }
  );
});

const scope = (text: GridCell): readonly string[] =>
  rulesOf([
    ["指标", "口径", "适用", "目标值", "单位"],
    ["工业投资", "同比", text, 17, "%"],
  ]).map(line);

describe("whom a rule is for", () => {
  test.each<[GridCell, readonly string[]]>([
    [null, ["growth at-least 17%"]],
    ["全部", ["growth at-least 17%"]],
    ["各开发区", ["growth at-least 17%"]],
    ["全市省级开发区", ["growth at-least 17%"]],
    ["其余开发区", ["growth at-least 17%"]],
    ["工业类", ["growth at-least 17% for industrial"]],
    ["农业示范区", ["growth at-least 17% for agricultural"]],
    [
      "工业类、农业类",
      ["growth at-least 17% for industrial", "growth at-least 17% for agricultural"],
    ],
    ["河津、永济", ["growth at-least 17% for 河津+永济"]],
    ["河津开发区 永济开发区".replace(" ", "\n"), ["growth at-least 17% for 河津+永济"]],
    ["河津和永济", ["growth at-least 17% for 河津+永济"]],
    ["河津、永济等2个开发区", ["growth at-least 17% for 河津+永济"]],
    ["河津经济技术开发区；永济经开区", ["growth at-least 17% for 河津+永济"]],
    ["除河津外", ["growth at-least 17% not 河津"]],
    ["除河津、永济外的开发区", ["growth at-least 17% not 河津 not 永济"]],
    ["工业类（河津除外）", ["growth at-least 17% for industrial not 河津"]],
    ["工业类(不含河津)", ["growth at-least 17% for industrial not 河津"]],
    ["除河津外的工业类", ["growth at-least 17% for industrial not 河津"]],
  ])("%j", (text, lines) => {
    expect(scope(text)).toEqual(lines);
  });
});

describe("rows", () => {
  test("an exception says only what differs: the rest is that of the row above", () => {
    const rules = rulesOf([
      ["指标", "口径", "适用", "比较", "目标值", "单位", "来源", "期间"],
      ["工业投资", "同比", "全部", "不低于", 17, "%", "省定", "2023年"],
      ["工业投资", null, "河津", null, 16, null, null, null],
      [null, null, "永济", null, 15, null, null, null],
      ["规上工业增加值", "同比", "全部", null, 16, "%", null, null],
    ]);
    expect(rules.map(line)).toEqual([
      "growth at-least 17% but 河津 16 but 永济 15",
      "growth at-least 16%",
    ]);
  });

  test("an amount in its own unit is no exception of a growth", () => {
    const rules = rulesOf([
      ["指标", "适用", "目标值", "单位"],
      ["工业投资", "全部", 17, "%"],
      ["工业投资", "河津", "20亿元", null],
    ]);
    expect(rules.map(line)).toEqual(["growth at-least 17%", "actual at-least 20亿元 for 河津"]);
  });

  test('"-" takes zones out of the rule for all', () => {
    const rules = rulesOf([
      ["指标", "适用", "目标值", "单位"],
      ["工业投资", "全部", 17, "%"],
      ["工业投资", "万荣农业示范区", "—", null],
    ]);
    expect(rules.map(line)).toEqual(["growth at-least 17% not 万荣"]);
  });

  test("columns stand in any order, under other names, beside others, with blank rows between", () => {
    const rules = rulesOf([
      ["2023年省定目标", null, null, null],
      ["考核单位", "序号", "省定目标值", "考核指标"],
      ["全部", 1, "17%", "工业投资增速"],
      [null, null, null, null],
      ["河津", 2, "16%", "工业投资增速"],
    ]);
    expect(rules.map(line)).toEqual(["growth at-least 17% but 河津 16"]);
    expect(rules[0]?.standing).toBe("省定");
  });

  test("an office's own plan of the year stands behind 年度", () => {
    const [rule] = rulesOf([
      ["指标", "目标值", "单位", "类型"],
      ["标准地面积", 600, "亩", "年度(一季度22%、上半年50%、三季度77%)"],
    ]);
    expect(rule).toMatchObject({
      kind: "annual-level",
      pace: [
        { months: 3, percent: 22 },
        { months: 6, percent: 50 },
        { months: 9, percent: 77 },
      ],
    });
  });
});
