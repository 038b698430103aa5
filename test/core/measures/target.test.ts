import { describe, expect, test } from "@jest/globals";
import { ZONE_TARGET, locateTarget } from "../../../src/core/measures/index.ts";
import type { SampleSheet } from "../../../src/tools/samples/sample-book.ts";
import { yuncheng } from "../../../src/tools/samples/yuncheng.ts";

const HEADER = ["指标", "口径", "适用", "比较", "目标值", "单位", "类型", "档次"];
const RULES = [
  HEADER,
  ["工业投资", "同比", "工业类开发区", "不低于", 17, "%", "增速", "考核"],
  ["工业投资", "同比", "河津开发区", "不低于", 16, "%", "增速", "考核"],
  ["工业投资", "同比", "工业类开发区", "不低于", 25, "%", "增速", "奋斗"],
  ["转型项目当年完成投资", "占工业投资", "其余开发区", "不低于", "82%", "%", "占比", ""],
  ["转型项目当年完成投资", "占工业投资", "运城开发区", "不低于", 88, "%", "占比", ""],
  ["产业当年完成投资", "完成", "万荣、临猗农业示范区", "不低于", 2, "亿元", "序时", ""],
  ["固定资产投资", "同比", "农业示范区", "不低于", 18, "%", "增速", ""],
  ["固定资产投资", "完成", "", "不低于", 40, "亿元", "", ""],
  ["到位资金", "完成", "全部开发区", "不低于", "-", "亿元", "", ""],
  ["税收收入", "完成", "和顺开发区", "不低于", 3, "亿元", "", ""],
];
const target = (zone: unknown, indicator: unknown, rules: unknown = RULES) => {
  const result = ZONE_TARGET.evaluate([zone, indicator, rules])[0]?.[0];
  return result?.ok === true ? result.value : result?.failure.reason;
};

describe("ZONE_TARGET finds the target that applies", () => {
  test.each([
    ["永济开发区", "工业投资", 17, "the default of its kind"],
    ["河津开发区", "工业投资", 16, "the exception that names it"],
    ["河津经济技术开发区", "工业投资", 16, "the exception, by another form of the name"],
    ["山西河津经开区", "工业投资", 16, "the exception, by a short form"],
    ["运城开发区", "转型项目当年完成投资", 88, "the exception"],
    ["永济开发区", "转型项目当年完成投资", 82, "the rest, a target typed with its sign"],
    ["运城市开发区", "转型项目当年完成投资", 82, "all zones of the city are not the zone 运城"],
    ["临猗农业示范区", "产业当年完成投资", 2, "one name of a list"],
    ["万荣农业示范区", "产业当年完成投资", 2, "the other name, written short in the rule"],
    ["万荣农业示范区", "固定资产投资", 18, "its kind before everyone"],
    ["河津开发区", "固定资产投资", 40, "everyone, where its kind has no rule"],
    ["永济开发区", "工业投资 同比", 17, "the measure named behind the indicator"],
    ["永济开发区", "工业投资(同比)", 17, "the measure in brackets"],
    ["河津开发区", "工业投资(亿元)", 16, "the unit in the name's own cell"],
    ["河津开发区", "工业固定资产投资", 16, "another name of the indicator"],
    ["运城开发区", "其中:转型项目投资", 88, "a part's row, a shorter name"],
    ["万荣农业示范区", "固投同比", 18, "a short name with its measure"],
    ["和顺开发区", "税收收入", 3, "a name with 和 in it is one name"],
  ])("%s · %s: %j, %s", (zone, indicator, value) => {
    expect(target(zone, indicator)).toBe(value);
  });

  test.each([
    ["万荣农业示范区", "工业投资", "no-rule", "no rule for its kind"],
    ["永济开发区", "产业当年完成投资", "no-rule", "named zones only"],
    ["永济开发区", "进出口", "no-rule", "an indicator without a rule"],
    ["永济开发区", "到位资金", "missing", "a dash is no target"],
    ["", "工业投资", "missing", "no zone"],
    [null, "工业投资", "missing", "no zone"],
    [17, "工业投资", "not-a-text", "a number for a name"],
    ["#REF!", "工业投资", "error-operand", "an error for a name"],
  ] as readonly (readonly [unknown, string, string, string])[])(
    "%s · %s: %s, %s",
    (zone, indicator, reason) => {
      expect(target(zone, indicator)).toBe(reason);
    }
  );

  test("without a rules table it says which header is missing", () => {
    expect(target("永济开发区", "工业投资", [["a", "b"]])).toBe("no-rules-table");
    expect(target("永济开发区", "工业投资", [["指标", "适用"]])).toBe("no-rules-table");
    expect(target("永济开发区", "工业投资", null)).toBe("missing");
  });

  test("a title above the header and spread-out header words do no harm", () => {
    const titled = [["2023年省定目标"], ["指 标", "适用范围", "目标值"], ["工业投资", "全部", 17]];
    expect(target("永济开发区", "工业投资", titled)).toBe(17);
  });

  test("an exception may leave out what it shares with the row above", () => {
    const rules = [
      ["指标", "口径", "适用", "目标值"],
      ["工业投资", "同比", "各开发区", 17],
      ["", "", "河津开发区", 16],
      [null, null, "垣曲开发区", 15],
      ["", "", "", ""],
    ];
    expect(target("河津开发区", "工业投资", rules)).toBe(16);
    expect(target("垣曲经开区", "工业投资 同比", rules)).toBe(15);
    expect(target("永济开发区", "工业投资", rules)).toBe(17);
  });

  test("in the 运城 sample it finds what the sheet's own target columns say", () => {
    const [economic, , , , rules] = yuncheng().sheets;
    const at = (sheet: SampleSheet | undefined, cell: string) => sheet?.cells.get(cell)?.value;
    const range = [1, 2, 3, 4, 5, 6, 7].map((row) =>
      Array.from("ABCDEFGHIJKL").map((column) => at(rules, `${column}${row}`) ?? null)
    );
    for (let row = 6; row <= 15; row += 1) {
      const zone = at(economic, `B${row}`);
      for (const [indicator, column] of [
        ["工业投资", "H"],
        ["规上工业增加值", "P"],
        ["转型项目当年完成投资", "T"],
      ] as const) {
        expect([zone, indicator, target(zone, indicator, range)]).toEqual([
          zone,
          indicator,
          at(economic, `${column}${row}`),
        ]);
      }
    }
  });

  test("two different measures without saying which are an error", () => {
    const both = [...RULES, ["工业投资", "完成", "工业类开发区", "不低于", 30, "亿元", "", ""]];
    expect(target("永济开发区", "工业投资", both)).toBe("several-rules");
    expect(target("永济开发区", "工业投资·完成", both)).toBe(30);
    expect(target("永济开发区", "工业投资 同比", both)).toBe(17);
  });

  test("a column of zones against one indicator spills", () => {
    const zones = [["河津开发区"], ["永济开发区"], [""]];
    const results = ZONE_TARGET.evaluate([zones, "工业投资", RULES]);
    expect(
      results.map((row) => row.map((one) => (one.ok ? one.value : one.failure.reason)))
    ).toEqual([[16], [17], ["missing"]]);
  });

  test("the native twin points at the target's own cell", () => {
    const place = locateTarget("河津开发区", "工业投资", RULES);
    if (!place.ok || ZONE_TARGET.twin.kind !== "located") throw new Error("not located");
    const twin = ZONE_TARGET.twin.write(["B6", "C4", "R1"], place.value);
    expect(twin).toBe("=INDEX(R1,3,5)");
    expect(RULES[2]?.[4]).toBe(16);
  });
});
