import { describe, expect, test } from "@jest/globals";
import { indexTable } from "../../../src/core/model/index-table.ts";
import { targetMeasure } from "../../../src/core/rules/target-measure.ts";
import { readTableOf } from "../sheet/reading.ts";
import type { GridCell } from "../../support/grid.ts";

const _ = null;

/** What the table's first target column is held against. */
function boundTo(rows: readonly (readonly GridCell[])[]): string | null {
  const table = readTableOf(rows);
  const index = indexTable(table);
  const target = table.fields.find(({ measure }) => measure === "target");
  if (target === undefined) throw new Error("no target column was read");
  return targetMeasure(index, target);
}

const UNMERGED = [
  ["开发区", "工业投资(万元)", _, "比全市±", "省考核目标", "与目标差距", "是否达标"],
  [_, "上半年", "增速", _, _, _, _],
];

describe("a target without a unit is bound by all the evidence", () => {
  test("增速 under a blank beside 工业投资(万元) is a growth in %, and the target is its", () => {
    const rows = [
      ...UNMERGED,
      ["全市", 900000, 6.4, _, _, _, _],
      ["太原开发区", 123456, 12.3, 5.9, 15, -2.7, "否"],
      ["清徐开发区", 88000, -4.5, -10.9, 15, -19.5, "否"],
      ["阳曲开发区", 54321, 18, 11.6, 15, 3, "是"],
    ];
    const table = readTableOf(rows);
    expect(table.fields.slice(0, 2).map((field) => [field.measure, field.unit?.name])).toEqual([
      ["actual", "万元"],
      ["growth", "%"],
    ]);
    expect(boundTo(rows)).toBe("growth");
  });

  test("by the column of differences that is taken to it", () => {
    const head = ["开发区", "工业投资(亿元)", "增速(%)", "目标", "差距"];
    expect(
      boundTo([
        head,
        ["甲开发区", 18, 12, 16, -4],
        ["乙开发区", 20.5, 17, 16, 1],
        ["丙开发区", 9, 3, 16, -13],
      ])
    ).toBe("growth");
    expect(
      boundTo([
        head,
        ["甲开发区", 18, 12, 16, 2],
        ["乙开发区", 20.5, 17, 16, 4.5],
        ["丙开发区", 9, 3, 16, -7],
      ])
    ).toBe("actual");
  });

  test("by the attainment", () => {
    expect(
      boundTo([
        ["开发区", "工业投资(亿元)", "增速(%)", "目标", "完成率(%)"],
        ["甲开发区", 18, 12, 36, 50],
        ["乙开发区", 20.5, 17, 41, 50],
        ["丙开发区", 9, 3, 27, 33.3],
      ])
    ).toBe("actual");
  });

  test("by magnitude", () => {
    const head = ["开发区", "工业投资(万元)", "目标", "增速(%)"];
    expect(boundTo([head, ["甲开发区", 123456, 15, 3], ["乙开发区", 88000, 15, 17]])).toBe(
      "growth"
    );
    expect(boundTo([head, ["甲开发区", 123456, 200000, 3], ["乙开发区", 88000, 150000, 17]])).toBe(
      "actual"
    );
  });

  test("one number for zones of different size is a rate, one that goes with their size a level", () => {
    const head = ["开发区", "工业投资(亿元)", "目标", "增速(%)"];
    expect(
      boundTo([head, ["甲开发区", 60, 17, 3], ["乙开发区", 20, 17, 17], ["丙开发区", 9, 16, 1]])
    ).toBe("growth");
    expect(
      boundTo([head, ["甲开发区", 60, 80, 3], ["乙开发区", 20, 30, 17], ["丙开发区", 9, 12, 1]])
    ).toBe("actual");
  });

  test("by what it stands right behind", () => {
    expect(
      boundTo([
        ["开发区", "工业投资(亿元)", "增速(%)", "省定目标"],
        ["甲开发区", 12, 3, 17],
      ])
    ).toBe("growth");
  });

  test("nothing decides: the target is not judged", () => {
    expect(
      boundTo([
        ["开发区", "目标", "工业投资(亿元)", "增速(%)"],
        ["甲开发区", 17, 12, 3],
      ])
    ).toBe(null);
    expect(
      boundTo([
        ["开发区", "工业投资(万元)", "省考核目标"],
        ["甲开发区", 123456, 15],
        ["乙开发区", 88000, 15],
      ])
    ).toBe(null);
  });
});
