import { describe, expect, test } from "@jest/globals";
import { insertFunction } from "../../src/actions/index.ts";
import type { InsertableFunction } from "../../src/actions/index.ts";
import type { Sheet, WritePlan } from "../../src/core/index.ts";
import { RULES_SHEET, parseArea } from "../../src/core/index.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { portOf } from "./fakes.ts";

const S = "指标";

async function inserted(
  name: InsertableFunction,
  at: string,
  ...sheets: readonly Sheet[]
): Promise<WritePlan> {
  const area = parseArea(at);
  if (area === undefined) throw new Error(`not an area: ${at}`);
  const port = portOf(bookOf(...sheets));
  await insertFunction(port, { name, at: { sheet: S, area } });
  return port.plans.flat();
}

const numbers = sheetOf(S, [
  ["开发区", "完成", "备注", "目标", "差距"],
  ["河津", 16, "x", 17, null],
  ["永济", 18, "y", 17, null],
]);

describe("inserting a function", () => {
  test("takes the two nearest columns of numbers on the left, with a guard against empty cells", async () => {
    expect(await inserted("ZONE_GAP", "E2:E3", numbers)).toEqual([
      {
        kind: "set-formulas",
        sheet: S,
        at: { row: 1, column: 4 },
        formulas: [
          ["=IF(COUNT(B2,D2)<2,NA(),ZONE_GAP(B2,D2))"],
          ["=IF(COUNT(B3,D3)<2,NA(),ZONE_GAP(B3,D3))"],
        ],
      },
    ]);
  });

  test("hands a percent-formatted cell over in the unit of the sheets, where the function needs it", async () => {
    const sheet = sheetOf(S, [[{ v: 0.16, nf: "0.0%" }, 17, null]]);
    const formulaOf = async (name: InsertableFunction): Promise<unknown> =>
      (await inserted(name, "C1", sheet))[0];
    expect(await formulaOf("ZONE_DIFF")).toMatchObject({
      formulas: [["=IF(COUNT(A1,B1)<2,NA(),ZONE_DIFF(A1*100,B1))"]],
    });
    expect(await formulaOf("ZONE_SHARE")).toMatchObject({
      formulas: [["=IF(COUNT(A1,B1)<2,NA(),ZONE_SHARE(A1,B1))"]],
    });
  });

  test.each([
    ["C1", "A1,B1"],
    ["A1", "B1,C1"],
    ["B1", "C1,D1"],
  ])("on a sheet without numbers, at %s, takes %s", async (at, operands) => {
    expect(await inserted("ZONE_GROWTH", at, sheetOf(S, []))).toMatchObject([
      { formulas: [[`=IF(COUNT(${operands})<2,NA(),ZONE_GROWTH(${operands}))`]] },
    ]);
  });

  test("asks the rules sheet for a target by the row's zone and the header's indicator", async () => {
    const sheet = sheetOf(S, [
      ["序号", "开发区", "工业投资增速"],
      [1, "河津", null],
    ]);
    const rules = sheetOf(RULES_SHEET, [
      ["指标", "目标值"],
      ["工业投资", 17],
    ]);
    expect(await inserted("ZONE_TARGET", "C2", sheet, rules)).toMatchObject([
      {
        formulas: [["=IF(LEN(TRIM($B2))=0,NA(),ZONE_TARGET($B2,$C$1,目标规则!$A$1:$B$2))"]],
      },
    ]);
  });

  test("says that the rules sheet is missing, and writes nothing", async () => {
    const port = portOf(bookOf(numbers));
    const at = { sheet: S, area: { row: 1, column: 4, rows: 1, columns: 1 } };
    expect(await insertFunction(port, { name: "ZONE_TARGET", at })).toMatchObject({
      ok: true,
      value: { done: [], refused: [{ reason: "sheet-missing", sheet: RULES_SHEET }] },
    });
    expect(port.plans).toEqual([]);
  });
});
