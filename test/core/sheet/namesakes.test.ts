import { describe, expect, test } from "@jest/globals";
import { evaluate, readTables } from "../../../src/core/index.ts";
import { bookOf, sheetOf, type GridCell } from "../../support/grid.ts";

const _ = null;

function findingsOf(...sheets: readonly (readonly (readonly GridCell[])[])[]): readonly string[] {
  const book = bookOf(...sheets.map((rows, index) => sheetOf(`表${index + 1}`, rows)));
  const result = evaluate({ book, rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.findings
    .filter((finding) => finding.class !== "target")
    .map(({ code, at }) => `${at.sheet} ${code}`);
}

function indicatorsOf(rows: readonly (readonly GridCell[])[]): readonly string[] {
  const [reading] = readTables(bookOf(sheetOf("表1", rows)), { sheets: null });
  const names = reading?.tables.flatMap(({ fields }) => fields.map((field) => field.indicator.id));
  return [...new Set(names)];
}

const LONG: readonly (readonly GridCell[])[] = [
  ["年份", "期别", "开发区", "指标", "单位", "本期", "上年同期", "同比%"],
  ...["甲", "乙", "丙"].flatMap((zone, index): GridCell[][] => [
    [2023, "1-6月", zone, "招商引资到位资金", "亿元", 20 + index, 16, 25 + index * 6.25],
    [2023, "1-6月", zone, "省外资金", "亿元", 10 + index, 8, 25 + index * 12.5],
  ]),
];

describe("two printed names of one indicator", () => {
  test("are two indicators where their values differ at the same places", () => {
    expect(indicatorsOf(LONG)).toHaveLength(2);
    expect(findingsOf(LONG)).toEqual([]);
  });

  test("stay one where one sheet says 固投 and the other 固定资产投资, and a slip is told", () => {
    const sheet = (name: string, values: readonly number[]): readonly (readonly GridCell[])[] => [
      ["2023年1-6月", _],
      ["开发区", `${name}(亿元)`],
      ...["甲", "乙", "丙", "丁"].map((zone, index): GridCell[] => [zone, values[index] ?? null]),
    ];
    const first = sheet("固定资产投资", [12.34, 20.56, 8.91, 4.32]);
    expect(findingsOf(first, sheet("固投", [12.34, 20.56, 8.91, 4.32]))).toEqual([]);
    const told = findingsOf(first, sheet("固投", [12.34, 25.06, 8.91, 4.32]));
    expect(told.some((line) => line.includes("cross-sheet-mismatch"))).toBe(true);
  });

  test("are two where the rows of their growths and shares do not repeat the name", () => {
    const rows = [
      ["2023年1-6月各开发区主要指标", _, _, _, _, _],
      ["指标", "项目", "河津", "永济", "闻喜", "合计"],
      ["省外资金", "完成(亿元)", 10, 20, 30, 60],
      [_, "上年同期(亿元)", 8, 16, 25, 49],
      [_, "同比(%)", 25, 25, 20, 22.45],
      ["招商引资到位资金", "完成(亿元)", 12, 33, 44, 89],
      [_, "上年同期(亿元)", 10, 30, 40, 80],
      [_, "同比(%)", 20, 10, 10, 11.25],
    ];
    expect(indicatorsOf(rows)).toHaveLength(2);
    expect(findingsOf(rows)).toEqual([]);
  });

  test("are one where only the months before the name differ", () => {
    const rows = [
      ["开发区", "2023年1-6月税收收入", "2023年1-6月税收收入占全市%", "税收收入同比"],
      ["河津", 12.3, 5.1, 3.2],
      ["永济", 8.9, 3.7, 2.1],
      ["闻喜", 7.1, 2.9, 4.8],
    ];
    expect(indicatorsOf(rows)).toEqual(["tax-revenue"]);
    const later = [
      ["2023年1-6月", _],
      ["开发区", "工业投资上半年"],
      ["河津", 22.3],
      ["永济", 18.9],
    ];
    const before = [
      ["2023年1-6月", _],
      ["开发区", "工业投资"],
      ["河津", 12.3],
      ["永济", 8.9],
    ];
    const told = findingsOf(before, later);
    expect(told.some((line) => line.includes("cross-sheet-mismatch"))).toBe(true);
  });

  test("are two in stacked blocks of a sheet as well", () => {
    const block = (name: string, values: readonly number[]): readonly (readonly GridCell[])[] => [
      [name, _, _],
      ["开发区", "本期(亿元)", "上年同期(亿元)"],
      ...["甲", "乙", "丙"].map((zone, index): GridCell[] => [
        zone,
        values[index] ?? null,
        Number(((values[index] ?? 0) * 0.91).toFixed(2)),
      ]),
    ];
    const rows = [
      ["2023年1-6月各开发区主要指标", _, _],
      ...block("一、省外资金", [12.34, 20.56, 8.91]),
      [_, _, _],
      ...block("二、招商引资到位资金", [32.1, 45.6, 18.7]),
    ];
    expect(findingsOf(rows)).toEqual([]);
  });
});
