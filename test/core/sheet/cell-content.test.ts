import { describe, expect, test } from "@jest/globals";
import {
  readCellContent,
  recogniseUnit,
  type CellValue,
  type Content,
  type Measure,
} from "../../../src/core/index.ts";

function read(
  value: CellValue,
  {
    nf = "General",
    f = null,
    measure = "actual",
    unit = "亿元",
  }: { nf?: string; f?: string | null; measure?: Measure; unit?: string } = {}
): Content {
  return readCellContent(
    { value, formula: f, numberFormat: nf },
    { measure, unit: recogniseUnit(unit) ?? null, isCalculated: true }
  );
}

function stated(content: Content): unknown {
  return content.kind === "number"
    ? [content.stated.value, content.stated.decimals, content.stated.precision]
    : content;
}

describe("numbers", () => {
  test.each<[string, number, string, number, number]>([
    ["the digits stored under General", 109.24, "General", 109.24, 2],
    ["the digits its format shows where they are more", 16, "0.00", 16, 2],
    ["the digits stored where they are more than shown", 16.96, "0.0", 16.96, 2],
    ["no digits for # places", 16, "0.##", 16, 0],
    ["a percent format in the unit of the sheets", 0.6153, "0.00%", 61.53, 2],
    ["a percent format without decimals", 0.17, "0%", 17, 0],
    ["a percent that is exact in decimals, not in binary", 0.0803, "0.00%", 8.03, 2],
    ["a literal unit behind the number", 109.2, '0.00"亿元"', 109.2, 2],
    ["a negative in brackets by its own section", -3.5, "0.00_);(0.000)", -3.5, 3],
    ["a scaled format by the stored value", 123456, '0!.0,"万"', 123456, 0],
    ["a hidden number as it is stored", 7.5, ";;;", 7.5, 1],
    ["binary noise away", 0.1 + 0.2, "General", 0.3, 1],
  ])("a typed number keeps %s", (_, value, nf, expected, decimals) => {
    expect(stated(read(value, { nf }))).toEqual([expected, decimals, "stated"]);
  });

  test("a formula's result with few decimals is stated, with many it is exact", () => {
    expect(stated(read(11.13, { f: "=ROUND(A1,2)" }))).toEqual([11.13, 2, "stated"]);
    expect(stated(read(61.5332620965471, { f: "=A1/B1*100", nf: "0.00" }))).toEqual([
      61.5332620965471,
      13,
      "exact",
    ]);
    expect(read(11.13, { f: "=A1" })).toMatchObject({ stated: { origin: "formula" } });
  });

  test("counts and ranks are whole numbers without an interval", () => {
    expect(stated(read(7657, { unit: "户", nf: "#,##0.00" }))).toEqual([7657, 0, "count"]);
    expect(stated(read(3, { unit: "位", measure: "rank" }))).toEqual([3, 0, "count"]);
    expect(stated(read(6.5, { unit: "户" }))).toEqual([6.5, 1, "stated"]);
    expect(stated(read(12, { unit: "%", measure: "growth" }))).toEqual([12, 0, "stated"]);
  });

  test("a number that became a date is not read", () => {
    expect(read(44990, { nf: "m月d日" })).toEqual({
      kind: "unreadable",
      text: "2023-3-5",
      nearest: null,
    });
  });
});

describe("text numbers are read and told", () => {
  test.each<[string, number, number]>([
    ["109.24", 109.24, 2],
    [" 12.50 ", 12.5, 2],
    ["\u00A012.5\u3000", 12.5, 1],
    ["１２．５", 12.5, 1],
    ["1,234.5", 1234.5, 1],
    ["1 234 567", 1234567, 0],
    ["－3.2", -3.2, 1],
    ["−3.2", -3.2, 1],
    ["负3.2", -3.2, 1],
    ["+3.2", 3.2, 1],
    ["109.24亿元", 109.24, 2],
    ["0", 0, 0],
  ])("%j is %d", (text, value, decimals) => {
    expect(read(text)).toEqual({
      kind: "number",
      stated: { value, decimals, origin: "typed", precision: "stated" },
      fromText: text,
    });
  });

  test.each<[string, Measure, number]>([
    ["增长3.2%", "growth", 3.2],
    ["同比增长3.2%", "growth", 3.2],
    ["下降5%", "growth", -5],
    ["降5", "growth", -5],
    ["增长-8.92%", "growth", -8.92],
    ["持平", "growth", 0],
    ["↓17.92", "growth", -17.92],
    ["12.5%", "growth", 12.5],
    ["1.2倍", "growth", 120],
    ["高0.4个百分点", "difference", 0.4],
    ["低10.1个百分点", "difference", -10.1],
    ["下降5%", "fall", 5],
    ["基本持平", "growth", 0],
    ["翻番", "growth", 100],
    ["翻两番", "growth", 300],
    ["5.0r", "actual", 5],
    ["r5.0", "actual", 5],
  ])("%s in a column of %s is %d", (text, measure, value) => {
    expect(read(text, { measure, unit: "%" })).toMatchObject({
      kind: "number",
      stated: { value },
      fromText: text,
    });
  });

  test("growth in multiples is good to half of its last digit, in hundreds of percent", () => {
    expect(read("1.2倍", { measure: "growth", unit: "%" })).toMatchObject({
      stated: { value: 120, decimals: -1 },
    });
    expect(read("基本持平", { measure: "growth", unit: "%" })).toMatchObject({
      stated: { value: 0, decimals: 0 },
    });
  });
});

describe("ranks and their changes are written in words, and nobody adds them up: nothing is told", () => {
  test.each<[string, Measure, number]>([
    ["↑2", "rank-change", 2],
    ["↓1", "rank-change", -1],
    ["升2位", "rank-change", 2],
    ["退1位", "rank-change", -1],
    ["前移3位", "rank-change", 3],
    ["不变", "rank-change", 0],
    ["第3位", "rank", 3],
    ["并列第3", "rank", 3],
  ])("%s in a column of %s is %d", (text, measure, value) => {
    expect(read(text, { measure, unit: "%" })).toMatchObject({
      kind: "number",
      stated: { value },
      fromText: null,
    });
  });
});

describe("texts that are no number say what they would read", () => {
  test.each<[string, number | null]>([
    ["约12", 12],
    ["12左右", 12],
    ["近12", 12],
    ["12余", 12],
    ["超12", 12],
    [">12", 12],
    ["12+", 12],
    ["14.26(3)", 14.26],
    ["10-12", null],
    ["228S", 228],
    ["1,24", 1.24],
    ["621 89", 62189],
    ["预计20.5", 20.5],
    ["20.5/15.6", null],
    ["12(左右)", 12],
    ["无法核实约12", 12],
    ["大体完成", null],
    ["10920万元", 1.092],
  ])("%s → %s", (text, nearest) => {
    expect(read(text)).toEqual({ kind: "unreadable", text, nearest });
  });

  test("109.24亿 is one number only in a column of that unit", () => {
    expect(read("109.24亿")).toMatchObject({ kind: "number" });
    expect(read("109.24亿", { unit: "万元" })).toEqual({
      kind: "unreadable",
      text: "109.24亿",
      nearest: 1092400,
    });
    expect(read("109.24亿", { unit: "" })).toEqual({
      kind: "unreadable",
      text: "109.24亿",
      nearest: 109.24,
    });
  });

  test("a fall with a minus says two things", () => {
    expect(read("下降-17.92%", { measure: "growth", unit: "%" })).toEqual({
      kind: "unreadable",
      text: "下降-17.92%",
      nearest: -17.92,
    });
  });

  test("持平 is a number only where a change is expected", () => {
    expect(read("持平").kind).toBe("unreadable");
  });
});

describe("numbers that are no amounts", () => {
  test.each<[CellValue, string]>([
    [1e308, "1e+308"],
    [-9.99e307, "-9.99e+307"],
    [`1${"0".repeat(400)}`, `1${"0".repeat(400)}`],
  ])("%s is beyond any amount, so no number", (value, text) => {
    expect(read(value)).toEqual({ kind: "unreadable", text, nearest: null });
  });

  test.each([5e-324, -1e-200])("%s is what a subtraction left over", (value) => {
    expect(stated(read(value, { f: "=B1-C1" }))).toEqual([0, 0, "stated"]);
  });

  test("a number of the citizens' register is large, and read", () => {
    expect(read(142726199001011200)).toMatchObject({ kind: "number" });
  });
});

describe("cells without a value say why", () => {
  test.each(["-", "—", "－", "--", "/", "\\", "×", "无", "N/A", "不适用", "不考核", "— "])(
    "%j declares none",
    (text) => {
      expect(read(text)).toEqual({ kind: "missing", reason: "declared" });
    }
  );

  test.each<[CellValue, string]>([
    [null, "blank"],
    ["", "blank"],
    ["　", "blank"],
    ["待定", "pending"],
    ["未反馈", "pending"],
    ["正在统计", "pending"],
    ["待省局核定", "pending"],
    ["停产检修", "declared"],
    ["未开展", "declared"],
    ["无税收", "declared"],
    ["暂无数据", "declared"],
    ["筹建期", "declared"],
    ["见附表", "declared"],
    ["合并至河津", "declared"],
    ["…", "negligible"],
    ["......", "negligible"],
  ])("%j is missing: %s", (value, reason) => {
    expect(read(value)).toEqual({ kind: "missing", reason });
  });

  test.each(["由负转正", "去年为0", "基数为0", "无可比", "首次统计"])(
    "%s is no growth, for a reason",
    (text) => {
      expect(read(text, { measure: "growth" })).toEqual({ kind: "missing", reason: "declared" });
    }
  );

  test.each(["末位", "倒数第1", "不参与排名", "未排名"])(
    "%s is a rank without its number",
    (text) => {
      expect(read(text, { measure: "rank" })).toEqual({ kind: "missing", reason: "declared" });
    }
  );

  test.each<[string, Measure, number]>([
    ["20.5(含跨区)", "actual", 20.5],
    ["51.3%(超序时)", "attainment", 51.3],
    ["2(并列)", "rank", 2],
    ["2/12", "rank", 2],
    ["第一", "rank", 1],
    ["首位", "rank", 1],
    ["与去年持平", "growth", 0],
    ["同比翻番", "growth", 100],
  ])("%s is one number with words around it", (text, measure, value) => {
    expect(read(text, { measure, unit: measure === "attainment" ? "%" : "亿元" })).toMatchObject({
      kind: "number",
      stated: { value },
    });
  });

  test("新增 in a growth column declares that growth is not defined", () => {
    expect(read("新增", { measure: "growth" })).toEqual({ kind: "missing", reason: "declared" });
    expect(read("新增").kind).toBe("unreadable");
  });

  test("a formula without a cached value is not calculated, one that gives nothing is blank", () => {
    expect(
      readCellContent(
        { value: null, formula: "=A1", numberFormat: "General" },
        { measure: "actual", unit: null, isCalculated: false }
      )
    ).toEqual({ kind: "missing", reason: "not-calculated" });
    expect(read("", { f: '=""' })).toEqual({ kind: "missing", reason: "blank" });
  });

  test("errors keep their name", () => {
    expect(read({ error: "#REF!" }, { f: "=#REF!" })).toEqual({ kind: "error", error: "#REF!" });
  });

  test("a verdict is a word, its dash is none, its × is a verdict", () => {
    expect(read("未 达 标", { measure: "verdict" })).toEqual({ kind: "word", text: "未达标" });
    expect(read("×", { measure: "verdict" })).toEqual({ kind: "word", text: "×" });
    expect(read("—", { measure: "verdict" })).toEqual({ kind: "missing", reason: "declared" });
  });
});
