import { describe, expect, test } from "@jest/globals";
import type { GridCell } from "../../support/grid.ts";
import { judgedGrid } from "../sheet/reading.ts";

/** 底线, 考核 and 奋斗 stand side by side: a gap is taken to one of them. */
const sheet = (head: string, gaps: readonly number[]): readonly (readonly GridCell[])[] => [
  ["2023年1-6月"],
  ["开发区", "工业投资增速(%)", "底线目标", "考核目标", "奋斗目标", head],
  ["河津", 18.2, 10.5, 16.5, 20.5, gaps[0] ?? null],
  ["永济", 15.1, 10.5, 17.5, 20.5, gaps[1] ?? null],
  ["闻喜", 17.6, 10.5, 17.5, 20.5, gaps[2] ?? null],
];

describe("a gap beside targets of several tiers", () => {
  test.each<[string, readonly number[], readonly string[]]>([
    ["与考核目标差距", [1.7, -2.4, 0.1], []],
    ["差距", [1.7, -2.4, 0.1], []],
    ["与奋斗目标差距", [-2.3, -5.4, -2.9], []],
    ["与底线目标差距", [7.7, 4.6, 7.1], []],
    ["与考核目标差距", [1.7, -3.4, 0.1], ["difference-mismatch error F4"]],
  ])("%s %j", (head, gaps, said) => {
    expect(judgedGrid(sheet(head, gaps))).toEqual(said);
  });
});
