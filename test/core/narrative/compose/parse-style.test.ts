import { describe, expect, test } from "@jest/globals";
import {
  findStyle,
  nearestStyle,
  parseStyle,
  styleOfCities,
} from "../../../../src/core/narrative/compose/index.ts";
import { formatStyleProblem } from "../../../../src/core/narrative/compose/style-messages.ts";

const SCHEMA = "zone-check/style@1";
const fileOf = (fields: object): string =>
  JSON.stringify({ schema: SCHEMA, name: "本市", ...fields });

function problemsOf(text: string): readonly string[] {
  const parsed = parseStyle(text);
  return parsed.ok ? [] : parsed.failure.map(({ code, path }) => `${code} ${path}`);
}

describe("a style file", () => {
  test("says only what differs from its base", () => {
    const parsed = parseStyle(
      fileOf({
        base: "晋城",
        references: ["全省开发区"],
        precision: { difference: 1, places: { share: 1 } },
        units: { money: "亿元" },
        words: { "growth-up": "增幅达{growth}" },
        indicators: [{ indicator: "固投", name: "固定资产投资", clauses: ["value"] }],
      })
    );
    const base = findStyle("晋城");
    if (!parsed.ok || base === undefined) throw new Error("refused");
    expect(parsed.value).toEqual({
      ...base,
      name: "本市",
      cities: [],
      references: ["province-zones"],
      precision: {
        ...base.precision,
        difference: 1,
        places: { ...base.precision.places, share: 1 },
      },
      units: { money: "亿元" },
      words: { ...base.words, "growth-up": "增幅达{growth}" },
      indicators: [{ indicator: "固投", name: "固定资产投资", clauses: ["value"], words: {} }],
    });
  });

  test("without a base is 通用 under its own name", () => {
    const parsed = parseStyle(`\uFEFF${fileOf({ note: "按晋中写法" })}`);
    expect(parsed).toEqual({ ok: true, value: { ...findStyle("通用"), name: "本市" } });
  });

  test.each([
    ["{", ["not-json "]],
    ["[]", ["wrong-type "]],
    ["null", ["wrong-type "]],
    [JSON.stringify({ name: "甲" }), ["wrong-style-schema schema"]],
    [JSON.stringify({ schema: "zone-check/rules@1" }), ["wrong-style-schema schema"]],
    [JSON.stringify({ schema: SCHEMA }), ["missing-field name"]],
    [fileOf({ name: "甲\n乙" }), ["control-character name"]],
    [fileOf({ wording: {} }), ["unknown-field wording"]],
    [fileOf({ base: "太原" }), ["unknown-word base"]],
    [fileOf({ words: { valeu: "x" } }), ["unknown-field words.valeu"]],
    [fileOf({ words: [] }), ["wrong-type words"]],
    [fileOf({ words: { value: 3 } }), ["wrong-type words.value"]],
    [fileOf({ words: { value: "字".repeat(501) } }), ["wrong-type words.value"]],
    [fileOf({ words: { value: "{indicator}完成{amount}" } }), ["unknown-slot words.value"]],
    [fileOf({ words: { "growth-flat": "{growth}" } }), ["unknown-slot words.growth-flat"]],
    [fileOf({ words: { value: "{indicator完成" } }), ["bad-brackets words.value"]],
    [fileOf({ words: { value: "{indicator}]" } }), ["bad-brackets words.value"]],
    [fileOf({ words: { value: "[{indicator}" } }), ["bad-brackets words.value"]],
    [fileOf({ words: { value: "[a[b]" } }), ["bad-brackets words.value"]],
    [fileOf({ marks: { list: "a\u0007b" } }), ["control-character marks.list"]],
    [fileOf({ marks: { dash: "-" } }), ["unknown-field marks.dash"]],
    [fileOf({ namedZones: 2.5 }), ["out-of-range namedZones"]],
    [fileOf({ rankedPlaces: 0 }), ["out-of-range rankedPlaces"]],
    [fileOf({ precision: { places: { share: 9 } } }), ["out-of-range precision.places.share"]],
    [fileOf({ precision: { places: { sum: 1 } } }), ["unknown-field precision.places.sum"]],
    [fileOf({ precision: { difference: -1 } }), ["out-of-range precision.difference"]],
    [fileOf({ precision: { difference: "exact" } }), ["unknown-word precision.difference"]],
    [fileOf({ precision: { zeros: true } }), ["wrong-type precision.zeros"]],
    [fileOf({ units: { money: "亩" } }), ["unknown-word units.money"]],
    [fileOf({ units: { count: "户" } }), ["unknown-field units.count"]],
    [fileOf({ clauses: ["value", "weather"] }), ["unknown-word clauses[1]"]],
    [fileOf({ clauses: "value" }), ["wrong-type clauses"]],
    [fileOf({ references: ["全球"] }), ["unknown-word references[0]"]],
    [fileOf({ referenceNames: { city: "" } }), ["wrong-type referenceNames.city"]],
    [fileOf({ exceptions: "hide" }), ["unknown-word exceptions"]],
    [fileOf({ paragraphs: [1] }), ["wrong-type paragraphs[0]"]],
    [
      fileOf({ paragraphs: [{ zones: ["工业类", "渔业类"] }] }),
      ["unknown-word paragraphs[0].zones[1]"],
    ],
    [fileOf({ paragraphs: [{ measures: ["天气"] }] }), ["unknown-word paragraphs[0].measures[0]"]],
    [fileOf({ paragraphs: [{ of: "两个" }] }), ["unknown-word paragraphs[0].of"]],
    [
      fileOf({ paragraphs: [{ sentences: [{ prefix: "另外,", words: {} }] }] }),
      ["unknown-field paragraphs[0].sentences[0].words"],
    ],
    [fileOf({ paragraphs: Array.from({ length: 21 }, () => ({})) }), ["too-many paragraphs"]],
    [fileOf({ indicators: [{ name: "固投" }] }), ["missing-field indicators[0].indicator"]],
    [
      fileOf({ indicators: [{ indicator: "固投", words: { share: "x" } }] }),
      ["unknown-field indicators[0].words.share"],
    ],
  ])("%s is refused with the path to each fault", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("tells all its faults at once, in both languages", () => {
    const parsed = parseStyle(
      fileOf({ namedZones: 99, words: { value: "{x}", "growth-flat": "{y}", "growth-up": "]" } })
    );
    if (parsed.ok) throw new Error("accepted");
    const zh = parsed.failure.map((problem) => formatStyleProblem(problem, "zh-CN"));
    const en = parsed.failure.map((problem) => formatStyleProblem(problem, "en-US"));
    expect(zh).toEqual([
      "namedZones 应为 0 到 20 的整数",
      "words.value 里没有 {x},可用:{indicator}、{value}",
      "words.growth-up 的“]”不成对,或套在另一对里",
      "words.growth-flat 里不能用 {y},这里没有可填的",
    ]);
    expect(en).toEqual([
      "namedZones must be a whole number from 0 to 20",
      "words.value: there is no {x}; known are {indicator}, {value}",
      "words.growth-up: “]” does not pair, or stands inside another pair",
      "words.growth-flat: {y} has no place here; nothing is filled in",
    ]);
  });

  test("reaches no prototype", () => {
    const text = `{"schema":"${SCHEMA}","name":"甲","words":{"__proto__":{"value":"x"}}}`;
    expect(problemsOf(text)).toEqual(["unknown-field words.__proto__"]);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });
});

describe("the name of a style", () => {
  test.each([
    ["运城", "运城"],
    ["yuncheng", "运城"],
    ["JINCHENG", "晋城"],
    [" 通用 ", "通用"],
    ["constructor", undefined],
    ["", undefined],
  ])("%s is %s", (name, expected) => {
    expect(findStyle(name)?.name).toBe(expected);
  });

  test.each([
    ["运成", "运城"],
    ["运城市", "运城"],
    ["yunchen", "yuncheng"],
    ["jincehng", "jincheng"],
    ["通用文风", "通用"],
    ["太原", null],
    ["x".repeat(5000), null],
  ])("%s is nearest to %s", (name, nearest) => {
    expect(nearestStyle(name)).toBe(nearest);
  });

  test("is that of the city the workbook speaks of, and 通用 for others", () => {
    expect(styleOfCities([null, "晋城", "晋城"]).name).toBe("晋城");
    expect(styleOfCities(["运城", null]).name).toBe("运城");
    expect(styleOfCities(["运城", "晋城"]).name).toBe("通用");
    expect(styleOfCities(["太原"]).name).toBe("通用");
    expect(styleOfCities([]).name).toBe("通用");
  });
});
