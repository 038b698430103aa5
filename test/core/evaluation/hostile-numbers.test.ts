import { describe, expect, test } from "@jest/globals";
import { evaluate, planFlags, toJson, toText } from "../../../src/core/index.ts";
import type { CellValue } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

/** Levels, growth, share, gap, rank, plan and rate: every kind of arithmetic. */
const SHEET: readonly (readonly CellValue[])[] = [
  ["2023年1-6月开发区工业投资情况表(单位:亿元)"],
  [
    "开发区",
    "完成",
    "上年同期",
    "同比增长%",
    "占全市%",
    "省定目标%",
    "与目标差距",
    "位次",
    "计划",
    "完成率%",
  ],
  ["甲开发区", 12, 10, 20, 12, 17, 3, 1, 20, 60],
  ["乙开发区", 23, 20, 15, 23, 17, -2, 2, 40, 57.5],
  ["丙开发区", 33, 30, 10, 33, 17, -7, 3, 50, 66],
  ["合计", 68, 60, 13.33, 68, 17, -3.67, null, 110, 61.82],
  ["全市", 100, 90, 11.11, null, null, null, null, null, null],
];

/** A zone, the total of the zones and what they are held against. */
const JUDGED_ROWS = [2, 5, 6];

function reportOf(values: readonly (readonly CellValue[])[]): string {
  const evaluation = evaluate({
    book: bookOf(sheetOf("表", values)),
    rulesFile: null,
    sheets: null,
  });
  if (!evaluation.ok) throw new Error(evaluation.failure.code);
  planFlags(evaluation.value, null);
  const books = [{ file: "book.xlsx", evaluation: evaluation.value }];
  const options = { locale: "zh-CN", colour: "none", width: 100, detail: "explained" } as const;
  return toText(books, [], options) + toJson(books, [], "en-US", null);
}

describe("a number no amount comes near, in any cell", () => {
  test.each<number | string>([
    1e308,
    -1e31,
    1e29,
    5e-324,
    "9".repeat(400),
    `增长${"9".repeat(400)}倍`,
    `0.${"0".repeat(200)}1`,
    `${"9".repeat(310)}亿元`,
  ])("%s", (number) => {
    for (const [row, cells] of SHEET.entries()) {
      if (!JUDGED_ROWS.includes(row)) continue;
      for (const [column, value] of cells.entries()) {
        if (typeof value !== "number") continue;
        const changed = SHEET.map((line, at) =>
          at === row ? line.map((old, c) => (c === column ? number : old)) : line
        );
        const report = reportOf(changed);
        const cell = `"${"ABCDEFGHIJ".charAt(column)}${row + 1}"`;
        // A target may be anything; every other cell is told.
        if (column !== 5 && !(Math.abs(Number(number)) <= 1e30)) expect(report).toContain(cell);
      }
    }
  });
});
