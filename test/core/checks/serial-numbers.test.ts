import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea, formatFinding } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

type Rows = readonly (readonly GridCell[])[];

const NAMES = "东湖 西河 南山 北关 中城 临港 空港 循环 高新 生态".split(" ");

/** A list of zones with these numbers in front; null: the row has none. */
function numbered(numbers: readonly GridCell[], head = "序号"): Rows {
  return [
    ["2024年上半年开发区投资情况表"],
    ["单位:亿元"],
    [head, "开发区", "工业投资"],
    ...numbers.map((number, place) => [number, `${NAMES[place] ?? ""}开发区`, 12.31 + place * 1.7]),
  ];
}

function judge(rows: Rows) {
  const result = evaluate({ book: bookOf(sheetOf("Sheet1", rows)), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.findings;
}

function places(rows: Rows): readonly string[] {
  return judge(rows).map(({ code, severity, at }) => `${code} ${severity} ${formatArea(at.area)}`);
}

describe("the numbers of rows run on", () => {
  test.each<[string, readonly GridCell[]]>([
    ["from one", [1, 2, 3, 4, 5, 6]],
    ["as text", ["1", "2", "3", "4", "5", "6"]],
    ["from one in each group", [1, 2, 3, 1, 2, 3, 1, 2]],
    ["on from another page", [12, 13, 14, 15, 16]],
    ["an extract of a longer list", [2, 5, 6, 9, 14, 15]],
    ["not at all", [5, 3, 1, 4, 2, 6]],
    ["too few", [1, 3]],
    ["with a row between that has none", [1, 2, null, 3, 4, 5]],
  ])("%s", (_, numbers) => {
    expect(places(numbered(numbers))).toEqual([]);
  });

  test("行次 of a form, 编号 and 代码 need not run", () => {
    expect(places(numbered([1, 2, 3, 7, 8, 9], "行次"))).toEqual([]);
    expect(places(numbered([101, 102, 103, 104, 109, 110], "代码"))).toEqual([]);
  });

  test.each<[string, readonly GridCell[], string]>([
    ["one out of its turn", [1, 2, 3, 7, 5, 6], "A7"],
    ["the first", [4, 2, 3, 4, 5, 6], "A4"],
    ["the last", [1, 2, 3, 4, 5, 9], "A9"],
    ["one that comes twice", [1, 2, 3, 3, 4, 5], "A7"],
    ["one that is left out", [1, 2, 3, 5, 6, 7], "A7"],
    ["1 in the midst of a run", [1, 2, 3, 1, 5, 6], "A7"],
  ])("%s", (_, numbers, cell) => {
    expect(places(numbered(numbers))).toEqual([`zone-missing warning ${cell}`]);
  });

  test("the finding says which number it should be, in both languages", () => {
    const [finding] = judge(numbered([1, 2, 3, 7, 5, 6]));
    if (finding === undefined) throw new Error("nothing was found");
    expect(formatFinding(finding, "zh-CN").message).toContain(
      "序号 7 与上下各行不连续,按次序应为 4"
    );
    expect(formatFinding(finding, "en-US").message).toContain("it should be 4");
    expect(finding.subject.zone).toBe("北关开发区");
  });
});
