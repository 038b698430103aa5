import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { MEASURE_FUNCTIONS, ZONE_RANK } from "../../../src/core/measures/index.ts";
import type { Arithmetic } from "../../../src/core/measures/arithmetic.ts";
import {
  calculateBounded,
  calculateExactly,
  calculateWhole,
} from "../../../src/core/measures/calculate.ts";
import { judgePair, screenPair } from "../../../src/core/measures/consistent.ts";
import { runExactly, runShort } from "../../../src/core/measures/whole.ts";
import {
  addRatio,
  divideRatio,
  nearestNumber,
  negateRatio,
  ratioOf,
  roundRatio,
  timesRatio,
} from "../../../src/core/model/ratio.ts";
import type { Ratio } from "../../../src/core/model/ratio.ts";

/** Whole numbers and bounded doubles are there for speed alone: what they give is what the exact fractions give. */
const RUNS = 4000;
const calculations = MEASURE_FUNCTIONS.flatMap(({ id, calculation }) =>
  calculation === undefined ? [] : [[id, calculation] as const]
);

const printed = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, places]) => digits / 10 ** places);
/** Results of other formulas: binary noise behind the decimals. */
const summed = fc.tuple(printed, printed).map(([a, b]) => a + b);
const divided = fc.tuple(printed, fc.integer({ min: 1, max: 9999 })).map(([a, b]) => a / b);
const any = fc.double({ noNaN: true, noDefaultInfinity: true });
const sized = fc.double({ noNaN: true, min: -1e7, max: 1e7 });
/** Halves of the last place kept, and the double on either side. */
const nearTie = fc
  .tuple(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: -3, max: 3 })
  )
  .map(([digits, places, off]) => ((digits + 0.5) / 10 ** places) * (1 + off * 2 ** -52));
const month = fc.integer({ min: 1, max: 12 });
const operand = fc.oneof(
  { weight: 6, arbitrary: printed },
  { weight: 2, arbitrary: month },
  { weight: 2, arbitrary: summed },
  { weight: 2, arbitrary: divided },
  { weight: 2, arbitrary: nearTie },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 100, -100, 1e15, 2 ** 53, 1e-9, 999_999_999.9999) },
  { weight: 1, arbitrary: sized },
  { weight: 1, arbitrary: any }
);
const places = fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 10 }));

describe.each(calculations)("%s", (id, { refuse, formula }) => {
  const third = id === "ZONE_PACE" ? month : operand;
  const calls = fc.tuple(operand, operand, third, operand, places);

  test("whole numbers give the number of the exact fractions, or none", () => {
    let given = 0;
    const property = fc.property(calls, ([a, b, c, d, decimals]) => {
      if (refuse?.(a, b, c, d) !== undefined) return;
      const fast = calculateWhole(formula, a, b, c, d, decimals);
      if (fast === undefined) return;
      given += 1;
      expect(positiveZero(fast)).toBe(
        positiveZero(calculateExactly(formula, a, b, c, d, decimals))
      );
    });
    fc.assert(property, { numRuns: RUNS });
    expect(given).toBeGreaterThan(RUNS / 50);
  });

  test("doubles give the rounded number of the exact fractions, or none; unrounded, within 1e-12 of it", () => {
    let given = 0;
    const property = fc.property(calls, ([a, b, c, d, decimals]) => {
      if (refuse?.(a, b, c, d) !== undefined) return;
      const fast = calculateBounded(formula, a, b, c, d, decimals);
      if (fast === undefined) return;
      given += 1;
      const exact = calculateExactly(formula, a, b, c, d, decimals);
      if (decimals !== undefined) expect(positiveZero(fast)).toBe(positiveZero(exact));
      else expect(Math.abs(fast - exact)).toBeLessThanOrEqual(1e-12 * Math.abs(exact));
    });
    fc.assert(property, { numRuns: RUNS });
    expect(given).toBeGreaterThan(RUNS / 20);
  });
});

/** Fractions of decimals as the checks of the product compute them, by another library. */
const DECIMALS: Arithmetic<Ratio> = {
  of: ratioOf,
  plus: addRatio,
  minus: (a, b) => addRatio(a, negateRatio(b)),
  times: timesRatio,
  over: divideRatio,
  atLeastZero: (a) => (a.num.lt(0) ? ratioOf(0) : a),
};

test.each(calculations)(
  "exact fractions of %s are those of decimals",
  (id, { refuse, formula }) => {
    const third = id === "ZONE_PACE" ? month : operand;
    const property = fc.property(
      fc.tuple(operand, operand, third, operand, places),
      ([a, b, c, d, decimals]) => {
        if (refuse?.(a, b, c, d) !== undefined) return;
        const { of } = DECIMALS;
        const ratio = formula(DECIMALS, of(a), of(b), of(c), of(d));
        const expected =
          decimals === undefined ? nearestNumber(ratio) : roundRatio(ratio, decimals).toNumber();
        expect(positiveZero(calculateExactly(formula, a, b, c, d, decimals))).toBe(
          positiveZero(expected)
        );
      }
    );
    fc.assert(property, { numRuns: RUNS / 4 });
  }
);

test.each<[string, Ratio, number]>([
  // 143700209013661000 lies halfway between …0992 and …1008: the nearer one is told by a digit far behind.
  [
    "a digit 343 places on",
    { num: new Big("143700209013661000").plus("5.05e-326"), den: new Big(1) },
    143700209013661008,
  ],
  [
    "nothing behind it, so the even one",
    { num: new Big("143700209013661000"), den: new Big(1) },
    143700209013660992,
  ],
  [
    "less than halfway by as little",
    { num: new Big("143700209013661000").minus("5.05e-326"), den: new Big(1) },
    143700209013660992,
  ],
])("the double nearest to a number halfway between two, with %s", (_, ratio, nearest) => {
  expect(nearestNumber(ratio)).toBe(nearest);
});

/** What stands in a column of a form, more of it than is computed at a time. */
const ROWS = 700;
const cell = fc.oneof(
  { weight: 12, arbitrary: operand },
  { weight: 1, arbitrary: fc.constantFrom(null, "", "-", "约12", true, "#DIV/0!", 0, -100) }
);

test.each(MEASURE_FUNCTIONS.filter(({ calculation }) => calculation !== undefined))(
  "$id over a range gives what it gives cell by cell, whatever stands in the other rows",
  ({ parameters, evaluate }) => {
    const columnOf = (name: string): fc.Arbitrary<readonly unknown[]> =>
      fc.array(
        name === "month" ? month : name === "decimals" ? fc.oneof(places, fc.constant("二")) : cell,
        { minLength: ROWS, maxLength: ROWS }
      );
    const property = fc.property(
      fc.tuple(...parameters.map(({ name }) => columnOf(name.en))),
      (columns) => {
        const spilled = evaluate(columns.map((column) => column.map((one) => [one])));
        const single = columns[0]?.map((_one, row) => evaluate(columns.map((one) => one[row]))[0]);
        expect(spilled).toEqual(single);
        const across = evaluate(columns.map((column) => [column]));
        expect(across[0]?.map((one) => [one])).toEqual(single);
      }
    );
    fc.assert(property, { numRuns: 6 });
  }
);

/** Columns as forms have them: one kind of digits throughout, rounded to one number of places, hardly a gap. */
const few = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => digits / 10 ** decimals);
const many = fc.integer({ min: 1, max: 9_999_999 }).map((digits) => digits / 970_001);
const gap = fc.oneof({ weight: 1500, arbitrary: few }, { weight: 1, arbitrary: cell });
const digits = { few, many, mixed: fc.oneof(few, many), gap };

test.each(
  MEASURE_FUNCTIONS.filter(({ calculation }) => calculation !== undefined).flatMap((measure) =>
    (["few", "many", "mixed", "gap"] as const).map((kind) => ({ ...measure, kind }))
  )
)(
  "$id over columns of $kind digits gives what it gives cell by cell",
  ({ parameters, evaluate, kind }) => {
    const given = parameters.filter((parameter) => parameter.kind !== "decimals");
    const column = (name: string): fc.Arbitrary<readonly unknown[]> =>
      fc.array(name === "month" ? month : digits[kind], { minLength: ROWS, maxLength: ROWS });
    const property = fc.property(
      fc.tuple(...given.map(({ name }) => column(name.en))),
      fc.oneof(
        fc.constant(undefined),
        fc.constant("2"),
        fc.constant(2),
        fc.integer({ min: 0, max: 10 })
      ),
      fc.integer({ min: -1, max: given.length - 1 }),
      (columns, decimals, fixed) => {
        // One operand may be a single cell for all rows.
        const at = (place: number, row: number): unknown =>
          columns[place]?.[place === fixed ? 0 : row];
        const ranges = columns.map((cells, place) =>
          place === fixed ? cells[0] : cells.map((one) => [one])
        );
        const spilled = evaluate([...ranges, decimals]);
        const single = columns[0]?.map(
          (_one, row) => evaluate([...columns.map((_cells, place) => at(place, row)), decimals])[0]
        );
        const isOne = spilled.length === 1;
        expect(spilled).toEqual(isOne ? single?.slice(0, 1) : single);
      }
    );
    fc.assert(property, { numRuns: 5 });
  }
);

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}

describe("which way a number takes", () => {
  const gap = calculations.find(([id]) => id === "ZONE_GAP")?.[1].formula;
  if (gap === undefined) throw new Error("ZONE_GAP has a formula");

  test("a tie of printed digits is decided by whole numbers, away from zero", () => {
    expect(calculateWhole(gap, 16.415, 16, 0, 0, 2)).toBe(0.42);
    expect(calculateWhole(gap, 16, 16.415, 0, 0, 2)).toBe(-0.42);
  });

  test("a number with more digits than four places is none of theirs", () => {
    expect(calculateWhole(gap, 0.1 + 0.2, 0.3, 0, 0, 2)).toBeUndefined();
    expect(calculateWhole(gap, 16.41501, 16, 0, 0, 2)).toBeUndefined();
  });

  test("doubles leave a tie, and a difference of nothing but noise, to the fractions", () => {
    expect(calculateBounded(gap, 16.4150001, 16, 0, 0, 2)).toBe(0.42);
    expect(calculateBounded(gap, 16.415000000000003, 16, 0, 0, 2)).toBeUndefined();
    expect(calculateBounded(gap, 185.76 + 14.29, 200.05, 0, 0, undefined)).toBeUndefined();
    expect(calculateExactly(gap, 185.76 + 14.29, 200.05, 0, 0, undefined)).toBe(0);
  });
});

test("a list of whole numbers in doubles is the one of exact decimals, or none", () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 9_999_999 }));
  const written = fc
    .tuple(fc.integer({ min: -50, max: 130_000 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => digits / 10 ** decimals);
  /** Printed, or on the very edge of a printed one. */
  const call = fc.oneof(
    fc.tuple(count, written),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), places)
      .map(([part, rest, decimals]): [number, number] => [
        part,
        Number(((part / (part + rest)) * 100).toFixed(Math.min(decimals ?? 2, 4))),
      ]),
    fc
      .tuple(fc.constantFrom(8, 16, 80, 160, 800), fc.integer({ min: 1, max: 800 }))
      .map(([whole, part]): [number, number] => [part, Math.floor((part / whole) * 1000) / 10])
  );
  let given = 0;
  const property = fc.property(call, ([part, percent]) => {
    const fast = runShort(part, percent);
    if (fast === undefined) return;
    given += 1;
    expect(fast).toEqual(runExactly(part, percent));
  });
  fc.assert(property, { numRuns: 3000 });
  expect(given).toBeGreaterThan(1500);
});

test("a verdict in doubles is the one of exact intervals, or none", () => {
  const printedTo = (value: number, decimals: number): number => Number(value.toFixed(decimals));
  const positive = printed.filter((value) => value > 0);
  let given = 0;
  const property = fc.property(
    fc.constantFrom("quotient" as const, "growth" as const, "difference" as const),
    fc.tuple(operand, operand, operand),
    fc.tuple(positive, positive, fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 })),
    fc.boolean(),
    (kind, random, [a, b, decimals, off], isRandom) => {
      const value =
        kind === "difference" ? a - b : kind === "growth" ? (a / b - 1) * 100 : (a / b) * 100;
      const near = printedTo(value + (off * 0.5) / 10 ** decimals, decimals);
      const [stated, first, second] = isRandom ? random : [near, a, b];
      const fast = screenPair(kind, stated, first, second);
      if (fast === undefined) return;
      given += 1;
      expect(fast).toEqual(judgePair(kind, stated, first, second));
    }
  );
  fc.assert(property, { numRuns: RUNS });
  expect(given).toBeGreaterThan(RUNS / 2);
});

test("a value's rank is the same alone and among others", () => {
  const values = fc.array(fc.oneof(printed, summed, month, fc.constantFrom(null, "-", "约12")), {
    minLength: 2,
    maxLength: 60,
  });
  const property = fc.property(values, fc.constantFrom(undefined, 0, 1), (list, order) => {
    // The same decimal as another double.
    const noisy = list.map((one) => (typeof one === "number" ? one + 0.1 + 0.2 - 0.3 : one));
    const among = [...list, ...noisy].map((one) => [one]);
    const spilled = ZONE_RANK.evaluate([among, among, order]);
    expect(spilled).toEqual(among.map((one) => ZONE_RANK.evaluate([one[0], among, order])[0]));
  });
  fc.assert(property, { numRuns: 300 });
});
