import { expect, test } from "@jest/globals";
import { evaluate } from "../../../../src/core/index.ts";
import { formatArea } from "../../../../src/core/workbook/address.ts";
import { bookOf, sheetOf } from "../../../support/grid.ts";
import type { GridCell } from "../../../support/grid.ts";

const NAMES = ["河津开发区", "永济开发区", "闻喜开发区", "稷山开发区"];

/** A sheet of values, and a summary that fetches them by formula. */
function told(values: readonly (string | number)[]): readonly string[] {
  const source = sheetOf("工业投资", [
    ["开发区", "工业投资(亿元)"],
    ...NAMES.map((name, i): readonly GridCell[] => [name, values[i] ?? null]),
  ]);
  const summary = sheetOf("汇总", [
    ["开发区", "工业投资(亿元)"],
    ...NAMES.map((name, i): readonly GridCell[] => [
      name,
      { f: `=工业投资!B${i + 2}`, v: values[i] ?? 0 },
    ]),
  ]);
  const result = evaluate({ book: bookOf(source, summary), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error("the book was not judged");
  return result.value.findings.map(({ code, at, consequences }) => {
    const under = consequences.map((one) => ` > ${one.at.sheet}!${formatArea(one.at.area)}`);
    return `${code} ${at.sheet}!${formatArea(at.area)}${under.join("")}`;
  });
}

test.each([
  ["no number", "约14.26", ["not-a-number 工业投资!B2 > 汇总!B2"]],
  ["a number as text", "14.26 ", ["text-number 工业投资!B2 > 汇总!B2"]],
])("%s that a formula fetches is told where it was typed", (_case, text, expected) => {
  expect(told([text, 8.66, 20.51, 9.18])).toEqual(expected);
});

test("what is fetched as it should be says nothing", () => {
  expect(told([14.26, 8.66, 20.51, 9.18])).toEqual([]);
});
