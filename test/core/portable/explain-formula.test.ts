import { describe, expect, test } from "@jest/globals";
import { MEASURE_FUNCTIONS } from "../../../src/core/measures/index.ts";
import { explainFormula, shiftFormula, wordArithmetic } from "../../../src/core/portable/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";

const home = sheetOf("经济指标", [
  [9.3, 16, { v: 0.1792, nf: "0.00%" }, "河津", null],
  [-17.92, -18.3, 14.26, 177.53, "约12"],
]);
const book = bookOf(home, sheetOf("上 年", [[100]]));

function wordsOf(formula: string, locale: "zh-CN" | "en-US" = "zh-CN"): readonly (string | null)[] {
  const explained = explainFormula(formula, book, home);
  return explained?.calls.map((call) => wordArithmetic(call, locale)) ?? [];
}

describe("a formula of ours in words", () => {
  test.each([
    ["=ZONE_GAP(A1,B1)", "9.3 − 16 = −6.7"],
    ["=ZONE_DIFF(A2,B2)", "−17.92 − (−18.3) = 0.38"],
    ["=ZONE_SHARE(C2,D2,2)", "14.26 ÷ 177.53 × 100 = 8.032445 ≈ 8.03"],
    ["=ZONE_GROWTH(D2,'上 年'!A1)", "(177.53 ÷ 100 − 1) × 100 = 77.53"],
    ["=ZONE_GAP(C1*100,17)", "17.92 − 17 = 0.92"],
    ["=ZONE_STATUS(A1,B1)", "9.3 ≥ 16 → 未达到"],
    ["=ZONE_CONTRIB(5,4,100,1)", "(5 − 4) ÷ 100 × 100 = 1"],
    ["=ZONE_NEEDED(40,45,100,10)", "100 × (1 + 10 ÷ 100) − 40,不小于 0 = 70"],
    ["=zone_gap(a1,b1)", "9.3 − 16 = −6.7"],
  ])("%s is %s", (formula, words) => {
    expect(wordsOf(formula)).toEqual([words]);
  });

  test("the English names of a calculation are words of their own", () => {
    expect(wordsOf("=ZONE_SHARE(C2,D2,2)", "en-US")).toEqual([
      "14.26 ÷ 177.53 × 100 = 8.032445 ≈ 8.03",
    ]);
    expect(wordsOf("=ZONE_CONTRIB(5,4,100)", "en-US")).toEqual(["(5 − 4) ÷ 100 × 100 = 1"]);
  });

  test.each([
    "=ZONE_GAP(A1,E1)",
    "=ZONE_GAP(A1,E2)",
    "=ZONE_GAP(A1:A2,B1:B2)",
    "=ZONE_GAP(SUM(A1:A2),1)",
    '=ZONE_STATUS(A1,B1,"低于")',
    "=ZONE_RANK(A1,A1:A2)",
  ])("%s has no calculation to show", (formula) => {
    expect(wordsOf(formula)).toEqual([null]);
  });

  test("the examples of every function with numbers alone read as its own formula", () => {
    const numeric = MEASURE_FUNCTIONS.filter(({ parameters }) =>
      parameters.every(({ kind }) => kind === "number" || kind === "decimals")
    );
    expect(numeric.length).toBeGreaterThan(8);
    for (const { id, examples } of numeric) {
      for (const { formula, result } of examples) {
        const [words] = wordsOf(formula);
        expect([id, words?.replaceAll("−", "-").endsWith(String(result))]).toEqual([id, true]);
        expect(words).not.toMatch(/[a-z_]{3,}/u);
      }
    }
  });

  test("the guard of the insert form is seen, and the call in it", () => {
    const explained = explainFormula("=IF(COUNT(C1,B1)<2,NA(),ZONE_GAP(C1*100,B1))", book, home);
    expect(explained).toMatchObject({
      isGuarded: true,
      calls: [
        {
          text: "ZONE_GAP(C1*100,B1)",
          operands: [
            { scale: "hundredfold", place: { sheet: "经济指标", area: { row: 0, column: 2 } } },
            { scale: "as-is" },
          ],
        },
      ],
    });
  });

  test("of nested calls the outer one comes first and stands on the inner one's result", () => {
    const explained = explainFormula("=ZONE_GAP(ZONE_SHARE(C2,D2,2),8)+1", book, home);
    expect(explained?.calls.map(({ text }) => text)).toEqual([
      "ZONE_GAP(ZONE_SHARE(C2,D2,2),8)",
      "ZONE_SHARE(C2,D2,2)",
    ]);
    expect(wordsOf("=ZONE_GAP(ZONE_SHARE(C2,D2,2),8)+1")[0]).toBe("8.03 − 8 = 0.03");
  });

  test.each(["=SUM(A1:B1)", '="ZONE_GAP(1,2)"', "=ZONE_GAP(A1", "=ZONE_GAPS(1,2)"])(
    "%s is no formula of ours",
    (formula) => {
      expect(explainFormula(formula, book, home)).toBeUndefined();
    }
  );

  test("ZONE_CHECK is explained without a result: the engine is not run for it", () => {
    const [call] = explainFormula("=ZONE_CHECK(A1:E2)", book, home)?.calls ?? [];
    expect(call).toMatchObject({ record: { id: "ZONE_CHECK" }, results: null });
  });
});

describe("filling a formula", () => {
  test.each([
    ["=ZONE_GAP(D5*100,E$8)", { row: 6, column: 5 }, "=ZONE_GAP(D7*100,E$8)"],
    ["=ZONE_GAP('上 年'!D5,$E5)", { row: 4, column: 6 }, "=ZONE_GAP('上 年'!E5,$E5)"],
    [
      '=ZONE_TARGET($A5,"D5",目标规则!$A$1:$F$3)',
      { row: 5, column: 5 },
      '=ZONE_TARGET($A6,"D5",目标规则!$A$1:$F$3)',
    ],
    ["=ZONE_GAP(D5,E5)", { row: 4, column: 5 }, "=ZONE_GAP(D5,E5)"],
  ])("%s moves as Excel moves it", (formula, to, moved) => {
    expect(shiftFormula(formula, { row: 4, column: 5 }, to)).toBe(moved);
  });
});
