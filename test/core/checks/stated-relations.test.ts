import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea, formatFinding } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";
import { judgedGrid, readTableOf, refusals } from "../sheet/reading.ts";

const _ = null;

type Grid = readonly (readonly GridCell[])[];

/** A statutory form with its numbers of rows: 01 of which 02 and 03, and 04 beside them. */
function form(
  notes: readonly string[],
  now: readonly GridCell[] = [5230, 2130, 3100, 310],
  before: readonly GridCell[] = [4810, 1990, 2820, 402]
): Grid {
  const rows: readonly (readonly GridCell[])[] = [
    ["工业总产值", "万元", "01"],
    ["轻工业", "万元", "02"],
    ["重工业", "万元", "03"],
    ["出口交货值", "万元", "04"],
  ];
  return [
    ["工业企业生产情况"],
    ["填报单位:河津经济技术开发区", _, "2023年1—6月", _, "单位:万元"],
    ["指标名称", "计量单位", "代码", "本期", "上年同期"],
    ["甲", "乙", "丙", 1, 2],
    ...rows.map((row, i) => [...row, now[i] ?? _, before[i] ?? _]),
    ...notes.map((note) => [note]),
    ["单位负责人:王五", _, "填表人:张三", _, "报出日期:2023年7月10日"],
  ];
}

describe("a relation the form states holds in every column of amounts", () => {
  test.each([
    ["审核关系:01=02+03;04≤01"],
    ["说明:1.本表由各开发区填报。2.审核关系:(1)01=02+03 (2)01≥04"],
    ["审核关系：1行=2行+3行，4行≤1行"],
    ["审核关系:工业总产值=轻工业+重工业;出口交货值≤工业总产值"],
    ["表内关系:01=02+03"],
    ["平衡关系:02+03=01"],
    ["01=02+03"],
  ])("%s: kept, and broken at the cell that breaks it", (note) => {
    expect(judgedGrid(form([note]))).toEqual([]);
    expect(judgedGrid(form([note], [5230, 2310, 3100, 310]))).toEqual(["sum-mismatch error D6"]);
  });

  test("over several lines, and split over cells", () => {
    const faulty = [5230, 2310, 3100, 310];
    expect(judgedGrid(form(["审核关系:", "1.01=02+03", "2.04≤01"], faulty))).toEqual([
      "sum-mismatch error D6",
    ]);
    const split = [...form([], faulty), ["审核关系:", "01=02+03", "04≤01"]];
    expect(judgedGrid(split)).toEqual(["sum-mismatch error D6"]);
  });

  test("an order is broken where the part is larger, and by the digits of its column alone it is asked about", () => {
    const note = "审核关系:04≤01";
    expect(judgedGrid(form([note], [5230, 2130, 3100, 5310]))).toEqual([
      "order-violation error D8",
    ]);
    expect(judgedGrid(form([note], [5230, 2130, 3100, 5230.4]))).toEqual([
      "order-violation warning D8",
    ]);
  });

  test("rounded parts may be off by half a last digit each", () => {
    const note = "审核关系:01=02+03";
    expect(judgedGrid(form([note], [52.31, 21.3, 31.02, 3.1], [48.1, 19.9, 28.2, 4]))).toEqual([]);
    expect(judgedGrid(form([note], [52.41, 21.35, 31.02, 3.1], [48.1, 19.9, 28.2, 4]))).toEqual([
      "sum-mismatch error D5",
    ]);
  });

  test("a dash adds nothing, a blank leaves the sum open", () => {
    const note = "审核关系:01=02+03";
    expect(judgedGrid(form([note], [3100, "-", 3100, 310]))).toEqual([]);
    expect(
      judgedGrid(form([note], [5230, _, 3100, 310])).filter((line) => line.startsWith("sum"))
    ).toEqual([]);
  });

  test("one slip that a total repeats is told once, with the cells that may be wrong instead", () => {
    const grid: Grid = [
      ["2023年1-6月运城市开发区税收"],
      ["指标", "代码", "单位", "河津经开区", "永济经开区", "合计"],
      ["税收收入", "01", "万元", 4537, 2016, { f: "=D3+E3", v: 6553 }],
      ["其中:国税", "02", "万元", 3120, 1400, { f: "=D4+E4", v: 4520 }],
      ["地税", "03", "万元", 1417, 661, { f: "=D5+E5", v: 2078 }],
      ["审核关系:01=02+03"],
    ];
    const result = evaluate({ book: bookOf(sheetOf("税收", grid)), rulesFile: null, sheets: null });
    const findings = result.ok ? result.value.findings : [];
    const places = findings.flatMap(({ at, alternatives }) => [at, ...alternatives.flat()]);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "sum-mismatch error",
    ]);
    expect(places.map(({ area }) => formatArea(area))).toContain("E5");
  });

  test("followed nowhere it is one question", () => {
    const lines = judgedGrid(form(["审核关系:01=02+03-04"]));
    expect(lines).toEqual(["remainder-mismatch warning D5:E5"]);
  });

  test("what cannot be placed or belongs to another table is told, and judged by nobody", () => {
    const table = readTableOf(form(["审核关系:01=02+03+09;04≤01", "表间关系:01=202表05"]));
    expect(table.around.relations.map(({ words }) => words)).toEqual(["04≤01"]);
    expect(refusals(table)).toEqual([
      "A9 stated-relation 01=02+03+09",
      "A10 relation-between-tables 表间关系:01=202表05",
    ]);
  });
});

describe("a relation of columns holds in every row", () => {
  const rows: Grid = [
    ["问题整改情况表(截至2023年6月底)"],
    ["指标名称", "计量单位", "代码", "总数", "已完成", "剩余"],
    ["甲", "乙", "丙", "1", "2", "3"],
    ["巡察整改事项", "个", "01", 24, 21, 3],
    ["专项审计问题", "个", "02", 37, 30, 17],
    ["半拉子工程", "个", "03", 8, 5, 3],
  ];

  test.each([["3列=1列-2列"], ["审核关系:(3)=(1)-(2)"], ["审核关系:3栏＝1栏－2栏"]])(
    "%s",
    (note) => {
      expect(judgedGrid([...rows, [note]])).toEqual(["remainder-mismatch error F5"]);
    }
  );

  test("written into the row that numbers the columns", () => {
    const numbered = rows.map((row, i) => (i === 2 ? ["甲", "乙", "丙", "1", "2", "3=1-2"] : row));
    expect(judgedGrid(numbered)).toEqual(["remainder-mismatch error F5"]);
  });
});

test("the finding names the relation and where it stands, in both languages", () => {
  const grid = form(["审核关系:01=02+03"], [5230, 2310, 3100, 310]);
  const result = evaluate({ book: bookOf(sheetOf("X101表", grid)), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  const [finding] = result.value.findings;
  if (finding === undefined) throw new Error("nothing was found");
  const { message, rule } = formatFinding(finding, "zh-CN");
  expect(message).toContain("按审核关系 01=02+03 应为 5410 万元(2310 + 3100 = 5410)");
  expect(rule).toBe("本表写明的审核关系(A9):01=02+03。");
  expect(formatFinding(finding, "en-US").rule).toBe(
    "The form states this relation (A9): 01=02+03."
  );
});
