import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { MeasureFunction, MeasureResult } from "../../../src/core/measures/index.ts";
import {
  MEASURE_FUNCTIONS,
  PLAIN,
  ZONE_DIFF,
  ZONE_WHOLE,
  ZONE_RATE,
  ZONE_RANK,
  ZONE_PRIOR,
  ZONE_PACE,
  ZONE_NEEDED,
  ZONE_CONTRIB,
  ZONE_CONSISTENT,
  ZONE_ATTAIN,
  ZONE_GAP,
  ZONE_GROWTH,
  ZONE_SHARE,
  ZONE_STATUS,
  describeMeasureFailure,
  formatCall,
  guardedFormula,
} from "../../../src/core/measures/index.ts";

/** What a call gives: the value, or the reason there is none. */
const outcome = (result: MeasureResult<number | string> | undefined) =>
  result === undefined ? "nothing" : result.ok ? result.value : result.failure.reason;
const one = (measure: MeasureFunction, ...inputs: readonly unknown[]) => {
  const grid = measure.evaluate(inputs);
  expect([grid.length, grid[0]?.length]).toEqual([1, 1]);
  return outcome(grid[0]?.[0]);
};
const all = (measure: MeasureFunction, ...inputs: readonly unknown[]) =>
  measure.evaluate(inputs).map((row) => row.map(outcome));

describe("numbers of the half-year reports", () => {
  test.each([
    [ZONE_SHARE, [109.24, 177.53, 2], 61.53],
    [ZONE_SHARE, [251.06, 360.4, 2], 69.66],
    [ZONE_SHARE, [251.06, 1887.8, 1], 13.3],
    [ZONE_SHARE, [100.19, 109.24, 2], 91.72],
    [ZONE_SHARE, [65, 70, 1], 92.9],
    [ZONE_SHARE, [145.66, 159.71, 1], 91.2],
    [ZONE_DIFF, [-17.92, -7.8, 1], -10.1],
    [ZONE_DIFF, [-17.92, -18.3, 1], 0.4],
    [ZONE_DIFF, [13.97, 4.6, 1], 9.4],
    [ZONE_DIFF, [-37.85, -3, 2], -34.85],
    [ZONE_GAP, [-17.92, 17], -34.92],
    [ZONE_GAP, [13.97, 16], -2.03],
    [ZONE_GAP, [185.76, -14.29], 200.05],
    [ZONE_GROWTH, [109.24, 133.09, 2], -17.92],
    [ZONE_GROWTH, [30.9, 49.72, 2], -37.85],
    [ZONE_PRIOR, [109.24, -17.92, 2], 133.09],
    [ZONE_PACE, [174.3, 600, 6], -20.95],
    [ZONE_PACE, [629, 647.4, 10, 1], 13.8],
    [ZONE_ATTAIN, [313.64, 1015, 2], 30.9],
    [ZONE_RATE, [32, 39, 2], 82.05],
    [ZONE_NEEDED, [109.24, 133.09, 290.5, 17], 230.645],
    [ZONE_STATUS, [91.72, 82], "达到"],
    [ZONE_STATUS, [91.72, 88], "达到"],
    [ZONE_STATUS, [-17.92, 16], "未达到"],
  ] as const)("$id of %j is %j", (measure, inputs, result) => {
    expect(one(measure, ...inputs)).toBe(result);
  });
});

describe("rounding is half away from zero, once, on decimals", () => {
  test.each([
    [ZONE_GAP, [320.155, 0, 2], 320.16],
    [ZONE_GAP, [-320.155, 0, 2], -320.16],
    [ZONE_GAP, [0.3, 0.1], 0.2],
    [ZONE_SHARE, [1, 8, 2], 12.5],
    [ZONE_SHARE, [1, 800, 2], 0.13],
    [ZONE_SHARE, [629, 647.4, 1], 97.2],
    [ZONE_GROWTH, [1.00125, 1, 2], 0.13],
    [ZONE_GROWTH, [0.99875, 1, 2], -0.13],
    [ZONE_SHARE, [1, 3], 33.333333333333336],
  ] as const)("$id of %j is %j", (measure, inputs, result) => {
    expect(one(measure, ...inputs)).toBe(result);
  });
});

describe("arguments that give no value", () => {
  const numeric = [ZONE_GAP, ZONE_SHARE, ZONE_GROWTH, ZONE_DIFF, ZONE_STATUS];
  for (const measure of numeric) {
    test.each([
      [[null, 17], "missing"],
      [[17, null], "missing"],
      [[17], "missing"],
      [["", 17], "missing"],
      [["  ", 17], "missing"],
      [[17, "-"], "missing"],
      [[17, "—"], "missing"],
      [[17, "/"], "missing"],
      [["109.24亿", 17], "not-a-number"],
      [["17", 17], "not-a-number"],
      [[true, 17], "not-a-number"],
      [[NaN, 17], "not-a-number"],
      [["#REF!", 17], "error-operand"],
      [[{ code: "#DIV/0!", message: "" }, 17], "error-operand"],
      [[{ type: "Error", basicValue: "#N/A" }, 17], "error-operand"],
      [
        [
          [
            [1, 2],
            [3, 4],
          ],
          [[1, 2, 3]],
        ],
        "sizes-differ",
      ],
    ])(`${measure.id} of %j: %s`, (inputs, reason) => {
      expect(one(measure, ...inputs)).toBe(reason);
    });
  }

  test.each([
    [ZONE_SHARE, [1, 0], "zero-base"],
    [ZONE_SHARE, [0, 0], "zero-base"],
    [ZONE_GROWTH, [5, 0], "zero-base"],
    [ZONE_GROWTH, [5, -2], "negative-base"],
    [ZONE_GAP, [1, 2, 1.5], "decimals-out-of-range"],
    [ZONE_GAP, [1, 2, -1], "decimals-out-of-range"],
    [ZONE_GAP, [1, 2, 11], "decimals-out-of-range"],
    [ZONE_GAP, [1, 2, "二"], "not-a-number"],
    [ZONE_PRIOR, [5, -100], "growth-to-nothing"],
    [ZONE_PRIOR, [5, -100.01], "growth-too-low"],
    [ZONE_PACE, [5, 10, 0], "month-out-of-range"],
    [ZONE_PACE, [5, 10, 6.5], "month-out-of-range"],
    [ZONE_PACE, [5, 0, 6], "zero-base"],
    [ZONE_PACE, [5, -1, 6], "negative-base"],
    [ZONE_ATTAIN, [5, -1], "negative-base"],
    [ZONE_RATE, [5, 0], "zero-base"],
    [ZONE_CONTRIB, [5, 4, 0], "zero-base"],
    [ZONE_NEEDED, [5, 40, 20, 17], "part-exceeds-year"],
    [ZONE_STATUS, [1, 2, "左右"], "unknown-comparison"],
    [ZONE_STATUS, [1, 2, 3], "not-a-text"],
  ] as const)("$id of %j: %s", (measure, inputs, reason) => {
    expect(one(measure, ...inputs)).toBe(reason);
  });

  test("a share and a growth of zero are zero", () => {
    expect(one(ZONE_SHARE, 0, 5)).toBe(0);
    expect(one(ZONE_GROWTH, 5, 5, 1)).toBe(0);
  });

  test("what rounds to zero is zero, without a sign", () => {
    for (const value of [
      one(ZONE_GAP, 5, 5),
      one(ZONE_GAP, 5, 5.001, 2),
      one(ZONE_SHARE, -0.001, 100, 1),
      one(ZONE_GROWTH, 0.99999, 1, 2),
    ])
      expect(Object.is(value, 0)).toBe(true);
  });

  test("a formatted number of a newer host is its number", () => {
    expect(one(ZONE_GAP, { type: "FormattedNumber", basicValue: 17, numberFormat: "0" }, 16)).toBe(
      1
    );
  });
});

describe("ZONE_STATUS", () => {
  test.each([
    [16, 16, undefined, "达到"],
    [15.999999999, 16, undefined, "未达到"],
    [0.1 + 0.2, 0.3, undefined, "达到"],
    [16, 16, "高于", "未达到"],
    [16.01, 16, ">", "达到"],
    [16, 16, "不高于", "达到"],
    [16.01, 16, "<=", "未达到"],
    [16, 16, "低于", "未达到"],
    [15, 16, "<", "达到"],
    [15, 16, "≥", "未达到"],
    [15, 16, "", "未达到"],
  ])("%d against %d, %s: %s", (actual, target, comparison, result) => {
    expect(one(ZONE_STATUS, actual, target, comparison)).toBe(result);
  });
});

describe("ZONE_CONSISTENT", () => {
  test.each([
    [[61.53, 109.24, 177.53, "占比"], "吻合"],
    [[61.5, 109.24, 177.53, "share"], "吻合"],
    [[61.54, 109.24, 177.53, "占比"], "尾差"],
    [[61.55, 109.24, 177.53, "占比"], "不符"],
    [[91.4, 18.5, 20.2, "率"], "尾差"],
    [[47, 129, 270, "率"], "不符"],
    [[-17.92, 109.24, 133.09, "增速"], "吻合"],
    [[17.92, 109.24, 133.09, "增速"], "不符"],
    [[-10.1, -17.92, -7.8, "差"], "吻合"],
    [[200.05, 185.76, 14.29, "合计"], "吻合"],
    [[200.06, 185.76, 14.29, "合计"], "尾差"],
    [[200.08, 185.76, 14.29, "合计"], "不符"],
    [[200.05, [[185.76], [null], ["-"], [14.29]], "合计"], "吻合"],
    [[200.05, [[185.76], ["约14"]], "合计"], "not-a-number"],
    [[1, 2, 0, "占比"], "zero-base"],
    [[1, 2, -3, "增速"], "negative-base"],
    [[null, 2, 3, "占比"], "missing"],
    [[1, 2, "占比"], "operand-count"],
    [[1, 2, 3, 4, "占比"], "operand-count"],
    [[1, 2, 3, "贡献"], "unknown-kind"],
    [[1, 2, 3], "unknown-kind"],
  ] as const)("%j: %s", (inputs, result) => {
    expect(one(ZONE_CONSISTENT, ...inputs)).toBe(result);
  });

  test("over columns each row is judged by itself", () => {
    expect(
      all(ZONE_CONSISTENT, [[50], [60]], [[100.25], [100.25]], [[200.5], [200.5]], [["占比"]])
    ).toEqual([["吻合"], ["不符"]]);
    expect(all(ZONE_CONSISTENT, [[3], [4]], [[1], [1]], [[2], [2]], "合计")).toEqual([
      ["吻合"],
      ["尾差"],
    ]);
  });
});

describe("ranges", () => {
  test("a column against one cell", () => {
    expect(all(ZONE_GAP, [[16.41], [-27.79], [17]], [[17]])).toEqual([[-0.59], [-44.79], [0]]);
  });
  test("a column against a row spans the rectangle", () => {
    expect(all(ZONE_GAP, [[1], [2]], [[10, 20, 30]])).toEqual([
      [-9, -19, -29],
      [-8, -18, -28],
    ]);
  });
  test("a rank is taken of each value among all of them", () => {
    const values = [[12.3], [8.66], [8.66], ["-"], [5]];
    expect(all(ZONE_RANK, values, values)).toEqual([[1], [2], [2], ["missing"], [4]]);
    expect(all(ZONE_RANK, values, values, "由低到高")).toEqual([[4], [2], [2], ["missing"], [1]]);
    expect(all(ZONE_RANK, [[7]], values)).toEqual([["not-among"]]);
    expect(all(ZONE_RANK, [[5]], [[5], ["#REF!"]])).toEqual([["error-operand"]]);
    expect(all(ZONE_RANK, [[5]], values, "乱")).toEqual([["unknown-order"]]);
  });
  test("the possible wholes are listed, a row for each of a column", () => {
    expect(all(ZONE_WHOLE, 81, 69)).toEqual([[117, 118]]);
    expect(all(ZONE_WHOLE, 213, 34.2)).toEqual([[622, 623]]);
    expect(all(ZONE_WHOLE, [[90], [81], [null]], [[75], [69], [50]])).toEqual([
      [120, ""],
      [117, 118],
      ["missing", ""],
    ]);
    expect(all(ZONE_WHOLE, [[90, 81]], [[75, 69]])).toEqual([
      [120, 117],
      ["", 118],
    ]);
    expect(all(ZONE_WHOLE, 3, 77.7)).toEqual([["no-whole"]]);
    expect(all(ZONE_WHOLE, 2.5, 50)).toEqual([["not-a-count"]]);
    expect(all(ZONE_WHOLE, 40, 0.1)).toEqual([["too-many-wholes"]]);
    expect(
      all(
        ZONE_WHOLE,
        [
          [1, 2],
          [3, 4],
        ],
        50
      )
    ).toEqual([["not-a-line"]]);
  });
  test("one bad cell spoils its own result only", () => {
    expect(all(ZONE_SHARE, [[1], ["约2"], [null], [4]], 8)).toEqual([
      [12.5],
      ["not-a-number"],
      ["missing"],
      [50],
    ]);
  });
});

describe("properties", () => {
  const number = fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => digits / 10 ** places);
  const decimals = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });

  test("a gap taken the other way round has the other sign", () => {
    fc.assert(
      fc.property(number, number, decimals, (a, b, places) => {
        const [there, back] = [one(ZONE_GAP, a, b, places), one(ZONE_GAP, b, a, places)];
        expect(Number(there) + Number(back)).toBe(0);
      })
    );
  });

  test("a range is computed cell by cell, a single cell is a range of one", () => {
    const numeric = [ZONE_GAP, ZONE_SHARE, ZONE_GROWTH, ZONE_DIFF, ZONE_STATUS];
    fc.assert(
      fc.property(
        fc.constantFrom(...numeric),
        fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 }),
        (measure, pairs) => {
          const expected = pairs.map(([a, b]) => [one(measure, [[a]], b)]);
          const columns = [pairs.map(([a]) => [a]), pairs.map(([, b]) => [b])];
          expect(all(measure, ...columns)).toEqual(expected);
        }
      )
    );
  });
});

describe("formulas we insert", () => {
  test("a call over single cells is guarded against blanks", () => {
    expect(guardedFormula(ZONE_GAP, ["D5", "E5"])).toBe("=IF(COUNT(D5,E5)<2,NA(),ZONE_GAP(D5,E5))");
    expect(guardedFormula(ZONE_SHARE, ["D5", "E$17", "2"])).toBe(
      "=IF(COUNT(D5,E$17)<2,NA(),ZONE_SHARE(D5,E$17,2))"
    );
  });
  test("names are counted as text", () => {
    const target = MEASURE_FUNCTIONS.find(({ id }) => id === "ZONE_TARGET");
    expect(target && guardedFormula(target, ["B6", '"工业投资"', "目标规则!$A$1:$L$7"])).toBe(
      '=IF(COUNTA(B6,"工业投资")<2,NA(),ZONE_TARGET(B6,"工业投资",目标规则!$A$1:$L$7))'
    );
  });
  test("a call over ranges stands as it is", () => {
    expect(guardedFormula(ZONE_GAP, ["D5:D9", "E5"])).toBe("=ZONE_GAP(D5:D9,E5)");
    expect(formatCall(ZONE_GAP, ["D5", "E5"])).toBe("=ZONE_GAP(D5,E5)");
  });
});

describe("twins are written for any argument", () => {
  const write = (measure: MeasureFunction, ...args: readonly string[]) =>
    measure.twin.kind === "formula" ? measure.twin.write(args, PLAIN) : undefined;
  test("an argument that is an expression stands in brackets", () => {
    const twin = write(ZONE_GAP, "C5+D5", "-2");
    expect(twin).toBe("=IF(COUNT(C5,D5,-2)<3,NA(),(C5+D5)-(-2))");
    expect(write(ZONE_SHARE, "1", "C5-D5")).toBe("=IF(COUNT(1,C5,D5)<3,NA(),1/(C5-D5)*100)");
  });
  test("of a percent cell times 100, the cell is counted: the product of a blank is 0", () => {
    const twin = write(ZONE_DIFF, "E5*100", "全市!$E$9");
    expect(twin).toBe("=IF(COUNT(E5,全市!$E$9)<2,NA(),(E5*100)-全市!$E$9)");
    expect(guardedFormula(ZONE_GAP, ["E5*100", "'2023 年'!H5"])).toBe(
      "=IF(COUNT(E5,'2023 年'!H5)<2,NA(),ZONE_GAP(E5*100,'2023 年'!H5))"
    );
  });
  test("over ranges each cell is asked by itself", () => {
    expect(write(ZONE_SHARE, "C5:C9", "C$10", "2")).toBe(
      "=IF(ISNUMBER(C5:C9)*ISNUMBER(C$10),ROUND(C5:C9/C$10*100,2),NA())"
    );
  });
});

describe("the records", () => {
  test.each(MEASURE_FUNCTIONS.map((measure) => [measure.id, measure] as const))(
    "%s: its examples compute",
    (_id, measure) => {
      for (const example of measure.examples) {
        expect({ ...example, result: one(measure, ...example.inputs) }).toEqual(example);
        expect(example.formula.startsWith(`=${measure.id}(`)).toBe(true);
      }
      expect(measure.examples.length).toBeGreaterThan(0);
    }
  );

  test("a message names the argument, and says what to do", () => {
    const failed = ZONE_GAP.evaluate(["约12", 17])[0]?.[0];
    if (failed?.ok !== false) throw new Error("no failure");
    expect(describeMeasureFailure(ZONE_GAP, failed.failure, "zh-CN")).toBe(
      "“完成值”不是数字:约12。请改为数值(去掉单位、空格和文字)。"
    );
    expect(describeMeasureFailure(ZONE_GAP, failed.failure, "en-US")).toBe(
      "actual is not a number: 约12. Enter a plain number, without unit, blanks or words."
    );
  });

  test("of a growth of −100 % does not call it 0", () => {
    const [[gone]] = ZONE_PRIOR.evaluate([5, -100]) as [[MeasureResult]];
    if (gone.ok) throw new Error("a base of nothing");
    expect(describeMeasureFailure(ZONE_PRIOR, gone.failure, "zh-CN")).toContain("“增速”为 -100%");
    expect(describeMeasureFailure(ZONE_PRIOR, gone.failure, "en-US")).toContain("is -100 %");
  });
});
